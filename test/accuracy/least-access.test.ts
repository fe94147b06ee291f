import { document, managed, permit, serviceTrust } from './iam-pieces';
import { type AccuracyCase, accuracyCases, att, ref, res, sub } from './support';

// Least access, and few administrators.

const own = (
  clause: string,
  name: string,
  expect: AccuracyCase['expect'],
  resources: Record<string, unknown>,
  more: Partial<AccuracyCase> = {},
): AccuracyCase => ({ name, clause, on: 'X', expect, resources, ...more });
const X_ROLE = res('AWS::IAM::Role', { AssumeRolePolicyDocument: serviceTrust('lambda.amazonaws.com') });
const policyOf = (...statements: unknown[]) =>
  res('AWS::IAM::Policy', { PolicyName: 'p', Roles: [ref('R')], PolicyDocument: document(...statements) });
const bucketPolicy = (statement: object) => ({
  B: res('AWS::S3::Bucket'),
  X: res('AWS::S3::BucketPolicy', {
    Bucket: ref('B'),
    PolicyDocument: document({ Action: 's3:GetObject', Resource: sub('${B.Arn}/*'), ...statement }),
  }),
});
const LEAST = '7.2(1)①';

accuracyCases('least access', [
  own(
    LEAST,
    'everything everywhere',
    'violation',
    { X: policyOf(permit('*')), R: X_ROLE },
    { on: ['X', 'R'] },
  ),
  own(
    LEAST,
    'the same in the other spelling, as lists, beside a harmless statement',
    'violation',
    {
      R: X_ROLE,
      X: policyOf(permit('s3:GetObject', 'arn:aws:s3:::app/*'), permit(['*:*'], ['*'])),
    },
    { on: ['X', 'R'] },
  ),
  own(
    LEAST,
    'the newer resource type for an inline policy',
    'violation',
    {
      R: X_ROLE,
      X: res('AWS::IAM::RolePolicy', {
        RoleName: ref('R'),
        PolicyName: 'p',
        PolicyDocument: document(permit('*')),
      }),
    },
    { on: ['X', 'R'] },
  ),
  own(LEAST, 'a permission set whose inline policy is text', 'violation', {
    X: res('AWS::SSO::PermissionSet', {
      InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
      Name: 'Ops',
      InlinePolicy: JSON.stringify(document(permit('*'))),
    }),
  }),
  own(
    LEAST,
    // The clause keeps out who has no right; how finely rights are cut it leaves to the system: a warning.
    'all of a service on everything does not block',
    'compliant',
    { R: X_ROLE, X: policyOf(permit('dynamodb:*')) },
    { on: ['X', 'R'] },
  ),
  own(
    LEAST,
    'all of a service on one bucket',
    'compliant',
    { R: X_ROLE, X: policyOf(permit('s3:*', ['arn:aws:s3:::app', 'arn:aws:s3:::app/*'])) },
    { on: ['X', 'R'] },
  ),
  own(
    LEAST,
    'grants as CDK writes them',
    'compliant',
    {
      R: X_ROLE,
      B: res('AWS::S3::Bucket'),
      X: policyOf(
        permit(
          ['s3:GetObject*', 's3:GetBucket*', 's3:List*'],
          [att('B', 'Arn'), { 'Fn::Join': ['', [att('B', 'Arn'), '/*']] }],
        ),
        permit([
          'xray:PutTraceSegments',
          'xray:PutTelemetryRecords',
          'ecr:GetAuthorizationToken',
          'ec2:Describe*',
        ]),
      ),
    },
    { on: ['X', 'R'] },
  ),
  own(
    LEAST,
    'everything is denied, not allowed, outside of the allowed regions',
    'compliant',
    {
      R: X_ROLE,
      X: policyOf({
        Effect: 'Deny',
        NotAction: ['iam:*'],
        Resource: '*',
        Condition: { StringNotEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } },
      }),
    },
    { on: ['X', 'R'] },
  ),
  own(LEAST, 'a key’s policy that gives its account the key', 'compliant', {
    X: res('AWS::KMS::Key', {
      KeyPolicy: document({
        ...permit('kms:*'),
        Principal: { AWS: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:root') },
      }),
    }),
  }),
  own(LEAST, 'a key for everybody', 'violation', {
    X: res('AWS::KMS::Key', { KeyPolicy: document({ ...permit('kms:*'), Principal: { AWS: '*' } }) }),
  }),
  own(LEAST, 'a key for the users of one service of one account', 'compliant', {
    X: res('AWS::KMS::Key', {
      KeyPolicy: document({
        ...permit(['kms:Encrypt', 'kms:Decrypt']),
        Principal: { AWS: '*' },
        Condition: {
          StringEquals: {
            'kms:ViaService': 'rds.ap-northeast-1.amazonaws.com',
            'kms:CallerAccount': ref('AWS::AccountId'),
          },
        },
      }),
    }),
  }),
  own(
    LEAST,
    'a bucket that everybody reads',
    'violation',
    bucketPolicy({ Effect: 'Allow', Principal: '*' }),
    { on: ['X', 'B'] },
  ),
  own(
    LEAST,
    'everybody who comes through one endpoint',
    'compliant',
    bucketPolicy({
      Effect: 'Allow',
      Principal: '*',
      Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0123456789abcdef0' } },
    }),
    { on: ['X', 'B'] },
  ),
  own(
    LEAST,
    'a condition that everybody fulfils',
    'violation',
    bucketPolicy({
      Effect: 'Allow',
      Principal: { AWS: ['*'] },
      Condition: { StringLike: { 'aws:PrincipalArn': '*' } },
    }),
    { on: ['X', 'B'] },
  ),
  own(
    LEAST,
    'a condition on an address range that is the whole Internet',
    'violation',
    bucketPolicy({
      Effect: 'Allow',
      Principal: '*',
      Condition: { IpAddress: { 'aws:SourceIp': ['203.0.113.0/24', '0.0.0.0/0'] } },
    }),
    { on: ['X', 'B'] },
  ),
  own(
    LEAST,
    'TLS alone keeps nobody out',
    'violation',
    bucketPolicy({
      Effect: 'Allow',
      Principal: '*',
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    }),
    { on: ['X', 'B'] },
  ),
  own(
    LEAST,
    'everybody is denied without TLS',
    'compliant',
    bucketPolicy({
      Effect: 'Deny',
      Principal: '*',
      Action: 's3:*',
      Condition: { Bool: { 'aws:SecureTransport': 'false' } },
    }),
    { on: ['X', 'B'] },
  ),
  own(
    LEAST,
    'log delivery by a service for one account',
    'compliant',
    bucketPolicy({
      Effect: 'Allow',
      Action: 's3:PutObject',
      Principal: { Service: 'logging.s3.amazonaws.com' },
      Condition: { StringEquals: { 'aws:SourceAccount': ref('AWS::AccountId') } },
    }),
    { on: ['X', 'B'] },
  ),
  own(
    LEAST,
    'a queue that one topic may fill',
    'compliant',
    {
      Q: res('AWS::SQS::Queue'),
      T: res('AWS::SNS::Topic'),
      X: res('AWS::SQS::QueuePolicy', {
        Queues: [ref('Q')],
        PolicyDocument: document({
          ...permit('sqs:SendMessage', att('Q', 'Arn')),
          Principal: '*',
          Condition: { ArnEquals: { 'aws:SourceArn': ref('T') } },
        }),
      }),
    },
    { on: ['X', 'Q'] },
  ),
  own(
    LEAST,
    'a topic whose default policy is limited to its owner',
    'compliant',
    {
      T: res('AWS::SNS::Topic'),
      X: res('AWS::SNS::TopicPolicy', {
        Topics: [ref('T')],
        PolicyDocument: document({
          ...permit(['sns:Publish', 'sns:Subscribe'], ref('T')),
          Principal: { AWS: '*' },
          Condition: { StringEquals: { 'AWS:SourceOwner': ref('AWS::AccountId') } },
        }),
      }),
    },
    { on: ['X', 'T'] },
  ),
  own(LEAST, 'a function that everybody may invoke', 'violation', {
    X: res('AWS::Lambda::Permission', {
      FunctionName: 'app',
      Action: 'lambda:InvokeFunction',
      Principal: '*',
    }),
  }),
  own(LEAST, 'a function that one bucket may invoke', 'compliant', {
    X: res('AWS::Lambda::Permission', {
      FunctionName: 'app',
      Action: 'lambda:InvokeFunction',
      Principal: 's3.amazonaws.com',
      SourceArn: 'arn:aws:s3:::app',
      SourceAccount: ref('AWS::AccountId'),
    }),
  }),
  own(
    LEAST,
    'whom the bucket is open to is a parameter',
    'undetermined',
    {},
    {
      on: ['X', 'B'],
      template: {
        Parameters: { Reader: { Type: 'String', Default: 'arn:aws:iam::111122223333:root' } },
        Resources: bucketPolicy({ Effect: 'Allow', Principal: { AWS: ref('Reader') } }),
      },
    },
  ),
  own('7.2(1)③(ア)', 'an administrator by a joined ARN', 'violation', {
    X: res('AWS::IAM::Role', {
      AssumeRolePolicyDocument: serviceTrust('lambda.amazonaws.com'),
      ManagedPolicyArns: {
        'Fn::Split': [
          ',',
          { 'Fn::Join': ['', ['arn:', ref('AWS::Partition'), ':iam::aws:policy/AdministratorAccess']] },
        ],
      },
    }),
  }),
  own('7.2(1)③(ア)', 'an IAM user with power over IAM', 'violation', {
    X: res('AWS::IAM::User', { ManagedPolicyArns: ['arn:aws:iam::aws:policy/IAMFullAccess'] }),
  }),
  own('7.2(1)③(ア)', 'roles of services with the policies made for them', 'compliant', {
    X: res('AWS::IAM::Role', {
      AssumeRolePolicyDocument: serviceTrust('ec2.amazonaws.com'),
      ...managed('AmazonSSMManagedInstanceCore', 'IAMReadOnlyAccess', 'CloudWatchAgentServerPolicy'),
    }),
  }),
  own(
    '7.2(1)③(ア)',
    'the profile names this administrator',
    'compliant',
    {
      X: res('AWS::IAM::Role', {
        RoleName: 'shisei-admin',
        AssumeRolePolicyDocument: serviceTrust('lambda.amazonaws.com'),
        ...managed('AdministratorAccess'),
      }),
    },
    { profile: { allowedAdministrators: ['shisei-admin'] } },
  ),
]);
