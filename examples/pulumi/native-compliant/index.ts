import './guardrail';
import * as native from '@pulumi/aws-native';
import * as pulumi from '@pulumi/pulumi';

const tags = Object.entries({
  'jichitai:zone': 'my-number',
  'jichitai:confidentiality': '3',
  'jichitai:integrity': '2',
  'jichitai:availability': '2',
  'jichitai:environment': 'production',
}).map(([key, value]) => ({ key, value }));
const kept = { protect: true, retainOnDelete: true };

const account = native.getAccountIdOutput().accountId;
const key = new native.kms.Key(
  'records-key',
  {
    enableKeyRotation: true,
    pendingWindowInDays: 30,
    keyPolicy: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { AWS: pulumi.interpolate`arn:aws:iam::${account}:root` },
          Action: 'kms:*',
          Resource: '*',
        },
      ],
    },
    tags,
  },
  kept,
);
const records = new native.s3.Bucket(
  'records',
  {
    bucketEncryption: {
      serverSideEncryptionConfiguration: [
        {
          serverSideEncryptionByDefault: { sseAlgorithm: 'aws:kms', kmsMasterKeyId: key.arn },
          bucketKeyEnabled: true,
        },
      ],
    },
    publicAccessBlockConfiguration: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    ownershipControls: { rules: [{ objectOwnership: 'BucketOwnerEnforced' }] },
    versioningConfiguration: { status: 'Enabled' },
    lifecycleConfiguration: {
      rules: [
        { id: 'uploads', status: 'Enabled', abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
        { id: 'versions', status: 'Enabled', noncurrentVersionExpiration: { noncurrentDays: 400 } },
      ],
    },
    tags,
  },
  kept,
);
const everything = [records.arn, pulumi.interpolate`${records.arn}/*`];
new native.s3.BucketPolicy('records-policy', {
  bucket: records.id,
  policyDocument: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: everything,
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      },
      {
        Effect: 'Deny',
        Principal: '*',
        Action: 's3:*',
        Resource: everything,
        Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } },
      },
    ],
  },
});
