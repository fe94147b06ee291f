import { asAlternative } from '../../analysis/evidence';
import { isCopiedToLocked, receivesLogs } from '../../analysis/log-archives';
import type { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { atLeast, equals, isTrue, oneOf, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { RECEIVES_LOGS } from '../reliefs';

/** What is moved there is seldom read, and charged for months at least. */
const FOR_ARCHIVES = oneOf('GLACIER', 'DEEP_ARCHIVE', 'Glacier');

export const LongKeptObjectsAreLocked = defineRule({
  id: 'LongKeptObjectsAreLocked',
  clauses: ['3(2)⑥(イ)'],
  title: {
    ja: '長期に保管するオブジェクトは、オブジェクトロックで書込禁止とする',
    en: 'Objects that are moved to an archive class to be kept for long are locked (Object Lock)',
  },
  why: {
    ja: '長く保管する情報は読まれることが少なく、書き換えや消去に気付くのが遅れる。',
    en: 'What is kept for long is seldom read, so that nobody notices for years that it was altered or deleted.',
  },
  fix: {
    ja: 'ObjectLockEnabledをtrueとし、ObjectLockConfiguration.Rule.DefaultRetentionにMode及びDays又はYearsを指定してください。',
    en: 'Set ObjectLockEnabled to true, and Mode and Days or Years in ObjectLockConfiguration.Rule.DefaultRetention.',
  },
  cdk: {
    ja: 'EncryptedBucketのlockDays、又はBucketのobjectLockDefaultRetentionを指定する',
    en: 'lockDays of EncryptedBucket, or objectLockDefaultRetention of Bucket',
  },
  relievedBy: [RECEIVES_LOGS],
  resources: ['AWS::S3::Bucket'],
  appliesTo: { zones: ['my-number'], orConfidentialityAtLeast: 2, orIntegrityAtLeast: 2 },
  check: (bucket, { profile }) => {
    const days = profile.minimumArchiveLockDays;
    const { lockable, refusesLock } = receivesLogs(bucket);
    const archives = bucket
      .get('LifecycleConfiguration.Rules')
      .items()
      .some((rule) => archivesFor(rule, days));
    return isWriteProtected(bucket, days).onlyIf(archives).onlyIf(lockable.or(refusesLock).not());
  },
});

/** States that a lifecycle rule moves current objects to an archive, and keeps them for long. */
function archivesFor(rule: Field, days: number): Claim {
  const moved = rule
    .get('Transitions')
    .items()
    .some((transition) => transition.get('StorageClass').must(FOR_ARCHIVES))
    .or(rule.get('Transition.StorageClass').must(FOR_ARCHIVES));
  const kept = rule.get('ExpirationInDays').orDefault(Number.POSITIVE_INFINITY).must(atLeast(days));
  return rule.get('Status').must(equals('Enabled')).and(moved).and(kept);
}

function isWriteProtected(bucket: Resource, days: number): Claim {
  const enabled = bucket.get('ObjectLockEnabled').orDefault(false).must(isTrue);
  const mode = bucket.get('ObjectLockConfiguration.Rule.DefaultRetention.Mode');
  // Without a default each object is locked by whoever writes it, or is not.
  const byDefault = mode.must(present).or(
    mode.states(
      'needed',
      { ja: '既定の保持期間なし', en: 'no default retention' },
      {
        ja: '書き込む際にオブジェクトをロックする証跡',
        en: 'evidence that each object is locked as it is written',
      },
    ),
  );
  const locked = enabled.and(byDefault);
  return bucket.get('ReplicationConfiguration').isAbsent
    ? locked
    : locked.or(asAlternative(isCopiedToLocked(bucket, days)));
}
