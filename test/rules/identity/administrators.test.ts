import { AdministratorPoliciesAllowlisted } from '../../../lib/rules/identity/AdministratorPoliciesAllowlisted';
import { NoIamUserCredentials } from '../../../lib/rules/identity/NoIamUserCredentials';
import { NoWildcardAdministrator } from '../../../lib/rules/identity/NoWildcardAdministrator';
import { PolicyNamesItsActions } from '../../../lib/rules/identity/PolicyNamesItsActions';
import { PrivilegedSessionIsShort } from '../../../lib/rules/identity/PrivilegedSessionIsShort';
import { ProductionDoesNotTrustDevelopment } from '../../../lib/rules/identity/ProductionDoesNotTrustDevelopment';
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
  vendorRole,
} from './iam';

const policy = (statement: unknown, more: Record<string, unknown> = {}) => ({
  Type: 'AWS::IAM::Policy',
  Properties: { PolicyName: 'p', Roles: ['r'], PolicyDocument: { Statement: statement }, ...more },
});
const managedPolicy = (statement: unknown) => ({
  Type: 'AWS::IAM::ManagedPolicy',
  Properties: { PolicyDocument: { Statement: statement } },
});
const service = allow({ Service: 'lambda.amazonaws.com' });
const people = allow({ AWS: OWN_ROOT }, MFA);
const parameters = { Value: { Type: 'String' } };
const environment = (value: string) => ({ Tags: [{ Key: 'jichitai:environment', Value: value }] });

ruleCases(NoWildcardAdministrator, [
  { name: 'accepts what is named', expect: 'compliant', resources: { P: policy(may('s3:GetObject')) } },
  { name: 'refuses * on *', expect: 'violation', resources: { P: policy(may('*')) } },
  {
    name: 'refuses it in lists',
    expect: 'violation',
    resources: { P: policy([may(['s3:*', '*'], { Resource: ['*'] })]) },
  },
  {
    name: 'refuses it in other spellings',
    expect: 'violation',
    resources: { P: policy(may('*:*', { Resource: 'arn:aws:*' })) },
  },
  {
    name: 'refuses all but a few',
    expect: 'violation',
    resources: { P: policy({ Effect: 'Allow', NotAction: 'iam:*', Resource: '*' }) },
  },
  {
    name: 'is not softened by a condition',
    expect: 'violation',
    resources: {
      P: policy(may('*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } } })),
    },
  },
  {
    name: 'accepts every action on one bucket',
    expect: 'compliant',
    resources: { P: policy(may('*', { Resource: 'arn:aws:s3:::b' })) },
  },
  { name: 'accepts a Deny', expect: 'compliant', resources: { P: policy(mayNot('*')) } },
  {
    name: 'reads inline policies',
    expect: 'violation',
    resources: {
      R: role(service, { Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: may('*') } }] }),
    },
    property: /^Policies\[0\]/,
  },
  {
    name: 'reads the inline policy of a permission set',
    expect: 'violation',
    resources: {
      S: { Type: 'AWS::SSO::PermissionSet', Properties: { InlinePolicy: { Statement: may('*') } } },
    },
  },
  {
    name: 'lets a boundary say what others may do at most',
    expect: 'compliant',
    subject: 'B',
    resources: {
      B: managedPolicy([may('*'), mayNot('iam:*')]),
      R: role(service, { PermissionsBoundary: { Ref: 'B' } }),
    },
  },
  {
    name: 'refuses a boundary that is attached as well',
    expect: 'violation',
    subject: 'B',
    resources: {
      B: managedPolicy(may('*')),
      R: role(service, { PermissionsBoundary: { Ref: 'B' }, ManagedPolicyArns: [{ Ref: 'B' }] }),
    },
  },
  {
    name: 'refuses one that nobody here uses',
    expect: 'violation',
    resources: { B: managedPolicy(may('*')) },
  },
  {
    name: 'does not know an action that a parameter gives',
    expect: 'undetermined',
    template: { Parameters: parameters, Resources: { P: policy(may({ Ref: 'Value' })) } },
  },
  {
    name: 'needs not know the action on one resource',
    expect: 'compliant',
    template: {
      Parameters: parameters,
      Resources: { P: policy(may({ Ref: 'Value' }, { Resource: 'arn:aws:s3:::b' })) },
    },
  },
]);

ruleCases(PolicyNamesItsActions, [
  { name: 'accepts what is named', expect: 'compliant', resources: { P: policy(may('s3:GetObject')) } },
  {
    name: 'warns of a whole service on everything',
    expect: 'violation',
    resources: { P: policy(may(['ec2:Describe*', 'RDS:*'])) },
  },
  {
    name: 'accepts a whole service on one resource',
    expect: 'compliant',
    resources: { P: policy(may('s3:*', { Resource: { 'Fn::Sub': 'arn:aws:s3:::b-${AWS::Region}/*' } })) },
  },
  {
    name: 'warns of every action there is, on one resource',
    expect: 'violation',
    property: 'PolicyDocument.Statement[0]',
    resources: { P: policy([may('*', { Resource: 'arn:aws:s3:::city-records/*' })]) },
  },
  {
    name: 'leaves every action on everything to the rule about administrators',
    expect: 'compliant',
    resources: { P: policy(may('*')) },
  },
  {
    name: 'names the choice under which a resource is every one',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: {
        P: policy(may('s3:*', { Resource: { 'Fn::If': ['Production', 'arn:aws:s3:::b/*', '*'] } })),
      },
    },
  },
  {
    name: 'does not know a resource that a parameter gives',
    expect: 'undetermined',
    template: {
      Parameters: parameters,
      Resources: { P: policy(may('s3:*', { Resource: { Ref: 'Value' } })) },
    },
  },
]);

ruleCases(AdministratorPoliciesAllowlisted, [
  {
    name: 'accepts other policies',
    expect: 'compliant',
    resources: { R: role(service, { ManagedPolicyArns: [READ_ONLY_ACCESS] }) },
  },
  { name: 'accepts none', expect: 'compliant', resources: { R: role(service) } },
  {
    name: 'refuses AdministratorAccess',
    expect: 'violation',
    resources: { R: role(service, { ManagedPolicyArns: [READ_ONLY_ACCESS, ADMINISTRATOR_ACCESS] }) },
    property: 'ManagedPolicyArns[1]',
  },
  {
    name: 'refuses a built ARN',
    expect: 'violation',
    resources: {
      G: {
        Type: 'AWS::IAM::Group',
        Properties: {
          ManagedPolicyArns: [{ 'Fn::Sub': 'arn:${AWS::Partition}:iam::aws:policy/PowerUserAccess' }],
        },
      },
    },
  },
  {
    name: 'accepts whom the profile allows',
    expect: 'compliant',
    profile: { allowedAdministrators: ['city-administrator'] },
    resources: {
      R: role(people, { RoleName: 'city-administrator', ManagedPolicyArns: [ADMINISTRATOR_ACCESS] }),
    },
  },
  {
    name: 'accepts a boundary that leaves no rights in IAM',
    expect: 'compliant',
    resources: {
      R: role(service, {
        ManagedPolicyArns: [ADMINISTRATOR_ACCESS],
        PermissionsBoundary: 'arn:aws:iam::aws:policy/job-function/ViewOnlyAccess',
      }),
    },
  },
  {
    name: 'refuses a permission set',
    expect: 'violation',
    resources: {
      S: {
        Type: 'AWS::SSO::PermissionSet',
        Properties: { ManagedPolicies: ['arn:aws:iam::aws:policy/IAMFullAccess'] },
      },
    },
  },
  {
    name: 'accepts a policy of the own account: its content is judged where it is',
    expect: 'compliant',
    resources: {
      R: role(service, { ManagedPolicyArns: [{ 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:policy/work' }] }),
    },
  },
  {
    name: 'does not know a policy that a parameter names',
    expect: 'undetermined',
    template: {
      Parameters: parameters,
      Resources: { R: role(service, { ManagedPolicyArns: [{ Ref: 'Value' }] }) },
    },
  },
]);

ruleCases(PrivilegedSessionIsShort, [
  { name: 'reads absence as an hour', expect: 'compliant', resources: { R: vendorRole(people) } },
  {
    name: 'accepts an hour as text',
    expect: 'compliant',
    resources: { R: vendorRole(people, { MaxSessionDuration: '3600' }) },
  },
  {
    name: 'refuses twelve hours of a vendor',
    expect: 'violation',
    resources: { R: vendorRole(people, { MaxSessionDuration: 43200 }) },
    property: 'MaxSessionDuration',
  },
  {
    name: 'refuses two hours of an administrator',
    expect: 'violation',
    resources: { R: role(people, { MaxSessionDuration: '7200', ManagedPolicyArns: [ADMINISTRATOR_ACCESS] }) },
  },
  {
    name: 'asks nothing where there are no privileges',
    expect: 'compliant',
    resources: { R: role(people, { MaxSessionDuration: 43200, ManagedPolicyArns: [READ_ONLY_ACCESS] }) },
  },
  {
    name: 'asks nothing of a service, which renews its sessions',
    expect: 'compliant',
    resources: { R: role(service, { MaxSessionDuration: 43200, ManagedPolicyArns: [ADMINISTRATOR_ACCESS] }) },
  },
  {
    name: 'follows the profile',
    expect: 'compliant',
    profile: { maximumPrivilegedSessionSeconds: 7200 },
    resources: { R: vendorRole(people, { MaxSessionDuration: 7200 }) },
  },
  {
    name: 'does not know the rights of a policy outside',
    expect: 'undetermined',
    resources: {
      R: role(people, {
        MaxSessionDuration: 7200,
        ManagedPolicyArns: ['arn:aws:iam::123456789012:policy/x'],
      }),
    },
    message: /rights/,
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Value: { Type: 'Number', Default: 3600 } },
      Resources: { R: vendorRole(people, { MaxSessionDuration: { Ref: 'Value' } }) },
    },
  },
  {
    name: 'names the choice that is too long',
    expect: 'violation',
    template: {
      Parameters: { Value: { Type: 'Number', AllowedValues: [3600, 43200] } },
      Resources: { R: vendorRole(people, { MaxSessionDuration: { Ref: 'Value' } }) },
    },
    message: /43200/,
  },
  {
    name: 'reads absence of a permission set as an hour',
    expect: 'compliant',
    resources: { S: { Type: 'AWS::SSO::PermissionSet', Properties: { Tags: VENDOR_TAG } } },
  },
  {
    name: 'refuses eight hours of a permission set',
    expect: 'violation',
    resources: {
      S: { Type: 'AWS::SSO::PermissionSet', Properties: { Tags: VENDOR_TAG, SessionDuration: 'PT8H' } },
    },
  },
  {
    name: 'counts minutes',
    expect: 'compliant',
    resources: {
      S: {
        Type: 'AWS::SSO::PermissionSet',
        Properties: { ManagedPolicies: [ADMINISTRATOR_ACCESS], SessionDuration: 'PT60M' },
      },
    },
  },
]);

ruleCases(NoIamUserCredentials, [
  { name: 'accepts a user without any', expect: 'compliant', resources: { U: { Type: 'AWS::IAM::User' } } },
  {
    name: 'refuses an access key',
    expect: 'violation',
    resources: { K: { Type: 'AWS::IAM::AccessKey', Properties: { UserName: 'u' } } },
  },
  {
    name: 'refuses a password',
    expect: 'violation',
    resources: {
      U: {
        Type: 'AWS::IAM::User',
        Properties: { LoginProfile: { Password: '{{resolve:secretsmanager:x}}' } },
      },
    },
  },
  {
    name: 'names the choice under which there is one',
    expect: 'violation',
    template: {
      Parameters: { Value: { Type: 'String', AllowedValues: ['y', 'n'] } },
      Conditions: { Yes: { 'Fn::Equals': [{ Ref: 'Value' }, 'y'] } },
      Resources: {
        U: {
          Type: 'AWS::IAM::User',
          Properties: { LoginProfile: { 'Fn::If': ['Yes', { Password: 'x' }, { Ref: 'AWS::NoValue' }] } },
        },
      },
    },
    message: /when Value is "y"/,
  },
  {
    name: 'does not know what a macro adds',
    expect: 'undetermined',
    template: {
      Resources: {
        U: { Type: 'AWS::IAM::User', Properties: { LoginProfile: { 'Fn::Transform': { Name: 'M' } } } },
      },
    },
  },
]);

ruleCases(ProductionDoesNotTrustDevelopment, [
  {
    name: 'accepts a role of production',
    expect: 'compliant',
    subject: 'R',
    resources: {
      R: role(allow({ AWS: { 'Fn::GetAtt': ['Other', 'Arn'] } }), environment('production')),
      Other: role(service, environment('production')),
    },
  },
  {
    name: 'refuses a role of development',
    expect: 'violation',
    subject: 'R',
    resources: {
      R: role(allow({ AWS: { 'Fn::GetAtt': ['Other', 'Arn'] } }), environment('production')),
      Other: role(service, environment('development')),
    },
  },
  {
    name: 'accepts that development trusts development',
    expect: 'compliant',
    subject: 'R',
    resources: {
      R: role(allow({ AWS: { 'Fn::GetAtt': ['Other', 'Arn'] } }), environment('development')),
      Other: role(service, environment('development')),
    },
  },
  {
    name: 'cannot tell where the trusting role says nothing',
    expect: 'undetermined',
    subject: 'R',
    resources: {
      R: role(allow({ AWS: { 'Fn::GetAtt': ['Other', 'Arn'] } })),
      Other: role(service, environment('verification')),
    },
  },
  {
    name: 'says nothing of accounts',
    expect: 'compliant',
    resources: { R: role(allow({ AWS: VENDOR_ROOT }), environment('production')) },
  },
]);
