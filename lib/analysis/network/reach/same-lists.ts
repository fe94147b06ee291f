import type { Records } from './records';
import type { View } from './view';

/** What security groups and network ACLs are worked out of. */
const FILTERS = ['vpcs', 'subnets', 'aclOf', 'aclEntries', 'groups', 'groupRules'] as const;

/** What has no part in routes: all that filters are made of, but for the lists that routes are in as well. */
const NO_ROUTES: ReadonlySet<keyof Records> = new Set(['acls', 'aclEntries', 'groups', 'groupRules']);

/** What says where things lie, and what they are. */
const ENDS = [
  'vpcs',
  'vpcRanges',
  'subnets',
  'subnetRanges',
  'tables',
  'tableOf',
  'aclOf',
  'gateways',
  'attachments',
  'interfaces',
] as const;

/** Whether filters of one view are those of another one. */
export function hasFiltersOf(view: View, other: View): boolean {
  return isAlike(view, other) && FILTERS.every((name) => view.records[name] === other.records[name]);
}

/** Whether routes in one view are those in another one. */
export function hasRoutesOf(view: View, other: View): boolean {
  if (!isAlike(view, other)) return false;
  for (const name in view.records) {
    const list = name as keyof Records;
    if (!NO_ROUTES.has(list) && view.records[list] !== other.records[list]) return false;
  }
  return true;
}

/** Whether what lies in the VPCs of one view is what lies in those of another one. */
export function hasEndsOf(view: View, other: View): boolean {
  return isAlike(view, other) && ENDS.every((name) => view.records[name] === other.records[name]);
}

function isAlike(view: View, other: View): boolean {
  return view.mode === other.mode && view.world === other.world;
}
