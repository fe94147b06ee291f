import { databaseStorage } from './database-storage';
import { customerManagedKeyRule, writeKey } from './keys-table';

export const NeptuneCustomerManagedKey = customerManagedKeyRule({
  id: 'NeptuneCustomerManagedKey',
  resources: ['AWS::Neptune::DBCluster', 'AWS::NeptuneGraph::Graph'],
  subject: { ja: 'Neptuneのデータベース', en: 'Neptune databases' },
  holds: {
    ja: '世帯や続柄のような人と人との関係は、グラフのデータベースとそのスナップショットに残る。',
    en: 'Relations between people, such as households, lie in the graph and in its snapshots.',
  },
  write: writeKey('KmsKeyId', 'StorageEncrypted'),
  otherwise: {
    ja: '暗号化されないか、AWSの管理又は所有する鍵が使われます',
    en: 'it is not encrypted, or with a key that AWS manages or owns',
  },
  cdk: {
    ja: 'CfnDBClusterのstorageEncryptedをtrueとし、kmsKeyIdを指定する',
    en: 'storageEncrypted: true and kmsKeyId of CfnDBCluster',
  },
  check: (database, key) =>
    // A graph of Neptune Analytics is always encrypted.
    database.type === 'AWS::NeptuneGraph::Graph'
      ? database.get('KmsKeyIdentifier').must(key)
      : databaseStorage(database, key),
});
