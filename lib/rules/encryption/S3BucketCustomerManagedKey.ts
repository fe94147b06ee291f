import { customerManagedKey } from '../../model/keys';
import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const S3BucketCustomerManagedKey = defineRule({
  id: 'S3BucketCustomerManagedKey',
  clauses: ['4(1)④', '9.2(5)①(イ)', '9.2(7)③'],
  title: {
    ja: 'S3バケットは、顧客管理の暗号鍵で暗号化する',
    en: 'S3 buckets are encrypted with a customer managed key',
  },
  fix: {
    ja: 'BucketEncryptionのSSEAlgorithmをaws:kmsとし、KMSMasterKeyIDに顧客管理のKMSキーを指定してください（CDKではEncryptedBucketを使うか、encryption: BucketEncryption.KMSとencryptionKeyを指定）。',
    en: 'Set SSEAlgorithm to aws:kms in BucketEncryption, and KMSMasterKeyID to a customer managed key (in CDK: use EncryptedBucket, or encryption: BucketEncryption.KMS with an encryptionKey).',
  },
  resources: ['AWS::S3::Bucket'],
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2 },
  check: (bucket, { profile }) => {
    const rules = bucket.get('BucketEncryption.ServerSideEncryptionConfiguration');
    if (rules.isAbsent) {
      return rules.states(
        'breaks',
        { ja: '指定なし（SSE-S3）', en: 'not set (SSE-S3)' },
        { ja: '顧客管理の暗号鍵によるaws:kms', en: 'aws:kms with a customer managed key' },
      );
    }
    return rules.items().some((rule) => {
      const encryption = rule.get('ServerSideEncryptionByDefault');
      return encryption
        .get('SSEAlgorithm')
        .must(oneOf('aws:kms', 'aws:kms:dsse'))
        .and(encryption.get('KMSMasterKeyID').must(customerManagedKey(profile.facts.customerManagedKeys)));
    });
  },
});
