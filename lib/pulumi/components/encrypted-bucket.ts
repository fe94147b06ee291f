import type * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { ArgErrors } from './arg-errors';
import { customerManagedKey, makeBucket } from './bucket-parts';
import { checkMarks, type Marks, tagsOf } from './marks';

/** Arguments of an `EncryptedBucket`. */
export interface EncryptedBucketArgs {
  /** Zone and classification. @default - those of the stack or the provider */
  readonly marks?: Marks;
  /** Name of the bucket. @default - Pulumi makes one */
  readonly bucketName?: pulumi.Input<string>;
  /** Customer managed key of the objects, which must rotate. @default - a new key, with yearly rotation */
  readonly encryptionKey?: aws.kms.Key;
  /** Name of the bucket to which requests are logged (7.1(6)①). @default - requests are not logged by S3 */
  readonly accessLogBucket?: pulumi.Input<string>;
  /** How long an object is locked against change and deletion, in days, at least 1 (3(2)⑥(イ)). @default - not at all */
  readonly lockDays?: pulumi.Input<number>;
  /** After how many days superseded versions are removed, at least 35 (3(2)⑩(エ)). @default 400 */
  readonly supersededVersionDays?: pulumi.Input<number>;
}

/**
 * A bucket for the city's records: customer managed key with rotation (4(1)④, 9.2(5)①(イ)), TLS 1.2 only (5.3④, 3(2)⑨),
 * no public access (7.2(1)①), every version kept (7.1(2)①), and kept itself when its stack goes (8.1⑥).
 *
 * @throws Error that names every argument which is too weak
 */
export class EncryptedBucket extends pulumi.ComponentResource {
  /** The bucket. */
  readonly bucket: aws.s3.Bucket;
  /** The customer managed key of the bucket. */
  readonly encryptionKey: aws.kms.Key;

  constructor(name: string, args: EncryptedBucketArgs = {}, options?: pulumi.ComponentResourceOptions) {
    const errors = new ArgErrors('EncryptedBucket', name);
    errors.wholeNumber('lockDays', args.lockDays, 1, 'days');
    errors.wholeNumber('supersededVersionDays', args.supersededVersionDays, 35, 'days');
    checkMarks(args.marks, errors);
    errors.throwIfAny();
    super('jichitai:data:EncryptedBucket', name, {}, options);
    const tags = tagsOf(args.marks);
    this.encryptionKey =
      args.encryptionKey ?? customerManagedKey(`${name}-key`, `Bucket ${name}`, tags, this);
    this.bucket = makeBucket(
      name,
      {
        key: this.encryptionKey,
        tags,
        bucketName: args.bucketName,
        lockDays: args.lockDays,
        accessLogBucket: args.accessLogBucket,
        supersededVersionDays: args.supersededVersionDays,
      },
      this,
    );
    this.registerOutputs({ bucket: this.bucket.id, encryptionKey: this.encryptionKey.arn });
  }
}
