import { Duration, Stack, Tags } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/** What an outside party must not do: 7.2(1)③(エ), 9.2(7)③, 7.1(6)②. */
const DENIED: Record<string, string[]> = {
  PrivilegedIds: [
    ...[
      'iam:Add*',
      'iam:Attach*',
      'iam:ChangePassword',
      'iam:Create*',
      'iam:DeactivateMFADevice',
      'iam:Delete*',
    ],
    ...['iam:Detach*', 'iam:EnableMFADevice', 'iam:Put*', 'iam:Remove*', 'iam:Reset*', 'iam:ResyncMFADevice'],
    ...['iam:SetDefaultPolicyVersion', 'iam:Update*', 'iam:Upload*'],
  ],
  SingleSignOn: [
    ...['sso:Attach*', 'sso:Create*', 'sso:Delete*', 'sso:Provision*', 'sso:Put*', 'sso:Update*'],
    ...['sso-directory:*', 'identitystore:Create*', 'identitystore:Update*', 'identitystore:Delete*'],
  ],
  Passwords: [
    ...['secretsmanager:PutSecretValue', 'secretsmanager:UpdateSecret', 'secretsmanager:RotateSecret'],
    ...['secretsmanager:CancelRotateSecret', 'secretsmanager:UpdateSecretVersionStage'],
    ...[
      'secretsmanager:DeleteSecret',
      'secretsmanager:PutResourcePolicy',
      'secretsmanager:DeleteResourcePolicy',
    ],
    ...['ssm:PutParameter', 'ssm:DeleteParameter', 'rds:ModifyDBInstance', 'rds:ModifyDBCluster'],
    ...['redshift:ModifyCluster', 'redshift-serverless:UpdateNamespace', 'docdb-elastic:UpdateCluster'],
    ...['es:UpdateDomainConfig', 'elasticache:CreateUser', 'elasticache:ModifyUser'],
    ...['elasticache:ModifyReplicationGroup', 'memorydb:CreateUser', 'memorydb:UpdateUser', 'mq:CreateUser'],
    ...['mq:UpdateUser', 'ds:ResetUserPassword', 'transfer:CreateUser', 'transfer:UpdateUser'],
    ...['transfer:ImportSshPublicKey', 'cognito-idp:Admin*', 'cognito-idp:SetUserPoolMfaConfig'],
    ...['cognito-idp:UpdateUserPool'],
  ],
  Keys: [
    ...['kms:ScheduleKeyDeletion', 'kms:DisableKey', 'kms:DisableKeyRotation', 'kms:PutKeyPolicy'],
    ...['kms:DeleteImportedKeyMaterial', 'kms:DeleteCustomKeyStore'],
  ],
  Logs: [
    ...['cloudtrail:StopLogging', 'cloudtrail:DeleteTrail', 'cloudtrail:UpdateTrail', 'ec2:DeleteFlowLogs'],
    ...['cloudtrail:PutEventSelectors', 'cloudtrail:PutInsightSelectors', 'logs:DeleteLogGroup'],
    ...['logs:DeleteLogStream', 'logs:PutRetentionPolicy', 'logs:DisassociateKmsKey', 's3:PutBucketLogging'],
    ...[
      's3:BypassGovernanceRetention',
      'config:StopConfigurationRecorder',
      'config:DeleteConfigurationRecorder',
    ],
    ...['guardduty:DeleteDetector', 'guardduty:UpdateDetector'],
  ],
};

export function addVendorRole(scope: Construct, principalArns: string[]): void {
  const arn = (service: string, resource: string) => Stack.of(scope).formatArn({ service, resource });
  const allow = (actions: string[], ...resources: string[]) =>
    new iam.PolicyStatement({ actions, resources });
  const allowed = () => [
    allow(['ecs:DescribeServices', 'ecs:UpdateService'], arn('ecs', 'service/*')),
    allow(['rds:DescribeDBClusters', 'rds:RebootDBInstance'], arn('rds', 'cluster:*'), arn('rds', 'db:*')),
    allow(['logs:DescribeLogStreams', 'logs:FilterLogEvents'], arn('logs', 'log-group:*')),
  ];
  const denied = () =>
    Object.entries(DENIED).map(
      ([name, actions]) =>
        new iam.PolicyStatement({ sid: `Deny${name}`, effect: iam.Effect.DENY, actions, resources: ['*'] }),
    );
  const role = new iam.Role(scope, 'Vendor', {
    assumedBy: new iam.PrincipalWithConditions(
      new iam.CompositePrincipal(...principalArns.map((principal) => new iam.ArnPrincipal(principal))),
      {
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' },
      },
    ),
    maxSessionDuration: Duration.hours(1),
    permissionsBoundary: new iam.ManagedPolicy(scope, 'VendorBoundary', {
      statements: [...allowed(), ...denied()],
    }),
    inlinePolicies: {
      Denied: new iam.PolicyDocument({ statements: denied() }),
      Allowed: new iam.PolicyDocument({ statements: allowed() }),
    },
  });
  Tags.of(role).add('jichitai:party', 'vendor');
}
