import type { Written } from '.';
import { ACL } from './s3';

const BUCKET = { type: 'AWS::S3::Bucket', into: 'bucket' } as const;
const ENCRYPTED = 'BucketEncryption.ServerSideEncryptionConfiguration[*]';
const RULE = 'LifecycleConfiguration.Rules[*]';
const REPLICA = 'ReplicationConfiguration.Rules[*]';

/** What @pulumi/aws says of a bucket in resources of their own. */
export const S3_COMPANIONS: Written = {
  's3/bucketVersioning:BucketVersioning': {
    ...BUCKET,
    properties: {
      // A bucket that never had versions has none: CloudFormation knows no word for it.
      'versioningConfiguration.status': {
        to: 'VersioningConfiguration.Status',
        as: { words: { Disabled: null } },
      },
    },
  },
  's3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration': {
    ...BUCKET,
    properties: {
      'rules[*].applyServerSideEncryptionByDefault.sseAlgorithm': `${ENCRYPTED}.ServerSideEncryptionByDefault.SSEAlgorithm`,
      'rules[*].applyServerSideEncryptionByDefault.kmsMasterKeyId': `${ENCRYPTED}.ServerSideEncryptionByDefault.KMSMasterKeyID`,
      'rules[*].bucketKeyEnabled': `${ENCRYPTED}.BucketKeyEnabled`,
    },
  },
  's3/bucketPublicAccessBlock:BucketPublicAccessBlock': {
    ...BUCKET,
    properties: {
      blockPublicAcls: 'PublicAccessBlockConfiguration.BlockPublicAcls',
      blockPublicPolicy: 'PublicAccessBlockConfiguration.BlockPublicPolicy',
      ignorePublicAcls: 'PublicAccessBlockConfiguration.IgnorePublicAcls',
      restrictPublicBuckets: 'PublicAccessBlockConfiguration.RestrictPublicBuckets',
    },
    // The provider switches off what it is not told to switch on.
    defaults: {
      'PublicAccessBlockConfiguration.BlockPublicAcls': false,
      'PublicAccessBlockConfiguration.BlockPublicPolicy': false,
      'PublicAccessBlockConfiguration.IgnorePublicAcls': false,
      'PublicAccessBlockConfiguration.RestrictPublicBuckets': false,
    },
  },
  's3/bucketPolicy:BucketPolicy': {
    type: 'AWS::S3::BucketPolicy',
    properties: { policy: { to: 'PolicyDocument', as: 'json' } },
  },
  's3/bucketLifecycleConfiguration:BucketLifecycleConfiguration': {
    ...BUCKET,
    properties: {
      'rules[*].id': `${RULE}.Id`,
      'rules[*].status': `${RULE}.Status`,
      'rules[*].prefix': `${RULE}.Prefix`,
      'rules[*].filter.prefix': `${RULE}.Prefix`,
      'rules[*].filter.and.prefix': `${RULE}.Prefix`,
      'rules[*].filter.tag.key': `${RULE}.TagFilters[0].Key`,
      'rules[*].filter.tag.value': `${RULE}.TagFilters[0].Value`,
      'rules[*].filter.and.tags': { to: `${RULE}.TagFilters`, as: 'tags' },
      'rules[*].filter.objectSizeGreaterThan': `${RULE}.ObjectSizeGreaterThan`,
      'rules[*].filter.objectSizeLessThan': `${RULE}.ObjectSizeLessThan`,
      'rules[*].filter.and.objectSizeGreaterThan': `${RULE}.ObjectSizeGreaterThan`,
      'rules[*].filter.and.objectSizeLessThan': `${RULE}.ObjectSizeLessThan`,
      'rules[*].expiration.days': `${RULE}.ExpirationInDays`,
      'rules[*].expiration.date': `${RULE}.ExpirationDate`,
      'rules[*].expiration.expiredObjectDeleteMarker': `${RULE}.ExpiredObjectDeleteMarker`,
      'rules[*].noncurrentVersionExpiration.noncurrentDays': `${RULE}.NoncurrentVersionExpiration.NoncurrentDays`,
      'rules[*].noncurrentVersionExpiration.newerNoncurrentVersions': `${RULE}.NoncurrentVersionExpiration.NewerNoncurrentVersions`,
      'rules[*].abortIncompleteMultipartUpload.daysAfterInitiation': `${RULE}.AbortIncompleteMultipartUpload.DaysAfterInitiation`,
      'rules[*].transitions[*].days': `${RULE}.Transitions[*].TransitionInDays`,
      'rules[*].transitions[*].date': `${RULE}.Transitions[*].TransitionDate`,
      'rules[*].transitions[*].storageClass': `${RULE}.Transitions[*].StorageClass`,
    },
  },
  's3/bucketLogging:BucketLogging': {
    ...BUCKET,
    properties: {
      targetBucket: 'LoggingConfiguration.DestinationBucketName',
      targetPrefix: 'LoggingConfiguration.LogFilePrefix',
    },
  },
  's3/bucketObjectLockConfiguration:BucketObjectLockConfiguration': {
    ...BUCKET,
    properties: {
      objectLockEnabled: 'ObjectLockConfiguration.ObjectLockEnabled',
      'rule.defaultRetention.mode': 'ObjectLockConfiguration.Rule.DefaultRetention.Mode',
      'rule.defaultRetention.days': 'ObjectLockConfiguration.Rule.DefaultRetention.Days',
      'rule.defaultRetention.years': 'ObjectLockConfiguration.Rule.DefaultRetention.Years',
    },
    // The lock is all that it is for.
    defaults: { ObjectLockEnabled: true, 'ObjectLockConfiguration.ObjectLockEnabled': 'Enabled' },
  },
  's3/bucketReplicationConfig:BucketReplicationConfig': {
    ...BUCKET,
    within: 'ReplicationConfiguration',
    properties: {
      'rules[*].filter.tag.key': `${REPLICA}.Filter.TagFilter.Key`,
      'rules[*].filter.tag.value': `${REPLICA}.Filter.TagFilter.Value`,
      'rules[*].filter.and.tags': { to: `${REPLICA}.Filter.And.TagFilters`, as: 'tags' },
    },
  },
  's3/bucketOwnershipControls:BucketOwnershipControls': {
    ...BUCKET,
    properties: { 'rule.objectOwnership': 'OwnershipControls.Rules[0].ObjectOwnership' },
  },
  's3/bucketAcl:BucketAcl': { ...BUCKET, properties: { acl: ACL }, special: 'bucketGrants' },
  's3/bucketNotification:BucketNotification': {
    ...BUCKET,
    properties: {
      eventbridge: {
        to: 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
        as: { words: { false: null } },
      },
    },
    special: 'bucketNotification',
  },
  's3/bucketAccelerateConfiguration:BucketAccelerateConfiguration': {
    ...BUCKET,
    properties: { status: 'AccelerateConfiguration.AccelerationStatus' },
  },
  's3/bucketWebsiteConfiguration:BucketWebsiteConfiguration': {
    ...BUCKET,
    properties: {
      'indexDocument.suffix': 'WebsiteConfiguration.IndexDocument',
      'errorDocument.key': 'WebsiteConfiguration.ErrorDocument',
      'redirectAllRequestsTo.hostName': 'WebsiteConfiguration.RedirectAllRequestsTo.HostName',
      'redirectAllRequestsTo.protocol': 'WebsiteConfiguration.RedirectAllRequestsTo.Protocol',
    },
  },
  's3/bucketCorsConfiguration:BucketCorsConfiguration': {
    ...BUCKET,
    within: 'CorsConfiguration',
    properties: {
      'corsRules[*].exposeHeaders': 'CorsConfiguration.CorsRules[*].ExposedHeaders',
      'corsRules[*].maxAgeSeconds': 'CorsConfiguration.CorsRules[*].MaxAge',
    },
  },
};
