import { isInBackupPlan } from '../../analysis/backups';
import { receivesLogs } from '../../analysis/log-archives';
import { equals, isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const S3BucketVersioned = defineRule({
  id: 'S3BucketVersioned',
  clauses: ['7.1(2)①', '7.5(1)③'],
  title: {
    ja: '重要なS3バケットは、バージョニングを有効にするか、バックアップの計画に含める',
    en: 'S3 buckets that matter are versioned, or in a plan of AWS Backup',
  },
  fix: {
    ja: 'VersioningConfiguration.StatusをEnabledにしてください（CDKではEncryptedBucketを使うか、versioned: trueを指定）。',
    en: 'Set VersioningConfiguration.Status to Enabled (in CDK: use EncryptedBucket, or versioned: true).',
  },
  resources: ['AWS::S3::Bucket'],
  appliesTo: { zones: ['my-number'], orIntegrityAtLeast: 2, orAvailabilityAtLeast: 2 },
  check: (bucket, { profile }) => {
    const versioned = bucket.get('VersioningConfiguration.Status').must(equals('Enabled'));
    // Object Lock switches versioning on.
    const locked = bucket.get('ObjectLockEnabled').must(isTrue);
    const { lockable, refusesLock } = receivesLogs(bucket);
    return (
      (locked.breaks.isAlways ? versioned : versioned.or(locked))
        .or(isInBackupPlan(bucket, profile.minimumBackupRetentionDays))
        // Buckets of logs are judged by the rules for archives.
        .onlyIf(lockable.or(refusesLock).not())
    );
  },
});
