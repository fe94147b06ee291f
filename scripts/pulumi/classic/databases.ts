import type { Written } from '.';

/** Parameters are listed by the package, and a map in CloudFormation. */
const PARAMETERS = { parameters: { to: 'Parameters', as: { map: ['name', 'value'] } } } as const;
const SNAPSHOT = { unless: 'skipFinalSnapshot' } as const;

/** Relational databases of RDS. */
const RDS: Written = {
  'rds/cluster:Cluster': {
    type: 'AWS::RDS::DBCluster',
    snapshot: SNAPSHOT,
    properties: {
      clusterIdentifier: 'DBClusterIdentifier',
      enabledCloudwatchLogsExports: 'EnableCloudwatchLogsExports',
      iamDatabaseAuthenticationEnabled: 'EnableIAMDatabaseAuthentication',
      masterPassword: 'MasterUserPassword',
      masterPasswordWo: 'MasterUserPassword',
      masterUserSecretKmsKeyId: 'MasterUserSecret.KmsKeyId',
      'iamRoles[*]': 'AssociatedRoles[*].RoleArn',
      'restoreToPointInTime.sourceClusterIdentifier': 'SourceDBClusterIdentifier',
      'restoreToPointInTime.sourceClusterResourceId': 'SourceDbClusterResourceId',
    },
  },
  'rds/clusterRoleAssociation:ClusterRoleAssociation': {
    type: 'AWS::RDS::DBCluster',
    into: 'dbClusterIdentifier',
    not: ['dbClusterIdentifier'],
    properties: { roleArn: 'AssociatedRoles[+].RoleArn', featureName: 'AssociatedRoles[+].FeatureName' },
  },
  'rds/clusterInstance:ClusterInstance': {
    type: 'AWS::RDS::DBInstance',
    properties: {
      clusterIdentifier: 'DBClusterIdentifier',
      identifier: 'DBInstanceIdentifier',
      instanceClass: 'DBInstanceClass',
      caCertIdentifier: 'CACertificateIdentifier',
      performanceInsightsEnabled: 'EnablePerformanceInsights',
    },
    // The provider always says it; in a template it depends on the subnets.
    defaults: { PubliclyAccessible: false },
  },
  'rds/instance:Instance': {
    type: 'AWS::RDS::DBInstance',
    snapshot: SNAPSHOT,
    properties: {
      identifier: 'DBInstanceIdentifier',
      instanceClass: 'DBInstanceClass',
      backupWindow: 'PreferredBackupWindow',
      maintenanceWindow: 'PreferredMaintenanceWindow',
      caCertIdentifier: 'CACertificateIdentifier',
      enabledCloudwatchLogsExports: 'EnableCloudwatchLogsExports',
      iamDatabaseAuthenticationEnabled: 'EnableIAMDatabaseAuthentication',
      masterUserSecretKmsKeyId: 'MasterUserSecret.KmsKeyId',
      parameterGroupName: 'DBParameterGroupName',
      password: 'MasterUserPassword',
      passwordWo: 'MasterUserPassword',
      performanceInsightsEnabled: 'EnablePerformanceInsights',
      replicateSourceDb: 'SourceDBInstanceIdentifier',
      'restoreToPointInTime.sourceDbInstanceIdentifier': 'SourceDBInstanceIdentifier',
      'restoreToPointInTime.sourceDbiResourceId': 'SourceDbiResourceId',
      'restoreToPointInTime.sourceDbInstanceAutomatedBackupsArn': 'SourceDBInstanceAutomatedBackupsArn',
      snapshotIdentifier: 'DBSnapshotIdentifier',
      username: 'MasterUsername',
      vpcSecurityGroupIds: 'VPCSecurityGroups',
    },
    // The provider asks for no backups and for no public address unless it is told to; a template without these has
    // backups of one day, and an address where the subnets allow it.
    defaults: { BackupRetentionPeriod: 0, PubliclyAccessible: false },
  },
  'rds/roleAssociation:RoleAssociation': {
    type: 'AWS::RDS::DBInstance',
    into: 'dbInstanceIdentifier',
    not: ['dbInstanceIdentifier'],
    properties: { roleArn: 'AssociatedRoles[+].RoleArn', featureName: 'AssociatedRoles[+].FeatureName' },
  },
  'rds/clusterParameterGroup:ClusterParameterGroup': {
    type: 'AWS::RDS::DBClusterParameterGroup',
    properties: PARAMETERS,
  },
  'rds/parameterGroup:ParameterGroup': { type: 'AWS::RDS::DBParameterGroup', properties: PARAMETERS },
  'rds/optionGroup:OptionGroup': {
    type: 'AWS::RDS::OptionGroup',
    properties: {
      'options[*].optionName': 'OptionConfigurations[*].OptionName',
      'options[*].port': 'OptionConfigurations[*].Port',
      'options[*].version': 'OptionConfigurations[*].OptionVersion',
      'options[*].vpcSecurityGroupMemberships': 'OptionConfigurations[*].VpcSecurityGroupMemberships',
      'options[*].optionSettings[*].name': 'OptionConfigurations[*].OptionSettings[*].Name',
      'options[*].optionSettings[*].value': 'OptionConfigurations[*].OptionSettings[*].Value',
    },
  },
  'rds/proxy:Proxy': { type: 'AWS::RDS::DBProxy' },
  'rds/globalCluster:GlobalCluster': { type: 'AWS::RDS::GlobalCluster' },
  'rds/subnetGroup:SubnetGroup': {
    type: 'AWS::RDS::DBSubnetGroup',
    properties: { description: 'DBSubnetGroupDescription' },
  },
  'rds/integration:Integration': { type: 'AWS::RDS::Integration' },
  'rds/shardGroup:ShardGroup': { type: 'AWS::RDS::DBShardGroup' },
};

/** Databases of documents and graphs, whose resources are shaped like those of RDS. */
const CLUSTERS: Written = {
  'docdb/cluster:Cluster': {
    type: 'AWS::DocDB::DBCluster',
    snapshot: SNAPSHOT,
    properties: {
      clusterIdentifier: 'DBClusterIdentifier',
      enabledCloudwatchLogsExports: 'EnableCloudwatchLogsExports',
      masterPassword: 'MasterUserPassword',
      masterPasswordWo: 'MasterUserPassword',
      'restoreToPointInTime.sourceClusterIdentifier': 'SourceDBClusterIdentifier',
    },
    lacks: { MasterUserSecretKmsKeyId: 'the package leaves the secret to the key of the service' },
  },
  'docdb/clusterInstance:ClusterInstance': {
    type: 'AWS::DocDB::DBInstance',
    properties: {
      clusterIdentifier: 'DBClusterIdentifier',
      identifier: 'DBInstanceIdentifier',
      instanceClass: 'DBInstanceClass',
      caCertIdentifier: 'CACertificateIdentifier',
    },
  },
  'docdb/clusterParameterGroup:ClusterParameterGroup': {
    type: 'AWS::DocDB::DBClusterParameterGroup',
    properties: PARAMETERS,
  },
  'docdb/subnetGroup:SubnetGroup': {
    type: 'AWS::DocDB::DBSubnetGroup',
    properties: { description: 'DBSubnetGroupDescription' },
  },
  'docdb/globalCluster:GlobalCluster': { type: 'AWS::DocDB::GlobalCluster' },
  'docdb/elasticCluster:ElasticCluster': { type: 'AWS::DocDBElastic::Cluster' },
  'neptune/cluster:Cluster': {
    type: 'AWS::Neptune::DBCluster',
    snapshot: SNAPSHOT,
    properties: {
      clusterIdentifier: 'DBClusterIdentifier',
      iamDatabaseAuthenticationEnabled: 'IamAuthEnabled',
      kmsKeyArn: 'KmsKeyId',
      neptuneClusterParameterGroupName: 'DBClusterParameterGroupName',
      neptuneSubnetGroupName: 'DBSubnetGroupName',
      port: 'DBPort',
      replicationSourceIdentifier: 'SourceDBClusterIdentifier',
      'serverlessV2ScalingConfiguration.minCapacity': 'ServerlessScalingConfiguration.MinCapacity',
      'serverlessV2ScalingConfiguration.maxCapacity': 'ServerlessScalingConfiguration.MaxCapacity',
    },
  },
  'neptune/clusterInstance:ClusterInstance': {
    type: 'AWS::Neptune::DBInstance',
    properties: {
      clusterIdentifier: 'DBClusterIdentifier',
      identifier: 'DBInstanceIdentifier',
      instanceClass: 'DBInstanceClass',
      neptuneParameterGroupName: 'DBParameterGroupName',
      neptuneSubnetGroupName: 'DBSubnetGroupName',
    },
  },
  'neptune/clusterParameterGroup:ClusterParameterGroup': {
    type: 'AWS::Neptune::DBClusterParameterGroup',
    properties: PARAMETERS,
  },
  'neptune/parameterGroup:ParameterGroup': { type: 'AWS::Neptune::DBParameterGroup', properties: PARAMETERS },
  'neptune/subnetGroup:SubnetGroup': {
    type: 'AWS::Neptune::DBSubnetGroup',
    properties: { description: 'DBSubnetGroupDescription' },
  },
  'neptune/globalCluster:GlobalCluster': { type: 'AWS::Neptune::GlobalCluster' },
  'neptunegraph/graph:Graph': { type: 'AWS::NeptuneGraph::Graph' },
};

export const DATABASES: Written = { ...RDS, ...CLUSTERS };
