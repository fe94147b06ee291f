import { NOT_ENCRYPTED, passKey, serviceKeyRule } from './service-keys';

export const GlueMlTransformCustomerManagedKey = serviceKeyRule({
  id: 'GlueMlTransformCustomerManagedKey',
  places: {
    'AWS::Glue::MLTransform': {
      key: 'TransformEncryption.MLUserDataEncryption.KmsKeyId',
      mode: ['TransformEncryption.MLUserDataEncryption.MLUserDataEncryptionMode', 'SSE-KMS'],
    },
  },
  subject: { ja: 'Glueの機械学習変換', en: 'Machine learning transforms of Glue' },
  holds: { ja: '学習に用いた業務データ', en: 'business data that were learned from' },
  otherwise: NOT_ENCRYPTED,
  cdk: passKey('transformEncryption', 'CfnMLTransform'),
});
