import { Claim } from '../../model/claim';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { RECEIVES_LOGS } from '../reliefs';

export const S3BucketAclsDisabled = defineRule({
  id: 'S3BucketAclsDisabled',
  clauses: ['7.1(1)②', '7.2(1)①'],
  title: {
    ja: 'S3バケットのACLを無効とし、権限をポリシーに一元化する',
    en: 'ACLs of S3 buckets are disabled, so that policies alone say who may do what',
  },
  why: {
    ja: 'ACLが有効であると、書き込んだ者がファイルごとに閲覧者を決めることができ、市は誰が読めるかを把握できない。',
    en: 'With ACLs, whoever writes a file decides who reads it, and the city cannot tell from its policies who does.',
  },
  fix: {
    ja: 'OwnershipControls.RulesのObjectOwnershipをBucketOwnerEnforcedとしてください。指定しない場合も、2023年4月以後に作成したバケットでは無効です。',
    en: 'Set ObjectOwnership in OwnershipControls.Rules to BucketOwnerEnforced. Without it, ACLs are disabled, too, in buckets made since April 2023.',
  },
  cdk: {
    ja: 'objectOwnershipにObjectOwnership.BUCKET_OWNER_ENFORCEDを指定する',
    en: 'objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED',
  },
  // The clauses name no means, and ACLs that grant nothing do no harm yet.
  duty: 'should',
  relievedBy: [RECEIVES_LOGS],
  resources: ['AWS::S3::Bucket'],
  check: (bucket) =>
    bucket
      .get('OwnershipControls.Rules')
      .items()
      .every((rule) => rule.get('ObjectOwnership').must(equals('BucketOwnerEnforced')))
      .or(takesLogsByAcl(bucket)),
});

/** Standard logs of CloudFront, in their older form, are delivered by ACL only. */
function takesLogsByAcl(bucket: Resource): Claim {
  return Claim.any(
    bucket.deployment
      .referrers(bucket, 'AWS::CloudFront::Distribution', 'DistributionConfig.Logging.Bucket')
      .map(({ when }) => Claim.when(when)),
  );
}
