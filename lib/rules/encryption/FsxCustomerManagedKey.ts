import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const FsxCustomerManagedKey = customerManagedKeyRule({
  id: 'FsxCustomerManagedKey',
  resources: ['AWS::FSx::FileSystem', 'AWS::FSx::FileCache'],
  subject: { ja: 'FSxファイルシステム', en: 'FSx file systems' },
  write: writeKey('KmsKeyId'),
  otherwise: { ja: 'AWSの管理する鍵が使われます', en: 'a key that AWS manages is used' },
  cdk: 'kmsKey',
  check: keyAt('KmsKeyId'),
});
