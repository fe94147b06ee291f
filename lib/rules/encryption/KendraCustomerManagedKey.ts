import { AWS_OWNED, passKey, serviceKeyRule } from './service-keys';

export const KendraCustomerManagedKey = serviceKeyRule({
  id: 'KendraCustomerManagedKey',
  places: {
    'AWS::Kendra::Index': 'ServerSideEncryptionConfiguration.KmsKeyId',
  },
  subject: { ja: 'Kendraの索引', en: 'Kendra indexes' },
  holds: { ja: '索引した庁内文書の本文', en: 'the text of the documents that are indexed' },
  otherwise: AWS_OWNED,
  cdk: passKey('serverSideEncryptionConfiguration', 'CfnIndex'),
});
