import { addressOf, contains, type Family } from './naive-addresses';
import type { Host, NatGateway, Subnet, Target, Topology, Vpc } from './topology';

/** A route that a packet can take: one range of it, where it is by a prefix list. */
export interface Candidate {
  /** Undefined for the local route. */
  readonly id?: string;
  readonly cidr: string;
  readonly target: Target | 'local';
  readonly isList: boolean;
}

/** Finds the parts of a topology, by looking at all of them each time. */
export class Lookup {
  constructor(readonly topology: Topology) {}

  host(id: string): Host {
    return this.topology.hosts.find((item) => item.id === id)!;
  }

  subnet(id: string): Subnet {
    return this.topology.subnets.find((item) => item.id === id)!;
  }

  vpc(id: string): Vpc {
    return this.topology.vpcs.find((item) => item.id === id)!;
  }

  nat(id: string): NatGateway {
    return this.topology.natGateways.find((item) => item.id === id)!;
  }

  rangesOf(id: string): readonly string[] {
    const { cidrs, ipv6 } = this.vpc(id);
    return [...cidrs, ...(ipv6 === undefined ? [] : [ipv6])];
  }

  hasAddress(host: Host, address: bigint, family: Family): boolean {
    const text = family === 4 ? host.address : host.ipv6;
    return text !== undefined && addressOf(text) === address;
  }

  hostAt(vpc: string, address: bigint, family: Family): Host | undefined {
    return this.topology.hosts.find(
      (host) => this.subnet(host.subnet).vpc === vpc && this.hasAddress(host, address, family),
    );
  }

  natAt(vpc: string, address: bigint, family: Family): NatGateway | undefined {
    return this.topology.natGateways.find(
      (nat) => this.subnet(nat.subnet).vpc === vpc && family === 4 && addressOf(nat.address) === address,
    );
  }

  /**
   * The most specific route holds; every table has the local routes of its VPC, and so does the main one.
   * https://docs.aws.amazon.com/vpc/latest/userguide/VPC_Route_Tables.html#route-tables-priority
   */
  routeFrom(subnet: Subnet, destination: bigint, family: Family): Candidate | undefined {
    const table = this.topology.routeTables.find(({ id }) => id === subnet.routeTable);
    const local = this.rangesOf(subnet.vpc).map(
      (cidr): Candidate => ({ cidr, target: 'local', isList: false }),
    );
    const written = (table?.routes ?? []).flatMap(({ id, destination: to, target }): readonly Candidate[] =>
      'cidr' in to
        ? [{ id, cidr: to.cidr, target, isList: false }]
        : this.topology.prefixLists
            .find((list) => list.id === to.prefixList)!
            .cidrs.map((cidr) => ({ id, cidr, target, isList: true })),
    );
    const best = longest([...local, ...written].filter(({ cidr }) => contains(cidr, destination, family)));
    // Local cannot be written a second time; a route by an address goes before one by a list.
    return best.find(({ target }) => target === 'local') ?? best.find(({ isList }) => !isList) ?? best.at(0);
  }
}

/** Those with the most specific range. */
export function longest<T extends { readonly cidr: string }>(routes: readonly T[]): readonly T[] {
  const length = ({ cidr }: T) => Number(cidr.slice(cidr.indexOf('/') + 1));
  const most = Math.max(-1, ...routes.map(length));
  return routes.filter((route) => length(route) === most);
}
