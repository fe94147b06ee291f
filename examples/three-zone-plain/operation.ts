import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as sns from 'aws-cdk-lib/aws-sns';
import type { Construct } from 'constructs';
import { type Archive, addKey, addLogGroup } from './keys-and-logs';

export function addTopic(scope: Construct): sns.Topic {
  const key = addKey(scope, 'TopicKey', 'Alarms');
  const topic = new sns.Topic(scope, 'Topic', { masterKey: key as kms.IKey, enforceSSL: true });
  new sns.Subscription(scope, 'Mail', {
    topic,
    protocol: sns.SubscriptionProtocol.EMAIL,
    endpoint: 'joho@city.example.jp',
  });
  const principals = [new iam.ServicePrincipal('cloudwatch.amazonaws.com')];
  const conditions = { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } };
  topic.addToResourcePolicy(
    new iam.PolicyStatement({
      principals,
      actions: ['sns:Publish'],
      resources: [topic.topicArn],
      conditions,
    }),
  );
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals,
      actions: ['kms:Decrypt', 'kms:GenerateDataKey*'],
      resources: ['*'],
      conditions,
    }),
  );
  return topic;
}

function addAlarm(scope: Construct, id: string, topic: sns.Topic, props: cloudwatch.AlarmProps): void {
  const alarm = new cloudwatch.Alarm(scope, id, props);
  alarm.addAlarmAction(new SnsAction(topic));
  alarm.addOkAction(new SnsAction(topic));
}

const WATCHED: Record<string, string> = {
  RootUser:
    '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  Refused: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  FailedLogIns: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
  NoMfa:
    '{ ($.eventName = ConsoleLogin) && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") }',
  Trails: '{ ($.eventName = *Trail) || ($.eventName = StopLogging) || ($.eventName = PutEventSelectors) }',
  Identities:
    '{ ($.eventSource = iam.amazonaws.com) && (($.eventName = Create*) || ($.eventName = Delete*) || ($.eventName = Attach*) || ($.eventName = Detach*) || ($.eventName = Put*) || ($.eventName = Update*)) }',
  Keys: '{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }',
  Networks:
    '{ ($.eventName = *SecurityGroup*) || ($.eventName = *NetworkAcl*) || ($.eventName = *InternetGateway) || ($.eventName = *Route) || ($.eventName = *VpcPeeringConnection) }',
};

export function addTrail(scope: Construct, archive: Archive, topic: sns.Topic): void {
  const log = addLogGroup(scope, 'TrailLog', addKey(scope, 'TrailLogKey', 'Trail'));
  const role = new iam.Role(scope, 'TrailRole', {
    assumedBy: new iam.ServicePrincipal('cloudtrail.amazonaws.com', {
      conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(scope).account } },
    }),
  });
  log.grantWrite(role);
  const equals = (field: string, value: string) => ({ field, equalTo: [value] });
  const data = (type: string, ...more: cloudtrail.CfnTrail.AdvancedFieldSelectorProperty[]) => ({
    name: type,
    fieldSelectors: [equals('eventCategory', 'Data'), equals('resources.type', type), ...more],
  });
  const trail = new cloudtrail.CfnTrail(scope, 'Trail', {
    isLogging: true,
    isMultiRegionTrail: true,
    includeGlobalServiceEvents: true,
    enableLogFileValidation: true,
    s3BucketName: archive.bucket.bucketName,
    kmsKeyId: archive.key.keyArn,
    cloudWatchLogsLogGroupArn: log.logGroupArn,
    cloudWatchLogsRoleArn: role.roleArn,
    advancedEventSelectors: [
      { name: 'Management', fieldSelectors: [equals('eventCategory', 'Management')] },
      data('AWS::S3::Object', { field: 'resources.ARN', notStartsWith: [archive.bucket.arnForObjects('')] }),
      data('AWS::DynamoDB::Table'),
      data('AWS::Lambda::Function'),
    ],
  });
  trail.node.addDependency(archive.bucket, role);
  for (const [name, pattern] of Object.entries(WATCHED)) {
    new logs.MetricFilter(scope, `${name}Filter`, {
      logGroup: log,
      filterPattern: logs.FilterPattern.literal(pattern),
      metricNamespace: 'Trail',
      metricName: name,
      metricValue: '1',
    });
    addAlarm(scope, `${name}Alarm`, topic, {
      metric: new cloudwatch.Metric({ namespace: 'Trail', metricName: name, statistic: 'Sum' }),
      threshold: name === 'Refused' ? 5 : 1,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
  }
}

export function addVault(scope: Construct, backupVaultName?: string): backup.BackupVault {
  return new backup.BackupVault(scope, 'Vault', {
    ...(backupVaultName === undefined ? {} : { backupVaultName }),
    encryptionKey: addKey(scope, 'VaultKey', 'Backups of the city') as kms.IKey,
    lockConfiguration: { minRetention: Duration.days(35), changeableFor: Duration.days(3) },
    blockRecoveryPointDeletion: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

export function addBackups(scope: Construct, recoveryVaultArn: string, topic: sns.Topic): void {
  const keep = Duration.days(400);
  const plan = new backup.BackupPlan(scope, 'Plan', {
    backupVault: addVault(scope),
    backupPlanRules: [
      new backup.BackupPlanRule({
        ruleName: 'Daily',
        deleteAfter: keep,
        copyActions: [
          {
            destinationBackupVault: backup.BackupVault.fromBackupVaultArn(
              scope,
              'Recovery',
              recoveryVaultArn,
            ),
            deleteAfter: keep,
          },
        ],
      }),
    ],
  });
  plan.addSelection('Important', {
    role: new iam.Role(scope, 'BackupRole', {
      assumedBy: new iam.ServicePrincipal('backup.amazonaws.com'),
      managedPolicies: [
        'service-role/AWSBackupServiceRolePolicyForBackup',
        'AWSBackupServiceRolePolicyForS3Backup',
      ].map((name) => iam.ManagedPolicy.fromAwsManagedPolicyName(name)),
    }),
    disableDefaultBackupPolicy: true,
    resources: ['jichitai:integrity', 'jichitai:availability'].map((tag) =>
      backup.BackupResource.fromTag(tag, '2'),
    ),
  });
  const metric = (metricName: string, period: Duration) =>
    new cloudwatch.Metric({ namespace: 'AWS/Backup', metricName, statistic: 'Sum', period });
  for (const name of ['NumberOfBackupJobsFailed', 'NumberOfCopyJobsFailed', 'NumberOfRestoreJobsFailed']) {
    addAlarm(scope, name, topic, {
      metric: metric(name, Duration.hours(1)),
      threshold: 1,
      evaluationPeriods: 1,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
  }
  addAlarm(scope, 'NoBackup', topic, {
    metric: metric('NumberOfBackupJobsCompleted', Duration.days(1)),
    threshold: 1,
    evaluationPeriods: 1,
    comparisonOperator: cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD,
    treatMissingData: cloudwatch.TreatMissingData.BREACHING,
  });
}
