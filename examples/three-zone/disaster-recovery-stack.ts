import { Stack, type StackProps } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { RecoveryVault } from '../../index';

/** The second home of the backups, in the other domestic region: 3(2)⑥(ウ). */
export class DisasterRecoveryStack extends Stack {
  public readonly vaultArn: string;

  constructor(scope: Construct, id: string, props: StackProps) {
    super(scope, id, props);
    this.vaultArn = new RecoveryVault(this, 'Recovery', { vaultName: 'city-disaster-recovery' }).vaultArn;
  }
}
