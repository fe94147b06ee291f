import { DnsQueryLogs } from '../../../lib/rules/logging/DnsQueryLogs';
import { LogArchiveIsCopied } from '../../../lib/rules/logging/LogArchiveIsCopied';
import { NoRightToDeleteLogs } from '../../../lib/rules/logging/NoRightToDeleteLogs';
import { either, OPEN } from '../../helpers/property-cases';
import { ruleCases } from '../../helpers/rule-cases';

const p = { Ref: 'P' };
const byApp = { platformProvides: [] };

const vpc = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.0.0.0/16' } };
const configuration = { Type: 'AWS::Route53Resolver::ResolverQueryLoggingConfig', Properties: {} };
const association = (ResourceId: unknown) => ({
  Type: 'AWS::Route53Resolver::ResolverQueryLoggingConfigAssociation',
  Properties: { ResourceId, ResolverQueryLogConfigId: { Ref: 'Config' } },
});
ruleCases(DnsQueryLogs, [
  {
    name: 'accepts a log of the queries of the VPC',
    expect: 'compliant',
    example: true,
    profile: byApp,
    resources: { Vpc: vpc, Config: configuration, Log: association({ Ref: 'Vpc' }) },
  },
  {
    name: 'refuses a VPC without one, where the app must keep it',
    expect: 'violation',
    example: true,
    profile: byApp,
    resources: { Vpc: vpc },
  },
  { name: 'asks for evidence where the platform keeps it', expect: 'evidence', resources: { Vpc: vpc } },
  {
    name: 'does not count that of another VPC',
    expect: 'violation',
    profile: byApp,
    resources: { Vpc: vpc, Config: configuration, Log: association('vpc-2') },
  },
  {
    name: 'cannot tell the log of a parameter',
    expect: 'undetermined',
    profile: byApp,
    template: { ...OPEN, Resources: { Vpc: vpc, Config: configuration, Log: association(p) } },
  },
  {
    name: 'names the condition under which there is none',
    expect: 'violation',
    profile: byApp,
    template: {
      ...OPEN,
      Resources: {
        Vpc: vpc,
        Config: configuration,
        Log: { ...association({ Ref: 'Vpc' }), Condition: 'Production' },
      },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'accepts one that a profile of Route 53 hands on',
    expect: 'compliant',
    profile: byApp,
    resources: {
      Vpc: vpc,
      Config: configuration,
      Profile: { Type: 'AWS::Route53Profiles::Profile', Properties: { Name: 'city' } },
      Use: {
        Type: 'AWS::Route53Profiles::ProfileAssociation',
        Properties: { ProfileId: { Ref: 'Profile' }, ResourceId: { Ref: 'Vpc' } },
      },
      Member: {
        Type: 'AWS::Route53Profiles::ProfileResourceAssociation',
        Properties: { ProfileId: { Ref: 'Profile' }, ResourceArn: { 'Fn::GetAtt': ['Config', 'Arn'] } },
      },
    },
  },
]);

const trail = {
  Type: 'AWS::CloudTrail::Trail',
  Properties: { IsLogging: true, S3BucketName: { Ref: 'Archive' } },
};
const archive = (properties: object = {}) => ({ Type: 'AWS::S3::Bucket', Properties: properties });
const copied = (Status: unknown) => ({
  ReplicationConfiguration: {
    Role: 'role',
    Rules: [{ Status, Destination: { Bucket: 'arn:aws:s3:::osaka' } }],
  },
});
const plan = {
  Plan: {
    Type: 'AWS::Backup::BackupPlan',
    Properties: {
      BackupPlan: {
        BackupPlanName: 'logs',
        BackupPlanRule: [
          { RuleName: 'daily', TargetBackupVault: 'vault', Lifecycle: { DeleteAfterDays: 400 } },
        ],
      },
    },
  },
  Selection: {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: { Ref: 'Plan' },
      BackupSelection: {
        SelectionName: 'a',
        IamRoleArn: 'role',
        Resources: [{ 'Fn::GetAtt': ['Archive', 'Arn'] }],
      },
    },
  },
};
ruleCases(LogArchiveIsCopied, [
  {
    name: 'accepts an archive that is replicated',
    expect: 'compliant',
    example: true,
    resources: { Trail: trail, Archive: archive(copied('Enabled')) },
  },
  {
    name: 'refuses an archive in one place only',
    expect: 'violation',
    example: true,
    resources: { Trail: trail, Archive: archive() },
    property: 'ReplicationConfiguration',
  },
  {
    name: 'refuses replication that is switched off',
    expect: 'violation',
    resources: { Trail: trail, Archive: archive(copied('Disabled')) },
  },
  {
    name: 'names the condition under which it is off',
    expect: 'violation',
    template: {
      ...OPEN,
      Resources: { Trail: trail, Archive: archive(copied(either('Enabled', 'Disabled'))) },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...OPEN, Resources: { Trail: trail, Archive: archive(copied(p)) } },
  },
  { name: 'accepts backups', expect: 'compliant', resources: { Trail: trail, Archive: archive(), ...plan } },
  { name: 'does not ask it of other buckets', expect: 'compliant', resources: { Archive: archive() } },
]);

const policy = (...Statement: object[]) => ({
  Type: 'AWS::IAM::Policy',
  Properties: { PolicyName: 'p', Roles: ['r'], PolicyDocument: { Version: '2012-10-17', Statement } },
});
const allow = (...Action: unknown[]) => ({ Effect: 'Allow', Action, Resource: '*' });
const deny = (Action: unknown, more: object = {}) => ({ Effect: 'Deny', Action, Resource: '*', ...more });
ruleCases(NoRightToDeleteLogs, [
  {
    name: 'accepts rights to write logs',
    expect: 'compliant',
    example: true,
    resources: { Policy: policy(allow('logs:CreateLogStream', 'logs:PutLogEvents')) },
  },
  {
    name: 'refuses the right to delete a log group',
    expect: 'violation',
    example: true,
    resources: { Policy: policy(allow('logs:DeleteLogGroup')) },
    message: /logs:DeleteLogGroup/,
  },
  { name: 'refuses a whole service', expect: 'violation', resources: { Policy: policy(allow('logs:*')) } },
  {
    name: 'refuses the right to stop a trail, on one trail too',
    expect: 'violation',
    resources: {
      Policy: policy({
        Effect: 'Allow',
        Action: 'cloudtrail:StopLogging',
        Resource: 'arn:aws:cloudtrail:r:1:trail/t',
      }),
    },
  },
  {
    name: 'accepts what a denial takes away again',
    expect: 'compliant',
    resources: { Policy: policy(allow('logs:*'), deny(['logs:Delete*'])) },
  },
  {
    name: 'does not count a denial under a condition',
    expect: 'violation',
    resources: {
      Policy: policy(
        allow('logs:*'),
        deny('logs:Delete*', { Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } } }),
      ),
    },
  },
  {
    name: 'does not count a denial of something else',
    expect: 'violation',
    resources: { Policy: policy(allow('logs:*'), deny('logs:DeleteLogGroup')) },
    message: /DeleteLogStream/,
  },
  ...[
    ['CloudWatchLogsFullAccess', 'violation' as const],
    ['CloudWatchLogsReadOnlyAccess', 'compliant' as const],
  ].map(([name, expect]) => ({
    name: `knows what ${name} holds`,
    expect: expect as 'violation' | 'compliant',
    resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {},
          ManagedPolicyArns: [{ 'Fn::Sub': `arn:\${AWS::Partition}:iam::aws:policy/${name}` }],
        },
      },
    },
  })),
  {
    name: 'leaves administrators to other rules',
    expect: 'compliant',
    resources: { Policy: policy(allow('*')) },
  },
  {
    name: 'cannot tell an action that is a parameter',
    expect: 'undetermined',
    template: { ...OPEN, Resources: { Policy: policy(allow(p)) } },
  },
  {
    name: 'looks into the policies inside a role',
    expect: 'violation',
    resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {},
          Policies: [{ PolicyName: 'p', PolicyDocument: { Statement: allow('ec2:DeleteFlowLogs') } }],
        },
      },
    },
  },
  {
    name: 'names the condition under which it is allowed',
    expect: 'violation',
    template: {
      ...OPEN,
      Resources: { Policy: policy(allow(either('logs:PutLogEvents', 'logs:DeleteLogGroup'))) },
    },
    message: /when Env is "test"/,
  },
]);
