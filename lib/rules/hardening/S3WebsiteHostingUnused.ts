import { absent } from '../../model/requirement';
import { defineRule } from '../define';

export const S3WebsiteHostingUnused = defineRule({
  id: 'S3WebsiteHostingUnused',
  clauses: ['7.5(1)②', '5.3④'],
  title: {
    ja: 'S3バケットのウェブサイトの機能は、用いない',
    en: 'S3 buckets do not serve websites by themselves',
  },
  why: {
    ja: 'ウェブサイトの機能は暗号化されない通信だけに応じ、ウェブACLを付けることもできない。',
    en: 'That endpoint speaks plain HTTP only, and takes no web ACL.',
  },
  fix: {
    ja: 'AWS::S3::BucketのWebsiteConfigurationを削除し、公開するものはCloudFrontのオリジンアクセスコントロールを通して配信してください。',
    en: 'Remove WebsiteConfiguration of the AWS::S3::Bucket, and publish through CloudFront with an origin access control.',
  },
  cdk: {
    ja: 'websiteIndexDocumentを用いず、S3BucketOrigin.withOriginAccessControlを用いる',
    en: 'S3BucketOrigin.withOriginAccessControl instead of websiteIndexDocument',
  },
  resources: ['AWS::S3::Bucket'],
  // What is public anyway may be served in the clear.
  appliesTo: { zones: ['my-number', 'lgwan'], orConfidentialityAtLeast: 2 },
  check: (bucket) => bucket.get('WebsiteConfiguration').must(absent),
});
