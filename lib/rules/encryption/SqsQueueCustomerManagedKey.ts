import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const SqsQueueCustomerManagedKey = customerManagedKeyRule({
  id: 'SqsQueueCustomerManagedKey',
  resources: ['AWS::SQS::Queue'],
  subject: { ja: 'SQSキュー', en: 'SQS queues' },
  holds: {
    ja: 'キューは、受け取られなかったメッセージを最長14日間保持する。',
    en: 'A queue keeps messages that nobody has taken for up to 14 days.',
  },
  write: writeKey('KmsMasterKeyId'),
  otherwise: { ja: 'SQSの所有する鍵（SSE-SQS）が使われます', en: 'a key that SQS owns (SSE-SQS) is used' },
  cdk: {
    ja: 'QueueのencryptionをQueueEncryption.KMSとし、encryptionMasterKeyを指定する',
    en: 'encryption: QueueEncryption.KMS and encryptionMasterKey of Queue',
  },
  check: keyAt('KmsMasterKeyId'),
});
