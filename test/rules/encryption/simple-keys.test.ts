import type { Rule } from '../../../lib/rules/define';
import { RULES } from '../../../lib/rules/index';
import { type RuleCase, ruleCases } from '../../helpers/rule-cases';

const key = { Type: 'AWS::KMS::Key', Properties: { EnableKeyRotation: true } };
const keyArn = { 'Fn::GetAtt': ['Key', 'Arn'] };

/** Of each rule whose resource names its key in one place: how a resource with this key is written. */
const WRITE: Readonly<Record<string, readonly [type: string, write: (key: unknown) => object][]>> = {
  SqsQueueCustomerManagedKey: [['AWS::SQS::Queue', (KmsMasterKeyId) => ({ KmsMasterKeyId })]],
  SnsTopicCustomerManagedKey: [['AWS::SNS::Topic', (KmsMasterKeyId) => ({ KmsMasterKeyId })]],
  LogGroupCustomerManagedKey: [['AWS::Logs::LogGroup', (KmsKeyId) => ({ KmsKeyId })]],
  SecretCustomerManagedKey: [['AWS::SecretsManager::Secret', (KmsKeyId) => ({ KmsKeyId })]],
  BackupVaultCustomerManagedKey: [
    ['AWS::Backup::BackupVault', (EncryptionKeyArn) => ({ BackupVaultName: 'vault', EncryptionKeyArn })],
    ['AWS::Backup::LogicallyAirGappedBackupVault', (EncryptionKeyArn) => ({ EncryptionKeyArn })],
  ],
  FsxCustomerManagedKey: [['AWS::FSx::FileSystem', (KmsKeyId) => ({ FileSystemType: 'WINDOWS', KmsKeyId })]],
  EfsCustomerManagedKey: [['AWS::EFS::FileSystem', (KmsKeyId) => ({ Encrypted: 'true', KmsKeyId })]],
  EbsVolumeCustomerManagedKey: [['AWS::EC2::Volume', (KmsKeyId) => ({ Encrypted: true, KmsKeyId })]],
  MemoryDbCustomerManagedKey: [['AWS::MemoryDB::Cluster', (KmsKeyId) => ({ KmsKeyId })]],
  MskCustomerManagedKey: [
    [
      'AWS::MSK::Cluster',
      (DataVolumeKMSKeyId) => ({ EncryptionInfo: { EncryptionAtRest: { DataVolumeKMSKeyId } } }),
    ],
  ],
  TimestreamCustomerManagedKey: [['AWS::Timestream::Database', (KmsKeyId) => ({ KmsKeyId })]],
  SageMakerVolumeCustomerManagedKey: [
    ['AWS::SageMaker::NotebookInstance', (KmsKeyId) => ({ KmsKeyId })],
    ['AWS::SageMaker::Domain', (KmsKeyId) => ({ KmsKeyId })],
  ],
  DmsReplicationCustomerManagedKey: [['AWS::DMS::ReplicationInstance', (KmsKeyId) => ({ KmsKeyId })]],
  KinesisStreamCustomerManagedKey: [
    ['AWS::Kinesis::Stream', (KeyId) => ({ StreamEncryption: { EncryptionType: 'KMS', KeyId } })],
  ],
  EcrRepositoryCustomerManagedKey: [
    ['AWS::ECR::Repository', (KmsKey) => ({ EncryptionConfiguration: { EncryptionType: 'KMS', KmsKey } })],
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

/** Resources that without any property have nothing to encrypt, or do not show it. */
const NOTHING_TO_ENCRYPT = ['AWS::ECS::Service', 'AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate'];

function casesOf(type: string, write: (key: unknown) => object): readonly RuleCase[] {
  const resources = (Properties: object) => ({ Key: key, Subject: { Type: type, Properties } });
  const subject = 'Subject';
  const about = (text: string) => `${type} ${text}`;
  return [
    {
      name: about('with a key of the deployment'),
      expect: 'compliant',
      subject,
      resources: resources(write(keyArn)),
    },
    {
      name: about('with the id of a key of the deployment'),
      expect: 'compliant',
      subject,
      resources: resources(write({ Ref: 'Key' })),
    },
    {
      name: about('with an alias that the customer gave'),
      expect: 'compliant',
      subject,
      resources: resources(write('alias/resident-record')),
    },
    {
      name: about('without a key, so with one of AWS'),
      expect: 'violation',
      subject,
      resources: resources(write(undefined)),
    },
    {
      name: about('without a key as AWS::NoValue, which is the same'),
      expect: 'violation',
      subject,
      resources: resources(write({ Ref: 'AWS::NoValue' })),
    },
    {
      name: about('with the key that AWS manages, by its alias'),
      expect: 'violation',
      subject,
      resources: resources(write('alias/aws/service')),
    },
    ...(NOTHING_TO_ENCRYPT.includes(type)
      ? []
      : [
          {
            name: about('with no encryption written at all'),
            expect: 'violation' as const,
            subject,
            resources: resources({}),
          },
        ]),
    {
      name: about('with a key from a parameter, which nobody knows'),
      expect: 'undetermined',
      subject,
      template: {
        Parameters: { KeyArn: { Type: 'String', Default: 'alias/aws/service' } },
        Resources: resources(write({ Ref: 'KeyArn' })),
      },
    },
    {
      name: about('with a key that nothing at hand exports'),
      expect: 'undetermined',
      subject,
      resources: resources(write({ 'Fn::ImportValue': 'shared-key' })),
    },
    {
      name: about('with a key that another stack exports'),
      expect: 'compliant',
      subject,
      template: [
        { Resources: { Subject: { Type: type, Properties: write({ 'Fn::ImportValue': 'key' }) } } },
        { Resources: { Key: key }, Outputs: { Arn: { Value: keyArn, Export: { Name: 'key' } } } },
      ],
    },
    {
      name: about('with a key in production only'),
      expect: 'violation',
      subject,
      message: /when Env is "test"/,
      template: {
        Parameters: { Env: { Type: 'String', AllowedValues: ['production', 'test'] } },
        Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
        Resources: resources(write({ 'Fn::If': ['Production', keyArn, { Ref: 'AWS::NoValue' }] })),
      },
    },
    {
      name: about('in the Internet zone with public information'),
      expect: 'compliant',
      subject,
      zone: 'internet',
      template: { Metadata: { Jichitai: { Confidentiality: 1 } }, Resources: resources(write(undefined)) },
    },
    {
      name: about('in the Internet zone with confidential information'),
      expect: 'violation',
      subject,
      zone: 'internet',
      template: { Metadata: { Jichitai: { Confidentiality: 2 } }, Resources: resources(write(undefined)) },
    },
  ];
}

for (const [id, types] of Object.entries(WRITE)) {
  const rule = RULES.find((candidate) => candidate.id === id) as Rule;
  ruleCases(
    rule,
    types.flatMap(([type, write]) => casesOf(type, write)),
  );
}

test('every rule for a customer managed key is among them or has a test of its own', () => {
  const ids = RULES.map(({ id }) => id).filter((id) => id.endsWith('CustomerManagedKey'));
  const own = [
    'AthenaWorkGroupCustomerManagedKey',
    'ManagedPasswordCustomerManagedKey',
    'RdsPerformanceInsightsCustomerManagedKey',
  ];
  expect(ids.filter((id) => !own.includes(id))).toEqual(Object.keys(WRITE).sort());
});
