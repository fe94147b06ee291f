import { type AccuracyCase, accuracyCases, att, ref, res, sub } from './support';

const DENY = {
  Effect: 'Deny',
  Principal: '*',
  Action: 's3:*',
  Resource: [att('Bucket', 'Arn'), sub('${Bucket.Arn}/*')],
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};

const guarded = (statement: unknown, beside: object = {}, name: object = {}) => ({
  Bucket: res('AWS::S3::Bucket', name),
  Policy: res(
    'AWS::S3::BucketPolicy',
    {
      Bucket: 'BucketName' in name ? name.BucketName : ref('Bucket'),
      PolicyDocument: { Version: '2012-10-17', Statement: statement },
    },
    beside,
  ),
});

const PROD = {
  Parameters: { Env: { Type: 'String' } },
  Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
};

const STORES: readonly AccuracyCase[] = [
  {
    name: 'a bucket without a policy takes plain HTTP',
    clause: '3(2)⑦',
    expect: 'violation',
    on: 'Bucket',
    resources: { Bucket: res('AWS::S3::Bucket') },
  },
  {
    name: 'a bucket as CDK writes it with enforceSSL',
    clause: '7.1(13)②',
    expect: 'compliant',
    on: 'Bucket',
    resources: guarded([{ ...DENY, Principal: { AWS: '*' } }]),
  },
  {
    name: 'a statement and an action that are no lists, the value no string',
    clause: '3(2)⑦',
    expect: 'compliant',
    on: 'Bucket',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Bucket: { Type: AWS::S3::Bucket }
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !Ref Bucket
      PolicyDocument:
        Statement:
          Effect: Deny
          Principal: '*'
          Action: '*'
          Resource: ['*']
          Condition: { Bool: { aws:securetransport: [false] } }
`,
  },
  {
    name: 'the policy speaks of the bucket and not of its objects',
    clause: '7.1(16)①',
    expect: 'violation',
    on: 'Bucket',
    resources: guarded([{ ...DENY, Resource: att('Bucket', 'Arn') }]),
  },
  {
    name: 'only one role is denied',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'Bucket',
    resources: guarded([{ ...DENY, Principal: { AWS: 'arn:aws:iam::111122223333:role/app' } }]),
  },
  {
    name: 'only reading is denied',
    clause: '3(2)⑦',
    expect: 'violation',
    on: 'Bucket',
    resources: guarded([{ ...DENY, Action: ['s3:GetObject'] }]),
  },
  {
    // Corrected from violation: that the key is missing from a request in plain HTTP is not documented.
    name: 'old TLS is denied, and plain HTTP has no version that could be too low',
    clause: '7.1(13)②',
    expect: 'undetermined',
    on: 'Bucket',
    resources: guarded([{ ...DENY, Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } }]),
  },
  {
    name: 'plain HTTP and old TLS are denied by a statement each',
    clause: '7.1(13)②',
    expect: 'compliant',
    on: 'Bucket',
    resources: guarded([DENY, { ...DENY, Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } }]),
  },
  {
    name: 'to allow over TLS denies nothing to the own account',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'Bucket',
    resources: guarded([
      {
        ...DENY,
        Effect: 'Allow',
        Principal: { AWS: ref('AWS::AccountId') },
        Condition: { Bool: { 'aws:SecureTransport': true } },
      },
    ]),
  },
  {
    name: 'the policy names the bucket by its name',
    clause: '3(2)⑦',
    expect: 'compliant',
    on: 'Bucket',
    resources: guarded(
      [{ ...DENY, Resource: ['arn:aws:s3:::juki-shinsei', 'arn:aws:s3:::juki-shinsei/*'] }],
      {},
      { BucketName: 'juki-shinsei' },
    ),
  },
  {
    name: 'two conditions of one statement hold together only',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'Bucket',
    resources: guarded([
      {
        ...DENY,
        Condition: {
          Bool: { 'aws:SecureTransport': 'false' },
          NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' },
        },
      },
    ]),
  },
  {
    name: 'the policy is there in production only',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'Bucket',
    template: { ...PROD, Resources: guarded([DENY], { Condition: 'Prod' }) },
  },
  {
    name: 'the policy is written in another stack',
    clause: '3(2)⑦',
    expect: 'compliant',
    on: 'Bucket',
    templates: [
      {
        Resources: { Bucket: res('AWS::S3::Bucket') },
        Outputs: {
          Name: { Value: ref('Bucket'), Export: { Name: 'data-bucket' } },
          Arn: { Value: att('Bucket', 'Arn'), Export: { Name: 'data-bucket-arn' } },
        },
      },
      `
Resources:
  Policy:
    Type: AWS::S3::BucketPolicy
    Properties:
      Bucket: !ImportValue data-bucket
      PolicyDocument:
        Statement:
          - Effect: Deny
            Principal: '*'
            Action: s3:*
            Resource:
              - !ImportValue data-bucket-arn
              - Fn::Sub: ['\${Arn}/*', { Arn: !ImportValue data-bucket-arn }]
            Condition: { Bool: { 'aws:SecureTransport': 'false' } }
`,
    ],
  },
  {
    name: 'the effect of the statement is a parameter',
    clause: '7.1(13)②',
    expect: 'undetermined',
    on: 'Bucket',
    template: {
      Parameters: { Effect: { Type: 'String', Default: 'Deny' } },
      Resources: guarded([{ ...DENY, Effect: ref('Effect') }]),
    },
  },
  {
    name: 'a policy of several queues, CDK-like',
    clause: '3(2)⑦',
    expect: 'compliant',
    on: 'Dead',
    resources: {
      Queue: res('AWS::SQS::Queue'),
      Dead: res('AWS::SQS::Queue'),
      Policy: res('AWS::SQS::QueuePolicy', {
        Queues: [ref('Queue'), ref('Dead')],
        PolicyDocument: { Statement: [{ ...DENY, Action: 'sqs:*', Resource: '*' }] },
      }),
    },
  },
  {
    name: 'the policy is that of the other topic',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'Topic',
    resources: {
      Topic: res('AWS::SNS::Topic'),
      Other: res('AWS::SNS::Topic'),
      Policy: res('AWS::SNS::TopicPolicy', {
        Topics: [ref('Other')],
        PolicyDocument: { Statement: [{ ...DENY, Action: 'sns:Publish', Resource: ref('Other') }] },
      }),
    },
  },
  {
    name: 'a topic refuses to be published to in plain HTTP',
    clause: '3(2)⑦',
    expect: 'compliant',
    on: 'Topic',
    resources: {
      Topic: res('AWS::SNS::Topic'),
      Policy: res('AWS::SNS::TopicPolicy', {
        Topics: [ref('Topic')],
        PolicyDocument: { Statement: { ...DENY, Action: 'sns:Publish', Resource: ref('Topic') } },
      }),
    },
  },
  {
    name: 'a file system without a policy may be mounted in clear text',
    clause: '7.1(13)②',
    expect: 'violation',
    on: 'Files',
    resources: { Files: res('AWS::EFS::FileSystem', { Encrypted: true }) },
  },
  {
    name: 'a file system that denies clients without TLS',
    clause: '7.1(13)②',
    expect: 'compliant',
    on: 'Files',
    resources: {
      Files: res('AWS::EFS::FileSystem', {
        FileSystemPolicy: {
          Statement: [
            { ...DENY, Principal: { AWS: '*' }, Action: '*', Resource: undefined },
            { Effect: 'Allow', Principal: { AWS: '*' }, Action: 'elasticfilesystem:ClientMount' },
          ],
        },
      }),
    },
  },
];

accuracyCases('encryption in transit: stores', STORES);
