import { EcsEfsVolumeTls } from '../../../lib/rules/encryption/EcsEfsVolumeTls';
import { EfsFileSystemTlsOnly } from '../../../lib/rules/encryption/EfsFileSystemTlsOnly';
import { S3BucketTlsOnly } from '../../../lib/rules/encryption/S3BucketTlsOnly';
import { SnsTopicTlsOnly } from '../../../lib/rules/encryption/SnsTopicTlsOnly';
import { SqsQueueTlsOnly } from '../../../lib/rules/encryption/SqsQueueTlsOnly';
import { type RuleCase, ruleCases } from '../../helpers/rule-cases';

const bucketArn = { 'Fn::GetAtt': ['Bucket', 'Arn'] };
const objects = { 'Fn::Join': ['', [bucketArn, '/*']] };
const INSECURE = { Bool: { 'aws:SecureTransport': 'false' } };
const DENY = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [bucketArn, objects],
  Condition: INSECURE,
};
const bucket = (properties: object = {}) => ({ Type: 'AWS::S3::Bucket', Properties: properties });
const policy = (statement: unknown, properties: object = {}) => ({
  Type: 'AWS::S3::BucketPolicy',
  Properties: { Bucket: { Ref: 'Bucket' }, PolicyDocument: { Statement: statement }, ...properties },
});
const subject = 'Bucket';
const withStatement = (name: string, expect: RuleCase['expect'], statement: unknown): RuleCase => ({
  name,
  expect,
  subject,
  resources: { Bucket: bucket(), Policy: policy(statement) },
});

ruleCases(S3BucketTlsOnly, [
  withStatement('what CDK writes for enforceSSL', 'compliant', [{ ...DENY, Principal: { AWS: '*' } }]),
  withStatement('a single statement that is no list', 'compliant', DENY),
  withStatement('values in lists, and a Boolean', 'compliant', [
    {
      ...DENY,
      Principal: { AWS: ['*'] },
      Action: ['s3:*'],
      Condition: { Bool: { 'aws:SecureTransport': [false] } },
    },
  ]),
  withStatement('any action of any service, keys in another case', 'compliant', [
    { ...DENY, Action: '*', Condition: { Bool: { 'aws:securetransport': 'False' } } },
  ]),
  withStatement('BoolIfExists', 'compliant', [
    { ...DENY, Condition: { BoolIfExists: { 'aws:SecureTransport': 'false' } } },
  ]),
  withStatement('any resource', 'compliant', [{ ...DENY, Resource: '*' }]),
  withStatement('an ARN that is put together from the name', 'compliant', [
    {
      ...DENY,
      Resource: [
        { 'Fn::Sub': 'arn:$' + '{AWS::Partition}:s3:::$' + '{Bucket}' },
        { 'Fn::Sub': 'arn:aws:s3:::$' + '{Bucket}/*' },
      ],
    },
  ]),
  withStatement('one pattern that covers the bucket and its objects', 'compliant', [
    { ...DENY, Resource: { 'Fn::Sub': '$' + '{Bucket.Arn}*' } },
  ]),
  withStatement('the bucket and its objects in two statements', 'compliant', [
    { ...DENY, Resource: bucketArn },
    { ...DENY, Resource: objects },
  ]),
  withStatement('all but the actions of another service', 'compliant', [
    { ...DENY, Action: undefined, NotAction: 'iam:*' },
  ]),
  withStatement('a version of TLS that must be there', 'compliant', [
    { ...DENY, Condition: { NumericLessThanIfExists: { 's3:TlsVersion': '1.2' } } },
  ]),
  withStatement('beside another statement that does not matter', 'compliant', [
    { Effect: 'Allow', Principal: { Service: 'x' }, Action: 's3:PutObject', Resource: objects },
    DENY,
  ]),
  withStatement('but for calls of AWS itself', 'compliant', [
    {
      ...DENY,
      Condition: { Bool: { 'aws:SecureTransport': 'false', 'aws:PrincipalIsAWSService': 'false' } },
    },
  ]),
  withStatement('a version of TLS only: a request without TLS has none', 'undetermined', [
    { ...DENY, Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } },
  ]),
  withStatement('both conditions at once, which no request without TLS meets for certain', 'undetermined', [
    { ...DENY, Condition: { ...INSECURE, NumericLessThan: { 's3:TlsVersion': 1.2 } } },
  ]),
  { name: 'no policy at all', expect: 'violation', subject, resources: { Bucket: bucket() } },
  {
    name: 'no policy at all, in the Internet zone',
    expect: 'violation',
    zone: 'internet',
    subject,
    resources: { Bucket: bucket() },
  },
  withStatement('only allows encrypted requests', 'violation', [
    { ...DENY, Effect: 'Allow', Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
  ]),
  withStatement('denies what is encrypted', 'violation', [
    { ...DENY, Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
  ]),
  withStatement('objects only', 'violation', [{ ...DENY, Resource: objects }]),
  withStatement('the bucket only', 'violation', [{ ...DENY, Resource: bucketArn }]),
  withStatement('some objects', 'violation', [
    { ...DENY, Resource: [bucketArn, { 'Fn::Sub': '$' + '{Bucket.Arn}/public/*' }] },
  ]),
  withStatement('some actions', 'violation', [{ ...DENY, Action: ['s3:GetObject', 's3:PutObject'] }]),
  withStatement('all but some actions', 'violation', [
    { ...DENY, Action: undefined, NotAction: ['s3:GetObject'] },
  ]),
  withStatement('some principals', 'violation', [
    { ...DENY, Principal: { AWS: 'arn:aws:iam::111122223333:root' } },
  ]),
  withStatement('all but some principals', 'violation', [
    { ...DENY, Principal: undefined, NotPrincipal: { AWS: 'arn:aws:iam::111122223333:role/legacy' } },
  ]),
  withStatement('a condition that exempts a network', 'violation', [
    { ...DENY, Condition: { ...INSECURE, NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
  ]),
  {
    name: 'the policy of another bucket',
    expect: 'violation',
    subject,
    resources: { Bucket: bucket(), Other: bucket(), Policy: policy([DENY], { Bucket: { Ref: 'Other' } }) },
  },
  {
    name: 'a policy that names the objects of another bucket',
    expect: 'violation',
    subject,
    resources: {
      Bucket: bucket(),
      Other: bucket(),
      Policy: policy([
        { ...DENY, Resource: [bucketArn, { 'Fn::Join': ['/', [{ 'Fn::GetAtt': ['Other', 'Arn'] }, '*']] }] },
      ]),
    },
  },
  {
    name: 'a bucket and its policy by the same name',
    expect: 'compliant',
    subject,
    resources: {
      Bucket: bucket({ BucketName: 'residents' }),
      Policy: policy([{ ...DENY, Resource: ['arn:aws:s3:::residents', 'arn:aws:s3:::residents/*'] }], {
        Bucket: 'residents',
      }),
    },
  },
  {
    name: 'a name from a parameter',
    expect: 'compliant',
    subject,
    template: {
      Parameters: { Name: { Type: 'String' } },
      Resources: {
        Bucket: bucket({ BucketName: { Ref: 'Name' } }),
        Policy: policy([
          {
            ...DENY,
            Resource: [
              { 'Fn::Sub': 'arn:aws:s3:::$' + '{Name}' },
              { 'Fn::Sub': 'arn:aws:s3:::$' + '{Name}/*' },
            ],
          },
        ]),
      },
    },
  },
  {
    name: 'a resource from a parameter',
    expect: 'undetermined',
    subject,
    template: {
      Parameters: { Arn: { Type: 'String' } },
      Resources: { Bucket: bucket(), Policy: policy([{ ...DENY, Resource: [{ Ref: 'Arn' }] }]) },
    },
  },
  {
    name: 'a policy of a bucket that nobody knows',
    expect: 'undetermined',
    subject,
    resources: {
      Bucket: bucket(),
      Policy: policy([{ ...DENY, Resource: '*' }], { Bucket: { 'Fn::ImportValue': 'bucket' } }),
    },
  },
  {
    name: 'a policy in another stack',
    expect: 'compliant',
    subject,
    template: [
      {
        Resources: { Bucket: bucket() },
        Outputs: { Name: { Value: { Ref: 'Bucket' }, Export: { Name: 'bucket' } } },
      },
      {
        Resources: {
          Policy: policy([{ ...DENY, Resource: '*' }], { Bucket: { 'Fn::ImportValue': 'bucket' } }),
        },
      },
    ],
  },
  {
    name: 'a policy under a condition',
    expect: 'violation',
    subject,
    message: /when Env is "test"/,
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: { Bucket: bucket(), Policy: { ...policy([DENY]), Condition: 'Production' } },
    },
  },
  {
    name: 'a policy under the condition of its bucket',
    expect: 'compliant',
    subject,
    template: {
      Parameters: { Env: { Type: 'String' } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: {
        Bucket: { ...bucket(), Condition: 'Production' },
        Policy: { ...policy([DENY]), Condition: 'Production' },
      },
    },
  },
]);

const queueArn = { 'Fn::GetAtt': ['Queue', 'Arn'] };
const queues = (
  statement: object,
  type = 'AWS::SQS::QueuePolicy',
  target: object = { Queues: [{ Ref: 'Queue' }] },
) => ({
  Queue: { Type: 'AWS::SQS::Queue' },
  Policy: {
    Type: type,
    Properties: { ...target, PolicyDocument: { Statement: [{ ...DENY, Action: 'sqs:*', ...statement }] } },
  },
});
ruleCases(SqsQueueTlsOnly, [
  { name: 'what CDK writes', expect: 'compliant', resources: queues({ Resource: queueArn }) },
  {
    name: 'an ARN that is put together',
    expect: 'compliant',
    resources: queues({
      Resource: {
        'Fn::Sub': 'arn:aws:sqs:$' + '{AWS::Region}:$' + '{AWS::AccountId}:$' + '{Queue.QueueName}',
      },
    }),
  },
  {
    name: 'an inline policy',
    expect: 'compliant',
    resources: queues({ Resource: '*' }, 'AWS::SQS::QueueInlinePolicy', { Queue: { Ref: 'Queue' } }),
  },
  {
    name: 'the actions that carry messages',
    expect: 'compliant',
    resources: queues({ Resource: queueArn, Action: ['SQS:SendMessage', 'sqs:Receive*'] }),
  },
  {
    name: 'sending only',
    expect: 'violation',
    resources: queues({ Resource: queueArn, Action: 'sqs:SendMessage' }),
  },
  { name: 'no policy', expect: 'violation', resources: { Queue: { Type: 'AWS::SQS::Queue' } } },
  {
    name: 'another queue',
    expect: 'violation',
    resources: queues({ Resource: 'arn:aws:sqs:ap-northeast-1:111122223333:other' }),
  },
  {
    name: 'an action that nobody knows',
    expect: 'undetermined',
    resources: queues({ Resource: '*', Action: { 'Fn::ImportValue': 'action' } }),
  },
]);

const topics = (
  statement: object,
  target: object = { Topics: { Ref: 'Topic' } },
  type = 'AWS::SNS::TopicPolicy',
) => ({
  Topic: { Type: 'AWS::SNS::Topic' },
  Policy: {
    Type: type,
    Properties: {
      ...target,
      PolicyDocument: {
        Statement: { ...DENY, Action: 'sns:Publish', Resource: { Ref: 'Topic' }, ...statement },
      },
    },
  },
});
ruleCases(SnsTopicTlsOnly, [
  { name: 'what CDK writes', expect: 'compliant', resources: topics({}) },
  {
    name: 'an inline policy',
    expect: 'compliant',
    resources: topics({}, { TopicArn: { Ref: 'Topic' } }, 'AWS::SNS::TopicInlinePolicy'),
  },
  { name: 'no policy', expect: 'violation', resources: { Topic: { Type: 'AWS::SNS::Topic' } } },
  { name: 'subscribing only', expect: 'violation', resources: topics({ Action: 'sns:Subscribe' }) },
  {
    name: 'a topic that nobody knows',
    expect: 'undetermined',
    resources: topics({ Resource: { 'Fn::ImportValue': 'topic' } }),
  },
]);

const fileSystem = (FileSystemPolicy?: unknown) => ({
  Files: {
    Type: 'AWS::EFS::FileSystem',
    Properties: FileSystemPolicy === undefined ? {} : { FileSystemPolicy },
  },
});
const denyMount = { Effect: 'Deny', Principal: { AWS: '*' }, Action: '*', Condition: INSECURE };
ruleCases(EfsFileSystemTlsOnly, [
  { name: 'denies everything', expect: 'compliant', resources: fileSystem({ Statement: [denyMount] }) },
  {
    name: 'denies mounts',
    expect: 'compliant',
    resources: fileSystem({
      Statement: [{ ...denyMount, Action: 'elasticfilesystem:Client*', Resource: '*' }],
    }),
  },
  { name: 'no policy lets everybody mount', expect: 'violation', resources: fileSystem() },
  {
    name: 'denies writing only',
    expect: 'violation',
    resources: fileSystem({ Statement: [{ ...denyMount, Action: 'elasticfilesystem:ClientWrite' }] }),
  },
  {
    name: 'a condition that nobody knows',
    expect: 'undetermined',
    resources: fileSystem({
      Statement: [
        { ...denyMount, Condition: { Bool: { 'aws:SecureTransport': { 'Fn::ImportValue': 'x' } } } },
      ],
    }),
  },
]);

const task = (volume: object) => ({
  Task: { Type: 'AWS::ECS::TaskDefinition', Properties: { Volumes: [{ Name: 'v', ...volume }] } },
});
ruleCases(EcsEfsVolumeTls, [
  {
    name: 'refuses a job of Batch that mounts in plain text',
    expect: 'violation',
    resources: {
      Job: {
        Type: 'AWS::Batch::JobDefinition',
        Properties: {
          ContainerProperties: { Volumes: [{ EfsVolumeConfiguration: { FileSystemId: 'fs-1' } }] },
        },
      },
    },
  },
  {
    name: 'accepts a job of Batch that mounts over TLS',
    expect: 'compliant',
    resources: {
      Job: {
        Type: 'AWS::Batch::JobDefinition',
        Properties: {
          EcsProperties: {
            TaskProperties: [{ Volumes: [{ EfsVolumeConfiguration: { TransitEncryption: 'ENABLED' } }] }],
          },
        },
      },
    },
  },
  {
    name: 'refuses one of several nodes that mounts in plain text',
    expect: 'violation',
    resources: {
      Job: {
        Type: 'AWS::Batch::JobDefinition',
        Properties: {
          NodeProperties: {
            NodeRangeProperties: [{ Container: { Volumes: [{ EfsVolumeConfiguration: {} }] } }],
          },
        },
      },
    },
  },
  {
    name: 'on',
    expect: 'compliant',
    resources: task({ EFSVolumeConfiguration: { FilesystemId: 'fs-1', TransitEncryption: 'ENABLED' } }),
  },
  {
    name: 'off by default',
    expect: 'violation',
    resources: task({ EFSVolumeConfiguration: { FilesystemId: 'fs-1' } }),
  },
  { name: 'no EFS volume', expect: 'compliant', resources: task({ Host: {} }) },
  {
    name: 'nobody knows',
    expect: 'undetermined',
    resources: task({ EFSVolumeConfiguration: { TransitEncryption: { 'Fn::ImportValue': 'x' } } }),
  },
]);
