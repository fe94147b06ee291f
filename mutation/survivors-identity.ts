import type { Row } from './tables';

/** Roles of staff and pipelines, which have every guard of a vendor's role although the clause speaks of outside parties. */
const STAFF_ROLES: readonly Row[] = [
  {
    type: 'AWS::IAM::Role',
    path: /^AssumeRolePolicyDocument\.Statement\[Allow\]\.Condition$/,
    operators: ['drop'],
    subject: /^(PrivilegedRole|ReviewedPipeline)/,
    resource: /^(Staff|Approver)Role/,
    reason:
      'staff of the own account, to a role without administrative rights: a second factor is asked of outside parties, and of administrators in the my-number zone (decision 7)',
  },
  {
    type: 'AWS::IAM::Role',
    path: /^PermissionsBoundary$/,
    operators: ['drop'],
    subject: /^(PrivilegedRole|DeploymentRole|ReviewedPipeline)/,
    reason:
      'its policies deny the same; of roles of outside parties OutsideRoleHasBoundary asks for a boundary',
  },
  {
    type: 'AWS::IAM::OIDCProvider',
    path: /^(ClientIdList(\[\*\])?|Url)$/,
    operators: ['drop', 'drop-item'],
    reason:
      'stricter, or AWS refuses it: a token for nobody is for nobody here, and a provider has an address',
  },
];

/** The user pool of staff. */
const USER_POOL: readonly Row[] = [
  {
    type: 'AWS::Cognito::UserPool',
    path: /^AdminCreateUserConfig(\.AllowAdminCreateUserOnly)?$/,
    operators: ['drop', 'flip'],
    subject: /^StaffUserPool \(internet\)$/,
    reason:
      'in the Internet zone it may be residents who make an account for themselves; of the other zones CognitoSelfSignUpDisabled asks for it',
  },
  {
    type: 'AWS::Cognito::UserPool',
    path: /^AccountRecoverySetting/,
    operators: ['drop'],
    reason:
      'how a forgotten password is made anew: MFA is asked for all the same (CognitoMfaRequired), and the policy names no way',
  },
  {
    type: 'AWS::Cognito::UserPool',
    path: /^(Deletion|UpdateReplace)Policy$/,
    operators: ['drop', 'weaken'],
    reason: 'its DeletionProtection keeps CloudFormation from deleting the pool as well',
  },
  {
    type: 'AWS::Cognito::UserPool',
    path: /^DeviceConfiguration/,
    operators: ['drop', 'flip'],
    reason: 'without it devices are not remembered; and where MFA is required a device is asked for it',
  },
  {
    type: 'AWS::Cognito::UserPool',
    path: /^EnabledMfas/,
    operators: ['drop', 'drop-item'],
    reason: 'AWS refuses it: MFA is on, and there must be a way',
  },
  {
    type: 'AWS::Cognito::UserPool',
    path: /^Policies(\.PasswordPolicy(\.MinimumLength)?)?$/,
    operators: ['drop'],
    reason: 'eight characters of every kind by default, which is what the profile asks for',
  },
  {
    type: 'AWS::Cognito::UserPool',
    path: /^Policies\.PasswordPolicy\.RequireSymbols$/,
    operators: ['drop', 'flip'],
    reason: 'capitals, small letters and digits are what the policy gives as its example',
  },
  {
    type: 'AWS::Cognito::UserPool',
    path: /^Policies\.PasswordPolicy\.TemporaryPasswordValidityDays$/,
    operators: ['drop', 'number-zero', 'number-hundredfold'],
    reason: 'a first password is changed at the first log-in, whenever that is: AWS asks for it by itself',
  },
  {
    type: 'AWS::Cognito::UserPool',
    path: /^(UserPoolTier|UsernameConfiguration(\.CaseSensitive)?)$/,
    operators: ['drop', 'flip'],
    reason:
      'what is paid for, without which AWS refuses the threat protection; and whether capitals count in names',
  },
  {
    type: 'AWS::Cognito::UserPoolClient',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    reason: 'fewer ways: nobody logs in to an application',
  },
  {
    type: 'AWS::Cognito::UserPoolClient',
    path: /^(AllowedOAuth(Flows|Scopes)|CallbackURLs|ExplicitAuthFlows|SupportedIdentityProviders)(\[\*\])?$/,
    operators: ['drop', 'drop-item'],
    reason: 'fewer ways: what is not listed cannot be used to log in, and by default it is by SRP alone',
  },
  {
    type: 'AWS::Cognito::UserPoolClient',
    path: /^(AllowedOAuthFlowsUserPoolClient|GenerateSecret)$/,
    operators: ['drop', 'flip'],
    reason:
      'whether the application logs in by the pages of Cognito, and shows a secret of its own: people are asked for password and MFA either way',
  },
  {
    type: 'AWS::Cognito::UserPoolClient',
    path: /^(AccessTokenValidity|IdTokenValidity|RefreshTokenValidity|EnableTokenRevocation)$/,
    operators: ['drop'],
    reason:
      'equivalent: an hour for tokens, and revocable; 30 days for what renews them, within what the profile allows',
  },
];

/** The password policy of the account. */
const PASSWORDS: readonly Row[] = [
  {
    type: 'Custom::AccountPasswordPolicy',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    reason: 'there is no IAM user, of which AccountPasswordPolicyExists would ask for it',
  },
  {
    type: 'Custom::AccountPasswordPolicy',
    path: /^(MinimumPasswordLength|PasswordReusePrevention|ServiceToken|(Deletion|UpdateReplace)Policy)$/,
    reason:
      'what a custom resource does its program says: that there is one is what can be told from a template, and the construct refuses a length below the profile’s',
  },
];

/** What the constructs of identities leave unnoticed. */
export const IDENTITY_SURVIVORS: readonly Row[] = [...STAFF_ROLES, ...USER_POOL, ...PASSWORDS];
