import { isInBackupPlan } from '../../analysis/backups';
import { receivesLogs } from '../../analysis/log-archives';
import { equals, isTrue } from '../../model/requirement';
import { defineRule } from '../define';
import { BACKED_UP, RECEIVES_LOGS } from '../reliefs';

export const S3BucketVersioned = defineRule({
  id: 'S3BucketVersioned',
  clauses: ['7.1(2)①', '7.5(1)③'],
  title: {
    ja: '重要なS3バケットは、バージョニングを有効にするか、バックアップの計画に含める',
    en: 'S3 buckets that matter are versioned, or in a plan of AWS Backup',
  },
  why: {
    ja: 'バージョニングのないバケットでは、上書きや削除をした瞬間に元の文書が失われ、改ざんの前の内容と比べることもできない。',
    en: 'Without versions an overwritten or deleted document is gone at once, and nothing is left to compare a manipulated one with.',
  },
  fix: {
    ja: 'VersioningConfiguration.StatusをEnabledにしてください。',
    en: 'Set VersioningConfiguration.Status to Enabled.',
  },
  cdk: {
    ja: 'EncryptedBucketを用いるか、Bucketのversioned: trueを指定する',
    en: 'use EncryptedBucket, or versioned: true of Bucket',
  },
  relievedBy: [RECEIVES_LOGS, BACKED_UP],
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
