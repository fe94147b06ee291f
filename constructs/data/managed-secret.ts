import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as lambda from 'aws-cdk-lib/aws-lambda';
import * as secretsmanager from 'aws-cdk-lib/aws-secretsmanager';
import { Construct } from 'constructs';
import { customerManagedKey, keyProblem } from '../private/keys';
import { PropErrors, wholeNumberProblem } from '../private/prop-errors';
import { PARTY_TAG } from '../private/zones';

/** Longest time between two rotations, in days. */
const MAXIMUM_ROTATION_DAYS = 90;
/** Characters of a password that is made here. */
const PASSWORD_LENGTH = 32;

/** Properties of a `ManagedSecret`. */
export interface ManagedSecretProps {
  /** The function that changes the secret, there and in the system that asks for it. */
  readonly rotationFunction: lambda.IFunction;

  /**
   * Days between two changes, from 1 to 90.
   *
   * @default 30
   */
  readonly rotationDays?: number;

  /**
   * Name of the user whose password it is; the secret is then `{ "username": …, "password": … }`.
   *
   * @default - the secret is a password alone
   */
  readonly userName?: string;

  /**
   * What it is for.
   *
   * @default - none
   */
  readonly description?: string;

  /**
   * Customer managed key of the secret.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * A password that nobody has to know: made by Secrets Manager, under a customer managed key (4(1)④), changed by
 * itself (7.2(5), 6.4(3)), never in a template. Vendors and operators, by the tag `jichitai:party` of their roles,
 * are denied to change it (7.2(1)③(エ)).
 *
 * @throws if `rotationDays` is not from 1 to 90, or `encryptionKey` is managed by AWS or does not rotate.
 */
export class ManagedSecret extends Construct {
  /** The secret, for everything that takes one. */
  public readonly secret: secretsmanager.ISecret;
  /** The customer managed key of the secret. */
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: ManagedSecretProps) {
    const errors = new PropErrors('ManagedSecret');
    errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
    errors.addIf('rotationDays', wholeNumberProblem(props.rotationDays, 1, 'days'));
    if ((props.rotationDays ?? 0) > MAXIMUM_ROTATION_DAYS) {
      errors.add(
        'rotationDays',
        `must be at most ${MAXIMUM_ROTATION_DAYS} days, but is ${props.rotationDays}`,
      );
    }
    errors.throwIfAny(scope, id);
    super(scope, id);
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Secret ${this.node.path}`);
    const { userName } = props;
    const secret = new secretsmanager.Secret(this, 'Secret', {
      ...(props.description === undefined ? {} : { description: props.description }),
      encryptionKey: this.encryptionKey,
      generateSecretString: {
        passwordLength: PASSWORD_LENGTH,
        excludeCharacters: '/@"\'\\ ',
        ...(userName === undefined
          ? {}
          : {
              secretStringTemplate: Stack.of(this).toJsonString({ username: userName }),
              generateStringKey: 'password',
            }),
      },
      removalPolicy: RemovalPolicy.RETAIN,
    });
    secret.addRotationSchedule('Rotation', {
      rotationLambda: props.rotationFunction,
      automaticallyAfter: Duration.days(props.rotationDays ?? 30),
    });
    secret.addToResourcePolicy(
      new iam.PolicyStatement({
        sid: 'KeepChangesInside',
        effect: iam.Effect.DENY,
        principals: [new iam.AnyPrincipal()],
        actions: [
          'secretsmanager:PutSecretValue',
          'secretsmanager:UpdateSecret',
          'secretsmanager:DeleteSecret',
          'secretsmanager:PutResourcePolicy',
        ],
        resources: ['*'],
        conditions: { StringEquals: { [`aws:PrincipalTag/${PARTY_TAG}`]: ['vendor', 'operator'] } },
      }),
    );
    this.secret = secret as secretsmanager.ISecret;
  }

  /** Lets a principal read the secret, and decrypt it. */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.secret.grantRead(grantee);
  }
}
