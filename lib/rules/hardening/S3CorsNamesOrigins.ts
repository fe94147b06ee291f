import { satisfying } from '../../model/requirement';
import { defineRule } from '../define';

const named = satisfying({ ja: '特定のオリジン', en: 'a certain origin' }, (value) => {
  if (value.kind === 'unknown') return 'undetermined';
  return value.kind === 'known' && /^([a-z]+:\/\/)?\*$/.test(String(value.value)) ? 'breaks' : 'holds';
});

export const S3CorsNamesOrigins = defineRule({
  id: 'S3CorsNamesOrigins',
  clauses: ['7.2(1)①', '7.5(1)②'],
  title: {
    ja: 'S3バケットのCORSは、特定のオリジンに限る',
    en: 'CORS of S3 buckets names the origins that may use it',
  },
  why: {
    ja: '全てのオリジンを許すと、職員や住民が開いた他のサイトから、その権限でファイルを読み書きされ得る。',
    en: 'With every origin allowed, any other page that somebody opens can read and write files with what that person was given.',
  },
  fix: {
    ja: 'CorsConfiguration.CorsRulesのAllowedOriginsに、*ではなく、https://から始まる特定のオリジンを指定してください。',
    en: 'Name origins that begin with https:// in AllowedOrigins of CorsConfiguration.CorsRules, instead of *.',
  },
  cdk: { ja: 'BucketのcorsのallowedOriginsに指定する', en: 'allowedOrigins in cors of Bucket' },
  // CORS grants nothing by itself: who may read is still up to the policies.
  duty: 'should',
  resources: ['AWS::S3::Bucket'],
  check: (bucket) =>
    bucket
      .get('CorsConfiguration.CorsRules')
      .items()
      .every((rule) =>
        rule
          .get('AllowedOrigins')
          .items()
          .every((origin) => origin.must(named)),
      ),
});
