import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const QBusinessCustomerManagedKey = serviceKeyRule({
  id: 'QBusinessCustomerManagedKey',
  places: {
    'AWS::QBusiness::Application': 'EncryptionConfiguration.KmsKeyId',
  },
  subject: { ja: 'Amazon Q Businessのアプリケーション', en: 'Applications of Amazon Q Business' },
  holds: { ja: '索引した庁内文書及び職員の質問', en: 'indexed documents and the questions of staff' },
  otherwise: AWS_OWNED,
  cdk: passKey('encryptionConfiguration', 'CfnApplication'),
});
