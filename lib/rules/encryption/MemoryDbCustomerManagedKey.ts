import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const MemoryDbCustomerManagedKey = customerManagedKeyRule({
  id: 'MemoryDbCustomerManagedKey',
  resources: ['AWS::MemoryDB::Cluster'],
  subject: { ja: 'MemoryDBクラスター', en: 'MemoryDB clusters' },
  holds: {
    ja: '全てのデータがトランザクションログとスナップショットに書き込まれ、主たるデータベースとして残る。',
    en: 'As a primary database it writes all of its data to a transaction log and to snapshots.',
  },
  write: writeKey('KmsKeyId'),
  otherwise: { ja: 'AWSの所有する鍵が使われます', en: 'a key that AWS owns is used' },
  cdk: {
    ja: 'CfnClusterのkmsKeyIdを指定する',
    en: 'kmsKeyId of CfnCluster',
  },
  check: keyAt('KmsKeyId'),
});
