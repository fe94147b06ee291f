import { equals } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

export const KinesisStreamCustomerManagedKey = customerManagedKeyRule({
  id: 'KinesisStreamCustomerManagedKey',
  resources: ['AWS::Kinesis::Stream'],
  subject: { ja: 'Kinesisデータストリーム', en: 'Kinesis data streams' },
  holds: {
    ja: 'ストリームは、システム間の連携データを最長で一年の間保持する。',
    en: 'A stream keeps the data that pass between systems, for up to a year.',
  },
  write: {
    ja: 'StreamEncryptionのEncryptionTypeをKMSとし、KeyIdに顧客管理のKMSキーを指定してください',
    en: 'Set EncryptionType to KMS in StreamEncryption, and KeyId to a customer managed key',
  },
  otherwise: { ja: '暗号化されません', en: 'records are not encrypted' },
  cdk: {
    ja: 'StreamのencryptionをStreamEncryption.KMSとし、encryptionKeyを指定する',
    en: 'encryption: StreamEncryption.KMS and encryptionKey of Stream',
  },
  check: (stream, key) =>
    stream
      .get('StreamEncryption.EncryptionType')
      .must(equals('KMS'))
      .and(stream.get('StreamEncryption.KeyId').must(key)),
});
