import { Duration, SecretValue } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as ecr from 'aws-cdk-lib/aws-ecr';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as kinesis from 'aws-cdk-lib/aws-kinesis';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as subscriptions from 'aws-cdk-lib/aws-sns-subscriptions';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { isCareless, type Part } from './part';

/** Parts that keep data. */
export const STORES: readonly Part[] = [
  function storage(scope, { key, archive }, n) {
    const careless = isCareless(n);
    new s3.Bucket(scope, 'Documents', {
      encryption: careless ? s3.BucketEncryption.S3_MANAGED : s3.BucketEncryption.KMS,
      ...(careless ? {} : { encryptionKey: key, serverAccessLogsBucket: archive }),
      enforceSSL: !careless,
      versioned: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      lifecycleRules: [
        { id: 'old', noncurrentVersionExpiration: Duration.days(30 + n) },
        { id: 'parts', abortIncompleteMultipartUploadAfter: Duration.days(7) },
        {
          id: 'cold',
          prefix: 'closed/',
          transitions: [{ storageClass: s3.StorageClass.GLACIER, transitionAfter: Duration.days(180) }],
        },
      ],
    });
  },
  function database(scope, { vpc, key }, n) {
    const parameterGroup = new rds.ParameterGroup(scope, 'Parameters', {
      engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_17 }),
      parameters: { 'rds.force_ssl': isCareless(n) ? '0' : '1', log_statement: 'ddl' },
    });
    new rds.DatabaseInstance(scope, 'Register', {
      engine: rds.DatabaseInstanceEngine.postgres({ version: rds.PostgresEngineVersion.VER_17 }),
      vpc,
      vpcSubnets: { subnetGroupName: 'data' },
      parameterGroup,
      storageEncrypted: true,
      storageEncryptionKey: key,
      multiAz: !isCareless(n),
      backupRetention: Duration.days(isCareless(n) ? 1 : 14),
      deletionProtection: !isCareless(n),
      cloudwatchLogsExports: ['postgresql'],
      credentials: rds.Credentials.fromGeneratedSecret(`operator${n}`, { encryptionKey: key }),
    });
  },
  function exchange(scope, { vpc, key, alerts }, n) {
    new kinesis.Stream(scope, 'Stream', {
      encryption: kinesis.StreamEncryption.KMS,
      encryptionKey: key,
      retentionPeriod: Duration.hours(24 + n),
    });
    const topic = new sns.Topic(scope, 'Notices', isCareless(n) ? {} : { masterKey: key, enforceSSL: true });
    topic.addSubscription(new subscriptions.EmailSubscription(`system-${n}@example.jp`));
    new secretsmanager.Secret(scope, 'Partner', {
      encryptionKey: key,
      secretObjectValue: { user: SecretValue.unsafePlainText(`partner${n}`) },
    });
    for (const name of ['endpoint', 'level', 'window', 'contact']) {
      new ssm.StringParameter(scope, name, {
        parameterName: `/systems/${n}/${scope.node.path.replaceAll(/[^\w/]/g, '')}/${name}`,
        stringValue: `${name} of ${n}`,
      });
    }
    const files = new efs.FileSystem(scope, 'Files', {
      vpc,
      vpcSubnets: { subnetGroupName: 'data' },
      encrypted: true,
      ...(isCareless(n) ? {} : { kmsKey: key, enableAutomaticBackups: true }),
    });
    files.addAccessPoint('Share', { path: `/share${n}`, posixUser: { uid: '1000', gid: '1000' } });
    const log = new logs.LogGroup(scope, 'Exchange', { retention: logs.RetentionDays.ONE_YEAR });
    const denied = new logs.MetricFilter(scope, 'Denied', {
      logGroup: log,
      metricNamespace: `system${n}`,
      metricName: 'denied',
      filterPattern: logs.FilterPattern.anyTerm('AccessDenied', 'UnauthorizedOperation'),
    });
    const alarm = new cloudwatch.Alarm(scope, 'DeniedAlarm', {
      metric: denied.metric(),
      threshold: 5,
      evaluationPeriods: 1,
    });
    alarm.addAlarmAction({ bind: () => ({ alarmActionArn: alerts.topicArn }) });
    const graph = (title: string, name: string) =>
      new cloudwatch.GraphWidget({
        title: `${title} of system ${n}`,
        left: ['Sum', 'p90', 'p99'].map(
          (statistic) => new cloudwatch.Metric({ namespace: `system${n}`, metricName: name, statistic }),
        ),
        width: 12,
      });
    new cloudwatch.Dashboard(scope, 'Board', {
      widgets: ['received', 'answered', 'denied', 'late'].map((name) => [
        graph(name, name),
        graph(`${name} in detail`, name),
      ]),
    });
    new sfn.StateMachine(scope, 'Flow', {
      definitionBody: sfn.DefinitionBody.fromString(
        JSON.stringify({
          StartAt: 'Receive',
          States: {
            Receive: { Type: 'Pass', Result: { system: n }, Next: 'Wait' },
            Wait: { Type: 'Wait', Seconds: 60 + n, Next: 'Answer' },
            Answer: {
              Type: 'Task',
              Resource: 'arn:aws:states:::sns:publish',
              Parameters: { 'TopicArn.$': '$.topic', 'Message.$': '$.message' },
              Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 2 }],
              End: true,
            },
          },
        }),
      ),
      tracingEnabled: true,
    });
    new ecr.Repository(scope, 'Images', {
      imageScanOnPush: !isCareless(n),
      imageTagMutability: ecr.TagMutability.IMMUTABLE,
    });
    new backup.BackupPlan(scope, 'Plan', {
      backupVault: new backup.BackupVault(scope, 'Vault', { encryptionKey: key }),
      backupPlanRules: [
        backup.BackupPlanRule.daily(),
        ...(isCareless(n) ? [] : [backup.BackupPlanRule.monthly1Year()]),
      ],
    }).addSelection('All', { resources: [backup.BackupResource.fromTag('backup', `system-${n}`)] });
  },
];
