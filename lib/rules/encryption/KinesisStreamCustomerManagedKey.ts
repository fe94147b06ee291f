import { equals } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

export const KinesisStreamCustomerManagedKey = customerManagedKeyRule({
  id: 'KinesisStreamCustomerManagedKey',
  resources: ['AWS::Kinesis::Stream'],
  subject: { ja: 'Kinesisデータストリーム', en: 'Kinesis data streams' },
  write: {
    ja: 'StreamEncryptionのEncryptionTypeをKMSとし、KeyIdに顧客管理のKMSキーを指定してください',
    en: 'Set EncryptionType to KMS in StreamEncryption, and KeyId to a customer managed key',
  },
  otherwise: { ja: '暗号化されません', en: 'records are not encrypted' },
  cdk: 'encryptionKey',
  check: (stream, key) =>
    stream
      .get('StreamEncryption.EncryptionType')
      .must(equals('KMS'))
      .and(stream.get('StreamEncryption.KeyId').must(key)),
});
