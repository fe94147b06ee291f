import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as accessanalyzer from 'aws-cdk-lib/aws-accessanalyzer';
import * as config from 'aws-cdk-lib/aws-config';
import * as events from 'aws-cdk-lib/aws-events';
import * as guardduty from 'aws-cdk-lib/aws-guardduty';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as securityhub from 'aws-cdk-lib/aws-securityhub';
import { Construct } from 'constructs';
import type { IEncryptedTopic } from '../data/encrypted-topic';
import type { AccessLogBucket } from '../logging/access-log-bucket';
import { customerManagedKey } from '../private/keys';

/** What watches over an account. */
export enum SecurityService {
  /** GuardDuty: malicious traffic and operations (4(3)①, 7.5(7)). */
  THREAT_DETECTION = 'threat-detection',
  /** AWS Config: changes of resources, and rules for them (7.5(1)④, 8.2(1)③). */
  CONFIGURATION_RECORDER = 'configuration-recorder',
  /** Security Hub: findings brought together (8.1①). */
  SECURITY_FINDINGS = 'security-findings',
  /** IAM Access Analyzer: ids and rights that nobody uses (7.2(1)②(ウ)). */
  ACCESS_ANALYZER = 'access-analyzer',
}

/** What GuardDuty looks at beyond the record of operations, traffic and name look-ups. */
const PROTECTIONS = [
  'S3_DATA_EVENTS',
  'EBS_MALWARE_PROTECTION',
  'RDS_LOGIN_EVENTS',
  'LAMBDA_NETWORK_LOGS',
  'EKS_AUDIT_LOGS',
  'RUNTIME_MONITORING',
];

/** Managed rules of AWS Config for what a template cannot show of a running account. */
const CONFIG_RULES = [
  'CLOUD_TRAIL_ENABLED',
  'ENCRYPTED_VOLUMES',
  'IAM_ROOT_ACCESS_KEY_CHECK',
  'IAM_USER_MFA_ENABLED',
  'INCOMING_SSH_DISABLED',
  'MFA_ENABLED_FOR_IAM_CONSOLE_ACCESS',
  'RDS_STORAGE_ENCRYPTED',
  'S3_ACCOUNT_LEVEL_PUBLIC_ACCESS_BLOCKS_PERIODIC',
  'S3_BUCKET_PUBLIC_READ_PROHIBITED',
  'S3_BUCKET_PUBLIC_WRITE_PROHIBITED',
  'VPC_DEFAULT_SECURITY_GROUP_CLOSED',
];

/** Days in which nobody uses an id or a right, after which Access Analyzer says so. */
const UNUSED_DAYS = 90;

/** Properties of a `SecurityMonitoring`. */
export interface SecurityMonitoringProps {
  /** Who hears of findings (8.1①). */
  readonly alarmTopic: IEncryptedTopic;

  /**
   * Where requests to the bucket of configuration records are logged (7.1(6)①).
   *
   * @default - a trail may record them as data events
   */
  readonly accessLogBucket?: AccessLogBucket;

  /**
   * What the platform of the account runs already: a second one cannot be made. The profile has to name the same in
   * `platformProvides`.
   *
   * @default - nothing
   */
  readonly providedByPlatform?: SecurityService[];
}

/**
 * Watches over an account at all times (8.1①): GuardDuty with all its protections, AWS Config with rules, Security Hub,
 * and IAM Access Analyzer; grave findings go to a topic. Once in each account and region.
 */
export class SecurityMonitoring extends Construct {
  constructor(scope: Construct, id: string, props: SecurityMonitoringProps) {
    super(scope, id);
    const provided = new Set(props.providedByPlatform ?? []);
    if (!provided.has(SecurityService.THREAT_DETECTION)) this.detectThreats();
    if (!provided.has(SecurityService.CONFIGURATION_RECORDER))
      this.recordConfiguration(props.accessLogBucket);
    if (!provided.has(SecurityService.SECURITY_FINDINGS)) this.gatherFindings();
    if (!provided.has(SecurityService.ACCESS_ANALYZER)) this.analyzeAccess();
    this.sendOn(props.alarmTopic);
  }

  private detectThreats(): void {
    new guardduty.CfnDetector(this, 'Detector', {
      enable: true,
      findingPublishingFrequency: 'FIFTEEN_MINUTES',
      features: PROTECTIONS.map((name) => ({ name, status: 'ENABLED' })),
    });
  }

  private recordConfiguration(accessLogBucket?: AccessLogBucket): void {
    const role = new iam.Role(this, 'RecorderRole', {
      description: 'Records changes of resources',
      assumedBy: new iam.ServicePrincipal('config.amazonaws.com'),
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWS_ConfigRole')],
    });
    const records = this.addRecordBucket(role, accessLogBucket);
    const recorder = new config.CfnConfigurationRecorder(this, 'Recorder', {
      roleArn: role.roleArn,
      recordingGroup: { allSupported: true, includeGlobalResourceTypes: true },
    });
    // Recorder and channel wait for each other by themselves; the rights have to be there before both.
    new config.CfnDeliveryChannel(this, 'Channel', {
      s3BucketName: records.bucketName,
      s3KmsKeyArn: records.encryptionKey!.keyArn,
      configSnapshotDeliveryProperties: { deliveryFrequency: 'TwentyFour_Hours' },
    }).node.addDependency(role, records);
    for (const identifier of CONFIG_RULES) {
      new config.CfnConfigRule(this, `Rule-${identifier}`, {
        source: { owner: 'AWS', sourceIdentifier: identifier },
      }).node.addDependency(recorder);
    }
  }

  /** AWS Config does not deliver to a bucket whose objects are locked. */
  private addRecordBucket(role: iam.Role, accessLogBucket?: AccessLogBucket): s3.Bucket {
    const key = customerManagedKey(this, 'RecordKey', `Configuration records ${this.node.path}`);
    const bucket = new s3.Bucket(this, 'Records', {
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: key,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    accessLogBucket?.receiveFromBucket(bucket, this.node.addr);
    const allow = (actions: string[], resources: string[]) =>
      role.addToPolicy(new iam.PolicyStatement({ actions, resources }));
    allow(['s3:GetBucketAcl', 's3:ListBucket'], [bucket.bucketArn]);
    allow(['s3:PutObject'], [bucket.arnForObjects(`AWSLogs/${Stack.of(this).account}/Config/*`)]);
    allow(['kms:Decrypt', 'kms:GenerateDataKey'], [key.keyArn]);
    return bucket;
  }

  private gatherFindings(): void {
    new securityhub.CfnHub(this, 'Hub', {
      enableDefaultStandards: true,
      autoEnableControls: true,
      controlFindingGenerator: 'SECURITY_CONTROL',
    });
  }

  private analyzeAccess(): void {
    new accessanalyzer.CfnAnalyzer(this, 'ExternalAccess', { type: 'ACCOUNT' });
    new accessanalyzer.CfnAnalyzer(this, 'UnusedAccess', {
      type: 'ACCOUNT_UNUSED_ACCESS',
      analyzerConfiguration: { unusedAccessConfiguration: { unusedAccessAge: UNUSED_DAYS } },
    });
  }

  /** Findings of the platform's own detectors are sent on too: they appear in the account. */
  private sendOn(topic: IEncryptedTopic): void {
    topic.allowPublishBy('events.amazonaws.com');
    const rule = (id: string, description: string, eventPattern: object) =>
      new events.CfnRule(this, id, {
        description,
        eventPattern,
        state: 'ENABLED',
        targets: [{ id: 'Topic', arn: topic.topic.topicArn }],
      });
    rule('Threats', 'Findings of GuardDuty of medium severity or higher', {
      source: ['aws.guardduty'],
      'detail-type': ['GuardDuty Finding'],
      detail: { severity: [{ numeric: ['>=', 4] }] },
    });
    rule('Findings', 'New findings of Security Hub that are high or critical', {
      source: ['aws.securityhub'],
      'detail-type': ['Security Hub Findings - Imported'],
      detail: {
        findings: { Severity: { Label: ['HIGH', 'CRITICAL'] }, Workflow: { Status: ['NEW'] } },
      },
    });
  }
}
