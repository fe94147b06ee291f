import { receivesLogs } from '../../analysis/log-archives';
import { Claim, lacking } from '../../model/claim';
import type { Field } from '../../model/field';
import { absent, equals, present } from '../../model/requirement';
import { defineRule } from '../define';
import { RECEIVES_LOGS } from '../reliefs';

export const OldVersionsExpire = defineRule({
  id: 'OldVersionsExpire',
  clauses: ['3(2)⑩(エ)', '3(2)①(ウ)'],
  title: {
    ja: 'バージョニングしたS3バケットは、消去したオブジェクトの旧版を期限を定めて削除する',
    en: 'Versioned S3 buckets remove the old versions of deleted objects after a set time',
  },
  why: {
    ja: '旧版の期限を定めないと、消去したはずの個人情報が一覧に現れないまま残り続ける。',
    en: 'Without an end for old versions, personal data that were deleted stay for ever where no listing shows it.',
  },
  fix: {
    ja: 'LifecycleConfiguration.RulesにStatusをEnabledとする規則を加え、NoncurrentVersionExpiration.NoncurrentDaysを指定してください。',
    en: 'Add a rule with Status Enabled to LifecycleConfiguration.Rules, and set NoncurrentVersionExpiration.NoncurrentDays in it.',
  },
  cdk: {
    ja: 'EncryptedBucketのsupersededVersionDays、又はlifecycleRulesのnoncurrentVersionExpirationを指定する',
    en: 'supersededVersionDays of EncryptedBucket, or noncurrentVersionExpiration in lifecycleRules',
  },
  // The clauses ask that all copies are removed at the end of use, and not how.
  duty: 'should',
  relievedBy: [RECEIVES_LOGS],
  resources: ['AWS::S3::Bucket'],
  appliesTo: { orConfidentialityAtLeast: 2 },
  check: (bucket) => {
    const versioned = bucket.get('VersioningConfiguration.Status').must(equals('Enabled'));
    // Locked versions and logs are kept on purpose.
    const locked = bucket.get('ObjectLockEnabled').must(absent);
    const { lockable, refusesLock } = receivesLogs(bucket);
    const rules = bucket.get('LifecycleConfiguration.Rules');
    return rules
      .items()
      .some(endsOldVersions)
      .explained(
        rules.path,
        lacking({ ja: '旧版の期限なし', en: 'no end of old versions' }),
        {
          ja: '有効な規則によるNoncurrentVersionExpiration',
          en: 'NoncurrentVersionExpiration by an enabled rule',
        },
        rules.at,
      )
      .onlyIf(versioned.and(locked))
      .onlyIf(lockable.or(refusesLock).not());
  },
});

function endsOldVersions(rule: Field): Claim {
  return Claim.any([
    rule.get('NoncurrentVersionExpiration.NoncurrentDays').must(present),
    rule.get('NoncurrentVersionExpirationInDays').must(present),
  ]).and(rule.get('Status').must(equals('Enabled')));
}
