import type { Resource } from '../../../model/resource';
import { EVERYWHERE, FAMILIES, type Family, internetAddresses } from './address-sets';
import { Filters, type Membership } from './filters';
import { type IntervalSet, intersect, meets } from './intervals';
import { PacketSet } from './packets';
import { Router } from './router';
import type { Key } from './values';
import type { View } from './view';
import type { Leg, Place, Step, Way } from './ways';

/** Somebody who sends or receives. */
export type End =
  | InsideEnd
  | { readonly kind: 'internet' }
  /** The network behind a line: a virtual private gateway, or an attachment of a transit gateway. */
  | { readonly kind: 'line'; readonly key: Key };

/** Something in a subnet. */
export interface InsideEnd {
  readonly kind: 'inside';
  readonly vpc: Key;
  readonly subnet: Key;
  readonly addresses: Readonly<Record<Family, IntervalSet>>;
  readonly membership: Membership;
  readonly isPublic: boolean;
  /** What it is the network interface of; undefined for whatever may be put there. */
  readonly owner: Resource | undefined;
}

/** Packets that arrive one way, with the answers to them. */
export interface Passage {
  readonly from: End;
  readonly to: End;
  readonly way: Way;
  readonly packets: PacketSet;
}

/** Where a packet is: in a subnet of a VPC, or on its way into one. */
interface Spot {
  readonly subnet: Key | undefined;
  /** It came out of a transit gateway there, so that leaving the subnet is what the network ACL looks at. */
  readonly fromHub?: boolean;
}

/** Works out which packets arrive in one view of a network. */
export class Flows {
  readonly router: Router;
  readonly filters: Filters;

  constructor(readonly view: View) {
    this.router = new Router(view);
    this.filters = new Filters(view);
  }

  /** All ways by which packets from one end arrive at another and are answered. */
  passages(from: End, to: End): readonly Passage[] {
    return this.waysFrom(from, to).flatMap((way) => {
      const packets = this.along(way, from, to);
      return packets.isEmpty ? [] : [{ from, to, way, packets }];
    });
  }

  /** Ways to where the other end is. */
  waysFrom(from: End, to: End): readonly Way[] {
    const place: Place = to.kind === 'inside' ? { kind: 'vpc', key: to.vpc } : to;
    return this.ways(from, to).filter(
      (way) =>
        way.place.kind === place.kind &&
        (way.place.kind === 'internet' || way.place.key === (place as { key: Key }).key) &&
        (to.kind !== 'inside' || meets(way.addresses, to.addresses[way.family])) &&
        this.hasAddressFor(way, from),
    );
  }

  private ways(from: End, to: End): readonly Way[] {
    switch (from.kind) {
      case 'inside':
        return this.router.fromSubnet(from.subnet);
      case 'internet':
        return to.kind === 'inside' && isReachable(to) ? this.entrances(to.vpc, 'internet') : [];
      case 'line':
        return this.fromLine(from.key);
    }
  }

  /** Ways into a VPC from the Internet gateways or private gateways that are attached to it. */
  private entrances(vpc: Key, kind: 'internet' | 'private', only?: Key): readonly Way[] {
    return this.view.gatewaysOfVpc
      .get(vpc)
      .filter(({ key }) => only === undefined || key === only)
      .flatMap(({ key, resource }) =>
        this.view.gateways
          .get(key)
          .filter((gateway) => gateway.kind === kind)
          .flatMap((gateway) =>
            this.router.fromGateway(key, vpc).map((way) => ({
              ...way,
              hops: [{ key, resource: gateway.resource ?? resource }, ...way.hops],
            })),
          ),
      );
  }

  private fromLine(key: Key): readonly Way[] {
    const attachments = this.view.attachments.get(key);
    return [
      ...attachments.flatMap((attachment) => this.router.fromAttachment(attachment)),
      ...this.view.vpcsOfGateway
        .get(key)
        .flatMap(({ to }) => (to === undefined ? [] : this.entrances(to, 'private', key))),
    ];
  }

  /** An Internet gateway lets out only what has a public address in its own VPC. */
  private hasAddressFor(way: Way, from: End): boolean {
    if (way.place.kind !== 'internet' || from.kind !== 'inside' || way.legs.length > 1) return true;
    if (way.exit !== undefined && way.exit !== from.vpc) return false;
    return way.family === 6 || from.isPublic;
  }

  /** What passes along a way in both directions. */
  along(way: Way, from: End, to: End): PacketSet {
    const { family } = way;
    const sources = addressesAt(from, family);
    const destinations = intersect(way.addresses, addressesAt(to, family));
    let packets = PacketSet.between(family, sources, destinations);
    if (packets.isEmpty) return packets;
    if (from.kind === 'inside') {
      const far = to.kind === 'inside' && way.keepsGroups ? to.membership : undefined;
      packets = through(packets, this.filters.groups(from.membership, 'egress', far));
    }
    const start: Start =
      from.kind === 'inside' ? { ...from, end: from } : { subnet: undefined, vpc: undefined, end: from };
    return this.onLegs(way, 0, packets, start, to);
  }

  /** Packets that pass the legs from one on, with their answers coming back to where the leg starts. */
  private onLegs(way: Way, index: number, packets: PacketSet, start: Start, to: End): PacketSet {
    const leg = way.legs[index] as Leg;
    let { spot, passed } = this.walk(leg.steps, packets, { subnet: start.subnet });
    if (passed.isEmpty) return passed;
    if (leg.nat !== undefined) {
      const { subnet } = leg.nat;
      const vpc = this.view.subnets.get(subnet)?.vpc;
      const own = this.view.addressesOfSubnet(subnet, way.family);
      const next: Start = { subnet, vpc, end: undefined, addresses: own };
      const onward = this.onLegs(way, index + 1, passed.translated(own), next, to);
      passed = passed.towards(onward);
      return this.answered(passed, { ...next, family: way.family }, start);
    }
    if (to.kind === 'inside') {
      passed = this.into(to.subnet, passed, spot);
      const far = start.end?.kind === 'inside' && way.keepsGroups ? start.end.membership : undefined;
      passed = through(passed, this.filters.groups(to.membership, 'ingress', far));
      return this.answered(passed, { ...to, family: way.family }, start);
    }
    return this.answered(passed, { end: to, family: way.family }, start);
  }

  /** Those packets whose answers come back. */
  private answered(
    packets: PacketSet,
    from: Partial<Start> & { readonly family: Family; readonly end?: End | undefined },
    to: Start,
  ): PacketSet {
    if (packets.isEmpty) return packets;
    const answers = packets.reversed();
    const back = this.waysBack(from, to).filter((way) => way.family === from.family && way.legs.length === 1);
    const passed = back.map((way) => {
      const asked = PacketSet.of(
        ...answers.boxes.map((box) => ({ ...box, destination: intersect(box.destination, way.addresses) })),
      );
      const walked = this.walk((way.legs[0] as Leg).steps, asked, { subnet: from.subnet });
      return to.subnet === undefined ? walked.passed : this.into(to.subnet, walked.passed, walked.spot);
    });
    return PacketSet.union(passed).reversed();
  }

  private waysBack(from: Partial<Start> & { readonly end?: End | undefined }, to: Start): readonly Way[] {
    if (from.subnet === undefined) {
      if (to.vpc === undefined || from.end === undefined) return [];
      if (from.end.kind === 'internet') return this.fromOutside(to.vpc);
      return from.end.kind === 'line'
        ? this.fromLine(from.end.key).filter(({ place }) => place.kind === 'vpc' && place.key === to.vpc)
        : [];
    }
    const ways = this.router.fromSubnet(from.subnet);
    if (to.vpc !== undefined) return ways.filter(({ place }) => place.kind === 'vpc' && place.key === to.vpc);
    const { end } = to;
    if (end?.kind === 'internet') {
      return ways.filter(
        ({ place, onlyOut, exit }) => place.kind === 'internet' && !onlyOut && exit === from.vpc,
      );
    }
    return ways.filter(({ place }) => end?.kind === 'line' && place.kind === 'line' && place.key === end.key);
  }

  /** Answers from the Internet come back through the gateway by which the question left. */
  private fromOutside(vpc: Key): readonly Way[] {
    const ways = this.entrances(vpc, 'internet');
    if (ways.length > 0) return ways;
    return FAMILIES.map((family) => ({
      family,
      addresses: this.view.addressesOfVpc(vpc, family),
      place: { kind: 'vpc' as const, key: vpc },
      legs: [{ steps: [] }],
      hops: [],
      inspections: [],
      keepsGroups: false,
      onlyOut: false,
      exit: undefined,
    }));
  }

  private walk(
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
          spot = { subnet: undefined };
          break;
        case 'from-hub':
          spot = { subnet: step.subnet, fromHub: true };
          break;
      }
    }
    return { spot, passed };
  }

  private outOf(packets: PacketSet, { subnet }: Spot): PacketSet {
    return subnet === undefined ? packets : through(packets, this.filters.acl(subnet, 'egress'));
  }

  /** Into a subnet: network ACLs look at what crosses their border only. */
  private into(subnet: Key, packets: PacketSet, spot: Spot): PacketSet {
    if (spot.subnet === subnet && spot.fromHub !== true) return packets;
    const left = spot.subnet === subnet ? packets : this.outOf(packets, spot);
    return left.isEmpty ? left : through(left, this.filters.acl(subnet, 'ingress'));
  }

  /** Through the subnet of the attachment that lies in the same availability zone, where that can be told. */
  private toHub(subnets: readonly Key[], packets: PacketSet, spot: Spot): PacketSet {
    const left = this.outOf(packets, spot);
    if (left.isEmpty || (spot.subnet !== undefined && subnets.includes(spot.subnet))) return left;
    const zone = spot.subnet === undefined ? undefined : this.view.subnets.get(spot.subnet)?.availabilityZone;
    const same = subnets.filter(
      (subnet) => zone !== undefined && this.view.subnets.get(subnet)?.availabilityZone === zone,
    );
    const doors = (same.length > 0 ? same : subnets).filter((subnet) => this.view.subnets.has(subnet));
    if (doors.length === 0) return left;
    const acls = new Map(doors.map((subnet) => [this.filters.aclOf(subnet), subnet]));
    return PacketSet.union(
      [...acls.values()].map((subnet) => through(left, this.filters.acl(subnet, 'ingress'))),
    );
  }
}

/** Where a leg starts. */
interface Start {
  readonly subnet: Key | undefined;
  readonly vpc: Key | undefined;
  readonly end: End | undefined;
  readonly addresses?: unknown;
}

function through(packets: PacketSet, filter: PacketSet | undefined): PacketSet {
  return filter === undefined ? packets : packets.intersect(filter);
}

function isReachable(end: InsideEnd): boolean {
  return end.isPublic || end.addresses[6].length > 0;
}

/** For the Internet, all addresses that are no private ones; behind a line there may be any. */
function addressesAt(end: End, family: Family): IntervalSet {
  if (end.kind === 'inside') return end.addresses[family];
  return end.kind === 'internet' ? internetAddresses()[family] : EVERYWHERE[family];
}
