import { made, ref, resource } from '../helpers';

const LOG_GROUP = 'arn:aws:logs:ap-northeast-1:111122223333:log-group:/city/audit';

test('parameters are a map, and roles of a cluster are listed with it', () => {
  const cluster = resource('aws:rds/cluster:Cluster', 'Db', { engine: 'aurora-postgresql' });
  const all = made([
    cluster,
    resource('aws:rds/clusterRoleAssociation:ClusterRoleAssociation', 'Role', {
      dbClusterIdentifier: ref(cluster),
      featureName: 's3Import',
      roleArn: 'arn:aws:iam::111122223333:role/import',
    }),
    resource('aws:rds/clusterParameterGroup:ClusterParameterGroup', 'Group', {
      family: 'aurora-postgresql16',
      parameters: [{ name: 'rds.force_ssl', value: '1', applyMethod: 'pending-reboot' }],
    }),
  ]);
  expect(all['Db']).toMatchObject({
    DeletionPolicy: 'Snapshot',
    Properties: {
      AssociatedRoles: [{ RoleArn: 'arn:aws:iam::111122223333:role/import', FeatureName: 's3Import' }],
    },
  });
  expect(all['Group']?.Properties).toMatchObject({ Parameters: { 'rds.force_ssl': '1' } });
  expect(all['Role']).toBeUndefined();
});

test('a database without a final snapshot is deleted with its stack, and has no backups by default', () => {
  const { Db } = made([
    resource('aws:rds/instance:Instance', 'Db', { engine: 'mysql', skipFinalSnapshot: true }),
  ]);
  expect(Db).toMatchObject({
    DeletionPolicy: 'Delete',
    Properties: { BackupRetentionPeriod: 0, PubliclyAccessible: false },
  });
});

test('a table with replicas is a global table, one of whose replicas is its own', () => {
  const { Table } = made([
    resource('aws:dynamodb/table:Table', 'Table', {
      hashKey: 'id',
      deletionProtectionEnabled: true,
      pointInTimeRecovery: { enabled: true },
      replicas: [{ regionName: 'ap-northeast-3', pointInTimeRecovery: true }],
    }),
  ]);
  const restorable = { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } };
  expect(Table?.Type).toBe('AWS::DynamoDB::GlobalTable');
  expect(Table?.Properties).toMatchObject({
    Replicas: [
      { Region: { Ref: 'AWS::Region' }, DeletionProtectionEnabled: true, ...restorable },
      { Region: 'ap-northeast-3', ...restorable },
    ],
  });
});

test('lock and policy of a vault are properties of it', () => {
  const vault = resource('aws:backup/vault:Vault', 'Vault', { name: 'city' });
  const { Vault } = made([
    vault,
    resource('aws:backup/vaultLockConfiguration:VaultLockConfiguration', 'Lock', {
      backupVaultName: ref(vault, 'name'),
      minRetentionDays: 30,
      changeableForDays: 3,
    }),
    resource('aws:backup/vaultPolicy:VaultPolicy', 'Policy', {
      backupVaultName: ref(vault, 'name'),
      policy: JSON.stringify({ Version: '2012-10-17', Statement: [] }),
    }),
  ]);
  expect(Vault?.Properties).toEqual({
    BackupVaultName: 'city',
    LockConfiguration: { MinRetentionDays: 30, ChangeableForDays: 3 },
    AccessPolicy: { Version: '2012-10-17', Statement: [] },
  });
});

test('logs of a domain stand by their type and are on unless they are switched off', () => {
  const { Domain } = made([
    resource('aws:opensearch/domain:Domain', 'Domain', {
      encryptAtRest: { enabled: true },
      logPublishingOptions: [
        { logType: 'AUDIT_LOGS', cloudwatchLogGroupArn: LOG_GROUP },
        { logType: 'ES_APPLICATION_LOGS', cloudwatchLogGroupArn: LOG_GROUP, enabled: false },
      ],
    }),
  ]);
  expect(Domain?.Properties).toEqual({
    EncryptionAtRestOptions: { Enabled: true },
    LogPublishingOptions: {
      AUDIT_LOGS: { CloudWatchLogsLogGroupArn: LOG_GROUP, Enabled: true },
      ES_APPLICATION_LOGS: { CloudWatchLogsLogGroupArn: LOG_GROUP, Enabled: false },
    },
  });
});

test('a warehouse is encrypted and apart from the Internet unless the program says otherwise', () => {
  const all = made([
    resource('aws:redshift/cluster:Cluster', 'Said', { encrypted: 'false', publiclyAccessible: true }),
    resource('aws:redshift/cluster:Cluster', 'Silent', { nodeType: 'ra3.large' }),
  ]);
  expect(all['Said']?.Properties).toMatchObject({ Encrypted: 'false', PubliclyAccessible: true });
  expect(all['Silent']?.Properties).toMatchObject({ Encrypted: true, PubliclyAccessible: false });
});
