import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const BackupVaultCustomerManagedKey = customerManagedKeyRule({
  id: 'BackupVaultCustomerManagedKey',
  resources: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'],
  subject: { ja: 'バックアップボールト', en: 'Backup vaults' },
  write: writeKey('EncryptionKeyArn'),
  otherwise: { ja: 'AWSの管理又は所有する鍵が使われます', en: 'a key that AWS manages or owns is used' },
  cdk: 'encryptionKey',
  check: keyAt('EncryptionKeyArn'),
});
