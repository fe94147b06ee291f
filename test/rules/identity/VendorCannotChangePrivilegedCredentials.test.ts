import { MIYAZAKI } from '../../../lib/policy/profile';
import { VendorCannotChangePrivilegedCredentials } from '../../../lib/rules/identity/VendorCannotChangePrivilegedCredentials';
import { ruleCases } from '../../helpers/rule-cases';
import {
  ADMINISTRATOR_ACCESS,
  allow,
  MFA,
  may,
  mayNot,
  OWN_ROOT,
  READ_ONLY_ACCESS,
  role,
  VENDOR_ROOT,
  VENDOR_TAG,
  vendorMay,
  vendorRole,
} from './iam';

const trust = allow({ AWS: VENDOR_ROOT }, MFA);
const service = allow({ Service: 'codebuild.amazonaws.com' });
const managed = (arn: unknown, more: Record<string, unknown> = {}) =>
  vendorRole(trust, { ManagedPolicyArns: [arn], ...more });
const attached = (type: string, properties: Record<string, unknown>, ...statements: readonly unknown[]) => ({
  Type: type,
  Properties: { PolicyName: 'attached', PolicyDocument: { Statement: statements }, ...properties },
});
const boundary = (...statements: readonly unknown[]) => ({
  Type: 'AWS::IAM::ManagedPolicy',
  Properties: { PolicyDocument: { Statement: statements } },
});
const knownOutside = {
  facts: { ...MIYAZAKI.facts, outsideAccounts: ['111122223333'], developmentAccounts: [] },
};
const inline = (...statements: readonly unknown[]) => ({
  Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: statements } }],
});
const subject = 'R';
/** A policy of a secret that lets the vendor's role do this. */
const secretPolicy = (Action: string) => ({
  Type: 'AWS::SecretsManager::ResourcePolicy',
  Properties: {
    SecretId: 'arn:aws:secretsmanager:ap-northeast-1:444455556666:secret:master-Ab12Cd',
    ResourcePolicy: {
      Statement: [
        { Effect: 'Allow', Principal: { AWS: { 'Fn::GetAtt': ['R', 'Arn'] } }, Action, Resource: '*' },
      ],
    },
  },
});

ruleCases(VendorCannotChangePrivilegedCredentials, [
  {
    name: 'refuses the policy of a secret that lets a vendor write it',
    expect: 'violation',
    subject: 'P',
    resources: { R: vendorMay(may('ec2:Describe*')), P: secretPolicy('secretsmanager:Put*') },
  },
  {
    name: 'accepts one that lets a vendor read it',
    expect: 'compliant',
    subject: 'P',
    resources: { R: vendorMay(may('ec2:Describe*')), P: secretPolicy('secretsmanager:GetSecretValue') },
  },
  {
    name: 'accepts one whose vendor is denied it by its own policies',
    expect: 'compliant',
    subject: 'P',
    resources: { R: vendorMay(mayNot('secretsmanager:*')), P: secretPolicy('secretsmanager:PutSecretValue') },
  },

  {
    name: 'accepts work that changes no credential',
    expect: 'compliant',
    resources: {
      R: vendorMay(may(['ec2:Describe*', 'logs:GetLogEvents', 'iam:List*', 'secretsmanager:GetSecretValue'])),
    },
  },
  {
    name: 'refuses a log-in profile',
    expect: 'violation',
    resources: { R: vendorMay(may('iam:UpdateLoginProfile')) },
    message: /iam:UpdateLoginProfile/,
  },
  {
    name: 'reads actions without case',
    expect: 'violation',
    resources: { R: vendorMay(may('IAM:createaccesskey')) },
  },
  { name: 'sees through iam:*', expect: 'violation', resources: { R: vendorMay(may(['s3:*', 'iam:*'])) } },
  { name: 'sees through *', expect: 'violation', resources: { R: vendorMay(may('*')) } },
  {
    name: 'sees through a wildcard in the middle',
    expect: 'violation',
    resources: { R: vendorMay(may('i*:Create*Profile')) },
    message: /iam:CreateLoginProfile/,
  },
  {
    name: 'sees through question marks',
    expect: 'violation',
    resources: { R: vendorMay(may('iam:UpdateAccessKe?')) },
  },
  {
    name: 'sees what NotAction leaves',
    expect: 'violation',
    resources: { R: vendorMay({ Effect: 'Allow', NotAction: 's3:*', Resource: '*' }) },
  },
  {
    name: 'refuses a secret value, even of one secret',
    expect: 'violation',
    resources: {
      R: vendorMay({
        ...may('secretsmanager:PutSecretValue'),
        Resource: 'arn:aws:secretsmanager:ap-northeast-1:123456789012:secret:db-*',
      }),
    },
  },
  {
    name: 'refuses the master password',
    expect: 'violation',
    resources: { R: vendorMay(may('rds:Modify*')) },
  },
  {
    name: 'refuses administrator passwords of a user pool',
    expect: 'violation',
    resources: { R: vendorMay(may('cognito-idp:AdminSet*')) },
  },
  { name: 'refuses Identity Center', expect: 'violation', resources: { R: vendorMay(may('sso:*')) } },
  {
    name: 'accepts the right of a user to change what is its own: a role is no user',
    expect: 'compliant',
    resources: {
      R: vendorMay({
        ...may(['iam:CreateAccessKey', 'iam:ChangePassword']),
        Resource: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:user/${!aws:username}' },
      }),
    },
  },
  {
    name: 'accepts a wide Allow whose credential actions are denied',
    expect: 'compliant',
    resources: {
      R: vendorMay(
        may('rds:*'),
        mayNot(['rds:ModifyDBInstance', 'RDS:modifydbcluster', 'rds:ModifyTenant*']),
      ),
    },
  },
  {
    name: 'refuses a Deny that forgets one',
    expect: 'violation',
    resources: { R: vendorMay(may('rds:*'), mayNot('rds:ModifyDBInstance')) },
    message: /rds:ModifyDBCluster/,
  },
  {
    name: 'accepts a Deny with NotAction that leaves only reading',
    expect: 'compliant',
    resources: {
      R: vendorMay(may('*'), {
        Effect: 'Deny',
        NotAction: ['ec2:*', 's3:Get*', 'logs:*'],
        Resource: '*',
      }),
    },
  },
  {
    name: 'refuses a Deny with NotAction that leaves a credential action',
    expect: 'violation',
    resources: {
      R: vendorMay(may('*'), { Effect: 'Deny', NotAction: ['ec2:*', 'iam:*AccessKey'], Resource: '*' }),
    },
    message: /iam:CreateAccessKey/,
  },
  {
    name: 'refuses a Deny on some resources of an Allow on all',
    expect: 'violation',
    resources: {
      R: vendorMay(may('iam:UpdateLoginProfile'), {
        ...mayNot('iam:UpdateLoginProfile'),
        Resource: 'arn:aws:iam::*:user/admin/*',
      }),
    },
  },
  {
    name: 'accepts a Deny on more resources than the Allow is about',
    expect: 'compliant',
    resources: {
      R: vendorMay(
        {
          ...may('iam:UpdateLoginProfile'),
          Resource: ['arn:aws:iam::*:user/admin/sato', 'arn:aws:iam::*:user/admin/i?o'],
        },
        { ...mayNot('iam:*LoginProfile'), Resource: 'arn:aws:iam::*:user/admin/*' },
      ),
    },
  },
  {
    name: 'refuses a Deny that spares by NotResource what is allowed',
    expect: 'violation',
    resources: {
      R: vendorMay(may('iam:UpdateLoginProfile'), {
        Effect: 'Deny',
        Action: 'iam:*',
        NotResource: 'arn:aws:iam::*:user/app-*',
      }),
    },
  },
  {
    name: 'refuses a Deny for those without a second factor: the vendor has one',
    expect: 'violation',
    resources: {
      R: vendorMay(
        may('iam:*'),
        mayNot('iam:*', { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }),
      ),
    },
  },
  {
    name: 'cannot tell whom a Deny by a tag of the caller strikes',
    expect: 'undetermined',
    resources: {
      R: vendorMay(
        may('iam:CreateAccessKey'),
        mayNot('iam:*', { Condition: { StringNotEquals: { 'aws:PrincipalTag/office': 'city' } } }),
      ),
    },
  },
  {
    name: 'is not softened by a condition on the Allow',
    expect: 'violation',
    resources: {
      R: vendorMay(
        may('iam:CreateAccessKey', { Condition: { IpAddress: { 'aws:SourceIp': '192.0.2.0/24' } } }),
      ),
    },
  },
  { name: 'knows AdministratorAccess', expect: 'violation', resources: { R: managed(ADMINISTRATOR_ACCESS) } },
  {
    name: 'knows it by a built ARN',
    expect: 'violation',
    resources: {
      R: managed({
        'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::aws:policy/', 'IAMFullAccess']],
      }),
    },
  },
  {
    name: 'knows what PowerUserAccess leaves: secrets and master passwords',
    expect: 'violation',
    resources: { R: managed('arn:aws:iam::aws:policy/PowerUserAccess') },
    message: /secretsmanager:PutSecretValue|sso:/,
  },
  { name: 'knows ReadOnlyAccess', expect: 'compliant', resources: { R: managed(READ_ONLY_ACCESS) } },
  {
    name: 'knows a service role’s policy',
    expect: 'compliant',
    resources: { R: managed('arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole') },
  },
  {
    name: 'does not know a policy of the account',
    expect: 'undetermined',
    resources: { R: managed('arn:aws:iam::123456789012:policy/vendor') },
  },
  {
    name: 'does not know a policy that a parameter names',
    expect: 'undetermined',
    template: { Parameters: { P: { Type: 'String' } }, Resources: { R: managed({ Ref: 'P' }) } },
  },
  {
    name: 'need not know a policy where everything of the sort is denied',
    expect: 'compliant',
    resources: {
      R: vendorRole(trust, {
        ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/vendor'],
        ...inline({ Effect: 'Deny', NotAction: 's3:*', Resource: '*' }),
      }),
    },
  },
  {
    name: 'reads a managed policy of the deployment',
    expect: 'violation',
    subject,
    resources: { P: boundary(may('iam:PutRolePolicy')), R: managed({ Ref: 'P' }) },
    message: /P\/PolicyDocument/,
  },
  {
    name: 'reads a policy that names the role',
    expect: 'violation',
    subject,
    resources: {
      R: vendorRole(trust),
      P: attached('AWS::IAM::Policy', { Roles: [{ Ref: 'R' }] }, may('iam:AttachRolePolicy')),
    },
  },
  {
    name: 'reads a policy that names the role by its name',
    expect: 'violation',
    subject,
    resources: {
      R: vendorRole(trust, { RoleName: 'vendor-work' }),
      P: attached('AWS::IAM::ManagedPolicy', { Roles: ['vendor-work'] }, may('iam:AttachRolePolicy')),
    },
  },
  {
    name: 'reads a role policy',
    expect: 'violation',
    subject,
    resources: {
      R: vendorRole(trust),
      P: attached('AWS::IAM::RolePolicy', { RoleName: { Ref: 'R' } }, may('iam:AttachRolePolicy')),
    },
  },
  {
    name: 'counts a Deny in another policy',
    expect: 'compliant',
    subject,
    resources: {
      R: managed('arn:aws:iam::aws:policy/IAMFullAccess'),
      P: attached('AWS::IAM::Policy', { Roles: [{ Ref: 'R' }] }, mayNot('iam:*')),
    },
  },
  {
    name: 'counts a Deny that one choice leaves out only where it is there',
    expect: 'violation',
    subject,
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: {
        R: managed('arn:aws:iam::aws:policy/IAMFullAccess'),
        P: {
          ...attached('AWS::IAM::Policy', { Roles: [{ Ref: 'R' }] }, mayNot('iam:*')),
          Condition: 'Production',
        },
      },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'accepts a boundary that leaves no such action',
    expect: 'compliant',
    subject,
    resources: {
      B: boundary(may(['ec2:*', 'logs:*'])),
      R: managed(ADMINISTRATOR_ACCESS, { PermissionsBoundary: { Ref: 'B' } }),
    },
  },
  {
    name: 'accepts a boundary that denies them',
    expect: 'compliant',
    subject,
    resources: {
      B: boundary(may('*'), { Effect: 'Deny', NotAction: ['ec2:*', 'logs:*'], Resource: '*' }),
      R: managed(ADMINISTRATOR_ACCESS, { PermissionsBoundary: { Ref: 'B' } }),
    },
  },
  {
    name: 'finds a boundary of the deployment by the name in its ARN, as CDK writes it',
    expect: 'compliant',
    subject,
    resources: {
      B: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          ManagedPolicyName: 'vendor-boundary',
          PolicyDocument: { Statement: may('ec2:*') },
        },
      },
      R: managed(ADMINISTRATOR_ACCESS, {
        PermissionsBoundary: {
          'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:policy/vendor-boundary',
        },
      }),
    },
  },
  {
    name: 'reads a managed policy that another template exports',
    expect: 'violation',
    subject,
    template: [
      {
        Resources: { P: boundary(may('iam:*')) },
        Outputs: { Arn: { Value: { Ref: 'P' }, Export: { Name: 'vendor-policy' } } },
      },
      { Resources: { R: managed({ 'Fn::ImportValue': 'vendor-policy' }) } },
    ],
  },
  {
    name: 'refuses a boundary that leaves one',
    expect: 'violation',
    subject,
    resources: {
      B: boundary(may(['ec2:*', 'iam:Put*'])),
      R: managed(ADMINISTRATOR_ACCESS, { PermissionsBoundary: { Ref: 'B' } }),
    },
  },
  {
    name: 'does not know a boundary outside',
    expect: 'undetermined',
    resources: {
      R: managed(ADMINISTRATOR_ACCESS, { PermissionsBoundary: 'arn:aws:iam::123456789012:policy/b' }),
    },
  },
  {
    name: 'asks it of a pipeline that a vendor owns',
    expect: 'violation',
    resources: { R: vendorRole(service, inline(may('secretsmanager:*'))) },
  },
  {
    name: 'asks nothing of a service that runs nothing of the vendor’s, in a template that is',
    expect: 'compliant',
    resources: {
      R: vendorRole(allow({ Service: 'backup.amazonaws.com' }), {
        ManagedPolicyArns: ['arn:aws:iam::aws:policy/service-role/AWSBackupServiceRolePolicyForBackup'],
      }),
    },
  },
  {
    name: 'asks nothing of a service whose party nobody says',
    expect: 'compliant',
    resources: { R: role(service, inline(may('secretsmanager:*'))) },
  },
  {
    name: 'asks it of a role that trusts an account of a vendor',
    expect: 'violation',
    profile: knownOutside,
    resources: { R: role(trust, inline(may('secretsmanager:*'))) },
  },
  {
    name: 'cannot tell whose an administrator is, where nobody says',
    expect: 'undetermined',
    resources: { R: role(allow({ AWS: OWN_ROOT }), inline(may('iam:*'))) },
    message: /jichitai:party/,
  },
  {
    name: 'asks nothing of the municipality',
    expect: 'compliant',
    resources: {
      R: role(allow({ AWS: OWN_ROOT }), {
        ...inline(may('iam:*')),
        Tags: [{ Key: 'jichitai:party', Value: 'municipality' }],
      }),
    },
  },
  {
    name: 'asks it of a role that a vendor reaches over its own',
    expect: 'violation',
    subject: 'Second',
    resources: {
      First: vendorRole(trust),
      Second: role(allow({ AWS: { 'Fn::GetAtt': ['First', 'Arn'] } }), inline(may('iam:*'))),
    },
  },
  {
    name: 'asks it of the groups of a vendor’s user',
    expect: 'violation',
    subject: 'U',
    resources: {
      U: { Type: 'AWS::IAM::User', Properties: { Groups: [{ Ref: 'G' }], Tags: VENDOR_TAG } },
      G: { Type: 'AWS::IAM::Group', Properties: { ManagedPolicyArns: [ADMINISTRATOR_ACCESS] } },
    },
  },
  {
    name: 'reads the inline policy of a permission set, written as text',
    expect: 'violation',
    resources: {
      S: {
        Type: 'AWS::SSO::PermissionSet',
        Properties: { Tags: VENDOR_TAG, InlinePolicy: JSON.stringify({ Statement: may('iam:*') }) },
      },
    },
  },
  {
    name: 'does not know statements that a parameter gives',
    expect: 'undetermined',
    template: {
      Parameters: { Actions: { Type: 'CommaDelimitedList' } },
      Resources: { R: vendorMay(may({ Ref: 'Actions' })) },
    },
  },
]);
