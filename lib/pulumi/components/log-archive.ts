import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { ArgErrors } from './arg-errors';
import { customerManagedKey, makeBucket } from './bucket-parts';
import { LEAST_LOG_DAYS } from './log-group';
import { checkMarks, type Marks, tagsOf } from './marks';

/** Arguments of a `LogArchive`. */
export interface LogArchiveArgs {
  /** Zone and classification. @default - those of the stack or the provider */
  readonly marks?: Marks;
  /** How long a delivered object is locked, in days, at least 365. @default 1096 (three years) */
  readonly retentionDays?: pulumi.Input<number>;
  /** The accounts whose logs are taken in, each a number of twelve digits. @default - the account of the stack */
  readonly sourceAccountIds?: readonly string[];
  /** Name of the bucket. @default - Pulumi makes one */
  readonly bucketName?: pulumi.Input<string>;
  /** Name of the bucket to which requests to the archive are logged (7.1(6)①). @default - none */
  readonly accessLogBucket?: pulumi.Input<string>;
}

/**
 * The log archive: Object Lock in compliance mode (7.1(6)②, 3(2)⑥(イ)) for at least a year (7.1(6)①, 8.1⑤), versioned,
 * encrypted with a customer managed key (4(1)④), TLS 1.2 only (5.3④), kept when its stack goes. CloudTrail and services
 * that deliver logs (VPC flow logs among them) may write to it on behalf of the accounts named.
 *
 * @throws Error that names every argument which is too weak
 */
export class LogArchive extends pulumi.ComponentResource {
  /** The bucket of the archive. */
  readonly bucket: aws.s3.Bucket;
  /** The customer managed key of the bucket. */
  readonly encryptionKey: aws.kms.Key;

  constructor(name: string, args: LogArchiveArgs = {}, options?: pulumi.ComponentResourceOptions) {
    const errors = new ArgErrors('LogArchive', name);
    errors.wholeNumber('retentionDays', args.retentionDays, LEAST_LOG_DAYS, 'days');
    if (args.sourceAccountIds?.length === 0) errors.add('sourceAccountIds', 'must name at least one account');
    errors.accountNumbers('sourceAccountIds', args.sourceAccountIds ?? []);
    checkMarks(args.marks, errors);
    errors.throwIfAny();
    super('jichitai:logging:LogArchive', name, {}, options);
    const tags = tagsOf(args.marks);
    const own = aws.getCallerIdentityOutput({}, { parent: this }).accountId;
    const accounts = args.sourceAccountIds === undefined ? [own] : [...args.sourceAccountIds];
    this.encryptionKey = customerManagedKey(
      `${name}-key`,
      `Log archive ${name}`,
      tags,
      this,
      keyPolicy(own, accounts),
    );
    this.bucket = makeBucket(
      name,
      {
        key: this.encryptionKey,
        tags,
        bucketName: args.bucketName,
        lockDays: args.retentionDays ?? 1096,
        accessLogBucket: args.accessLogBucket,
        statements: (bucket) => deliveries(bucket, accounts),
      },
      this,
    );
    this.registerOutputs({ bucket: this.bucket.id, encryptionKey: this.encryptionKey.arn });
  }
}

type Accounts = readonly pulumi.Input<string>[];

/** The account manages its key by its own policies; services that deliver logs encrypt with it for the accounts named. */
function keyPolicy(own: pulumi.Output<string>, accounts: Accounts): pulumi.Output<string> {
  return pulumi.jsonStringify({
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'AccountManagesKey',
        Effect: 'Allow',
        Principal: { AWS: pulumi.interpolate`arn:aws:iam::${own}:root` },
        Action: 'kms:*',
        Resource: '*',
      },
      {
        Sid: 'ServicesEncryptLogs',
        Effect: 'Allow',
        Principal: { Service: ['delivery.logs.amazonaws.com', 'cloudtrail.amazonaws.com'] },
        Action: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
        Resource: '*',
        Condition: { StringEquals: { 'aws:SourceAccount': accounts } },
      },
    ],
  });
}

function deliveries(bucket: aws.s3.Bucket, accounts: Accounts): readonly object[] {
  const services = { Service: ['delivery.logs.amazonaws.com', 'cloudtrail.amazonaws.com'] };
  const from = { 'aws:SourceAccount': accounts };
  return [
    {
      Sid: 'ServicesSeeWhereTheyDeliver',
      Effect: 'Allow',
      Principal: services,
      Action: ['s3:GetBucketAcl'],
      Resource: bucket.arn,
      Condition: { StringEquals: from },
    },
    {
      Sid: 'ServicesDeliverLogs',
      Effect: 'Allow',
      Principal: services,
      Action: 's3:PutObject',
      Resource: pulumi.interpolate`${bucket.arn}/AWSLogs/*`,
      Condition: { StringEquals: { ...from, 's3:x-amz-acl': 'bucket-owner-full-control' } },
    },
  ];
}
