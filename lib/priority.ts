import type { Marks } from './analysis/marks';
import type { Resource } from './model/resource';
import type { ZoneName } from './policy/zones';

/** How soon a finding is to be dealt with, from the first to the last. */
export const PRIORITIES = ['critical', 'high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

/**
 * The priority of a finding. Whether it blocks follows the policy's must or should; how grave it is follows what is at
 * stake, by the zone (4) and the classification (3(1)) of the resource. What nobody classified is not of little weight.
 *
 * A violation of a must is critical in the my-number zone and for confidentiality 3; medium where only information
 * meant for everybody is at stake, or the environment is for development; high otherwise. What is undetermined is a
 * step lower, a violation of a should two; what needs evidence comes last.
 */
export function priorityOf(
  verdict: 'violation' | 'undetermined' | 'evidence',
  isMust: boolean,
  resource: Resource | undefined,
  marks: Marks,
): Priority {
  if (verdict === 'evidence') return 'low';
  const rank = stakes(resource, marks) + (verdict === 'undetermined' ? 1 : 0) + (isMust ? 0 : 2);
  return PRIORITIES[Math.min(rank, PRIORITIES.length - 1)] as Priority;
}

function stakes(resource: Resource | undefined, marks: Marks): number {
  if (resource === undefined) return 1;
  const level = (name: 'confidentiality' | 'integrity' | 'availability') => marks.single(resource, name);
  const zone = marks.single(resource, 'zone') as ZoneName | undefined;
  const development = marks.single(resource, 'environment') === 'development';
  if (!development && (zone === 'my-number' || level('confidentiality') === '3')) return 0;
  const open = zone === 'internet' && level('confidentiality') === '1' && level('integrity') !== '2';
  return development || open ? 2 : 1;
}
