import { Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as cloudtrail from 'aws-cdk-lib/aws-cloudtrail';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { AccessLogBucket, LogArchive, RetainedLogGroup, VendorAdministratorRole } from '../../index';

export interface ManagementStackProps extends StackProps {
  /** ARN of the backup vault in the other region. */
  readonly recoveryVaultArn: string;
  /** Users of the vendor that maintains the systems. */
  readonly vendorPrincipalArns: string[];
}

/** What the systems of all zones lean on. */
export class ManagementStack extends Stack {
  public readonly logArchive: LogArchive;

  constructor(scope: Construct, id: string, props: ManagementStackProps) {
    super(scope, id, props);

    // Requests to the archive are logged too, but not into the archive: that would never end.
    const archiveAccess = new AccessLogBucket(this, 'ArchiveAccess');
    this.logArchive = new LogArchive(this, 'LogArchive', { accessLogBucket: archiveAccess });
    this.recordOperations();
    this.backUp(props.recoveryVaultArn);
    this.admitVendor(props.vendorPrincipalArns);
  }

  /** Who did what, in all regions, in files that prove that nobody changed them: 7.1(6)①, 7.1(6)②. */
  private recordOperations(): void {
    const recent = new RetainedLogGroup(this, 'TrailLog');
    const role = new iam.Role(this, 'TrailLogRole', {
      assumedBy: new iam.ServicePrincipal('cloudtrail.amazonaws.com'),
    });
    recent.logGroup.grantWrite(role);

    const { bucket, encryptionKey } = this.logArchive;
    const equals = (field: string, value: string) => ({ field, equalTo: [value] });
    // `cloudtrail.Trail` would let trails of any account write to the archive, which already lets ours.
    const trail = new cloudtrail.CfnTrail(this, 'Trail', {
      isLogging: true,
      isMultiRegionTrail: true,
      includeGlobalServiceEvents: true,
      enableLogFileValidation: true,
      s3BucketName: bucket.bucketName,
      kmsKeyId: encryptionKey.keyArn,
      cloudWatchLogsLogGroupArn: recent.logGroup.logGroupArn,
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
      ],
    });
    // CloudTrail tests its rights when the trail is made.
    trail.node.addDependency(this.logArchive, role);
  }

  /** Daily backups of whatever is marked as hard to do without, with a copy in the other region: 7.1(2)①. */
  private backUp(recoveryVaultArn: string): void {
    const vault = new backup.BackupVault(this, 'Vault', {
      encryptionKey: new kms.Key(this, 'VaultKey', {
        description: 'Backups of the city',
        enableKeyRotation: true,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
      lockConfiguration: { minRetention: Duration.days(35), changeableFor: Duration.days(3) },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    const recoveryVault = backup.BackupVault.fromBackupVaultArn(this, 'RecoveryVault', recoveryVaultArn);
    const keep = Duration.days(400);
    const plan = new backup.BackupPlan(this, 'Plan', {
      backupVault: vault,
      backupPlanRules: [
        new backup.BackupPlanRule({
          ruleName: 'Daily',
          deleteAfter: keep,
          copyActions: [{ destinationBackupVault: recoveryVault, deleteAfter: keep }],
        }),
      ],
    });
    // The marks that each stack declares decide: a new store is covered on the day that it appears.
    plan.addSelection('Important', {
      role: new iam.Role(this, 'BackupRole', {
        assumedBy: new iam.ServicePrincipal('backup.amazonaws.com'),
        managedPolicies: [
          iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup'),
          iam.ManagedPolicy.fromAwsManagedPolicyName('AWSBackupServiceRolePolicyForS3Backup'),
        ],
      }),
      disableDefaultBackupPolicy: true,
      resources: [
        backup.BackupResource.fromTag('jichitai:integrity', '2'),
        backup.BackupResource.fromTag('jichitai:availability', '2'),
      ],
    });
  }

  /** The vendor restarts services and reads their logs, with MFA, for an hour: 7.2(1)③(エ), 7.2(6), 7.5(1)⑦. */
  private admitVendor(vendorPrincipalArns: string[]): void {
    const arn = (service: string, resource: string) => this.formatArn({ service, resource });
    new VendorAdministratorRole(this, 'Vendor', {
      vendorPrincipalArns,
      statements: [
        new iam.PolicyStatement({
          actions: ['ecs:DescribeServices', 'ecs:UpdateService'],
          resources: [arn('ecs', 'service/*')],
        }),
        new iam.PolicyStatement({
          actions: ['rds:DescribeDBClusters', 'rds:RebootDBInstance'],
          resources: [arn('rds', 'cluster:*'), arn('rds', 'db:*')],
        }),
        new iam.PolicyStatement({
          actions: ['logs:DescribeLogStreams', 'logs:FilterLogEvents', 'logs:GetLogEvents'],
          resources: [arn('logs', 'log-group:*')],
        }),
      ],
    });
  }
}
