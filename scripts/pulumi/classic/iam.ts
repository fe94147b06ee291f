import type { Written } from '.';

const DOCUMENT = { policy: { to: 'PolicyDocument', as: 'json' } } as const;
const ATTACHED = { policyArn: 'ManagedPolicyArns[+]' } as const;

export const IAM: Written = {
  'iam/role:Role': {
    type: 'AWS::IAM::Role',
    properties: {
      name: 'RoleName',
      assumeRolePolicy: { to: 'AssumeRolePolicyDocument', as: 'json' },
      'inlinePolicies[*].name': 'Policies[*].PolicyName',
      'inlinePolicies[*].policy': { to: 'Policies[*].PolicyDocument', as: 'json' },
    },
  },
  'iam/rolePolicy:RolePolicy': {
    type: 'AWS::IAM::RolePolicy',
    properties: { role: 'RoleName', name: 'PolicyName', ...DOCUMENT },
  },
  'iam/rolePolicyAttachment:RolePolicyAttachment': {
    type: 'AWS::IAM::Role',
    into: 'role',
    properties: ATTACHED,
  },
  'iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive': {
    type: 'AWS::IAM::Role',
    into: 'roleName',
    not: ['roleName'],
    properties: { policyArns: 'ManagedPolicyArns' },
  },
  'iam/policy:Policy': {
    type: 'AWS::IAM::ManagedPolicy',
    properties: { name: 'ManagedPolicyName', ...DOCUMENT },
  },
  'iam/policyAttachment:PolicyAttachment': {
    type: 'AWS::IAM::ManagedPolicy',
    into: 'policyArn',
    not: ['name', 'policyArn'],
  },
  'iam/group:Group': { type: 'AWS::IAM::Group', properties: { name: 'GroupName' } },
  'iam/groupPolicy:GroupPolicy': {
    type: 'AWS::IAM::GroupPolicy',
    properties: { group: 'GroupName', name: 'PolicyName', ...DOCUMENT },
  },
  'iam/groupPolicyAttachment:GroupPolicyAttachment': {
    type: 'AWS::IAM::Group',
    into: 'group',
    properties: ATTACHED,
  },
  'iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive': {
    type: 'AWS::IAM::Group',
    into: 'groupName',
    not: ['groupName'],
    properties: { policyArns: 'ManagedPolicyArns' },
  },
  'iam/user:User': { type: 'AWS::IAM::User', properties: { name: 'UserName' } },
  'iam/userPolicy:UserPolicy': {
    type: 'AWS::IAM::UserPolicy',
    properties: { user: 'UserName', name: 'PolicyName', ...DOCUMENT },
  },
  'iam/userPolicyAttachment:UserPolicyAttachment': {
    type: 'AWS::IAM::User',
    into: 'user',
    properties: ATTACHED,
  },
  'iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive': {
    type: 'AWS::IAM::User',
    into: 'userName',
    not: ['userName'],
    properties: { policyArns: 'ManagedPolicyArns' },
  },
  // Somebody may be in groups by several of them.
  'iam/userGroupMembership:UserGroupMembership': {
    type: 'AWS::IAM::User',
    into: 'user',
    not: ['groups'],
    properties: { 'groups[*]': 'Groups[+]' },
  },
  'iam/groupMembership:GroupMembership': {
    type: 'AWS::IAM::UserToGroupAddition',
    properties: { group: 'GroupName' },
  },
  // AWS makes up the password, so that there is no text of it.
  'iam/userLoginProfile:UserLoginProfile': {
    type: 'AWS::IAM::User',
    into: 'user',
    properties: { passwordResetRequired: 'LoginProfile.PasswordResetRequired' },
    defaults: { 'LoginProfile.PasswordResetRequired': false },
    lacks: { 'LoginProfile.Password': 'AWS makes it up; nobody writes it in a program' },
  },
  'iam/accessKey:AccessKey': { type: 'AWS::IAM::AccessKey', properties: { user: 'UserName' } },
  'iam/instanceProfile:InstanceProfile': {
    type: 'AWS::IAM::InstanceProfile',
    properties: { name: 'InstanceProfileName' },
  },
  'iam/openIdConnectProvider:OpenIdConnectProvider': { type: 'AWS::IAM::OIDCProvider' },
  'iam/samlProvider:SamlProvider': {
    type: 'AWS::IAM::SAMLProvider',
    lacks: { AssertionEncryptionMode: 'no such property in @pulumi/aws: assertions may come unencrypted' },
  },
  'iam/serverCertificate:ServerCertificate': {
    type: 'AWS::IAM::ServerCertificate',
    properties: { name: 'ServerCertificateName' },
  },
};

/** They give nobody access. */
export const IAM_UNJUDGED = [
  'iam/accountAlias:AccountAlias',
  'iam/groupPoliciesExclusive:GroupPoliciesExclusive',
  'iam/rolePoliciesExclusive:RolePoliciesExclusive',
  'iam/serviceLinkedRole:ServiceLinkedRole',
  'iam/userPoliciesExclusive:UserPoliciesExclusive',
  'iam/virtualMfaDevice:VirtualMfaDevice',
] as const;
