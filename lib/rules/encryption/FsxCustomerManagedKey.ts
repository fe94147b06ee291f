import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const FsxCustomerManagedKey = customerManagedKeyRule({
  id: 'FsxCustomerManagedKey',
  resources: ['AWS::FSx::FileSystem', 'AWS::FSx::FileCache'],
  subject: { ja: 'FSxファイルシステム', en: 'FSx file systems' },
  holds: {
    ja: 'Windowsのファイルサーバ等には、職員の作成した文書がそのまま残り、自動バックアップにも写される。',
    en: 'File servers hold the documents that staff write, and their automatic backups hold them again.',
  },
  write: writeKey('KmsKeyId'),
  otherwise: { ja: 'AWSの管理する鍵が使われます', en: 'a key that AWS manages is used' },
  cdk: {
    ja: 'LustreFileSystemのkmsKey又はCfnFileSystemのkmsKeyIdを指定する',
    en: 'kmsKey of LustreFileSystem, or kmsKeyId of CfnFileSystem',
  },
  check: keyAt('KmsKeyId'),
});
