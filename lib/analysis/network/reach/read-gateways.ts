import type { Deployment } from '../../../model/deployment';
import type { Resource } from '../../../model/resource';
import type { Value } from '../../../model/value';
import { ATTACHMENT_TYPES } from '../transit-gateways';
import { readLinks } from './read-routes';
import type { GatewayKind, Records } from './records';
import {
  combinations,
  enabledIn,
  flagIn,
  type Key,
  keyOf,
  keyOfResource,
  namesAt,
  optionsAt,
  optionsOf,
  rangeOf,
} from './values';

/** Gateways that are attached to a VPC by a resource of their own. */
const ATTACHED: Readonly<Record<string, GatewayKind>> = {
  'AWS::EC2::InternetGateway': 'internet',
  'AWS::EC2::VPNGateway': 'private',
};
/** Gateways that name their VPC. */
const INSIDE: Readonly<Record<string, GatewayKind>> = {
  'AWS::EC2::EgressOnlyInternetGateway': 'egress-only',
  'AWS::EC2::CarrierGateway': 'carrier',
};

/** What joins VPCs to each other and to the outside. */
export function readGateways(deployment: Deployment, into: Records): void {
  for (const [type, kind] of Object.entries({ ...ATTACHED, ...INSIDE })) {
    for (const gateway of deployment.ofType(type)) {
      for (const { when, value } of optionsAt(gateway, 'VpcId', gateway.exists)) {
        const vpc = type in INSIDE ? keyOf(value) : undefined;
        into.gateways.push({ key: keyOfResource(gateway), when, resource: gateway, kind, subnets: [], vpc });
      }
    }
  }
  const attachment = 'AWS::EC2::VPCGatewayAttachment';
  readLinks(deployment, attachment, 'InternetGatewayId', 'VpcId', into.attachedGateways);
  readLinks(deployment, attachment, 'VpnGatewayId', 'VpcId', into.attachedGateways);
  for (const nat of deployment.ofType('AWS::EC2::NatGateway')) readNat(nat, into);
  for (const endpoint of deployment.ofType('AWS::EC2::VPCEndpoint'))
    readInspection(endpoint, 'SubnetIds', into);
  for (const firewall of deployment.ofType('AWS::NetworkFirewall::Firewall')) {
    readInspection(firewall, 'SubnetMappings', into);
  }
  for (const peering of deployment.ofType('AWS::EC2::VPCPeeringConnection')) {
    for (const { when, values } of combinations(peering, ['VpcId', 'PeerVpcId'], peering.exists)) {
      const [vpc, peer] = values as [Value, Value];
      const key = keyOfResource(peering);
      into.peerings.push({ key, when, resource: peering, vpc: keyOf(vpc), peer: keyOf(peer) });
    }
  }
  readHubs(deployment, into);
}

function readNat(nat: Resource, into: Records): void {
  const properties = ['SubnetId', 'ConnectivityType', 'VpcId', 'PrivateIpAddress'];
  for (const { when, values } of combinations(nat, properties, nat.exists)) {
    const [subnet, kind, vpc, address] = values as [Value, Value, Value, Value];
    const key = keyOf(subnet);
    into.gateways.push({
      key: keyOfResource(nat),
      when,
      resource: nat,
      kind: 'nat',
      subnets: key === undefined ? [] : [key],
      vpc: keyOf(vpc),
      address: rangeOf(address),
      isPublic: kind.kind === 'absent' ? true : kind.kind === 'known' ? kind.value !== 'private' : undefined,
    });
  }
}

/** Endpoints of firewalls and of gateway load balancers: what they let through goes on from their subnet. */
function readInspection(resource: Resource, path: string, into: Records): void {
  const isFirewall = resource.type !== 'AWS::EC2::VPCEndpoint';
  if (!isFirewall && resource.get('VpcEndpointType').literal !== 'GatewayLoadBalancer') return;
  const subnets: Key[] = [];
  for (const item of resource.get(path).items().known) {
    for (const { value } of optionsOf(isFirewall ? item.get('SubnetId') : item, resource.exists)) {
      const subnet = keyOf(value);
      if (subnet !== undefined) subnets.push(subnet);
    }
  }
  for (const { when, value } of optionsAt(resource, 'VpcId', resource.exists)) {
    const kind = isFirewall ? 'firewall' : 'endpoint';
    const passes = isFirewall ? letsThrough(resource) : undefined;
    into.gateways.push({
      key: keyOfResource(resource),
      when,
      resource,
      kind,
      subnets,
      vpc: keyOf(value),
      passes,
    });
  }
}

/** Whether a firewall lets everything or nothing through; undefined where it has rules. */
function letsThrough(firewall: Resource): boolean | undefined {
  const [only, second] = firewall.get('FirewallPolicyArn').references();
  if (only === undefined || second !== undefined) return undefined;
  const policy = only.value.resource.get('FirewallPolicy');
  const has = (list: string) => !policy.get(list).items().isEmpty;
  const actions = (list: string) =>
    policy
      .get(list)
      .items()
      .known.map(({ literal }) => String(literal));
  if (has('StatelessRuleGroupReferences')) return undefined;
  const [action, other] = actions('StatelessDefaultActions');
  if (other !== undefined || action === undefined) return undefined;
  if (action === 'aws:drop') return false;
  if (action === 'aws:pass') return true;
  if (has('StatefulRuleGroupReferences')) return undefined;
  return !actions('StatefulDefaultActions').some((name) => name.startsWith('aws:drop'));
}

function readHubs(deployment: Deployment, into: Records): void {
  for (const hub of deployment.ofType('AWS::EC2::TransitGateway')) {
    const switches = [
      'DefaultRouteTableAssociation',
      'DefaultRouteTablePropagation',
      'SecurityGroupReferencingSupport',
    ];
    for (const { when, values } of combinations(hub, switches, hub.exists)) {
      const [associates, propagates, references] = values as [Value, Value, Value];
      into.hubs.push({
        key: keyOfResource(hub),
        when,
        resource: hub,
        // Absent means enabled.
        associates: enabledIn(associates, true),
        propagates: enabledIn(propagates, true),
        referencesGroups: enabledIn(references, false),
      });
    }
  }
  for (const resource of deployment.ofType(...ATTACHMENT_TYPES)) readAttachment(resource, into);
  for (const resource of deployment.ofType('AWS::EC2::VPNConnection')) {
    for (const { when, value } of optionsAt(resource, 'TransitGatewayId', resource.exists)) {
      if (value.kind === 'absent') continue;
      const key = keyOfResource(resource);
      const common = { key, when, resource, to: key, subnets: [], carriesV6: true };
      into.attachments.push({ ...common, hub: keyOf(value), kind: 'line' });
    }
  }
  for (const resource of deployment.ofType('AWS::EC2::TransitGatewayPeeringAttachment')) {
    const ends = ['TransitGatewayId', 'PeerTransitGatewayId'];
    for (const { when, values } of combinations(resource, ends, resource.exists)) {
      const [hub, to] = (values as [Value, Value]).map(keyOf);
      const common = {
        key: keyOfResource(resource),
        when,
        resource,
        kind: 'hub' as const,
        subnets: [],
        carriesV6: true,
      };
      into.attachments.push({ ...common, hub, to }, { ...common, hub: to, to: hub });
    }
  }
  for (const resource of deployment.ofType('AWS::EC2::TransitGatewayRouteTable')) {
    for (const { when, value } of optionsAt(resource, 'TransitGatewayId', resource.exists)) {
      into.hubTables.push({ key: keyOfResource(resource), when, resource, to: keyOf(value) });
    }
  }
  const [attachment, tableId] = ['TransitGatewayAttachmentId', 'TransitGatewayRouteTableId'];
  const [association, propagation] = [
    'AWS::EC2::TransitGatewayRouteTableAssociation',
    'AWS::EC2::TransitGatewayRouteTablePropagation',
  ];
  readLinks(deployment, association, attachment, tableId, into.associations);
  readLinks(deployment, propagation, attachment, tableId, into.propagations);
  for (const route of deployment.ofType('AWS::EC2::TransitGatewayRoute')) {
    const properties = [tableId, 'DestinationCidrBlock', attachment, 'Blackhole'];
    for (const { when, values } of combinations(route, properties, route.exists)) {
      const [key, destination, to, blackhole] = values as [Value, Value, Value, Value];
      const table = keyOf(key);
      if (table === undefined) continue;
      into.hubRoutes.push({
        key: table,
        when,
        resource: route,
        range: rangeOf(destination),
        attachment: keyOf(to),
        blackhole: flagIn(blackhole, false),
      });
    }
  }
}

function readAttachment(resource: Resource, into: Records): void {
  const subnets = namesAt(resource, 'SubnetIds', resource.exists).known.map(({ key }) => key);
  const ends = ['TransitGatewayId', 'VpcId', 'Options.Ipv6Support'];
  for (const { when, values } of combinations(resource, ends, resource.exists)) {
    const [hub, vpc, v6] = values as [Value, Value, Value];
    into.attachments.push({
      key: keyOfResource(resource),
      when,
      resource,
      hub: keyOf(hub),
      kind: 'vpc',
      to: keyOf(vpc),
      subnets,
      // Absent means disabled.
      carriesV6: enabledIn(v6, false),
    });
  }
}
