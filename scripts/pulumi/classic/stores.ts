import type { Written } from '.';

/** Stores without relations: tables, files, caches, backups. */
export const STORES: Written = {
  'dynamodb/table:Table': {
    // CloudFormation has another type for a table with replicas; there, what is said of the table is said of each.
    type: { by: 'replicas', is: { absent: 'AWS::DynamoDB::Table', '*': 'AWS::DynamoDB::GlobalTable' } },
    not: ['replicas'],
    properties: {
      'serverSideEncryption.enabled': 'SSESpecification.SSEEnabled',
      'serverSideEncryption.kmsKeyArn': 'SSESpecification.KMSMasterKeyId',
      'pointInTimeRecovery.enabled': 'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
      'pointInTimeRecovery.recoveryPeriodInDays': 'PointInTimeRecoverySpecification.RecoveryPeriodInDays',
      'attributes[*].name': 'AttributeDefinitions[*].AttributeName',
      'attributes[*].type': 'AttributeDefinitions[*].AttributeType',
      hashKey: ['KeySchema[0].AttributeName', { to: 'KeySchema[0].KeyType', as: { always: 'HASH' } }],
      rangeKey: ['KeySchema[1].AttributeName', { to: 'KeySchema[1].KeyType', as: { always: 'RANGE' } }],
      readCapacity: 'ProvisionedThroughput.ReadCapacityUnits',
      writeCapacity: 'ProvisionedThroughput.WriteCapacityUnits',
      'ttl.attributeName': 'TimeToLiveSpecification.AttributeName',
      'ttl.enabled': 'TimeToLiveSpecification.Enabled',
      streamViewType: 'StreamSpecification.StreamViewType',
      'importTable.s3BucketSource.bucket': 'ImportSourceSpecification.S3BucketSource.S3Bucket',
      'replicas[*].regionName': 'Replicas[*].Region',
      'replicas[*].kmsKeyArn': 'Replicas[*].SSESpecification.KMSMasterKeyId',
      'replicas[*].deletionProtectionEnabled': 'Replicas[*].DeletionProtectionEnabled',
      'replicas[*].pointInTimeRecovery':
        'Replicas[*].PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled',
    },
    special: 'ownReplica',
  },
  'dynamodb/resourcePolicy:ResourcePolicy': {
    type: 'AWS::DynamoDB::Table',
    into: 'resourceArn',
    properties: { policy: { to: 'ResourcePolicy.PolicyDocument', as: 'json' } },
  },
  'efs/fileSystem:FileSystem': {
    type: 'AWS::EFS::FileSystem',
    properties: { tags: { to: 'FileSystemTags', as: 'tags' } },
  },
  'efs/backupPolicy:BackupPolicy': {
    type: 'AWS::EFS::FileSystem',
    into: 'fileSystemId',
    properties: { 'backupPolicy.status': 'BackupPolicy.Status' },
  },
  'efs/fileSystemPolicy:FileSystemPolicy': {
    type: 'AWS::EFS::FileSystem',
    into: 'fileSystemId',
    properties: {
      policy: { to: 'FileSystemPolicy', as: 'json' },
      bypassPolicyLockoutSafetyCheck: 'BypassPolicyLockoutSafetyCheck',
    },
  },
  'efs/replicationConfiguration:ReplicationConfiguration': {
    type: 'AWS::EFS::FileSystem',
    into: 'sourceFileSystemId',
    properties: {
      'destination.region': 'ReplicationConfiguration.Destinations[0].Region',
      'destination.kmsKeyId': 'ReplicationConfiguration.Destinations[0].KmsKeyId',
      'destination.fileSystemId': 'ReplicationConfiguration.Destinations[0].FileSystemId',
      'destination.availabilityZoneName': 'ReplicationConfiguration.Destinations[0].AvailabilityZoneName',
    },
  },
  'efs/accessPoint:AccessPoint': {
    type: 'AWS::EFS::AccessPoint',
    properties: { tags: { to: 'AccessPointTags', as: 'tags' } },
  },
  'efs/mountTarget:MountTarget': { type: 'AWS::EFS::MountTarget' },
  'elasticache/cluster:Cluster': {
    type: 'AWS::ElastiCache::CacheCluster',
    properties: {
      clusterId: 'ClusterName',
      nodeType: 'CacheNodeType',
      parameterGroupName: 'CacheParameterGroupName',
      subnetGroupName: 'CacheSubnetGroupName',
      securityGroupIds: 'VpcSecurityGroupIds',
      maintenanceWindow: 'PreferredMaintenanceWindow',
      availabilityZone: 'PreferredAvailabilityZone',
    },
  },
  'elasticache/replicationGroup:ReplicationGroup': {
    type: 'AWS::ElastiCache::ReplicationGroup',
    properties: {
      description: 'ReplicationGroupDescription',
      authTokenWo: 'AuthToken',
      nodeType: 'CacheNodeType',
      parameterGroupName: 'CacheParameterGroupName',
      subnetGroupName: 'CacheSubnetGroupName',
      maintenanceWindow: 'PreferredMaintenanceWindow',
    },
  },
  'elasticache/serverlessCache:ServerlessCache': { type: 'AWS::ElastiCache::ServerlessCache' },
  'elasticache/subnetGroup:SubnetGroup': {
    type: 'AWS::ElastiCache::SubnetGroup',
    properties: { name: 'CacheSubnetGroupName' },
  },
  'elasticache/user:User': { type: 'AWS::ElastiCache::User' },
  'memorydb/cluster:Cluster': {
    type: 'AWS::MemoryDB::Cluster',
    properties: { kmsKeyArn: 'KmsKeyId', aclName: 'ACLName' },
  },
  'memorydb/parameterGroup:ParameterGroup': {
    type: 'AWS::MemoryDB::ParameterGroup',
    properties: { parameters: { to: 'Parameters', as: { map: ['name', 'value'] } } },
  },
  'memorydb/subnetGroup:SubnetGroup': { type: 'AWS::MemoryDB::SubnetGroup' },
  'memorydb/user:User': { type: 'AWS::MemoryDB::User' },
  'dax/cluster:Cluster': {
    type: 'AWS::DAX::Cluster',
    properties: { 'serverSideEncryption.enabled': 'SSESpecification.SSEEnabled' },
  },
  'dax/subnetGroup:SubnetGroup': { type: 'AWS::DAX::SubnetGroup' },
  'backup/plan:Plan': {
    type: 'AWS::Backup::BackupPlan',
    properties: {
      name: 'BackupPlan.BackupPlanName',
      'rules[*].ruleName': 'BackupPlan.BackupPlanRule[*].RuleName',
      'rules[*].targetVaultName': 'BackupPlan.BackupPlanRule[*].TargetBackupVault',
      'rules[*].schedule': 'BackupPlan.BackupPlanRule[*].ScheduleExpression',
      'rules[*].enableContinuousBackup': 'BackupPlan.BackupPlanRule[*].EnableContinuousBackup',
      'rules[*].lifecycle.deleteAfter': 'BackupPlan.BackupPlanRule[*].Lifecycle.DeleteAfterDays',
      'rules[*].lifecycle.coldStorageAfter':
        'BackupPlan.BackupPlanRule[*].Lifecycle.MoveToColdStorageAfterDays',
      'rules[*].copyActions[*].destinationVaultArn':
        'BackupPlan.BackupPlanRule[*].CopyActions[*].DestinationBackupVaultArn',
      'rules[*].copyActions[*].lifecycle.deleteAfter':
        'BackupPlan.BackupPlanRule[*].CopyActions[*].Lifecycle.DeleteAfterDays',
      'rules[*].recoveryPointTags': 'BackupPlan.BackupPlanRule[*].RecoveryPointTags',
      tags: 'BackupPlanTags',
    },
  },
  'backup/selection:Selection': {
    type: 'AWS::Backup::BackupSelection',
    properties: {
      planId: 'BackupPlanId',
      name: 'BackupSelection.SelectionName',
      iamRoleArn: 'BackupSelection.IamRoleArn',
      resources: 'BackupSelection.Resources',
      notResources: 'BackupSelection.NotResources',
      'selectionTags[*].type': 'BackupSelection.ListOfTags[*].ConditionType',
      'selectionTags[*].key': 'BackupSelection.ListOfTags[*].ConditionKey',
      'selectionTags[*].value': 'BackupSelection.ListOfTags[*].ConditionValue',
      'conditions[0].stringEquals[*].key': 'BackupSelection.Conditions.StringEquals[*].ConditionKey',
      'conditions[0].stringEquals[*].value': 'BackupSelection.Conditions.StringEquals[*].ConditionValue',
      'conditions[0].stringLikes[*].key': 'BackupSelection.Conditions.StringLike[*].ConditionKey',
      'conditions[0].stringLikes[*].value': 'BackupSelection.Conditions.StringLike[*].ConditionValue',
      'conditions[0].stringNotEquals[*].key': 'BackupSelection.Conditions.StringNotEquals[*].ConditionKey',
      'conditions[0].stringNotEquals[*].value':
        'BackupSelection.Conditions.StringNotEquals[*].ConditionValue',
      'conditions[0].stringNotLikes[*].key': 'BackupSelection.Conditions.StringNotLike[*].ConditionKey',
      'conditions[0].stringNotLikes[*].value': 'BackupSelection.Conditions.StringNotLike[*].ConditionValue',
    },
  },
  'backup/vault:Vault': {
    type: 'AWS::Backup::BackupVault',
    properties: { kmsKeyArn: 'EncryptionKeyArn', tags: 'BackupVaultTags' },
  },
  'backup/vaultLockConfiguration:VaultLockConfiguration': {
    type: 'AWS::Backup::BackupVault',
    into: 'backupVaultName',
    properties: {
      changeableForDays: 'LockConfiguration.ChangeableForDays',
      minRetentionDays: 'LockConfiguration.MinRetentionDays',
      maxRetentionDays: 'LockConfiguration.MaxRetentionDays',
    },
  },
  'backup/vaultPolicy:VaultPolicy': {
    type: 'AWS::Backup::BackupVault',
    into: 'backupVaultName',
    properties: { policy: { to: 'AccessPolicy', as: 'json' } },
  },
  'backup/vaultNotifications:VaultNotifications': {
    type: 'AWS::Backup::BackupVault',
    into: 'backupVaultName',
    properties: {
      snsTopicArn: 'Notifications.SNSTopicArn',
      backupVaultEvents: 'Notifications.BackupVaultEvents',
    },
  },
  'backup/logicallyAirGappedVault:LogicallyAirGappedVault': {
    type: 'AWS::Backup::LogicallyAirGappedBackupVault',
    properties: { name: 'BackupVaultName', tags: 'BackupVaultTags' },
  },
};
