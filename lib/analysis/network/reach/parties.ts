import type { Guard } from '../../../model/guard';
import type { ZoneEnd, ZoneName } from '../../../policy/zones';
import type { Marks } from '../../marks';
import { FAMILIES } from './address-sets';
import { endOf, openEnd } from './ends';
import type { End, Flows, InsideEnd } from './flows';
import { union } from './intervals';
import type { InterfaceRecord, VpcRecord } from './records';
import type { Key } from './values';
import type { View } from './view';

/** A VPC, or the Internet. */
export interface Party {
  readonly zone: ZoneEnd;
  readonly ends: readonly End[];
}

export const OPEN_INTERNET: Party = { zone: 'open-internet', ends: [{ kind: 'internet' }] };

/** A VPC with a zone that it has under some choices. */
export interface Zoned {
  readonly key: Key;
  readonly zone: ZoneName;
  readonly when: Guard;
}

/** The VPCs of a view with their zones, and the same by VPC. */
export function zonedIn(
  view: View,
  marks: Marks,
): { readonly zoned: readonly Zoned[]; readonly zones: ReadonlyMap<Key, readonly Zoned[]> } {
  const zoned = [...view.vpcs.values()].flatMap((vpc) =>
    zonesOf(vpc, view.world, marks).map((zone) => ({ key: vpc.key, ...zone })),
  );
  const zones = new Map<Key, Zoned[]>();
  for (const item of zoned) zones.set(item.key, [...(zones.get(item.key) ?? []), item]);
  return { zoned, zones };
}

/** Other VPCs to which something here has a way. */
export function neighbours(ends: readonly InsideEnd[], flows: Flows): ReadonlySet<Key> {
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
