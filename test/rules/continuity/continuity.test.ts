import { DatabaseDeletionProtection } from '../../../lib/rules/continuity/DatabaseDeletionProtection';
import { DatabaseIsRedundant } from '../../../lib/rules/continuity/DatabaseIsRedundant';
import { DataStoreIsBackedUp } from '../../../lib/rules/continuity/DataStoreIsBackedUp';
import { DataStoreSurvivesStack } from '../../../lib/rules/continuity/DataStoreSurvivesStack';
import { LoadBalancerDeletionProtection } from '../../../lib/rules/continuity/LoadBalancerDeletionProtection';
import { S3BucketVersioned } from '../../../lib/rules/continuity/S3BucketVersioned';
import { ruleCases } from '../../helpers/rule-cases';

const of = (Type: string, Properties: object = {}, more: object = {}) => ({ Type, ...more, Properties });
const free = { Parameters: { P: { Type: 'String', Default: '35' } } };
const p = { Ref: 'P' };
const unimportant = { Metadata: { Jichitai: { Integrity: 1, Availability: 1 } } };
const important = { Metadata: { Jichitai: { Integrity: 1, Availability: 2 } } };

ruleCases(DatabaseDeletionProtection, [
  {
    name: 'accepts protection',
    expect: 'compliant',
    resources: { D: of('AWS::RDS::DBCluster', { DeletionProtection: 'true' }) },
  },
  {
    name: 'reads absence as none',
    expect: 'violation',
    resources: { D: of('AWS::DynamoDB::Table') },
    property: 'DeletionProtectionEnabled',
  },
  {
    name: 'wants it for a user pool',
    expect: 'violation',
    resources: { D: of('AWS::Cognito::UserPool', { DeletionProtection: 'INACTIVE' }) },
  },
  {
    name: 'wants it for each replica',
    expect: 'violation',
    resources: {
      D: of('AWS::DynamoDB::GlobalTable', {
        Replicas: [
          { Region: 'ap-northeast-1', DeletionProtectionEnabled: true },
          { Region: 'ap-northeast-3' },
        ],
      }),
    },
  },
  {
    name: 'leaves an instance to its cluster',
    expect: 'compliant',
    resources: { D: of('AWS::RDS::DBInstance', { DBClusterIdentifier: 'c' }) },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { D: of('AWS::RDS::DBInstance', { DeletionProtection: p }) } },
  },
  {
    name: 'does not ask it of what matters little',
    expect: 'not-applicable',
    zone: 'internet',
    template: { ...unimportant, Resources: { D: of('AWS::RDS::DBInstance') } },
  },
  {
    name: 'cannot tell whether it matters where nothing is declared',
    expect: 'undetermined',
    zone: 'internet',
    resources: { D: of('AWS::RDS::DBInstance') },
  },
]);

ruleCases(DataStoreSurvivesStack, [
  {
    name: 'accepts Retain',
    expect: 'compliant',
    resources: { D: of('AWS::S3::Bucket', {}, { DeletionPolicy: 'Retain' }) },
  },
  {
    name: 'reads absence as Delete',
    expect: 'violation',
    resources: { D: of('AWS::EFS::FileSystem') },
    property: 'DeletionPolicy',
  },
  {
    name: 'reads absence as Snapshot for a database',
    expect: 'compliant',
    resources: { D: of('AWS::RDS::DBInstance') },
  },
  {
    name: 'refuses Delete for a database',
    expect: 'violation',
    resources: { D: of('AWS::RDS::DBCluster', {}, { DeletionPolicy: 'Delete' }) },
  },
  {
    name: 'accepts Delete for what deletion protection holds back',
    expect: 'compliant',
    resources: { D: of('AWS::RDS::DBCluster', { DeletionProtection: true }, { DeletionPolicy: 'Delete' }) },
  },
  {
    name: 'leaves an instance to its cluster',
    expect: 'compliant',
    resources: { D: of('AWS::RDS::DBInstance', { DBClusterIdentifier: 'c' }, { DeletionPolicy: 'Delete' }) },
  },
  {
    name: 'cannot tell a policy that a parameter chooses',
    expect: 'undetermined',
    template: {
      ...free,
      Transform: 'AWS::LanguageExtensions',
      Resources: { D: of('AWS::S3::Bucket', {}, { DeletionPolicy: p }) },
    },
  },
  {
    name: 'does not ask it of what matters little',
    expect: 'not-applicable',
    zone: 'internet',
    template: { ...unimportant, Resources: { D: of('AWS::S3::Bucket') } },
  },
]);

const attribute = (Value: unknown) =>
  of('AWS::ElasticLoadBalancingV2::LoadBalancer', {
    LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value }],
  });
ruleCases(LoadBalancerDeletionProtection, [
  { name: 'accepts protection', expect: 'compliant', resources: { L: attribute('true') } },
  {
    name: 'reads absence as none',
    expect: 'violation',
    resources: { L: of('AWS::ElasticLoadBalancingV2::LoadBalancer') },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { L: attribute(p) } },
  },
]);

const plan = (DeleteAfterDays?: unknown) =>
  of('AWS::Backup::BackupPlan', {
    BackupPlan: {
      BackupPlanRule: [
        { RuleName: 'Daily', ...(DeleteAfterDays === undefined ? {} : { Lifecycle: { DeleteAfterDays } }) },
      ],
    },
  });
const selection = (BackupSelection: object, more: object = {}) =>
  of('AWS::Backup::BackupSelection', { BackupPlanId: { Ref: 'Plan' }, BackupSelection }, more);
const byTag = (ConditionKey: string, ConditionValue: unknown) => ({
  ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey, ConditionValue }],
});
const subject = 'D';
ruleCases(DataStoreIsBackedUp, [
  {
    name: 'asks nothing of what is classified low, in whichever zone',
    expect: 'compliant',
    template: { ...unimportant, Resources: { D: of('AWS::DynamoDB::Table') } },
  },
  {
    name: 'asks it of what one of the two classes makes important',
    expect: 'violation',
    template: { ...important, Resources: { D: of('AWS::DynamoDB::Table') } },
  },
  {
    name: 'accepts a week',
    expect: 'compliant',
    resources: { D: of('AWS::RDS::DBCluster', { BackupRetentionPeriod: '7' }) },
  },
  {
    name: 'reads absence as a day',
    expect: 'violation',
    resources: { D: of('AWS::RDS::DBCluster') },
    property: 'BackupRetentionPeriod',
  },
  {
    name: 'refuses backups that are switched off',
    expect: 'violation',
    resources: { D: of('AWS::RDS::DBInstance', { BackupRetentionPeriod: 0 }) },
  },
  {
    name: 'leaves an instance to its cluster',
    expect: 'compliant',
    resources: { D: of('AWS::RDS::DBInstance', { DBClusterIdentifier: 'c', BackupRetentionPeriod: 1 }) },
  },
  {
    name: 'leaves a replica to its source',
    expect: 'compliant',
    resources: { D: of('AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: 's' }) },
  },
  {
    name: 'accepts recovery to a point in time',
    expect: 'compliant',
    resources: {
      D: of('AWS::DynamoDB::Table', {
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      }),
    },
  },
  { name: 'refuses a table without it', expect: 'violation', resources: { D: of('AWS::DynamoDB::Table') } },
  {
    name: 'refuses a recovery period of a day',
    expect: 'violation',
    resources: {
      D: of('AWS::DynamoDB::Table', {
        PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 1 },
      }),
    },
  },
  {
    name: 'refuses a file system without backups',
    expect: 'violation',
    resources: { D: of('AWS::EFS::FileSystem') },
  },
  {
    name: 'accepts the backups of EFS',
    expect: 'compliant',
    resources: { D: of('AWS::EFS::FileSystem', { BackupPolicy: { Status: 'ENABLED' } }) },
  },
  {
    name: 'accepts a selection of the store',
    expect: 'compliant',
    subject,
    resources: {
      D: of('AWS::DynamoDB::Table'),
      Plan: plan(),
      S: selection({ Resources: [{ 'Fn::GetAtt': ['D', 'Arn'] }] }),
    },
  },
  {
    name: 'accepts a selection of everything',
    expect: 'compliant',
    subject,
    resources: { D: of('AWS::DynamoDB::Table'), Plan: plan(35), S: selection({ Resources: ['*'] }) },
  },
  {
    name: 'accepts a selection by tag',
    expect: 'compliant',
    subject,
    resources: {
      D: of('AWS::DynamoDB::Table', { Tags: [{ Key: 'backup', Value: 'yes' }] }),
      Plan: plan(35),
      S: selection(byTag('backup', 'yes')),
    },
  },
  {
    name: 'refuses a selection by another tag',
    expect: 'violation',
    subject,
    resources: {
      D: of('AWS::DynamoDB::Table', { Tags: [{ Key: 'backup', Value: 'no' }] }),
      Plan: plan(35),
      S: selection(byTag('backup', 'yes')),
    },
  },
  {
    name: 'refuses a plan that keeps backups for a day',
    expect: 'violation',
    subject,
    resources: { D: of('AWS::DynamoDB::Table'), Plan: plan(1), S: selection({ Resources: ['*'] }) },
  },
  {
    name: 'cannot tell what conditions leave of a selection',
    expect: 'undetermined',
    subject,
    resources: {
      D: of('AWS::DynamoDB::Table'),
      Plan: plan(35),
      S: selection({
        Resources: ['*'],
        Conditions: { StringLike: [{ ConditionKey: 'aws:ResourceTag/a', ConditionValue: 'b*' }] },
      }),
    },
    message: /selected by a backup plan/,
  },
  {
    name: 'wants the tag that a condition of the selection names',
    expect: 'violation',
    subject,
    resources: {
      D: of('AWS::DynamoDB::Table'),
      Plan: plan(35),
      S: selection({
        Resources: ['*'],
        Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/a', ConditionValue: 'b' }] },
      }),
    },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { D: of('AWS::RDS::DBCluster', { BackupRetentionPeriod: p }) } },
  },
  {
    name: 'does not ask it of what matters little',
    expect: 'not-applicable',
    zone: 'internet',
    template: { ...unimportant, Resources: { D: of('AWS::RDS::DBCluster') } },
  },
]);

const versioned = (Status: unknown) => of('AWS::S3::Bucket', { VersioningConfiguration: { Status } });
ruleCases(S3BucketVersioned, [
  { name: 'accepts versions', expect: 'compliant', resources: { D: versioned('Enabled') } },
  {
    name: 'accepts Object Lock, which switches versions on',
    expect: 'compliant',
    resources: { D: of('AWS::S3::Bucket', { ObjectLockEnabled: true }) },
  },
  {
    name: 'accepts a backup plan',
    expect: 'compliant',
    subject,
    resources: {
      D: of('AWS::S3::Bucket'),
      Plan: plan(35),
      S: selection({ Resources: [{ 'Fn::GetAtt': ['D', 'Arn'] }] }),
    },
  },
  { name: 'refuses a bucket without versions', expect: 'violation', resources: { D: of('AWS::S3::Bucket') } },
  {
    name: 'refuses versions that are suspended',
    expect: 'violation',
    resources: { D: versioned('Suspended') },
  },
  {
    name: 'leaves a bucket of logs to the rules for archives',
    expect: 'compliant',
    subject,
    resources: { D: of('AWS::S3::Bucket'), T: of('AWS::CloudTrail::Trail', { S3BucketName: { Ref: 'D' } }) },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...free, Resources: { D: versioned(p) } },
  },
]);

const member = of('AWS::RDS::DBInstance', { DBClusterIdentifier: { Ref: 'D' } });
const inZone = (zone: string) =>
  of('AWS::RDS::DBInstance', {
    DBClusterIdentifier: { Ref: 'D' },
    AvailabilityZone: `ap-northeast-1${zone}`,
  });
ruleCases(DatabaseIsRedundant, [
  {
    name: 'accepts two zones',
    expect: 'compliant',
    template: { ...important, Resources: { D: of('AWS::RDS::DBInstance', { MultiAZ: true }) } },
  },
  {
    name: 'reads absence as one zone',
    expect: 'violation',
    template: { ...important, Resources: { D: of('AWS::RDS::DBInstance') } },
  },
  {
    name: 'accepts a cluster of two',
    expect: 'compliant',
    subject,
    template: { ...important, Resources: { D: of('AWS::RDS::DBCluster'), A: member, B: member } },
  },
  {
    name: 'refuses a cluster of one',
    expect: 'violation',
    subject,
    template: { ...important, Resources: { D: of('AWS::RDS::DBCluster'), A: member } },
  },
  {
    name: 'refuses a cluster of two in one zone',
    expect: 'violation',
    subject,
    template: { ...important, Resources: { D: of('AWS::RDS::DBCluster'), A: inZone('a'), B: inZone('a') } },
  },
  {
    name: 'accepts a cluster of two in two zones',
    expect: 'compliant',
    subject,
    template: { ...important, Resources: { D: of('AWS::RDS::DBCluster'), A: inZone('a'), B: inZone('c') } },
  },
  {
    name: 'accepts a cluster in which the zone of one is written',
    expect: 'compliant',
    subject,
    template: { ...important, Resources: { D: of('AWS::RDS::DBCluster'), A: inZone('a'), B: member } },
  },
  {
    name: 'accepts a Multi-AZ cluster',
    expect: 'compliant',
    subject,
    template: {
      ...important,
      Resources: { D: of('AWS::RDS::DBCluster', { DBClusterInstanceClass: 'db.m6gd.large' }) },
    },
  },
  {
    name: 'leaves an instance to its cluster',
    expect: 'compliant',
    template: { ...important, Resources: { D: of('AWS::RDS::DBInstance', { DBClusterIdentifier: 'c' }) } },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...important, ...free, Resources: { D: of('AWS::RDS::DBInstance', { MultiAZ: p }) } },
  },
  {
    name: 'names the condition under which a second instance is missing',
    expect: 'violation',
    subject,
    template: {
      ...important,
      Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
      Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
      Resources: { D: of('AWS::RDS::DBCluster'), A: member, B: { ...member, Condition: 'Production' } },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'does not ask it of availability 1',
    expect: 'not-applicable',
    template: { ...unimportant, Resources: { D: of('AWS::RDS::DBInstance') } },
  },
]);
