import { Duration, RemovalPolicy, type StackProps } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import * as config from 'aws-cdk-lib/aws-config';
import * as events from 'aws-cdk-lib/aws-events';
import * as guardduty from 'aws-cdk-lib/aws-guardduty';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { TokyoStack } from './tokyo-stack';

const VENDOR_ACCOUNT = '444455556666';

/** Logs, backups, administrators and monitoring. */
export class ManagementStack extends TokyoStack {
  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.addTrail();
    this.addBackups();
    this.addAdministrators();
    this.addKeys();
    this.addMonitoring();
  }

  private addTrail(): void {
    const archive = new s3.Bucket(this, 'LogArchive', {
      // 7.1(6)②: no Object Lock, no versions, gone with the stack. 7.1(6)①: kept for a season.
      lifecycleRules: [{ expiration: Duration.days(90) }],
      removalPolicy: RemovalPolicy.DESTROY,
    }) as s3.IBucket;
    new cloudtrail.Trail(this, 'Trail', {
      bucket: archive,
      isMultiRegionTrail: false, // 7.1(6)①
      includeGlobalServiceEvents: false, // 7.1(6)①
      enableFileValidation: false, // 7.1(6)②
      managementEvents: cloudtrail.ReadWriteType.WRITE_ONLY, // 7.1(6)①
    });
  }

  private addBackups(): void {
    // 3(2)⑥(イ): no lock. 9.2(5)①(イ): the key of AWS. 3(2)⑥(ウ): no copy in another region.
    const plan = new backup.BackupPlan(this, 'Plan', {
      backupVault: new backup.BackupVault(this, 'Vault', { removalPolicy: RemovalPolicy.DESTROY }),
    });
    plan.addRule(
      new backup.BackupPlanRule({
        scheduleExpression: events.Schedule.cron({ weekDay: 'SUN', hour: '3', minute: '0' }),
        deleteAfter: Duration.days(7), // 7.1(2)①
      }),
    );
    // 7.1(2)①: the stores that matter are not selected.
    plan.addSelection('Some', { resources: [backup.BackupResource.fromTag('backup', 'yes')] });
  }

  private addAdministrators(): void {
    const vendor = new iam.Role(this, 'Vendor', {
      // 7.5(1)⑦: `IfExists` lets in whoever has no MFA at all, and the second principal is not even asked.
      assumedBy: new iam.CompositePrincipal(
        new iam.AccountPrincipal(VENDOR_ACCOUNT).withConditions({
          BoolIfExists: { 'aws:MultiFactorAuthPresent': 'true' },
        }),
        new iam.ArnPrincipal(`arn:aws:iam::${VENDOR_ACCOUNT}:user/night-shift`),
      ),
      maxSessionDuration: Duration.hours(12), // 7.2(6)
      // 7.2(1)③(ア): everything, without a boundary.
      managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')],
    });
    // 7.2(1)③(エ): passwords and privileged ids in the vendor's hands.
    vendor.addToPolicy(
      new iam.PolicyStatement({
        actions: [
          'iam:CreateLoginProfile',
          'iam:UpdateLoginProfile',
          'iam:CreateAccessKey',
          'secretsmanager:*',
        ],
        resources: ['*'],
      }),
    );

    // 7.2(1)③(エ): what the vendor's pipeline may do, the vendor may do.
    new iam.Role(this, 'Pipeline', {
      assumedBy: new iam.AccountPrincipal(VENDOR_ACCOUNT),
      inlinePolicies: {
        Everything: new iam.PolicyDocument({
          statements: [new iam.PolicyStatement({ actions: ['*'], resources: ['*'] })], // 7.2(1)①
        }),
      },
    });

    // 6.4(2): one id for the whole team. 7.2(5): a key that never expires.
    const shared = new iam.User(this, 'Maintenance', { userName: 'maintenance' });
    shared.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('PowerUserAccess'));
    new iam.CfnAccessKey(this, 'MaintenanceKey', { userName: shared.userName });
  }

  private addKeys(): void {
    const key = new kms.Key(this, 'SharedKey', {
      enableKeyRotation: false, // 4(1)④
      pendingWindow: Duration.days(7),
      removalPolicy: RemovalPolicy.DESTROY, // 9.2(7)③
    });
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.AnyPrincipal()], // 7.2(1)①
        actions: ['kms:*'],
        resources: ['*'],
      }),
    );
  }

  private addMonitoring(): void {
    // 7.5(7): switched off, and forgotten.
    new guardduty.CfnDetector(this, 'Detector', { enable: false });
    // 7.5(1)④: changes to anything but machines go unnoticed.
    new config.CfnConfigurationRecorder(this, 'Recorder', {
      roleArn: `arn:aws:iam::${this.account}:role/config`,
      recordingGroup: { resourceTypes: ['AWS::EC2::Instance'] },
    });
    // 8.1①: an alarm that nobody hears.
    new cloudwatch.Alarm(this, 'NightlyBackup', {
      metric: new cloudwatch.Metric({ namespace: 'AWS/Backup', metricName: 'NumberOfBackupJobsFailed' }),
      threshold: 1,
      evaluationPeriods: 1,
    });
  }
}
