import type { Claim } from '../../model/claim';
import { absent, atLeast, equals, isTrue, noneOf, oneOf } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

type Redundancy = (service: Resource) => Claim;

/** What each kind of managed service says when another node takes over from one that fails. */
const REDUNDANT: Readonly<Record<string, Redundancy>> = {
  'AWS::DAX::Cluster': atLeastOf('ReplicationFactor', 2, 1),
  'AWS::MSK::Cluster': atLeastOf('NumberOfBrokerNodes', 2, 1),
  'AWS::Redshift::Cluster': (cluster) =>
    flag('MultiAZ')(cluster).or(
      cluster
        .get('ClusterType')
        .must(equals('multi-node'))
        .and(atLeastOf('NumberOfNodes', 2, 1)(cluster)),
    ),
  'AWS::DMS::ReplicationInstance': flag('MultiAZ'),
  'AWS::DMS::ReplicationConfig': flag('ComputeConfig.MultiAZ'),
  'AWS::EKS::Nodegroup': atLeastOf('ScalingConfig.MinSize', 2, 1),
  'AWS::ElastiCache::CacheCluster': (cache) =>
    cache
      .get('Engine')
      .must(equals('memcached'))
      .and(cache.get('AZMode').orDefault('single-az').must(equals('cross-az'))),
  'AWS::DocDBElastic::Cluster': atLeastOf('ShardInstanceCount', 2, 2),
  'AWS::NeptuneGraph::Graph': atLeastOf('ReplicaCount', 1, 1),
  'AWS::OpenSearchServerless::Collection': (collection) =>
    collection.get('StandbyReplicas').orDefault('ENABLED').must(noneOf('DISABLED')),
  'AWS::Timestream::InfluxDBInstance': (instance) =>
    instance
      .get('DeploymentType')
      .orDefault('SINGLE_AZ')
      .must(oneOf('WITH_MULTIAZ_STANDBY', 'MULTI_NODE_READ_REPLICAS')),
  'AWS::SageMaker::EndpointConfig': (config) =>
    config
      .get('ProductionVariants')
      .items()
      .every((variant) =>
        // What is serverless has no instances of its own.
        variant
          .get('InitialInstanceCount')
          .orDefault(1)
          .must(atLeast(2))
          .onlyIf(variant.get('ServerlessConfig').must(absent)),
      ),
};

export const ManagedServiceIsRedundant = defineRule({
  id: 'ManagedServiceIsRedundant',
  clauses: ['5.1(2)', '7.3(3)①(エ)'],
  title: {
    ja: '可用性2の情報を扱うマネージドサービスは、二つ以上のノードを持つ',
    en: 'Managed services of availability 2 have two nodes or more',
  },
  why: {
    ja: '一つのノードで動くサービスは、その故障から復旧までの間、住民サービスを止める。',
    en: 'A service of a single node stops the service to residents from its failure until it is restored.',
  },
  fix: {
    ja: '種類に応じて、Redshift及びDMSではMultiAZをtrueに（Redshiftでは二つ以上のノードのmulti-nodeも可）、DAXのReplicationFactor、MSKのNumberOfBrokerNodes、EKSのScalingConfig.MinSize、SageMakerのInitialInstanceCountを2以上にしてください。ElastiCacheでは単独のCacheClusterに代えてReplicationGroupを用いてください。',
    en: 'By kind: MultiAZ true for Redshift (or multi-node with two nodes) and DMS; two or more as ReplicationFactor of DAX, NumberOfBrokerNodes of MSK, ScalingConfig.MinSize of EKS, InitialInstanceCount of SageMaker. For ElastiCache use a ReplicationGroup in place of a CacheCluster on its own.',
  },
  cdk: {
    ja: 'EKSではaddNodegroupCapacityのminSize、その他はL1の同名のプロパティを指定する',
    en: 'minSize of addNodegroupCapacity for EKS, and for the others the property of that name of the L1 construct',
  },
  resources: Object.keys(REDUNDANT),
  appliesTo: { orAvailabilityAtLeast: 2 },
  check: (service) => (REDUNDANT[service.type] as Redundancy)(service),
});

function atLeastOf(property: string, least: number, otherwise: number): Redundancy {
  return (service) => service.get(property).orDefault(otherwise).must(atLeast(least));
}

function flag(property: string): Redundancy {
  return (service) => service.get(property).orDefault(false).must(isTrue);
}
