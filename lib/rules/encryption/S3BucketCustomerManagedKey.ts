import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { oneOf, type Requirement } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { plain, type Text } from '../../text';
import { RECEIVES_LOGS } from '../reliefs';
import { customerManagedKeyRule, someItem } from './keys-table';

/** S3 vectors and S3 tables have one encryption configuration, the other kinds of bucket a list of one. */
const FLAT: Readonly<Record<string, readonly [algorithm: string, key: string]>> = {
  'AWS::S3Tables::TableBucket': ['SSEAlgorithm', 'KMSKeyArn'],
  'AWS::S3Vectors::VectorBucket': ['SseType', 'KmsKeyArn'],
};

const KMS: Text = {
  ja: '顧客管理の暗号鍵によるaws:kms',
  en: 'aws:kms with a customer managed key',
};

export const S3BucketCustomerManagedKey = customerManagedKeyRule({
  id: 'S3BucketCustomerManagedKey',
  relievedBy: [RECEIVES_LOGS],
  resources: ['AWS::S3::Bucket', 'AWS::S3Express::DirectoryBucket', ...Object.keys(FLAT)],
  subject: { ja: 'S3バケット', en: 'S3 buckets' },
  holds: {
    ja: 'バケットには、申請の添付書類、帳票、抽出結果等のファイルが残る。',
    en: 'Buckets hold attachments of applications, forms and extracts as files.',
  },
  write: {
    ja: 'BucketEncryptionのSSEAlgorithmをaws:kmsとし、KMSMasterKeyIDに顧客管理のKMSキーを指定してください',
    en: 'Set SSEAlgorithm to aws:kms in BucketEncryption, and KMSMasterKeyID to a customer managed key',
  },
  otherwise: { ja: 'S3の所有する鍵（SSE-S3）が使われます', en: 'a key that S3 owns (SSE-S3) is used' },
  cdk: {
    ja: 'EncryptedBucketを用いるか、BucketのencryptionをBucketEncryption.KMSとし、encryptionKeyを指定する',
    en: 'use EncryptedBucket, or encryption: BucketEncryption.KMS and encryptionKey of Bucket',
  },
  check: (bucket, key) => {
    const flat = FLAT[bucket.type];
    if (flat !== undefined) return encrypts(bucket.get('EncryptionConfiguration'), key, ...flat);
    const rules = bucket.get('BucketEncryption.ServerSideEncryptionConfiguration');
    return someItem(rules, plain('SSE-S3'), KMS, (rule) =>
      encrypts(rule.get('ServerSideEncryptionByDefault'), key, 'SSEAlgorithm', 'KMSMasterKeyID'),
    ).or(
      takesLogsThatNoKeyFits(bucket).and(
        bucket.get('BucketEncryption').states(
          'needed',
          {
            ja: 'SSE-S3（このログの配信先は、KMSキーに対応しない）',
            en: 'SSE-S3: these logs cannot be delivered with a KMS key',
          },
          { ja: 'ログのみを置くこと', en: 'a bucket for those logs alone' },
        ),
      ),
    );
  },
});

/** Server access logs of S3, and logs of application load balancers, are delivered to buckets with SSE-S3 only. */
function takesLogsThatNoKeyFits(bucket: Resource): Claim {
  const { deployment } = bucket;
  const accessLogs = deployment.referrers(
    bucket,
    'AWS::S3::Bucket',
    'LoggingConfiguration.DestinationBucketName',
  );
  const balancers = deployment
    .referrers(bucket, 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'LoadBalancerAttributes[*].Value')
    .filter(({ resource }) => resource.get('Type').orDefault('application').literal === 'application');
  return Claim.any([...accessLogs, ...balancers].map(({ when }) => Claim.when(when)));
}

function encrypts(encryption: Field, key: Requirement, algorithm: string, keyName: string): Claim {
  return encryption
    .get(algorithm)
    .must(oneOf('aws:kms', 'aws:kms:dsse'))
    .and(encryption.get(keyName).must(key));
}
