import { document, permit, serviceTrust } from '../../../accuracy/iam-pieces';
import { type AccuracyCase, att, ref, res, sub, when } from '../../../accuracy/support';
import { attached, casesOf, ENVIRONMENT } from './pieces';

// 7.2(1)①, 9.2(5)①(ア): whoever has no right gets none. A resource is open where the Allow statements let in somebody
// unknown whom no Deny stops.

const least = casesOf('7.2(1)①', ['X', 'B']);
const cloud = casesOf('9.2(5)①(ア)', ['X', 'B']);
const EVERYBODY = { Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: sub('${B.Arn}/*') };
const bucket = (...statements: object[]) => ({
  Resources: {
    B: res('AWS::S3::Bucket', { PublicAccessBlockConfiguration: {} }),
    X: res('AWS::S3::BucketPolicy', { Bucket: ref('B'), PolicyDocument: document(...statements) }),
  },
});
const open = (condition: object) => bucket({ ...EVERYBODY, Condition: condition });
const shut = (more: object) =>
  bucket(EVERYBODY, { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: '*', ...more });
const queue = (statement: object) => ({
  Resources: {
    B: res('AWS::SQS::Queue', {}),
    T: res('AWS::SNS::Topic', {}),
    X: res('AWS::SQS::QueuePolicy', {
      Queues: [ref('B')],
      PolicyDocument: document({
        Effect: 'Allow',
        Principal: '*',
        Action: 'SQS:SendMessage',
        Resource: att('B', 'Arn'),
        ...statement,
      }),
    }),
  },
});
const key = (statement: object) => ({
  Resources: {
    X: res('AWS::KMS::Key', {
      KeyPolicy: document(
        {
          Effect: 'Allow',
          Principal: { AWS: sub('arn:aws:iam::${AWS::AccountId}:root') },
          Action: 'kms:*',
          Resource: '*',
        },
        {
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: ['kms:Decrypt', 'kms:GenerateDataKey*'],
          Resource: '*',
          ...statement,
        },
      ),
    }),
  },
});
const lambda = (more: object) => ({
  Resources: {
    B: res('AWS::Lambda::Function', { Role: 'arn:aws:iam::111122223333:role/f', Code: { ZipFile: '' } }),
    X: res('AWS::Lambda::Permission', { FunctionName: ref('B'), Action: 'lambda:InvokeFunction', ...more }),
  },
});
const ACCOUNT = ref('AWS::AccountId');
const CITY_ROLE = ['arn:aws:iam::111122223333:role/juki', 'arn:aws:iam::111122223333:root'];

export const ACCESS_CASES: readonly AccuracyCase[] = [
  least(
    'violation',
    'everybody as the last of a list',
    bucket({ ...EVERYBODY, Principal: { AWS: ['arn:aws:iam::111122223333:role/juki', '*'] } }),
  ),
  // Without the key, as when nobody signs, ForAllValues is true.
  least(
    'violation',
    'ForAllValues on the paths of the organization',
    open({ 'ForAllValues:StringLike': { 'aws:PrincipalOrgPaths': ['o-exampleorg/*'] } }),
  ),
  least(
    'compliant',
    'ForAnyValue on the paths of the organization',
    open({ 'ForAnyValue:StringLike': { 'aws:PrincipalOrgPaths': ['o-exampleorg/r-ab12/ou-ab12-1/*'] } }),
  ),
  least('violation', 'an organization of any name', open({ StringLike: { 'aws:PrincipalOrgID': 'o-*' } })),
  least(
    'compliant',
    'an organization, the key in other letters',
    open({ StringEquals: { 'AWS:PRINCIPALORGID': ['o-exampleorg'] } }),
  ),
  // Anybody can make a role of this name.
  least(
    'violation',
    'a role of a name, in any account',
    open({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/juki' } }),
  ),
  least(
    'compliant',
    'roles of one account',
    open({ ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/juki-*' } }),
  ),
  least(
    'violation',
    'whoever is not of one account',
    open({ StringNotEquals: { 'aws:PrincipalAccount': '999999999999' } }),
  ),
  least('violation', 'whoever has a tag', open({ StringEquals: { 'aws:PrincipalTag/Section': 'juki' } })),
  least(
    'violation',
    'the whole Internet in two halves',
    open({ IpAddress: { 'aws:SourceIp': ['0.0.0.0/1', '128.0.0.0/1'] } }),
  ),
  least('violation', 'all addresses but some', open({ NotIpAddress: { 'aws:SourceIp': '192.0.2.0/24' } })),
  // The Denies.
  least(
    'compliant',
    'everybody, and a Deny of all accounts but the own',
    shut({ Condition: { StringNotEquals: { 'aws:PrincipalAccount': ACCOUNT } } }),
  ),
  least(
    'violation',
    'everybody, and a Deny without TLS',
    shut({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  ),
  least(
    'compliant',
    'everybody, and a Deny of all but one role',
    shut({ Principal: undefined, NotPrincipal: { AWS: CITY_ROLE } }),
  ),
  least(
    'compliant',
    'everybody, and a Deny of everything but writing',
    shut({ Action: undefined, NotAction: 's3:PutObject' }),
  ),
  least(
    'violation',
    'everybody, and a Deny of everything but reading',
    shut({ Action: undefined, NotAction: ['s3:Get*'] }),
  ),
  least(
    'compliant',
    'everybody, and a Deny outside of an endpoint',
    shut({ Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } }),
  ),
  // IfExists: who comes through no endpoint has no such key, and the Deny holds all the same.
  least(
    'compliant',
    'everybody, and a Deny outside of an endpoint, IfExists',
    shut({ Condition: { StringNotEqualsIfExists: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } }),
  ),
  // Who comes from the Internet has no such key, so the Deny does not hold.
  least(
    'violation',
    'everybody, and a Deny within another endpoint',
    shut({ Condition: { StringEquals: { 'aws:SourceVpce': 'vpce-0a1b2c3d' } } }),
  ),
  // Topics and services.
  least(
    'violation',
    'topics of whatever account',
    queue({ Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:*:*' } } }),
  ),
  least(
    'violation',
    'one topic, IfExists: whoever sends directly has no topic',
    queue({ Condition: { ArnLikeIfExists: { 'aws:SourceArn': ref('T') } } }),
  ),
  least('compliant', 'one topic', queue({ Condition: { ArnEquals: { 'AWS:SourceArn': ref('T') } } })),
  least('undetermined', 'topics like a parameter', {
    ...queue({ Condition: { StringLike: { 'aws:SourceAccount': ref('Who') } } }),
    Parameters: { Who: { Type: 'String', Default: '111122223333' } },
  }),
  // The service calls for whoever owns a bucket, unless it is said whose: a rule warns of it (a should).
  least(
    'compliant',
    'a function that S3 may invoke for any bucket',
    lambda({ Principal: 's3.amazonaws.com' }),
  ),
  least(
    'compliant',
    'a function that S3 may invoke for the own account',
    lambda({ Principal: 's3.amazonaws.com', SourceAccount: ACCOUNT }),
  ),
  least(
    'violation',
    'a function with a URL for everybody',
    lambda({ Principal: '*', Action: 'lambda:InvokeFunctionUrl', FunctionUrlAuthType: 'NONE' }),
  ),
  least(
    'compliant',
    'a function for everybody of the organization',
    lambda({ Principal: '*', PrincipalOrgID: 'o-exampleorg' }),
  ),
  // Whoever uses S3 in an account of their own comes by way of S3 too.
  least(
    'violation',
    'a key for whoever comes by way of S3',
    key({ Condition: { StringEquals: { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com' } } }),
  ),
  least(
    'compliant',
    'a key for the account, by way of S3',
    key({
      Condition: {
        StringEquals: { 'kms:ViaService': 's3.ap-northeast-1.amazonaws.com', 'kms:CallerAccount': ACCOUNT },
      },
    }),
  ),
  least('violation', 'everybody in development', {
    ...ENVIRONMENT,
    ...bucket({ ...EVERYBODY, Principal: when('Production', { AWS: CITY_ROLE }, '*') }),
  }),
  least(
    'undetermined',
    'whom it is for is an import',
    bucket({ ...EVERYBODY, Principal: { AWS: { 'Fn::ImportValue': 'reader' } } }),
  ),
];

const worker = (...statements: object[]) => ({
  Resources: {
    B: res('AWS::IAM::Role', { AssumeRolePolicyDocument: serviceTrust('lambda.amazonaws.com') }),
    X: attached(statements, { Roles: [ref('B')] }, 'AWS::IAM::Policy'),
  },
});
const vault = (statement: object) => ({
  Resources: {
    X: res('AWS::Backup::BackupVault', {
      BackupVaultName: 'v',
      AccessPolicy: document({
        Effect: 'Allow',
        Principal: '*',
        Action: 'backup:CopyIntoBackupVault',
        Resource: '*',
        ...statement,
      }),
    }),
  },
});
const bus = (more: object) => ({
  Resources: {
    B: res('AWS::Events::EventBus', { Name: 'juki' }),
    X: res('AWS::Events::EventBusPolicy', { EventBusName: ref('B'), StatementId: 'in', ...more }),
  },
});
const PUT_EVENTS = { Effect: 'Allow', Principal: '*', Action: 'events:PutEvents', Resource: att('B', 'Arn') };

export const CLOUD_ACCESS_CASES: readonly AccuracyCase[] = [
  cloud(
    'violation',
    'everything but IAM on everything',
    worker({ Effect: 'Allow', NotAction: ['iam:*'], Resource: ['*'] }),
  ),
  // The Deny leaves S3 only.
  cloud(
    'compliant',
    'everything, and a Deny of all but reading one service',
    worker(permit('*'), { Effect: 'Deny', NotAction: 's3:Get*', Resource: '*' }),
  ),
  cloud(
    'violation',
    'everything, and a Deny of one service',
    worker(permit('*'), { Effect: 'Deny', Action: 's3:*', Resource: '*' }),
  ),
  // A boundary gives nothing.
  cloud('compliant', 'a policy of everything that serves as a boundary only', {
    Resources: {
      X: attached([permit('*'), { Effect: 'Deny', Action: 'iam:*', Resource: '*' }], {}),
      B: res('AWS::IAM::Role', {
        AssumeRolePolicyDocument: serviceTrust('lambda.amazonaws.com'),
        PermissionsBoundary: ref('X'),
      }),
    },
  }),
  cloud(
    'compliant',
    'three letters of one service, with wildcards',
    worker(
      permit(['dynamodb:*Item', 'dynamodb:Quer?'], 'arn:aws:dynamodb:ap-northeast-1:111122223333:table/juki'),
    ),
  ),
  cloud('violation', 'a vault that everybody copies into', vault({})),
  cloud(
    'compliant',
    'a vault that the organization copies into',
    vault({ Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg' } } }),
  ),
  cloud('violation', 'an event bus that everybody writes to', bus({ Statement: PUT_EVENTS })),
  cloud(
    'compliant',
    'an event bus that the organization writes to',
    bus({
      Action: 'events:PutEvents',
      Principal: '*',
      Condition: { Type: 'StringEquals', Key: 'aws:PrincipalOrgID', Value: 'o-exampleorg' },
    }),
  ),
  cloud('undetermined', 'an event bus that a parameter writes to', {
    ...bus({ Action: 'events:PutEvents', Principal: ref('Who') }),
    Parameters: { Who: { Type: 'String' } },
  }),
];
