import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { AccessLogBucket } from '../logging/access-log-bucket';
import { customerManagedKey, keyProblem } from '../private/keys';
import { PropErrors, wholeNumberProblem } from '../private/prop-errors';

/** A yearly self-inspection (10.2) can still look at what was changed since the last one. */
const SUPERSEDED_DAYS = 400;

/** Properties of an `EncryptedBucket`. */
export interface EncryptedBucketProps {
  /**
   * Name of the bucket.
   *
   * @default - CloudFormation makes one
   */
  readonly bucketName?: string;

  /**
   * Customer managed key of the objects. One key per store lets the city make its contents
   * unreadable by destroying the key (9.2(7)③).
   *
   * @default - a new key, with yearly rotation
   */
  readonly encryptionKey?: kms.IKey;

  /**
   * Where requests to the bucket are logged (7.1(6)①).
   *
   * @default - requests are not logged by S3; a trail may record them as data events
   */
  readonly accessLogBucket?: AccessLogBucket;

  /**
   * How long an object is locked against change and deletion, in days (3(2)⑥(イ)), at least 1.
   * Nobody can shorten it for an object that has been written.
   *
   * @default - objects are not locked
   */
  readonly lockDays?: number;

  /**
   * After how many days an object's overwritten or deleted versions are removed, at least 35. Deleted information
   * has to end somewhere (3(2)⑩(エ)); a lock keeps a version for as long as it lasts.
   *
   * @default 400
   */
  readonly supersededVersionDays?: number;
}

/**
 * A bucket for the city's records: customer managed key with rotation (4(1)④, 9.2(5)①(イ)), TLS 1.2
 * only (5.3④, 3(2)⑨), no public access (7.2(1)①), every version kept (7.1(2)①), and kept itself
 * when its stack is deleted (8.1⑥).
 *
 * @throws if `encryptionKey` is managed by AWS or does not rotate, or a number of days is too small.
 */
export class EncryptedBucket extends Construct {
  /** The bucket, for everything that takes one. */
  public readonly bucket: s3.IBucket;
  /** The customer managed key of the bucket. */
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: EncryptedBucketProps = {}) {
    const errors = new PropErrors('EncryptedBucket');
    errors.addIf('encryptionKey', keyProblem(props.encryptionKey));
    errors.addIf('lockDays', wholeNumberProblem(props.lockDays, 1, 'days'));
    errors.addIf('supersededVersionDays', wholeNumberProblem(props.supersededVersionDays, 35, 'days'));
    errors.throwIfAny(scope, id);
    super(scope, id);

    this.encryptionKey = props.encryptionKey ?? customerManagedKey(this, 'Key', `Bucket ${this.node.path}`);
    const bucket = new s3.Bucket(this, 'Bucket', {
      ...(props.bucketName === undefined ? {} : { bucketName: props.bucketName }),
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: this.encryptionKey,
      // Fewer calls to KMS; the data key of the bucket still hangs on the customer's key.
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
      ...(props.lockDays === undefined
        ? {}
        : { objectLockDefaultRetention: s3.ObjectLockRetention.compliance(Duration.days(props.lockDays)) }),
      lifecycleRules: lifecycle(props),
    });
    this.bucket = bucket as s3.IBucket;
    props.accessLogBucket?.receiveFromBucket(bucket, this.node.addr);
  }

  /** Lets a principal read objects, and decrypt them. */
  public grantRead(grantee: iam.IGrantable): iam.Grant {
    return this.bucket.grantRead(grantee);
  }

  /** Lets a principal write objects, and encrypt them, but not read or delete them. */
  public grantPut(grantee: iam.IGrantable): iam.Grant {
    // The bucket's own `grantPut` gives out the right to change ACLs and locks too, unless a feature flag is set.
    return this.grantOnObjects(grantee, 's3:PutObject', 's3:AbortMultipartUpload').combine(
      this.encryptionKey.grantEncryptDecrypt(grantee),
    );
  }

  /** Lets a principal read, write and delete objects. A deleted object remains as an earlier version. */
  public grantReadWrite(grantee: iam.IGrantable): iam.Grant {
    return this.grantRead(grantee)
      .combine(this.grantPut(grantee))
      .combine(this.grantOnObjects(grantee, 's3:DeleteObject'));
  }

  private grantOnObjects(grantee: iam.IGrantable, ...actions: string[]): iam.Grant {
    return iam.Grant.addToPrincipalOrResource({
      grantee,
      actions,
      resourceArns: [this.bucket.arnForObjects('*')],
      resource: this.bucket,
    });
  }
}

function lifecycle(props: EncryptedBucketProps): s3.LifecycleRule[] {
  return [
    // Parts of an upload that never ended are data that no listing shows.
    { id: 'RemoveUnfinishedUploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
    {
      id: 'RemoveSupersededVersions',
      noncurrentVersionExpiration: Duration.days(props.supersededVersionDays ?? SUPERSEDED_DAYS),
    },
  ];
}
