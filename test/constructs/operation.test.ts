import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import type { CfnTrail } from 'aws-cdk-lib/aws-cloudtrail';
import { AttributeType } from 'aws-cdk-lib/aws-dynamodb';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import { AuroraPostgresEngineVersion } from 'aws-cdk-lib/aws-rds';
import type { Construct } from 'constructs';
import {
  AuditTrail,
  CapacityAlarms,
  DatabaseEngine,
  EncryptedCache,
  EncryptedDatabase,
  EncryptedQueue,
  EncryptedTable,
  EncryptedTopic,
  LogArchive,
  MyNumberVpc,
  PrivateFunction,
  PrivateService,
  ProtectedBackupPlan,
  RecoveryAlarm,
  RecoveryVault,
  SecurityMonitoring,
  SecurityService,
} from '../../constructs';
import { failureOf, guardedFindings, quickApp, statementsOf, templateOf, typesOf } from './support';

const topic = (stack: Stack) =>
  new EncryptedTopic(stack, 'Topic', { emailAddresses: ['joho@city.example.jp'] });
const KEY = 'arn:aws:kms:ap-northeast-3:111122223333:key/11111111-1111-4111-8111-111111111111';
const VAULT = 'arn:aws:backup:ap-northeast-3:111122223333:backup-vault:city-recovery';

/** That each alarm tells the topic when it begins and when it ends. */
function expectAlarmsAreHeard(template: Template): void {
  const [topicId] = Object.keys(template.findResources('AWS::SNS::Topic'));
  template.allResourcesProperties('AWS::CloudWatch::Alarm', {
    AlarmActions: [{ Ref: topicId }],
    OKActions: [{ Ref: topicId }],
  });
  expect(statementsOf(template, 'AWS::SNS::TopicPolicy', 'PolicyDocument')).toContainEqual(
    expect.objectContaining({ Effect: 'Allow', Principal: { Service: 'cloudwatch.amazonaws.com' } }),
  );
}

test('alarms go to a topic that the platform has, whose policies are its own (8.1③)', () => {
  const arn = 'arn:aws:sns:ap-northeast-1:111122223333:city-alarms';
  const template = templateOf((stack) => {
    const alarmTopic = EncryptedTopic.fromTopicArn(stack, 'Platform', arn);
    new RecoveryAlarm(stack, 'RecoveryAlarm', { alarmTopic });
    new SecurityMonitoring(stack, 'Monitoring', {
      alarmTopic,
      providedByPlatform: Object.values(SecurityService),
    });
  });
  template.hasResourceProperties('AWS::CloudWatch::Alarm', { AlarmActions: [arn], OKActions: [arn] });
  template.hasResourceProperties('AWS::Events::Rule', { Targets: [{ Id: 'Topic', Arn: arn }] });
  template.resourceCountIs('AWS::SNS::Topic', 0);
  template.resourceCountIs('AWS::SNS::TopicPolicy', 0);
});

describe('LogArchive', () => {
  test('is copied to an archive in the other region, under that one’s key, locks too (7.1(6)③)', () => {
    const template = templateOf((stack) => {
      const replica = LogArchive.fromLogArchiveAttributes(stack, 'Replica', {
        bucketName: 'city-log-archive-osaka',
        encryptionKeyArn: KEY,
      });
      new LogArchive(stack, 'Archive', { replica });
    });
    template.hasResourceProperties('AWS::S3::Bucket', {
      ReplicationConfiguration: {
        Rules: [
          Match.objectLike({
            Status: 'Enabled',
            SourceSelectionCriteria: { SseKmsEncryptedObjects: { Status: 'Enabled' } },
            Destination: Match.objectLike({ EncryptionConfiguration: { ReplicaKmsKeyID: KEY } }),
          }),
        ],
      },
    });
    const actions = statementsOf(template, 'AWS::IAM::Policy', 'PolicyDocument').flatMap(
      ({ Action }) => Action,
    );
    expect(actions).toEqual(
      expect.arrayContaining(['s3:GetObjectRetention', 's3:ReplicateObject', 'kms:Decrypt']),
    );
  });
});

describe('AuditTrail', () => {
  const build = (stack: Stack) =>
    new AuditTrail(stack, 'Trail', { archive: new LogArchive(stack, 'Archive'), alarmTopic: topic(stack) });
  const template = templateOf(build);

  test('records operations of all regions and access to data, in files that prove themselves', () => {
    template.hasResourceProperties('AWS::CloudTrail::Trail', {
      IsMultiRegionTrail: true,
      EnableLogFileValidation: true,
      KMSKeyId: Match.anyValue(),
      AdvancedEventSelectors: Match.arrayWith([
        Match.objectLike({ Name: 'Management' }),
        Match.objectLike({ Name: 'Objects' }),
        Match.objectLike({ Name: 'AWS::DynamoDB::Table' }),
      ]),
    });
  });

  test('raises an alarm for whatever a filter finds (7.1(6)④)', () => {
    const metrics = Object.values(template.findResources('AWS::Logs::MetricFilter')).map(
      ({ Properties }) => Properties.MetricTransformations[0].MetricName as string,
    );
    const alarms = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
      ({ Properties }) => Properties.MetricName as string,
    );
    expect(metrics.length).toBeGreaterThan(5);
    expect(alarms.sort()).toEqual(metrics.sort());
    expectAlarmsAreHeard(template);
  });

  test('is seen by the guardrail once it is switched off or its files cannot prove themselves', () => {
    const rules = guardedFindings((stack) => {
      const { trail } = build(stack);
      const resource: CfnTrail = trail;
      resource.enableLogFileValidation = false;
      resource.isMultiRegionTrail = false;
    });
    expect(rules).toEqual(expect.arrayContaining(['TrailIntegrity', 'TrailCoversAllRegions']));
  });
});

describe('backups', () => {
  test('are selected by their marks, locked, and copied to the other region', () => {
    const template = templateOf((stack) => new ProtectedBackupPlan(stack, 'X', { recoveryVaultArn: VAULT }));
    template.hasResourceProperties('AWS::Backup::BackupVault', {
      LockConfiguration: { MinRetentionDays: 35, ChangeableForDays: 3 },
      AccessPolicy: { Statement: [Match.objectLike({ Effect: 'Deny' })] },
    });
    template.hasResourceProperties('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanRule: [
          Match.objectLike({
            Lifecycle: { DeleteAfterDays: 400 },
            CopyActions: [{ DestinationBackupVaultArn: VAULT, Lifecycle: { DeleteAfterDays: 400 } }],
          }),
        ],
      },
    });
    template.hasResourceProperties('AWS::Backup::BackupSelection', {
      BackupSelection: {
        ListOfTags: [
          Match.objectLike({ ConditionKey: 'jichitai:integrity', ConditionValue: '2' }),
          Match.objectLike({ ConditionKey: 'jichitai:availability', ConditionValue: '2' }),
        ],
      },
    });
  });

  test('find their second vault by an ARN that is known before deployment', () => {
    const app = quickApp();
    const env = { account: '111122223333', region: 'ap-northeast-3' };
    const recovery = new RecoveryVault(new Stack(app, 'Osaka', { env }), 'X', { vaultName: 'city-recovery' });
    const tokyo = new Stack(app, 'Tokyo', { env: { ...env, region: 'ap-northeast-1' } });
    new ProtectedBackupPlan(tokyo, 'X', { recoveryVaultArn: recovery.vaultArn, keepDays: 90 });
    expect(JSON.stringify(Template.fromStack(tokyo))).toContain(
      ':backup:ap-northeast-3:111122223333:backup-vault:city-recovery',
    );
  });

  test('raise an alarm when they fail, and when there are none', () => {
    const template = templateOf((stack) => new RecoveryAlarm(stack, 'X', { alarmTopic: topic(stack) }));
    expectAlarmsAreHeard(template);
    template.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName: 'NumberOfBackupJobsCompleted',
      ComparisonOperator: 'LessThanThreshold',
      TreatMissingData: 'breaching',
    });
    template.resourceCountIs('AWS::CloudWatch::Alarm', 4);
  });
});

describe('SecurityMonitoring', () => {
  const build = (stack: Stack, providedByPlatform?: SecurityService[]) =>
    new SecurityMonitoring(stack, 'X', {
      alarmTopic: topic(stack),
      ...(providedByPlatform === undefined ? {} : { providedByPlatform }),
    });

  test('makes all services, and sends findings on', () => {
    const template = templateOf((stack) => build(stack));
    const types = typesOf(template);
    for (const type of [
      'AWS::GuardDuty::Detector',
      'AWS::Config::ConfigurationRecorder',
      'AWS::Config::ConfigRule',
      'AWS::SecurityHub::Hub',
      'AWS::AccessAnalyzer::Analyzer',
    ]) {
      expect(types).toContain(type);
    }
    template.allResourcesProperties('AWS::Events::Rule', { State: 'ENABLED', Targets: [Match.anyValue()] });
  });

  test.each([
    [SecurityService.THREAT_DETECTION, /GuardDuty/],
    [SecurityService.CONFIGURATION_RECORDER, /Config/],
    [SecurityService.SECURITY_FINDINGS, /SecurityHub/],
    [SecurityService.ACCESS_ANALYZER, /AccessAnalyzer/],
  ])('leaves %s to the platform that has it, and still sends findings on', (service, type) => {
    const types = [...typesOf(templateOf((stack) => build(stack, [service])))];
    expect(types.filter((name) => type.test(name))).toEqual([]);
    expect(types).toContain('AWS::Events::Rule');
  });

  test('records everything under a key of the customer', () => {
    const template = templateOf((stack) => build(stack));
    template.hasResourceProperties('AWS::Config::ConfigurationRecorder', {
      RecordingGroup: { AllSupported: true, IncludeGlobalResourceTypes: true },
    });
    template.hasResourceProperties('AWS::Config::DeliveryChannel', { S3KmsKeyArn: Match.anyValue() });
  });
});

describe('CapacityAlarms', () => {
  const network = (stack: Stack) =>
    new MyNumberVpc(stack, 'Network', { cidr: '10.32.0.0/16', interfaceEndpoints: [] });

  test('watches each part of a system, and each is heard', () => {
    const template = templateOf((stack) => {
      const vpc = network(stack);
      const alarms = new CapacityAlarms(stack, 'Alarms', { alarmTopic: topic(stack) });
      alarms.watchDatabase(
        new EncryptedDatabase(stack, 'Database', {
          vpc: vpc.vpc,
          engine: DatabaseEngine.auroraPostgres(AuroraPostgresEngineVersion.VER_17_9),
          administratorName: 'kanri',
        }),
      );
      alarms.watchService(new PrivateService(stack, 'Service', { network: vpc, imageTag: '1.0.0' }));
      alarms.watchQueue(new EncryptedQueue(stack, 'Queue'));
      alarms.watchTable(
        new EncryptedTable(stack, 'Table', { partitionKey: { name: 'id', type: AttributeType.STRING } }),
      );
      alarms.watchCache(new EncryptedCache(stack, 'Cache', { network: vpc }));
      alarms.watchFunction(
        new PrivateFunction(stack, 'Function', {
          network: vpc,
          code: lambda.Code.fromInline('def handler(event, context): pass'),
          handler: 'index.handler',
        }),
      );
    });
    const metrics = Object.values(template.findResources('AWS::CloudWatch::Alarm')).map(
      ({ Properties: { Namespace, MetricName } }) => `${Namespace} ${MetricName}`,
    );
    expect(metrics.sort()).toEqual([
      'AWS/DynamoDB ReadThrottleEvents',
      'AWS/DynamoDB WriteThrottleEvents',
      'AWS/ECS CPUUtilization',
      'AWS/ECS MemoryUtilization',
      'AWS/ElastiCache DatabaseMemoryUsagePercentage',
      'AWS/ElastiCache EngineCPUUtilization',
      'AWS/Lambda Errors',
      'AWS/Lambda Throttles',
      'AWS/RDS CPUUtilization',
      'AWS/SQS ApproximateNumberOfMessagesVisible',
      'AWS/SQS ApproximateNumberOfMessagesVisible',
    ]);
    expectAlarmsAreHeard(template);
  });
});

describe('props that are wrong', () => {
  const wrong: readonly (readonly [string, (stack: Stack) => Construct, readonly string[]])[] = [
    [
      'RecoveryVault',
      (stack) => new RecoveryVault(stack, 'X', { vaultName: 'a vault', lockDays: 7 }),
      ['vaultName', 'lockDays'],
    ],
    [
      'ProtectedBackupPlan',
      (stack) => new ProtectedBackupPlan(stack, 'X', { recoveryVaultArn: 'city-recovery', keepDays: 7 }),
      ['recoveryVaultArn', 'keepDays'],
    ],
    [
      'RetainedLogGroup',
      (stack) =>
        new AuditTrail(stack, 'X', {
          archive: new LogArchive(stack, 'A'),
          alarmTopic: topic(stack),
          logRetention: 30,
        }),
      ['retention'],
    ],
  ];
  test.each(wrong)('of %s are all named', (name, build, props) => {
    const message = failureOf(build);
    expect(message).toContain(`${name} at 'Stack/X`);
    expect([...message.matchAll(/- `(\w+)`/g)].map(([, prop]) => prop)).toEqual(props);
  });
});

test('stacks without an environment work too', () => {
  const stack = new Stack(new App({ builtinCloudFormationValidation: false }), 'Stack');
  const { vaultArn } = new RecoveryVault(stack, 'Vault', { vaultName: 'city-recovery' });
  new ProtectedBackupPlan(stack, 'Plan', { recoveryVaultArn: vaultArn });
  Template.fromStack(stack).resourceCountIs('AWS::Backup::BackupVault', 2);
});
