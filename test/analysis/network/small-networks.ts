import { addressOf } from './naive-addresses';
import type { Packet } from './simulator';
import type { GroupRule, Host, Subnet, Topology, TransitGateway, Vpc } from './topology';

const ALL_IN: GroupRule = { id: 'AllIn', peer: { cidr: '0.0.0.0/0' }, protocol: -1 };
const ALL_IN6: GroupRule = { id: 'AllIn6', peer: { cidr: '::/0' }, protocol: -1 };
export const OUTSIDE = '198.41.0.4';

const EMPTY: Topology = {
  vpcs: [],
  subnets: [],
  routeTables: [],
  networkAcls: [],
  groups: [],
  prefixLists: [],
  natGateways: [],
  peerings: [],
  transitGateways: [],
  hosts: [],
};

/** VPCs A (10.0/16) and B (10.1/16) with a subnet, an open group and a host `.0.10` each, changed as the test needs. */
export function two(
  change: Partial<Topology> = {},
  vpc: Partial<Vpc> = {},
  subnet: Partial<Subnet> = {},
): Topology {
  const names = ['A', 'B'];
  return {
    ...EMPTY,
    vpcs: names.map((id, i) => ({ id, cidrs: [`10.${i}.0.0/16`], ...vpc })),
    subnets: names.map((name, i) => ({
      id: `${name}1`,
      vpc: name,
      cidr: `10.${i}.0.0/24`,
      zone: 'a',
      routeTable: `${name}Table`,
      ...subnet,
    })),
    groups: names.map((name) => group(name)),
    hosts: names.map((name, i) => host(`Host${name}`, `${name}1`, `10.${i}.0.10`, [`${name}Group`])),
    ...change,
  };
}

export function group(vpc: string, change: object = {}) {
  return { id: `${vpc}Group`, vpc, ingress: [ALL_IN, ALL_IN6], egress: [], addedEgress: [], ...change };
}

export function host(
  id: string,
  subnet: string,
  address: string,
  groups: string[],
  change: Partial<Host> = {},
): Host {
  return { id, subnet, address, groups, public: false, kind: 'instance', ...change };
}

export function tcp(source: string, destination: string, change: Partial<Packet> = {}): Packet {
  return {
    family: source.includes(':') ? 6 : 4,
    source: addressOf(source),
    destination: addressOf(destination),
    protocol: 6,
    sourcePort: 40000,
    destinationPort: 443,
    ...change,
  };
}

export const A_TO_B = tcp('10.0.0.10', '10.1.0.10');
const PEERING = { id: 'Peering', vpcs: ['A', 'B'] as const };

export function route(cidr: string, kind: string, id?: string) {
  return { id: `${kind}-${cidr}`, destination: { cidr }, target: { kind, id } as never };
}

export function tables(a: object[], b: object[]) {
  return [
    { id: 'ATable', vpc: 'A', routes: a as never },
    { id: 'BTable', vpc: 'B', routes: b as never },
  ];
}

export const PEERED: Partial<Topology> = {
  peerings: [PEERING],
  routeTables: tables(
    [route('10.1.0.0/16', 'peering', 'Peering')],
    [route('10.0.0.0/16', 'peering', 'Peering')],
  ),
};

export function transit(gateway: Partial<TransitGateway> = {}, attachment: object = {}): Partial<Topology> {
  const all = [route('10.0.0.0/8', 'transit-gateway', 'Hub'), route('::/0', 'transit-gateway', 'Hub')];
  return {
    routeTables: tables(all, all),
    transitGateways: [
      {
        id: 'Hub',
        tables: [],
        attachments: ['A', 'B'].map((vpc) => ({
          id: `${vpc}Attachment`,
          vpc,
          subnets: [`${vpc}1`],
          ipv6: false,
          propagatedTo: [],
          ...attachment,
        })),
        ...gateway,
      },
    ],
  };
}
