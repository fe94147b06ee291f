import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';

/** A yearly self-inspection (10.2) can still look at what was changed since the last one. */
const SUPERSEDED_DAYS = 400;

/** How a bucket of the city differs from another one. */
export interface BucketLayout {
  readonly key: aws.kms.Key;
  readonly tags: Record<string, string>;
  readonly bucketName?: pulumi.Input<string> | undefined;
  /** For how many days an object is locked. */
  readonly lockDays?: pulumi.Input<number> | undefined;
  /** After how many days superseded versions are removed, once no lock keeps them. @default 400 */
  readonly supersededVersionDays?: pulumi.Input<number> | undefined;
  readonly accessLogBucket?: pulumi.Input<string> | undefined;
  /** Statements of the bucket's policy beside those that refuse what is not sent over TLS 1.2. */
  readonly statements?: (bucket: aws.s3.Bucket) => readonly object[];
}

/**
 * A customer managed key that rotates every year and outlives its stack: what it encrypted can be read only while it
 * exists. Thirty days are the longest waiting period, the most time to notice a deletion made in error (9.2(7)③).
 */
export function customerManagedKey(
  name: string,
  description: string,
  tags: Record<string, string>,
  parent: pulumi.Resource,
  policy?: pulumi.Input<string>,
): aws.kms.Key {
  return new aws.kms.Key(
    name,
    {
      description,
      enableKeyRotation: true,
      deletionWindowInDays: 30,
      tags,
      ...(policy === undefined ? {} : { policy }),
    },
    { parent, protect: true, retainOnDelete: true },
  );
}

/** A bucket with all that configures it: key, versions, no public access, TLS 1.2 only, kept when its stack goes. */
export function makeBucket(name: string, layout: BucketLayout, parent: pulumi.Resource): aws.s3.Bucket {
  const options = { parent };
  const isLocked = layout.lockDays !== undefined;
  const bucket = new aws.s3.Bucket(
    name,
    {
      tags: layout.tags,
      ...(layout.bucketName === undefined ? {} : { bucket: layout.bucketName }),
      ...(isLocked ? { objectLockEnabled: true } : {}),
    },
    { parent, protect: true, retainOnDelete: true },
  );
  const of = { bucket: bucket.id };
  new aws.s3.BucketServerSideEncryptionConfiguration(
    `${name}-encryption`,
    {
      ...of,
      rules: [
        {
          applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: layout.key.arn },
          bucketKeyEnabled: true,
        },
      ],
    },
    options,
  );
  new aws.s3.BucketVersioning(
    `${name}-versioning`,
    { ...of, versioningConfiguration: { status: 'Enabled' } },
    options,
  );
  const access = {
    blockPublicAcls: true,
    blockPublicPolicy: true,
    ignorePublicAcls: true,
    restrictPublicBuckets: true,
  };
  const block = new aws.s3.BucketPublicAccessBlock(`${name}-public-access`, { ...of, ...access }, options);
  new aws.s3.BucketOwnershipControls(
    `${name}-ownership`,
    { ...of, rule: { objectOwnership: 'BucketOwnerEnforced' } },
    options,
  );
  new aws.s3.BucketLifecycleConfiguration(
    `${name}-lifecycle`,
    { ...of, rules: lifecycleRules(layout.supersededVersionDays ?? SUPERSEDED_DAYS) },
    options,
  );
  if (layout.lockDays !== undefined) {
    new aws.s3.BucketObjectLockConfiguration(
      `${name}-lock`,
      { ...of, rule: { defaultRetention: { mode: 'COMPLIANCE', days: layout.lockDays } } },
      options,
    );
  }
  if (layout.accessLogBucket !== undefined) {
    new aws.s3.BucketLogging(
      `${name}-logging`,
      { ...of, targetBucket: layout.accessLogBucket, targetPrefix: `${name}/` },
      options,
    );
  }
  const statements = (layout.statements ?? (() => []))(bucket);
  new aws.s3.BucketPolicy(
    `${name}-policy`,
    {
      ...of,
      policy: pulumi.jsonStringify({ Version: '2012-10-17', Statement: [...tlsOnly(bucket), ...statements] }),
    },
    { parent, dependsOn: [block] },
  );
  return bucket;
}

/** What ends in a bucket: superseded versions, as data are not kept for ever (3(2)⑩(エ)), and uploads without an end. */
function lifecycleRules(
  noncurrentDays: pulumi.Input<number>,
): aws.types.input.s3.BucketLifecycleConfigurationRule[] {
  return [
    // Parts of an upload that never ended are data that no listing shows.
    {
      id: 'RemoveUnfinishedUploads',
      status: 'Enabled',
      filter: {},
      abortIncompleteMultipartUpload: { daysAfterInitiation: 7 },
    },
    {
      id: 'RemoveSupersededVersions',
      status: 'Enabled',
      filter: {},
      noncurrentVersionExpiration: { noncurrentDays },
    },
  ];
}

/** Refuses what does not come over TLS, or over one before 1.2 (5.3④, 7.1(13)②). */
function tlsOnly({ arn }: aws.s3.Bucket): readonly object[] {
  const deny = {
    Effect: 'Deny',
    Principal: '*',
    Action: 's3:*',
    Resource: [arn, pulumi.interpolate`${arn}/*`],
  } as const;
  return [
    { ...deny, Sid: 'RefuseWithoutTls', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
    { ...deny, Sid: 'RefuseOldTls', Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } },
  ];
}
