import { isFalse, oneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const LightsailBucketNotPublic = defineRule({
  id: 'LightsailBucketNotPublic',
  clauses: ['9.2(5)①(ア)', '9.2(6)①(エ)', '3(2)⑨'],
  title: {
    ja: '機密性2以上又はインターネット接続系以外のLightsailバケットは、公開しない',
    en: 'Lightsail buckets of confidentiality 2 or outside of the Internet zone are not public',
  },
  why: {
    ja: '公開したバケットの内容は、名前を推測した者の誰にでも読まれる。',
    en: 'What is in a public bucket can be read by anybody who guesses its name.',
  },
  fix: {
    ja: 'AccessRulesのGetObjectをprivate、AllowPublicOverridesをfalseとしてください。',
    en: 'Set GetObject of AccessRules to private and AllowPublicOverrides to false.',
  },
  cdk: {
    ja: "CfnBucketのaccessRulesを{ getObject: 'private', allowPublicOverrides: false }とする",
    en: "accessRules: { getObject: 'private', allowPublicOverrides: false } of CfnBucket",
  },
  resources: ['AWS::Lightsail::Bucket'],
  appliesTo: { zones: ['my-number', 'lgwan', 'management'], orConfidentialityAtLeast: 2 },
  check: (bucket) =>
    bucket
      .get('AccessRules.GetObject')
      .orDefault('private')
      .must(oneOf('private'))
      .and(bucket.get('AccessRules.AllowPublicOverrides').orDefault(false).must(isFalse)),
});
