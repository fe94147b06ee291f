import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const LogGroupCustomerManagedKey = customerManagedKeyRule({
  id: 'LogGroupCustomerManagedKey',
  resources: ['AWS::Logs::LogGroup'],
  subject: { ja: 'ロググループ', en: 'Log groups' },
  holds: {
    ja: 'ログには、利用者の識別情報、検索条件、エラー時の入力値等が混じる。',
    en: 'Logs take up ids of users, what they searched for, and what they entered when an error occurred.',
  },
  write: writeKey('KmsKeyId'),
  otherwise: { ja: 'AWSの所有する鍵が使われます', en: 'a key that AWS owns is used' },
  cdk: {
    ja: 'RetainedLogGroupを用いるか、LogGroupのencryptionKeyを指定する',
    en: 'use RetainedLogGroup, or encryptionKey of LogGroup',
  },
  check: keyAt('KmsKeyId'),
});
