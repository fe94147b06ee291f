import type { Guard } from '../../../model/guard';
import type { ZoneEnd, ZoneName } from '../../../policy/zones';
import type { Marks } from '../../marks';
import { endOf, openEnd } from './ends';
import type { End, Flows, InsideEnd } from './flows';
import { union } from './intervals';
import type { VpcRecord } from './records';
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

/** What lies in each VPC of a view, things of a kind together: those that routes and filters treat alike. */
export class Inside {
  private readonly byVpc = new Map<Key, readonly InsideEnd[]>();

  constructor(private readonly view: View) {}

  of(vpc: Key): readonly InsideEnd[] {
    let ends = this.byVpc.get(vpc);
    if (ends === undefined) {
      ends = this.view.vpcs.has(vpc) ? endsIn(this.view, vpc) : [];
      this.byVpc.set(vpc, ends);
    }
    return ends;
  }
}

function endsIn(view: View, vpc: Key): readonly InsideEnd[] {
  const kinds = new Map<string, InsideEnd>();
  for (const subnet of view.subnetsOf(vpc)) {
    const kindOfSubnet = subnetKind(view, subnet);
    const add = (end: InsideEnd | undefined) => {
      if (end === undefined) return;
      const kind = kindOfSubnet + endKind(end);
      const same = kinds.get(kind);
      kinds.set(kind, same === undefined ? end : { ...same, addresses: together(same, end) });
    };
    const records = view.interfacesIn.get(subnet);
    if (records.length === 0) add(openEnd(view, subnet));
    else for (const record of records) add(endOf(view, record));
  }
  return [...kinds.values()];
}

/** Attached subnets are told apart, since network ACLs look at what comes out of them in another way. */
function subnetKind(view: View, subnet: Key): string {
  let kind = `${view.tableOfSubnet(subnet)} `;
  for (const { to } of view.aclLinks.get(subnet)) kind += `${to} `;
  return `${kind}${view.doors.has(subnet) ? subnet : view.subnets.get(subnet)?.availabilityZone}`;
}

function endKind({ membership: { groups, isOpen, isUnfiltered }, isPublic, owner }: InsideEnd): string {
  let kind = '';
  for (const group of groups) kind += ` ${group}`;
  return `${kind} ${isOpen} ${isUnfiltered} ${isPublic} ${owner === undefined}`;
}

function together(a: InsideEnd, b: InsideEnd): InsideEnd['addresses'] {
  return { 4: union(a.addresses[4], b.addresses[4]), 6: union(a.addresses[6], b.addresses[6]) };
}
