import { S3BucketCustomerManagedKey } from '../../../lib/rules/encryption/S3BucketCustomerManagedKey';
import { ruleCases } from '../../helpers/rule-cases';

const encrypted = (SSEAlgorithm: unknown, KMSMasterKeyID?: unknown) => ({
  Type: 'AWS::S3::Bucket',
  Properties: {
    BucketEncryption: {
      ServerSideEncryptionConfiguration: [
        {
          ServerSideEncryptionByDefault: {
            SSEAlgorithm,
            ...(KMSMasterKeyID === undefined ? {} : { KMSMasterKeyID }),
          },
        },
      ],
    },
  },
});
const key = { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } };
const keyArn = { 'Fn::GetAtt': ['Key', 'Arn'] };

ruleCases(S3BucketCustomerManagedKey, [
  {
    name: 'accepts a key of the deployment',
    expect: 'compliant',
    resources: { Key: key, Bucket: encrypted('aws:kms', keyArn) },
  },
  {
    name: 'accepts an alias that the customer gave',
    expect: 'compliant',
    resources: { Bucket: encrypted('aws:kms', 'alias/resident-record') },
  },
  {
    name: 'reads absence as SSE-S3',
    expect: 'violation',
    resources: { Bucket: { Type: 'AWS::S3::Bucket' } },
    message: /SSE-S3/,
  },
  {
    name: 'refuses SSE-S3',
    expect: 'violation',
    resources: { Bucket: encrypted('AES256') },
    property: /SSEAlgorithm$/,
  },
  {
    name: 'refuses aws:kms without a key: that is the key of AWS',
    expect: 'violation',
    resources: { Bucket: encrypted('aws:kms') },
    property: /KMSMasterKeyID$/,
  },
  {
    name: 'refuses the AWS managed key by its alias',
    expect: 'violation',
    resources: { Bucket: encrypted('aws:kms', 'alias/aws/s3') },
  },
  {
    name: 'cannot tell who manages a key from its ARN',
    expect: 'undetermined',
    resources: {
      Bucket: encrypted(
        'aws:kms',
        'arn:aws:kms:ap-northeast-1:111122223333:key/11111111-2222-3333-4444-555555555555',
      ),
    },
  },
  {
    name: 'takes a key that the profile knows',
    expect: 'compliant',
    profile: {
      facts: {
        customerManagedKeys: ['11111111-2222-3333-4444-555555555555'],
        zoneOf: {},
        prefixLists: {},
        outsideAccounts: [],
        developmentAccounts: [],
      },
    },
    resources: { Bucket: encrypted('aws:kms', '11111111-2222-3333-4444-555555555555') },
  },
  {
    name: 'names the condition under which it breaks',
    expect: 'violation',
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: { Key: key, Bucket: encrypted({ 'Fn::If': ['Production', 'aws:kms', 'AES256'] }, keyArn) },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'does not know what a parameter will be, whatever its default',
    expect: 'undetermined',
    template: {
      Parameters: { KeyArn: { Type: 'String', Default: 'alias/resident-record' } },
      Resources: { Bucket: encrypted('aws:kms', { Ref: 'KeyArn' }) },
    },
  },
  {
    name: 'does not ask it of the Internet zone for public information',
    expect: 'not-applicable',
    zone: 'internet',
    template: {
      Metadata: { Jichitai: { Confidentiality: 1 } },
      Resources: { Bucket: { Type: 'AWS::S3::Bucket' } },
    },
  },
  {
    name: 'cannot tell whether it applies where no zone is declared',
    expect: 'undetermined',
    zone: 'none',
    resources: { Bucket: { Type: 'AWS::S3::Bucket' } },
    message: /jichitai:zone/,
  },
  {
    name: 'server access logs can be delivered with SSE-S3 only, for which somebody answers',
    expect: 'evidence',
    subject: 'Logs',
    resources: {
      Logs: encrypted('AES256'),
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Properties: { LoggingConfiguration: { DestinationBucketName: { Ref: 'Logs' } } },
      },
    },
  },
  {
    name: 'so can logs of an application load balancer',
    expect: 'evidence',
    subject: 'Logs',
    resources: {
      Logs: { Type: 'AWS::S3::Bucket' },
      Balancer: {
        Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        Properties: {
          LoadBalancerAttributes: [{ Key: 'access_logs.s3.bucket', Value: { Ref: 'Logs' } }],
        },
      },
    },
  },
  {
    name: 'logs of a network load balancer can be delivered with a key',
    expect: 'violation',
    subject: 'Logs',
    resources: {
      Logs: { Type: 'AWS::S3::Bucket' },
      Balancer: {
        Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
        Properties: {
          Type: 'network',
          LoadBalancerAttributes: [{ Key: 'access_logs.s3.bucket', Value: { Ref: 'Logs' } }],
        },
      },
    },
  },
]);
