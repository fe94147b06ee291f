import { Stack, type StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import {
  AccessLogBucket,
  AuditTrail,
  EncryptedTopic,
  LogArchive,
  ProtectedBackupPlan,
  RecoveryAlarm,
  VendorAdministratorRole,
} from '../../index';

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

    const alarmTopic = new EncryptedTopic(this, 'Alarms', { emailAddresses: ['joho@city.example.jp'] });
    // Requests to the archive are logged too, but not into the archive: that would never end.
    const archiveAccess = new AccessLogBucket(this, 'ArchiveAccess');
    this.logArchive = new LogArchive(this, 'LogArchive', { accessLogBucket: archiveAccess });
    new AuditTrail(this, 'Trail', { archive: this.logArchive, alarmTopic });

    // The marks that each stack declares decide what is backed up: 7.1(2)①.
    new ProtectedBackupPlan(this, 'Backups', { recoveryVaultArn: props.recoveryVaultArn });
    new RecoveryAlarm(this, 'RecoveryAlarm', { alarmTopic });

    // The vendor restarts services and reads their logs, with MFA, for an hour: 7.2(1)③(エ), 7.2(6), 7.5(1)⑦.
    const arn = (service: string, resource: string) => this.formatArn({ service, resource });
    const allow = (actions: string[], ...resources: string[]) =>
      new iam.PolicyStatement({ actions, resources });
    new VendorAdministratorRole(this, 'Vendor', {
      vendorPrincipalArns: props.vendorPrincipalArns,
      statements: [
        allow(['ecs:DescribeServices', 'ecs:UpdateService'], arn('ecs', 'service/*')),
        allow(
          ['rds:DescribeDBClusters', 'rds:RebootDBInstance'],
          arn('rds', 'cluster:*'),
          arn('rds', 'db:*'),
        ),
        allow(['logs:DescribeLogStreams', 'logs:FilterLogEvents'], arn('logs', 'log-group:*')),
      ],
    });
  }
}
