import { FAMILIES, type Family } from './address-sets';
import type { Membership } from './filters';
import type { InsideEnd } from './flows';
import { EMPTY, type IntervalSet, union } from './intervals';
import type { InterfaceRecord } from './records';
import { isOutside, type Key } from './values';
import type { View } from './view';

/** The network interfaces of a resource in a view, those in subnets that no template describes left out. */
export function endsOf(view: View, key: Key): readonly InsideEnd[] {
  return view.interfacesOf.get(key).flatMap((record) => {
    const end = endOf(view, record);
    return end === undefined ? [] : [end];
  });
}

export function endOf(view: View, record: InterfaceRecord): InsideEnd | undefined {
  const subnet = view.subnets.get(record.subnet);
  if (subnet?.vpc === undefined || !view.vpcs.has(subnet.vpc)) return undefined;
  return {
    kind: 'inside',
    vpc: subnet.vpc,
    subnet: record.subnet,
    addresses: { 4: addresses(view, record, 4), 6: hasV6(view, record) ? addresses(view, record, 6) : EMPTY },
    membership: membership(view, record, subnet.vpc),
    isPublic: isPublic(view, record),
    owner: record.owner,
  };
}

/** Whether a resource has an interface in a subnet that no template describes. */
export function isElsewhere(view: View, key: Key): boolean {
  return view.interfacesOf.get(key).some((record) => endOf(view, record) === undefined);
}

/**
 * Whatever may be put into a subnet: it filters nothing, and has the addresses that the subnet gives. A subnet that is
 * there for a NAT gateway or a firewall is not one to put anything into.
 */
export function openEnd(view: View, key: Key): InsideEnd | undefined {
  const subnet = view.subnets.get(key);
  if (subnet?.vpc === undefined || !view.vpcs.has(subnet.vpc) || view.isTaken(key)) return undefined;
  return {
    kind: 'inside',
    vpc: subnet.vpc,
    subnet: key,
    addresses: Object.fromEntries(
      FAMILIES.map((family) => [family, view.addressesOfSubnet(key, family)]),
    ) as Record<Family, IntervalSet>,
    membership: { groups: [], isOpen: false, isUnfiltered: true },
    isPublic: view.isCertain ? subnet.mapsPublic === true : subnet.mapsPublic !== false,
    owner: undefined,
  };
}

function addresses(view: View, record: InterfaceRecord, family: Family): IntervalSet {
  const own = record.addresses.filter((range) => range.family === family);
  if (own.length > 0) return own.map((range) => range.addresses).reduce(union, EMPTY);
  return view.addressesOfSubnet(record.subnet, family);
}

function hasV6(view: View, record: InterfaceRecord): boolean {
  const so = record.hasV6 === 'subnet' ? view.subnets.get(record.subnet)?.assignsV6 : record.hasV6;
  return view.isCertain ? so === true : so !== false;
}

function isPublic(view: View, { isPublic: so, subnet }: InterfaceRecord): boolean {
  if (so === 'subnet') {
    const maps = view.subnets.get(subnet)?.mapsPublic;
    return view.isCertain ? maps === true : maps !== false;
  }
  return view.isCertain ? view.world.implies(so.yes) : !view.world.implies(so.no);
}

function membership(view: View, record: InterfaceRecord, vpc: Key): Membership {
  const groups = [
    ...new Set(record.groups.filter(({ when }) => view.world.implies(when)).map(({ key }) => key)),
  ].sort();
  const isOpen = view.world.meets(record.openGroups);
  if (groups.length > 0 || isOpen) return { groups, isOpen, isUnfiltered: false };
  switch (record.withoutGroups) {
    case 'default':
      return { groups: [`${vpc}#DefaultSecurityGroup`], isOpen: isOutside(vpc), isUnfiltered: false };
    case 'none':
      return { groups: [], isOpen: false, isUnfiltered: true };
    case 'unknown':
      return { groups: [], isOpen: true, isUnfiltered: false };
  }
}
