import { equals } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

export const FirehoseCustomerManagedKey = customerManagedKeyRule({
  id: 'FirehoseCustomerManagedKey',
  resources: ['AWS::KinesisFirehose::DeliveryStream'],
  subject: { ja: 'Firehoseストリーム', en: 'Firehose streams' },
  write: {
    ja: 'DeliveryStreamEncryptionConfigurationInputのKeyTypeをCUSTOMER_MANAGED_CMKとし、KeyARNに顧客管理のKMSキーを指定してください',
    en: 'Set KeyType to CUSTOMER_MANAGED_CMK in DeliveryStreamEncryptionConfigurationInput, and KeyARN to a customer managed key',
  },
  otherwise: { ja: '暗号化されません', en: 'records are not encrypted' },
  cdk: 'StreamEncryption.customerManagedKey()',
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
