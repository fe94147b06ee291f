import { customerManagedKeyRule } from './keys-table';

export const TrailCustomerManagedKey = customerManagedKeyRule({
  id: 'TrailCustomerManagedKey',
  resources: ['AWS::CloudTrail::Trail', 'AWS::CloudTrail::EventDataStore'],
  subject: { ja: '証跡及びイベントデータストア', en: 'Trails and event data stores' },
  holds: {
    ja: '証跡には、誰がどのデータと鍵を扱ったかが残り、攻撃者にとっては環境の見取図になる。',
    en: 'A trail says who handled which data and keys; to an attacker it is a map of everything.',
  },
  write: {
    ja: 'TrailではKMSKeyId、EventDataStoreではKmsKeyIdに顧客管理のKMSキーを指定してください',
    en: 'Set KMSKeyId of a Trail, or KmsKeyId of an EventDataStore, to a customer managed key',
  },
  otherwise: { ja: 'S3の鍵又はAWSの所有する鍵が使われます', en: 'a key of S3 or one that AWS owns is used' },
  cdk: {
    ja: 'TrailのencryptionKey又はCfnEventDataStoreのkmsKeyIdを指定する',
    en: 'encryptionKey of Trail, or kmsKeyId of CfnEventDataStore',
  },
  check: (trail, key) =>
    // The spelling of the property differs between the two.
    trail.get(trail.type === 'AWS::CloudTrail::Trail' ? 'KMSKeyId' : 'KmsKeyId').must(key),
});
