import {
  ADMINISTRATOR,
  allow,
  document,
  fromVendor,
  inline,
  MFA,
  permit,
  role,
  serviceTrust,
  tagged,
  VENDOR_ACCOUNT,
  vendor,
  vendorRole,
} from './iam-pieces';
import { type AccuracyCase, accuracyCases, NO_VALUE, ref, res, sub, vpc, when } from './support';

// A second round over identity: newer resource types and rarer spellings.

const at =
  (clause: string) =>
  (
    name: string,
    expect: AccuracyCase['expect'],
    template: object,
    on: AccuracyCase['on'] = 'X',
    more: Partial<AccuracyCase> = {},
  ): AccuracyCase => ({ name, clause, on, expect, template, ...more });
const of = (resources: object, more: object = {}) => ({ ...more, Resources: resources });
const ENV = {
  Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'dev'] } },
  Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
};

const mfa = at('7.5(1)⑦');
const credentials = at('7.2(1)③(エ)');
const renamed = at('7.2(1)③(オ)');
const least = at('7.2(1)①');
const secret = at('7.2(5)');
const session = at('7.2(6)');

accuracyCases('identity: a second look', [
  mfa(
    'by account number alone, as a number',
    'violation',
    vendor({ X: role({ Effect: 'Allow', Principal: { AWS: 444455556666 }, Action: ['sts:AssumeRole'] }) }),
  ),
  mfa(
    'the action is a wildcard that covers it, in a list',
    'violation',
    vendor({ X: role(allow({ AVS: 'x', AWS: [VENDOR_ACCOUNT] }, undefined, ['sts:Tag*', 'sts:Assume*'])) }),
  ),
  mfa(
    'an Allow with NotPrincipal lets in all others',
    'violation',
    vendor({ X: role({ Effect: 'Allow', NotPrincipal: { AWS: VENDOR_ACCOUNT }, Action: 'sts:AssumeRole' }) }),
  ),
  mfa(
    'a principal list in which each branch of If is asked',
    'compliant',
    vendor(
      {
        X: role(
          allow({ AWS: [when('Prod', VENDOR_ACCOUNT, NO_VALUE), 'arn:aws:iam::444455556666:user/a'] }, MFA),
        ),
      },
      ENV,
    ),
  ),
  mfa(
    'the trust policy is text',
    'violation',
    vendor({
      X: res('AWS::IAM::Role', { AssumeRolePolicyDocument: JSON.stringify(document(fromVendor())) }),
    }),
  ),
  mfa(
    'whose role it is is a parameter: for people of the same account that decides',
    'undetermined',
    of(
      { X: role([allow({ AWS: ref('AWS::AccountId') })], tagged('party', ref('Party'))) },
      { Parameters: { Party: { Type: 'String' } } },
    ),
  ),
  mfa(
    'whose role it is is a parameter: people of another account are outsiders anyway',
    'violation',
    of(
      { X: role([allow({ AWS: VENDOR_ACCOUNT })], tagged('party', ref('Party'))) },
      { Parameters: { Party: { Type: 'String' } } },
    ),
  ),
  mfa(
    'a role for the replication of a bucket',
    'compliant',
    vendor({ X: role([allow({ Service: ['s3.amazonaws.com', 'batchoperations.s3.amazonaws.com'] })]) }),
  ),
  mfa(
    'a service whose name depends on the partition',
    'compliant',
    vendor({ X: role([allow({ Service: { 'Fn::Join': ['', ['ec2.', ref('AWS::URLSuffix')]] } })]) }),
  ),
  mfa(
    'an identity pool of Cognito for users who logged in',
    'evidence',
    vendor({
      X: role([
        allow(
          { Federated: 'cognito-identity.amazonaws.com' },
          { 'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' } },
          'sts:AssumeRoleWithWebIdentity',
        ),
      ]),
    }),
  ),
  credentials(
    'roles with a boundary only may be made: whether the boundary keeps privileges out is not at hand',
    'undetermined',
    vendor({
      X: inline(
        permit(['iam:CreateRole', 'iam:AttachRolePolicy'], '*', {
          Condition: { StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::111122223333:policy/b' } },
        }),
      ),
    }),
  ),
  credentials(
    'the policy is attached to a group, the user of the vendor is in it',
    'violation',
    vendor({
      X: res('AWS::IAM::User', { Groups: [ref('G')] }),
      G: res('AWS::IAM::Group', {}),
      P: res('AWS::IAM::GroupPolicy', {
        GroupName: ref('G'),
        PolicyName: 'p',
        PolicyDocument: document(permit('iam:CreateLoginProfile')),
      }),
    }),
    ['X', 'G', 'P'],
  ),
  credentials(
    'a role policy as a resource of its own',
    'violation',
    vendor({
      X: vendorRole(),
      P: res('AWS::IAM::RolePolicy', {
        RoleName: ref('X'),
        PolicyName: 'p',
        PolicyDocument: document(permit('secretsmanager:UpdateSecret')),
      }),
    }),
    ['X', 'P'],
  ),
  credentials(
    'a permission set with a policy as text',
    'violation',
    vendor({
      X: res('AWS::SSO::PermissionSet', {
        Name: 'ops',
        InstanceArn: 'arn:aws:sso:::instance/i',
        InlinePolicy: sub(
          '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:DeleteLoginProfile","Resource":"arn:aws:iam::${AWS::AccountId}:user/*"}]}',
        ),
      }),
    }),
  ),
  credentials(
    'CodeDeploy’s own managed policy',
    'compliant',
    vendor({
      X: res('AWS::IAM::Role', {
        AssumeRolePolicyDocument: serviceTrust('codedeploy.amazonaws.com'),
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSCodeDeployRole'],
      }),
    }),
  ),
  credentials(
    'rights that its own boundary takes away by text of an account policy that is not at hand',
    'undetermined',
    vendor({
      X: {
        ...inline(permit('iam:*')),
        Properties: {
          ...inline(permit('iam:*')).Properties,
          PermissionsBoundary: 'arn:aws:iam::111122223333:policy/operator-boundary',
        },
      },
    }),
  ),
  renamed(
    'an Oracle database with the name by Sub',
    'violation',
    of({ X: res('AWS::RDS::DBInstance', { Engine: 'oracle-ee', MasterUsername: sub('admin') }) }),
  ),
  renamed(
    'a warehouse',
    'violation',
    of({ X: res('AWS::Redshift::Cluster', { MasterUsername: 'awsuser' }) }),
  ),
  renamed(
    'a database restored from a snapshot',
    'compliant',
    of({ X: res('AWS::RDS::DBInstance', { Engine: 'postgres', DBClusterIdentifier: 'c' }) }),
  ),
  renamed(
    'a default name outside of production',
    'violation',
    of(
      {
        X: res('AWS::RDS::DBCluster', {
          Engine: 'aurora-mysql',
          MasterUsername: when('Prod', 'juki_kanri', 'root'),
        }),
      },
      ENV,
    ),
  ),
  least(
    'an access point that everybody reads',
    'violation',
    of({
      X: res('AWS::S3::AccessPoint', {
        Bucket: 'b',
        Policy: document({ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: '*' }),
      }),
    }),
  ),
  least(
    'a secret that everybody of the organization reads',
    'compliant',
    of({
      S: res('AWS::SecretsManager::Secret', {}),
      X: res('AWS::SecretsManager::ResourcePolicy', {
        SecretId: ref('S'),
        ResourcePolicy: document({
          Effect: 'Allow',
          Principal: { AWS: '*' },
          Action: 'secretsmanager:GetSecretValue',
          Resource: '*',
          Condition: { StringEquals: { 'aws:PrincipalOrgID': 'o-exampleorg' } },
        }),
      }),
    }),
    ['X', 'S'],
  ),
  least(
    'IfExists lets in who has no such key',
    'violation',
    of({
      Q: res('AWS::SQS::Queue', {}),
      X: res('AWS::SQS::QueuePolicy', {
        Queues: [ref('Q')],
        PolicyDocument: document({
          Effect: 'Allow',
          Principal: '*',
          Action: 'sqs:*',
          Resource: '*',
          Condition: { StringEqualsIfExists: { 'aws:PrincipalOrgID': 'o-exampleorg' } },
        }),
      }),
    }),
    ['X', 'Q'],
  ),
  least(
    'a repository that everybody may push to',
    'violation',
    of({
      X: res('AWS::ECR::Repository', {
        RepositoryPolicyText: document({ Effect: 'Allow', Principal: '*', Action: ['ecr:PutImage'] }),
      }),
    }),
  ),
  least(
    'private addresses with an endpoint',
    'compliant',
    of({
      B: res('AWS::S3::Bucket', {}),
      X: res('AWS::S3::BucketPolicy', {
        Bucket: ref('B'),
        PolicyDocument: document({
          Effect: 'Allow',
          Principal: '*',
          Action: 's3:GetObject',
          Resource: '*',
          Condition: { StringEquals: { 'aws:SourceVpc': ref('V') } },
        }),
      }),
      V: vpc(),
    }),
    ['X', 'B'],
  ),
  least(
    'the role of a function may do everything, in one branch',
    'violation',
    of(
      {
        X: res('AWS::IAM::Role', {
          AssumeRolePolicyDocument: serviceTrust('lambda.amazonaws.com'),
          Policies: [
            { PolicyName: 'p', PolicyDocument: document(permit(when('Prod', 's3:GetObject', '*'))) },
          ],
        }),
      },
      ENV,
    ),
  ),
  least(
    'everything on one table is no administrator',
    'compliant',
    of({
      X: res('AWS::IAM::Role', {
        AssumeRolePolicyDocument: serviceTrust('lambda.amazonaws.com'),
        Policies: [
          {
            PolicyName: 'p',
            PolicyDocument: document(permit('*', 'arn:aws:dynamodb:ap-northeast-1:111122223333:table/t')),
          },
        ],
      }),
    }),
  ),
  session(
    'an administrator by name of the policy in another partition, two hours',
    'violation',
    of({
      X: role([allow({ AWS: ref('AWS::AccountId') }, MFA)], {
        MaxSessionDuration: 7200,
        ManagedPolicyArns: [ADMINISTRATOR.replace('aws:policy', 'aws:policy')],
      }),
    }),
  ),
  session(
    'a permission set of a day and a half',
    'violation',
    vendor({
      X: res('AWS::SSO::PermissionSet', {
        Name: 'o',
        InstanceArn: 'arn:aws:sso:::instance/i',
        SessionDuration: 'PT1H30M',
      }),
    }),
  ),
  secret(
    'a token as a branch of a value',
    'violation',
    of(
      {
        X: res('AWS::Lambda::Function', {
          Environment: { Variables: { API_TOKEN: when('Prod', '', 'test-token-1234') } },
        }),
      },
      ENV,
    ),
  ),
  secret(
    'a redis cache with its token in the template',
    'violation',
    of({ X: res('AWS::ElastiCache::ReplicationGroup', { AuthToken: 'Miyazaki2024Miyazaki' }) }),
  ),
  secret(
    'an instance that takes both versions because nothing says otherwise',
    'violation',
    of({
      X: res('AWS::EC2::LaunchTemplate', {
        LaunchTemplateData: { MetadataOptions: { HttpPutResponseHopLimit: 1 } },
      }),
    }),
  ),
  secret(
    'public keys are no secrets',
    'compliant',
    of({
      X: res('AWS::Lambda::Function', {
        Environment: {
          Variables: {
            JWT_PUBLIC_KEY: '-----BEGIN PUBLIC KEY-----\nMIIB',
            KMS_KEY_ID: 'alias/app',
            COGNITO_CLIENT_ID: '3abcdefghijklmnopqrstuvw',
            SECRETS_PREFIX: 'juki/',
          },
        },
      }),
    }),
  ),
]);
