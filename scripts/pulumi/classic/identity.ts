import type { Written } from '.';

const DOCUMENT = { policy: { to: 'PolicyDocument', as: 'json' } } as const;

export const IDENTITY: Written = {
  'iam/role:Role': {
    type: 'AWS::IAM::Role',
    properties: {
      assumeRolePolicy: { to: 'AssumeRolePolicyDocument', as: 'json' },
      'inlinePolicies[*].name': 'Policies[*].PolicyName',
      'inlinePolicies[*].policy': { to: 'Policies[*].PolicyDocument', as: 'json' },
    },
  },
  'iam/rolePolicy:RolePolicy': {
    type: 'AWS::IAM::RolePolicy',
    properties: { ...DOCUMENT, name: 'PolicyName', role: 'RoleName' },
  },
  'iam/userPolicy:UserPolicy': {
    type: 'AWS::IAM::UserPolicy',
    properties: { ...DOCUMENT, name: 'PolicyName', user: 'UserName' },
  },
  'iam/groupPolicy:GroupPolicy': {
    type: 'AWS::IAM::GroupPolicy',
    properties: { ...DOCUMENT, name: 'PolicyName', group: 'GroupName' },
  },
  'iam/policy:Policy': {
    type: 'AWS::IAM::ManagedPolicy',
    properties: { ...DOCUMENT, name: 'ManagedPolicyName' },
  },
  'iam/rolePolicyAttachment:RolePolicyAttachment': {
    type: 'AWS::IAM::Role',
    into: 'role',
    not: ['role'],
    properties: { policyArn: 'ManagedPolicyArns[+]' },
  },
  'iam/userPolicyAttachment:UserPolicyAttachment': {
    type: 'AWS::IAM::User',
    into: 'user',
    not: ['user'],
    properties: { policyArn: 'ManagedPolicyArns[+]' },
  },
  'iam/groupPolicyAttachment:GroupPolicyAttachment': {
    type: 'AWS::IAM::Group',
    into: 'group',
    not: ['group'],
    properties: { policyArn: 'ManagedPolicyArns[+]' },
  },
  'iam/user:User': { type: 'AWS::IAM::User' },
  'iam/group:Group': { type: 'AWS::IAM::Group' },
  'iam/userLoginProfile:UserLoginProfile': {
    type: 'AWS::IAM::User',
    into: 'user',
    not: ['user'],
    properties: { passwordResetRequired: 'LoginProfile.PasswordResetRequired' },
    defaults: { 'LoginProfile.PasswordResetRequired': false },
  },
  'iam/groupMembership:GroupMembership': {
    type: 'AWS::IAM::UserToGroupAddition',
    not: ['name'],
    properties: { group: 'GroupName', users: 'Users' },
  },
  'iam/accessKey:AccessKey': { type: 'AWS::IAM::AccessKey', properties: { user: 'UserName' } },
  'iam/instanceProfile:InstanceProfile': {
    type: 'AWS::IAM::InstanceProfile',
    not: ['role'],
    properties: { name: 'InstanceProfileName', role: { to: 'Roles', as: 'list' } },
  },
  'iam/openIdConnectProvider:OpenIdConnectProvider': { type: 'AWS::IAM::OIDCProvider' },
  'iam/samlProvider:SamlProvider': { type: 'AWS::IAM::SAMLProvider' },
  'iam/serverCertificate:ServerCertificate': { type: 'AWS::IAM::ServerCertificate' },
  'ssoadmin/permissionSet:PermissionSet': {
    type: 'AWS::SSO::PermissionSet',
    properties: { relayState: 'RelayStateType' },
  },
  'ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy': {
    type: 'AWS::SSO::PermissionSet',
    into: 'permissionSetArn',
    not: ['permissionSetArn', 'instanceArn'],
    properties: { inlinePolicy: { to: 'InlinePolicy', as: 'json' } },
  },
  'ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment': {
    type: 'AWS::SSO::PermissionSet',
    into: 'permissionSetArn',
    not: ['permissionSetArn', 'instanceArn'],
    properties: { managedPolicyArn: 'ManagedPolicies[+]' },
  },
  'ssoadmin/customerManagedPolicyAttachment:CustomerManagedPolicyAttachment': {
    type: 'AWS::SSO::PermissionSet',
    into: 'permissionSetArn',
    not: ['permissionSetArn', 'instanceArn'],
    properties: {
      'customerManagedPolicyReference.name': 'CustomerManagedPolicyReferences[+].Name',
    },
  },
  'ssoadmin/permissionsBoundaryAttachment:PermissionsBoundaryAttachment': {
    type: 'AWS::SSO::PermissionSet',
    into: 'permissionSetArn',
    not: ['permissionSetArn', 'instanceArn'],
    properties: {
      'permissionsBoundary.managedPolicyArn': 'PermissionsBoundary.ManagedPolicyArn',
      'permissionsBoundary.customerManagedPolicyReference.name':
        'PermissionsBoundary.CustomerManagedPolicyReference.Name',
    },
  },
  'accessanalyzer/analyzer:Analyzer': { type: 'AWS::AccessAnalyzer::Analyzer' },
  'ram/resourceShare:ResourceShare': { type: 'AWS::RAM::ResourceShare' },
  'ram/resourceAssociation:ResourceAssociation': {
    type: 'AWS::RAM::ResourceShare',
    into: 'resourceShareArn',
    not: ['resourceShareArn'],
    properties: { resourceArn: 'ResourceArns[+]' },
  },
  'ram/principalAssociation:PrincipalAssociation': {
    type: 'AWS::RAM::ResourceShare',
    into: 'resourceShareArn',
    not: ['resourceShareArn'],
    properties: { principal: 'Principals[+]' },
  },
};

/** Types that no rule looks at, nor their counterparts. */
export const IDENTITY_UNJUDGED: readonly string[] = [
  'iam/accountAlias:AccountAlias',
  'iam/serviceLinkedRole:ServiceLinkedRole',
  'iam/signingCertificate:SigningCertificate',
  'iam/sshKey:SshKey',
  'iam/virtualMfaDevice:VirtualMfaDevice',
];
