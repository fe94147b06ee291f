import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, when } from './support';

const clause = '7.1(6)①';
const LOGS = res('AWS::Logs::LogGroup', { RetentionInDays: 731 });
const bool = (allowed?: readonly string[]) => ({
  Type: 'String',
  Default: 'true',
  ...(allowed === undefined ? {} : { AllowedValues: allowed }),
});

const redshift = (properties: object) =>
  res('AWS::Redshift::Cluster', {
    ClusterType: 'multi-node',
    NumberOfNodes: 2,
    NodeType: 'ra3.xlplus',
    DBName: 'statistics',
    MasterUsername: 'juminadm',
    ManageMasterPassword: true,
    ClusterParameterGroupName: ref('Parameters'),
    ...properties,
  });
const redshiftParameters = res('AWS::Redshift::ClusterParameterGroup', {
  Description: 'audit of user activity',
  ParameterGroupFamily: 'redshift-1.0',
  Parameters: [
    { ParameterName: 'enable_user_activity_logging', ParameterValue: 'true' },
    { ParameterName: 'require_ssl', ParameterValue: 'true' },
  ],
});
const msk = (properties: object) =>
  res('AWS::MSK::Cluster', {
    ClusterName: 'renkei',
    KafkaVersion: '3.6.0',
    NumberOfBrokerNodes: 2,
    BrokerNodeGroupInfo: { InstanceType: 'kafka.m5.large', ClientSubnets: ['subnet-0a1', 'subnet-0b2'] },
    ...properties,
  });
const mq = (EngineType: string, properties: object) =>
  res('AWS::AmazonMQ::Broker', {
    BrokerName: 'renkei',
    EngineType,
    EngineVersion: EngineType === 'RABBITMQ' ? '3.13' : '5.18',
    DeploymentMode: EngineType === 'RABBITMQ' ? 'CLUSTER_MULTI_AZ' : 'ACTIVE_STANDBY_MULTI_AZ',
    HostInstanceType: 'mq.m5.large',
    AutoMinorVersionUpgrade: true,
    PubliclyAccessible: false,
    ...properties,
  });
const docdb = (properties: object) =>
  res('AWS::DocDB::DBCluster', {
    EngineVersion: '5.0.0',
    MasterUsername: 'fukushiadm',
    ManageMasterUserPassword: true,
    StorageEncrypted: true,
    ...properties,
  });
const docdbParameters = (audit_logs: string) =>
  res('AWS::DocDB::DBClusterParameterGroup', {
    Family: 'docdb5.0',
    Description: 'audit',
    Parameters: { audit_logs, tls: 'enabled', profiler: 'enabled' },
  });
const cache = (properties: object) =>
  res('AWS::ElastiCache::ReplicationGroup', {
    ReplicationGroupDescription: 'sessions',
    Engine: 'redis',
    EngineVersion: '7.1',
    CacheNodeType: 'cache.t4g.small',
    NumCacheClusters: 2,
    AutomaticFailoverEnabled: true,
    ...properties,
  });
const delivery = (LogType: string) => ({
  DestinationType: 'cloudwatch-logs',
  DestinationDetails: { CloudWatchLogsDetails: { LogGroup: ref('Logs') } },
  LogFormat: 'json',
  LogType,
});
const search = (LogPublishingOptions?: object) =>
  res('AWS::OpenSearchService::Domain', {
    EngineVersion: 'OpenSearch_2.19',
    AdvancedSecurityOptions: { Enabled: true, InternalUserDatabaseEnabled: false },
    ...(LogPublishingOptions === undefined ? {} : { LogPublishingOptions }),
  });
const published = (Enabled: unknown) => ({ CloudWatchLogsLogGroupArn: att('Logs', 'Arn'), Enabled });

const CASES: readonly AccuracyCase[] = [
  {
    name: 'Redshift sends connection, user and activity logs to CloudWatch, and its parameters switch activity on',
    clause,
    expect: 'compliant',
    on: 'Warehouse',
    resources: {
      Parameters: redshiftParameters,
      Warehouse: redshift({
        LoggingProperties: {
          LogDestinationType: 'cloudwatch',
          LogExports: ['connectionlog', 'userlog', 'useractivitylog'],
        },
      }),
    },
  },
  {
    name: 'Redshift without LoggingProperties: audit logging is off by default',
    clause,
    expect: 'violation',
    on: 'Warehouse',
    resources: { Parameters: redshiftParameters, Warehouse: redshift({}) },
  },
  {
    name: 'Redshift logs only where a switch is turned on, which may as well stay off',
    clause,
    expect: 'violation',
    on: 'Warehouse',
    template: {
      Parameters: { Audit: bool(['true', 'false']) },
      Conditions: { AuditOn: { 'Fn::Equals': [ref('Audit'), 'true'] } },
      Resources: {
        Parameters: redshiftParameters,
        Warehouse: redshift({
          LoggingProperties: when('AuditOn', { BucketName: 'miyazaki-audit', S3KeyPrefix: 'dwh/' }, NO_VALUE),
        }),
      },
    },
  },
  {
    name: 'a namespace of Redshift Serverless that exports none of its logs',
    clause,
    expect: 'violation',
    on: 'Namespace',
    resources: {
      Namespace: res('AWS::RedshiftServerless::Namespace', {
        NamespaceName: 'statistics',
        AdminUsername: 'juminadm',
        ManageAdminPassword: true,
      }),
    },
  },
  {
    name: 'brokers of MSK log to S3 alone, which is one of three destinations',
    clause,
    expect: 'compliant',
    on: 'Stream',
    resources: {
      Stream: msk({ LoggingInfo: { BrokerLogs: { S3: { Enabled: true, Bucket: 'miyazaki-log-archive' } } } }),
    },
  },
  {
    name: 'MSK names a log group and leaves the delivery to it disabled',
    clause,
    expect: 'violation',
    on: 'Stream',
    resources: {
      Logs: LOGS,
      Stream: msk({
        LoggingInfo: {
          BrokerLogs: {
            CloudWatchLogs: { Enabled: false, LogGroup: ref('Logs') },
            Firehose: { Enabled: false },
            S3: { Enabled: false },
          },
        },
      }),
    },
  },
  {
    name: 'MSK whose delivery is switched by a free parameter',
    clause,
    expect: 'undetermined',
    on: 'Stream',
    template: {
      Parameters: { BrokerLogs: bool() },
      Resources: {
        Logs: LOGS,
        Stream: msk({
          LoggingInfo: {
            BrokerLogs: { CloudWatchLogs: { Enabled: ref('BrokerLogs'), LogGroup: ref('Logs') } },
          },
        }),
      },
    },
  },
  {
    name: 'RabbitMQ with its general log: this engine has no audit log that could be switched on',
    clause,
    expect: 'compliant',
    on: 'Broker',
    resources: { Broker: mq('RABBITMQ', { Logs: { General: true } }) },
  },
  {
    name: 'ActiveMQ with the general log only: who managed the broker is not recorded',
    clause,
    expect: 'violation',
    on: 'Broker',
    resources: { Broker: mq('ACTIVEMQ', { Logs: { General: true } }) },
  },
  {
    name: 'DocumentDB exports the audit log, and its parameter group produces one',
    clause: '8.1⑤',
    expect: 'compliant',
    on: 'Cluster',
    resources: {
      Parameters: docdbParameters('enabled'),
      Cluster: docdb({
        DBClusterParameterGroupName: ref('Parameters'),
        EnableCloudwatchLogsExports: ['audit', 'profiler'],
      }),
    },
  },
  {
    name: 'DocumentDB exports the audit log, whose parameter is disabled, so that it stays empty',
    clause: '8.1⑤',
    expect: 'violation',
    on: ['Cluster', 'Parameters'],
    resources: {
      Parameters: docdbParameters('disabled'),
      Cluster: docdb({
        DBClusterParameterGroupName: ref('Parameters'),
        EnableCloudwatchLogsExports: ['audit', 'profiler'],
      }),
    },
  },
  {
    name: 'Redis delivers slow log and engine log',
    clause,
    expect: 'compliant',
    on: 'Cache',
    resources: {
      Logs: LOGS,
      Cache: cache({ LogDeliveryConfigurations: [delivery('slow-log'), delivery('engine-log')] }),
    },
  },
  // First labelled a violation. Its logs tell of slow commands and of the engine, and not who did what: a warning.
  {
    name: 'Redis without any delivery of logs: nothing blocks',
    clause,
    expect: 'compliant',
    on: 'Cache',
    resources: { Cache: cache({}) },
  },
  {
    name: 'Memcached, which has no log to deliver',
    clause,
    expect: 'compliant',
    on: 'Cache',
    resources: {
      Cache: res('AWS::ElastiCache::CacheCluster', {
        Engine: 'memcached',
        CacheNodeType: 'cache.t4g.small',
        NumCacheNodes: 2,
      }),
    },
  },
  {
    name: 'OpenSearch publishes all four logs, the audit log included',
    clause,
    expect: 'compliant',
    on: 'Search',
    resources: {
      Logs: LOGS,
      Search: search({
        AUDIT_LOGS: published(true),
        ES_APPLICATION_LOGS: published(true),
        SEARCH_SLOW_LOGS: published(true),
        INDEX_SLOW_LOGS: published(true),
      }),
    },
  },
  {
    name: 'OpenSearch lists its audit log and disables it',
    clause,
    expect: 'violation',
    on: 'Search',
    resources: { Logs: LOGS, Search: search({ AUDIT_LOGS: published(false) }) },
  },
];

accuracyCases('logs of stores and brokers', CASES);
