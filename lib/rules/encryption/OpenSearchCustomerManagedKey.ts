import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const OpenSearchCustomerManagedKey = customerManagedKeyRule({
  id: 'OpenSearchCustomerManagedKey',
  resources: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  subject: { ja: 'OpenSearchドメイン', en: 'OpenSearch domains' },
  write: writeKey('EncryptionAtRestOptions.KmsKeyId', 'EncryptionAtRestOptions.Enabled'),
  otherwise: {
    ja: '暗号化されないか、AWSの管理する鍵が使われます',
    en: 'they are not encrypted, or with a key that AWS manages',
  },
  cdk: 'encryptionAtRest',
  check: keyAt('EncryptionAtRestOptions.KmsKeyId', 'EncryptionAtRestOptions.Enabled'),
});
