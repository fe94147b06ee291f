import { isCopiedToLocked, isLocked, receivesLogs } from '../../analysis/log-archives';
import { defineRule } from '../define';

export const ArchiveBucketObjectLock = defineRule({
  id: 'ArchiveBucketObjectLock',
  clauses: ['7.1(6)②', '3(2)⑥(イ)'],
  title: {
    ja: 'ログを保管するバケットは、オブジェクトロック（COMPLIANCEモード）で書込禁止とする',
    en: 'Buckets that logs are delivered to are locked against change (Object Lock in COMPLIANCE mode)',
  },
  fix: {
    ja: 'ObjectLockEnabledをtrueとし、ObjectLockConfiguration.Rule.DefaultRetentionに、ModeとしてCOMPLIANCE、Daysとしてプロファイルの定める日数以上を指定してください（CDKではLogArchiveを使用）。ロックできないバケットで受ける場合は、全体をロック済みのバケットへ複製してください（CDKではAccessLogBucketにarchiveを指定）。',
    en: 'Set ObjectLockEnabled to true, and in ObjectLockConfiguration.Rule.DefaultRetention Mode to COMPLIANCE and Days to at least what the profile prescribes (in CDK: use LogArchive). Where the bucket itself cannot be locked, replicate all of it to one that is (in CDK: AccessLogBucket with an archive).',
  },
  resources: ['AWS::S3::Bucket'],
  check: (bucket, { profile }) => {
    const days = profile.minimumArchiveLockDays;
    const { lockable } = receivesLogs(bucket);
    const own = isLocked(bucket, days);
    const copied = bucket.get('ReplicationConfiguration').isAbsent
      ? own
      : own.or(isCopiedToLocked(bucket, days));
    return copied.onlyIf(lockable);
  },
});
