import { isTrue } from '../../model/requirement';
import { customerManagedKeyRule, isSet, orInherited } from './keys-table';

export const RedshiftCustomerManagedKey = customerManagedKeyRule({
  id: 'RedshiftCustomerManagedKey',
  resources: ['AWS::Redshift::Cluster', 'AWS::RedshiftServerless::Namespace'],
  subject: { ja: 'Redshiftのデータウェアハウス', en: 'Redshift warehouses' },
  holds: {
    ja: 'データウェアハウスには、各業務から集めたデータが結び付けられて残る。',
    en: 'A warehouse brings data of many offices together, linked to each other.',
  },
  write: {
    ja: 'KmsKeyIdに顧客管理のKMSキーを指定し、Encryptedをfalseにしないでください',
    en: 'Set KmsKeyId to a customer managed key, and do not set Encrypted to false',
  },
  otherwise: { ja: 'AWSの所有又は管理する鍵が使われます', en: 'a key that AWS owns or manages is used' },
  cdk: {
    ja: 'CfnClusterのencryptedをtrueとし、kmsKeyIdを指定する',
    en: 'encrypted: true and kmsKeyId of CfnCluster',
  },
  check: (warehouse, key) => {
    const keyId = warehouse.get('KmsKeyId');
    // One that is restored takes over the key of its snapshot unless it names one.
    const restored = isSet(warehouse.get('SnapshotIdentifier'));
    // Since 2025 a cluster is encrypted unless it says otherwise.
    return warehouse
      .get('Encrypted')
      .orDefault(true)
      .must(isTrue)
      .and(keyId.must(key).onlyIf(restored.not()))
      .and(keyId.must(orInherited(key)).onlyIf(restored));
  },
});
