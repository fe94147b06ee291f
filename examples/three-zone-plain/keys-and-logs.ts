import { ArnFormat, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as logs from 'aws-cdk-lib/aws-logs';
import * as s3 from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';

export function addKey(scope: Construct, id: string, description: string): kms.Key {
  return new kms.Key(scope, id, {
    description,
    enableKeyRotation: true,
    pendingWindow: Duration.days(30),
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

/** A log group under a key, which CloudWatch Logs has to be let use. */
export function addLogGroup(
  scope: Construct,
  id: string,
  key: kms.Key,
  logGroupName?: string,
): logs.LogGroup {
  const stack = Stack.of(scope);
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal(`logs.${stack.region}.amazonaws.com`)],
      actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': stack.formatArn({
            service: 'logs',
            resource: 'log-group',
            resourceName: logGroupName ?? '*',
            arnFormat: ArnFormat.COLON_RESOURCE_NAME,
          }),
        },
      },
    }),
  );
  return new logs.LogGroup(scope, id, {
    ...(logGroupName === undefined ? {} : { logGroupName }),
    retention: logs.RetentionDays.THREE_YEARS,
    encryptionKey: key as kms.IKey,
    removalPolicy: RemovalPolicy.RETAIN,
  });
}

export function addBucket(scope: Construct, id: string, more: s3.BucketProps): s3.Bucket {
  return new s3.Bucket(scope, id, {
    blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
    objectOwnership: s3.ObjectOwnership.BUCKET_OWNER_ENFORCED,
    enforceSSL: true,
    minimumTLSVersion: 1.2,
    versioned: true,
    removalPolicy: RemovalPolicy.RETAIN,
    ...more,
  });
}

export interface Archive {
  readonly bucket: s3.Bucket;
  readonly key: kms.Key;
}

function logRequestsTo(accessLogs: s3.Bucket, bucket: s3.Bucket): void {
  (bucket.node.defaultChild as s3.CfnBucket).loggingConfiguration = {
    destinationBucketName: accessLogs.bucketName,
    logFilePrefix: `s3/${bucket.node.addr}/`,
  };
}

export { logRequestsTo };

/** Takes access logs of S3 and of load balancers, neither of which writes to a locked bucket with a key. */
export function addAccessLogs(scope: Construct, id: string, archive?: Archive): s3.Bucket {
  const stack = Stack.of(scope);
  const bucket = addBucket(scope, id, { encryption: s3.BucketEncryption.S3_MANAGED });
  const writers: [service: string, resource: string, source: string][] = [
    [
      'logdelivery.elasticloadbalancing.amazonaws.com',
      `*/AWSLogs/${stack.account}/*`,
      `arn:${stack.partition}:elasticloadbalancing:${stack.region}:${stack.account}:loadbalancer/*`,
    ],
    ['logging.s3.amazonaws.com', 's3/*', `arn:${stack.partition}:s3:::*`],
  ];
  for (const [service, resource, source] of writers) {
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        principals: [new iam.ServicePrincipal(service)],
        actions: ['s3:PutObject'],
        resources: [bucket.arnForObjects(resource)],
        conditions: {
          StringEquals: { 'aws:SourceAccount': stack.account },
          ArnLike: { 'aws:SourceArn': source },
        },
      }),
    );
  }
  if (archive !== undefined) copyToArchive(bucket, archive);
  return bucket;
}

function copyToArchive(bucket: s3.Bucket, archive: Archive): void {
  const role = new iam.Role(bucket, 'CopyRole', { assumedBy: new iam.ServicePrincipal('s3.amazonaws.com') });
  const allow = (actions: string[], resource: string) =>
    role.addToPolicy(new iam.PolicyStatement({ actions, resources: [resource] }));
  allow(['s3:GetReplicationConfiguration', 's3:ListBucket'], bucket.bucketArn);
  allow(
    ['s3:GetObjectVersionForReplication', 's3:GetObjectVersionAcl', 's3:GetObjectVersionTagging'],
    bucket.arnForObjects('*'),
  );
  allow(['s3:ReplicateObject', 's3:ReplicateTags'], archive.bucket.arnForObjects('*'));
  allow(['kms:Encrypt', 'kms:GenerateDataKey'], archive.key.keyArn);
  (bucket.node.defaultChild as s3.CfnBucket).replicationConfiguration = {
    role: role.roleArn,
    rules: [
      {
        id: 'CopyToLogArchive',
        status: 'Enabled',
        priority: 0,
        filter: { prefix: '' },
        deleteMarkerReplication: { status: 'Disabled' },
        destination: {
          bucket: archive.bucket.bucketArn,
          encryptionConfiguration: { replicaKmsKeyId: archive.key.keyArn },
        },
      },
    ],
  };
}

/** The archive of logs, which nobody can alter or delete. */
export function addArchive(scope: Construct): Archive {
  const { account, partition } = Stack.of(scope);
  const key = addKey(scope, 'ArchiveKey', 'Log archive');
  const bucket = addBucket(scope, 'Archive', {
    encryption: s3.BucketEncryption.KMS,
    encryptionKey: key as kms.IKey,
    bucketKeyEnabled: true,
    objectLockEnabled: true,
    objectLockDefaultRetention: s3.ObjectLockRetention.compliance(Duration.days(1096)),
  });
  logRequestsTo(addAccessLogs(scope, 'ArchiveAccess'), bucket);
  const writers: [service: string, source: string][] = [
    ['delivery.logs.amazonaws.com', `arn:${partition}:logs:*:${account}:*`],
    ['cloudtrail.amazonaws.com', `arn:${partition}:cloudtrail:*:${account}:trail/*`],
  ];
  for (const [service, source] of writers) {
    const principals = [new iam.ServicePrincipal(service)];
    const onBehalf = {
      StringEquals: { 'aws:SourceAccount': account },
      ArnLike: { 'aws:SourceArn': source },
    };
    bucket.addToResourcePolicy(
      new iam.PolicyStatement({
        principals,
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
        principals,
        actions: ['s3:GetBucketAcl', 's3:ListBucket'],
        resources: [bucket.bucketArn],
        conditions: onBehalf,
      }),
    );
    key.addToResourcePolicy(
      new iam.PolicyStatement({
        principals,
        actions: ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
        resources: ['*'],
        conditions: onBehalf,
      }),
    );
  }
  bucket.addToResourcePolicy(
    new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['s3:DeleteBucket', 's3:DeleteObject', 's3:DeleteObjectVersion'],
      resources: [bucket.bucketArn, bucket.arnForObjects('*')],
    }),
  );
  return { bucket, key };
}
