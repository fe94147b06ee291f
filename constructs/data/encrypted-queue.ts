import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sqs from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { customerManagedKey, keyProblem } from '../private/keys';
import { PropErrors, wholeNumberProblem } from '../private/prop-errors';

/** Properties of an `EncryptedQueue`. */
export interface EncryptedQueueProps {
  /**
   * For how long a message that was received stays hidden from other receivers, in seconds.
   *
   * @default 30
   */
  readonly visibilityTimeoutSeconds?: number;

  /**
   * After how many failed attempts a message is put aside, at least 1.
   *
   * @default 5
   */
  readonly maxReceiveCount?: number;

  /**
   * Whether messages keep their order and come once only.
   *
   * @default false
   */
  readonly fifo?: boolean;

  /**
   * Customer managed key of the messages.
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;
}

/**
 * A queue: customer managed key (4(1)④), TLS only (5.3④, 3(2)⑦), and a second queue under the same key
 * for what could not be processed, so that nothing is lost unseen (8.1①). Messages wait for 14 days.
 *
 * @throws if `encryptionKey` is managed by AWS or does not rotate, or a number is too small.
 */
export class EncryptedQueue extends Construct {
  /** The queue, for everything that takes one. */
  public readonly queue: sqs.IQueue;
  /** Where messages go that could not be processed. */
  public readonly deadLetterQueue: sqs.IQueue;
  /** The customer managed key of both queues. */
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: EncryptedQueueProps = {}) {
    const errors = new PropErrors('EncryptedQueue');
    errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
    errors.addIf('maxReceiveCount', wholeNumberProblem(props.maxReceiveCount, 1, 'attempts'));
    errors.addIf(
      'visibilityTimeoutSeconds',
      wholeNumberProblem(props.visibilityTimeoutSeconds, 0, 'seconds'),
    );
    errors.throwIfAny(scope, id);
    super(scope, id);
    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Queue ${this.node.path}`);
    const common: sqs.QueueProps = {
      ...(props.fifo === true ? { fifo: true } : {}),
      encryption: sqs.QueueEncryption.KMS,
      encryptionMasterKey: this.encryptionKey,
      enforceSSL: true,
      retentionPeriod: Duration.days(14),
      removalPolicy: RemovalPolicy.RETAIN,
    };
    const undelivered = new sqs.Queue(this, 'Undelivered', common);
    this.deadLetterQueue = undelivered;
    this.queue = new sqs.Queue(this, 'Queue', {
      ...common,
      visibilityTimeout: Duration.seconds(props.visibilityTimeoutSeconds ?? 30),
      deadLetterQueue: { queue: undelivered, maxReceiveCount: props.maxReceiveCount ?? 5 },
    });
  }

  /** Lets a principal send messages, and encrypt them. */
  public grantSendMessages(grantee: iam.IGrantable): iam.Grant {
    return this.queue.grantSendMessages(grantee);
  }

  /** Lets a principal receive and delete messages. */
  public grantConsumeMessages(grantee: iam.IGrantable): iam.Grant {
    return this.queue.grantConsumeMessages(grantee);
  }
}
