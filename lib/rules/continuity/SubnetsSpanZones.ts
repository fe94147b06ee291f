import { type Span, spanOf } from '../../analysis/availability-zones';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { equals, isTrue } from '../../model/requirement';

import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { defineRule } from '../define';

interface Lists {
  /** Where the subnets stand; the first that is written counts. */
  readonly at: readonly string[];
  /** AWS takes no two subnets of one zone here, so that their number tells. */
  readonly apart?: true;
}

/** Where what can lie in several availability zones names its subnets. */
const SUBNETS: Readonly<Record<string, Lists>> = {
  'AWS::ElasticLoadBalancingV2::LoadBalancer': { at: ['Subnets', 'SubnetMappings'], apart: true },
  'AWS::ElasticLoadBalancing::LoadBalancer': { at: ['Subnets', 'AvailabilityZones'] },
  'AWS::AutoScaling::AutoScalingGroup': { at: ['VPCZoneIdentifier', 'AvailabilityZones'] },
  'AWS::ECS::Service': { at: ['NetworkConfiguration.AwsvpcConfiguration.Subnets'] },
  'AWS::Lambda::Function': { at: ['VpcConfig.SubnetIds'] },
  'AWS::EKS::Nodegroup': { at: ['Subnets'] },
  'AWS::MSK::Cluster': { at: ['BrokerNodeGroupInfo.ClientSubnets'], apart: true },
  'AWS::OpenSearchService::Domain': { at: ['VPCOptions.SubnetIds'], apart: true },
  'AWS::EC2::TransitGatewayAttachment': { at: ['SubnetIds'], apart: true },
  'AWS::EC2::TransitGatewayVpcAttachment': { at: ['SubnetIds'], apart: true },
  'AWS::EC2::VPCEndpoint': { at: ['SubnetIds'], apart: true },
  'AWS::NetworkFirewall::Firewall': { at: ['SubnetMappings'], apart: true },
  'AWS::AppRunner::VpcConnector': { at: ['Subnets'] },
  'AWS::Transfer::Server': { at: ['EndpointDetails.SubnetIds'] },
  'AWS::ElastiCache::SubnetGroup': { at: ['SubnetIds'] },
  'AWS::MemoryDB::SubnetGroup': { at: ['SubnetIds'] },
  'AWS::DAX::SubnetGroup': { at: ['SubnetIds'] },
};
const ONE: Text = { ja: '一つのアベイラビリティゾーン', en: 'one availability zone' };
const TWO: Text = {
  ja: '二つ以上のアベイラビリティゾーンのサブネット',
  en: 'subnets in two availability zones or more',
};

export const SubnetsSpanZones = defineRule({
  id: 'SubnetsSpanZones',
  clauses: ['5.1(2)', '7.3(3)①(エ)'],
  title: {
    ja: '可用性2の情報を扱うサーバ、ロードバランサー等は、二つ以上のアベイラビリティゾーンに置く',
    en: 'Servers, load balancers and the like of availability 2 lie in two availability zones or more',
  },
  why: {
    ja: '一つのデータセンター群に置いたサーバは、台数があっても停電等の一つの障害で全て止まる。',
    en: 'Servers in one group of data centres all stop at one power failure, however many they are.',
  },
  fix: {
    ja: 'サブネットの指定（Subnets、SubnetIds、VPCZoneIdentifier等）に、異なるアベイラビリティゾーンのサブネットを二つ以上並べてください。',
    en: 'List subnets of two different availability zones or more (Subnets, SubnetIds, VPCZoneIdentifier and so on).',
  },
  cdk: {
    ja: 'VPCのmaxAzsを2以上とし、vpcSubnetsで一つのゾーンに絞らない',
    en: 'maxAzs of 2 or more for the VPC, and no vpcSubnets that leave one zone only',
  },
  resources: Object.keys(SUBNETS),
  appliesTo: { orAvailabilityAtLeast: 2 },
  check: (resource) => {
    const { at, apart } = SUBNETS[resource.type] as Lists;
    const list = at.map((path) => resource.get(path)).find((field) => !field.isAbsent);
    if (list === undefined) return Claim.HOLDS;
    return spans(list, apart === true).onlyIf(isAsked(resource));
  },
});

/** What lies in one zone on purpose, or in all of them whatever is written. */
function isAsked(resource: Resource): Claim {
  switch (resource.type) {
    // A gateway load balancer endpoint takes one subnet only: there is one endpoint for each zone.
    case 'AWS::EC2::VPCEndpoint':
      return resource.get('VpcEndpointType').must(equals('Interface'));
    case 'AWS::OpenSearchService::Domain':
      return resource.get('ClusterConfig.ZoneAwarenessEnabled').must(isTrue);
    case 'AWS::ElasticLoadBalancingV2::LoadBalancer':
      return resource.get('Type').must(equals('gateway')).not();
    default:
      return Claim.HOLDS;
  }
}

function spans(list: Field, apart: boolean): Claim {
  return Claim.all(
    list.alternatives.map(({ when, value }) => {
      if (value.kind === 'unknown') return list.must(UNSEEN).onlyIf(when);
      if (value.kind === 'absent' || value.kind === 'impossible') return Claim.HOLDS;
      return listed(list, apart).onlyIf(when);
    }),
  );
}

/** Of a list that is not known nobody knows the length. */
const UNSEEN = { text: TWO, test: () => 'undetermined' as const };

function listed(list: Field, apart: boolean): Claim {
  const items = list.items();
  const named = items.known.map((item) => {
    const subnet = item.get('SubnetId');
    return item.alternatives.some(({ value }) => value.kind === 'object') ? subnet : item;
  });
  const certain = named.filter((_, index) => list.given.implies((items.known[index] as Field).given));
  // Zones by name are what they say.
  const byName = list.path.endsWith('AvailabilityZones') && distinct(certain) > 1;
  const span: Span = byName || (apart && distinct(certain) > 1) ? 'two' : spanOf(certain);
  if (span === 'two') return Claim.HOLDS;
  if (items.open.length > 0 || certain.length < named.length) return list.must(UNSEEN);
  if (span === 'one') return list.states('breaks', ONE, TWO);
  return list.states(
    'needed',
    { ja: '手元にないサブネット', en: 'subnets that are not at hand' },
    {
      ja: '二つ以上のアベイラビリティゾーンにあることの証跡',
      en: 'evidence that they lie in two availability zones',
    },
  );
}

function distinct(fields: readonly Field[]): number {
  return new Set(fields.map((field) => JSON.stringify([field.literal ?? identities(field)]))).size;
}

function identities(field: Field): readonly string[] {
  return [
    ...field.references().map(({ value }) => `${value.resource.id}#${value.attribute}`),
    ...(field.firstUnknown()?.variable === undefined ? [] : [`?${field.firstUnknown()?.variable?.order}`]),
  ];
}
