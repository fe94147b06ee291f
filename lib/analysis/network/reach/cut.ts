import type { Resource } from '../../../model/resource';
import { Flows, type Passage } from './flows';
import type { HubRecord, Record_, Records } from './records';
import { View } from './view';
import type { Hop } from './ways';
import { recordsIn } from './worlds';

/** Something on a way of which the change alone closes the way, and all others between the same two ends. */
export type Cut = Hop;

/** More candidates than this are not tried: each one needs another look at the network. */
const MOST_TRIED = 10;

/**
 * The smallest change that closes a way: the first hop without which nothing passes any more between the two ends.
 * Undefined where no single change does.
 * @param isOpen whether something still passes in a network without the hop
 */
export function cutOf(
  records: Records,
  flows: Flows,
  passage: Passage,
  isOpen: (changed: Flows) => boolean,
): Cut | undefined {
  const { world } = flows.view;
  return candidates(flows, passage)
    .slice(0, MOST_TRIED)
    .find((hop) => !isOpen(new Flows(new View(recordsIn(without(records, hop), world), world, 'certain'))));
}

/** Hops that somebody can change, those first on which least else depends. */
const PREFERENCE = [
  'AWS::EC2::TransitGatewayRoute',
  'AWS::EC2::TransitGatewayRouteTablePropagation',
  'AWS::EC2::TransitGatewayRouteTableAssociation',
  'AWS::EC2::Route',
  'AWS::EC2::TransitGateway',
  'AWS::EC2::VPCPeeringConnection',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::SecurityGroupEgress',
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::TransitGatewayAttachment',
  'AWS::EC2::TransitGatewayVpcAttachment',
  'AWS::EC2::NatGateway',
];

function candidates(flows: Flows, { from, to, way, packets }: Passage): readonly Hop[] {
  const far = (end: typeof from) => (end.kind === 'inside' && way.keepsGroups ? end.membership : undefined);
  const rules = [
    ...(to.kind === 'inside' ? flows.filters.rulesFor(to.membership, 'ingress', far(from), packets) : []),
    ...(from.kind === 'inside' ? flows.filters.rulesFor(from.membership, 'egress', far(to), packets) : []),
  ].map(({ key, resource, path }): Hop => ({ key, resource, path }));
  const rank = ({ resource }: Hop) => {
    const index = PREFERENCE.indexOf(resource?.type ?? '');
    return index < 0 ? PREFERENCE.length : index;
  };
  const hops = [...way.hops, ...rules].filter(({ resource }) => PREFERENCE.includes(resource?.type ?? ''));
  const order = new Map(hops.map((hop) => [`${hop.key} ${hop.path ?? ''} ${hop.role ?? ''}`, hop]));
  return [...order.values()].sort((a, b) => rank(a) - rank(b));
}

/** The network as it would be without one hop. */
function without(records: Records, { key, resource, role, path }: Hop): Records {
  if (role === 'default-association' || role === 'default-propagation') {
    const off = role === 'default-association' ? { associates: false } : { propagates: false };
    const hubs = records.hubs.map((hub): HubRecord => (hub.key === key ? { ...hub, ...off } : hub));
    return { ...records, hubs };
  }
  const entries = Object.entries(records).map(([name, list]: [string, readonly Record_[]]) => [
    name,
    KEPT.has(name) ? list : list.filter((record) => !isOf(record, resource, path)),
  ]);
  return Object.fromEntries(entries) as unknown as Records;
}

/** What lies in a network is not what somebody changes to close a way. */
const KEPT = new Set([
  'vpcs',
  'vpcRanges',
  'subnets',
  'subnetRanges',
  'tables',
  'interfaces',
  'hubs',
  'groups',
]);

function isOf(
  record: Record_ & { readonly path?: string | undefined },
  resource: Resource | undefined,
  path: string | undefined,
): boolean {
  return (
    record.resource !== undefined &&
    record.resource === resource &&
    (path === undefined || record.path === path)
  );
}
