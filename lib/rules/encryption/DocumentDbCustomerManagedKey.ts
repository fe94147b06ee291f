import { databaseStorage } from './database-storage';
import { customerManagedKeyRule, writeKey } from './keys-table';

export const DocumentDbCustomerManagedKey = customerManagedKeyRule({
  id: 'DocumentDbCustomerManagedKey',
  resources: ['AWS::DocDB::DBCluster', 'AWS::DocDBElastic::Cluster'],
  subject: { ja: 'DocumentDBクラスター', en: 'DocumentDB clusters' },
  write: writeKey('KmsKeyId', 'StorageEncrypted'),
  otherwise: {
    ja: '暗号化されないか、AWSの管理する鍵が使われます',
    en: 'it is not encrypted, or with a key that AWS manages',
  },
  cdk: 'storageEncrypted, kmsKey',
  check: (cluster, key) =>
    // An elastic cluster is always encrypted.
    cluster.type === 'AWS::DocDBElastic::Cluster'
      ? cluster.get('KmsKeyId').must(key)
      : databaseStorage(cluster, key),
});
