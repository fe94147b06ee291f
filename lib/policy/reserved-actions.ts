/**
 * What an outside party is denied, whatever else it is allowed. Actions are named one by one where
 * a wildcard would also deny reading, which an administrator needs in order to work.
 */

/** Passwords, access keys, MFA devices, roles and their trust: privileged ids themselves (7.2(1)③(エ)). */
const IDENTITY_ACTIONS: readonly string[] = [
  ...['iam:ChangePassword', 'iam:CreateLoginProfile', 'iam:UpdateLoginProfile', 'iam:DeleteLoginProfile'],
  ...['iam:CreateAccessKey', 'iam:UpdateAccessKey', 'iam:DeleteAccessKey'],
  ...['iam:CreateServiceSpecificCredential', 'iam:UpdateServiceSpecificCredential'],
  ...['iam:ResetServiceSpecificCredential', 'iam:DeleteServiceSpecificCredential'],
  ...['iam:UploadSSHPublicKey', 'iam:UpdateSSHPublicKey', 'iam:DeleteSSHPublicKey'],
  ...['iam:UploadSigningCertificate', 'iam:UpdateSigningCertificate', 'iam:DeleteSigningCertificate'],
  ...['iam:CreateVirtualMFADevice', 'iam:EnableMFADevice', 'iam:ResyncMFADevice'],
  ...['iam:DeactivateMFADevice', 'iam:DeleteVirtualMFADevice'],
  ...['iam:CreateUser', 'iam:UpdateUser', 'iam:DeleteUser', 'iam:AddUserToGroup', 'iam:RemoveUserFromGroup'],
  ...['iam:AttachUserPolicy', 'iam:DetachUserPolicy', 'iam:PutUserPolicy', 'iam:DeleteUserPolicy'],
  ...['iam:AttachGroupPolicy', 'iam:DetachGroupPolicy', 'iam:PutGroupPolicy', 'iam:DeleteGroupPolicy'],
  ...['iam:CreateRole', 'iam:UpdateRole', 'iam:DeleteRole', 'iam:UpdateAssumeRolePolicy'],
  ...['iam:AttachRolePolicy', 'iam:DetachRolePolicy', 'iam:PutRolePolicy', 'iam:DeleteRolePolicy'],
  ...['iam:PutUserPermissionsBoundary', 'iam:DeleteUserPermissionsBoundary'],
  ...['iam:PutRolePermissionsBoundary', 'iam:DeleteRolePermissionsBoundary'],
  ...[
    'iam:CreatePolicyVersion',
    'iam:SetDefaultPolicyVersion',
    'iam:DeletePolicy',
    'iam:DeletePolicyVersion',
  ],
  ...['iam:UpdateAccountPasswordPolicy', 'iam:DeleteAccountPasswordPolicy'],
  ...['iam:CreateSAMLProvider', 'iam:UpdateSAMLProvider', 'iam:DeleteSAMLProvider'],
  ...['iam:CreateOpenIDConnectProvider', 'iam:AddClientIDToOpenIDConnectProvider'],
  ...['iam:UpdateOpenIDConnectProviderThumbprint', 'iam:DeleteOpenIDConnectProvider'],
];

/** Who of the city's staff may do what through IAM Identity Center. */
const SINGLE_SIGN_ON_ACTIONS: readonly string[] = [
  ...['sso:CreateAccountAssignment', 'sso:DeleteAccountAssignment', 'sso:ProvisionPermissionSet'],
  ...['sso:CreatePermissionSet', 'sso:UpdatePermissionSet', 'sso:DeletePermissionSet'],
  ...['sso:PutInlinePolicyToPermissionSet', 'sso:AttachManagedPolicyToPermissionSet'],
  ...['sso:AttachCustomerManagedPolicyReferenceToPermissionSet', 'sso:DeleteInlinePolicyFromPermissionSet'],
  ...['sso:PutPermissionsBoundaryToPermissionSet', 'sso:DeletePermissionsBoundaryFromPermissionSet'],
  ...['sso-directory:*', 'identitystore:Create*', 'identitystore:Update*', 'identitystore:Delete*'],
];

/** Passwords that live in other services: secrets, masters of databases, users of applications. */
const PASSWORD_ACTIONS: readonly string[] = [
  ...['secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecret', 'secretsmanager:RotateSecret'],
  ...['secretsmanager:CancelRotateSecret', 'secretsmanager:UpdateSecretVersionStage'],
  ...['secretsmanager:DeleteSecret', 'secretsmanager:PutResourcePolicy'],
  ...['secretsmanager:DeleteResourcePolicy', 'ssm:PutParameter', 'ssm:DeleteParameter'],
  // Changing a cluster and changing its master password are one and the same action.
  ...['rds:ModifyDBInstance', 'rds:ModifyDBCluster', 'redshift:ModifyCluster'],
  ...['redshift-serverless:UpdateNamespace', 'docdb-elastic:UpdateCluster', 'es:UpdateDomainConfig'],
  ...['elasticache:CreateUser', 'elasticache:ModifyUser', 'elasticache:ModifyReplicationGroup'],
  ...['memorydb:CreateUser', 'memorydb:UpdateUser', 'mq:CreateUser', 'mq:UpdateUser'],
  ...['ds:ResetUserPassword', 'transfer:CreateUser', 'transfer:UpdateUser', 'transfer:ImportSshPublicKey'],
  ...['cognito-idp:AdminCreateUser', 'cognito-idp:AdminSetUserPassword'],
  ...['cognito-idp:AdminResetUserPassword', 'cognito-idp:AdminSetUserMFAPreference'],
  ...['cognito-idp:AdminSetUserSettings', 'cognito-idp:AdminAddUserToGroup'],
  ...['cognito-idp:SetUserPoolMfaConfig', 'cognito-idp:UpdateUserPool'],
];

/** Keys, whose loss destroys what they encrypt for good (9.2(7)③). */
const KEY_ACTIONS: readonly string[] = [
  ...['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:DisableKeyRotation', 'kms:PutKeyPolicy'],
  ...['kms:DeleteImportedKeyMaterial', 'kms:DeleteCustomKeyStore'],
];

/** Logs, which record what the outside party did (7.1(6)②). */
const LOG_ACTIONS: readonly string[] = [
  ...['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail', 'cloudtrail:UpdateTrail'],
  ...['cloudtrail:PutEventSelectors', 'cloudtrail:PutInsightSelectors', 'ec2:DeleteFlowLogs'],
  ...['logs:DeleteLogGroup', 'logs:DeleteLogStream', 'logs:PutRetentionPolicy', 'logs:DisassociateKmsKey'],
  ...['s3:BypassGovernanceRetention', 's3:PutBucketLogging', 'config:StopConfigurationRecorder'],
  ...['config:DeleteConfigurationRecorder', 'guardduty:DeleteDetector', 'guardduty:UpdateDetector'],
];

/** What an outside party is denied, by the id of the statement that says so: one for each thing that is protected. */
export const RESERVED_ACTIONS: Readonly<Record<string, readonly string[]>> = {
  DenyPrivilegedIds: IDENTITY_ACTIONS,
  DenySingleSignOn: SINGLE_SIGN_ON_ACTIONS,
  DenyPasswords: PASSWORD_ACTIONS,
  DenyKeys: KEY_ACTIONS,
  DenyLogs: LOG_ACTIONS,
};
