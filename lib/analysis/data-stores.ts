import type { Claim } from '../model/claim';
import { present } from '../model/requirement';
import type { Resource } from '../model/resource';

/**
 * Resources in which the city's information comes to rest, and which can be marked. Not among them: topics and
 * delivery streams, through which it passes; secrets and keys, which are protected by duties of their own; log groups.
 */
export const DATA_STORES: readonly string[] = [
  'AWS::S3::Bucket',
  'AWS::S3Express::DirectoryBucket',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::DocDB::DBCluster',
  'AWS::Neptune::DBCluster',
  'AWS::NeptuneGraph::Graph',
  'AWS::DynamoDB::Table',
  'AWS::DynamoDB::GlobalTable',
  'AWS::EFS::FileSystem',
  'AWS::FSx::FileSystem',
  'AWS::EC2::Volume',
  'AWS::SQS::Queue',
  'AWS::Kinesis::Stream',
  'AWS::MSK::Cluster',
  'AWS::OpenSearchService::Domain',
  'AWS::Elasticsearch::Domain',
  'AWS::OpenSearchServerless::Collection',
  'AWS::Redshift::Cluster',
  'AWS::RedshiftServerless::Namespace',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElastiCache::ServerlessCache',
  'AWS::MemoryDB::Cluster',
  'AWS::Timestream::Table',
  'AWS::Cassandra::Table',
  'AWS::Backup::BackupVault',
];

/** States that a database instance is part of a cluster, which then holds the data. Without evidence. */
export function isClusterMember(instance: Resource): Claim {
  return instance.get('DBClusterIdentifier').must(present);
}

/** States that a database instance copies another one. */
export function isReplica(instance: Resource): Claim {
  return instance
    .get('SourceDBInstanceIdentifier')
    .must(present)
    .or(instance.get('SourceDBClusterIdentifier').must(present));
}
