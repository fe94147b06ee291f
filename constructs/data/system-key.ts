import { CfnOutput, Duration, RemovalPolicy, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { PropErrors } from '../private/prop-errors';
import { PARTY_TAG } from '../private/zones';

/** Waiting period before a key is destroyed, in days: the longest that KMS has, the most time to notice an error. */
const DELETION_DAYS = 30;

/** What ends the key, or hands its end to somebody else. */
const DESTRUCTION = [
  'kms:ScheduleKeyDeletion',
  'kms:DisableKey',
  'kms:DisableKeyRotation',
  'kms:DeleteImportedKeyMaterial',
  'kms:PutKeyPolicy',
];

/** Properties of a `SystemKey`. */
export interface SystemKeyProps {
  /** Name of the system whose information the key encrypts; of this one only (9.2(7)③). */
  readonly systemName: string;

  /**
   * The only roles that may schedule the deletion of the key, and so make the information of the system
   * unreadable for good.
   *
   * @default - whoever IAM allows it, but no vendor and no operator
   */
  readonly custodians?: iam.IRole[];

  /**
   * Name of an alias, without `alias/`.
   *
   * @default - none
   */
  readonly aliasName?: string;
}

/**
 * The customer managed key of one system (4(1)④, 9.2(5)①(イ)): with it gone, the stores of the system and
 * their backups are unreadable (9.2(7)③). It rotates every year, waits thirty days before it is
 * destroyed, and outlives its stack. Principals that carry the tag `jichitai:party` with `vendor` or `operator` are
 * denied its destruction, whatever IAM allows them. How to erase the system's information is an
 * output of the stack, for those who have to prove that they did.
 *
 * @throws if `systemName` is empty or `custodians` is an empty list.
 */
export class SystemKey extends kms.Key {
  constructor(scope: Construct, id: string, props: SystemKeyProps) {
    const errors = new PropErrors('SystemKey');
    if (!Token.isUnresolved(props.systemName) && props.systemName.trim() === '') {
      errors.add('systemName', 'must not be empty');
    }
    if (props.custodians?.length === 0) errors.add('custodians', 'must name at least one role');
    errors.throwIfAny(scope, id);
    super(scope, id, {
      description: `Information of the system ${props.systemName}`,
      ...(props.aliasName === undefined ? {} : { alias: props.aliasName }),
      enableKeyRotation: true,
      pendingWindow: Duration.days(DELETION_DAYS),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.deny('KeepDestructionInside', {
      StringEquals: { [`aws:PrincipalTag/${PARTY_TAG}`]: ['vendor', 'operator'] },
    });
    if (props.custodians !== undefined) {
      const custodians = props.custodians.map((role) => role.roleArn);
      this.deny('CustodiansOnly', { ArnNotEquals: { 'aws:PrincipalArn': custodians } }, [
        'kms:ScheduleKeyDeletion',
        'kms:DeleteImportedKeyMaterial',
      ]);
    }
    new CfnOutput(this, 'CryptoErase', {
      description: `Erases what the system ${props.systemName} stored, backups included, after ${DELETION_DAYS} days (9.2(7)3)`,
      value: `aws kms schedule-key-deletion --pending-window-in-days ${DELETION_DAYS} --key-id ${this.keyId}`,
    });
  }

  private deny(
    sid: string,
    conditions: Record<string, Record<string, unknown>>,
    actions = DESTRUCTION,
  ): void {
    this.addToResourcePolicy(
      new iam.PolicyStatement({
        sid,
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions,
        resources: ['*'],
        conditions,
      }),
    );
  }
}
