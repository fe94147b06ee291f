import {
  AccessLogBucket,
  AuditTrail,
  EncryptedBucket,
  LogArchive,
  RetainedLogGroup,
  Zone,
} from '../../index';
import { type ConstructExample, EVERYWHERE } from './example';
import { alarmTopicIn } from './operation';

export const LOGGING: readonly ConstructExample[] = [
  {
    construct: 'LogArchive',
    zones: [Zone.MANAGEMENT],
    summary: {
      ja: 'だれも改ざん及び削除ができないログの保管先',
      en: 'Where logs are kept so that nobody can alter or delete them',
    },
    build: (stack) => new LogArchive(stack, 'Archive'),
  },
  {
    construct: 'AccessLogBucket',
    zones: EVERYWHERE,
    summary: {
      ja: 'ロードバランサー及びS3バケットのアクセスログを受け、保管先に写すバケット',
      en: 'Bucket that takes access logs of load balancers and buckets, and copies them to the archive',
    },
    build: (stack) => {
      const archive = new LogArchive(stack, 'Archive', {
        accessLogBucket: new AccessLogBucket(stack, 'ArchiveAccess'),
      });
      const accessLogBucket = new AccessLogBucket(stack, 'AccessLogs', { archive });
      new EncryptedBucket(stack, 'Records', { accessLogBucket });
    },
  },
  {
    construct: 'RetainedLogGroup',
    zones: EVERYWHERE,
    summary: {
      ja: '定めた期間ログを残すロググループ',
      en: 'Log group that keeps its entries for the prescribed period',
    },
    build: (stack) => new RetainedLogGroup(stack, 'Log'),
  },
  {
    construct: 'AuditTrail',
    zones: [Zone.MANAGEMENT],
    summary: {
      ja: 'アカウントの操作の記録（CloudTrail）。不審な操作を知らせる',
      en: 'Record of operations in the account (CloudTrail), with alarms on what should not happen',
    },
    build: (stack) =>
      new AuditTrail(stack, 'Trail', {
        archive: new LogArchive(stack, 'Archive', {
          accessLogBucket: new AccessLogBucket(stack, 'ArchiveAccess'),
        }),
        alarmTopic: alarmTopicIn(stack),
      }),
  },
];
