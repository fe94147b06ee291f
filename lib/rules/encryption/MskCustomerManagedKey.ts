import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const MskCustomerManagedKey = customerManagedKeyRule({
  id: 'MskCustomerManagedKey',
  resources: ['AWS::MSK::Cluster'],
  subject: { ja: 'MSKクラスターのデータボリューム', en: 'Data volumes of MSK clusters' },
  write: writeKey('EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId'),
  otherwise: { ja: 'AWSの管理する鍵が使われます', en: 'a key that AWS manages is used' },
  cdk: 'CfnCluster: encryptionInfo',
  check: keyAt('EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId'),
});
