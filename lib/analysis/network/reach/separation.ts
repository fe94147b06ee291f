import type { Guard } from '../../../model/guard';
import type { Resource } from '../../../model/resource';
import type { Facts } from '../../../policy/profile';
import {
  ISOLATED_ZONES,
  keptApart,
  type ZoneEnd,
  type ZoneName,
  type ZonePassage,
} from '../../../policy/zones';
import type { Marks } from '../../marks';
import { FAMILIES } from './address-sets';
import { endOf, openEnd } from './ends';
import type { End, Flows, InsideEnd, Passage } from './flows';
import { union } from './intervals';
import { linesIn } from './lines';
import type { InterfaceRecord, VpcRecord } from './records';
import type { Key } from './values';
import type { View } from './view';
import { permitted } from './zone-passages';

/** Traffic that passes between two zones which the policy keeps apart. */
export interface Crossing {
  /** The choices under which it does. */
  readonly when: Guard;
  readonly from: ZoneEnd;
  readonly to: ZoneEnd;
  /** A VPC, or a line to a network of a zone that the profile knows; undefined for the Internet. */
  readonly fromVpc: Key | undefined;
  readonly toVpc: Key | undefined;
  readonly passage: Passage;
  readonly at: Resource | undefined;
}

export interface ZoneQuestion {
  readonly marks: Marks;
  readonly zoneMatrix: readonly ZonePassage[];
  readonly facts: Pick<Facts, 'zoneOf'>;
}

/** A VPC, or the Internet. */
interface Party {
  readonly zone: ZoneEnd;
  readonly ends: readonly End[];
}

const OPEN_INTERNET: Party = { zone: 'open-internet', ends: [{ kind: 'internet' }] };

/**
 * What certainly passes between zones that are kept apart and that nobody permitted: one crossing for each ordered pair
 * of VPCs, and for each VPC with the Internet, and with a line to another zone, in either direction.
 *
 * A subnet in which nothing lies stands for whatever will be put there. One with network interfaces passes what those
 * send and receive.
 */
export function crossingsIn(flows: Flows, question: ZoneQuestion): readonly Crossing[] {
  const { view } = flows;
  const zoned = [...view.vpcs.values()].flatMap((vpc) =>
    zonesOf(vpc, view.world, question.marks).map((zone) => ({ key: vpc.key, ...zone })),
  );
  if (!zoned.some(({ zone }) => isIsolated(zone))) return [];
  const zones = new Map<Key, typeof zoned>();
  for (const item of zoned) zones.set(item.key, [...(zones.get(item.key) ?? []), item]);
  const ends = endsByVpc(view);
  const lines = linesIn(view, question.facts);
  const crossings: Crossing[] = [];
  const look = (from: Party, to: Party, when: Guard, keys: readonly (Key | undefined)[]) => {
    const passage = firstBetween(flows, from, to, question.zoneMatrix);
    if (passage === undefined) return;
    const [fromVpc, toVpc] = keys;
    const at = placeOf(flows, passage, from.zone, to.zone);
    crossings.push({ when, from: from.zone, to: to.zone, fromVpc, toVpc, passage, at });
  };
  for (const { key, zone, when } of zoned) {
    const own: Party = { zone, ends: ends.get(key) ?? [] };
    for (const other of neighbours(ends.get(key) ?? [], flows)) {
      for (const far of zones.get(other) ?? []) {
        const both = when.and(far.when);
        if (both.isNever || !keptApart(zone, far.zone)) continue;
        look(own, { zone: far.zone, ends: ends.get(other) ?? [] }, both, [key, other]);
      }
    }
    if (!isIsolated(zone)) continue;
    for (const line of lines) {
      if (line.zone === undefined || !keptApart(zone, line.zone)) continue;
      const far: Party = { zone: line.zone, ends: [{ kind: 'line', key: line.key }] };
      look(own, far, when, [key, line.key]);
      look(far, own, when, [line.key, key]);
    }
    look(OPEN_INTERNET, own, when, [undefined, key]);
    look(own, OPEN_INTERNET, when, [key, undefined]);
  }
  return crossings;
}

/** Whether a crossing is still there in another view, in which something has been changed. */
export function isOpen(
  flows: Flows,
  { from, to, fromVpc, toVpc }: Crossing,
  question: ZoneQuestion,
): boolean {
  const ends = endsByVpc(flows.view);
  const party = (zone: ZoneEnd, key: Key | undefined): Party =>
    key === undefined
      ? OPEN_INTERNET
      : { zone, ends: flows.view.vpcs.has(key) ? (ends.get(key) ?? []) : [{ kind: 'line', key }] };
  return firstBetween(flows, party(from, fromVpc), party(to, toVpc), question.zoneMatrix) !== undefined;
}

function isIsolated(zone: ZoneEnd): boolean {
  return (ISOLATED_ZONES as readonly ZoneEnd[]).includes(zone);
}

/** The first way between two parties on which something passes that nobody permitted. */
function firstBetween(
  flows: Flows,
  from: Party,
  to: Party,
  matrix: readonly ZonePassage[],
): Passage | undefined {
  for (const source of from.ends) {
    for (const target of to.ends) {
      for (const passage of flows.passages(source, target)) {
        const { packets, way } = passage;
        const rest =
          matrix.length === 0
            ? packets
            : packets.minus(permitted(matrix, from.zone, to.zone, way.inspections));
        if (!rest.isEmpty) return { ...passage, packets: rest };
      }
    }
  }
  return undefined;
}

/** Other VPCs to which something here has a way. */
function neighbours(ends: readonly InsideEnd[], flows: Flows): ReadonlySet<Key> {
  const found = new Set<Key>();
  for (const end of ends) {
    for (const { place } of flows.router.fromSubnet(end.subnet)) {
      if (place.kind === 'vpc' && place.key !== end.vpc) found.add(place.key);
    }
  }
  return found;
}

function zonesOf(
  { resource }: VpcRecord,
  world: Guard,
  marks: Marks,
): readonly { readonly zone: ZoneName; readonly when: Guard }[] {
  if (resource === undefined) return [];
  return marks.of(resource, 'zone').flatMap(({ value, when }) => {
    const both = world.and(when);
    return value === undefined || both.isNever ? [] : [{ zone: value as ZoneName, when: both }];
  });
}

/** What lies in each VPC, things of a kind together: those that routes and filters treat alike. */
export function endsByVpc(view: View): ReadonlyMap<Key, readonly InsideEnd[]> {
  const bySubnet = new Map<Key, InterfaceRecord[]>();
  for (const record of view.interfaces) {
    const list = bySubnet.get(record.subnet);
    if (list === undefined) bySubnet.set(record.subnet, [record]);
    else list.push(record);
  }
  const kinds = new Map<Key, Map<string, InsideEnd>>();
  const doors = new Set(
    [...view.vpcs.keys()].flatMap((vpc) => view.attachmentsOfVpc.get(vpc).flatMap(({ subnets }) => subnets)),
  );
  for (const subnet of view.subnets.keys()) {
    const records = bySubnet.get(subnet);
    const ends = records?.map((record) => endOf(view, record)) ?? [openEnd(view, subnet)];
    for (const end of ends) {
      if (end === undefined) continue;
      const ofVpc = kinds.get(end.vpc) ?? new Map<string, InsideEnd>();
      kinds.set(end.vpc, ofVpc);
      const kind = kindOf(view, end, doors);
      const same = ofVpc.get(kind);
      ofVpc.set(kind, same === undefined ? end : { ...same, addresses: together(same, end) });
    }
  }
  return new Map([...kinds].map(([vpc, ends]) => [vpc, [...ends.values()]]));
}

/** Attached subnets are told apart, since network ACLs look at what comes out of them in another way. */
function kindOf(view: View, end: InsideEnd, doors: ReadonlySet<Key>): string {
  const { groups, isOpen, isUnfiltered } = end.membership;
  return [
    view.tableOfSubnet(end.subnet),
    ...view.aclLinks.get(end.subnet).map(({ to }) => to),
    doors.has(end.subnet) ? end.subnet : view.subnets.get(end.subnet)?.availabilityZone,
    ...groups,
    isOpen,
    isUnfiltered,
    end.isPublic,
    end.owner === undefined,
  ].join(' ');
}

function together(a: InsideEnd, b: InsideEnd): InsideEnd['addresses'] {
  const [v4, v6] = FAMILIES.map((family) => union(a.addresses[family], b.addresses[family]));
  return { 4: v4 ?? a.addresses[4], 6: v6 ?? a.addresses[6] };
}

/** The resource at which traffic leaves or enters the zone that must stay apart: where somebody would change something. */
function placeOf(
  flows: Flows,
  { from, to, way }: Passage,
  fromZone: ZoneEnd,
  toZone: ZoneEnd,
): Resource | undefined {
  const outward = isIsolated(fromZone);
  const joins = way.hops.filter(({ resource }) =>
    /Attachment$|VPCPeeringConnection$/.test(resource?.type ?? ''),
  );
  if (toZone !== 'open-internet' && fromZone !== 'open-internet' && joins.length > 0) {
    return (outward ? joins[0] : joins[joins.length - 1])?.resource;
  }
  // What comes in from the Internet is answered by the route that leads there.
  const answering =
    from.kind === 'internet' && to.kind === 'inside'
      ? flows.router
          .fromSubnet(to.subnet)
          .find(({ place, onlyOut, exit }) => place.kind === 'internet' && !onlyOut && exit === to.vpc)
      : way;
  return (answering ?? way).hops.find(({ resource }) => resource !== undefined)?.resource;
}
