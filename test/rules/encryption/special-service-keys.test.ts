import { RULES } from '../../../lib/rules/index';
import { type RuleCase, ruleCases } from '../../helpers/rule-cases';

const key = { Type: 'AWS::KMS::Key' };
const keyArn = { 'Fn::GetAtt': ['Key', 'Arn'] };
const unknown = { 'Fn::ImportValue': 'shared-key' };
const bucket = { Type: 'AWS::S3::Bucket' };
const ours = { 'Fn::GetAtt': ['Bucket', 'Arn'] };
const theirs = 'arn:aws:s3:::somewhere-else';

type Row = readonly [
  name: string,
  expect: RuleCase['expect'],
  type: string,
  properties: object,
  more?: Readonly<Record<string, object>>,
];

const connect = (S3Config: object) => ({ StorageType: 'CALL_RECORDINGS', S3Config });
const audio = (S3Bucket: object) => ({
  ConversationLogSettings: { AudioLogSettings: [{ Enabled: true, Destination: { S3Bucket } }] },
});
const firehose = (more: object) => ({ ExtendedS3DestinationConfiguration: more });
const kms = (AWSKMSKeyARN: unknown) => ({
  EncryptionConfiguration: { KMSEncryptionConfig: { AWSKMSKeyARN } },
});
const replication = (EncryptionConfiguration?: object) => ({
  ReplicationConfiguration: {
    Role: 'arn:aws:iam::111122223333:role/replication',
    Rules: [{ Status: 'Enabled', Destination: { Bucket: theirs, EncryptionConfiguration } }],
  },
});
const job = (more: object, output?: unknown) => ({
  ProcessingResources: { ClusterConfig: { InstanceType: 'ml.m5.large', InstanceCount: 1, ...more } },
  ProcessingOutputConfig: { KmsKeyId: output },
});
const encryptionPolicy = (policy: object) => ({ Type: 'encryption', Policy: JSON.stringify(policy) });
const variables = { Variables: { TABLE: 'applications' } };
const monitoring = (definition: object) => ({ MonitoringScheduleConfig: definition });
const AOSS = 'AWS::OpenSearchServerless::SecurityPolicy';
const COLLECTION = 'AWS::OpenSearchServerless::Collection';

/** By rule: what is there, the verdict, and what else is in the template. The first two are the examples. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  ConnectRecordingCustomerManagedKey: [
    [
      'recordings with a key',
      'compliant',
      'AWS::Connect::InstanceStorageConfig',
      connect({ BucketName: 'recordings', EncryptionConfig: { EncryptionType: 'KMS', KeyId: keyArn } }),
    ],
    [
      'video with the key of AWS',
      'violation',
      'AWS::Connect::InstanceStorageConfig',
      {
        StorageType: 'MEDIA_STREAMS',
        KinesisVideoStreamConfig: {
          EncryptionConfig: { EncryptionType: 'KMS', KeyId: 'alias/aws/kinesisvideo' },
        },
      },
    ],
    [
      'nobody knows the key',
      'undetermined',
      'AWS::Connect::InstanceStorageConfig',
      connect({ EncryptionConfig: { KeyId: unknown } }),
    ],
    [
      'a bucket of the deployment, which is judged by itself',
      'compliant',
      'AWS::Connect::InstanceStorageConfig',
      connect({ BucketName: { Ref: 'Bucket' } }),
      { Bucket: bucket },
    ],
    [
      'a bucket that nobody shows',
      'evidence',
      'AWS::Connect::InstanceStorageConfig',
      connect({ BucketName: 'recordings' }),
    ],
  ],
  LexAudioCustomerManagedKey: [
    [
      'voices with a key',
      'compliant',
      'AWS::Lex::BotAlias',
      audio({ S3BucketArn: theirs, LogPrefix: 'voice', KmsKeyArn: keyArn }),
    ],
    [
      'voices with the key of AWS',
      'violation',
      'AWS::Lex::BotAlias',
      audio({ S3BucketArn: theirs, LogPrefix: 'voice', KmsKeyArn: 'alias/aws/s3' }),
    ],
    ['nobody knows the key', 'undetermined', 'AWS::Lex::BotAlias', audio({ KmsKeyArn: unknown })],
    ['no voices are kept', 'compliant', 'AWS::Lex::Bot', {}],
    ['a bucket that nobody shows', 'evidence', 'AWS::Lex::BotAlias', audio({ S3BucketArn: theirs })],
  ],
  FirehoseDestinationCustomerManagedKey: [
    [
      'objects with a key',
      'compliant',
      'AWS::KinesisFirehose::DeliveryStream',
      firehose({ BucketARN: theirs, ...kms(keyArn) }),
    ],
    [
      'objects with the key of AWS',
      'violation',
      'AWS::KinesisFirehose::DeliveryStream',
      firehose({ BucketARN: theirs, ...kms('alias/aws/s3') }),
    ],
    ['nobody knows the key', 'undetermined', 'AWS::KinesisFirehose::DeliveryStream', firehose(kms(unknown))],
    [
      'a bucket of the deployment',
      'compliant',
      'AWS::KinesisFirehose::DeliveryStream',
      firehose({ BucketARN: ours }),
      { Bucket: bucket },
    ],
    [
      'what cannot be delivered, in a bucket that nobody shows',
      'evidence',
      'AWS::KinesisFirehose::DeliveryStream',
      { HttpEndpointDestinationConfiguration: { S3Configuration: { BucketARN: theirs } } },
    ],
  ],
  DataBrewCustomerManagedKey: [
    [
      'output with a key',
      'compliant',
      'AWS::DataBrew::Job',
      { Type: 'RECIPE', EncryptionMode: 'SSE-KMS', EncryptionKeyArn: keyArn },
    ],
    [
      'output with a key of S3',
      'violation',
      'AWS::DataBrew::Job',
      { Type: 'RECIPE', EncryptionMode: 'SSE-S3' },
    ],
    [
      'nobody knows the key',
      'undetermined',
      'AWS::DataBrew::Job',
      { EncryptionMode: 'SSE-KMS', EncryptionKeyArn: unknown },
    ],
    [
      'a bucket that nobody shows',
      'evidence',
      'AWS::DataBrew::Job',
      { Outputs: [{ Location: { Bucket: 'somewhere-else' } }] },
    ],
  ],
  S3ReplicaCustomerManagedKey: [
    [
      'replicas with a key',
      'compliant',
      'AWS::S3::Bucket',
      replication({ ReplicaKmsKeyID: 'arn:aws:kms:ap-northeast-3:111122223333:alias/replica' }),
    ],
    [
      'replicas with the key of AWS',
      'violation',
      'AWS::S3::Bucket',
      replication({ ReplicaKmsKeyID: 'arn:aws:kms:ap-northeast-3:111122223333:alias/aws/s3' }),
    ],
    ['nobody knows the key', 'undetermined', 'AWS::S3::Bucket', replication({ ReplicaKmsKeyID: unknown })],
    ['the new bucket decides', 'compliant', 'AWS::S3::Bucket', replication()],
  ],
  SnapshotCopyCustomerManagedKey: [
    ['a grant with a key', 'compliant', 'AWS::Redshift::SnapshotCopyGrant', { KmsKeyId: keyArn }],
    ['a grant without', 'violation', 'AWS::Redshift::SnapshotCopyGrant', {}],
    ['nobody knows the key', 'undetermined', 'AWS::Redshift::SnapshotCopyGrant', { KmsKeyId: unknown }],
    [
      'backups of a database in Osaka without a key',
      'violation',
      'AWS::RDS::DBInstance',
      { Engine: 'postgres', AutomaticBackupReplicationRegion: 'ap-northeast-3' },
    ],
    [
      'backups of a database in Osaka with a key there',
      'compliant',
      'AWS::RDS::DBInstance',
      {
        Engine: 'postgres',
        AutomaticBackupReplicationRegion: 'ap-northeast-3',
        AutomaticBackupReplicationKmsKeyId: 'arn:aws:kms:ap-northeast-3:111122223333:alias/backup',
      },
    ],
    ['no copies', 'compliant', 'AWS::RDS::DBInstance', { Engine: 'postgres' }],
    [
      'snapshots of Redshift Serverless',
      'violation',
      'AWS::RedshiftServerless::Namespace',
      { SnapshotCopyConfigurations: [{ DestinationRegion: 'ap-northeast-3' }] },
    ],
    [
      'volumes that are copied without encryption',
      'violation',
      'AWS::DLM::LifecyclePolicy',
      { PolicyDetails: { Schedules: [{ CrossRegionCopyRules: [{ Encrypted: false }] }] } },
    ],
    [
      'volumes that are copied with a key',
      'compliant',
      'AWS::DLM::LifecyclePolicy',
      { PolicyDetails: { Schedules: [{ CrossRegionCopyRules: [{ Encrypted: true, CmkArn: keyArn }] }] } },
    ],
    [
      'shared snapshots that are copied with the key of the account',
      'violation',
      'AWS::DLM::LifecyclePolicy',
      {
        PolicyDetails: { Actions: [{ CrossRegionCopy: [{ EncryptionConfiguration: { Encrypted: true } }] }] },
      },
    ],
  ],
  DmsEndpointCustomerManagedKey: [
    [
      'a password with a key',
      'compliant',
      'AWS::DMS::Endpoint',
      { EndpointType: 'source', EngineName: 'oracle', Password: unknown, KmsKeyId: keyArn },
    ],
    [
      'files with a key of S3',
      'violation',
      'AWS::DMS::Endpoint',
      { EndpointType: 'target', EngineName: 's3', S3Settings: { BucketName: 'migrated' } },
    ],
    [
      'a password with the key of AWS',
      'violation',
      'AWS::DMS::Endpoint',
      { EndpointType: 'source', EngineName: 'oracle', Password: unknown },
    ],
    ['nobody knows the key', 'undetermined', 'AWS::DMS::Endpoint', { Password: unknown, KmsKeyId: unknown }],
    [
      'files with a key',
      'compliant',
      'AWS::DMS::Endpoint',
      {
        EndpointType: 'target',
        S3Settings: { EncryptionMode: 'SSE_KMS', ServerSideEncryptionKmsKeyId: keyArn },
      },
    ],
    [
      'the password is a secret',
      'compliant',
      'AWS::DMS::Endpoint',
      { EndpointType: 'source', PostgreSqlSettings: { SecretsManagerSecretId: 'database' } },
    ],
  ],
  SageMakerJobCustomerManagedKey: [
    [
      'volumes and output with a key',
      'compliant',
      'AWS::SageMaker::ProcessingJob',
      job({ VolumeKmsKeyId: keyArn }, keyArn),
    ],
    ['volumes without', 'violation', 'AWS::SageMaker::ProcessingJob', job({}, keyArn)],
    ['output without', 'violation', 'AWS::SageMaker::ProcessingJob', job({ VolumeKmsKeyId: keyArn })],
    [
      'nobody knows the key',
      'undetermined',
      'AWS::SageMaker::ProcessingJob',
      job({ VolumeKmsKeyId: unknown }, keyArn),
    ],
    [
      'a machine that encrypts its own disks',
      'compliant',
      'AWS::SageMaker::ProcessingJob',
      job({ InstanceType: 'ml.m5d.large' }, keyArn),
    ],
    [
      'a definition that stands elsewhere',
      'compliant',
      'AWS::SageMaker::MonitoringSchedule',
      monitoring({ MonitoringJobDefinitionName: 'quality' }),
    ],
    [
      'a definition inside without keys',
      'violation',
      'AWS::SageMaker::MonitoringSchedule',
      monitoring({ MonitoringJobDefinition: { MonitoringOutputConfig: {} } }),
    ],
    [
      'a definition of its own',
      'violation',
      'AWS::SageMaker::DataQualityJobDefinition',
      { DataQualityJobOutputConfig: { KmsKeyId: keyArn } },
    ],
  ],
  SageMakerFeatureStoreCustomerManagedKey: [
    [
      'both stores with a key',
      'compliant',
      'AWS::SageMaker::FeatureGroup',
      {
        FeatureGroupName: 'households',
        OnlineStoreConfig: { EnableOnlineStore: true, SecurityConfig: { KmsKeyId: keyArn } },
        OfflineStoreConfig: { S3StorageConfig: { S3Uri: 's3://features', KmsKeyId: keyArn } },
      },
    ],
    [
      'the online store without',
      'violation',
      'AWS::SageMaker::FeatureGroup',
      { FeatureGroupName: 'households', OnlineStoreConfig: { EnableOnlineStore: true } },
    ],
    [
      'nobody knows the key',
      'undetermined',
      'AWS::SageMaker::FeatureGroup',
      { OfflineStoreConfig: { S3StorageConfig: { KmsKeyId: unknown } } },
    ],
  ],
  SageMakerCaptureCustomerManagedKey: [
    [
      'captured with a key',
      'compliant',
      'AWS::SageMaker::EndpointConfig',
      { DataCaptureConfig: { EnableCapture: true, DestinationS3Uri: 's3://captured', KmsKeyId: keyArn } },
    ],
    [
      'captured without',
      'violation',
      'AWS::SageMaker::EndpointConfig',
      { DataCaptureConfig: { EnableCapture: true, DestinationS3Uri: 's3://captured' } },
    ],
    ['nothing is kept', 'compliant', 'AWS::SageMaker::EndpointConfig', { ProductionVariants: [] }],
    [
      'nobody knows the key',
      'undetermined',
      'AWS::SageMaker::EndpointConfig',
      { AsyncInferenceConfig: { OutputConfig: { KmsKeyId: unknown } } },
    ],
  ],
  OpenSearchServerlessCustomerManagedKey: [
    [
      'a policy with a key',
      'compliant',
      AOSS,
      encryptionPolicy({
        Rules: [],
        AWSOwnedKey: false,
        KmsARN: 'arn:aws:kms:ap-northeast-1:111122223333:alias/search',
      }),
    ],
    ['a policy with the key of AWS', 'violation', AOSS, encryptionPolicy({ Rules: [], AWSOwnedKey: true })],
    [
      'a policy with a key of the deployment',
      'compliant',
      AOSS,
      { Type: 'encryption', Policy: { 'Fn::Sub': '{"Rules":[],"KmsARN":"${Key.Arn}"}' } },
    ],
    ['a policy that nobody knows', 'undetermined', AOSS, { Type: 'encryption', Policy: unknown }],
    ['a policy about the network', 'compliant', AOSS, { Type: 'network', Policy: '[]' }],
    ['a collection with a key', 'compliant', COLLECTION, { EncryptionConfig: { KmsKeyArn: keyArn } }],
    ['a collection with that of AWS', 'violation', COLLECTION, { EncryptionConfig: { AWSOwnedKey: true } }],
    ['a collection whose policy is elsewhere', 'undetermined', COLLECTION, { Name: 'ordinances' }],
    [
      'a collection whose policy is judged by itself',
      'compliant',
      COLLECTION,
      { Name: 'ordinances' },
      { Policy: { Type: AOSS, Properties: encryptionPolicy({ AWSOwnedKey: true }) } },
    ],
  ],
  LambdaEnvironmentCustomerManagedKey: [
    [
      'variables with a key',
      'compliant',
      'AWS::Lambda::Function',
      { Runtime: 'nodejs22.x', Environment: variables, KmsKeyArn: keyArn },
    ],
    [
      'variables without',
      'violation',
      'AWS::Lambda::Function',
      { Runtime: 'nodejs22.x', Environment: variables },
    ],
    ['no variables', 'compliant', 'AWS::Lambda::Function', { Environment: { Variables: {} } }],
    [
      'a switch of the SDK alone, as CDK sets it for functions of its own',
      'compliant',
      'AWS::Lambda::Function',
      { Environment: { Variables: { AWS_CA_BUNDLE: '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem' } } },
    ],
    [
      'a setting beside a switch of the SDK',
      'violation',
      'AWS::Lambda::Function',
      { Environment: { Variables: { AWS_NODEJS_CONNECTION_REUSE_ENABLED: '1', TABLE: 'applications' } } },
    ],
    [
      'nobody knows the key',
      'undetermined',
      'AWS::Lambda::Function',
      { Environment: variables, KmsKeyArn: unknown },
    ],
  ],
  LambdaStateCustomerManagedKey: [
    [
      'states with a key',
      'compliant',
      'AWS::Lambda::Function',
      { Runtime: 'nodejs24.x', DurableConfig: { ExecutionTimeout: 86400, KMSKeyArn: keyArn } },
    ],
    [
      'states without',
      'violation',
      'AWS::Lambda::Function',
      { Runtime: 'nodejs24.x', DurableConfig: { ExecutionTimeout: 86400 } },
    ],
    ['no states', 'compliant', 'AWS::Lambda::Function', { Runtime: 'nodejs24.x' }],
    [
      'nobody knows the key',
      'undetermined',
      'AWS::Lambda::Function',
      { DurableConfig: { KMSKeyArn: unknown } },
    ],
  ],
  ConfigurationRecordsCustomerManagedKey: [
    [
      'configuration with a key',
      'compliant',
      'AWS::Config::DeliveryChannel',
      { S3BucketName: 'records', S3KmsKeyArn: keyArn },
    ],
    [
      'configuration with the key of AWS',
      'violation',
      'AWS::Config::DeliveryChannel',
      { S3BucketName: 'records', S3KmsKeyArn: 'alias/aws/s3' },
    ],
    [
      'a bucket of the deployment',
      'compliant',
      'AWS::Config::DeliveryChannel',
      { S3BucketName: { Ref: 'Bucket' } },
      { Bucket: bucket },
    ],
    ['a bucket elsewhere', 'evidence', 'AWS::Config::DeliveryChannel', { S3BucketName: 'records' }],
    [
      'installed software',
      'evidence',
      'AWS::SSM::ResourceDataSync',
      { S3Destination: { BucketName: 'records', SyncFormat: 'JsonSerDe' } },
    ],
    [
      'installed software in the older way',
      'evidence',
      'AWS::SSM::ResourceDataSync',
      { BucketName: 'records' },
    ],
    [
      'accounts that are read from',
      'compliant',
      'AWS::SSM::ResourceDataSync',
      { SyncType: 'SyncFromSource' },
    ],
    [
      'threats, whose key nobody knows',
      'undetermined',
      'AWS::GuardDuty::PublishingDestination',
      { DestinationProperties: { KmsKeyArn: unknown } },
    ],
  ],
  CodePipelineArtifactsCustomerManagedKey: [
    [
      'artifacts with a key',
      'compliant',
      'AWS::CodePipeline::Pipeline',
      { ArtifactStore: { Type: 'S3', Location: 'artifacts', EncryptionKey: { Type: 'KMS', Id: keyArn } } },
    ],
    [
      'artifacts without',
      'violation',
      'AWS::CodePipeline::Pipeline',
      { ArtifactStore: { Type: 'S3', Location: 'artifacts' } },
    ],
    [
      'one of two regions without',
      'violation',
      'AWS::CodePipeline::Pipeline',
      {
        ArtifactStores: [
          { Region: 'ap-northeast-1', ArtifactStore: { EncryptionKey: { Id: keyArn } } },
          { Region: 'ap-northeast-3', ArtifactStore: { Location: 'artifacts-osaka' } },
        ],
      },
    ],
    [
      'nobody knows the key',
      'undetermined',
      'AWS::CodePipeline::Pipeline',
      { ArtifactStore: { EncryptionKey: { Id: unknown } } },
    ],
  ],
  AppConfigCustomerManagedKey: [
    [
      'hosted with a key',
      'compliant',
      'AWS::AppConfig::ConfigurationProfile',
      { Name: 'counters', LocationUri: 'hosted', KmsKeyIdentifier: keyArn },
    ],
    [
      'hosted without',
      'violation',
      'AWS::AppConfig::ConfigurationProfile',
      { Name: 'counters', LocationUri: 'hosted' },
    ],
    [
      'kept elsewhere',
      'compliant',
      'AWS::AppConfig::ConfigurationProfile',
      { LocationUri: 'ssm-parameter://counters' },
    ],
    [
      'nobody knows the key',
      'undetermined',
      'AWS::AppConfig::ConfigurationProfile',
      { LocationUri: 'hosted', KmsKeyIdentifier: unknown },
    ],
  ],
  EcsStorageCustomerManagedKey: [
    [
      'a cluster of Fargate with a key',
      'compliant',
      'AWS::ECS::Cluster',
      {
        CapacityProviders: ['FARGATE'],
        Configuration: { ManagedStorageConfiguration: { FargateEphemeralStorageKmsKeyId: keyArn } },
      },
    ],
    ['a cluster of Fargate without', 'violation', 'AWS::ECS::Cluster', { CapacityProviders: ['FARGATE'] }],
    ['a cluster of machines', 'compliant', 'AWS::ECS::Cluster', { ClusterName: 'batch' }],
    [
      'a cluster whose service runs on Fargate',
      'violation',
      'AWS::ECS::Cluster',
      {},
      {
        Service: {
          Type: 'AWS::ECS::Service',
          Properties: { Cluster: { Ref: 'Subject' }, LaunchType: 'FARGATE' },
        },
      },
    ],
    [
      'nobody knows the key',
      'undetermined',
      'AWS::ECS::Cluster',
      {
        CapacityProviders: ['FARGATE_SPOT'],
        Configuration: { ManagedStorageConfiguration: { FargateEphemeralStorageKmsKeyId: unknown } },
      },
    ],
  ],
  ImageBuilderCustomerManagedKey: [
    [
      'a volume with a key',
      'compliant',
      'AWS::ImageBuilder::ImageRecipe',
      { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { Encrypted: true, KmsKeyId: keyArn } }] },
    ],
    [
      'a volume without',
      'violation',
      'AWS::ImageBuilder::ImageRecipe',
      { BlockDeviceMappings: [{ DeviceName: '/dev/xvda', Ebs: { VolumeSize: 30 } }] },
    ],
    [
      'an image that is handed out without',
      'violation',
      'AWS::ImageBuilder::DistributionConfiguration',
      { Distributions: [{ Region: 'ap-northeast-1', AmiDistributionConfiguration: { Name: 'server' } }] },
    ],
    [
      'a container that is handed out',
      'compliant',
      'AWS::ImageBuilder::DistributionConfiguration',
      { Distributions: [{ Region: 'ap-northeast-1', ContainerDistributionConfiguration: {} }] },
    ],
    [
      'nobody knows the key',
      'undetermined',
      'AWS::ImageBuilder::ContainerRecipe',
      { InstanceConfiguration: { BlockDeviceMappings: [{ Ebs: { Encrypted: true, KmsKeyId: unknown } }] } },
    ],
  ],
};

for (const [id, rows] of Object.entries(ROWS)) {
  const rule = RULES.find((candidate) => candidate.id === id);
  if (rule === undefined) throw new Error(id);
  ruleCases(
    rule,
    rows.map(([name, expected, Type, Properties, more], index) => ({
      name,
      expect: expected,
      subject: 'Subject',
      resources: {
        ...(/"Key|\$\{Key/.test(JSON.stringify(Properties)) ? { Key: key } : {}),
        Subject: { Type, Properties },
        ...more,
      },
      ...(index < 2 ? { example: true as const } : {}),
    })),
  );
}
