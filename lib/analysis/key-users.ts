import type { Referrer } from '../model/deployment';
import type { Resource } from '../model/resource';

/** Where stores name the key that their contents hang on. Log groups, queues and topics are no assets to be retired. */
const KEYS: readonly (readonly [type: string, path: string])[] = [
  [
    'AWS::S3::Bucket',
    'BucketEncryption.ServerSideEncryptionConfiguration[*].ServerSideEncryptionByDefault.KMSMasterKeyID',
  ],
  ['AWS::RDS::DBCluster', 'KmsKeyId'],
  ['AWS::RDS::DBInstance', 'KmsKeyId'],
  ['AWS::DocDB::DBCluster', 'KmsKeyId'],
  ['AWS::Neptune::DBCluster', 'KmsKeyId'],
  ['AWS::NeptuneGraph::Graph', 'KmsKeyIdentifier'],
  ['AWS::DynamoDB::Table', 'SSESpecification.KMSMasterKeyId'],
  ['AWS::DynamoDB::GlobalTable', 'Replicas[*].SSESpecification.KMSMasterKeyId'],
  ['AWS::EFS::FileSystem', 'KmsKeyId'],
  ['AWS::FSx::FileSystem', 'KmsKeyId'],
  ['AWS::EC2::Volume', 'KmsKeyId'],
  ['AWS::Redshift::Cluster', 'KmsKeyId'],
  ['AWS::RedshiftServerless::Namespace', 'KmsKeyId'],
  ['AWS::OpenSearchService::Domain', 'EncryptionAtRestOptions.KmsKeyId'],
  ['AWS::ElastiCache::ReplicationGroup', 'KmsKeyId'],
  ['AWS::ElastiCache::ServerlessCache', 'KmsKeyId'],
  ['AWS::MemoryDB::Cluster', 'KmsKeyId'],
  ['AWS::Kinesis::Stream', 'StreamEncryption.KeyId'],
  ['AWS::MSK::Cluster', 'EncryptionInfo.EncryptionAtRest.DataVolumeKMSKeyId'],
  ['AWS::Timestream::Database', 'KmsKeyId'],
  ['AWS::Cassandra::Table', 'EncryptionSpecification.KmsKeyIdentifier'],
  ['AWS::SecretsManager::Secret', 'KmsKeyId'],
  ['AWS::Backup::BackupVault', 'EncryptionKeyArn'],
];

/** The stores that are encrypted with a key, named by itself or by an alias. */
export function usersOfKey(key: Resource): readonly Omit<Referrer, 'field'>[] {
  const { deployment } = key;
  const names = [
    { name: key, when: key.exists },
    ...deployment
      .referrers(key, 'AWS::KMS::Alias', 'TargetKeyId')
      .map(({ resource, when }) => ({ name: resource, when })),
  ];
  return names.flatMap(({ name, when }) =>
    KEYS.flatMap(([type, path]) =>
      deployment
        .referrers(name, type, path)
        .map((user) => ({ resource: user.resource, when: user.when.and(when) })),
    ),
  );
}
