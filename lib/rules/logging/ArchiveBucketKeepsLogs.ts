import { asAlternative, withEvidence } from '../../analysis/evidence';
import { isLocked, receivesLogs } from '../../analysis/log-archives';
import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { absent, equals, satisfying } from '../../model/requirement';
import { asNumber } from '../../model/value';
import { defineRule } from '../define';

export const ArchiveBucketKeepsLogs = defineRule({
  id: 'ArchiveBucketKeepsLogs',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'ログを保管するバケットは、定められた期間が過ぎるまでログを失効させない',
    en: 'Buckets that logs are delivered to do not expire them before the prescribed period is over',
  },
  why: {
    ja: '不正アクセスは、発生から数か月を経て見付かることが多い。保管先でログが先に失効していると、侵入の始まりをたどれない。',
    en: 'Break-ins are often found months later. If the archive has expired its logs by then, nobody can trace how they began.',
  },
  fix: {
    ja: 'LifecycleConfigurationのExpirationInDaysを、プロファイルの定める日数以上にするか、指定を削除してください。',
    en: 'Set ExpirationInDays in LifecycleConfiguration to at least the days that the profile prescribes, or remove it.',
  },
  cdk: {
    ja: 'BucketのlifecycleRulesのexpirationをプロファイルの定める日数以上とする',
    en: 'expiration in lifecycleRules of Bucket of at least the days that the profile prescribes',
  },
  resources: ['AWS::S3::Bucket'],
  check: (bucket, { profile }) => {
    const days = profile.minimumLogRetentionDays;
    const { lockable, refusesLock } = receivesLogs(bucket);
    const kept = bucket
      .get('LifecycleConfiguration.Rules')
      .items()
      .every((rule) => keeps(rule, days));
    // A lifecycle rule removes no version that is locked.
    return kept.or(asAlternative(isLocked(bucket, days))).onlyIf(lockable.or(refusesLock));
  },
});

function keeps(rule: Field, days: number): Claim {
  const longEnough = rule.get('ExpirationInDays').must(
    satisfying({ ja: `${days}日以上`, en: `at least ${days} days` }, (value) => {
      if (value.kind === 'absent') return 'holds';
      if (value.kind !== 'known') return 'undetermined';
      return (asNumber(value.value) ?? 0) >= days ? 'holds' : 'breaks';
    }),
  );
  const stays = longEnough.and(rule.get('ExpirationDate').must(absent));
  const ofLogs = rule
    .get('Prefix')
    .orDefault('')
    .must(
      satisfying({ ja: 'ログに及ばない接頭辞', en: 'a prefix that logs do not have' }, (value) =>
        value.kind === 'known' && (value.value === '' || String(value.value).includes('AWSLogs'))
          ? 'holds'
          : 'undetermined',
      ),
    );
  const applies = rule
    .get('Status')
    .must(equals('Enabled'))
    .and(ofLogs)
    // Services that deliver logs do not tag them.
    .and(rule.get('TagFilters').must(absent));
  const claim = stays.onlyIf(applies);
  return withEvidence(claim, [...claim.evidence, ...ofLogs.evidence]);
}
