import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const SnsTopicCustomerManagedKey = customerManagedKeyRule({
  id: 'SnsTopicCustomerManagedKey',
  resources: ['AWS::SNS::Topic'],
  subject: { ja: 'SNSトピック', en: 'SNS topics' },
  holds: {
    ja: 'トピックは、配信を終えるまで通知の本文を保持し、そこには警報の詳細や宛先に係る情報が含まれる。',
    en: 'A topic keeps the text of a notice, with details of alarms or of people, until it is delivered.',
  },
  write: writeKey('KmsMasterKeyId'),
  otherwise: { ja: '暗号化されません', en: 'messages are not encrypted' },
  cdk: {
    ja: 'TopicのmasterKeyを指定する',
    en: 'masterKey of Topic',
  },
  check: keyAt('KmsMasterKeyId'),
});
