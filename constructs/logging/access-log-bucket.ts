import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import type * as elbv2 from 'aws-cdk-lib/aws-elasticloadbalancingv2';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { PropErrors } from '../private/prop-errors';
import { allowLoadBalancerLogs, allowServerAccessLogs } from './delivery';
import type { ILogArchive } from './log-archive';
import { copyTo } from './replication';

/** Properties of an `AccessLogBucket`. */
export interface AccessLogBucketProps {
  /**
   * The archive that every access log is copied to, under its key and its lock. It must be in the
   * same account.
   *
   * @default - the logs stay in this bucket only, which is enough for those of a log archive itself, and not for
   * those of load balancers (7.1(6)②)
   */
  readonly archive?: ILogArchive;
}

/**
 * Receives the access logs of application load balancers and of S3 buckets (7.1(6)①).
 *
 * Both services write only to buckets with S3's own encryption and without Object Lock, so this is
 * the one bucket that has no customer managed key. It holds no content of the city's records. Give
 * it an `archive`: S3 then copies each object to it at once, re-encrypted with the archive's key and
 * locked (7.1(6)②, 7.1(6)③). Nothing expires here, and the bucket is kept when its stack is deleted.
 */
export class AccessLogBucket extends Construct {
  /** The bucket that the services write to. */
  public readonly bucket: s3.IBucket;

  private readonly archive: ILogArchive | undefined;

  constructor(scope: Construct, id: string, props: AccessLogBucketProps = {}) {
    super(scope, id);
    this.archive = props.archive;
    const bucket = new s3.Bucket(this, 'Bucket', {
      encryption: s3.BucketEncryption.S3_MANAGED,
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      versioned: true,
      removalPolicy: RemovalPolicy.RETAIN,
    });
    this.bucket = bucket as s3.IBucket;
    const { account } = Stack.of(this);
    allowLoadBalancerLogs(bucket, account);
    allowServerAccessLogs(bucket, account);
    if (props.archive !== undefined) {
      copyTo(this, { bucket, description: 'Copies access logs to the log archive' }, props.archive);
    }
  }

  /**
   * Turns on the access log of a load balancer, and has it drop malformed headers,
   * which would otherwise reach the service unlogged.
   *
   * @param loadBalancer a load balancer in the region of this bucket
   * @param prefix folder of its logs, without slashes at its ends
   * @throws if there is no `archive`, or `prefix` is empty, holds `AWSLogs`, or begins or ends with a slash
   */
  public receiveFrom(loadBalancer: elbv2.ApplicationLoadBalancer, prefix: string): void {
    this.checkPrefix(prefix, this.archive === undefined);
    loadBalancer.setAttribute('access_logs.s3.enabled', 'true');
    loadBalancer.setAttribute('access_logs.s3.bucket', this.bucket.bucketName);
    loadBalancer.setAttribute('access_logs.s3.prefix', prefix);
    loadBalancer.setAttribute('routing.http.drop_invalid_header_fields.enabled', 'true');
    // The load balancer tests its right to write while it is being made.
    if (this.bucket.policy !== undefined) loadBalancer.node.addDependency(this.bucket.policy);
  }

  /**
   * Turns on the server access log of a bucket.
   *
   * @param bucket a bucket in the region of this one, made in the same app
   * @param prefix folder of its logs, without slashes at its ends; they lie below `s3/`
   * @throws if `prefix` is empty, holds `AWSLogs`, or begins or ends with a slash
   */
  public receiveFromBucket(bucket: s3.Bucket, prefix: string): void {
    this.checkPrefix(prefix);
    // Set on the resource, because the `serverAccessLogsBucket` prop falls back to an ACL without a feature flag.
    (bucket.node.defaultChild as s3.CfnBucket).loggingConfiguration = {
      destinationBucketName: this.bucket.bucketName,
      logFilePrefix: `s3/${prefix}/`,
    };
  }

  private checkPrefix(prefix: string, archiveIsMissing = false): void {
    const errors = new PropErrors('AccessLogBucket');
    if (archiveIsMissing) {
      errors.add('archive', 'must be given: what load balancers log can be locked in an archive only');
    }
    if (prefix === '' || prefix.includes('AWSLogs') || /^\/|\/$/.test(prefix)) {
      errors.add('prefix', `must be a folder name without slashes at its ends, but is '${prefix}'`);
    }
    errors.throwIfAny(this, 'receiveFrom');
  }
}
