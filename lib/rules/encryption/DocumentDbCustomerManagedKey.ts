import { databaseStorage } from './database-storage';
import { customerManagedKeyRule, writeKey } from './keys-table';

export const DocumentDbCustomerManagedKey = customerManagedKeyRule({
  id: 'DocumentDbCustomerManagedKey',
  resources: ['AWS::DocDB::DBCluster', 'AWS::DocDBElastic::Cluster'],
  subject: { ja: 'DocumentDBクラスター', en: 'DocumentDB clusters' },
  holds: {
    ja: '申請書等の文書は、クラスターの記憶装置とそのスナップショットに残る。',
    en: 'Documents such as applications lie in the storage of the cluster and in its snapshots.',
  },
  write: writeKey('KmsKeyId', 'StorageEncrypted'),
  otherwise: {
    ja: '暗号化されないか、AWSの管理する鍵が使われます',
    en: 'it is not encrypted, or with a key that AWS manages',
  },
  cdk: {
    ja: 'DatabaseClusterのstorageEncryptedをtrueとし、kmsKeyを指定する',
    en: 'storageEncrypted: true and kmsKey of DatabaseCluster',
  },
  check: (cluster, key) =>
    // An elastic cluster is always encrypted.
    cluster.type === 'AWS::DocDBElastic::Cluster'
      ? cluster.get('KmsKeyId').must(key)
      : databaseStorage(cluster, key),
});
