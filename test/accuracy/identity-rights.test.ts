import { deny, document, inline, MFA, managed, permit, serviceTrust, vendor, vendorRole } from './iam-pieces';
import { type AccuracyCase, accuracyCases, NO_VALUE, ref, res, when } from './support';

// Outside parties do not change privileged credentials.

const ENVIRONMENT = {
  Parameters: { Env: { Type: 'String' } },
  Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] }, Never: { 'Fn::Equals': ['a', 'b'] } },
};
const change = (
  name: string,
  expect: AccuracyCase['expect'],
  template: AccuracyCase['template'],
  more: Partial<AccuracyCase> = {},
): AccuracyCase => ({
  name,
  clause: '7.2(1)③(エ)',
  on: 'Operator',
  expect,
  template: template ?? {},
  ...more,
});

accuracyCases('outside parties do not change privileged credentials', [
  change('all of IAM', 'violation', vendor({ Operator: inline(permit('iam:*')) })),
  change(
    'one action that sets a password, in other letters',
    'violation',
    vendor({ Operator: inline(permit(['ec2:Describe*', 'IAM:updateLoginPro*'])) }),
  ),
  change(
    'a trust policy may be rewritten, on named roles',
    'violation',
    vendor({
      Operator: inline(permit('iam:UpdateAssumeRolePolicy', 'arn:aws:iam::111122223333:role/admin-*')),
    }),
  ),
  change(
    'reading in IAM and passing a role changes nothing',
    'compliant',
    vendor({
      Operator: inline(
        permit(['iam:Get*', 'iam:List*', 'iam:GenerateCredentialReport']),
        permit('iam:PassRole', 'arn:aws:iam::111122223333:role/app', {
          Condition: { StringEquals: { 'iam:PassedToService': 'ec2.amazonaws.com' } },
        }),
      ),
    }),
  ),
  change(
    'what an operator needs: sessions, metrics, descriptions',
    'compliant',
    vendor({
      Operator: inline(
        permit(
          ['ssm:StartSession', 'ssm:TerminateSession'],
          ['arn:aws:ec2:*:*:instance/*', 'arn:aws:ssm:*:*:session/${aws:username}-*'],
        ),
        permit(['cloudwatch:Get*', 'cloudwatch:List*', 'logs:FilterLogEvents', 'ec2:Describe*']),
      ),
    }),
  ),
  change(
    'a policy of its own, attached by Roles, writes secrets',
    'violation',
    vendor({
      Operator: vendorRole(),
      Rights: res('AWS::IAM::Policy', {
        PolicyName: 'secrets',
        Roles: [ref('Operator')],
        PolicyDocument: document(permit('secretsmanager:PutSecretValue')),
      }),
    }),
    { on: ['Operator', 'Rights'] },
  ),
  change(
    'reading a secret is not changing it',
    'compliant',
    vendor({
      Operator: inline(
        permit(
          ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
          'arn:aws:secretsmanager:ap-northeast-1:111122223333:secret:app-AbCdEf',
        ),
      ),
    }),
  ),
  change(
    'passwords of users of a user pool',
    'violation',
    vendor({ Operator: inline(permit('cognito-idp:AdminSetUserPassword')) }),
  ),
  change(
    'the master password by way of modifying the database',
    'violation',
    vendor({ Operator: inline(permit(['rds:Describe*', 'rds:ModifyDBCluster'])) }),
  ),
  change(
    'everything but IAM still leaves secrets and database passwords',
    'violation',
    vendor({
      Operator: inline({
        Effect: 'Allow',
        NotAction: ['iam:*', 'organizations:*', 'account:*'],
        Resource: '*',
      }),
    }),
  ),
  change(
    'PowerUserAccess is that same policy',
    'violation',
    vendor({ Operator: vendorRole(managed('PowerUserAccess')) }),
  ),
  change(
    'managed policies that only read',
    'compliant',
    vendor({ Operator: vendorRole(managed('ReadOnlyAccess', 'SecurityAudit', 'AmazonEC2ReadOnlyAccess')) }),
  ),
  change(
    'an administrator whose boundary leaves only EC2 and logs',
    'compliant',
    vendor({
      Operator: vendorRole({ ...managed('AdministratorAccess'), PermissionsBoundary: ref('Boundary') }),
      Boundary: res('AWS::IAM::ManagedPolicy', { PolicyDocument: document(permit(['ec2:*', 'logs:*'])) }),
    }),
  ),
  change(
    'a boundary that forgets IAM',
    'violation',
    vendor({
      Operator: vendorRole({ ...managed('AdministratorAccess'), PermissionsBoundary: ref('Boundary') }),
      Boundary: res('AWS::IAM::ManagedPolicy', {
        PolicyDocument: document(permit('*'), deny('secretsmanager:*')),
      }),
    }),
  ),
  change(
    'allowed and denied: the denial wins',
    'compliant',
    vendor({ Operator: inline(permit(['iam:*', 'ec2:*']), deny('iam:*')) }),
  ),
  change(
    'denied only at night',
    'violation',
    vendor({
      Operator: inline(
        permit('iam:*'),
        deny('iam:*', { Condition: { DateGreaterThan: { 'aws:CurrentTime': '2027-01-01T00:00:00Z' } } }),
      ),
    }),
  ),
  change(
    'denied without a second factor only: with one the passwords can be changed',
    'violation',
    vendor({
      Operator: inline(
        permit('iam:*'),
        deny('iam:*', { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }),
      ),
    }),
  ),
  change('administrators of the municipality may', 'compliant', {
    Metadata: { Jichitai: { Party: 'municipality' } },
    Resources: {
      Operator: res('AWS::IAM::Role', {
        AssumeRolePolicyDocument: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: ref('AWS::AccountId') },
              Action: 'sts:AssumeRole',
              Condition: MFA,
            },
          ],
        },
        Policies: [
          {
            PolicyName: 'ids',
            PolicyDocument: document(permit(['iam:UpdateLoginProfile', 'iam:CreateUser'])),
          },
        ],
      }),
    },
  }),
  change(
    'a vendor’s pipeline does what its owner may not',
    'violation',
    vendor({
      Operator: res('AWS::IAM::Role', {
        AssumeRolePolicyDocument: serviceTrust('codebuild.amazonaws.com'),
        Policies: [
          { PolicyName: 'deploy', PolicyDocument: document(permit(['iam:PutRolePolicy', 'iam:CreateRole'])) },
        ],
      }),
    }),
  ),
  change(
    'administrator outside of production',
    'violation',
    vendor(
      {
        Operator: vendorRole({
          ManagedPolicyArns: [
            when(
              'Prod',
              'arn:aws:iam::aws:policy/ReadOnlyAccess',
              'arn:aws:iam::aws:policy/AdministratorAccess',
            ),
          ],
        }),
      },
      ENVIRONMENT,
    ),
  ),
  change(
    'both branches are harmless',
    'compliant',
    vendor(
      { Operator: inline(permit([when('Prod', 'ec2:StartInstances', NO_VALUE), 'ec2:Describe*'])) },
      ENVIRONMENT,
    ),
  ),
  change(
    'the policy that gives it is never created',
    'compliant',
    vendor(
      {
        Operator: vendorRole(),
        Rights: res(
          'AWS::IAM::Policy',
          { PolicyName: 'x', Roles: [ref('Operator')], PolicyDocument: document(permit('iam:*')) },
          { Condition: 'Never' },
        ),
      },
      ENVIRONMENT,
    ),
    { on: ['Operator', 'Rights'] },
  ),
  change(
    'a managed policy that only a parameter knows',
    'undetermined',
    vendor(
      { Operator: vendorRole({ ManagedPolicyArns: [ref('PolicyArn')] }) },
      { Parameters: { PolicyArn: { Type: 'String', Default: 'arn:aws:iam::aws:policy/ReadOnlyAccess' } } },
    ),
  ),
  {
    ...change('a policy of another template, by import, makes access keys', 'violation', undefined),
    template: undefined as never,
    templates: [
      {
        Resources: {
          Rights: res('AWS::IAM::ManagedPolicy', { PolicyDocument: document(permit('iam:CreateAccessKey')) }),
        },
        Outputs: { Arn: { Value: ref('Rights'), Export: { Name: 'rights' } } },
      },
      vendor({ Operator: vendorRole({ ManagedPolicyArns: [{ 'Fn::ImportValue': 'rights' }] }) }),
    ],
  },
  change(
    'a permission set of a vendor with administrator rights',
    'violation',
    vendor({
      Operator: res('AWS::SSO::PermissionSet', {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
        Name: 'Ops',
        ManagedPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
      }),
    }),
  ),
  change(
    'CDK’s log retention provider in a vendor’s stack',
    'compliant',
    vendor({
      Operator: res('AWS::IAM::Role', {
        AssumeRolePolicyDocument: serviceTrust('lambda.amazonaws.com'),
        ManagedPolicyArns: [
          {
            'Fn::Join': [
              '',
              ['arn:', ref('AWS::Partition'), ':iam::aws:policy/service-role/AWSLambdaBasicExecutionRole'],
            ],
          },
        ],
      }),
      OperatorDefaultPolicy: res('AWS::IAM::Policy', {
        PolicyName: 'p',
        Roles: [ref('Operator')],
        PolicyDocument: document(permit(['logs:DeleteRetentionPolicy', 'logs:PutRetentionPolicy'])),
      }),
    }),
  ),
  change(
    'YAML: the list of actions and a statement come by anchors',
    'violation',
    `
Metadata: { Jichitai: { Party: vendor } }
Resources:
  Operator:
    Type: AWS::IAM::Role
    Properties:
      AssumeRolePolicyDocument:
        Statement:
          - { Effect: Allow, Principal: { Service: ec2.amazonaws.com }, Action: 'sts:AssumeRole' }
      Policies:
        - PolicyName: a
          PolicyDocument:
            Statement: &rights
              Effect: Allow
              Action: [s3:GetObject, iam:AttachRolePolicy]
              Resource: !Sub 'arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/*'
        - PolicyName: b
          PolicyDocument: { Statement: [*rights] }
`,
  ),
]);
