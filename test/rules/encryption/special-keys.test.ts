import { AthenaWorkGroupCustomerManagedKey } from '../../../lib/rules/encryption/AthenaWorkGroupCustomerManagedKey';
import { DynamoDbCustomerManagedKey } from '../../../lib/rules/encryption/DynamoDbCustomerManagedKey';
import { EbsVolumeCustomerManagedKey } from '../../../lib/rules/encryption/EbsVolumeCustomerManagedKey';
import { EfsCustomerManagedKey } from '../../../lib/rules/encryption/EfsCustomerManagedKey';
import { ElastiCacheCustomerManagedKey } from '../../../lib/rules/encryption/ElastiCacheCustomerManagedKey';
import { FirehoseCustomerManagedKey } from '../../../lib/rules/encryption/FirehoseCustomerManagedKey';
import { InstanceVolumesCustomerManagedKey } from '../../../lib/rules/encryption/InstanceVolumesCustomerManagedKey';
import { RedshiftCustomerManagedKey } from '../../../lib/rules/encryption/RedshiftCustomerManagedKey';
import { SecretCustomerManagedKey } from '../../../lib/rules/encryption/SecretCustomerManagedKey';
import { SqsQueueCustomerManagedKey } from '../../../lib/rules/encryption/SqsQueueCustomerManagedKey';
import { ruleCases } from '../../helpers/rule-cases';

const key = { Type: 'AWS::KMS::Key' };
const keyArn = { 'Fn::GetAtt': ['Key', 'Arn'] };
const subject = 'Subject';
const PLAIN = 'covered by simple-keys.test.ts';
const none = { compliant: PLAIN, violation: PLAIN, undetermined: PLAIN };
const one = (type: string, properties: object) => ({
  Key: key,
  Subject: { Type: type, Properties: properties },
});

ruleCases(
  SqsQueueCustomerManagedKey,
  [
    {
      name: 'SSE-SQS is a key of AWS',
      expect: 'violation',
      subject,
      resources: one('AWS::SQS::Queue', { SqsManagedSseEnabled: true }),
    },
    {
      name: 'a custom resource may give any key',
      expect: 'undetermined',
      subject,
      resources: {
        Lookup: { Type: 'Custom::KeyLookup' },
        Subject: {
          Type: 'AWS::SQS::Queue',
          Properties: { KmsMasterKeyId: { 'Fn::GetAtt': ['Lookup', 'Arn'] } },
        },
      },
    },
    {
      name: 'an alias of the deployment',
      expect: 'compliant',
      subject,
      resources: {
        Key: key,
        Alias: { Type: 'AWS::KMS::Alias', Properties: { AliasName: 'alias/q', TargetKeyId: { Ref: 'Key' } } },
        Subject: { Type: 'AWS::SQS::Queue', Properties: { KmsMasterKeyId: { Ref: 'Alias' } } },
      },
    },
  ],
  none,
);

ruleCases(
  SecretCustomerManagedKey,
  [
    {
      name: 'a replica has a key of its own region',
      expect: 'violation',
      subject,
      resources: one('AWS::SecretsManager::Secret', {
        KmsKeyId: keyArn,
        ReplicaRegions: [{ Region: 'ap-northeast-3' }],
      }),
      property: 'ReplicaRegions[0].KmsKeyId',
    },
    {
      name: 'a replica with a key',
      expect: 'compliant',
      subject,
      resources: one('AWS::SecretsManager::Secret', {
        KmsKeyId: keyArn,
        ReplicaRegions: [{ Region: 'ap-northeast-3', KmsKeyId: 'alias/osaka' }],
      }),
    },
  ],
  none,
);

ruleCases(
  DynamoDbCustomerManagedKey,
  [
    {
      name: 'a key that is not switched on',
      expect: 'violation',
      subject,
      resources: one('AWS::DynamoDB::Table', {
        SSESpecification: { SSEEnabled: false, KMSMasterKeyId: keyArn },
      }),
    },
    {
      name: 'a global table of which one replica has no key',
      expect: 'violation',
      subject,
      resources: one('AWS::DynamoDB::GlobalTable', {
        SSESpecification: { SSEEnabled: true, SSEType: 'KMS' },
        Replicas: [
          { Region: 'ap-northeast-1', SSESpecification: { KMSMasterKeyId: keyArn } },
          { Region: 'ap-northeast-3' },
        ],
      }),
      property: 'Replicas[1].SSESpecification.KMSMasterKeyId',
    },
  ],
  none,
);

ruleCases(
  EfsCustomerManagedKey,
  [
    {
      name: 'a key without the switch encrypts nothing',
      expect: 'violation',
      subject,
      resources: one('AWS::EFS::FileSystem', { KmsKeyId: keyArn }),
      property: 'Encrypted',
    },
    {
      name: 'a copy in another region without a key has that of AWS',
      expect: 'violation',
      subject,
      resources: one('AWS::EFS::FileSystem', {
        Encrypted: true,
        KmsKeyId: keyArn,
        ReplicationConfiguration: { Destinations: [{ Region: 'ap-northeast-3' }] },
      }),
    },
    {
      name: 'a copy onto a file system outside of the templates',
      expect: 'undetermined',
      subject,
      resources: one('AWS::EFS::FileSystem', {
        Encrypted: true,
        KmsKeyId: keyArn,
        ReplicationConfiguration: { Destinations: [{ Region: 'ap-northeast-3', FileSystemId: 'fs-1' }] },
      }),
    },
    {
      name: 'a copy onto a file system that is judged by itself',
      expect: 'compliant',
      subject,
      resources: {
        ...one('AWS::EFS::FileSystem', {
          Encrypted: true,
          KmsKeyId: keyArn,
          ReplicationConfiguration: { Destinations: [{ FileSystemId: { Ref: 'Other' } }] },
        }),
        Other: { Type: 'AWS::EFS::FileSystem' },
      },
    },
  ],
  none,
);

ruleCases(
  FirehoseCustomerManagedKey,
  [
    {
      name: 'a stream that reads from a data stream takes no key',
      expect: 'compliant',
      subject,
      resources: one('AWS::KinesisFirehose::DeliveryStream', { DeliveryStreamType: 'KinesisStreamAsSource' }),
    },
    {
      name: 'a key that AWS owns',
      expect: 'violation',
      subject,
      resources: one('AWS::KinesisFirehose::DeliveryStream', {
        DeliveryStreamEncryptionConfigurationInput: { KeyType: 'AWS_OWNED_CMK' },
      }),
    },
  ],
  none,
);

ruleCases(
  ElastiCacheCustomerManagedKey,
  [
    {
      name: 'memcached stores nothing',
      expect: 'compliant',
      subject,
      resources: one('AWS::ElastiCache::CacheCluster', { Engine: 'memcached' }),
    },
    {
      name: 'a single Redis node cannot be encrypted',
      expect: 'violation',
      subject,
      resources: one('AWS::ElastiCache::CacheCluster', { Engine: 'redis' }),
    },
  ],
  none,
);

ruleCases(
  RedshiftCustomerManagedKey,
  [
    {
      name: 'encryption that is refused',
      expect: 'violation',
      subject,
      resources: one('AWS::Redshift::Cluster', { Encrypted: false, KmsKeyId: keyArn }),
    },
    {
      name: 'one from a snapshot has the key of the snapshot',
      expect: 'undetermined',
      subject,
      resources: one('AWS::Redshift::Cluster', { SnapshotIdentifier: 'x' }),
    },
  ],
  none,
);

ruleCases(AthenaWorkGroupCustomerManagedKey, [
  {
    name: 'results with a key',
    expect: 'compliant',
    subject,
    resources: one('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: {
        ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_KMS', KmsKey: keyArn } },
      },
    }),
  },
  {
    name: 'results with a key of S3',
    expect: 'violation',
    subject,
    resources: one('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: {
        ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_S3' } },
      },
    }),
  },
  {
    name: 'a setting that clients may override',
    expect: 'violation',
    subject,
    resources: one('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: {
        EnforceWorkGroupConfiguration: false,
        ResultConfiguration: { EncryptionConfiguration: { EncryptionOption: 'SSE_KMS', KmsKey: keyArn } },
      },
    }),
  },
  {
    name: 'results that are encrypted as their bucket is',
    expect: 'evidence',
    subject,
    resources: one('AWS::Athena::WorkGroup', { Name: 'residents' }),
  },
  {
    name: 'a key that nobody knows',
    expect: 'undetermined',
    subject,
    resources: one('AWS::Athena::WorkGroup', {
      WorkGroupConfiguration: {
        ResultConfiguration: {
          EncryptionConfiguration: { EncryptionOption: 'SSE_KMS', KmsKey: { 'Fn::ImportValue': 'k' } },
        },
      },
    }),
  },
]);

ruleCases(
  EbsVolumeCustomerManagedKey,
  [
    {
      name: 'the default of the account does not count',
      expect: 'violation',
      subject,
      resources: one('AWS::EC2::Volume', { Size: 10 }),
    },
    {
      name: 'encrypted with the default key',
      expect: 'violation',
      subject,
      resources: one('AWS::EC2::Volume', { Encrypted: true }),
    },
    {
      name: 'one from a snapshot has the key of the snapshot',
      expect: 'undetermined',
      subject,
      resources: one('AWS::EC2::Volume', { SnapshotId: 'snap-1' }),
    },
    {
      name: 'one from a snapshot with a key of its own',
      expect: 'compliant',
      subject,
      resources: one('AWS::EC2::Volume', { SnapshotId: 'snap-1', Encrypted: true, KmsKeyId: keyArn }),
    },
    {
      name: 'a copy of a volume that has a key',
      expect: 'compliant',
      subject,
      resources: {
        ...one('AWS::EC2::Volume', { SourceVolumeId: { Ref: 'Source' } }),
        Source: { Type: 'AWS::EC2::Volume', Properties: { Encrypted: true, KmsKeyId: keyArn } },
      },
    },
  ],
  none,
);

const mappings = (...BlockDeviceMappings: object[]) => ({ BlockDeviceMappings });
ruleCases(
  InstanceVolumesCustomerManagedKey,
  [
    {
      name: 'one volume of two',
      expect: 'violation',
      subject,
      resources: one(
        'AWS::EC2::Instance',
        mappings(
          { DeviceName: '/dev/xvda', Ebs: { Encrypted: true, KmsKeyId: keyArn } },
          { DeviceName: '/dev/xvdb', Ebs: { VolumeSize: 100 } },
        ),
      ),
      property: 'BlockDeviceMappings[1].Ebs.Encrypted',
    },
    {
      name: 'an instance store and a suppressed device are no volumes',
      expect: 'compliant',
      subject,
      resources: one(
        'AWS::EC2::Instance',
        mappings(
          { DeviceName: '/dev/xvda', Ebs: { Encrypted: true, KmsKeyId: keyArn } },
          { DeviceName: '/dev/xvdb', VirtualName: 'ephemeral0' },
          { DeviceName: '/dev/xvdc', NoDevice: {} },
        ),
      ),
    },
    {
      name: 'without any mapping the image decides',
      expect: 'undetermined',
      subject,
      resources: one('AWS::EC2::Instance', { ImageId: 'ami-0123456789abcdef0' }),
    },
    {
      name: 'images that AWS publishes are not encrypted',
      expect: 'violation',
      subject,
      resources: one('AWS::EC2::Instance', {
        ImageId: '{{resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64}}',
      }),
    },
    {
      name: 'an instance has the volumes of its launch template, which is judged by itself',
      expect: 'compliant',
      subject,
      resources: {
        ...one('AWS::EC2::Instance', { LaunchTemplate: { LaunchTemplateId: { Ref: 'T' }, Version: '1' } }),
        T: { Type: 'AWS::EC2::LaunchTemplate', Properties: { LaunchTemplateData: {} } },
      },
    },
    {
      name: 'a launch configuration cannot name a key',
      expect: 'violation',
      subject,
      resources: one(
        'AWS::AutoScaling::LaunchConfiguration',
        mappings({ DeviceName: '/dev/xvda', Ebs: { Encrypted: true } }),
      ),
    },
    {
      name: 'a volume from a snapshot that names no key',
      expect: 'undetermined',
      subject,
      resources: one(
        'AWS::EC2::Instance',
        mappings({ DeviceName: '/dev/xvda', Ebs: { SnapshotId: 'snap-1' } }),
      ),
    },
    {
      name: 'a service without volumes of its own',
      expect: 'compliant',
      subject,
      resources: one('AWS::ECS::Service', {}),
    },
  ],
  none,
);
