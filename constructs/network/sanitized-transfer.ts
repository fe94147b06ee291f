import { Duration, Stack } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as events from 'aws-cdk-lib/aws-events';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as guardduty from 'aws-cdk-lib/aws-guardduty';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import { Construct } from 'constructs';
import { EncryptedBucket } from '../data/encrypted-bucket';
import { EncryptedQueue } from '../data/encrypted-queue';
import type { IEncryptedTopic } from '../data/encrypted-topic';
import type { AccessLogBucket } from '../logging/access-log-bucket';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { alarmTo } from '../private/alarms';
import { keyProblem } from '../private/keys';
import { PropErrors } from '../private/prop-errors';

/** What GuardDuty says of an object in which it found nothing. */
const CLEAN = 'NO_THREATS_FOUND';

/** Properties of a `SanitizedTransfer`. */
export interface SanitizedTransferProps {
  /** Where clean objects go: a bucket on the other side. Nobody but this construct may write to it. */
  readonly cleanBucket: EncryptedBucket;

  /** Who hears of objects that were refused. */
  readonly alarmTopic: IEncryptedTopic;

  /**
   * Where requests to the quarantine are logged (7.1(6)①).
   *
   * @default - a trail may record them as data events
   */
  readonly accessLogBucket?: AccessLogBucket;

  /**
   * Customer managed key of the quarantine, and of the log of transfers.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * The way by which files of the Internet side come to the LGWAN side, made harmless (4(2)①): they land in a quarantine,
 * are scanned for malware (7.4(1)①), and only what is clean is copied, in the very version that was scanned. What is
 * refused, or could not be scanned, stays where it is: nobody can read it, and an alarm is raised (8.1①).
 *
 * A scan finds known malware. Where the policy asks for more, such as conversion of documents, that comes after it.
 *
 * @throws if `encryptionKey` is managed by AWS or does not rotate.
 */
export class SanitizedTransfer extends Construct {
  /** Where files are put that are to cross. */
  public readonly quarantine: EncryptedBucket;
  /** What copies clean objects. */
  public readonly stateMachine: sfn.IStateMachine;

  constructor(scope: Construct, id: string, props: SanitizedTransferProps) {
    const errors = new PropErrors('SanitizedTransfer');
    errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
    errors.throwIfAny(scope, id);
    super(scope, id);
    const { encryptionKey, accessLogBucket } = props;
    this.quarantine = new EncryptedBucket(this, 'Quarantine', {
      ...(encryptionKey === undefined ? {} : { encryptionKey }),
      ...(accessLogBucket === undefined ? {} : { accessLogBucket }),
      supersededVersionDays: 35,
    });
    const scanner = this.scan();
    const machine = this.addMachine(props.cleanBucket);
    this.stateMachine = machine;
    this.hideWhatIsNotClean(scanner);
    onlyBy(props.cleanBucket, machine.role);
    this.startOnVerdict(machine);
    this.tellOfRefusals(machine, props.alarmTopic);
  }

  /** Lets a principal put files into the quarantine, and do nothing else with them. */
  public grantPut(grantee: iam.IGrantable): iam.Grant {
    return this.quarantine.grantPut(grantee);
  }

  private scan(): iam.IRole {
    const { partition, region, account } = Stack.of(this);
    const { bucket, encryptionKey } = this.quarantine;
    const role = new iam.Role(this, 'ScannerRole', {
      description: 'Scans objects for malware',
      assumedBy: new iam.ServicePrincipal('malware-protection-plan.guardduty.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': account } },
      }),
    });
    const allow = (actions: string[], ...resources: string[]) =>
      role.addToPolicy(new iam.PolicyStatement({ actions, resources }));
    // The name that GuardDuty gives to the rule by which it learns of new objects.
    allow(
      [
        'events:PutRule',
        'events:DeleteRule',
        'events:PutTargets',
        'events:RemoveTargets',
        'events:DescribeRule',
        'events:ListTargetsByRule',
      ],
      `arn:${partition}:events:${region}:${account}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`,
    );
    allow(['s3:GetBucketNotification', 's3:PutBucketNotification', 's3:ListBucket'], bucket.bucketArn);
    allow(
      [
        's3:GetObject',
        's3:GetObjectVersion',
        's3:GetObjectTagging',
        's3:GetObjectVersionTagging',
        's3:PutObjectTagging',
        's3:PutObjectVersionTagging',
      ],
      bucket.arnForObjects('*'),
    );
    allow(['s3:PutObject'], bucket.arnForObjects('malware-protection-resource-validation-object'));
    encryptionKey.grantEncryptDecrypt(role);
    const plan = new guardduty.CfnMalwareProtectionPlan(this, 'Scan', {
      role: role.roleArn,
      protectedResource: { s3Bucket: { bucketName: bucket.bucketName } },
      actions: { tagging: { status: 'ENABLED' } },
    });
    plan.node.addDependency(role);
    return role;
  }

  /** Copies the version that was scanned: what somebody puts in its place afterwards is scanned by itself. */
  private addMachine(cleanBucket: EncryptedBucket): sfn.StateMachine {
    const { bucket, encryptionKey } = this.quarantine;
    const log = new RetainedLogGroup(this, 'Log', { encryptionKey });
    const object = '$states.input.detail.s3ObjectDetails';
    const definition = {
      Comment: 'Copies a clean object to the other side',
      QueryLanguage: 'JSONata',
      StartAt: 'Copy',
      States: {
        Copy: {
          Type: 'Task',
          Resource: `arn:${Stack.of(this).partition}:states:::aws-sdk:s3:copyObject`,
          Arguments: {
            Bucket: cleanBucket.bucket.bucketName,
            Key: `{% ${object}.objectKey %}`,
            CopySource: `{% ${object}.bucketName & '/' & $encodeUrlComponent(${object}.objectKey) & '?versionId=' & ${object}.versionId %}`,
          },
          Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 5, MaxAttempts: 3, BackoffRate: 2 }],
          End: true,
        },
      },
    };
    const machine = new sfn.StateMachine(this, 'Transfer', {
      definitionBody: sfn.DefinitionBody.fromString(Stack.of(this).toJsonString(definition)),
      timeout: Duration.minutes(15),
      logs: { destination: log.logGroup, level: sfn.LogLevel.ALL, includeExecutionData: false },
      tracingEnabled: true,
    });
    machine.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['s3:GetObjectVersion', 's3:GetObjectVersionTagging'],
        resources: [bucket.arnForObjects('*')],
      }),
    );
    machine.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['s3:PutObjectTagging'],
        resources: [cleanBucket.bucket.arnForObjects('*')],
      }),
    );
    // Set on the resource: CDK's own prop lets the delivery of logs of any account use the key.
    (machine.node.defaultChild as sfn.CfnStateMachine).encryptionConfiguration = {
      type: 'CUSTOMER_MANAGED_KMS_KEY',
      kmsKeyId: encryptionKey.keyArn,
      kmsDataKeyReusePeriodSeconds: 300,
    };
    encryptionKey.grantEncryptDecrypt(machine);
    this.allowKeyBy('delivery.logs.amazonaws.com', 'kms:Decrypt');
    cleanBucket.grantPut(machine);
    return machine;
  }

  private allowKeyBy(service: string, ...actions: string[]): void {
    this.quarantine.encryptionKey.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal(service)],
        actions,
        resources: ['*'],
        conditions: { StringEquals: { 'aws:SourceAccount': Stack.of(this).account } },
      }),
    );
  }

  /** Whoever may read the bucket: an object without the verdict is read by the scanner only. */
  private hideWhatIsNotClean(scanner: iam.IRole): void {
    const { bucket } = this.quarantine;
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'CleanObjectsOnly',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:GetObject', 's3:GetObjectVersion'],
        resources: [bucket.arnForObjects('*')],
        conditions: {
          StringNotEquals: { 's3:ExistingObjectTag/GuardDutyMalwareScanStatus': CLEAN },
          ArnNotEquals: { 'aws:PrincipalArn': scanner.roleArn },
        },
      }),
    );
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'VerdictsByTheScannerOnly',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: ['s3:PutObjectTagging', 's3:PutObjectVersionTagging'],
        resources: [bucket.arnForObjects('*')],
        conditions: { ArnNotEquals: { 'aws:PrincipalArn': scanner.roleArn } },
      }),
    );
  }

  private startOnVerdict(machine: sfn.StateMachine): void {
    const undelivered = new EncryptedQueue(this, 'Undelivered', {
      encryptionKey: this.quarantine.encryptionKey,
    });
    this.allowKeyBy('events.amazonaws.com', 'kms:Decrypt', 'kms:GenerateDataKey*');
    new events.Rule(this, 'Clean', {
      description: 'Objects of the quarantine in which nothing was found',
      eventPattern: this.verdicts([CLEAN]),
      targets: [new targets.SfnStateMachine(machine, { deadLetterQueue: undelivered.queue })],
    });
  }

  private tellOfRefusals(machine: sfn.StateMachine, topic: IEncryptedTopic): void {
    topic.allowPublishBy('events.amazonaws.com');
    new events.CfnRule(this, 'Refused', {
      description: 'Objects of the quarantine with malware, or that could not be scanned',
      eventPattern: {
        source: ['aws.guardduty'],
        'detail-type': ['GuardDuty Malware Protection Object Scan Result'],
        detail: {
          s3ObjectDetails: { bucketName: [this.quarantine.bucket.bucketName] },
          scanResultDetails: { scanResultStatus: [{ 'anything-but': [CLEAN] }] },
        },
      },
      state: 'ENABLED',
      targets: [{ id: 'Topic', arn: topic.topic.topicArn }],
    });
    alarmTo(this, 'FailedTransfer', topic, {
      alarmDescription: `${this.node.path}: a clean object could not be copied`,
      metric: machine.metricFailed(),
      threshold: 1,
      evaluationPeriods: 1,
      comparisonOperator: cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: cloudwatch.TreatMissingData.NOT_BREACHING,
    });
  }

  private verdicts(statuses: string[]): events.EventPattern {
    return {
      source: ['aws.guardduty'],
      detailType: ['GuardDuty Malware Protection Object Scan Result'],
      detail: {
        s3ObjectDetails: { bucketName: [this.quarantine.bucket.bucketName] },
        scanResultDetails: { scanResultStatus: statuses },
      },
    };
  }
}

/** The only way into the clean bucket is the transfer. */
function onlyBy(cleanBucket: EncryptedBucket, role: iam.IRole): void {
  const { bucket } = cleanBucket;
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'SanitizedObjectsOnly',
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('*')],
      conditions: { ArnNotEquals: { 'aws:PrincipalArn': role.roleArn } },
    }),
  );
}
