import { type AccuracyCase, accuracyCases, att, ref, res, sub } from './support';

const KEY = res('AWS::KMS::Key', {
  EnableKeyRotation: true,
  KeyPolicy: {
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: sub('arn:${AWS::Partition}:iam::${AWS::AccountId}:root') },
        Action: 'kms:*',
        Resource: '*',
      },
    ],
  },
});

const one = (type: string, properties: object, more: Record<string, unknown> = {}) => ({
  Key: KEY,
  It: res(type, properties),
  ...more,
});

const DATABASES: readonly AccuracyCase[] = [
  {
    name: 'a database with an own key, true being a string',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    resources: one('AWS::RDS::DBInstance', {
      Engine: 'postgres',
      StorageEncrypted: 'true',
      KmsKeyId: ref('Key'),
    }),
  },
  {
    name: 'a database that is encrypted with the key of RDS',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::RDS::DBCluster', { Engine: 'aurora-mysql', StorageEncrypted: true }),
  },
  {
    name: 'an own key is named and encryption is off',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::RDS::DBCluster', {
      Engine: 'aurora-mysql',
      StorageEncrypted: 'false',
      KmsKeyId: ref('Key'),
    }),
  },
  {
    name: 'an instance of a cluster has the storage of the cluster',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'Writer',
    resources: one(
      'AWS::RDS::DBCluster',
      { Engine: 'aurora-postgresql', StorageEncrypted: true, KmsKeyId: att('Key', 'Arn') },
      {
        Writer: res('AWS::RDS::DBInstance', { Engine: 'aurora-postgresql', DBClusterIdentifier: ref('It') }),
      },
    ),
  },
  {
    name: 'a read replica in the same region has the key of its source',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'Replica',
    resources: one(
      'AWS::RDS::DBInstance',
      { Engine: 'postgres', StorageEncrypted: true, KmsKeyId: att('Key', 'Arn') },
      { Replica: res('AWS::RDS::DBInstance', { SourceDBInstanceIdentifier: ref('It') }) },
    ),
  },
  {
    name: 'a database from a snapshot is encrypted as the snapshot is',
    clause: '4(1)④',
    expect: 'undetermined',
    on: 'It',
    resources: one('AWS::RDS::DBInstance', { DBSnapshotIdentifier: 'rds:juki-2026-01-01' }),
  },
  {
    name: 'a table that is encrypted with the key of DynamoDB',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::DynamoDB::Table', { SSESpecification: { SSEEnabled: true } }),
  },
  {
    name: 'a table with an own key',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    resources: one('AWS::DynamoDB::Table', {
      SSESpecification: { SSEEnabled: true, SSEType: 'KMS', KMSMasterKeyId: att('Key', 'Arn') },
    }),
  },
  {
    name: 'the second replica of a global table names no key',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Key: { Type: AWS::KMS::Key, Properties: { EnableKeyRotation: true } }
  It:
    Type: AWS::DynamoDB::GlobalTable
    Properties:
      SSESpecification: { SSEEnabled: true, SSEType: KMS }
      Replicas:
        - { Region: ap-northeast-1, SSESpecification: { KMSMasterKeyId: !GetAtt Key.Arn } }
        - { Region: ap-northeast-3 }
`,
  },
  {
    name: 'a warehouse that is encrypted with the key of Redshift',
    clause: '9.2(6)①(オ)',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::Redshift::Cluster', { Encrypted: true, DBName: 'tax' }),
  },
  {
    name: 'a cache that is encrypted with a key of AWS',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::ElastiCache::ReplicationGroup', { AtRestEncryptionEnabled: true }),
  },
  {
    name: 'a search domain with an own key',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Key: { Type: AWS::KMS::Key, Properties: { EnableKeyRotation: true } }
  It:
    Type: AWS::OpenSearchService::Domain
    Properties: { EncryptionAtRestOptions: { Enabled: yes, KmsKeyId: !Ref Key } }
`,
  },
];

const OTHERS: readonly AccuracyCase[] = [
  {
    name: 'a queue with the alias of the key of SQS',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::SQS::Queue', { KmsMasterKeyId: 'alias/aws/sqs' }),
  },
  {
    name: 'only customers make aliases that do not begin with aws/',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    resources: one('AWS::SQS::Queue', { KmsMasterKeyId: 'alias/juki-queue' }),
  },
  {
    name: 'a queue with the encryption of SQS itself',
    clause: '9.2(5)①(イ)',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::SQS::Queue', { SqsManagedSseEnabled: true }),
  },
  {
    name: 'a topic in clear text',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::SNS::Topic', { TopicName: 'tax' }),
  },
  {
    name: 'a log group without a key',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  It: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 365 } }
`,
  },
  {
    name: 'a log group of the LGWAN zone with confidentiality 1',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    template: `
Metadata: { Jichitai: { Zone: lgwan, Confidentiality: 1 } }
Resources:
  It: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 365 } }
`,
  },
  {
    name: 'a secret with the own key by its id',
    clause: '9.2(7)③',
    expect: 'compliant',
    on: 'It',
    resources: one('AWS::SecretsManager::Secret', {
      KmsKeyId: att('Key', 'KeyId'),
      GenerateSecretString: { PasswordLength: 32 },
    }),
  },
  {
    name: 'a stream with the key of Kinesis',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::Kinesis::Stream', {
      StreamEncryption: { EncryptionType: 'KMS', KeyId: 'alias/aws/kinesis' },
    }),
  },
  {
    name: 'a delivery stream whose source is an encrypted stream takes no encryption of its own',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'Delivery',
    resources: one(
      'AWS::Kinesis::Stream',
      { StreamEncryption: { EncryptionType: 'KMS', KeyId: att('Key', 'Arn') } },
      {
        Delivery: res('AWS::KinesisFirehose::DeliveryStream', {
          DeliveryStreamType: 'KinesisStreamAsSource',
          KinesisStreamSourceConfiguration: { KinesisStreamARN: att('It', 'Arn'), RoleARN: 'role' },
        }),
      },
    ),
  },
  {
    name: 'a repository with the key of ECR',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::ECR::Repository', { EncryptionConfiguration: { EncryptionType: 'KMS' } }),
  },
  {
    name: 'a volume is not encrypted',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::EC2::Volume', { Encrypted: false, Size: 100, AvailabilityZone: 'ap-northeast-1a' }),
  },
  {
    name: 'disks of an instance are encrypted, and further mappings are no disks',
    clause: '4(1)④',
    expect: 'compliant',
    on: 'It',
    resources: one('AWS::EC2::Instance', {
      ImageId: 'ami-1',
      BlockDeviceMappings: [
        { DeviceName: '/dev/xvda', Ebs: { Encrypted: true, KmsKeyId: att('Key', 'Arn'), VolumeSize: 30 } },
        { DeviceName: '/dev/sdb', NoDevice: {} },
        { DeviceName: '/dev/sdc', VirtualName: 'ephemeral0' },
      ],
    }),
  },
  {
    name: 'a file system with the key of EFS',
    clause: '4(1)④',
    expect: 'violation',
    on: 'It',
    resources: one('AWS::EFS::FileSystem', { Encrypted: true }),
  },
  {
    name: 'a vault with a key from another region of the same deployment, by parameter',
    clause: '4(1)④',
    expect: 'undetermined',
    on: 'It',
    template: {
      Parameters: { KeyArn: { Type: 'AWS::SSM::Parameter::Value<String>', Default: '/keys/backup' } },
      Resources: {
        It: res('AWS::Backup::BackupVault', { BackupVaultName: 'juki', EncryptionKeyArn: ref('KeyArn') }),
      },
    },
  },
];

accuracyCases('encryption at rest: databases and others', [...DATABASES, ...OTHERS]);
