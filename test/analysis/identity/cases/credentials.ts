import { deny, document, inline, of, permit, vendor, vendorRole } from '../../../accuracy/iam-pieces';
import { type AccuracyCase, att, NO_VALUE, ref, res, sub, when } from '../../../accuracy/support';
import { attached, casesOf, ENVIRONMENT, namedRole } from './pieces';

// 7.2(1)③(エ): nothing that a vendor can become changes privileged ids and passwords. What is allowed and not denied
// counts, wherever it is written; reading and listing change nothing.

const given = casesOf('7.2(1)③(エ)', 'Operator');
const may = (...statements: object[]) => vendor({ Operator: inline(...statements) });
const IAM_USER = 'arn:aws:iam::*:user/*';
const withPolicies = (more: object, ...statements: object[]) =>
  vendorRole({ Policies: [{ PolicyName: 'work', PolicyDocument: document(...statements) }], ...more });
const exceptFor = (condition: object) => deny('iam:*', { Condition: condition });

export const CREDENTIAL_CASES: readonly AccuracyCase[] = [
  // Wildcards on both sides take in CreateAccessKey.
  given('violation', 'a wildcard on both sides of AccessKey', may(permit('iam:*AccessKey*', IAM_USER))),
  // Nothing that begins with Get or List and has AccessKey changes one.
  given(
    'compliant',
    'wildcards that read access keys only',
    may(permit(['iam:Get*AccessKey*', 'iam:List*AccessKeys'], IAM_USER)),
  ),
  given('violation', 'a question mark in place of a letter', may(permit('iam:?pdateLoginProfile', IAM_USER))),
  given(
    'violation',
    'a wildcard in the middle of an action on trust',
    may(permit('iam:Update*Policy', 'arn:aws:iam::*:role/*')),
  ),
  // iam:Generate*, iam:Simulate*: reports and simulations.
  given(
    'compliant',
    'reports and simulations of IAM',
    may(permit(['iam:Generate*', 'iam:Simulate*', 'iam:Get*'])),
  ),
  // All but EC2 and logs is denied, whatever is allowed.
  given(
    'compliant',
    'everything, with a Deny of all but two services',
    may(permit('*'), { Effect: 'Deny', NotAction: ['ec2:Describe*', 'logs:*'], Resource: '*' }),
  ),
  given(
    'violation',
    'everything, with a Deny of all but IAM and EC2',
    may(permit('*'), { Effect: 'Deny', NotAction: ['ec2:*', 'iam:*'], Resource: '*' }),
  ),
  // The master password of Redshift is none of those services'.
  given(
    'violation',
    'all but a list of services: passwords of Redshift are left',
    may({
      Effect: 'Allow',
      NotAction: [
        'iam:*',
        'sts:*',
        'secretsmanager:*',
        'rds:*',
        'cognito-idp:*',
        'lambda:*',
        'ssm:*',
        'cloudformation:*',
      ],
      Resource: '*',
    }),
  ),
  given(
    'violation',
    'the Deny is for some users only',
    may(permit('iam:UpdateLoginProfile', IAM_USER), {
      Effect: 'Deny',
      Action: 'iam:UpdateLoginProfile',
      Resource: 'arn:aws:iam::*:user/vendor/*',
    }),
  ),
  // No user has an ARN like these: the statements give nothing.
  given(
    'compliant',
    'access keys on a resource that is no user',
    may(permit('iam:CreateAccessKey', 'arn:aws:s3:::juki/*')),
  ),
  given(
    'compliant',
    'log-in profiles on roles, which have none',
    may(permit('iam:*LoginProfile', 'arn:aws:iam::*:role/*')),
  ),
  given(
    'violation',
    'all users but one',
    may({ Effect: 'Allow', Action: 'iam:CreateAccessKey', NotResource: 'arn:aws:iam::*:user/root-kanri' }),
  ),
  // Secrets: reading is not writing.
  given(
    'violation',
    'secret values, with wildcards in the ARN',
    may(permit('secretsmanager:Put*Value', 'arn:aws:secretsmanager:*:*:secret:*/admin-??????')),
  ),
  given(
    'compliant',
    'secrets are described and read',
    may(permit(['secretsmanager:Describe*', 'secretsmanager:GetSecretValue'])),
  ),
  given(
    'violation',
    'passwords of a user pool, by a wildcard in the middle',
    may(permit('cognito-idp:Admin*Password', '*')),
  ),
  given(
    'compliant',
    'users of a pool are looked at',
    may(permit(['cognito-idp:AdminGetUser', 'cognito-idp:AdminList*', 'cognito-idp:ListUsers'])),
  ),
  given('violation', 'passwords in a directory', may(permit('ds:Reset*'))),
  given('violation', 'assignments in Identity Center', may(permit(['sso:*AccountAssignment']))),
  given(
    'compliant',
    'assignments in Identity Center are listed',
    may(permit(['sso:List*', 'sso:Describe*'])),
  ),
  // What the role is tagged with, is what the condition sees; nobody may tag its sessions.
  given(
    'compliant',
    'a right for those tagged otherwise',
    vendor({
      Operator: withPolicies(
        { Tags: [{ Key: 'Duty', Value: 'watch' }] },
        permit('iam:*', '*', { Condition: { StringEquals: { 'aws:PrincipalTag/Duty': 'admin' } } }),
      ),
    }),
  ),
  given(
    'violation',
    'a right for those tagged as this role is, in other letters of the key',
    vendor({
      Operator: withPolicies(
        { Tags: [{ Key: 'Duty', Value: 'admin' }] },
        permit('iam:*', '*', { Condition: { StringLike: { 'AWS:principaltag/duty': 'adm*' } } }),
      ),
    }),
  ),
  given(
    'compliant',
    'denied unless tagged otherwise than this role is',
    vendor({
      Operator: withPolicies(
        { Tags: [{ Key: 'Duty', Value: 'watch' }] },
        permit('iam:*'),
        exceptFor({ StringNotEquals: { 'aws:PrincipalTag/Duty': 'admin' } }),
      ),
    }),
  ),
  // The Deny is for all whose ARN is not like the city's roles: the vendor's is not.
  given(
    'compliant',
    'denied to all but roles of the city by name',
    vendor({
      Operator: namedRole('vendor-ops', {
        Policies: [
          {
            PolicyName: 'p',
            PolicyDocument: document(
              permit('iam:*'),
              exceptFor({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/city-*' } }),
            ),
          },
        ],
      }),
    }),
  ),
  given(
    'violation',
    'the vendor’s role has a name like those of the city',
    vendor({
      Operator: namedRole('city-vendor', {
        Policies: [
          {
            PolicyName: 'p',
            PolicyDocument: document(
              permit('iam:*'),
              exceptFor({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/city-*' } }),
            ),
          },
        ],
      }),
    }),
  ),
  // No tags come with the making of a key, and ForAnyValue of none is false.
  given(
    'violation',
    'a Deny with ForAnyValue on tags that the request never has',
    may(
      permit('iam:CreateAccessKey'),
      deny('iam:CreateAccessKey', {
        Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['Section'] } },
      }),
    ),
  ),
  // TLS is always there: denied without it only.
  given(
    'violation',
    'denied without TLS',
    may(permit('iam:*'), exceptFor({ Bool: { 'aws:SecureTransport': 'false' } })),
  ),
  // Boundaries.
  given(
    'compliant',
    'a boundary of everything but IAM',
    vendor({
      Operator: withPolicies({ PermissionsBoundary: ref('Most') }, permit(['iam:*', 's3:*'])),
      Most: attached([{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], {}),
    }),
  ),
  given(
    'violation',
    'a boundary that denies IAM under a condition',
    vendor({
      Operator: withPolicies({ PermissionsBoundary: ref('Most') }, permit('iam:*')),
      Most: attached(
        [permit('*'), exceptFor({ DateLessThan: { 'aws:CurrentTime': '2026-01-01T00:00:00Z' } })],
        {},
      ),
    }),
  ),
  given('compliant', 'a boundary of another template', [
    of(
      { Party: 'municipality' },
      { Most: attached([permit(['s3:*', 'logs:*'])], {}) },
      { Outputs: { Arn: { Value: ref('Most'), Export: { Name: 'most' } } } },
    ),
    vendor({ Operator: withPolicies({ PermissionsBoundary: { 'Fn::ImportValue': 'most' } }, permit('*')) }),
  ]),
  // A group.
  given(
    'violation',
    'a user gets it as a member of a group',
    vendor({
      Operator: res('AWS::IAM::User'),
      Team: res('AWS::IAM::Group'),
      Member: res('AWS::IAM::UserToGroupAddition', { GroupName: ref('Team'), Users: [ref('Operator')] }),
      Policy: attached([permit('iam:Put*Policy')], { Groups: [ref('Team')] }),
    }),
    { on: ['Operator', 'Team', 'Policy'] },
  ),
  given('compliant', 'a group that the user is not in', [
    vendor({ Operator: res('AWS::IAM::User') }),
    of(
      { Party: 'municipality' },
      {
        Team: res('AWS::IAM::Group'),
        Policy: attached([permit('iam:Put*Policy')], { Groups: [ref('Team')] }),
      },
    ),
  ]),
  // Policies of other templates.
  given(
    'violation',
    'a managed policy of another template is attached to it',
    [
      vendor(
        { Operator: namedRole('vendor-ops') },
        { Outputs: { Name: { Value: ref('Operator'), Export: { Name: 'ops' } } } },
      ),
      of(
        { Party: 'municipality' },
        { Policy: attached([permit('iam:DeactivateMFADevice')], { Roles: [{ 'Fn::ImportValue': 'ops' }] }) },
      ),
    ],
    { on: ['Operator', 'Policy'] },
  ),
  given(
    'violation',
    'a policy of another template is attached by the name',
    [
      vendor({ Operator: namedRole('vendor-ops') }),
      of(
        { Party: 'municipality' },
        {
          Policy: attached(
            [permit('iam:CreatePolicyVersion')],
            { Roles: ['vendor-ops'] },
            'AWS::IAM::Policy',
          ),
        },
      ),
    ],
    { on: ['Operator', 'Policy'] },
  ),
  given(
    'violation',
    'IAMFullAccess, its ARN joined',
    vendor({
      Operator: vendorRole({
        ManagedPolicyArns: [
          { 'Fn::Join': [':', ['arn', ref('AWS::Partition'), 'iam:', 'aws', 'policy/IAMFullAccess']] },
        ],
      }),
    }),
  ),
  given(
    'violation',
    'SecretsManagerReadWrite writes secrets',
    vendor({
      Operator: vendorRole({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/SecretsManagerReadWrite'] }),
    }),
  ),
  given(
    'compliant',
    'IAMReadOnlyAccess',
    vendor({
      Operator: vendorRole({
        ManagedPolicyArns: [sub('arn:${AWS::Partition}:iam::aws:policy/IAMReadOnlyAccess')],
      }),
    }),
  ),
  // Policies of resources.
  given(
    'violation',
    'the policy of a secret lets it write',
    [
      vendor({ Operator: namedRole('vendor-ops') }),
      of(
        { Party: 'municipality' },
        {
          Master: res('AWS::SecretsManager::Secret', {}),
          Open: res('AWS::SecretsManager::ResourcePolicy', {
            SecretId: ref('Master'),
            ResourcePolicy: document({
              Effect: 'Allow',
              Principal: { AWS: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:role/vendor-ops') },
              Action: ['secretsmanager:PutSecretValue'],
              Resource: '*',
            }),
          }),
        },
      ),
    ],
    { on: ['Operator', 'Open', 'Master'] },
  ),
  given(
    'compliant',
    'the policy of a secret lets it write, its own denies it',
    vendor({
      Operator: inline(deny('secretsmanager:*')),
      Master: res('AWS::SecretsManager::Secret', {}),
      Open: res('AWS::SecretsManager::ResourcePolicy', {
        SecretId: ref('Master'),
        ResourcePolicy: document({
          Effect: 'Allow',
          Principal: { AWS: att('Operator', 'Arn') },
          Action: 'secretsmanager:PutSecretValue',
          Resource: '*',
        }),
      }),
    }),
    { on: ['Operator', 'Open', 'Master'] },
  ),
  // Templates: branches, parameters, permission sets.
  given(
    'violation',
    'the Deny is there in production only',
    vendor(
      { Operator: inline(permit('iam:*'), when('Production', deny('iam:*'), NO_VALUE) as object) },
      ENVIRONMENT,
    ),
  ),
  given(
    'compliant',
    'the Allow is there in development only, the Deny too',
    vendor(
      {
        Operator: inline(
          when('Production', NO_VALUE, permit('iam:*')) as object,
          when('Production', NO_VALUE, deny('iam:*')) as object,
          permit('s3:Get*'),
        ),
      },
      ENVIRONMENT,
    ),
  ),
  given(
    'undetermined',
    'which action is a parameter',
    vendor(
      { Operator: inline(permit(ref('What'))) },
      { Parameters: { What: { Type: 'String', Default: 'iam:GetUser' } } },
    ),
  ),
  given(
    'compliant',
    'which action is a parameter that allows reading only',
    vendor(
      { Operator: inline(permit(ref('What'))) },
      { Parameters: { What: { Type: 'String', AllowedValues: ['iam:GetUser', 'iam:ListUsers'] } } },
    ),
  ),
  given(
    'violation',
    'one of the values allowed for the parameter',
    vendor(
      { Operator: inline(permit(ref('What'))) },
      { Parameters: { What: { Type: 'String', AllowedValues: ['iam:GetUser', 'iam:*User'] } } },
    ),
  ),
  given(
    'undetermined',
    'a permission set with a policy of the account',
    vendor({
      Operator: res('AWS::SSO::PermissionSet', {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
        Name: 'Ops',
        CustomerManagedPolicyReferences: [{ Name: 'ops' }],
      }),
    }),
  ),
  given(
    'compliant',
    'a permission set of an administrator within a boundary that reads',
    vendor({
      Operator: res('AWS::SSO::PermissionSet', {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
        Name: 'Ops',
        ManagedPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
        PermissionsBoundary: { ManagedPolicyArn: 'arn:aws:iam::aws:policy/ReadOnlyAccess' },
      }),
    }),
  ),
  given(
    'violation',
    'a permission set with a policy as text',
    vendor({
      Operator: res('AWS::SSO::PermissionSet', {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
        Name: 'Ops',
        InlinePolicy: JSON.stringify(document(permit('iam:Upd*'))),
      }),
    }),
  ),
];
