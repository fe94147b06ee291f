import { Claim } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { platformDuty } from '../platform';
import { settingApart } from '../reliefs';

const PLAN = 'AWS::GuardDuty::MalwareProtectionPlan';
const BUCKET = 'ProtectedResource.S3Bucket.BucketName';

export const UploadedFilesAreScanned = defineRule({
  id: 'UploadedFilesAreScanned',
  clauses: ['7.4(1)①', '7.4(1)②'],
  title: {
    ja: '外部からファイルを受け取るバケットでは、不正プログラムを検査する',
    en: 'Buckets that take in files from outside are scanned for malware',
  },
  why: {
    ja: '住民や事業者を装って送られたファイルから、庁内に不正プログラムが入る。',
    en: "Files sent in the guise of residents or businesses carry malware into the city's network.",
  },
  fix: {
    ja: 'バケットをProtectedResource.S3Bucket.BucketNameとするAWS::GuardDuty::MalwareProtectionPlanを作成してください。他の方法で検査している場合は、それを示してください（プロファイルのplatformProvidesにmalware-protection）。',
    en: 'Create an AWS::GuardDuty::MalwareProtectionPlan whose ProtectedResource.S3Bucket.BucketName is the bucket. Where files are scanned in another way, show so (malware-protection in platformProvides of the profile).',
  },
  cdk: { ja: 'CfnMalwareProtectionPlanを作成する', en: 'a CfnMalwareProtectionPlan' },
  relievedBy: [settingApart('AWS::GuardDuty::MalwareProtectionPlan')],
  resources: ['AWS::S3::Bucket'],
  appliesTo: { zones: ['internet'] },
  check: (bucket, { deployment, profile }) => {
    const or = (so: Guard, { when }: { readonly when: Guard }) => so.or(when);
    const certain = deployment.referrers(bucket, PLAN, BUCKET).reduce(or, NEVER);
    const maybe = deployment.openReferrers(PLAN, BUCKET).reduce(or, certain);
    // What lets a browser write to a bucket is what shows that files come from outside.
    const receives = bucket
      .get('CorsConfiguration.CorsRules')
      .items()
      .some((rule) =>
        rule
          .get('AllowedMethods')
          .items()
          .some((method) => method.must(oneOf('PUT', 'POST'))),
      );
    return platformDuty(profile, 'malware-protection', new Claim(certain, maybe.not()), PLAN, {
      ja: 'このバケットの検査',
      en: 'one for this bucket',
    }).onlyIf(receives);
  },
});
