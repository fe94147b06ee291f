import type { Resource } from '../../../model/resource';
import { EVERYWHERE, FAMILIES, type Family, internetAddresses } from './address-sets';
import { type Direction, Filters, type Membership } from './filters';
import { type IntervalSet, intersect, meets } from './intervals';
import { everyPacket, ICMP, PacketSet, TCP, UDP } from './packets';
import { Inside } from './parties';
import { Router } from './router';
import { hasEndsOf, hasFiltersOf, hasRoutesOf } from './same-lists';
import type { Key } from './values';
import type { View } from './view';
import { through, Walker } from './walker';
import { type Leg, type Place, placeId, type Way } from './ways';

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

/** Works out which packets arrive in one view of a network. */
export class Flows {
  readonly router: Router;
  readonly filters: Filters;
  readonly inside: Inside;
  private readonly walker: Walker;

  /** @param like flows before some change, of which these take over what the change leaves as it is */
  constructor(
    readonly view: View,
    like?: Flows,
  ) {
    this.router = like !== undefined && hasRoutesOf(view, like.view) ? like.router : new Router(view);
    this.filters = like !== undefined && hasFiltersOf(view, like.view) ? like.filters : new Filters(view);
    this.inside = like !== undefined && hasEndsOf(view, like.view) ? like.inside : new Inside(view);
    this.walker = new Walker(view, this.filters);
  }

  /** All ways by which packets from one end arrive at another and are answered. */
  passages(from: End, to: End): readonly Passage[] {
    if (!this.mayMeet(from, to)) return [];
    return this.waysFrom(from, to).flatMap((way) => {
      const packets = this.along(way, from, to);
      return packets.isEmpty ? [] : [{ from, to, way, packets }];
    });
  }

  /** A quick look at whether the security groups at both ends let anything through at all. */
  private mayMeet(from: End, to: End): boolean {
    const isAdmitted = (own: End, direction: Direction, far: End) => {
      if (own.kind !== 'inside') return true;
      const reach = this.filters.reach(own.membership, direction);
      if (reach === undefined) return true;
      if (far.kind === 'inside' && reach.groups.size > 0) {
        if (far.membership.isOpen || far.membership.groups.some((group) => reach.groups.has(group)))
          return true;
      }
      return FAMILIES.some((family) => meets(reach.addresses[family], addressesAt(far, family)));
    };
    return isAdmitted(to, 'ingress', from) && isAdmitted(from, 'egress', to);
  }

  /** Ways to where the other end is. */
  waysFrom(from: End, to: End): readonly Way[] {
    const place: Place = to.kind === 'inside' ? { kind: 'vpc', key: to.vpc } : to;
    return this.ways(from, to, place).filter(
      (way) =>
        (to.kind !== 'inside' || meets(way.addresses, to.addresses[way.family])) &&
        this.hasAddressFor(way, from),
    );
  }

  private ways(from: End, to: End, place: Place): readonly Way[] {
    switch (from.kind) {
      case 'inside':
        return this.router.between(from.subnet, place);
      case 'internet':
        return to.kind === 'inside'
          ? this.entrances(to.vpc, 'internet').filter(({ family }) => family === 6 || to.isPublic)
          : [];
      case 'line':
        return this.fromLine(from.key).filter((way) => placeId(way.place) === placeId(place));
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

  /** What gets on its way to a place out of sight: what happens there, and whether answers come, nobody sees. */
  leaving(way: Way, from: InsideEnd): PacketSet {
    const packets = PacketSet.between(way.family, from.addresses[way.family], way.addresses);
    const out = through(packets, this.filters.groups(from.membership, 'egress', undefined));
    return this.walker.walk((way.legs[0] as Leg).steps, out, { subnet: from.subnet }).passed;
  }

  /** Packets that pass the legs from one on, with their answers coming back to where the leg starts. */
  private onLegs(way: Way, index: number, packets: PacketSet, start: Start, to: End): PacketSet {
    const leg = way.legs[index] as Leg;
    let { spot, passed } = this.walker.walk(leg.steps, packets, { subnet: start.subnet });
    if (passed.isEmpty) return passed;
    if (leg.nat !== undefined) {
      const { subnet, gateway } = leg.nat;
      const vpc = this.view.subnets.get(subnet)?.vpc;
      const own = gateway.address?.addresses ?? this.view.addressesOfSubnet(subnet, way.family);
      passed = passed.intersect(TRANSLATABLE);
      if (passed.isEmpty) return passed;
      const next: Start = { subnet, vpc, end: undefined, addresses: own };
      const onward = this.onLegs(way, index + 1, passed.translated(own), next, to);
      passed = passed.towards(onward);
      return this.answered(passed, { ...next, family: way.family }, start);
    }
    if (to.kind === 'inside') {
      passed = this.walker.into(to.subnet, passed, spot);
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
      const walked = this.walker.walk((way.legs[0] as Leg).steps, asked, { subnet: from.subnet });
      return to.subnet === undefined
        ? walked.passed
        : this.walker.into(to.subnet, walked.passed, walked.spot);
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
    if (to.vpc !== undefined) return this.router.between(from.subnet, { kind: 'vpc', key: to.vpc });
    const { end } = to;
    if (end === undefined || end.kind === 'inside') return [];
    const ways = this.router.between(from.subnet, end);
    if (end.kind === 'line') return ways;
    return ways.filter(({ onlyOut, exit }) => !onlyOut && exit === from.vpc);
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
}

/** Where a leg starts. */
interface Start {
  readonly subnet: Key | undefined;
  readonly vpc: Key | undefined;
  readonly end: End | undefined;
  readonly addresses?: unknown;
}

/** What NAT gateways translate. */
const TRANSLATABLE = new PacketSet(
  [TCP, UDP, ICMP].map((protocol) => ({ ...everyPacket(4), protocol: [protocol, protocol + 1] })),
);

/** For the Internet, all addresses that are no private ones; behind a line there may be any. */
function addressesAt(end: End, family: Family): IntervalSet {
  if (end.kind === 'inside') return end.addresses[family];
  return end.kind === 'internet' ? internetAddresses()[family] : EVERYWHERE[family];
}
