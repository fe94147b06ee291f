import { deny, document, inline, of, permit, vendor, vendorRole } from '../../../accuracy/iam-pieces';
import { type AccuracyCase, att, NO_VALUE, ref, res, sub, when } from '../../../accuracy/support';
import { credentials, exceptFor, withPolicies } from './credentials';
import { attached, ENVIRONMENT, namedRole } from './pieces';

// 7.2(1)③(エ): the places where rights are written: boundaries, groups, other templates, policies of resources, branches.

export const CREDENTIAL_PLACE_CASES: readonly AccuracyCase[] = [
  // Boundaries.
  credentials(
    'compliant',
    'a boundary of everything but IAM',
    vendor({
      Operator: withPolicies({ PermissionsBoundary: ref('Most') }, permit(['iam:*', 's3:*'])),
      Most: attached([{ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }], {}),
    }),
  ),
  credentials(
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
  credentials('compliant', 'a boundary of another template', [
    of(
      { Party: 'municipality' },
      { Most: attached([permit(['s3:*', 'logs:*'])], {}) },
      { Outputs: { Arn: { Value: ref('Most'), Export: { Name: 'most' } } } },
    ),
    vendor({ Operator: withPolicies({ PermissionsBoundary: { 'Fn::ImportValue': 'most' } }, permit('*')) }),
  ]),
  // A group.
  credentials(
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
  credentials('compliant', 'a group that the user is not in', [
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
  credentials(
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
  credentials(
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
  credentials(
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
  credentials(
    'violation',
    'SecretsManagerReadWrite writes secrets',
    vendor({
      Operator: vendorRole({ ManagedPolicyArns: ['arn:aws:iam::aws:policy/SecretsManagerReadWrite'] }),
    }),
  ),
  credentials(
    'compliant',
    'IAMReadOnlyAccess',
    vendor({
      Operator: vendorRole({
        ManagedPolicyArns: [sub('arn:${AWS::Partition}:iam::aws:policy/IAMReadOnlyAccess')],
      }),
    }),
  ),
  // Policies of resources.
  credentials(
    'violation',
    'the policy of a secret lets it write',
    [
      vendor(
        { Operator: namedRole('vendor-ops') },
        { Outputs: { Name: { Value: ref('Operator'), Export: { Name: 'ops' } } } },
      ),
      of(
        { Party: 'municipality' },
        {
          Master: res('AWS::SecretsManager::Secret', {}),
          Open: res('AWS::SecretsManager::ResourcePolicy', {
            SecretId: ref('Master'),
            ResourcePolicy: document({
              Effect: 'Allow',
              Principal: {
                AWS: {
                  'Fn::Sub': [
                    'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Name}',
                    { Name: { 'Fn::ImportValue': 'ops' } },
                  ],
                },
              },
              Action: ['secretsmanager:PutSecretValue'],
              Resource: '*',
            }),
          }),
        },
      ),
    ],
    { on: ['Operator', 'Open', 'Master'] },
  ),
  credentials(
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
  credentials(
    'violation',
    'the Deny is there in production only',
    vendor(
      { Operator: inline(permit('iam:*'), when('Production', deny('iam:*'), NO_VALUE) as object) },
      ENVIRONMENT,
    ),
  ),
  credentials(
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
  credentials(
    'undetermined',
    'which action is a parameter',
    vendor(
      { Operator: inline(permit(ref('What'))) },
      { Parameters: { What: { Type: 'String', Default: 'iam:GetUser' } } },
    ),
  ),
  credentials(
    'compliant',
    'which action is a parameter that allows reading only',
    vendor(
      { Operator: inline(permit(ref('What'))) },
      { Parameters: { What: { Type: 'String', AllowedValues: ['iam:GetUser', 'iam:ListUsers'] } } },
    ),
  ),
  credentials(
    'violation',
    'one of the values allowed for the parameter',
    vendor(
      { Operator: inline(permit(ref('What'))) },
      { Parameters: { What: { Type: 'String', AllowedValues: ['iam:GetUser', 'iam:*User'] } } },
    ),
  ),
  credentials(
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
  credentials(
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
  credentials(
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
