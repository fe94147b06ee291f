import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const MskCustomerManagedKey = customerManagedKeyRule({
  id: 'MskCustomerManagedKey',
  resources: ['AWS::MSK::Cluster'],
  subject: { ja: 'MSKクラスターのデータボリューム', en: 'Data volumes of MSK clusters' },
  holds: {
    ja: 'ブローカーのボリュームには、流れた連携データが保持期間の間残る。',
    en: 'Volumes of brokers keep all that passed through for the whole retention period.',
  },
  write: writeKey('EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId'),
  otherwise: { ja: 'AWSの管理する鍵が使われます', en: 'a key that AWS manages is used' },
  cdk: {
    ja: 'CfnClusterのencryptionInfo.encryptionAtRest.dataVolumeKmsKeyIdを指定する',
    en: 'encryptionInfo.encryptionAtRest.dataVolumeKmsKeyId of CfnCluster',
  },
  check: keyAt('EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId'),
});
