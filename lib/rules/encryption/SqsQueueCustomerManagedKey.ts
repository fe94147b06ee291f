import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const SqsQueueCustomerManagedKey = customerManagedKeyRule({
  id: 'SqsQueueCustomerManagedKey',
  resources: ['AWS::SQS::Queue'],
  subject: { ja: 'SQSキュー', en: 'SQS queues' },
  write: writeKey('KmsMasterKeyId'),
  otherwise: { ja: 'SQSの所有する鍵（SSE-SQS）が使われます', en: 'a key that SQS owns (SSE-SQS) is used' },
  cdk: 'encryptionMasterKey',
  check: keyAt('KmsMasterKeyId'),
});
