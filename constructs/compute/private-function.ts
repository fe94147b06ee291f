import { Duration, type Size } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as lambda from 'aws-cdk-lib/aws-lambda';
import type { RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { EncryptedQueue } from '../data/encrypted-queue';
import { MINIMUM_LOG_RETENTION_DAYS, RetainedLogGroup } from '../logging/retained-log-group';
import type { IZoneNetwork } from '../network/zone-network';
import { customerManagedKey, keyProblem } from '../private/keys';
import { PropErrors, wholeNumberProblem } from '../private/prop-errors';

/** Properties of a `PrivateFunction`. */
export interface PrivateFunctionProps {
  /** The network to run in. The function takes its isolated subnets and reaches nothing but the network's endpoints. */
  readonly network: IZoneNetwork;

  /** The program. */
  readonly code: lambda.Code;

  /** Name of the method in the program that is called, such as `index.handler`. */
  readonly handler: string;

  /**
   * The runtime; choose one that is supported for as long as the system is to be used (7.4(1)⑦).
   *
   * @default lambda.Runtime.PYTHON_3_14
   */
  readonly runtime?: lambda.Runtime;

  /**
   * Settings of the program. Secrets do not belong here (7.2(5)): give the name of a secret, and `grantRead`.
   *
   * @default - none
   */
  readonly environment?: { [name: string]: string };

  /**
   * The longest that one call takes, in seconds, from 1 to 900.
   *
   * @default 30
   */
  readonly timeoutSeconds?: number;

  /**
   * Memory, in MiB, at least 128.
   *
   * @default 512
   */
  readonly memoryMib?: number;

  /**
   * Space for files while a call lasts.
   *
   * @default - 512 MiB
   */
  readonly ephemeralStorageSize?: Size;

  /**
   * How long the log is kept, in days: at least one year.
   *
   * @default logs.RetentionDays.THREE_YEARS
   */
  readonly logRetention?: RetentionDays;

  /**
   * Customer managed key of settings, log and failed events.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * A function inside the VPC of its zone (4(1)①), with no way out but the endpoints of the network; settings, log and
 * failed events under a customer managed key (4(1)④), log kept (7.1(6)①), traced. Events that fail are put aside in
 * a queue (8.1①).
 *
 * @throws if a number is out of range, or `encryptionKey` or `logRetention` is too weak.
 */
export class PrivateFunction extends Construct implements ec2.IConnectable, iam.IGrantable {
  /** The function, for everything that takes one. */
  public readonly function: lambda.IFunction;
  /** Where events go that the function could not process. */
  public readonly failedEvents: EncryptedQueue;
  /** Whom the function connects to. */
  public readonly connections: ec2.Connections;
  public readonly grantPrincipal: iam.IPrincipal;
  /** The customer managed key of the function. */
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: PrivateFunctionProps) {
    checkProps(scope, id, props);
    super(scope, id);
    const { network, logRetention, ephemeralStorageSize } = props;
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Function ${this.node.path}`);
    this.failedEvents = new EncryptedQueue(this, 'Failed', { encryptionKey: this.encryptionKey });
    const log = new RetainedLogGroup(this, 'Log', {
      encryptionKey: this.encryptionKey,
      ...(logRetention === undefined ? {} : { retention: logRetention }),
    });
    const role = new iam.Role(this, 'Role', {
      description: `Function ${this.node.path}`,
      assumedBy: new iam.ServicePrincipal('lambda.amazonaws.com'),
      managedPolicies: [
        iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSLambdaVPCAccessExecutionRole'),
      ],
    });
    const group = new ec2.SecurityGroup(this, 'SecurityGroup', {
      vpc: network.vpc,
      description: 'Function',
      allowAllOutbound: false,
    });
    const fn = new lambda.Function(this, 'Function', {
      code: props.code,
      handler: props.handler,
      runtime: props.runtime ?? lambda.Runtime.PYTHON_3_14,
      architecture: lambda.Architecture.ARM_64,
      ...(props.environment === undefined ? {} : { environment: props.environment }),
      environmentEncryption: this.encryptionKey,
      timeout: Duration.seconds(props.timeoutSeconds ?? 30),
      memorySize: props.memoryMib ?? 512,
      ...(ephemeralStorageSize === undefined ? {} : { ephemeralStorageSize }),
      vpc: network.vpc,
      vpcSubnets: { subnetType: ec2.SubnetType.PRIVATE_ISOLATED },
      securityGroups: [group],
      role,
      logGroup: log.logGroup,
      tracing: lambda.Tracing.ACTIVE,
      deadLetterQueue: this.failedEvents.queue,
    });
    this.function = fn;
    this.grantPrincipal = role;
    this.connections = fn.connections;
    this.connections.allowToDefaultPort(network, 'AWS services by interface endpoints');
  }

  /** Lets a principal call the function. */
  public grantInvoke(grantee: iam.IGrantable): iam.Grant {
    return this.function.grantInvoke(grantee);
  }
}

function checkProps(scope: Construct, id: string, props: PrivateFunctionProps): void {
  const errors = new PropErrors('PrivateFunction');
  errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
  errors.addIf('logRetention', wholeNumberProblem(props.logRetention, MINIMUM_LOG_RETENTION_DAYS, 'days'));
  errors.addIf('timeoutSeconds', wholeNumberProblem(props.timeoutSeconds, 1, 'seconds'));
  errors.addIf('memoryMib', wholeNumberProblem(props.memoryMib, 128, 'MiB'));
  if ((props.timeoutSeconds ?? 1) > 900) {
    errors.add('timeoutSeconds', `must be at most 900 seconds, but is ${props.timeoutSeconds}`);
  }
  errors.throwIfAny(scope, id);
}
