import { Stack } from 'aws-cdk-lib';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as logs from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import type { IEncryptedTopic } from '../data/encrypted-topic';
import { alarmTo } from '../private/alarms';
import type { ILogArchive } from './log-archive';
import { RetainedLogGroup } from './retained-log-group';

/** What somebody has to hear of (7.1(6)④), as patterns of CloudWatch Logs. */
const WATCHED: Readonly<Record<string, string>> = {
  RootUser:
    '{ $.userIdentity.type = "Root" && $.userIdentity.invokedBy NOT EXISTS && $.eventType != "AwsServiceEvent" }',
  RefusedOperations: '{ ($.errorCode = "*UnauthorizedOperation") || ($.errorCode = "AccessDenied*") }',
  FailedLogIns: '{ ($.eventName = ConsoleLogin) && ($.errorMessage = "Failed authentication") }',
  LogInsWithoutMfa:
    '{ ($.eventName = ConsoleLogin) && ($.additionalEventData.MFAUsed != "Yes") && ($.userIdentity.type = "IAMUser") }',
  ChangesOfTrails:
    '{ ($.eventName = CreateTrail) || ($.eventName = UpdateTrail) || ($.eventName = DeleteTrail) || ($.eventName = StopLogging) || ($.eventName = PutEventSelectors) }',
  ChangesOfIdentities:
    '{ ($.eventSource = iam.amazonaws.com) && (($.eventName = Create*) || ($.eventName = Delete*) || ($.eventName = Attach*) || ($.eventName = Detach*) || ($.eventName = Put*) || ($.eventName = Update*)) }',
  EndOfKeys:
    '{ ($.eventSource = kms.amazonaws.com) && (($.eventName = DisableKey) || ($.eventName = ScheduleKeyDeletion)) }',
  ChangesOfNetworks:
    '{ ($.eventName = AuthorizeSecurityGroup*) || ($.eventName = RevokeSecurityGroup*) || ($.eventName = *NetworkAcl*) || ($.eventName = *InternetGateway) || ($.eventName = *Route) || ($.eventName = *VpcPeeringConnection) }',
};

/** Refusals that are everyday, in five minutes. */
const REFUSALS = 5;

/** Stores whose every access is recorded. */
const RECORDED = ['AWS::DynamoDB::Table', 'AWS::Lambda::Function'];

/** Properties of an `AuditTrail`. */
export interface AuditTrailProps {
  /** Where the record is kept, so that nobody can alter it (7.1(6)②). */
  readonly archive: ILogArchive;

  /** Who hears of what should not happen (7.1(6)④). */
  readonly alarmTopic: IEncryptedTopic;

  /**
   * How long the searchable copy in CloudWatch Logs is kept, in days: at least one year.
   *
   * @default logs.RetentionDays.THREE_YEARS
   */
  readonly logRetention?: logs.RetentionDays;
}

/**
 * Who did what in the account, in all regions (7.1(6)①): operations, and every access to objects, items and functions.
 * The files prove that nobody changed them (7.1(6)②), and lie in the archive under its key and lock. A copy in
 * CloudWatch Logs is watched: use of the root user, refusals, failed log-ins, changes of trails, identities,
 * keys and networks raise an alarm (7.1(6)④, 8.1①). Once in each account.
 *
 * @throws if `logRetention` is shorter than a year.
 */
export class AuditTrail extends Construct {
  /** The trail. */
  public readonly trail: cloudtrail.CfnTrail;
  /** The searchable copy. */
  public readonly logGroup: logs.ILogGroup;

  constructor(scope: Construct, id: string, props: AuditTrailProps) {
    super(scope, id);
    const log = new RetainedLogGroup(
      this,
      'Log',
      props.logRetention === undefined ? {} : { retention: props.logRetention },
    );
    this.logGroup = log.logGroup;
    const role = new iam.Role(this, 'LogRole', {
      description: 'Delivers the trail to CloudWatch Logs',
      assumedBy: new iam.ServicePrincipal('cloudtrail.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    });
    this.logGroup.grantWrite(role);
    this.trail = this.addTrail(props.archive, role);
    // CloudTrail tests its rights when the trail is made.
    this.trail.node.addDependency(props.archive, role);
    for (const [name, pattern] of Object.entries(WATCHED)) this.watch(name, pattern, props.alarmTopic);
  }

  private addTrail(archive: ILogArchive, role: iam.IRole): cloudtrail.CfnTrail {
    const { bucket, encryptionKey } = archive;
    const equals = (field: string, ...values: string[]) => ({ field, equalTo: values });
    // `cloudtrail.Trail` would let trails of any account write to the archive, which already lets ours.
    return new cloudtrail.CfnTrail(this, 'Trail', {
      isLogging: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      s3BucketName: bucket.bucketName,
      kmsKeyId: encryptionKey.keyArn,
      cloudWatchLogsLogGroupArn: this.logGroup.logGroupArn,
      cloudWatchLogsRoleArn: role.roleArn,
      advancedEventSelectors: [
        { name: 'Management', fieldSelectors: [equals('eventCategory', 'Management')] },
        {
          // Every access to an object, but in the archive: the trail would record its own writing.
          name: 'Objects',
          fieldSelectors: [
            equals('eventCategory', 'Data'),
            equals('resources.type', 'AWS::S3::Object'),
            { field: 'resources.ARN', notStartsWith: [bucket.arnForObjects('')] },
          ],
        },
        ...RECORDED.map((type) => ({
          name: type,
          fieldSelectors: [equals('eventCategory', 'Data'), equals('resources.type', type)],
        })),
      ],
    });
  }

  private watch(name: string, pattern: string, topic: IEncryptedTopic): void {
    const metricNamespace = 'AuditTrail';
    const metricName = `${this.node.addr}-${name}`;
    new logs.MetricFilter(this, `${name}Filter`, {
      logGroup: this.logGroup,
      filterPattern: logs.FilterPattern.literal(pattern),
      metricNamespace,
      metricName,
      metricValue: '1',
    });
    alarmTo(this, `${name}Alarm`, topic, {
      alarmDescription: `The trail shows: ${name}`,
      metric: new cloudwatch.Metric({ namespace: metricNamespace, metricName, statistic: 'Sum' }),
      threshold: name === 'RefusedOperations' ? REFUSALS : 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
  }
}
