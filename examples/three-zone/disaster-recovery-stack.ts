import { ArnFormat, Duration, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';

/** The second home of the backups, in the other domestic region. */
export class DisasterRecoveryStack extends Stack {
  public readonly vaultArn: string;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);

    // The vault has a fixed name, so that a stack in another region can tell its ARN.
    const backupVaultName = 'city-disaster-recovery';
    new backup.BackupVault(this, 'Vault', {
      backupVaultName,
      encryptionKey: new kms.Key(this, 'VaultKey', {
        description: 'Copies of the backups of the city',
        enableKeyRotation: true,
        removalPolicy: RemovalPolicy.RETAIN,
      }),
      // After three days not even the account's administrators can open the lock: 3(2)⑥(イ).
      lockConfiguration: { minRetention: Duration.days(35), changeableFor: Duration.days(3) },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.vaultArn = this.formatArn({
      service: 'backup',
      resource: 'backup-vault',
      resourceName: backupVaultName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}
