import type { Written } from '.';

const BUCKET = { type: 'AWS::S3::Bucket', into: 'bucket' } as const;
const STATUS = { words: { true: 'Enabled', false: 'Suspended' } } as const;
const ENABLED = { words: { true: 'Enabled', false: 'Disabled' } } as const;

export const S3: Written = {
  's3/bucket:Bucket': {
    type: 'AWS::S3::Bucket',
    not: ['policy', 'grants', 'accelerationStatus'],
    properties: {
      bucket: 'BucketName',
      acl: {
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
      },
      'versioning.enabled': { to: 'VersioningConfiguration.Status', as: STATUS },
      'serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.sseAlgorithm':
        'BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.SSEAlgorithm',
      'serverSideEncryptionConfiguration.rule.applyServerSideEncryptionByDefault.kmsMasterKeyId':
        'BucketEncryption.ServerSideEncryptionConfiguration[0].ServerSideEncryptionByDefault.KMSMasterKeyID',
      'serverSideEncryptionConfiguration.rule.bucketKeyEnabled':
        'BucketEncryption.ServerSideEncryptionConfiguration[0].BucketKeyEnabled',
      'logging.targetBucket': 'LoggingConfiguration.DestinationBucketName',
      'logging.targetPrefix': 'LoggingConfiguration.LogFilePrefix',
      'objectLockConfiguration.objectLockEnabled': 'ObjectLockConfiguration.ObjectLockEnabled',
      'objectLockConfiguration.rule.defaultRetention.mode':
        'ObjectLockConfiguration.Rule.DefaultRetention.Mode',
      'objectLockConfiguration.rule.defaultRetention.days':
        'ObjectLockConfiguration.Rule.DefaultRetention.Days',
      'objectLockConfiguration.rule.defaultRetention.years':
        'ObjectLockConfiguration.Rule.DefaultRetention.Years',
      'lifecycleRules[*].id': 'LifecycleConfiguration.Rules[*].Id',
      'lifecycleRules[*].enabled': { to: 'LifecycleConfiguration.Rules[*].Status', as: ENABLED },
      'lifecycleRules[*].prefix': 'LifecycleConfiguration.Rules[*].Prefix',
      'lifecycleRules[*].expiration.days': 'LifecycleConfiguration.Rules[*].ExpirationInDays',
      'lifecycleRules[*].expiration.date': 'LifecycleConfiguration.Rules[*].ExpirationDate',
      'lifecycleRules[*].noncurrentVersionExpiration.days':
        'LifecycleConfiguration.Rules[*].NoncurrentVersionExpiration.NoncurrentDays',
    },
  },
  's3/bucketVersioning:BucketVersioning': {
    ...BUCKET,
    properties: { 'versioningConfiguration.status': 'VersioningConfiguration.Status' },
  },
  's3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration': {
    ...BUCKET,
    properties: {
      'rules[*].applyServerSideEncryptionByDefault.sseAlgorithm':
        'BucketEncryption.ServerSideEncryptionConfiguration[*].ServerSideEncryptionByDefault.SSEAlgorithm',
      'rules[*].applyServerSideEncryptionByDefault.kmsMasterKeyId':
        'BucketEncryption.ServerSideEncryptionConfiguration[*].ServerSideEncryptionByDefault.KMSMasterKeyID',
      'rules[*].bucketKeyEnabled': 'BucketEncryption.ServerSideEncryptionConfiguration[*].BucketKeyEnabled',
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
};
