import { targetsOf } from '../../analysis/targets';
import { Claim } from '../../model/claim';
import { present } from '../../model/requirement';
import { defineRule } from '../define';
import { EMR } from './emr-security';

export const EmrClusterUsesSecurityConfiguration = defineRule({
  id: 'EmrClusterUsesSecurityConfiguration',
  clauses: ['4(1)④', '9.2(5)①(イ)', '9.2(6)①(オ)', '7.1(13)②'],
  title: {
    ja: 'EMRクラスターは、セキュリティ設定により暗号化する',
    en: 'EMR clusters encrypt by a security configuration',
  },
  why: {
    ja: 'セキュリティ設定のないクラスターは、ディスクもノード間の通信も暗号化しない。',
    en: 'Without one a cluster encrypts neither its disks nor what its nodes say to each other.',
  },
  fix: {
    ja: 'SecurityConfigurationに、保存時及び通信時の暗号化を有効にしたAWS::EMR::SecurityConfigurationを指定してください。',
    en: 'Set SecurityConfiguration to an AWS::EMR::SecurityConfiguration that encrypts at rest and in transit.',
  },
  cdk: {
    ja: 'CfnClusterのsecurityConfigurationにCfnSecurityConfigurationのrefを渡す',
    en: 'pass the ref of a CfnSecurityConfiguration as securityConfiguration of CfnCluster',
  },
  resources: ['AWS::EMR::Cluster'],
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
  check: (cluster) => {
    const field = cluster.get('SecurityConfiguration');
    const declared = Claim.any(targetsOf(field, cluster.deployment, EMR).map(({ when }) => Claim.when(when)));
    const elsewhere = field.states(
      'needed',
      { ja: 'テンプレート外のセキュリティ設定', en: 'a security configuration outside of the templates' },
      { ja: '保存時及び通信時に暗号化するもの', en: 'one that encrypts at rest and in transit' },
    );
    return field.must(present).and(declared.or(elsewhere).onlyIf(field.must(present)));
  },
});
