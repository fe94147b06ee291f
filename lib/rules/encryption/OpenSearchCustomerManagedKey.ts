import { customerManagedKeyRule, keyAt, writeKey } from './keys-table';

export const OpenSearchCustomerManagedKey = customerManagedKeyRule({
  id: 'OpenSearchCustomerManagedKey',
  resources: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  subject: { ja: 'OpenSearchドメイン', en: 'OpenSearch domains' },
  holds: {
    ja: '索引には、検索の対象とした文書の内容が写され、自動スナップショットにも残る。',
    en: 'An index is a copy of the documents that are searched, and its automatic snapshots are another.',
  },
  write: writeKey('EncryptionAtRestOptions.KmsKeyId', 'EncryptionAtRestOptions.Enabled'),
  otherwise: {
    ja: '暗号化されないか、AWSの管理する鍵が使われます',
    en: 'they are not encrypted, or with a key that AWS manages',
  },
  cdk: {
    ja: 'DomainのencryptionAtRestにおいて、enabledをtrueとし、kmsKeyを指定する',
    en: 'enabled: true and kmsKey in encryptionAtRest of Domain',
  },
  check: keyAt('EncryptionAtRestOptions.KmsKeyId', 'EncryptionAtRestOptions.Enabled'),
});
