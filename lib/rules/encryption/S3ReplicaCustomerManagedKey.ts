import { customerManagedKeyRule, isSet } from './keys-table';
import { passKey } from './service-keys';

export const S3ReplicaCustomerManagedKey = customerManagedKeyRule({
  id: 'S3ReplicaCustomerManagedKey',
  resources: ['AWS::S3::Bucket'],
  subject: { ja: 'S3バケットの複製先のオブジェクト', en: 'Replicas of objects in S3' },
  holds: {
    ja: '元のオブジェクトと同じ内容が残る。',
    en: 'They hold the same as the objects that they replicate.',
  },
  write: {
    ja: 'ReplicationConfigurationの各DestinationのEncryptionConfiguration.ReplicaKmsKeyIDに、複製先のリージョンの顧客管理のKMSキーを指定してください',
    en: 'Set EncryptionConfiguration.ReplicaKmsKeyID of each Destination in ReplicationConfiguration to a customer managed key of the region of the replica',
  },
  otherwise: {
    ja: 'KMSキーで暗号化されたオブジェクトは複製されず、他は複製先のバケットの既定の暗号化に従います',
    en: 'what is encrypted with a KMS key is not replicated, and the rest is encrypted as its new bucket does by default',
  },
  cdk: passKey('replicationRules[].kmsKey', 'Bucket'),
  check: (bucket, key) =>
    bucket
      .get('ReplicationConfiguration.Rules')
      .items()
      .every((rule) => {
        const encryption = rule.get('Destination.EncryptionConfiguration');
        // Without one, replicas are encrypted as their bucket is, which is judged where it is declared.
        return encryption.get('ReplicaKmsKeyID').must(key).onlyIf(isSet(encryption));
      }),
});
