import { BackupPlanExists } from '../../../lib/rules/continuity/BackupPlanExists';
import { BackupPlanIsRegular } from '../../../lib/rules/continuity/BackupPlanIsRegular';
import { BackupPlanSelectsStores } from '../../../lib/rules/continuity/BackupPlanSelectsStores';
import { BackupVaultGuardsBackups } from '../../../lib/rules/continuity/BackupVaultGuardsBackups';
import { CacheIsBackedUp } from '../../../lib/rules/continuity/CacheIsBackedUp';
import { DataStoreIsBackedUp } from '../../../lib/rules/continuity/DataStoreIsBackedUp';
import { ServerIsBackedUp } from '../../../lib/rules/continuity/ServerIsBackedUp';
import { VolumeIsBackedUp } from '../../../lib/rules/continuity/VolumeIsBackedUp';
import { ruleCases } from '../../helpers/rule-cases';
import { about, marked, matters, NONE, of, p, ref, when } from './pieces';

const rule = (more: object = {}) => ({
  RuleName: 'daily',
  TargetBackupVault: 'vault',
  ScheduleExpression: 'cron(0 17 * * ? *)',
  Lifecycle: { DeleteAfterDays: 35 },
  ...more,
});
const plan = (...rules: object[]) =>
  of('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: rules } });
const select = (selection: object, id: unknown = ref('P1')) =>
  of('AWS::Backup::BackupSelection', {
    BackupPlanId: id,
    BackupSelection: { SelectionName: 's', IamRoleArn: 'role', ...selection },
  });
const byTag = select({
  ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'yes' }],
});
const tagged = { Tags: [{ Key: 'backup', Value: 'yes' }] };
const policy = (ResourceTypes: string[], more: object = {}) =>
  of('AWS::DLM::LifecyclePolicy', {
    State: 'ENABLED',
    PolicyDetails: {
      ResourceTypes,
      TargetTags: [{ Key: 'backup', Value: 'yes' }],
      Schedules: [{ CreateRule: { Interval: 24 }, RetainRule: { Count: 7 } }],
    },
    ...more,
  });
const onX = { subject: 'X' };
const volume = (more: object = {}) => of('AWS::EC2::Volume', { Size: 100, ...more });
const server = (more: object = {}) => of('AWS::EC2::Instance', { ImageId: 'ami-1', ...more });

ruleCases(VolumeIsBackedUp, [
  {
    name: 'refuses a volume that nothing backs up',
    expect: 'violation',
    resources: { X: volume() },
    example: true,
  },
  {
    name: 'accepts one that a plan selects by its tag',
    expect: 'compliant',
    resources: { X: volume(tagged), P1: plan(rule()), S: byTag },
    ...onX,
    example: true,
  },
  about('accepts snapshots by a policy', 'compliant', { X: volume(tagged), D: policy(['VOLUME']) }, onX),
  about(
    'ignores a policy that is off',
    'violation',
    { X: volume(tagged), D: policy(['VOLUME'], { State: 'DISABLED' }) },
    onX,
  ),
  about('ignores a policy for other tags', 'violation', { X: volume(), D: policy(['VOLUME']) }, onX),
  about(
    'accepts a default policy',
    'compliant',
    { X: volume(), D: of('AWS::DLM::LifecyclePolicy', { DefaultPolicy: 'VOLUME', State: 'ENABLED' }) },
    onX,
  ),
  about(
    'accepts a backup of the server that it is attached to',
    'compliant',
    {
      X: volume(),
      I: server(tagged),
      A: of('AWS::EC2::VolumeAttachment', { VolumeId: ref('X'), InstanceId: ref('I') }),
      P1: plan(rule()),
      S: byTag,
    },
    onX,
  ),
  about(
    'refuses a plan that keeps too little',
    'violation',
    { X: volume(tagged), P1: plan(rule({ Lifecycle: { DeleteAfterDays: 3 } })), S: byTag },
    onX,
  ),
  about(
    'cannot tell a tag by parameter',
    'undetermined',
    { X: volume({ Tags: [{ Key: 'backup', Value: p }] }), P1: plan(rule()), S: byTag },
    onX,
  ),
  about(
    'sees a tag under a condition',
    'violation',
    { X: volume({ Tags: when(tagged.Tags, NONE) }), P1: plan(rule()), S: byTag },
    onX,
  ),
]);

ruleCases(ServerIsBackedUp, [
  about('refuses a server that nothing backs up', 'violation', { X: server() }, { example: true }),
  about(
    'accepts one in a plan',
    'compliant',
    { X: server(tagged), P1: plan(rule()), S: byTag },
    { ...onX, example: true },
  ),
  about(
    'accepts snapshots by a policy for servers',
    'compliant',
    { X: server(tagged), D: policy(['INSTANCE']) },
    onX,
  ),
  about('ignores a policy for volumes', 'violation', { X: server(tagged), D: policy(['VOLUME']) }, onX),
  about(
    'cannot tell what a parameter selects',
    'undetermined',
    { X: server(), P1: plan(rule()), S: select({ Resources: [p] }) },
    onX,
  ),
]);

ruleCases(CacheIsBackedUp, [
  about(
    'reads absence as no snapshots',
    'violation',
    { X: of('AWS::ElastiCache::ReplicationGroup') },
    { example: true, property: 'SnapshotRetentionLimit' },
  ),
  about(
    'accepts a week of snapshots',
    'compliant',
    { X: of('AWS::ElastiCache::ReplicationGroup', { SnapshotRetentionLimit: 7 }) },
    { example: true },
  ),
  about('refuses less', 'violation', {
    X: of('AWS::ElastiCache::ServerlessCache', { Engine: 'valkey', SnapshotRetentionLimit: 1 }),
  }),
  about('asks none of Memcached', 'compliant', {
    X: of('AWS::ElastiCache::ServerlessCache', { Engine: 'memcached' }),
  }),
  about('cannot tell by parameter', 'undetermined', {
    X: of('AWS::ElastiCache::ReplicationGroup', { SnapshotRetentionLimit: p }),
  }),
]);

ruleCases(DataStoreIsBackedUp, [
  about('asks snapshots of MemoryDB', 'violation', { X: of('AWS::MemoryDB::Cluster') }),
  about('accepts snapshots of MemoryDB', 'compliant', {
    X: of('AWS::MemoryDB::Cluster', { SnapshotRetentionLimit: 14 }),
  }),
  about('asks recovery of Keyspaces', 'violation', { X: of('AWS::Cassandra::Table') }),
  about('accepts recovery of Keyspaces', 'compliant', {
    X: of('AWS::Cassandra::Table', { PointInTimeRecoveryEnabled: true }),
  }),
  about('asks a week of an elastic cluster', 'violation', { X: of('AWS::DocDBElastic::Cluster') }),
  about('asks a plan for Redshift Serverless', 'violation', {
    X: of('AWS::RedshiftServerless::Namespace', { NamespaceName: 'n' }),
  }),
  about(
    'accepts a plan for Timestream',
    'compliant',
    { X: of('AWS::Timestream::Table', tagged), P1: plan(rule()), S: byTag },
    onX,
  ),
  about('cannot tell by parameter', 'undetermined', {
    X: of('AWS::MemoryDB::Cluster', { SnapshotRetentionLimit: p }),
  }),
]);

const APP_PROVIDES = { platformProvides: [] };
ruleCases(BackupPlanExists, [
  {
    name: 'accepts a plan',
    expect: 'compliant',
    template: matters({ X: of('AWS::DynamoDB::Table'), P1: plan(rule()) }),
    profile: APP_PROVIDES,
    example: true,
  },
  {
    name: 'misses a plan where the app must provide it',
    expect: 'violation',
    template: matters({ X: of('AWS::DynamoDB::Table') }),
    profile: APP_PROVIDES,
    property: 'AWS::Backup::BackupPlan',
    example: true,
  },
  about('asks for the plan of the platform', 'evidence', { X: of('AWS::DynamoDB::Table') }),
  {
    name: 'asks nothing where nothing matters',
    expect: 'compliant',
    template: marked({ Integrity: 1, Availability: 1 }, { X: of('AWS::DynamoDB::Table') }),
    profile: APP_PROVIDES,
  },
  {
    name: 'cannot tell a plan of which no rule is known',
    expect: 'undetermined',
    template: matters({
      X: of('AWS::DynamoDB::Table'),
      P1: of('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanRule: p } }),
    }),
    profile: APP_PROVIDES,
  },
]);

ruleCases(BackupPlanIsRegular, [
  { name: 'accepts a daily plan', expect: 'compliant', resources: { X: plan(rule()) }, example: true },
  {
    name: 'refuses backups that are gone in days',
    expect: 'violation',
    resources: { X: plan(rule({ Lifecycle: { DeleteAfterDays: 3 } })) },
    example: true,
    property: /DeleteAfterDays$/,
  },
  about(
    'refuses monthly backups that are gone before the next one',
    'violation',
    { X: plan(rule({ ScheduleExpression: 'cron(0 17 1 * ? *)', Lifecycle: { DeleteAfterDays: 14 } })) },
    { property: /DeleteAfterDays$/ },
  ),
  about('accepts a weekly plan', 'compliant', {
    X: plan(rule({ ScheduleExpression: 'cron(0 17 ? * SUN *)' })),
  }),
  about('accepts monthly backups that overlap', 'compliant', {
    X: plan(rule({ ScheduleExpression: 'cron(0 17 1 * ? *)' })),
  }),
  about('reads the first Sunday of a month as monthly', 'violation', {
    X: plan(rule({ ScheduleExpression: 'cron(0 17 ? * SUN#1 *)', Lifecycle: { DeleteAfterDays: 14 } })),
  }),
  about(
    'refuses some months',
    'violation',
    { X: plan(rule({ ScheduleExpression: 'cron(0 17 ? 4,10 * *)' })) },
    { property: /ScheduleExpression$/ },
  ),
  about('reads absence as daily and for ever', 'compliant', {
    X: plan(rule({ ScheduleExpression: NONE, Lifecycle: NONE })),
  }),
  about('is content with one such rule', 'compliant', {
    X: plan(rule({ ScheduleExpression: 'cron(0 17 1 4 ? *)' }), rule()),
  }),
  about('accepts a rate', 'compliant', { X: plan(rule({ ScheduleExpression: 'rate(12 hours)' })) }),
  about('cannot tell by parameter', 'undetermined', { X: plan(rule({ Lifecycle: { DeleteAfterDays: p } })) }),
]);

ruleCases(BackupPlanSelectsStores, [
  {
    name: 'accepts a plan with a selection',
    expect: 'compliant',
    resources: { P1: plan(rule()), S: byTag },
    subject: 'P1',
    example: true,
  },
  {
    name: 'refuses a plan without',
    expect: 'violation',
    resources: { P1: plan(rule()) },
    example: true,
    property: 'AWS::Backup::BackupSelection',
  },
  about('cannot tell a selection for an unknown plan', 'undetermined', {
    P1: plan(rule()),
    S: select({}, p),
  }),
  about('sees a selection under a condition', 'violation', {
    P1: plan(rule()),
    S: { ...byTag, Condition: 'C' },
  }),
]);

const vault = (more: object = {}) => of('AWS::Backup::BackupVault', { BackupVaultName: 'vault', ...more });
const denial = (more: object = {}) => ({
  AccessPolicy: {
    Statement: [
      { Effect: 'Deny', Principal: '*', Action: ['backup:DeleteRecoveryPoint'], Resource: '*', ...more },
    ],
  },
});

ruleCases(BackupVaultGuardsBackups, [
  {
    name: 'refuses a vault that anybody with rights can empty',
    expect: 'violation',
    resources: { X: vault() },
    example: true,
    property: 'AccessPolicy',
  },
  {
    name: 'accepts a denial to everybody',
    expect: 'compliant',
    resources: { X: vault(denial()) },
    example: true,
  },
  about('accepts a lock', 'compliant', { X: vault({ LockConfiguration: { MinRetentionDays: 35 } }) }),
  about('refuses a lock that takes backups of a day', 'violation', {
    X: vault({ LockConfiguration: { MinRetentionDays: 1 } }),
  }),
  about(
    'measures a lock by the profile',
    'compliant',
    { X: vault({ LockConfiguration: { MinRetentionDays: 1 } }) },
    {
      profile: { minimumBackupRetentionDays: 1 },
    },
  ),
  about('accepts a wildcard', 'compliant', { X: vault(denial({ Action: 'backup:*' })) }),
  about('refuses a denial to some', 'violation', {
    X: vault(denial({ Principal: { AWS: 'arn:aws:iam::111122223333:role/vendor' } })),
  }),
  about('refuses a denial of something else', 'violation', {
    X: vault(denial({ Action: 'backup:StartCopyJob' })),
  }),
  about('refuses a denial under a condition', 'violation', {
    X: vault(denial({ Condition: { StringNotEquals: { 'aws:PrincipalTag/a': 'b' } } })),
  }),
  about('cannot tell by parameter', 'undetermined', { X: vault({ AccessPolicy: p }) }),
]);
