import { addressOf } from './naive-addresses';
import { type Draw, rangesOf } from './topologies';
import type {
  AclEntry,
  GroupRule,
  NetworkAcl,
  Peer,
  Peering,
  Ports,
  PrefixList,
  SecurityGroup,
  Vpc,
} from './topology';

const PORTS: readonly Ports[] = [
  { from: 443, to: 443 },
  { from: 22, to: 22 },
  { from: 0, to: 65535 },
  { from: 1024, to: 65535 },
  { from: 80, to: 443 },
];
/** Cut through the range of client ports. A NAT gateway chooses ports itself, so not where there is one. */
const FINER_PORTS: readonly Ports[] = [...PORTS, { from: 50000, to: 65535 }, { from: 1024, to: 32767 }];

export function drawPrefixLists(draw: Draw, vpcs: readonly Vpc[]): PrefixList[] {
  if (!draw.chance(35)) return [];
  const choice = ['198.41.0.0/24', '172.16.0.0/12', ...vpcs.flatMap(({ cidrs }) => cidrs)];
  return [
    {
      id: 'List',
      cidrs: [draw.of(choice), ...draw.some(choice, 2)].filter((x, i, all) => all.indexOf(x) === i),
    },
  ];
}

export function drawAcls(draw: Draw, vpcs: readonly Vpc[], hasNat: boolean): NetworkAcl[] {
  return vpcs
    .filter(() => draw.chance(40))
    .map((vpc): NetworkAcl => {
      const id = `Acl${vpc.id.slice(3)}`;
      const entries = [true, false].flatMap((egress) => drawEntries(draw, id, egress, vpcs, hasNat));
      return { id, vpc: vpc.id, entries };
    });
}

function drawEntries(
  draw: Draw,
  acl: string,
  egress: boolean,
  vpcs: readonly Vpc[],
  hasNat: boolean,
): AclEntry[] {
  const ranges = ['0.0.0.0/0', ...vpcs.flatMap(rangesOf), '::/0', '10.0.0.0/8'];
  const direction = egress ? 'Out' : 'In';
  const special = Array.from({ length: draw.upTo(3) }, (_, index): AclEntry => {
    const protocol = draw.of([6, -1, 17, 1, 58]);
    return {
      id: `${acl}${direction}${index}`,
      egress,
      // The order in which they stand says nothing.
      number: 100 + ((index * 7) % 3) * 10,
      cidr: draw.of(ranges),
      protocol,
      ...([6, 17].includes(protocol) ? { ports: draw.of(hasNat ? PORTS : FINER_PORTS) } : {}),
      allow: draw.chance(60),
    };
  });
  const rest = ['0.0.0.0/0', '::/0']
    .filter(() => draw.chance(80))
    .map(
      (cidr, index): AclEntry => ({
        id: `${acl}${direction}Rest${index}`,
        egress,
        number: 900 + index,
        cidr,
        protocol: -1,
        allow: true,
      }),
    );
  return [...special, ...rest];
}

export function drawGroups(
  draw: Draw,
  vpcs: readonly Vpc[],
  peerings: readonly Peering[],
  lists: readonly PrefixList[],
): SecurityGroup[] {
  const ids = vpcs.flatMap((vpc) =>
    Array.from({ length: 1 + draw.upTo(1) }, (_, index) => ({
      vpc: vpc.id,
      id: `Group${vpc.id.slice(3)}${index}`,
    })),
  );
  const cidrs = ['0.0.0.0/0', ...vpcs.flatMap(rangesOf), '::/0', '10.0.0.0/8', '198.41.0.0/24'];
  const hostRanges = vpcs.map(({ cidrs: [cidr = ''] }) => cidr.replace('.0.0/16', '.0.10/32'));
  return ids.map(({ id, vpc }): SecurityGroup => {
    const isNear = (other: string) =>
      other === vpc || peerings.some(({ vpcs: pair }) => pair.includes(vpc) && pair.includes(other));
    const references = ids.filter((group) => isNear(group.vpc)).map((group): Peer => ({ group: group.id }));
    const plain: Peer[] = [
      ...[...cidrs, ...hostRanges].map((cidr) => ({ cidr })),
      ...lists.map((list) => ({ prefixList: list.id })),
    ];
    const rule = (name: string, peers: readonly Peer[]) => drawRule(draw, `${id}${name}`, peers);
    const open = ['0.0.0.0/0', '::/0'].map(
      (cidr, index): GroupRule => ({ id: `${id}Open${index}`, peer: { cidr }, protocol: -1 }),
    );
    const ingress = [
      ...(draw.chance(50) ? open : []),
      ...Array.from({ length: draw.upTo(3) }, (_, index) =>
        rule(`In${index}`, draw.chance(25) ? references : plain),
      ),
    ];
    // The first one is written in the group and so cannot refer to one, in the end to itself.
    const egress = draw.chance(25)
      ? [rule('Out', plain), ...(draw.chance(50) ? [rule('OutMore', [...references, ...plain])] : [])]
      : [];
    const addedEgress = draw.chance(15) ? [rule('Added', plain)] : [];
    return { id, vpc, ingress, egress, addedEgress };
  });
}

function drawRule(draw: Draw, id: string, peers: readonly Peer[]): GroupRule {
  const peer = draw.of(peers);
  const protocol = draw.of([-1, 6, 6, 17, 1, 58, 50]);
  if (protocol === 6 || protocol === 17) return { id, peer, protocol, ports: draw.of(FINER_PORTS) };
  const type = protocol === 1 ? 8 : 128;
  const isTyped = (protocol === 1 || protocol === 58) && draw.chance(50);
  return { id, peer, protocol, ...(isTyped ? { ports: { from: type, to: type } } : {}) };
}

/** The address after one. */
export function nextTo(text: string): bigint {
  return addressOf(text) + 1n;
}
