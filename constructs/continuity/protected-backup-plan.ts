import { Duration, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { customerManagedKey, keyProblem } from '../private/keys';
import { literal, PropErrors, wholeNumberProblem } from '../private/prop-errors';
import { lockedVault, MINIMUM_LOCK_DAYS } from './recovery-vault';

/** How long a backup is kept without a word to the contrary, in days: logs of a year lie in buckets, too. */
const KEEP_DAYS = 400;

/** Properties of a `ProtectedBackupPlan`. */
export interface ProtectedBackupPlanProps {
  /** ARN of the vault in the other domestic region: the `vaultArn` of a `RecoveryVault` (3(2)⑥(ウ)). */
  readonly recoveryVaultArn: string;

  /**
   * How long a backup and its copy are kept, in days, at least 35. Then they end (3(2)⑩(エ)).
   *
   * @default 400
   */
  readonly keepDays?: number;

  /**
   * Customer managed key of the backups.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * Daily backups of every store that is marked with integrity 2 or availability 2 (7.1(2)①): a new store is covered on
 * the day that it appears. They lie in a locked vault (3(2)⑥(イ)), with a copy in the other domestic region (3(2)⑥(ウ)),
 * under a customer managed key (4(1)④), and expire (3(2)⑩(エ)).
 *
 * @throws if `recoveryVaultArn` is no ARN of a vault, `keepDays` below 35, or `encryptionKey` is too weak.
 */
export class ProtectedBackupPlan extends Construct {
  /** The plan. */
  public readonly plan: backup.BackupPlan;
  /** The vault in the region of the stack. */
  public readonly vault: backup.IBackupVault;
  /** The customer managed key of the backups. */
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: ProtectedBackupPlanProps) {
    const errors = new PropErrors('ProtectedBackupPlan');
    const arn = literal(props.recoveryVaultArn);
    // An ARN of a stack without a region holds tokens, and is a token as a whole.
    if (arn !== undefined && !/^arn:[^:]+:backup:[^:]+:[^:]+:backup-vault:[\w-]+$/.test(arn)) {
      errors.add('recoveryVaultArn', `must be the ARN of a backup vault, but is '${arn}'`);
    }
    errors.addIf('keepDays', wholeNumberProblem(props.keepDays, MINIMUM_LOCK_DAYS, 'days'));
    errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
    errors.throwIfAny(scope, id);
    super(scope, id);
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Backups ${this.node.path}`);
    const vault = lockedVault(this, { encryptionKey: this.encryptionKey, lockDays: MINIMUM_LOCK_DAYS });
    const recoveryVault = backup.BackupVault.fromBackupVaultArn(
      this,
      'RecoveryVault',
      props.recoveryVaultArn,
    );
    const keep = Duration.days(
      Token.isUnresolved(props.keepDays) ? KEEP_DAYS : (props.keepDays ?? KEEP_DAYS),
    );
    this.plan = new backup.BackupPlan(this, 'Plan', {
      backupVault: vault,
      backupPlanRules: [
        new backup.BackupPlanRule({
          ruleName: 'Daily',
          deleteAfter: keep,
          copyActions: [{ destinationBackupVault: recoveryVault, deleteAfter: keep }],
        }),
      ],
    });
    this.plan.addSelection('Important', {
      role: new iam.Role(this, 'Role', {
        description: 'Makes backups',
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
    this.vault = vault;
  }
}
