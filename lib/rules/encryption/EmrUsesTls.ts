import { isTrue, present } from '../../model/requirement';
import { defineRule } from '../define';
import { EMR, EMR_ON_EKS, emrEncryption } from './emr-security';
import { IN_TRANSIT } from './tls-rules';

export const EmrUsesTls = defineRule({
  id: 'EmrUsesTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'EMRは、ノード間の通信を暗号化する',
    en: 'EMR encrypts what its nodes say to each other',
  },
  why: {
    ja: '分析中の個人情報はノードの間を絶えず流れ、暗号化しなければ同じネットワークで盗聴できる。',
    en: 'Personal data under analysis keeps flowing between nodes, and in plain text anybody on that network can read it.',
  },
  fix: {
    ja: 'セキュリティ設定のEnableInTransitEncryptionをtrueとし、InTransitEncryptionConfiguration.TLSCertificateConfigurationに証明書を指定してください。指定しない場合は暗号化されません。',
    en: 'Set EnableInTransitEncryption to true in the security configuration, and give a certificate in InTransitEncryptionConfiguration.TLSCertificateConfiguration. Without it, nothing is encrypted.',
  },
  cdk: {
    ja: 'CfnSecurityConfigurationのsecurityConfigurationに同じ構造を渡す',
    en: 'pass the same structure as securityConfiguration of CfnSecurityConfiguration',
  },
  resources: [EMR, EMR_ON_EKS],
  check: (resource) => {
    const encryption = emrEncryption(resource);
    return resource.type === EMR
      ? encryption.get('EnableInTransitEncryption').must(isTrue)
      : encryption.get('InTransitEncryptionConfiguration.TLSCertificateConfiguration').must(present);
  },
});
