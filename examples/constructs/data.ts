import type { Stack } from 'aws-cdk-lib';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AuroraMysqlEngineVersion, AuroraPostgresEngineVersion } from 'aws-cdk-lib/aws-rds';
import {
  AccessLogBucket,
  DatabaseEngine,
  EncryptedBucket,
  EncryptedCache,
  EncryptedDatabase,
  EncryptedFileSystem,
  EncryptedQueue,
  EncryptedSearchDomain,
  EncryptedTable,
  EncryptedTopic,
  ManagedSecret,
  PrivateFunction,
  SystemKey,
  Zone,
} from '../../index';
import { type ConstructExample, EVERYWHERE, networkOf } from './example';

function database(stack: Stack, zone: Zone, engine: DatabaseEngine): EncryptedDatabase {
  return new EncryptedDatabase(stack, 'Records', {
    vpc: networkOf(stack, zone).vpc,
    engine,
    administratorName: 'juki_kanri',
  });
}

export const DATA: readonly ConstructExample[] = [
  {
    construct: 'SystemKey',
    zones: EVERYWHERE,
    summary: {
      ja: 'システムごとに一つの顧客管理キー。破棄により情報を復元不能とする',
      en: 'Customer managed key of one system; its end makes the information unreadable',
    },
    build: (stack) => new SystemKey(stack, 'Key', { systemName: 'juki' }),
  },
  {
    construct: 'SystemKey',
    variant: 'with custodians',
    zones: [Zone.MY_NUMBER],
    build: (stack) => {
      const custodian = iam.Role.fromRoleArn(
        stack,
        'Custodian',
        `arn:aws:iam::${stack.account}:role/Custodian`,
      );
      const encryptionKey = new SystemKey(stack, 'Key', { systemName: 'juki', custodians: [custodian] });
      new EncryptedBucket(stack, 'Records', { encryptionKey });
    },
  },
  {
    construct: 'EncryptedBucket',
    zones: EVERYWHERE,
    summary: {
      ja: '記録を置くS3バケット',
      en: 'S3 bucket for records',
    },
    build: (stack) => new EncryptedBucket(stack, 'Records'),
  },
  {
    construct: 'EncryptedBucket',
    variant: 'locked and logged',
    zones: [Zone.MY_NUMBER],
    build: (stack) =>
      new EncryptedBucket(stack, 'Records', {
        accessLogBucket: new AccessLogBucket(stack, 'AccessLogs'),
        lockDays: 1827,
        supersededVersionDays: 90,
      }),
  },
  {
    construct: 'EncryptedDatabase',
    variant: 'PostgreSQL',
    zones: [Zone.MY_NUMBER, Zone.LGWAN],
    summary: {
      ja: 'Auroraのデータベース（PostgreSQL、MySQL）',
      en: 'Aurora database (PostgreSQL, MySQL)',
    },
    build: (stack, zone) =>
      database(stack, zone, DatabaseEngine.auroraPostgres(AuroraPostgresEngineVersion.VER_17_9)),
  },
  {
    construct: 'EncryptedDatabase',
    variant: 'MySQL',
    zones: [Zone.INTERNET, Zone.MANAGEMENT],
    build: (stack, zone) =>
      database(stack, zone, DatabaseEngine.auroraMysql(AuroraMysqlEngineVersion.VER_3_12_0)),
  },
  {
    construct: 'EncryptedTable',
    zones: EVERYWHERE,
    summary: { ja: 'DynamoDBのテーブル', en: 'DynamoDB table' },
    build: (stack) =>
      new EncryptedTable(stack, 'Reservations', {
        partitionKey: { name: 'id', type: AttributeType.STRING },
      }),
  },
  {
    construct: 'EncryptedFileSystem',
    zones: EVERYWHERE,
    summary: {
      ja: '課室ごとにアクセスポイントを分けたファイルシステム（EFS）',
      en: 'File system (EFS) with an access point for each section',
    },
    build: (stack, zone) =>
      new EncryptedFileSystem(stack, 'Files', {
        network: networkOf(stack, zone),
        sections: ['zeimu', 'shimin'],
      }),
  },
  {
    construct: 'EncryptedQueue',
    zones: EVERYWHERE,
    summary: {
      ja: 'SQSのキュー及び処理できなかったメッセージのキュー',
      en: 'SQS queue, and another for what could not be processed',
    },
    build: (stack) => new EncryptedQueue(stack, 'Notices'),
  },
  {
    construct: 'EncryptedTopic',
    zones: EVERYWHERE,
    summary: { ja: 'SNSのトピック', en: 'SNS topic' },
    build: (stack) => new EncryptedTopic(stack, 'Alarms', { emailAddresses: ['joho@city.example.jp'] }),
  },
  {
    construct: 'EncryptedCache',
    zones: EVERYWHERE,
    summary: {
      ja: 'IAMで認証するキャッシュ（ElastiCache for Valkey）',
      en: 'Cache (ElastiCache for Valkey) with log-in by IAM',
    },
    build: (stack, zone) => new EncryptedCache(stack, 'Sessions', { network: networkOf(stack, zone) }),
  },
  {
    construct: 'EncryptedSearchDomain',
    zones: EVERYWHERE,
    summary: { ja: 'VPC内の検索ドメイン（OpenSearch）', en: 'Search domain (OpenSearch) inside the VPC' },
    build: (stack, zone) =>
      new EncryptedSearchDomain(stack, 'Search', {
        network: networkOf(stack, zone),
        administratorRole: new iam.Role(stack, 'SearchAdministrator', {
          assumedBy: new iam.AccountPrincipal(stack.account),
        }),
      }),
  },
  {
    construct: 'ManagedSecret',
    zones: EVERYWHERE,
    summary: {
      ja: '自動で更新され、だれも知る必要のないパスワード',
      en: 'Password that changes by itself and that nobody has to know',
    },
    build: (stack, zone) =>
      new ManagedSecret(stack, 'Partner', {
        rotationFunction: new PrivateFunction(stack, 'Rotation', {
          network: networkOf(stack, zone),
          code: lambda.Code.fromInline('def handler(event, context): pass'),
          handler: 'index.handler',
        }).function,
      }),
  },
];
