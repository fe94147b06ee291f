import { equals } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

export const KeyspacesCustomerManagedKey = customerManagedKeyRule({
  id: 'KeyspacesCustomerManagedKey',
  resources: ['AWS::Cassandra::Table'],
  subject: { ja: 'Keyspacesのテーブル', en: 'Keyspaces tables' },
  holds: {
    ja: 'テーブルには、大量の履歴や計測の記録が長期に蓄積される。',
    en: 'Its tables gather histories and readings in bulk over years.',
  },
  write: {
    ja: 'EncryptionSpecificationのEncryptionTypeをCUSTOMER_MANAGED_KMS_KEYとし、KmsKeyIdentifierに顧客管理のKMSキーを指定してください',
    en: 'Set EncryptionType to CUSTOMER_MANAGED_KMS_KEY in EncryptionSpecification, and KmsKeyIdentifier to a customer managed key',
  },
  otherwise: { ja: 'AWSの所有する鍵が使われます', en: 'a key that AWS owns is used' },
  cdk: {
    ja: 'CfnTableのencryptionSpecificationを指定する',
    en: 'encryptionSpecification of CfnTable',
  },
  check: (table, key) =>
    table
      .get('EncryptionSpecification.EncryptionType')
      .must(equals('CUSTOMER_MANAGED_KMS_KEY'))
      .and(table.get('EncryptionSpecification.KmsKeyIdentifier').must(key)),
});
