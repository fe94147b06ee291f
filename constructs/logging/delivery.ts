import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as s3 from 'aws-cdk-lib/aws-s3';

/**
 * What AWS services need in order to deliver logs to a bucket. Each permission holds only for
 * deliveries on behalf of a named account, so that strangers cannot have their own logs, or
 * forged ones, put among ours.
 */

/** VPC flow logs and the other logs that `delivery.logs.amazonaws.com` vends. */
export function allowVendedLogs(bucket: s3.Bucket, key: kms.IKey, account: string): void {
  const service = new iam.ServicePrincipal('delivery.logs.amazonaws.com');
  const { partition } = Stack.of(bucket);
  const onBehalf = {
    StringEquals: { 'aws:SourceAccount': account },
    ArnLike: { 'aws:SourceArn': `arn:${partition}:logs:*:${account}:*` },
  };
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [service],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`AWSLogs/${account}/*`)],
      conditions: {
        ...onBehalf,
        StringEquals: { ...onBehalf.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' },
      },
    }),
  );
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [service],
      actions: ['s3:GetBucketAcl', 's3:ListBucket'],
      resources: [bucket.bucketArn],
      conditions: onBehalf,
    }),
  );
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [service],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: onBehalf,
    }),
  );
}

/** Trails of the account, in whichever region they were made. */
export function allowCloudTrail(bucket: s3.Bucket, key: kms.IKey, account: string): void {
  const service = new iam.ServicePrincipal('cloudtrail.amazonaws.com');
  const trails = `arn:${Stack.of(bucket).partition}:cloudtrail:*:${account}:trail/*`;
  const onBehalf = {
    StringEquals: { 'aws:SourceAccount': account },
    ArnLike: { 'aws:SourceArn': trails },
  };
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [service],
      actions: ['s3:GetBucketAcl'],
      resources: [bucket.bucketArn],
      conditions: onBehalf,
    }),
  );
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [service],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`AWSLogs/${account}/*`)],
      conditions: {
        ...onBehalf,
        StringEquals: { ...onBehalf.StringEquals, 's3:x-amz-acl': 'bucket-owner-full-control' },
      },
    }),
  );
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [service],
      actions: ['kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: onBehalf,
    }),
  );
}

/** Access logs of the load balancers of the account. */
export function allowLoadBalancerLogs(bucket: s3.Bucket, account: string): void {
  const stack = Stack.of(bucket);
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('logdelivery.elasticloadbalancing.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects(`*/AWSLogs/${account}/*`)],
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: {
          'aws:SourceArn': `arn:${stack.partition}:elasticloadbalancing:${stack.region}:${account}:loadbalancer/*`,
        },
      },
    }),
  );
}

/** Server access logs of the S3 buckets of the account. */
export function allowServerAccessLogs(bucket: s3.Bucket, account: string): void {
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('logging.s3.amazonaws.com')],
      actions: ['s3:PutObject'],
      resources: [bucket.arnForObjects('s3/*')],
      conditions: {
        StringEquals: { 'aws:SourceAccount': account },
        ArnLike: { 'aws:SourceArn': `arn:${Stack.of(bucket).partition}:s3:::*` },
      },
    }),
  );
}
