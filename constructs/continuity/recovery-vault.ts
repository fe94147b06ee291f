import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import type * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { customerManagedKey, keyProblem } from '../private/keys';
import { literal, PropErrors, wholeNumberProblem } from '../private/prop-errors';

/** Shortest time for which a backup is locked, in days. */
export const MINIMUM_LOCK_DAYS = 35;

/** Days within which a lock can still be taken back: the fewest that AWS Backup allows. */
const GRACE_DAYS = 3;

/** Properties of a `RecoveryVault`. */
export interface RecoveryVaultProps {
  /** Name of the vault: fixed, so that a plan in the other region can name it. */
  readonly vaultName: string;

  /**
   * Shortest time for which a backup in it cannot be deleted, in days, at least 35.
   *
   * @default 35
   */
  readonly lockDays?: number;

  /**
   * Customer managed key of the copies.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * The second home of backups, in a stack of the other domestic region, where the same disaster does not reach
 * (3(2)⑥(ウ)). Three days after it was made, nobody can open its lock any more (3(2)⑥(イ)); nobody may
 * delete a backup before (8.1⑥); customer managed key (4(1)④).
 *
 * @throws if `vaultName` is malformed, `lockDays` below 35, or `encryptionKey` is too weak.
 */
export class RecoveryVault extends Construct {
  /** The vault, for everything that takes one. */
  public readonly vault: backup.IBackupVault;
  /** ARN of the vault, known before deployment. */
  public readonly vaultArn: string;
  /** The customer managed key of the vault. */
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: RecoveryVaultProps) {
    const errors = new PropErrors('RecoveryVault');
    if (literal(props.vaultName)?.match(/^[a-zA-Z0-9_-]{2,50}$/) === null) {
      errors.add('vaultName', `must be of 2 to 50 letters, digits, - and _, but is '${props.vaultName}'`);
    }
    errors.addIf('lockDays', wholeNumberProblem(props.lockDays, MINIMUM_LOCK_DAYS, 'days'));
    errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
    errors.throwIfAny(scope, id);
    super(scope, id);
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Backups ${this.node.path}`);
    this.vault = lockedVault(this, {
      encryptionKey: this.encryptionKey,
      lockDays: props.lockDays ?? MINIMUM_LOCK_DAYS,
      backupVaultName: props.vaultName,
    });
    this.vaultArn = Stack.of(this).formatArn({
      service: 'backup',
      resource: 'backup-vault',
      resourceName: props.vaultName,
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
  }
}

/** What vaults differ in. */
export interface LockedVaultOptions {
  readonly encryptionKey: kms.IKey;
  readonly lockDays: number;
  readonly backupVaultName?: string;
}

/** A vault whose backups nobody can delete before their time. */
export function lockedVault(scope: Construct, options: LockedVaultOptions): backup.BackupVault {
  const { encryptionKey, lockDays, backupVaultName } = options;
  return new backup.BackupVault(scope, 'Vault', {
    ...(backupVaultName === undefined ? {} : { backupVaultName }),
    encryptionKey,
    lockConfiguration: { minRetention: Duration.days(lockDays), changeableFor: Duration.days(GRACE_DAYS) },
    blockRecoveryPointDeletion: true,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}
