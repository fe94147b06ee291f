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
  why: {
    ja: 'S3のサーバーアクセスログ等はロックしたバケットに届かない。バージョニングもなければ、上書きされたログの元の内容は失われる。',
    en: 'Server access logs of S3 are not delivered to a locked bucket. Without versions either, a log that is overwritten is lost.',
  },
  fix: {
    ja: 'VersioningConfiguration.StatusをEnabledにしてください。',
    en: 'Set VersioningConfiguration.Status to Enabled.',
  },
  cdk: {
    ja: 'AccessLogBucketを用いるか、Bucketのversioned: trueを指定する',
    en: 'use AccessLogBucket, or versioned: true of Bucket',
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
