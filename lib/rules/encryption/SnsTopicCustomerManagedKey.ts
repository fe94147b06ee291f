import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const SnsTopicCustomerManagedKey = customerManagedKeyRule({
  id: 'SnsTopicCustomerManagedKey',
  resources: ['AWS::SNS::Topic'],
  subject: { ja: 'SNSトピック', en: 'SNS topics' },
  write: writeKey('KmsMasterKeyId'),
  otherwise: { ja: '暗号化されません', en: 'messages are not encrypted' },
  cdk: 'masterKey',
  check: keyAt('KmsMasterKeyId'),
});
