import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

const SERVERLESS = 'AWS::DMS::ReplicationConfig';

export const DmsReplicationCustomerManagedKey = customerManagedKeyRule({
  id: 'DmsReplicationCustomerManagedKey',
  resources: ['AWS::DMS::ReplicationInstance', SERVERLESS],
  subject: { ja: 'DMSレプリケーションインスタンス', en: 'DMS replication instances' },
  holds: {
    ja: '移行又は連携の途中のデータは、レプリケーションインスタンスの記憶装置に一時的に書かれる。',
    en: 'Data that are being migrated or replicated are written to the storage of the replication instance.',
  },
  write: writeKey('KmsKeyId'),
  otherwise: { ja: 'AWSの管理する鍵が使われます', en: 'a key that AWS manages is used' },
  cdk: {
    ja: 'CfnReplicationInstanceのkmsKeyIdを指定する',
    en: 'kmsKeyId of CfnReplicationInstance',
  },
  check: (replication, key, context) =>
    keyAt(replication.type === SERVERLESS ? 'ComputeConfig.KmsKeyId' : 'KmsKeyId')(replication, key, context),
});
