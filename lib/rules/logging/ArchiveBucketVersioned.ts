import { receivesLogs } from '../../analysis/log-archives';
import { equals, isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const ArchiveBucketVersioned = defineRule({
  id: 'ArchiveBucketVersioned',
  clauses: ['7.1(6)②'],
  title: {
    ja: 'オブジェクトロックの使えないログのバケットは、バージョニングを有効にする',
    en: 'Log buckets that cannot have Object Lock are versioned',
  },
  fix: {
    ja: 'VersioningConfiguration.StatusをEnabledにしてください（CDKではAccessLogBucketを使うか、versioned: trueを指定）。',
    en: 'Set VersioningConfiguration.Status to Enabled (in CDK: use AccessLogBucket, or versioned: true).',
  },
  resources: ['AWS::S3::Bucket'],
  // S3 server access logs and AWS Config do not go to a locked bucket; any other log bucket is to be locked.
  check: (bucket) => {
    const versioned = bucket.get('VersioningConfiguration.Status').must(equals('Enabled'));
    const locked = bucket.get('ObjectLockEnabled').must(isTrue);
    return (locked.breaks.isAlways ? versioned : versioned.or(locked)).onlyIf(
      receivesLogs(bucket).refusesLock,
    );
  },
});
