import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const MemoryDbCustomerManagedKey = customerManagedKeyRule({
  id: 'MemoryDbCustomerManagedKey',
  resources: ['AWS::MemoryDB::Cluster'],
  subject: { ja: 'MemoryDBクラスター', en: 'MemoryDB clusters' },
  write: writeKey('KmsKeyId'),
  otherwise: { ja: 'AWSの所有する鍵が使われます', en: 'a key that AWS owns is used' },
  cdk: 'CfnCluster: kmsKeyId',
  check: keyAt('KmsKeyId'),
});
