import type { Deployment } from '../../../model/deployment';
import type { Guard } from '../../../model/guard';
import type { Resource } from '../../../model/resource';
import type { Value } from '../../../model/value';
import { namesIn } from '../../uses';
import { FAMILIES, type Family } from './address-sets';
import type { PrefixLists } from './prefix-lists';
import type { Records, RouteRecord, TargetKind } from './records';
import {
  combinations,
  type Key,
  keyOf,
  keyOfResource,
  namesAt,
  optionsAt,
  type Range,
  rangeOf,
} from './values';

/** The properties that name the target of a route. */
const TARGETS: readonly (readonly [property: string, kind: TargetKind])[] = [
  ['GatewayId', 'gateway'],
  ['NatGatewayId', 'nat'],
  ['EgressOnlyInternetGatewayId', 'egress-only'],
  ['CarrierGatewayId', 'carrier'],
  ['VpcPeeringConnectionId', 'peering'],
  ['TransitGatewayId', 'hub'],
  ['VpcEndpointId', 'endpoint'],
  ['NetworkInterfaceId', 'interface'],
  ['InstanceId', 'interface'],
  ['CoreNetworkArn', 'outside'],
  ['LocalGatewayId', 'outside'],
  ['OdbNetworkArn', 'outside'],
];

/** Route tables, what has them, and their routes. */
export function readRoutes(deployment: Deployment, lists: PrefixLists, into: Records): void {
  for (const table of deployment.ofType('AWS::EC2::RouteTable')) {
    for (const { when, value } of optionsAt(table, 'VpcId', table.exists)) {
      into.tables.push({ key: keyOfResource(table), when, resource: table, vpc: keyOf(value) });
    }
  }
  readLinks(deployment, 'AWS::EC2::SubnetRouteTableAssociation', 'SubnetId', 'RouteTableId', into.tableOf);
  readLinks(deployment, 'AWS::EC2::GatewayRouteTableAssociation', 'GatewayId', 'RouteTableId', into.tableOf);
  for (const route of deployment.ofType('AWS::EC2::Route')) readRoute(route, lists, into);
  for (const propagation of deployment.ofType('AWS::EC2::VPNGatewayRoutePropagation')) {
    readPropagation(propagation, into);
  }
}

/** Resources that say that one thing belongs to another one. */
export function readLinks(
  deployment: Deployment,
  type: string,
  from: string,
  to: string,
  into: Records['tableOf'],
): void {
  for (const resource of deployment.ofType(type)) {
    for (const { when, values } of combinations(resource, [from, to], resource.exists)) {
      const [one, other] = values as [Value, Value];
      const key = keyOf(one);
      if (key !== undefined) into.push({ key, when, resource, to: keyOf(other) });
    }
  }
}

function readRoute(route: Resource, lists: PrefixLists, into: Records): void {
  const destinations = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock', 'DestinationPrefixListId'];
  for (const { when, values } of combinations(route, ['RouteTableId', ...destinations], route.exists)) {
    const [table, v4, v6, list] = values as [Value, Value, Value, Value];
    const key = keyOf(table);
    if (key === undefined) continue;
    for (const destination of destinationsOf(v4, v6, list, lists)) {
      for (const target of targetsOf(route, when.and(destination.when ?? when))) {
        into.routes.push({ key, resource: route, learned: false, ...destination, ...target });
      }
    }
  }
}

type Destination = Pick<RouteRecord, 'ranges' | 'families' | 'byList'> & { readonly when?: Guard };

function destinationsOf(v4: Value, v6: Value, list: Value, lists: PrefixLists): readonly Destination[] {
  if (list.kind !== 'absent') {
    return lists.of(list).map(({ when, ranges }) => ({ when, ranges, families: FAMILIES, byList: true }));
  }
  const single = (value: Value, family: Family): Destination[] => {
    if (value.kind === 'absent') return [];
    const range = rangeOf(value);
    return [{ ranges: range === undefined ? undefined : [range], families: [family], byList: false }];
  };
  return [...single(v4, 4), ...single(v6, 6)];
}

type Target = Pick<RouteRecord, 'target' | 'to' | 'when'>;

function targetsOf(route: Resource, within: Guard): readonly Target[] {
  const targets: Target[] = [];
  for (const [property, kind] of TARGETS) {
    for (const { when, value } of optionsAt(route, property, within)) {
      if (value.kind === 'absent') continue;
      const id = value.kind === 'known' ? String(value.value) : '';
      const target = kind === 'gateway' && id === 'local' ? 'local' : kind;
      targets.push({ when, target, to: kind === 'endpoint' ? endpointKey(value, route) : keyOf(value) });
    }
  }
  return targets.length > 0 ? targets : [{ when: within, target: 'outside', to: undefined }];
}

/** The endpoint of a firewall is cut out of a list of endpoints, so that nothing but the text tells whose it is. */
function endpointKey(value: Value, route: Resource): Key | undefined {
  if (value.kind === 'reference' && value.resource.type === 'AWS::EC2::VPCEndpoint') return keyOf(value);
  const named = namesIn(route.rawProperty('VpcEndpointId'))
    .map((id) => route.template.resources.get(id))
    .find((resource) => resource?.type === 'AWS::NetworkFirewall::Firewall');
  return named === undefined ? keyOf(value) : keyOfResource(named);
}

/** Routes that a virtual private gateway teaches: those of static VPN connections are written, others nobody knows. */
function readPropagation(propagation: Resource, into: Records): void {
  const gateway = optionsAt(propagation, 'VpnGatewayId', propagation.exists);
  const tables = namesAt(propagation, 'RouteTableIds', propagation.exists).known;
  const { deployment } = propagation;
  for (const { when, value } of gateway) {
    const to = keyOf(value);
    const learnt: (Range | undefined)[] =
      value.kind === 'reference'
        ? deployment
            .referrers(value.resource, 'AWS::EC2::VPNConnection', 'VpnGatewayId')
            .flatMap((line) =>
              deployment.referrers(line.resource, 'AWS::EC2::VPNConnectionRoute', 'VpnConnectionId'),
            )
            .flatMap((route) => optionsAt(route.resource, 'DestinationCidrBlock', route.when))
            .map((option) => rangeOf(option.value))
        : [];
    for (const table of tables) {
      const common = {
        key: table.key,
        when: table.when.and(when),
        resource: propagation,
        target: 'gateway' as const,
        to,
        byList: false,
        learned: true,
      };
      for (const range of learnt) {
        into.routes.push({ ...common, ranges: range === undefined ? undefined : [range], families: [4] });
      }
      if (learnt.length === 0) into.routes.push({ ...common, ranges: undefined, families: FAMILIES });
    }
  }
}
