import type { Written } from '.';

const PARAMETERS = {
  'parameters[*].name': 'Parameters[*].ParameterName',
  'parameters[*].value': 'Parameters[*].ParameterValue',
} as const;

/** Logs are listed by the package, and a map by their types in CloudFormation. */
const DOMAIN = {
  'encryptAtRest.enabled': 'EncryptionAtRestOptions.Enabled',
  'encryptAtRest.kmsKeyId': 'EncryptionAtRestOptions.KmsKeyId',
  'nodeToNodeEncryption.enabled': 'NodeToNodeEncryptionOptions.Enabled',
} as const;
const DOMAIN_POLICY = {
  into: 'domainName',
  not: ['domainName'],
  properties: { accessPolicies: { to: 'AccessPolicies', as: 'json' } },
} as const;

/** Warehouses, search and streams. */
export const ANALYTICS: Written = {
  'redshift/cluster:Cluster': {
    type: 'AWS::Redshift::Cluster',
    snapshot: { unless: 'skipFinalSnapshot' },
    properties: {
      databaseName: 'DBName',
      masterPassword: 'MasterUserPassword',
      masterPasswordWo: 'MasterUserPassword',
    },
    // The provider encrypts, and keeps from the Internet, unless it is told not to.
    defaults: { Encrypted: true, PubliclyAccessible: false },
  },
  'redshift/logging:Logging': {
    type: 'AWS::Redshift::Cluster',
    into: 'clusterIdentifier',
    not: ['clusterIdentifier'],
    properties: {
      bucketName: 'LoggingProperties.BucketName',
      s3KeyPrefix: 'LoggingProperties.S3KeyPrefix',
      logDestinationType: 'LoggingProperties.LogDestinationType',
      logExports: 'LoggingProperties.LogExports',
    },
  },
  'redshift/snapshotCopy:SnapshotCopy': {
    type: 'AWS::Redshift::Cluster',
    into: 'clusterIdentifier',
    not: ['clusterIdentifier', 'manualSnapshotRetentionPeriod'],
    properties: { retentionPeriod: 'SnapshotCopyRetentionPeriod' },
  },
  'redshift/parameterGroup:ParameterGroup': {
    type: 'AWS::Redshift::ClusterParameterGroup',
    properties: { ...PARAMETERS, name: 'ParameterGroupName', family: 'ParameterGroupFamily' },
  },
  'redshift/subnetGroup:SubnetGroup': { type: 'AWS::Redshift::ClusterSubnetGroup' },
  'redshift/integration:Integration': { type: 'AWS::Redshift::Integration' },
  'redshift/snapshotCopyGrant:SnapshotCopyGrant': { type: 'AWS::Redshift::SnapshotCopyGrant' },
  'redshiftserverless/namespace:Namespace': {
    type: 'AWS::RedshiftServerless::Namespace',
    properties: { adminUserPasswordWo: 'AdminUserPassword' },
  },
  'redshiftserverless/workgroup:Workgroup': { type: 'AWS::RedshiftServerless::Workgroup' },
  'opensearch/domain:Domain': {
    type: 'AWS::OpenSearchService::Domain',
    properties: DOMAIN,
    special: 'domainLogs',
  },
  'opensearch/domainPolicy:DomainPolicy': { type: 'AWS::OpenSearchService::Domain', ...DOMAIN_POLICY },
  'elasticsearch/domain:Domain': {
    type: 'AWS::Elasticsearch::Domain',
    properties: {
      ...DOMAIN,
      'clusterConfig.dedicatedMasterCount': 'ElasticsearchClusterConfig.DedicatedMasterCount',
      'clusterConfig.dedicatedMasterEnabled': 'ElasticsearchClusterConfig.DedicatedMasterEnabled',
      'clusterConfig.instanceCount': 'ElasticsearchClusterConfig.InstanceCount',
      'clusterConfig.instanceType': 'ElasticsearchClusterConfig.InstanceType',
      'clusterConfig.zoneAwarenessEnabled': 'ElasticsearchClusterConfig.ZoneAwarenessEnabled',
    },
    special: 'domainLogs',
  },
  'elasticsearch/domainPolicy:DomainPolicy': { type: 'AWS::Elasticsearch::Domain', ...DOMAIN_POLICY },
  'opensearch/serverlessCollection:ServerlessCollection': { type: 'AWS::OpenSearchServerless::Collection' },
  'opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy': {
    type: 'AWS::OpenSearchServerless::SecurityPolicy',
    properties: { policy: 'Policy' },
  },
  'opensearch/serverlessVpcEndpoint:ServerlessVpcEndpoint': {
    type: 'AWS::OpenSearchServerless::VpcEndpoint',
  },
  'kinesis/stream:Stream': {
    type: 'AWS::Kinesis::Stream',
    properties: {
      encryptionType: { to: 'StreamEncryption.EncryptionType', as: { words: { NONE: null } } },
      kmsKeyId: 'StreamEncryption.KeyId',
      retentionPeriod: 'RetentionPeriodHours',
    },
  },
  'kinesis/resourcePolicy:ResourcePolicy': { type: 'AWS::Kinesis::ResourcePolicy' },
  'msk/cluster:Cluster': {
    type: 'AWS::MSK::Cluster',
    properties: {
      'encryptionInfo.encryptionAtRestKmsKeyArn': 'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId',
      'clientAuthentication.sasl.iam': 'ClientAuthentication.Sasl.Iam.Enabled',
      'clientAuthentication.sasl.scram': 'ClientAuthentication.Sasl.Scram.Enabled',
      'clientAuthentication.unauthenticated': 'ClientAuthentication.Unauthenticated.Enabled',
      'clientAuthentication.tls.certificateAuthorityArns': [
        'ClientAuthentication.Tls.CertificateAuthorityArnList',
        { to: 'ClientAuthentication.Tls.Enabled', as: { always: true } },
      ],
    },
  },
  'msk/clusterPolicy:ClusterPolicy': { type: 'AWS::MSK::ClusterPolicy' },
  'msk/serverlessCluster:ServerlessCluster': {
    type: 'AWS::MSK::ServerlessCluster',
    properties: { 'vpcConfigs[*].securityGroupIds': 'VpcConfigs[*].SecurityGroups' },
  },
  'mq/broker:Broker': {
    type: 'AWS::AmazonMQ::Broker',
    // A template has to say these; the provider takes no for absent.
    defaults: {
      AutoMinorVersionUpgrade: false,
      PubliclyAccessible: false,
      DeploymentMode: 'SINGLE_INSTANCE',
    },
  },
  'keyspaces/keyspace:Keyspace': { type: 'AWS::Cassandra::Keyspace' },
  'keyspaces/table:Table': {
    type: 'AWS::Cassandra::Table',
    properties: {
      'encryptionSpecification.type': 'EncryptionSpecification.EncryptionType',
      'pointInTimeRecovery.status': {
        to: 'PointInTimeRecoveryEnabled',
        as: { words: { ENABLED: true, DISABLED: false } },
      },
      'capacitySpecification.throughputMode': {
        to: 'BillingMode.Mode',
        as: { words: { PAY_PER_REQUEST: 'ON_DEMAND' } },
      },
    },
  },
  'qldb/ledger:Ledger': { type: 'AWS::QLDB::Ledger' },
  'dsql/cluster:Cluster': { type: 'AWS::DSQL::Cluster' },
  'dsql/clusterPolicy:ClusterPolicy': {
    type: 'AWS::DSQL::Cluster',
    into: 'identifier',
    properties: { policy: 'PolicyDocument' },
  },
  'timestreamwrite/database:Database': { type: 'AWS::Timestream::Database' },
  'timestreamwrite/table:Table': { type: 'AWS::Timestream::Table' },
  'mwaa/environment:Environment': { type: 'AWS::MWAA::Environment' },
  'kendra/index:Index': { type: 'AWS::Kendra::Index' },
  'glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings': {
    type: 'AWS::Glue::DataCatalogEncryptionSettings',
    properties: {
      'dataCatalogEncryptionSettings.connectionPasswordEncryption.awsKmsKeyId':
        'DataCatalogEncryptionSettings.ConnectionPasswordEncryption.KmsKeyId',
    },
  },
  'glue/securityConfiguration:SecurityConfiguration': { type: 'AWS::Glue::SecurityConfiguration' },
  'glue/devEndpoint:DevEndpoint': {
    type: 'AWS::Glue::DevEndpoint',
    properties: { name: 'EndpointName' },
  },
  'glue/job:Job': {
    type: 'AWS::Glue::Job',
    properties: { roleArn: 'Role', connections: 'Connections.Connections' },
  },
  'glue/crawler:Crawler': {
    type: 'AWS::Glue::Crawler',
    properties: { securityConfiguration: 'CrawlerSecurityConfiguration' },
  },
  'athena/workgroup:Workgroup': {
    type: 'AWS::Athena::WorkGroup',
    properties: {
      'configuration.enforceWorkgroupConfiguration': 'WorkGroupConfiguration.EnforceWorkGroupConfiguration',
      'configuration.publishCloudwatchMetricsEnabled':
        'WorkGroupConfiguration.PublishCloudWatchMetricsEnabled',
      'configuration.executionRole': 'WorkGroupConfiguration.ExecutionRole',
      'configuration.resultConfiguration.outputLocation':
        'WorkGroupConfiguration.ResultConfiguration.OutputLocation',
      'configuration.resultConfiguration.encryptionConfiguration.encryptionOption':
        'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.EncryptionOption',
      'configuration.resultConfiguration.encryptionConfiguration.kmsKeyArn':
        'WorkGroupConfiguration.ResultConfiguration.EncryptionConfiguration.KmsKey',
      'configuration.managedQueryResultsConfiguration.enabled':
        'WorkGroupConfiguration.ManagedQueryResultsConfiguration.Enabled',
      'configuration.managedQueryResultsConfiguration.encryptionConfiguration.kmsKey':
        'WorkGroupConfiguration.ManagedQueryResultsConfiguration.EncryptionConfiguration.KmsKey',
    },
    // The provider enforces the configuration unless it is told not to.
    defaults: { 'WorkGroupConfiguration.EnforceWorkGroupConfiguration': true },
  },
};
