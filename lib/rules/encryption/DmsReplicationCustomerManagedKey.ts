import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

const SERVERLESS = 'AWS::DMS::ReplicationConfig';

export const DmsReplicationCustomerManagedKey = customerManagedKeyRule({
  id: 'DmsReplicationCustomerManagedKey',
  resources: ['AWS::DMS::ReplicationInstance', SERVERLESS],
  subject: { ja: 'DMSレプリケーションインスタンス', en: 'DMS replication instances' },
  write: writeKey('KmsKeyId'),
  otherwise: { ja: 'AWSの管理する鍵が使われます', en: 'a key that AWS manages is used' },
  cdk: 'CfnReplicationInstance: kmsKeyId',
  check: (replication, key, context) =>
    keyAt(replication.type === SERVERLESS ? 'ComputeConfig.KmsKeyId' : 'KmsKeyId')(replication, key, context),
});
