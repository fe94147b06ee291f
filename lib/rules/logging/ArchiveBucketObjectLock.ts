import { isCopiedToLocked, isLocked, receivesLogs } from '../../analysis/log-archives';
import { defineRule } from '../define';

export const ArchiveBucketObjectLock = defineRule({
  id: 'ArchiveBucketObjectLock',
  clauses: ['7.1(6)②', '3(2)⑥(イ)'],
  title: {
    ja: 'ログを保管するバケットは、オブジェクトロック（COMPLIANCEモード）で書込禁止とする',
    en: 'Buckets that logs are delivered to are locked against change (Object Lock in COMPLIANCE mode)',
  },
  why: {
    ja: '侵入者も内部の不正者も、まず自らの跡を消そうとする。COMPLIANCEモードでロックしたログは、ルートユーザーを含め誰も期限まで消せない。',
    en: 'Intruders and dishonest insiders begin by removing their traces. Logs locked in COMPLIANCE mode cannot be deleted before their time by anyone, the root user included.',
  },
  fix: {
    ja: 'ObjectLockEnabledをtrueとし、ObjectLockConfiguration.Rule.DefaultRetentionに、ModeとしてCOMPLIANCE、Daysとしてプロファイルの定める日数以上を指定してください。ロックできないバケットで受ける場合は、全体をロック済みのバケットへ複製してください。',
    en: 'Set ObjectLockEnabled to true, and in ObjectLockConfiguration.Rule.DefaultRetention Mode to COMPLIANCE and Days to at least what the profile prescribes. Where the bucket itself cannot be locked, replicate all of it to one that is.',
  },
  cdk: {
    ja: 'LogArchiveを用い、ロックできないログにはAccessLogBucketにarchiveを指定する',
    en: 'use LogArchive, and for logs that cannot be locked AccessLogBucket with an archive',
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
