import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const BackupVaultCustomerManagedKey = customerManagedKeyRule({
  id: 'BackupVaultCustomerManagedKey',
  resources: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'],
  subject: { ja: 'バックアップボールト', en: 'Backup vaults' },
  holds: {
    ja: 'ボールトには、各システムのデータの写しが世代を重ねて残る。',
    en: 'A vault holds generation upon generation of the data of many systems.',
  },
  write: writeKey('EncryptionKeyArn'),
  otherwise: { ja: 'AWSの管理又は所有する鍵が使われます', en: 'a key that AWS manages or owns is used' },
  cdk: {
    ja: 'BackupVaultのencryptionKeyを指定する',
    en: 'encryptionKey of BackupVault',
  },
  check: keyAt('EncryptionKeyArn'),
});
