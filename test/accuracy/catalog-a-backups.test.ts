import { type AccuracyCase, accuracyCases, att, ref, res, when } from './support';

const ALONE = { platformProvides: [] };
const IMPORTANT = [
  { Key: 'jichitai:integrity', Value: '2' },
  { Key: 'jichitai:availability', Value: '2' },
];
const ORDINARY = IMPORTANT.map(({ Key }) => ({ Key, Value: '1' }));
const ROLE = 'arn:aws:iam::111122223333:role/backup';
const VAULT = res('AWS::Backup::BackupVault', { BackupVaultName: 'hokan' });
const osaka = (vault = 'hokan') => `arn:aws:backup:ap-northeast-3:111122223333:backup-vault:${vault}`;
const rule = (RuleName: string, DeleteAfterDays: number, copies: readonly unknown[] = []) => ({
  RuleName,
  TargetBackupVault: ref('Vault'),
  ScheduleExpression: RuleName === 'monthly' ? 'cron(0 17 1 * ? *)' : 'cron(0 17 * * ? *)',
  Lifecycle: { DeleteAfterDays },
  ...(copies.length === 0
    ? {}
    : {
        CopyActions: copies.map((DestinationBackupVaultArn) => ({
          DestinationBackupVaultArn,
          Lifecycle: { DeleteAfterDays },
        })),
      }),
});
const plan = (...BackupPlanRule: readonly object[]) => ({
  Vault: VAULT,
  Plan: res('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanName: 'hokan', BackupPlanRule } }),
});
const selection = (BackupSelection: object) => ({
  ...plan(rule('daily', 35)),
  Selection: res('AWS::Backup::BackupSelection', {
    BackupPlanId: ref('Plan'),
    BackupSelection: { SelectionName: 'all', IamRoleArn: ROLE, ...BackupSelection },
  }),
});
const db = (properties: object) =>
  res('AWS::RDS::DBInstance', {
    Engine: 'postgres',
    EngineVersion: '16',
    DBInstanceClass: 'db.m6g.large',
    AllocatedStorage: '100',
    Tags: IMPORTANT,
    ...properties,
  });
const table = (properties: object = {}, tags: readonly object[] = IMPORTANT) =>
  res('AWS::DynamoDB::Table', {
    AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
    Tags: tags,
    ...properties,
  });
const backedUp = (
  name: string,
  expect: AccuracyCase['expect'],
  resources: Readonly<Record<string, unknown>>,
  more: Partial<AccuracyCase> = {},
): AccuracyCase => ({ name, clause: '7.1(2)①', expect, on: 'Store', profile: ALONE, resources, ...more });
const elsewhere = (
  name: string,
  expect: AccuracyCase['expect'],
  resources: Readonly<Record<string, unknown>>,
  more: Partial<AccuracyCase> = {},
): AccuracyCase => ({ name, clause: '3(2)⑥(ウ)', expect, on: 'Plan', resources, ...more });

const CASES: readonly AccuracyCase[] = [
  backedUp('a database keeps two weeks of backups', 'compliant', {
    Store: db({ BackupRetentionPeriod: 14 }),
  }),
  backedUp('a database that says nothing of backups, and keeps one day', 'violation', { Store: db({}) }),
  backedUp('a database with backups switched off', 'violation', { Store: db({ BackupRetentionPeriod: 0 }) }),
  backedUp('a member of Aurora, whose backups are the business of its cluster', 'compliant', {
    Cluster: res('AWS::RDS::DBCluster', {
      Engine: 'aurora-mysql',
      BackupRetentionPeriod: 14,
      Tags: IMPORTANT,
    }),
    Store: res('AWS::RDS::DBInstance', {
      Engine: 'aurora-mysql',
      DBClusterIdentifier: ref('Cluster'),
      DBInstanceClass: 'db.r6g.large',
      Tags: IMPORTANT,
    }),
  }),
  backedUp('DocumentDB without a retention, which is one day', 'violation', {
    Store: res('AWS::DocDB::DBCluster', {
      EngineVersion: '5.0.0',
      MasterUsername: 'fukushi',
      Tags: IMPORTANT,
    }),
  }),
  {
    name: 'Neptune whose retention is a free parameter',
    clause: '7.1(2)①',
    expect: 'undetermined',
    on: 'Store',
    profile: ALONE,
    template: {
      Parameters: { Days: { Type: 'Number', Default: 14 } },
      Resources: {
        Store: res('AWS::Neptune::DBCluster', { BackupRetentionPeriod: ref('Days'), Tags: IMPORTANT }),
      },
    },
  },
  backedUp('a table that can be restored to any point in time', 'compliant', {
    Store: table({ PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } }),
  }),
  backedUp('a table without recovery, which the plan selects by name', 'compliant', {
    Store: table(),
    ...selection({ Resources: [att('Store', 'Arn')] }),
  }),
  backedUp('a table without recovery, which the plan takes out of everything that it selects', 'violation', {
    Store: table(),
    ...selection({ Resources: ['*'], NotResources: [att('Store', 'Arn')] }),
  }),
  backedUp('a table without recovery, whose tag is not the one by which the plan selects', 'violation', {
    Store: table({}, [...IMPORTANT, { Key: 'backup', Value: 'weekly' }]),
    ...selection({
      ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' }],
    }),
  }),
  backedUp('a table that is neither important nor backed up', 'compliant', { Store: table({}, ORDINARY) }),
  backedUp('a file system with the backup policy of EFS', 'compliant', {
    Store: res('AWS::EFS::FileSystem', {
      Encrypted: true,
      BackupPolicy: { Status: 'ENABLED' },
      FileSystemTags: IMPORTANT,
    }),
  }),
  backedUp('FSx for Lustre without a word on backups, of which it makes none by default', 'violation', {
    Store: res('AWS::FSx::FileSystem', {
      FileSystemType: 'LUSTRE',
      StorageCapacity: 1200,
      SubnetIds: ['subnet-0a1'],
      LustreConfiguration: { DeploymentType: 'PERSISTENT_2', PerUnitStorageThroughput: 125 },
      Tags: IMPORTANT,
    }),
  }),
  backedUp('Redshift with automatic snapshots switched off', 'violation', {
    Store: res('AWS::Redshift::Cluster', {
      ClusterType: 'single-node',
      NodeType: 'ra3.large',
      DBName: 'tokei',
      MasterUsername: 'tokeiadm',
      ManageMasterPassword: true,
      AutomatedSnapshotRetentionPeriod: 0,
      Tags: IMPORTANT,
    }),
  }),
  elsewhere('backups of seven years are in one region only', 'violation', plan(rule('monthly', 2557))),
  elsewhere(
    'backups of seven years are copied to the other domestic region, whichever the stack is in',
    'compliant',
    {},
    {
      template: {
        Conditions: { InTokyo: { 'Fn::Equals': [ref('AWS::Region'), 'ap-northeast-1'] } },
        Resources: plan(
          rule('monthly', 2557, [when('InTokyo', osaka(), osaka().replace('northeast-3', 'northeast-1'))]),
        ),
      },
    },
  ),
  elsewhere('backups of seven years are copied to a second vault beside the first', 'violation', {
    ...plan(rule('monthly', 2557, [att('Second', 'BackupVaultArn')])),
    Second: res('AWS::Backup::BackupVault', { BackupVaultName: 'hokan-2' }),
  }),
  elsewhere(
    'the vault for copies is a parameter',
    'undetermined',
    {},
    {
      template: {
        Parameters: { CopyVault: { Type: 'String' } },
        Resources: plan(rule('monthly', 2557, [ref('CopyVault')])),
      },
    },
  ),
];

accuracyCases('backups', CASES);
