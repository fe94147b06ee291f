import { equals } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

export const FirehoseCustomerManagedKey = customerManagedKeyRule({
  id: 'FirehoseCustomerManagedKey',
  resources: ['AWS::KinesisFirehose::DeliveryStream'],
  subject: { ja: 'Firehoseストリーム', en: 'Firehose streams' },
  holds: {
    ja: '配信ストリームは、届け先に書き込むまでの間、受け取ったログや連携データを溜める。',
    en: 'A stream keeps the logs and records that it took in until they are delivered.',
  },
  write: {
    ja: 'DeliveryStreamEncryptionConfigurationInputのKeyTypeをCUSTOMER_MANAGED_CMKとし、KeyARNに顧客管理のKMSキーを指定してください',
    en: 'Set KeyType to CUSTOMER_MANAGED_CMK in DeliveryStreamEncryptionConfigurationInput, and KeyARN to a customer managed key',
  },
  otherwise: { ja: '暗号化されません', en: 'records are not encrypted' },
  cdk: {
    ja: 'DeliveryStreamのencryptionをStreamEncryption.customerManagedKey(key)とする',
    en: 'encryption: StreamEncryption.customerManagedKey(key) of DeliveryStream',
  },
  check: (stream, key) => {
    const input = stream.get('DeliveryStreamEncryptionConfigurationInput');
    return (
      input
        .get('KeyType')
        .must(equals('CUSTOMER_MANAGED_CMK'))
        .and(input.get('KeyARN').must(key))
        // With another source the records stay there, encrypted as that source is, and Firehose takes no key.
        .onlyIf(stream.get('DeliveryStreamType').orDefault('DirectPut').must(equals('DirectPut')))
    );
  },
});
