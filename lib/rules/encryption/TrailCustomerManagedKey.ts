import { customerManagedKeyRule } from './keys-table';

export const TrailCustomerManagedKey = customerManagedKeyRule({
  id: 'TrailCustomerManagedKey',
  resources: ['AWS::CloudTrail::Trail', 'AWS::CloudTrail::EventDataStore'],
  subject: { ja: '証跡及びイベントデータストア', en: 'Trails and event data stores' },
  write: {
    ja: 'TrailではKMSKeyId、EventDataStoreではKmsKeyIdに顧客管理のKMSキーを指定してください',
    en: 'Set KMSKeyId of a Trail, or KmsKeyId of an EventDataStore, to a customer managed key',
  },
  otherwise: { ja: 'S3の鍵又はAWSの所有する鍵が使われます', en: 'a key of S3 or one that AWS owns is used' },
  cdk: 'encryptionKey',
  check: (trail, key) =>
    // The spelling of the property differs between the two.
    trail.get(trail.type === 'AWS::CloudTrail::Trail' ? 'KMSKeyId' : 'KmsKeyId').must(key),
});
