import { isTrue } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

export const DynamoDbCustomerManagedKey = customerManagedKeyRule({
  id: 'DynamoDbCustomerManagedKey',
  resources: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  subject: { ja: 'DynamoDBのテーブル', en: 'DynamoDB tables' },
  holds: {
    ja: 'テーブルの項目と索引は、複製先のリージョンのテーブルにも同じ内容で残る。',
    en: 'Items and indexes of a table lie in each of its replicas as well.',
  },
  write: {
    ja: 'SSESpecificationのSSEEnabledをtrueとし、KMSMasterKeyId（GlobalTableでは各ReplicasのSSESpecification.KMSMasterKeyId）に顧客管理のKMSキーを指定してください',
    en: 'Set SSEEnabled to true in SSESpecification, and KMSMasterKeyId (of a GlobalTable: SSESpecification.KMSMasterKeyId of each of its Replicas) to a customer managed key',
  },
  otherwise: { ja: 'AWSの所有又は管理する鍵が使われます', en: 'a key that AWS owns or manages is used' },
  cdk: {
    ja: 'TableのencryptionをTableEncryption.CUSTOMER_MANAGEDとしてencryptionKeyを指定し、TableV2ではTableEncryptionV2.customerManagedKey(…)を用いる',
    en: 'encryption: TableEncryption.CUSTOMER_MANAGED and encryptionKey of Table, TableEncryptionV2.customerManagedKey(…) of TableV2',
  },
  check: (table, key) => {
    const enabled = table.get('SSESpecification.SSEEnabled').must(isTrue);
    // The copies of a global table have a key each, of their own region.
    return table.type === 'AWS::DynamoDB::GlobalTable'
      ? enabled.and(
          table
            .get('Replicas')
            .items()
            .every((replica) => replica.get('SSESpecification.KMSMasterKeyId').must(key)),
        )
      : enabled.and(table.get('SSESpecification.KMSMasterKeyId').must(key));
  },
});
