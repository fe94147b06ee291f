import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct, type IConstruct } from 'constructs';
import { customerManagedKey } from '../private/keys';
import { literal, PropErrors, wholeNumberProblem } from '../private/prop-errors';
import type { AccessLogBucket } from './access-log-bucket';
import { allowCloudTrail, allowVendedLogs } from './delivery';
import { copyTo } from './replication';
import { MINIMUM_LOG_RETENTION_DAYS } from './retained-log-group';

/** A place where logs are kept so that nobody can alter or delete them. */
export interface ILogArchive extends IConstruct {
  /** The bucket of the archive. */
  readonly bucket: s3.IBucket;
  /** The customer managed key of the bucket. */
  readonly encryptionKey: kms.IKey;
}

/** Properties of a `LogArchive`. */
export interface LogArchiveProps {
  /**
   * How long a delivered object is locked, in days: at least 365.
   * Nobody, the root user included, can shorten it for an object that has arrived.
   *
   * @default 1096 (three years)
   */
  readonly retentionDays?: number;

  /**
   * The accounts whose logs are taken in, each a number of twelve digits.
   *
   * @default - the account of the stack
   */
  readonly sourceAccountIds?: string[];

  /**
   * Name of the bucket.
   *
   * @default - CloudFormation makes one
   */
  readonly bucketName?: string;

  /**
   * Where requests to the archive itself are logged (7.1(6)①). It has to be made before the archive,
   * so it cannot copy into it: every copy would be logged and copied again, without end.
   *
   * @default - reads of the archive are seen only if a trail records its data events
   */
  readonly accessLogBucket?: AccessLogBucket;

  /**
   * An archive in the other domestic region, to which each object is copied (7.1(6)③, 3(2)⑥(ウ)), lock and all.
   *
   * @default - no copy; a plan of AWS Backup may make one
   */
  readonly replica?: ILogArchive;
}

/** What has to be known of an archive that another app, or another region, has. */
export interface LogArchiveAttributes {
  /** Name of the bucket. */
  readonly bucketName: string;
  /** ARN of its customer managed key; the profile has to name it in `facts.customerManagedKeys`. */
  readonly encryptionKeyArn: string;
}

/**
 * The log archive: Object Lock in compliance mode (7.1(6)②, 3(2)⑥(イ)) for at least a year
 * (7.1(6)①, 8.1⑤), versioned, encrypted with a customer managed key (4(1)④), TLS 1.2 only
 * (5.3④), kept when the stack is deleted. Nothing in it ever expires by itself.
 *
 * VPC flow logs, other logs that AWS services vend, and CloudTrail may write to it, on behalf of
 * the accounts named. Access logs of S3 and of application load balancers cannot: those services
 * refuse a locked or KMS-encrypted bucket. `AccessLogBucket` receives them and copies them here.
 *
 * @throws if `retentionDays` is below 365 or no whole number, or `sourceAccountIds` is empty or malformed.
 */
export class LogArchive extends Construct implements ILogArchive {
  /** An archive that another app, or a stack in another region, has made. */
  public static fromLogArchiveAttributes(
    scope: Construct,
    id: string,
    attributes: LogArchiveAttributes,
  ): ILogArchive {
    return new ImportedArchive(scope, id, attributes);
  }

  public readonly bucket: s3.IBucket;
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, props: LogArchiveProps = {}) {
    checkProps(scope, id, props);
    super(scope, id);

    this.encryptionKey = customerManagedKey(this, 'Key', `Log archive ${this.node.path}`);
    const bucket = new s3.Bucket(this, 'Bucket', {
      ...(props.bucketName === undefined ? {} : { bucketName: props.bucketName }),
      encryption: s3.BucketEncryption.KMS,
      encryptionKey: this.encryptionKey,
      bucketKeyEnabled: true,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      objectLockEnabled: true,
      objectLockDefaultRetention: s3.ObjectLockRetention.compliance(
        Duration.days(props.retentionDays ?? 1096),
      ),
      removalPolicy: RemovalPolicy.RETAIN,
    });
    props.accessLogBucket?.receiveFromBucket(bucket, this.node.addr);
    this.bucket = bucket as s3.IBucket;
    if (props.replica !== undefined) {
      const description = 'Copies the log archive to the other region';
      copyTo(this, { bucket, encryptionKey: this.encryptionKey, description }, props.replica);
    }

    for (const account of props.sourceAccountIds ?? [Stack.of(this).account]) {
      allowVendedLogs(bucket, this.encryptionKey, account);
      allowCloudTrail(bucket, this.encryptionKey, account);
    }
    denyRemoval(bucket);
  }
}

class ImportedArchive extends Construct implements ILogArchive {
  public readonly bucket: s3.IBucket;
  public readonly encryptionKey: kms.IKey;

  constructor(scope: Construct, id: string, attributes: LogArchiveAttributes) {
    super(scope, id);
    this.bucket = s3.Bucket.fromBucketName(this, 'Bucket', attributes.bucketName);
    this.encryptionKey = kms.Key.fromKeyArn(this, 'Key', attributes.encryptionKeyArn);
  }
}

/** A lock stops the removal of a version, but a delete marker could still hide it from a reader. */
function denyRemoval(bucket: s3.Bucket): void {
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      sid: 'DenyRemovalOfLogs',
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['s3:DeleteBucket', 's3:DeleteObject', 's3:DeleteObjectVersion'],
      resources: [bucket.bucketArn, bucket.arnForObjects('*')],
    }),
  );
}

function checkProps(scope: Construct, id: string, props: LogArchiveProps): void {
  const errors = new PropErrors('LogArchive');
  errors.addIf('retentionDays', wholeNumberProblem(props.retentionDays, MINIMUM_LOG_RETENTION_DAYS, 'days'));
  const accounts = literal(props.sourceAccountIds);
  if (accounts?.length === 0) errors.add('sourceAccountIds', 'must name at least one account');
  for (const account of accounts ?? []) {
    const known = literal(account);
    if (known !== undefined && !/^\d{12}$/.test(known)) {
      errors.add('sourceAccountIds', `must hold account numbers of twelve digits, but holds '${known}'`);
    }
  }
  errors.throwIfAny(scope, id);
}
