import { mentions } from '../../analysis/buckets';
import { Claim } from '../../model/claim';
import { absent, atLeast, equals, isTrue, matching, noneOf, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

const MULTI_AZ = matching(/^MULTI_AZ/, { ja: 'MULTI_AZ', en: 'a MULTI_AZ kind' });

/** What each kind of server or store, databases apart, says when there is more than one of it. */
const REDUNDANT: Readonly<Record<string, (server: Resource) => Claim>> = {
  'AWS::ECS::Service': tasks,
  'AWS::AutoScaling::AutoScalingGroup': (group) => group.get('MinSize').must(atLeast(2)),
  'AWS::ElastiCache::ReplicationGroup': failsOver,
  'AWS::MemoryDB::Cluster': (cluster) => cluster.get('NumReplicasPerShard').orDefault(1).must(atLeast(1)),
  'AWS::EFS::FileSystem': (system) => system.get('AvailabilityZoneName').must(absent),
  // Lustre is for computing and lies in one zone always.
  'AWS::FSx::FileSystem': (system) =>
    Claim.all(
      ['Windows', 'Ontap', 'OpenZFS'].map((kind) =>
        system
          .get(`${kind}Configuration.DeploymentType`)
          .orDefault('SINGLE_AZ_1')
          .must(MULTI_AZ)
          .onlyIf(system.get('FileSystemType').must(equals(kind.toUpperCase()))),
      ),
    ),
  'AWS::OpenSearchService::Domain': zoneAware,
  'AWS::Elasticsearch::Domain': (domain) =>
    domain.get('ElasticsearchClusterConfig.ZoneAwarenessEnabled').orDefault(false).must(isTrue),
  'AWS::AmazonMQ::Broker': (broker) => broker.get('DeploymentMode').must(noneOf('SINGLE_INSTANCE')),
};

export const ServerIsRedundant = defineRule({
  id: 'ServerIsRedundant',
  clauses: ['5.1(2)'],
  title: {
    ja: '可用性2の情報を扱うサーバ、ファイルサーバ等は、冗長化する',
    en: 'Servers, file servers and the like of availability 2 are redundant',
  },
  why: {
    ja: 'サーバが一台しかないと、その障害や更新のたびに業務が止まり、災害時の情報提供のように止められない仕組みも同時に失われる。',
    en: 'With a single server every failure and every update stops the service, and with it what must not stop, such as information in a disaster.',
  },
  fix: {
    ja: 'ECSではDesiredCountを（自動スケーリングではMinCapacityも）、Auto ScalingグループではMinSizeを二以上に、ElastiCacheではAutomaticFailoverEnabled及びMultiAZEnabledを、OpenSearchではZoneAwarenessEnabledをtrueにし、OpenSearchの専用マスターノードは三つ以上としてください。EFSではAvailabilityZoneNameを外し、FSx及びAmazon MQでは複数のゾーンに置く種別を選びます。',
    en: 'Set DesiredCount of ECS (MinCapacity too where it scales) and MinSize of Auto Scaling groups to two or more, AutomaticFailoverEnabled and MultiAZEnabled of ElastiCache and ZoneAwarenessEnabled of OpenSearch to true, and let dedicated masters of OpenSearch be three or more. Leave AvailabilityZoneName out of EFS. For FSx and Amazon MQ choose a kind that lies in several zones.',
  },
  cdk: {
    ja: 'ECSのdesiredCount及びminCapacity、AutoScalingGroupのminCapacityを二以上とし、OpenSearchのzoneAwarenessを有効にし、EFSのoneZoneを用いない',
    en: 'desiredCount and minCapacity of ECS and minCapacity of AutoScalingGroup of two or more, zoneAwareness of OpenSearch on, no oneZone of EFS',
  },
  relievedBy: [settingApart('AWS::ApplicationAutoScaling::ScalableTarget')],
  resources: Object.keys(REDUNDANT),
  appliesTo: { orAvailabilityAtLeast: 2 },
  check: (server) => (REDUNDANT[server.type] as (server: Resource) => Claim)(server),
});

/** As many as are wanted at first, unless scaling may go below. A daemon runs on each server of its cluster. */
function tasks(service: Resource): Claim {
  const scaling = service.deployment.ofType('AWS::ApplicationAutoScaling::ScalableTarget').flatMap((target) =>
    target
      .get('ResourceId')
      .alternatives.filter(({ value }) => mentions(value, service))
      .map(({ when }) => ({
        when: when.and(target.exists),
        least: target.get('MinCapacity').must(atLeast(2)),
      })),
  );
  const atFirst = service.get('DesiredCount').orDefault(1).must(atLeast(2));
  const scaled = Claim.any(scaling.map(({ when, least }) => least.and(Claim.when(when))));
  const stays = Claim.all(scaling.map(({ when, least }) => least.onlyIf(when)));
  const isDaemon = service.get('SchedulingStrategy').must(equals('DAEMON'));
  return atFirst.or(scaled).and(stays).onlyIf(isDaemon.not());
}

/** Another node takes over, and it lies in another zone: by itself, or because the zones are written out. */
function failsOver(group: Resource): Claim {
  const apart = Claim.any([
    group.get('MultiAZEnabled').orDefault(false).must(isTrue),
    ...['PreferredCacheClusterAZs', 'NodeGroupConfiguration'].map((zones) => group.get(zones).must(present)),
  ]);
  return group.get('AutomaticFailoverEnabled').orDefault(false).must(isTrue).and(apart);
}

/** Masters of their own decide by majority: of fewer than three none may fail. */
function zoneAware(domain: Resource): Claim {
  const config = domain.get('ClusterConfig');
  return config
    .get('ZoneAwarenessEnabled')
    .orDefault(false)
    .must(isTrue)
    .or(config.get('MultiAZWithStandbyEnabled').must(isTrue))
    .and(
      config
        .get('DedicatedMasterCount')
        .orDefault(3)
        .must(atLeast(3))
        .onlyIf(config.get('DedicatedMasterEnabled').orDefault(false).must(isTrue)),
    );
}
