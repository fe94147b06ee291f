import { Flows, type Passage } from './flows';
import type { HubRecord, Record_, Records } from './records';
import { View } from './view';
import type { Hop } from './ways';

/** Something on a way of which the change alone closes the way, and all others between the same two ends. */
export type Cut = Hop;

/** More candidates than this are not tried: each one needs another look at the network. */
const MOST_TRIED = 10;

/** Looks for what closes ways in one view of a network. */
export class Cuts {
  private lists: ListNames | undefined;

  constructor(private readonly flows: Flows) {}

  /**
   * The smallest change that closes a way: the first hop without which nothing passes any more between the two ends.
   * Undefined where no single change does.
   * @param isOpen whether something still passes in a network without the hop
   */
  of(passage: Passage, isOpen: (changed: Flows) => boolean): Cut | undefined {
    const { view } = this.flows;
    this.lists ??= listsOf(view.records);
    const lists = this.lists;
    return candidates(this.flows, passage)
      .slice(0, MOST_TRIED)
      .find((hop) => {
        const changed = new View(without(view.records, lists, hop), view.world, 'certain', view);
        return !isOpen(new Flows(changed, this.flows));
      });
  }
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
function without(records: Records, lists: ListNames, hop: Hop): Records {
  const { key, role } = hop;
  if (role === 'default-association' || role === 'default-propagation') {
    const off = role === 'default-association' ? { associates: false } : { propagates: false };
    const hubs = records.hubs.map((hub): HubRecord => (hub.key === key ? { ...hub, ...off } : hub));
    return { ...records, hubs };
  }
  const changed = { ...records } as Record<string, readonly Record_[]>;
  // A hop is in a list or two, and the others need no other look.
  for (const name of new Set([...(lists.get(key) ?? []), ...(lists.get(hop.resource) ?? [])])) {
    changed[name] = (changed[name] ?? []).filter((record) => !isOf(record, hop));
  }
  return changed as unknown as Records;
}

/** The names of lists by the resources of their records, and by the keys that they lead to. */
type ListNames = ReadonlyMap<unknown, ReadonlySet<string>>;

function listsOf(records: Records): ListNames {
  const lists = new Map<unknown, Set<string>>();
  const add = (at: unknown, name: string) => {
    if (at === undefined) return;
    const names = lists.get(at);
    if (names === undefined) lists.set(at, new Set([name]));
    else names.add(name);
  };
  for (const [name, list] of Object.entries(records) as [string, readonly Part[]][]) {
    if (KEPT.has(name)) continue;
    for (const { resource, to, attachment } of list) {
      add(resource, name);
      add(to, name);
      add(attachment, name);
    }
  }
  return lists;
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

/** Of a hop itself, or of what leads to it and would go with it. */
function isOf(record: Part, { key, resource, path }: Hop): boolean {
  if (record.to === key || record.attachment === key) return path === undefined;
  return (
    record.resource !== undefined &&
    record.resource === resource &&
    (path === undefined || record.path === path)
  );
}

type Part = Record_ & {
  readonly path?: string | undefined;
  readonly to?: unknown;
  readonly attachment?: unknown;
};
