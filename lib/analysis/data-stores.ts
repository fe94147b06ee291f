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
  'AWS::DocDBElastic::Cluster',
  'AWS::DSQL::Cluster',
  'AWS::S3Tables::TableBucket',
  'AWS::S3Vectors::VectorBucket',
  'AWS::S3Files::FileSystem',
  'AWS::FSx::FileCache',
  'AWS::Timestream::InfluxDBInstance',
  'AWS::Timestream::InfluxDBCluster',
  'AWS::KinesisVideo::Stream',
  'AWS::Kendra::Index',
  'AWS::QBusiness::Application',
  'AWS::BedrockAgentCore::Memory',
  'AWS::SageMaker::FeatureGroup',
  'AWS::HealthLake::FHIRDatastore',
  'AWS::HealthImaging::Datastore',
  'AWS::CustomerProfiles::Domain',
  'AWS::SES::MailManagerArchive',
  'AWS::WorkSpaces::Workspace',
  'AWS::StorageGateway::Volume',
  'AWS::Lightsail::Database',
  'AWS::Lightsail::Bucket',
  'AWS::Lightsail::Disk',
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
