import { passKey, serviceKeyRule } from './service-keys';

export const MigrationStagingCustomerManagedKey = serviceKeyRule({
  id: 'MigrationStagingCustomerManagedKey',
  places: {
    'AWS::DRS::ReplicationConfigurationTemplate': {
      key: 'EbsEncryptionKeyArn',
      mode: ['EbsEncryption', 'CUSTOM'],
    },
    'AWS::MGN::ReplicationConfigurationTemplate': {
      key: 'EbsEncryptionKeyArn',
      mode: ['EbsEncryption', 'CUSTOM'],
    },
  },
  subject: {
    ja: '移行及び災害復旧の複製先のディスク',
    en: 'Staging disks of migration and disaster recovery',
  },
  holds: { ja: '複製元のサーバのディスクの写し', en: 'copies of the disks of whole servers' },
  otherwise: {
    ja: 'アカウントの既定の鍵が使われるか、暗号化されません',
    en: 'the default key of the account is used, or none',
  },
  cdk: passKey('ebsEncryptionKeyArn', 'CfnReplicationConfigurationTemplate'),
});
