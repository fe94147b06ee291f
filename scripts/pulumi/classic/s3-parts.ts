import type { Written } from '.';
import { CANNED_ACLS } from './s3';

const BUCKET = { type: 'AWS::S3::Bucket', into: 'bucket' } as const;

/** What configures a bucket from beside it, and other stores of S3. */
export const S3_PARTS: Written = {
  's3/bucketPolicy:BucketPolicy': { type: 'AWS::S3::BucketPolicy' },
  's3/bucketAcl:BucketAcl': {
    ...BUCKET,
    properties: { acl: { to: 'AccessControl', as: { words: CANNED_ACLS } } },
    // Grants one by one: to a group of everybody, as far as CloudFormation can say it.
    special: 'aclGrants',
  },
  's3/bucketLifecycleConfiguration:BucketLifecycleConfiguration': {
    ...BUCKET,
    not: ['rules'],
    properties: {
      'rules[*].id': 'LifecycleConfiguration.Rules[*].Id',
      'rules[*].status': 'LifecycleConfiguration.Rules[*].Status',
      'rules[*].prefix': 'LifecycleConfiguration.Rules[*].Prefix',
      'rules[*].filter.prefix': 'LifecycleConfiguration.Rules[*].Prefix',
      'rules[*].filter.and.prefix': 'LifecycleConfiguration.Rules[*].Prefix',
      'rules[*].filter.tag.key': 'LifecycleConfiguration.Rules[*].TagFilters[0].Key',
      'rules[*].filter.tag.value': 'LifecycleConfiguration.Rules[*].TagFilters[0].Value',
      'rules[*].filter.and.tags': { to: 'LifecycleConfiguration.Rules[*].TagFilters', as: 'tags' },
      'rules[*].filter.objectSizeGreaterThan': 'LifecycleConfiguration.Rules[*].ObjectSizeGreaterThan',
      'rules[*].filter.objectSizeLessThan': 'LifecycleConfiguration.Rules[*].ObjectSizeLessThan',
      'rules[*].expiration.days': 'LifecycleConfiguration.Rules[*].ExpirationInDays',
      'rules[*].expiration.date': 'LifecycleConfiguration.Rules[*].ExpirationDate',
      'rules[*].expiration.expiredObjectDeleteMarker':
        'LifecycleConfiguration.Rules[*].ExpiredObjectDeleteMarker',
      'rules[*].noncurrentVersionExpiration.noncurrentDays':
        'LifecycleConfiguration.Rules[*].NoncurrentVersionExpiration.NoncurrentDays',
      'rules[*].noncurrentVersionExpiration.newerNoncurrentVersions':
        'LifecycleConfiguration.Rules[*].NoncurrentVersionExpiration.NewerNoncurrentVersions',
      'rules[*].abortIncompleteMultipartUpload.daysAfterInitiation':
        'LifecycleConfiguration.Rules[*].AbortIncompleteMultipartUpload.DaysAfterInitiation',
      'rules[*].transitions[*].storageClass': 'LifecycleConfiguration.Rules[*].Transitions[*].StorageClass',
      'rules[*].transitions[*].days': 'LifecycleConfiguration.Rules[*].Transitions[*].TransitionInDays',
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
    not: ['objectLockEnabled'],
    properties: {
      'rule.defaultRetention.mode': 'ObjectLockConfiguration.Rule.DefaultRetention.Mode',
      'rule.defaultRetention.days': 'ObjectLockConfiguration.Rule.DefaultRetention.Days',
      'rule.defaultRetention.years': 'ObjectLockConfiguration.Rule.DefaultRetention.Years',
    },
    defaults: { 'ObjectLockConfiguration.ObjectLockEnabled': 'Enabled' },
  },
  's3/bucketOwnershipControls:BucketOwnershipControls': {
    ...BUCKET,
    properties: { 'rule.objectOwnership': 'OwnershipControls.Rules[0].ObjectOwnership' },
  },
  's3/bucketReplicationConfig:BucketReplicationConfig': {
    ...BUCKET,
    within: 'ReplicationConfiguration',
    not: ['bucket', 'token'],
  },
  's3/bucketNotification:BucketNotification': {
    ...BUCKET,
    properties: {
      'lambdaFunctions[*].lambdaFunctionArn': 'NotificationConfiguration.LambdaConfigurations[*].Function',
      // One event of several: which of them does not matter to any rule but that there are some.
      'lambdaFunctions[*].events[0]': 'NotificationConfiguration.LambdaConfigurations[*].Event',
      'queues[*].queueArn': 'NotificationConfiguration.QueueConfigurations[*].Queue',
      'queues[*].events[0]': 'NotificationConfiguration.QueueConfigurations[*].Event',
      'topics[*].topicArn': 'NotificationConfiguration.TopicConfigurations[*].Topic',
      'topics[*].events[0]': 'NotificationConfiguration.TopicConfigurations[*].Event',
      eventbridge: 'NotificationConfiguration.EventBridgeConfiguration.EventBridgeEnabled',
    },
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
    not: ['bucket'],
  },
  's3/bucketAccelerateConfiguration:BucketAccelerateConfiguration': {
    ...BUCKET,
    properties: { status: 'AccelerateConfiguration.AccelerationStatus' },
  },
  's3/accessPoint:AccessPoint': {
    type: 'AWS::S3::AccessPoint',
    properties: { policy: { to: 'Policy', as: 'json' } },
  },
  's3/directoryBucket:DirectoryBucket': {
    type: 'AWS::S3Express::DirectoryBucket',
    properties: { bucket: 'BucketName', 'location.name': 'LocationName' },
  },
  's3tables/tableBucket:TableBucket': {
    type: 'AWS::S3Tables::TableBucket',
    properties: { name: 'TableBucketName' },
  },
  's3tables/tableBucketPolicy:TableBucketPolicy': {
    type: 'AWS::S3Tables::TableBucketPolicy',
    properties: { resourcePolicy: { to: 'ResourcePolicy', as: 'json' } },
  },
  's3tables/tablePolicy:TablePolicy': {
    type: 'AWS::S3Tables::TablePolicy',
    properties: { resourcePolicy: { to: 'ResourcePolicy', as: 'json' } },
  },
  's3/vectorsVectorBucket:VectorsVectorBucket': {
    type: 'AWS::S3Vectors::VectorBucket',
    properties: {
      'encryptionConfigurations[0].sseType': 'EncryptionConfiguration.SseType',
      'encryptionConfigurations[0].kmsKeyArn': 'EncryptionConfiguration.KmsKeyArn',
    },
  },
  's3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy': { type: 'AWS::S3Vectors::VectorBucketPolicy' },
};
