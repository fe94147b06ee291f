import { ref, resource } from '../helpers';
import type { Situation } from './situation';

const PUBLIC = {
  BlockPublicAcls: true,
  BlockPublicPolicy: true,
  IgnorePublicAcls: true,
  RestrictPublicBuckets: true,
};
const CLOSED = {
  blockPublicAcls: true,
  blockPublicPolicy: true,
  ignorePublicAcls: true,
  restrictPublicBuckets: true,
};
const KEY = resource('aws:kms/key:Key', 'key');
const NATIVE_KEY = resource('aws-native:kms:Key', 'key');

const template = (Properties: object = {}, more: object = {}) => ({
  Records: { Type: 'AWS::S3::Bucket', Properties },
  ...more,
});
const bucket = (inputs: object = {}) => resource('aws:s3/bucket:Bucket', 'records', inputs);
const native = (inputs: object = {}) => [resource('aws-native:s3:Bucket', 'records', inputs)];
const BUCKET = bucket();
/** A bucket, and what another resource says of it. */
const beside = (type: string, inputs: object) => [
  BUCKET,
  resource(`aws:s3/${type}:${type[0]?.toUpperCase()}${type.slice(1)}`, 'about', {
    bucket: BUCKET,
    ...inputs,
  }),
];

const MARK = { 'jichitai:confidentiality': '3' };
const TAGS = { Tags: [{ Key: 'jichitai:confidentiality', Value: '3' }] };
const NATIVE_TAGS = { tags: [{ key: 'jichitai:confidentiality', value: '3' }] };
const marked = bucket({ tags: MARK });

const policyOf = (secure: boolean) => ({
  Version: '2012-10-17',
  Statement: [
    {
      Effect: secure ? 'Deny' : 'Allow',
      Principal: secure ? '*' : { AWS: '111122223333' },
      Action: 's3:*',
      Resource: ['arn:aws:s3:::city-records', 'arn:aws:s3:::city-records/*'],
      ...(secure ? { Condition: { Bool: { 'aws:SecureTransport': 'false' } } } : {}),
    },
  ],
});
const named = bucket({ bucket: 'city-records' });
const withPolicy = (secure: boolean) => ({
  cloudformation: template(
    { BucketName: 'city-records' },
    {
      Policy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: { Bucket: { Ref: 'Records' }, PolicyDocument: policyOf(secure) },
      },
    },
  ),
  aws: [
    named,
    resource('aws:s3/bucketPolicy:BucketPolicy', 'policy', {
      bucket: named,
      policy: JSON.stringify(policyOf(secure)),
    }),
  ],
  native: (() => {
    const [one] = native({ bucketName: 'city-records' });
    return [
      one as NonNullable<typeof one>,
      resource('aws-native:s3:BucketPolicy', 'policy', { bucket: one, policyDocument: policyOf(secure) }),
    ];
  })(),
});

export const SITUATIONS: readonly Situation[] = [
  {
    name: 'a bucket with versions',
    rule: 'S3BucketVersioned',
    verdict: 'compliant',
    cloudformation: template({ VersioningConfiguration: { Status: 'Enabled' } }),
    aws: beside('bucketVersioning', { versioningConfiguration: { status: 'Enabled' } }),
    native: native({ versioningConfiguration: { status: 'Enabled' } }),
  },
  {
    name: 'a bucket with versions, as the package had it before',
    rule: 'S3BucketVersioned',
    verdict: 'compliant',
    cloudformation: template({ VersioningConfiguration: { Status: 'Enabled' } }),
    aws: [resource('aws:s3/bucketV2:BucketV2', 'records', { versionings: [{ enabled: true }] })],
  },
  {
    name: 'a bucket whose versions stopped',
    rule: 'S3BucketVersioned',
    verdict: 'violation',
    cloudformation: template({ VersioningConfiguration: { Status: 'Suspended' } }),
    aws: beside('bucketVersioning', { versioningConfiguration: { status: 'Suspended' } }),
    native: native({ versioningConfiguration: { status: 'Suspended' } }),
  },
  {
    name: 'a bucket that never had versions',
    rule: 'S3BucketVersioned',
    verdict: 'violation',
    cloudformation: template(),
    aws: beside('bucketVersioning', { versioningConfiguration: { status: 'Disabled' } }),
    native: native(),
  },
  {
    name: 'a bucket with a key of the city',
    rule: 'S3BucketCustomerManagedKey',
    verdict: 'compliant',
    cloudformation: template(
      {
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            {
              ServerSideEncryptionByDefault: {
                SSEAlgorithm: 'aws:kms',
                KMSMasterKeyID: { 'Fn::GetAtt': ['Key', 'Arn'] },
              },
            },
          ],
        },
      },
      { Key: { Type: 'AWS::KMS::Key' } },
    ),
    aws: [
      KEY,
      ...beside('bucketServerSideEncryptionConfiguration', {
        rules: [
          {
            applyServerSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: ref(KEY, 'arn') },
          },
        ],
      }),
    ],
    native: [
      NATIVE_KEY,
      ...native({
        bucketEncryption: {
          serverSideEncryptionConfiguration: [
            {
              serverSideEncryptionByDefault: {
                sseAlgorithm: 'aws:kms',
                kmsMasterKeyId: ref(NATIVE_KEY, 'arn'),
              },
            },
          ],
        },
      }),
    ],
  },
  {
    name: 'a bucket with a key of AWS',
    rule: 'S3BucketCustomerManagedKey',
    verdict: 'violation',
    cloudformation: template({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
    }),
    aws: [
      bucket({
        serverSideEncryptionConfiguration: {
          rule: { applyServerSideEncryptionByDefault: { sseAlgorithm: 'AES256' } },
        },
      }),
    ],
    native: native({
      bucketEncryption: {
        serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: 'AES256' } }],
      },
    }),
  },
  {
    name: 'a bucket that is closed to the public',
    rule: 'S3BucketBlocksPublicAccess',
    verdict: 'compliant',
    cloudformation: template({ PublicAccessBlockConfiguration: PUBLIC }),
    aws: beside('bucketPublicAccessBlock', CLOSED),
    native: native({ publicAccessBlockConfiguration: CLOSED }),
  },
  {
    name: 'a bucket of which the block leaves out policies',
    rule: 'S3BucketBlocksPublicAccess',
    verdict: 'violation',
    cloudformation: template({
      PublicAccessBlockConfiguration: { ...PUBLIC, BlockPublicPolicy: false, RestrictPublicBuckets: false },
    }),
    aws: beside('bucketPublicAccessBlock', { blockPublicAcls: true, ignorePublicAcls: true }),
    native: native({
      publicAccessBlockConfiguration: { ...CLOSED, blockPublicPolicy: false, restrictPublicBuckets: false },
    }),
  },
  {
    name: 'a bucket that everybody reads',
    rule: 'S3BucketGrantsNobodyByAcl',
    verdict: 'violation',
    cloudformation: template({ AccessControl: 'PublicRead' }),
    aws: beside('bucketAcl', { acl: 'public-read' }),
    native: native({ accessControl: 'PublicRead' }),
  },
  {
    name: 'a bucket that a grant opens to everybody',
    rule: 'S3BucketGrantsNobodyByAcl',
    verdict: 'violation',
    cloudformation: template({ AccessControl: 'PublicRead' }),
    aws: beside('bucketAcl', {
      accessControlPolicy: {
        owner: { id: 'a'.repeat(64) },
        grants: [
          {
            grantee: { type: 'Group', uri: 'http://acs.amazonaws.com/groups/global/AllUsers' },
            permission: 'READ',
          },
        ],
      },
    }),
  },
  {
    name: 'a private bucket',
    rule: 'S3BucketGrantsNobodyByAcl',
    verdict: 'compliant',
    cloudformation: template({ AccessControl: 'Private' }),
    aws: beside('bucketAcl', { acl: 'private' }),
    native: native({ accessControl: 'Private' }),
  },
  {
    name: 'a bucket that takes files over TLS only',
    rule: 'S3BucketTlsOnly',
    verdict: 'compliant',
    ...withPolicy(true),
  },
  {
    name: 'a bucket whose policy says nothing of TLS',
    rule: 'S3BucketTlsOnly',
    verdict: 'violation',
    ...withPolicy(false),
  },
  {
    name: 'a bucket that lets go of old versions',
    rule: 'OldVersionsExpire',
    verdict: 'compliant',
    cloudformation: template({
      ...TAGS,
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: [{ Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 90 } }],
      },
    }),
    aws: [
      marked,
      resource('aws:s3/bucketVersioning:BucketVersioning', 'versions', {
        bucket: marked,
        versioningConfiguration: { status: 'Enabled' },
      }),
      resource('aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration', 'lifecycle', {
        bucket: marked,
        rules: [{ id: 'old', status: 'Enabled', noncurrentVersionExpiration: { noncurrentDays: 90 } }],
      }),
    ],
    native: native({
      ...NATIVE_TAGS,
      versioningConfiguration: { status: 'Enabled' },
      lifecycleConfiguration: {
        rules: [{ status: 'Enabled', noncurrentVersionExpiration: { noncurrentDays: 90 } }],
      },
    }),
  },
  {
    name: 'a bucket that keeps old versions for ever',
    rule: 'OldVersionsExpire',
    verdict: 'violation',
    cloudformation: template({ ...TAGS, VersioningConfiguration: { Status: 'Enabled' } }),
    aws: [bucket({ tags: MARK, versioning: { enabled: true } })],
    native: native({ ...NATIVE_TAGS, versioningConfiguration: { status: 'Enabled' } }),
  },
  {
    name: 'a bucket with access control lists',
    rule: 'S3BucketAclsDisabled',
    verdict: 'violation',
    cloudformation: template({
      OwnershipControls: { Rules: [{ ObjectOwnership: 'ObjectWriter' }] },
    }),
    aws: beside('bucketOwnershipControls', { rule: { objectOwnership: 'ObjectWriter' } }),
    native: native({ ownershipControls: { rules: [{ objectOwnership: 'ObjectWriter' }] } }),
  },
  {
    name: 'a bucket without access control lists',
    rule: 'S3BucketAclsDisabled',
    verdict: 'compliant',
    cloudformation: template({
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    }),
    aws: beside('bucketOwnershipControls', { rule: { objectOwnership: 'BucketOwnerEnforced' } }),
    native: native({ ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] } }),
  },
  {
    name: 'a bucket that is emptied with its stack',
    rule: 'S3BucketIsNotEmptied',
    verdict: 'violation',
    cloudformation: template(
      {},
      {
        Emptied: {
          Type: 'Custom::S3AutoDeleteObjects',
          Properties: {
            BucketName: { Ref: 'Records' },
            ServiceToken: 'arn:aws:lambda:ap-northeast-1:111122223333:function:f',
          },
        },
      },
    ),
    aws: [bucket({ forceDestroy: true })],
  },
  {
    name: 'a bucket whose pages any site may call',
    rule: 'S3CorsNamesOrigins',
    verdict: 'violation',
    cloudformation: template({
      CorsConfiguration: { CorsRules: [{ AllowedMethods: ['GET'], AllowedOrigins: ['*'] }] },
    }),
    aws: beside('bucketCorsConfiguration', {
      corsRules: [{ allowedMethods: ['GET'], allowedOrigins: ['*'] }],
    }),
    native: native({
      corsConfiguration: { corsRules: [{ allowedMethods: ['GET'], allowedOrigins: ['*'] }] },
    }),
  },
];
