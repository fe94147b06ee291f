import type { Filters } from './filters';
import { PacketSet } from './packets';
import type { Key } from './values';
import type { View } from './view';
import type { Step } from './ways';

/** Where a packet is: in a subnet of a VPC, or on its way into one. */
export interface Spot {
  readonly subnet: Key | undefined;
  /** On its way through a transit gateway: the subnet from which it came there. */
  readonly cameFrom?: Key | undefined;
}

/** Takes packets along the steps of a way, and says which of them pass the network ACLs. */
export class Walker {
  constructor(
    private readonly view: View,
    private readonly filters: Filters,
  ) {}

  walk(
    steps: readonly Step[],
    packets: PacketSet,
    from: Spot,
  ): { readonly spot: Spot; readonly passed: PacketSet } {
    let spot = from;
    let passed = packets;
    for (const step of steps) {
      if (passed.isEmpty) break;
      switch (step.kind) {
        case 'cross':
          passed = this.into(step.subnet, passed, spot);
          spot = { subnet: step.subnet };
          break;
        case 'leave':
          passed = this.outOf(passed, spot);
          spot = { subnet: undefined };
          break;
        case 'to-hub':
          passed = this.toHub(step.subnets, passed, spot);
          spot = { subnet: undefined, cameFrom: spot.subnet };
          break;
        case 'from-hub':
          if (!this.comesOut(step.alike, step.all, spot.cameFrom)) passed = PacketSet.EMPTY;
          spot = { subnet: step.subnet };
          break;
      }
    }
    return { spot, passed };
  }

  private outOf(packets: PacketSet, { subnet }: Spot): PacketSet {
    return subnet === undefined ? packets : through(packets, this.filters.acl(subnet, 'egress'));
  }

  /** Into a subnet: network ACLs look at what crosses their border only. */
  into(subnet: Key, packets: PacketSet, spot: Spot): PacketSet {
    if (spot.subnet === subnet) return packets;
    const left = this.outOf(packets, spot);
    return left.isEmpty ? left : through(left, this.filters.acl(subnet, 'ingress'));
  }

  /**
   * Out of the sender's subnet and into that of the attachment in the same availability zone; both directions count in
   * one and the same subnet, too. A zone without a subnet of the attachment has no access to the transit gateway.
   */
  private toHub(subnets: readonly Key[], packets: PacketSet, spot: Spot): PacketSet {
    const left = this.outOf(packets, spot);
    if (left.isEmpty) return left;
    const here = subnets.filter((subnet) => this.view.subnets.has(subnet));
    // An attachment of which the subnets are elsewhere: nobody sees their network ACLs.
    if (here.length === 0 || spot.subnet === undefined) return left;
    const doors = this.inZoneOf(here, spot.subnet);
    const acls = new Map(doors.map((subnet) => [this.filters.aclOf(subnet), subnet]));
    return PacketSet.union(
      [...acls.values()].map((subnet) => through(left, this.filters.acl(subnet, 'ingress'))),
    );
  }

  /** Subnets in the availability zone of another one; all of which that cannot be told where there is none. */
  private inZoneOf(subnets: readonly Key[], other: Key): readonly Key[] {
    const zoneOf = (subnet: Key) => this.view.subnets.get(subnet)?.availabilityZone;
    const zone = zoneOf(other);
    const same = subnets.filter(
      (subnet) => subnet === other || (zone !== undefined && zoneOf(subnet) === zone),
    );
    if (same.length > 0) return same;
    return subnets.filter((subnet) => !isZoneName(zone) || !isZoneName(zoneOf(subnet)));
  }

  /** A transit gateway keeps traffic in its availability zone where the other attachment has a subnet there. */
  private comesOut(alike: readonly Key[], all: readonly Key[], cameFrom: Key | undefined): boolean {
    const zoneOf = (subnet: Key) => this.view.subnets.get(subnet)?.availabilityZone;
    const zone = cameFrom === undefined ? undefined : zoneOf(cameFrom);
    if (zone === undefined || !all.some((subnet) => zoneOf(subnet) === zone)) return true;
    return alike.some((subnet) => zoneOf(subnet) === zone);
  }
}

/** Names such as `ap-northeast-1a` are different for different zones; what stands for a zone that is not known need not be. */
function isZoneName(zone: string | undefined): boolean {
  return zone !== undefined && /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/.test(zone);
}

/** What a filter lets through; all where there is none. */
export function through(packets: PacketSet, filter: PacketSet | undefined): PacketSet {
  return filter === undefined ? packets : packets.intersect(filter);
}
