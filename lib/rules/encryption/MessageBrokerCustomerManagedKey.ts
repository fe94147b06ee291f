import { isFalse } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

export const MessageBrokerCustomerManagedKey = customerManagedKeyRule({
  id: 'MessageBrokerCustomerManagedKey',
  resources: ['AWS::AmazonMQ::Broker'],
  subject: { ja: 'Amazon MQブローカー', en: 'Amazon MQ brokers' },
  holds: {
    ja: '届け先に渡るまでのメッセージは、ブローカーの記憶装置に残る。',
    en: 'Messages lie in the storage of the broker until they are taken.',
  },
  write: {
    ja: 'EncryptionOptionsのUseAwsOwnedKeyをfalseとし、KmsKeyIdに顧客管理のKMSキーを指定してください',
    en: 'Set UseAwsOwnedKey to false in EncryptionOptions, and KmsKeyId to a customer managed key',
  },
  otherwise: { ja: 'AWSの所有する鍵が使われます', en: 'a key that AWS owns is used' },
  cdk: {
    ja: 'CfnBrokerのencryptionOptionsにおいて、useAwsOwnedKeyをfalseとし、kmsKeyIdを指定する',
    en: 'useAwsOwnedKey: false and kmsKeyId in encryptionOptions of CfnBroker',
  },
  check: (broker, key) =>
    // UseAwsOwnedKey must be false: it is true where EncryptionOptions is left out.
    broker
      .get('EncryptionOptions.UseAwsOwnedKey')
      .must(isFalse)
      .and(broker.get('EncryptionOptions.KmsKeyId').must(key)),
});
