import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const LogGroupCustomerManagedKey = customerManagedKeyRule({
  id: 'LogGroupCustomerManagedKey',
  resources: ['AWS::Logs::LogGroup'],
  subject: { ja: 'ロググループ', en: 'Log groups' },
  write: writeKey('KmsKeyId'),
  otherwise: { ja: 'AWSの所有する鍵が使われます', en: 'a key that AWS owns is used' },
  cdk: 'encryptionKey',
  check: keyAt('KmsKeyId'),
});
