import { RULES } from '../../../lib/rules/index';
import { keyCases, type Written } from './key-cases';
import { SERVICE_KEYS } from './service-keys';

/** Of each rule whose resource names its key in one place: how a resource with this key is written. */
const WRITE: Written = {
  SqsQueueCustomerManagedKey: [['AWS::SQS::Queue', (KmsMasterKeyId) => ({ KmsMasterKeyId })]],
  SnsTopicCustomerManagedKey: [['AWS::SNS::Topic', (KmsMasterKeyId) => ({ KmsMasterKeyId })]],
  LogGroupCustomerManagedKey: [['AWS::Logs::LogGroup', (KmsKeyId) => ({ KmsKeyId })]],
  SecretCustomerManagedKey: [['AWS::SecretsManager::Secret', (KmsKeyId) => ({ KmsKeyId })]],
  BackupVaultCustomerManagedKey: [
    ['AWS::Backup::BackupVault', (EncryptionKeyArn) => ({ BackupVaultName: 'vault', EncryptionKeyArn })],
    ['AWS::Backup::LogicallyAirGappedBackupVault', (EncryptionKeyArn) => ({ EncryptionKeyArn })],
  ],
  FsxCustomerManagedKey: [
    ['AWS::FSx::FileSystem', (KmsKeyId) => ({ FileSystemType: 'WINDOWS', KmsKeyId })],
    ['AWS::FSx::FileCache', (KmsKeyId) => ({ FileCacheType: 'LUSTRE', KmsKeyId })],
  ],
  EfsCustomerManagedKey: [['AWS::EFS::FileSystem', (KmsKeyId) => ({ Encrypted: 'true', KmsKeyId })]],
  EbsVolumeCustomerManagedKey: [['AWS::EC2::Volume', (KmsKeyId) => ({ Encrypted: true, KmsKeyId })]],
  MemoryDbCustomerManagedKey: [['AWS::MemoryDB::Cluster', (KmsKeyId) => ({ KmsKeyId })]],
  MskCustomerManagedKey: [
    [
      'AWS::MSK::Cluster',
      (DataVolumeKMSKeyId) => ({ EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId } } }),
    ],
  ],
  TimestreamCustomerManagedKey: [
    ['AWS::Timestream::Database', (KmsKeyId) => ({ KmsKeyId })],
    ['AWS::Timestream::ScheduledQuery', (KmsKeyId) => ({ KmsKeyId })],
  ],
  SageMakerVolumeCustomerManagedKey: [
    ['AWS::SageMaker::NotebookInstance', (KmsKeyId) => ({ KmsKeyId })],
    ['AWS::SageMaker::Domain', (KmsKeyId) => ({ KmsKeyId })],
  ],
  DmsReplicationCustomerManagedKey: [
    ['AWS::DMS::ReplicationInstance', (KmsKeyId) => ({ KmsKeyId })],
    ['AWS::DMS::ReplicationConfig', (KmsKeyId) => ({ ComputeConfig: { KmsKeyId } })],
  ],
  KinesisStreamCustomerManagedKey: [
    ['AWS::Kinesis::Stream', (KeyId) => ({ StreamEncryption: { EncryptionType: 'KMS', KeyId } })],
  ],
  EcrRepositoryCustomerManagedKey: [
    ['AWS::ECR::Repository', (KmsKey) => ({ EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey } })],
    [
      'AWS::ECR::RepositoryCreationTemplate',
      (KmsKey) => ({ EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey } }),
    ],
  ],
  KeyspacesCustomerManagedKey: [
    [
      'AWS::Cassandra::Table',
      (KmsKeyIdentifier) => ({
        EncryptionSpecification: { EncryptionType: 'CUSTOMER_MANAGED_KMS_KEY', KmsKeyIdentifier },
      }),
    ],
  ],
  MessageBrokerCustomerManagedKey: [
    ['AWS::AmazonMQ::Broker', (KmsKeyId) => ({ EncryptionOptions: { UseAwsOwnedKey: false, KmsKeyId } })],
  ],
  OpenSearchCustomerManagedKey: [
    [
      'AWS::OpenSearchService::Domain',
      (KmsKeyId) => ({ EncryptionAtRestOptions: { Enabled: true, KmsKeyId } }),
    ],
    ['AWS::Elasticsearch::Domain', (KmsKeyId) => ({ EncryptionAtRestOptions: { Enabled: true, KmsKeyId } })],
  ],
  TrailCustomerManagedKey: [
    ['AWS::CloudTrail::Trail', (KMSKeyId) => ({ IsLogging: true, S3BucketName: 'archive', KMSKeyId })],
    ['AWS::CloudTrail::EventDataStore', (KmsKeyId) => ({ KmsKeyId })],
  ],
  EksSecretsCustomerManagedKey: [
    [
      'AWS::EKS::Cluster',
      (KeyArn) => ({ EncryptionConfig: [{ Resources: ['secrets'], Provider: { KeyArn } }] }),
    ],
  ],
  DynamoDbCustomerManagedKey: [
    [
      'AWS::DynamoDB::Table',
      (KMSMasterKeyId) => ({ SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId } }),
    ],
    [
      'AWS::DynamoDB::GlobalTable',
      (KMSMasterKeyId) => ({
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [{ Region: 'ap-northeast-1', SSESpecification: { KMSMasterKeyId } }],
      }),
    ],
  ],
  FirehoseCustomerManagedKey: [
    [
      'AWS::KinesisFirehose::DeliveryStream',
      (KeyARN) => ({
        DeliveryStreamEncryptionConfigurationInput: { KeyType: 'CUSTOMER_MANAGED_CMK', KeyARN },
      }),
    ],
  ],
  ElastiCacheCustomerManagedKey: [
    [
      'AWS::ElastiCache::ReplicationGroup',
      (KmsKeyId) => ({ Engine: 'valkey', AtRestEncryptionEnabled: true, KmsKeyId }),
    ],
    ['AWS::ElastiCache::ServerlessCache', (KmsKeyId) => ({ Engine: 'valkey', KmsKeyId })],
  ],
  RedshiftCustomerManagedKey: [
    ['AWS::Redshift::Cluster', (KmsKeyId) => ({ KmsKeyId })],
    ['AWS::RedshiftServerless::Namespace', (KmsKeyId) => ({ KmsKeyId })],
  ],
  RdsCustomerManagedKey: [
    [
      'AWS::RDS::DBCluster',
      (KmsKeyId) => ({ Engine: 'aurora-postgresql', StorageEncrypted: true, KmsKeyId }),
    ],
    ['AWS::RDS::DBInstance', (KmsKeyId) => ({ Engine: 'postgres', StorageEncrypted: 'true', KmsKeyId })],
  ],
  DocumentDbCustomerManagedKey: [
    ['AWS::DocDB::DBCluster', (KmsKeyId) => ({ StorageEncrypted: true, KmsKeyId })],
    ['AWS::DocDBElastic::Cluster', (KmsKeyId) => ({ KmsKeyId })],
  ],
  NeptuneCustomerManagedKey: [
    ['AWS::Neptune::DBCluster', (KmsKeyId) => ({ StorageEncrypted: true, KmsKeyId })],
    ['AWS::NeptuneGraph::Graph', (KmsKeyIdentifier) => ({ KmsKeyIdentifier })],
  ],
  S3BucketCustomerManagedKey: [
    [
      'AWS::S3Express::DirectoryBucket',
      (KMSMasterKeyID) => ({
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [
            { ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID } },
          ],
        },
      }),
    ],
    [
      'AWS::S3Tables::TableBucket',
      (KMSKeyArn) => ({ EncryptionConfiguration: { SSEAlgorithm: 'aws:kms', KMSKeyArn } }),
    ],
    [
      'AWS::S3Vectors::VectorBucket',
      (KmsKeyArn) => ({ EncryptionConfiguration: { SseType: 'aws:kms', KmsKeyArn } }),
    ],
  ],
  InstanceVolumesCustomerManagedKey: [
    [
      'AWS::EC2::Instance',
      (KmsKeyId) => ({
        BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, KmsKeyId } }],
      }),
    ],
    [
      'AWS::EC2::LaunchTemplate',
      (KmsKeyId) => ({
        LaunchTemplateData: {
          BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, KmsKeyId } }],
        },
      }),
    ],
    [
      'AWS::ECS::Service',
      (KmsKeyId) => ({ VolumeConfigurations: [{ ManagedEBSVolume: { Encrypted: true, KmsKeyId } }] }),
    ],
  ],
  GlueCustomerManagedKey: [
    [
      'AWS::Glue::SecurityConfiguration',
      (KmsKeyArn) => ({
        EncryptionConfiguration: {
          S3Encryptions: [{ S3EncryptionMode: 'SSE-KMS', KmsKeyArn }],
          CloudWatchEncryption: { CloudWatchEncryptionMode: 'SSE-KMS', KmsKeyArn },
          JobBookmarksEncryption: { JobBookmarksEncryptionMode: 'CSE-KMS', KmsKeyArn },
        },
      }),
    ],
    [
      'AWS::Glue::DataCatalogEncryptionSettings',
      (KmsKeyId) => ({
        DataCatalogEncryptionSettings: {
          EncryptionAtRest: { CatalogEncryptionMode: 'SSE-KMS', SseAwsKmsKeyId: KmsKeyId },
          ConnectionPasswordEncryption: { ReturnConnectionPasswordEncrypted: true, KmsKeyId },
        },
      }),
    ],
  ],
};

keyCases(WRITE);

test('every rule for a customer managed key is among them or has a test of its own', () => {
  const ids = RULES.map(({ id }) => id).filter((id) => id.endsWith('CustomerManagedKey'));
  const own = [
    'AppConfigCustomerManagedKey',
    'AthenaWorkGroupCustomerManagedKey',
    'CodePipelineArtifactsCustomerManagedKey',
    'ConfigurationRecordsCustomerManagedKey',
    'ConnectRecordingCustomerManagedKey',
    'DataBrewCustomerManagedKey',
    'DmsEndpointCustomerManagedKey',
    'EcsStorageCustomerManagedKey',
    'FirehoseDestinationCustomerManagedKey',
    'ImageBuilderCustomerManagedKey',
    'LambdaEnvironmentCustomerManagedKey',
    'LambdaStateCustomerManagedKey',
    'LexAudioCustomerManagedKey',
    'ManagedPasswordCustomerManagedKey',
    'OpenSearchServerlessCustomerManagedKey',
    'RdsPerformanceInsightsCustomerManagedKey',
    'S3ReplicaCustomerManagedKey',
    'SageMakerCaptureCustomerManagedKey',
    'SageMakerFeatureStoreCustomerManagedKey',
    'SageMakerJobCustomerManagedKey',
    'SnapshotCopyCustomerManagedKey',
  ];
  const tabled = [...Object.keys(WRITE), ...Object.keys(SERVICE_KEYS)];
  expect(ids.filter((id) => !own.includes(id))).toEqual(tabled.sort());
});
