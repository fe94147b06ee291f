import { Claim } from '../../model/claim';
import { isTrue, oneOf } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { isSet } from './keys-table';

const SETTINGS = ['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'];

/**
 * What is written replaces all four settings, and one that is not written is then false. Where nothing is written
 * CloudFormation leaves the settings as they are: S3 has turned all four on for buckets made since April 2023, and
 * for no older one, and what is changed by hand stays. A template does not show which, so it is undetermined; a
 * bucket that gives the public an ACL at the same time wants to be public. Access points, which always start
 * with all four on and cannot be changed later, need nothing.
 */
export const S3BucketBlocksPublicAccess = defineRule({
  id: 'S3BucketBlocksPublicAccess',
  clauses: ['9.2(5)①(ア)', '9.2(6)①(エ)', '3(2)⑨', '4(1)②(イ)'],
  title: {
    ja: '機密性2以上又はインターネット接続系以外のS3バケットは、公開を禁止する',
    en: 'S3 buckets of confidentiality 2 or outside of the Internet zone block public access',
  },
  why: {
    ja: 'バケットの公開は、ポリシーやACLの一行で起きる。公開を禁止しておかないと、その一行の誤りで住民の文書を誰でも読めるようになる。',
    en: "One line of a policy or ACL publishes a bucket. Unless public access is blocked, one mistaken line lets anyone read residents' documents.",
  },
  fix: {
    ja: 'PublicAccessBlockConfigurationのBlockPublicAcls、BlockPublicPolicy、IgnorePublicAcls及びRestrictPublicBucketsを全てtrueとしてください。',
    en: 'Set BlockPublicAcls, BlockPublicPolicy, IgnorePublicAcls and RestrictPublicBuckets of PublicAccessBlockConfiguration to true.',
  },
  cdk: {
    ja: 'EncryptedBucketを用いるか、BucketのblockPublicAccessをBlockPublicAccess.BLOCK_ALLとする',
    en: 'use EncryptedBucket, or blockPublicAccess: BlockPublicAccess.BLOCK_ALL of Bucket',
  },
  resources: ['AWS::S3::Bucket', 'AWS::S3::AccessPoint', 'AWS::S3::MultiRegionAccessPoint'],
  // Public information of the Internet zone may be handed out from a bucket.
  appliesTo: { zones: ['my-number', 'lgwan', 'management'], orConfidentialityAtLeast: 2 },
  check: (resource) => {
    const configuration = resource.get('PublicAccessBlockConfiguration');
    const written = isSet(configuration);
    const allOn = Claim.all(SETTINGS.map((name) => configuration.get(name).must(isTrue)));
    const unsaid =
      resource.type === 'AWS::S3::Bucket'
        ? configuration
            .states(
              'undetermined',
              {
                ja: '指定なし（2023年4月以後に作成したバケットのみ、全て有効）',
                en: 'not set: on for buckets made since April 2023 only',
              },
              { ja: '4項目全てがtrueであること', en: 'all four settings true' },
            )
            .and(notPublic(resource))
        : Claim.HOLDS;
    return Claim.all([allOn.onlyIf(written), unsaid.onlyIf(written.not())]);
  },
});

const PUBLIC_ACLS = oneOf('PublicRead', 'PublicReadWrite', 'AuthenticatedRead');

function isPublic(bucket: Resource): Claim {
  return bucket.get('AccessControl').orDefault('Private').must(PUBLIC_ACLS);
}

function notPublic(bucket: Resource): Claim {
  const acl = bucket.get('AccessControl');
  return acl
    .states(
      'breaks',
      { ja: '誰にでも読取りを許すACL', en: 'an ACL that lets everybody read' },
      { ja: '公開しないACL', en: 'an ACL that is not public' },
    )
    .onlyIf(isPublic(bucket));
}
