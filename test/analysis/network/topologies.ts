import fc from 'fast-check';
import { overlap } from './naive-addresses';
import { drawAcls, drawGroups, drawPrefixLists } from './random-filters';
import type {
  Attachment,
  Host,
  NatGateway,
  Peering,
  Route,
  RouteTable,
  Subnet,
  Target,
  Topology,
  TransitGateway,
  TransitRoute,
  Vpc,
} from './topology';

const even = (max: number) => fc.noBias(fc.nat(max));

/** Choices, made by fast-check so that it can make them smaller where a test fails. */
export class Draw {
  constructor(private readonly next: fc.GeneratorValue) {}

  /** From 0 to a number, both included. */
  upTo(max: number): number {
    // Without fast-check's preference for small numbers, which would make rare what is to be frequent.
    return this.next(even, max);
  }

  /** True in so many cases out of a hundred. What is drawn as small as possible is false. */
  chance(percent: number): boolean {
    return this.upTo(99) >= 100 - percent;
  }

  of<T>(list: readonly T[]): T {
    return list[this.upTo(list.length - 1)] as T;
  }

  /** Up to so many different ones. */
  some<T>(list: readonly T[], max: number): T[] {
    const count = this.upTo(Math.min(max, list.length));
    return [...new Set(Array.from({ length: count }, () => this.of(list)))];
  }
}

/** Addresses of the Internet that packets are sent to, and a range that holds one of them. */
export const OUTSIDE = ['198.41.0.4', '8.8.8.8'] as const;
export const OUTSIDE_6 = '2a00:1450::1';
const OUTSIDE_RANGE = '198.41.0.0/24';
const NAMES = ['A', 'B', 'C', 'D'] as const;
const MAX_HOSTS = 6;

export function rangesOf(vpc: Vpc): readonly string[] {
  return [...vpc.cidrs, ...(vpc.ipv6 === undefined ? [] : [vpc.ipv6])];
}

/** A small network, as CloudFormation would make it. */
export function drawTopology(draw: Draw): Topology {
  const count = 1 + draw.upTo(3);
  const vpcs = NAMES.slice(0, count).map((name, index) => drawVpc(draw, name, index));
  const bare = vpcs.flatMap((vpc, index) => drawSubnets(draw, vpc, index));
  const peerings = drawPeerings(draw, vpcs);
  const natGateways = vpcs.flatMap((vpc) => drawNat(draw, vpc, bare));
  const transitGateways = draw.chance(75) ? [drawTransit(draw, vpcs, bare)] : [];
  const prefixLists = drawPrefixLists(draw, vpcs);
  const routeTables = vpcs.flatMap((vpc) =>
    drawTables(draw, vpc, { vpcs, peerings, natGateways, transitGateways, subnets: bare, prefixLists }),
  );
  const networkAcls = drawAcls(draw, vpcs, natGateways.length > 0);
  const subnets = bare.map((subnet): Subnet => {
    // A NAT gateway in a subnet that sends to it would talk to itself.
    const hasNat = natGateways.some((nat) => nat.subnet === subnet.id);
    const tables = routeTables.filter(
      ({ vpc, routes }) =>
        vpc === subnet.vpc && !(hasNat && routes.some(({ target }) => target.kind === 'nat')),
    );
    const acl = networkAcls.find(({ vpc }) => vpc === subnet.vpc);
    return {
      ...subnet,
      ...(tables.length > 0 && !draw.chance(10) ? { routeTable: draw.of(tables).id } : {}),
      ...(acl !== undefined && draw.chance(50) ? { networkAcl: acl.id } : {}),
      ...(draw.chance(25) ? { givesPublicAddresses: true as const } : {}),
    };
  });
  const groups = drawGroups(draw, vpcs, peerings, prefixLists);
  const hosts = drawHosts(draw, vpcs, subnets, groups);
  return {
    vpcs,
    subnets,
    routeTables,
    networkAcls,
    groups,
    prefixLists,
    natGateways,
    peerings,
    transitGateways,
    hosts,
  };
}

function drawVpc(draw: Draw, name: string, index: number): Vpc {
  // Now and then a VPC has the range of the one before.
  const second = index > 0 && draw.chance(8) ? index - 1 : index;
  return {
    id: `Vpc${name}`,
    cidrs: [`10.${second}.0.0/16`, ...(draw.chance(25) ? [`100.64.${index}.0/24`] : [])],
    ...(draw.chance(40) ? { ipv6: `2600:1f14:0:${index}00::/56` } : {}),
    ...(draw.chance(55) ? { internetGateway: true as const } : {}),
    ...(draw.chance(30) ? { egressOnlyGateway: true as const } : {}),
  };
}

function drawSubnets(draw: Draw, vpc: Vpc, index: number): Subnet[] {
  return Array.from({ length: 1 + draw.upTo(2) }, (_, number): Subnet => {
    const inSecond = number === 2 && vpc.cidrs[1] !== undefined;
    return {
      id: `Subnet${vpc.id.slice(3)}${number}`,
      vpc: vpc.id,
      cidr: inSecond ? vpc.cidrs[1]! : vpc.cidrs[0]!.replace('.0.0/16', `.${number}.0/24`),
      zone: draw.chance(10) ? 'c' : 'a',
      ...(vpc.ipv6 === undefined ? {} : { ipv6: `2600:1f14:0:${index}0${number}::/64` }),
    };
  });
}

function drawPeerings(draw: Draw, vpcs: readonly Vpc[]): Peering[] {
  return vpcs.flatMap((a, i) =>
    vpcs.slice(i + 1).flatMap((b): Peering[] => {
      // VPCs whose ranges overlap cannot be peered.
      const apart = !rangesOf(a).some((left) => rangesOf(b).some((right) => overlap(left, right)));
      if (!apart || !draw.chance(35)) return [];
      return [{ id: `Peering${a.id.slice(3)}${b.id.slice(3)}`, vpcs: [a.id, b.id] }];
    }),
  );
}

function drawNat(draw: Draw, vpc: Vpc, subnets: readonly Subnet[]): NatGateway[] {
  if (!draw.chance(35)) return [];
  const subnet = subnets.find((item) => item.vpc === vpc.id)!;
  const isPublic = vpc.internetGateway === true && draw.chance(85);
  const address = subnet.cidr.replace('.0/24', '.5');
  return [{ id: `Nat${vpc.id.slice(3)}`, subnet: subnet.id, address, public: isPublic }];
}

function drawTransit(draw: Draw, vpcs: readonly Vpc[], subnets: readonly Subnet[]): TransitGateway {
  const setting = () => draw.of([undefined, undefined, true, false, false]);
  const [association, propagation] = [setting(), setting()];
  const count = association === false && draw.chance(85) ? 1 + draw.upTo(1) : draw.upTo(1);
  const bare = Array.from({ length: count }, (_, index) => `TransitTable${index}`);
  const attachments = vpcs
    .filter(() => !draw.chance(15))
    .map((vpc): Attachment => {
      const own = subnets.filter((subnet) => subnet.vpc === vpc.id);
      const zones = [...new Set(own.map(({ zone }) => zone))].filter(
        (_, index) => index === 0 || draw.chance(70),
      );
      const associated = association === false && bare.length > 0 && draw.chance(85);
      return {
        id: `Attachment${vpc.id.slice(3)}`,
        vpc: vpc.id,
        // One subnet of a zone at most.
        subnets: zones.map((zone) => draw.of(own.filter((subnet) => subnet.zone === zone)).id),
        ipv6: vpc.ipv6 !== undefined && draw.chance(70),
        ...(associated ? { associatedWith: draw.of(bare) } : {}),
        propagatedTo: bare.filter(() => draw.chance(70)),
      };
    });
  const tables = bare.map((id) => ({ id, routes: drawTransitRoutes(draw, id, vpcs, attachments) }));
  return {
    id: 'Hub',
    ...(association === undefined ? {} : { defaultAssociation: association }),
    ...(propagation === undefined ? {} : { defaultPropagation: propagation }),
    tables,
    attachments,
  };
}

function drawTransitRoutes(
  draw: Draw,
  table: string,
  vpcs: readonly Vpc[],
  attachments: readonly Attachment[],
): TransitRoute[] {
  const wide = ['10.0.0.0/8', '0.0.0.0/0', '::/0', OUTSIDE_RANGE];
  const inside = vpcs.map(({ cidrs }) => cidrs[0]!.replace('.0.0/16', '.0.0/24'));
  // Ranges that are propagated too, often: which of the two holds matters then.
  const same = vpcs.flatMap(rangesOf).filter(() => draw.chance(20));
  const ranges = [...same, ...draw.some([...vpcs.flatMap(rangesOf), ...inside, ...wide], 3)];
  return [...new Set(ranges)].map((cidr, index) => ({
    id: `${table}Route${index}`,
    cidr,
    target:
      attachments.length === 0 || draw.chance(35) ? 'blackhole' : { attachment: draw.of(attachments).id },
  }));
}

type Around = Pick<
  Topology,
  'vpcs' | 'peerings' | 'natGateways' | 'transitGateways' | 'subnets' | 'prefixLists'
>;

function drawTables(draw: Draw, vpc: Vpc, around: Around): RouteTable[] {
  const hasNat = targetsFrom(vpc, around, false).some(({ kind }) => kind === 'nat');
  return Array.from({ length: hasNat ? 2 : draw.upTo(2) }, (_, index): RouteTable => {
    const id = `Table${vpc.id.slice(3)}${index}`;
    // As they are made: one table to the Internet itself, one through the NAT gateway.
    const usual = hasNat && draw.chance(70) ? (['internet-gateway', 'nat'] as const)[index] : undefined;
    return { id, vpc: vpc.id, routes: drawRoutes(draw, id, vpc, around, usual) };
  });
}

function drawRoutes(
  draw: Draw,
  table: string,
  vpc: Vpc,
  around: Around,
  usual: Target['kind'] | undefined,
): Route[] {
  const routes: Route[] = [];
  const taken = new Set<string>();
  const add = (destination: Route['destination'], target: Target) => {
    const key = JSON.stringify(destination);
    if (taken.has(key)) return;
    taken.add(key);
    routes.push({ id: `${table}Route${routes.length}`, destination, target });
  };
  const isOwn = (cidr: string) =>
    rangesOf(vpc).some((own) => overlap(own, cidr) && length(own) <= length(cidr));
  const first = targetsFrom(vpc, around, false).find(({ kind }) => kind === usual);
  if (first !== undefined) add({ cidr: '0.0.0.0/0' }, first);
  // Likely ones, so that networks are joined often.
  for (const other of around.vpcs) {
    for (const cidr of rangesOf(other)) {
      if (isOwn(cidr)) continue;
      const ways: Target[] = [
        ...around.peerings
          .filter(({ vpcs }) => vpcs.includes(vpc.id) && vpcs.includes(other.id))
          .map(({ id }) => ({ kind: 'peering' as const, id })),
        ...around.transitGateways
          .filter(({ attachments }) => attachments.some((item) => item.vpc === vpc.id))
          .map(({ id }) => ({ kind: 'transit-gateway' as const, id })),
      ];
      if (ways.length > 0 && !draw.chance(25)) {
        const narrower = cidr.endsWith('.0.0/16') && draw.chance(15) ? cidr.replace('/16', '/24') : cidr;
        add({ cidr: narrower }, draw.of(ways));
      }
    }
  }
  const wide = ['0.0.0.0/0', ...(vpc.ipv6 === undefined ? [] : ['::/0']), '10.0.0.0/8', OUTSIDE_RANGE];
  for (const cidr of wide) {
    const ways = targetsFrom(vpc, around, cidr.includes(':'));
    if (ways.length > 0 && draw.chance(cidr.endsWith('/0') ? 75 : 15)) add({ cidr }, draw.of(ways));
  }
  const list = around.prefixLists.find(({ cidrs }) => !cidrs.some(isOwn));
  const ways = targetsFrom(vpc, around, false);
  if (list !== undefined && ways.length > 0 && draw.chance(25)) add({ prefixList: list.id }, draw.of(ways));
  return routes;
}

function targetsFrom(vpc: Vpc, around: Around, ipv6: boolean): Target[] {
  const nats = around.natGateways.filter(
    ({ subnet }) => around.subnets.find(({ id }) => id === subnet)?.vpc === vpc.id,
  );
  return [
    ...(vpc.internetGateway === true ? [{ kind: 'internet-gateway' as const }] : []),
    ...(ipv6 && vpc.egressOnlyGateway === true ? [{ kind: 'egress-only' as const }] : []),
    ...(ipv6 ? [] : nats.map(({ id }) => ({ kind: 'nat' as const, id }))),
    ...around.transitGateways
      .filter(({ attachments }) => attachments.some((item) => item.vpc === vpc.id))
      .map(({ id }) => ({ kind: 'transit-gateway' as const, id })),
  ];
}

function drawHosts(
  draw: Draw,
  vpcs: readonly Vpc[],
  subnets: readonly Subnet[],
  groups: Topology['groups'],
): Host[] {
  const hosts: Host[] = [];
  // The first subnets of all VPCs before the second ones, so that hosts are in different VPCs.
  const inTurn = [...subnets].sort((x, y) => Number(x.id.at(-1)) - Number(y.id.at(-1)));
  for (const number of [0, 1]) {
    for (const subnet of inTurn) {
      if (hosts.length === MAX_HOSTS || (number === 1 && draw.chance(60))) continue;
      const vpc = vpcs.find(({ id }) => id === subnet.vpc)!;
      const own = groups.filter((group) => group.vpc === vpc.id).map(({ id }) => id);
      // The subnet's setting is for what is launched in it: an interface made on its own is no instance.
      const kind =
        subnet.givesPublicAddresses === true ? 'instance' : draw.of(['instance', 'interface'] as const);
      hosts.push({
        id: `Host${subnet.id.slice(6)}${number}`,
        subnet: subnet.id,
        address: subnet.cidr.replace('.0/24', `.${10 + number}`),
        ...(subnet.ipv6 === undefined || draw.chance(20)
          ? {}
          : { ipv6: subnet.ipv6.replace('::/64', `::${number + 1}a`) }),
        // An elastic address can be associated in a VPC with an internet gateway only.
        public: subnet.givesPublicAddresses === true || (vpc.internetGateway === true && draw.chance(45)),
        groups:
          own.length === 0 || draw.chance(10) ? [] : [draw.of(own), ...draw.some(own, 1)].filter(isFirst),
        kind,
      });
    }
  }
  return hosts;
}

function isFirst<T>(item: T, index: number, list: readonly T[]): boolean {
  return list.indexOf(item) === index;
}

function length(cidr: string): number {
  return Number(cidr.split('/')[1]);
}
