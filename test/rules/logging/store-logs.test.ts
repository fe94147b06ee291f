import { DatabaseConnectionsLogged } from '../../../lib/rules/logging/DatabaseConnectionsLogged';
import { DatabaseLogGroupIsMade } from '../../../lib/rules/logging/DatabaseLogGroupIsMade';
import { DatabaseStatementsAudited } from '../../../lib/rules/logging/DatabaseStatementsAudited';
import { DocumentDbAuditLogs } from '../../../lib/rules/logging/DocumentDbAuditLogs';
import { DynamoDbAccessRecorded } from '../../../lib/rules/logging/DynamoDbAccessRecorded';
import { ElastiCacheLogs } from '../../../lib/rules/logging/ElastiCacheLogs';
import { EventDataStoreKeepsEvents } from '../../../lib/rules/logging/EventDataStoreKeepsEvents';
import { EventDataStoreProtected } from '../../../lib/rules/logging/EventDataStoreProtected';
import { FsxAuditLogs } from '../../../lib/rules/logging/FsxAuditLogs';
import { NeptuneAuditLogs } from '../../../lib/rules/logging/NeptuneAuditLogs';
import { RedshiftAuditLogs } from '../../../lib/rules/logging/RedshiftAuditLogs';
import { RedshiftUserActivityLogged } from '../../../lib/rules/logging/RedshiftUserActivityLogged';
import { either, OPEN, propertyCases } from '../../helpers/property-cases';
import { ruleCases } from '../../helpers/rule-cases';

const p = { Ref: 'P' };

const toCloudWatch = (LogExports: unknown) => ({
  LoggingProperties: { LogDestinationType: 'cloudwatch', LogExports },
});
propertyCases(RedshiftAuditLogs, {
  type: 'AWS::Redshift::Cluster',
  good: [
    { LoggingProperties: { BucketName: 'logs' } },
    { LoggingProperties: { LogDestinationType: 's3', BucketName: 'logs' } },
    toCloudWatch(['connectionlog', 'userlog', 'useractivitylog']),
  ],
  bad: [{ ClusterType: 'single-node' }, toCloudWatch(['userlog'])],
  open: [{ LoggingProperties: p }, toCloudWatch(p)],
  either: { LoggingProperties: either({ BucketName: 'logs' }, { Ref: 'AWS::NoValue' }) },
  property: 'LoggingProperties',
  more: [
    {
      name: 'accepts a serverless namespace that exports both',
      expect: 'compliant',
      resources: {
        N: {
          Type: 'AWS::RedshiftServerless::Namespace',
          Properties: { LogExports: ['userlog', 'connectionlog'] },
        },
      },
    },
    {
      name: 'refuses a serverless namespace that exports one',
      expect: 'violation',
      resources: {
        N: { Type: 'AWS::RedshiftServerless::Namespace', Properties: { LogExports: ['userlog'] } },
      },
      message: /without connectionlog/,
    },
  ],
});

const cluster = (name?: unknown) => ({
  Type: 'AWS::Redshift::Cluster',
  Properties: name === undefined ? {} : { ClusterParameterGroupName: name },
});
const group = (ParameterValue: unknown) => ({
  Type: 'AWS::Redshift::ClusterParameterGroup',
  Properties: {
    ParameterGroupFamily: 'redshift-2.0',
    Parameters: [{ ParameterName: 'enable_user_activity_logging', ParameterValue }],
  },
});
ruleCases(RedshiftUserActivityLogged, [
  {
    name: 'accepts a group that logs queries',
    expect: 'compliant',
    example: true,
    resources: { Cluster: cluster({ Ref: 'Group' }), Group: group('true') },
  },
  {
    name: 'refuses the default group',
    expect: 'violation',
    example: true,
    resources: { Cluster: cluster() },
  },
  {
    name: 'refuses a group that does not',
    expect: 'violation',
    resources: { Cluster: cluster({ Ref: 'Group' }), Group: group('false') },
  },
  {
    name: 'cannot tell a group from elsewhere',
    expect: 'undetermined',
    template: { ...OPEN, Resources: { Cluster: cluster(p) } },
  },
  {
    name: 'is not asked of what is neither confidential nor in the my-number zone',
    expect: 'not-applicable',
    zone: 'internet',
    template: { Metadata: { Jichitai: { Confidentiality: 1 } }, Resources: { Cluster: cluster() } },
  },
]);

propertyCases(ElastiCacheLogs, {
  type: 'AWS::ElastiCache::ReplicationGroup',
  good: [{ LogDeliveryConfigurations: [{ LogType: 'engine-log', DestinationType: 'cloudwatch-logs' }] }],
  bad: [{ ReplicationGroupDescription: 'cache' }, { LogDeliveryConfigurations: [] }],
  open: [{ LogDeliveryConfigurations: p }],
  either: { LogDeliveryConfigurations: either([{ LogType: 'slow-log' }], []) },
  property: 'LogDeliveryConfigurations',
  more: [
    {
      name: 'does not ask it of Memcached',
      expect: 'compliant',
      resources: { C: { Type: 'AWS::ElastiCache::CacheCluster', Properties: { Engine: 'memcached' } } },
    },
    {
      name: 'asks it of a single node of Redis',
      expect: 'violation',
      resources: { C: { Type: 'AWS::ElastiCache::CacheCluster', Properties: { Engine: 'redis' } } },
    },
  ],
});

const audited = (type: string, groupType: string, parameters: unknown, more: object = {}) => ({
  Cluster: {
    Type: type,
    Properties: {
      DBClusterParameterGroupName: { Ref: 'Group' },
      EnableCloudwatchLogsExports: ['audit'],
      ...more,
    },
  },
  Group: { Type: groupType, Properties: { Parameters: parameters } },
});
const DOCDB = ['AWS::DocDB::DBCluster', 'AWS::DocDB::DBClusterParameterGroup'] as const;
ruleCases(DocumentDbAuditLogs, [
  {
    name: 'accepts a group with the audit log on, and its export',
    expect: 'compliant',
    example: true,
    resources: audited(...DOCDB, { audit_logs: 'enabled' }),
  },
  {
    name: 'refuses the default group',
    expect: 'violation',
    example: true,
    resources: { Cluster: { Type: DOCDB[0], Properties: { EnableCloudwatchLogsExports: ['audit'] } } },
    property: 'DBClusterParameterGroupName',
  },
  {
    name: 'refuses a group that says nothing of it',
    expect: 'violation',
    resources: audited(...DOCDB, { tls: 'enabled' }),
  },
  {
    name: 'refuses an audit log that is not exported',
    expect: 'violation',
    resources: audited(...DOCDB, { audit_logs: 'all' }, { EnableCloudwatchLogsExports: ['profiler'] }),
    property: 'EnableCloudwatchLogsExports',
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...OPEN, Resources: audited(...DOCDB, { audit_logs: p }) },
  },
]);

const NEPTUNE = ['AWS::Neptune::DBCluster', 'AWS::Neptune::DBClusterParameterGroup'] as const;
ruleCases(NeptuneAuditLogs, [
  {
    name: 'accepts a group with the audit log on, and its export',
    expect: 'compliant',
    example: true,
    resources: audited(...NEPTUNE, { neptune_enable_audit_log: '1' }),
  },
  {
    name: 'refuses the default group',
    expect: 'violation',
    example: true,
    resources: { Cluster: { Type: NEPTUNE[0], Properties: { EnableCloudwatchLogsExports: ['audit'] } } },
  },
  {
    name: 'refuses a group with the audit log off',
    expect: 'violation',
    resources: audited(...NEPTUNE, { neptune_enable_audit_log: 0 }),
  },
  {
    name: 'finds a group by its name',
    expect: 'compliant',
    resources: {
      Cluster: {
        Type: NEPTUNE[0],
        Properties: { DBClusterParameterGroupName: 'audited', EnableCloudwatchLogsExports: ['audit'] },
      },
      Group: {
        Type: NEPTUNE[1],
        Properties: { Name: 'audited', Parameters: { neptune_enable_audit_log: 1 } },
      },
    },
  },
  {
    name: 'cannot tell a parameter',
    expect: 'undetermined',
    template: { ...OPEN, Resources: audited(...NEPTUNE, { neptune_enable_audit_log: p }) },
  },
]);

const windows = (AuditLogConfiguration?: unknown) => ({
  FileSystemType: 'WINDOWS',
  WindowsConfiguration: AuditLogConfiguration === undefined ? {} : { AuditLogConfiguration },
});
propertyCases(FsxAuditLogs, {
  type: 'AWS::FSx::FileSystem',
  good: [
    windows({ FileAccessAuditLogLevel: 'SUCCESS_AND_FAILURE', FileShareAccessAuditLogLevel: 'DISABLED' }),
    { FileSystemType: 'LUSTRE' },
  ],
  bad: [windows(), windows({ FileAccessAuditLogLevel: 'DISABLED' })],
  open: [windows({ FileAccessAuditLogLevel: p }), { FileSystemType: p }],
  either: windows({ FileAccessAuditLogLevel: either('FAILURE_ONLY', 'DISABLED') }),
});

propertyCases(EventDataStoreKeepsEvents, {
  type: 'AWS::CloudTrail::EventDataStore',
  good: [{ RetentionPeriod: 400 }, { Name: 'events' }],
  bad: [{ RetentionPeriod: 90 }, { IngestionEnabled: false }],
  open: [{ RetentionPeriod: p }],
  either: { RetentionPeriod: either(2557, 30) },
  property: 'RetentionPeriod',
});

propertyCases(EventDataStoreProtected, {
  type: 'AWS::CloudTrail::EventDataStore',
  good: [{ TerminationProtectionEnabled: true }, { Name: 'events' }],
  bad: [{ TerminationProtectionEnabled: false }],
  open: [{ TerminationProtectionEnabled: p }],
  either: { TerminationProtectionEnabled: either(true, false) },
});

const table = { Type: 'AWS::DynamoDB::Table', Properties: {} };
const trail = (properties: object) => ({
  Type: 'AWS::CloudTrail::Trail',
  Properties: { IsLogging: true, ...properties },
});
const selector = (...more: object[]) => ({
  AdvancedEventSelectors: [
    {
      FieldSelectors: [
        { Field: 'eventCategory', Equals: ['Data'] },
        { Field: 'resources.type', Equals: ['AWS::DynamoDB::Table'] },
        ...more,
      ],
    },
  ],
});
const values = (...Values: unknown[]) => ({
  EventSelectors: [{ DataResources: [{ Type: 'AWS::DynamoDB::Table', Values }] }],
});
ruleCases(DynamoDbAccessRecorded, [
  {
    name: 'accepts advanced selectors of all tables',
    expect: 'compliant',
    example: true,
    resources: { Table: table, Trail: trail(selector()) },
  },
  {
    name: 'refuses a table that nothing records',
    expect: 'violation',
    example: true,
    resources: { Table: table },
  },
  {
    name: 'refuses a trail of management events',
    expect: 'violation',
    resources: { Table: table, Trail: trail({}) },
  },
  {
    name: 'accepts basic selectors of all tables',
    expect: 'compliant',
    resources: { Table: table, Trail: trail(values('arn:aws:dynamodb')) },
  },
  {
    name: 'accepts basic selectors of this table',
    expect: 'compliant',
    resources: { Table: table, Trail: trail(values({ 'Fn::GetAtt': ['Table', 'Arn'] })) },
  },
  {
    name: 'does not count those of another table',
    expect: 'violation',
    resources: { Table: table, Trail: trail(values('arn:aws:dynamodb:ap-northeast-1:1:table/other')) },
  },
  {
    name: 'does not count a trail that is switched off',
    expect: 'violation',
    resources: { Table: table, Trail: trail({ ...selector(), IsLogging: false }) },
  },
  {
    name: 'accepts an event data store',
    expect: 'compliant',
    resources: { Table: table, Store: { Type: 'AWS::CloudTrail::EventDataStore', Properties: selector() } },
  },
  {
    name: 'cannot tell selectors that narrow what is recorded',
    expect: 'undetermined',
    resources: { Table: table, Trail: trail(selector({ Field: 'readOnly', Equals: ['true'] })) },
  },
]);

const database = (properties: object) => ({ Type: 'AWS::RDS::DBInstance', Properties: properties });
const postgres = (Parameters?: object) => ({
  Database: database({ Engine: 'postgres', DBParameterGroupName: { Ref: 'Group' } }),
  Group: { Type: 'AWS::RDS::DBParameterGroup', Properties: { Family: 'postgres17', Parameters } },
});
const mysql = (OptionName: unknown, more: object = {}) => ({
  Database: database({ Engine: 'mysql', OptionGroupName: { Ref: 'Options' } }),
  Options: { Type: 'AWS::RDS::OptionGroup', Properties: { OptionConfigurations: [{ OptionName, ...more }] } },
});
const events = (Value: unknown) => ({ OptionSettings: [{ Name: 'SERVER_AUDIT_EVENTS', Value }] });
const AUDITED = { server_audit_logging: '1', server_audit_events: 'CONNECT,QUERY_DDL' };
const aurora = (Parameters: object, more: object = {}) => ({
  Database: {
    Type: 'AWS::RDS::DBCluster',
    Properties: { Engine: 'aurora-mysql', DBClusterParameterGroupName: { Ref: 'Group' }, ...more },
  },
  Group: { Type: 'AWS::RDS::DBClusterParameterGroup', Properties: { Family: 'aurora-mysql8.0', Parameters } },
});
ruleCases(DatabaseStatementsAudited, [
  {
    name: 'accepts pgaudit',
    expect: 'compliant',
    example: true,
    resources: postgres({ 'pgaudit.log': 'all', shared_preload_libraries: 'pgaudit' }),
  },
  { name: 'accepts log_statement', expect: 'compliant', resources: postgres({ log_statement: 'ddl' }) },
  { name: 'refuses a group without either', expect: 'violation', example: true, resources: postgres({}) },
  {
    name: 'refuses the default group',
    expect: 'violation',
    resources: { Database: database({ Engine: 'postgres' }) },
  },
  {
    name: 'cannot tell a group from elsewhere',
    expect: 'undetermined',
    template: { ...OPEN, Resources: { Database: database({ Engine: 'postgres', DBParameterGroupName: p }) } },
  },
  {
    name: 'accepts the audit of Aurora MySQL',
    expect: 'compliant',
    resources: aurora(AUDITED, { EnableCloudwatchLogsExports: ['audit'] }),
  },
  {
    name: 'knows that Aurora MySQL audits nothing unless it is told what',
    expect: 'violation',
    resources: aurora({ server_audit_logging: '1' }),
  },
  {
    name: 'refuses an audit of connections only',
    expect: 'violation',
    resources: aurora({ ...AUDITED, server_audit_events: 'CONNECT' }),
  },
  {
    name: 'refuses an audit log that stays behind when others are exported',
    expect: 'violation',
    resources: aurora(AUDITED, { EnableCloudwatchLogsExports: ['error'] }),
  },
  {
    name: 'leaves it to another rule that nothing is exported',
    expect: 'compliant',
    resources: aurora(AUDITED),
  },
  {
    name: 'refuses Aurora MySQL without it',
    expect: 'violation',
    resources: aurora({ slow_query_log: '1' }),
  },
  { name: 'accepts the plugin of MySQL', expect: 'compliant', resources: mysql('MARIADB_AUDIT_PLUGIN') },
  { name: 'refuses MySQL without it', expect: 'violation', resources: mysql('MEMCACHED') },
  {
    name: 'refuses a plugin that records connections only',
    expect: 'violation',
    resources: mysql('MARIADB_AUDIT_PLUGIN', events('CONNECT')),
  },
  {
    name: 'reads what the plugin records',
    expect: 'compliant',
    resources: mysql('MARIADB_AUDIT_PLUGIN', events('CONNECT,QUERY_DDL')),
  },
  {
    name: 'refuses MySQL without an option group',
    expect: 'violation',
    resources: { Database: database({ Engine: 'mysql' }) },
  },
  {
    name: 'cannot tell an option group from elsewhere',
    expect: 'undetermined',
    template: { ...OPEN, Resources: { Database: database({ Engine: 'mariadb', OptionGroupName: p }) } },
  },
  {
    name: 'leaves other engines to be shown',
    expect: 'evidence',
    resources: { Database: database({ Engine: 'oracle-se2' }) },
  },
  {
    name: 'does not ask it of a member of a cluster',
    expect: 'compliant',
    resources: { Database: database({ Engine: 'aurora-postgresql', DBClusterIdentifier: 'c' }) },
  },
]);

const both = { log_connections: '1', log_disconnections: '1' };
ruleCases(DatabaseConnectionsLogged, [
  {
    name: 'accepts PostgreSQL that logs both ends of a session',
    expect: 'compliant',
    example: true,
    resources: postgres(both),
  },
  {
    name: 'accepts the list of PostgreSQL 18',
    expect: 'compliant',
    resources: postgres({ ...both, log_connections: 'receipt,authentication' }),
  },
  { name: 'refuses PostgreSQL that does not', expect: 'violation', example: true, resources: postgres({}) },
  {
    name: 'refuses PostgreSQL that logs the beginning only',
    expect: 'violation',
    resources: postgres({ log_connections: '1' }),
  },
  {
    name: 'refuses what is switched off',
    expect: 'violation',
    resources: postgres({ ...both, log_connections: 0 }),
  },
  {
    name: 'refuses the default group',
    expect: 'violation',
    resources: { Database: database({ Engine: 'postgres' }) },
  },
  {
    name: 'cannot tell a value by parameter',
    expect: 'undetermined',
    template: { ...OPEN, Resources: postgres({ ...both, log_connections: p }) },
  },
  {
    name: 'names the condition under which it is off',
    expect: 'violation',
    message: /when Env is "test"/,
    template: { ...OPEN, Resources: postgres({ ...both, log_connections: either('1', '0') }) },
  },
  { name: 'accepts the audit of Aurora MySQL', expect: 'compliant', resources: aurora(AUDITED) },
  {
    name: 'refuses an audit without connections',
    expect: 'violation',
    resources: aurora({ ...AUDITED, server_audit_events: 'QUERY' }),
  },
  {
    name: 'accepts the general log, which holds everything',
    expect: 'compliant',
    resources: aurora({ general_log: 1 }),
  },
  {
    name: 'knows that the plugin records connections by default',
    expect: 'compliant',
    resources: mysql('MARIADB_AUDIT_PLUGIN'),
  },
  {
    name: 'refuses a plugin that records statements only',
    expect: 'violation',
    resources: mysql('MARIADB_AUDIT_PLUGIN', events('QUERY_DDL')),
  },
  {
    name: 'leaves other engines to be shown',
    expect: 'evidence',
    resources: { Database: database({ Engine: 'sqlserver-se' }) },
  },
  {
    name: 'does not ask it of a member of a cluster',
    expect: 'compliant',
    resources: { Database: database({ Engine: 'aurora-postgresql', DBClusterIdentifier: 'c' }) },
  },
]);

const exporting = (more: object = {}) => ({
  Type: 'AWS::RDS::DBCluster',
  Properties: {
    Engine: 'aurora-postgresql',
    DBClusterIdentifier: 'Juki',
    EnableCloudwatchLogsExports: ['postgresql'],
    ...more,
  },
});
const logGroup = (LogGroupName: unknown, more: object = {}) => ({
  Type: 'AWS::Logs::LogGroup',
  Properties: { LogGroupName },
  ...more,
});
ruleCases(
  DatabaseLogGroupIsMade,
  [
    {
      name: 'accepts a group of the name that RDS writes to',
      expect: 'compliant',
      example: true,
      resources: { Database: exporting(), Log: logGroup('/aws/rds/cluster/juki/postgresql') },
    },
    {
      name: 'reads a name that refers to the database',
      expect: 'compliant',
      resources: {
        Database: exporting({ DBClusterIdentifier: undefined }),
        Log: logGroup({ 'Fn::Sub': '/aws/rds/cluster/${Database}/postgresql' }),
      },
    },
    {
      name: 'asks for evidence where no template makes the group',
      expect: 'evidence',
      example: true,
      resources: { Database: exporting() },
    },
    {
      name: 'asks for evidence where the group is of another kind of log',
      expect: 'evidence',
      resources: { Database: exporting(), Log: logGroup('/aws/rds/cluster/juki/upgrade') },
    },
    {
      name: 'asks for evidence where the group is there under a condition only',
      expect: 'evidence',
      template: {
        ...OPEN,
        Resources: {
          Database: exporting(),
          Log: logGroup('/aws/rds/cluster/juki/postgresql', { Condition: 'Production' }),
        },
      },
    },
    {
      name: 'cannot tell which logs a parameter names',
      expect: 'undetermined',
      template: { ...OPEN, Resources: { Database: exporting({ EnableCloudwatchLogsExports: p }) } },
    },
    {
      name: 'leaves it to another rule that nothing is exported',
      expect: 'compliant',
      resources: { Database: exporting({ EnableCloudwatchLogsExports: [] }) },
    },
    {
      name: 'knows the place of an instance',
      expect: 'compliant',
      resources: {
        Database: database({
          Engine: 'mysql',
          DBInstanceIdentifier: 'zei',
          EnableCloudwatchLogsExports: ['audit'],
        }),
        Log: logGroup('/aws/rds/instance/zei/audit'),
      },
    },
  ],
  { violation: 'the group may be there already, made by hand or by another app' },
);
