import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const DmsReplicationCustomerManagedKey = customerManagedKeyRule({
  id: 'DmsReplicationCustomerManagedKey',
  resources: ['AWS::DMS::ReplicationInstance'],
  subject: { ja: 'DMSレプリケーションインスタンス', en: 'DMS replication instances' },
  write: writeKey('KmsKeyId'),
  otherwise: { ja: 'AWSの管理する鍵が使われます', en: 'a key that AWS manages is used' },
  cdk: 'CfnReplicationInstance: kmsKeyId',
  check: keyAt('KmsKeyId'),
});
