import type { Deployment } from '../../model/deployment';
import type { Resource } from '../../model/resource';
import { engineTable, searchLookup } from './engines';
import { imageLookup, imageName } from './machines';
import type { SupportTable } from './table';
import { type SupportTableName, supportTable } from './tables';

/** The tables that are asked about each type of resource, whatever it says. */
const BY_TYPE: Readonly<Record<string, readonly SupportTableName[]>> = {
  'AWS::Lambda::Function': ['lambda'],
  'AWS::Synthetics::Canary': ['synthetics'],
  'AWS::DocDB::DBCluster': ['documentdb'],
  'AWS::Neptune::DBCluster': ['neptune'],
  'AWS::MSK::Cluster': ['msk'],
  'AWS::EMR::Cluster': ['emr'],
  'AWS::EMRServerless::Application': ['emr'],
  'AWS::Elasticsearch::Domain': ['elasticsearch'],
  'AWS::EKS::Cluster': ['eks'],
  'AWS::EKS::Nodegroup': ['eks'],
  'AWS::Glue::Job': ['glue'],
};

/** Types of which a property tells the table. */
const BY_VALUE: Readonly<Record<string, (resource: Resource) => readonly (SupportTable | undefined)[]>> = {
  'AWS::RDS::DBCluster': engineOf('rds', 'Engine'),
  'AWS::RDS::DBInstance': engineOf('rds', 'Engine'),
  'AWS::RDS::GlobalCluster': engineOf('rds', 'Engine'),
  'AWS::ElastiCache::CacheCluster': engineOf('cache', 'Engine'),
  'AWS::ElastiCache::ReplicationGroup': engineOf('cache', 'Engine'),
  'AWS::ElastiCache::ServerlessCache': engineOf('cache', 'Engine'),
  'AWS::AmazonMQ::Broker': engineOf('broker', 'EngineType'),
  'AWS::OpenSearchService::Domain': (domain) =>
    domain
      .get('EngineVersion')
      .strings()
      .map(({ text }) => searchLookup(text)?.table),
  'AWS::EC2::Instance': imageOf('ImageId'),
  'AWS::EC2::LaunchTemplate': imageOf('LaunchTemplateData.ImageId'),
  'AWS::AutoScaling::LaunchConfiguration': imageOf('ImageId'),
  'AWS::ImageBuilder::ImageRecipe': imageOf('ParentImage'),
  'AWS::SageMaker::NotebookInstance': imageOf('PlatformIdentifier'),
};

/** The tables that the verdicts on a deployment rest on, ordered by product. */
export function tablesInUse(deployment: Deployment): readonly SupportTable[] {
  const tables = new Set<SupportTable>();
  for (const [type, names] of Object.entries(BY_TYPE)) {
    if (deployment.ofType(type).length > 0) for (const name of names) tables.add(supportTable(name));
  }
  for (const [type, read] of Object.entries(BY_VALUE)) {
    for (const resource of deployment.ofType(type)) {
      for (const table of read(resource)) if (table !== undefined) tables.add(table);
    }
  }
  return [...tables].sort((a, b) => (a.product < b.product ? -1 : 1));
}

function engineOf(family: Parameters<typeof engineTable>[0], path: string) {
  return (resource: Resource) =>
    resource
      .get(path)
      .strings()
      .map(({ text }) => engineTable(family, text));
}

function imageOf(path: string) {
  return (resource: Resource) =>
    resource.get(path).alternatives.map(({ value }) => {
      const name = imageName(value);
      return name === undefined ? undefined : imageLookup(name)?.table;
    });
}
