import type { Target } from '../../../lib/pulumi/mapping';
import type { Written } from '.';

const STATUS = { words: { true: 'Enabled', false: 'Suspended' } } as const;
const ENABLED = { words: { true: 'Enabled', false: 'Disabled' } } as const;

export const ACL = {
  to: 'AccessControl',
  as: {
    words: {
      private: 'Private',
      'public-read': 'PublicRead',
      'public-read-write': 'PublicReadWrite',
      'authenticated-read': 'AuthenticatedRead',
      'log-delivery-write': 'LogDeliveryWrite',
      'bucket-owner-read': 'BucketOwnerRead',
      'bucket-owner-full-control': 'BucketOwnerFullControl',
      'aws-exec-read': 'AwsExecRead',
    },
  },
} as const;

const ENCRYPTION = 'serverSideEncryptionConfiguration.rule';
const ENCRYPTED = 'BucketEncryption.ServerSideEncryptionConfiguration[0]';
const LIFECYCLE = 'lifecycleRules[*]';
const EXPIRES = 'LifecycleConfiguration.Rules[*]';
const LOCK = 'objectLockConfiguration';
const LOCKED = 'ObjectLockConfiguration';
const REPLICATION = 'replicationConfiguration.rules[*]';
const REPLICA = 'ReplicationConfiguration.Rules[*]';

/** Of the bucket that has everything in itself. */
const PROPERTIES: Readonly<Record<string, Target>> = {
  bucket: 'BucketName',
  acl: ACL,
  'versioning.enabled': { to: 'VersioningConfiguration.Status', as: STATUS },
  [`${ENCRYPTION}.applyServerSideEncryptionByDefault.sseAlgorithm`]: `${ENCRYPTED}.ServerSideEncryptionByDefault.SSEAlgorithm`,
  [`${ENCRYPTION}.applyServerSideEncryptionByDefault.kmsMasterKeyId`]: `${ENCRYPTED}.ServerSideEncryptionByDefault.KMSMasterKeyID`,
  [`${ENCRYPTION}.bucketKeyEnabled`]: `${ENCRYPTED}.BucketKeyEnabled`,
  'logging.targetBucket': 'LoggingConfiguration.DestinationBucketName',
  'logging.targetPrefix': 'LoggingConfiguration.LogFilePrefix',
  [`${LOCK}.objectLockEnabled`]: [
    `${LOCKED}.ObjectLockEnabled`,
    { to: 'ObjectLockEnabled', as: { always: true } },
  ],
  [`${LOCK}.rule.defaultRetention.mode`]: `${LOCKED}.Rule.DefaultRetention.Mode`,
  [`${LOCK}.rule.defaultRetention.days`]: `${LOCKED}.Rule.DefaultRetention.Days`,
  [`${LOCK}.rule.defaultRetention.years`]: `${LOCKED}.Rule.DefaultRetention.Years`,
  [`${LIFECYCLE}.id`]: `${EXPIRES}.Id`,
  [`${LIFECYCLE}.enabled`]: { to: `${EXPIRES}.Status`, as: ENABLED },
  [`${LIFECYCLE}.prefix`]: `${EXPIRES}.Prefix`,
  [`${LIFECYCLE}.tags`]: { to: `${EXPIRES}.TagFilters`, as: 'tags' },
  [`${LIFECYCLE}.expiration.days`]: `${EXPIRES}.ExpirationInDays`,
  [`${LIFECYCLE}.expiration.date`]: `${EXPIRES}.ExpirationDate`,
  [`${LIFECYCLE}.expiration.expiredObjectDeleteMarker`]: `${EXPIRES}.ExpiredObjectDeleteMarker`,
  [`${LIFECYCLE}.noncurrentVersionExpiration.days`]: `${EXPIRES}.NoncurrentVersionExpiration.NoncurrentDays`,
  [`${LIFECYCLE}.abortIncompleteMultipartUploadDays`]: `${EXPIRES}.AbortIncompleteMultipartUpload.DaysAfterInitiation`,
  [`${LIFECYCLE}.transitions[*].days`]: `${EXPIRES}.Transitions[*].TransitionInDays`,
  [`${LIFECYCLE}.transitions[*].date`]: `${EXPIRES}.Transitions[*].TransitionDate`,
  [`${LIFECYCLE}.transitions[*].storageClass`]: `${EXPIRES}.Transitions[*].StorageClass`,
  [`${REPLICATION}.deleteMarkerReplicationStatus`]: `${REPLICA}.DeleteMarkerReplication.Status`,
  [`${REPLICATION}.destination.accountId`]: `${REPLICA}.Destination.Account`,
  [`${REPLICATION}.destination.replicaKmsKeyId`]: `${REPLICA}.Destination.EncryptionConfiguration.ReplicaKmsKeyID`,
  [`${REPLICATION}.sourceSelectionCriteria.sseKmsEncryptedObjects.enabled`]: {
    to: `${REPLICA}.SourceSelectionCriteria.SseKmsEncryptedObjects.Status`,
    as: ENABLED,
  },
  'corsRules[*].allowedHeaders': 'CorsConfiguration.CorsRules[*].AllowedHeaders',
  'corsRules[*].allowedMethods': 'CorsConfiguration.CorsRules[*].AllowedMethods',
  'corsRules[*].allowedOrigins': 'CorsConfiguration.CorsRules[*].AllowedOrigins',
  'website.indexDocument': 'WebsiteConfiguration.IndexDocument',
  'website.errorDocument': 'WebsiteConfiguration.ErrorDocument',
  'website.redirectAllRequestsTo': 'WebsiteConfiguration.RedirectAllRequestsTo.HostName',
  accelerationStatus: 'AccelerateConfiguration.AccelerationStatus',
};

/** Blocks that the type of before has as lists of one. */
const LISTED = new Set([
  'versioning',
  'logging',
  'website',
  'serverSideEncryptionConfiguration',
  'rule',
  'applyServerSideEncryptionByDefault',
  'defaultRetention',
  'expiration',
  'noncurrentVersionExpiration',
  'replicationConfiguration',
  'destination',
  'sourceSelectionCriteria',
  'sseKmsEncryptedObjects',
]);
const PLURAL: Readonly<Record<string, string>> = {
  sourceSelectionCriteria: 'sourceSelectionCriterias',
  sseKmsEncryptedObjects: 'sseKmsEncryptedObjects',
};

function listed(path: string): string {
  return path
    .split('.')
    .map((step) => (LISTED.has(step) ? `${PLURAL[step] ?? `${step}s`}[0]` : step))
    .join('.');
}

const BUCKET = {
  type: 'AWS::S3::Bucket',
  not: ['policy', 'grants'],
  special: 'bucket',
  parts: [
    {
      list: 'policy',
      type: 'AWS::S3::BucketPolicy',
      whole: 'Bucket',
      properties: { '': { to: 'PolicyDocument', as: 'json' } },
    },
  ],
} as const;

export const S3: Written = {
  's3/bucket:Bucket': { ...BUCKET, properties: PROPERTIES },
  's3/bucketV2:BucketV2': {
    ...BUCKET,
    properties: Object.fromEntries(Object.entries(PROPERTIES).map(([path, to]) => [listed(path), to])),
  },
};
