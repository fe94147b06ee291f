import { isTrue } from '../../model/requirement';
import { customerManagedKeyRule } from './keys-table';

export const DynamoDbCustomerManagedKey = customerManagedKeyRule({
  id: 'DynamoDbCustomerManagedKey',
  resources: ['AWS::DynamoDB::Table', 'AWS::DynamoDB::GlobalTable'],
  subject: { ja: 'DynamoDBの表', en: 'DynamoDB tables' },
  write: {
    ja: 'SSESpecificationのSSEEnabledをtrueとし、KMSMasterKeyId（GlobalTableでは各ReplicasのSSESpecification.KMSMasterKeyId）に顧客管理のKMSキーを指定してください',
    en: 'Set SSEEnabled to true in SSESpecification, and KMSMasterKeyId (of a GlobalTable: SSESpecification.KMSMasterKeyId of each of its Replicas) to a customer managed key',
  },
  otherwise: { ja: 'AWSの所有又は管理する鍵が使われます', en: 'a key that AWS owns or manages is used' },
  cdk: 'TableEncryption.CUSTOMER_MANAGED, encryptionKey',
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
