import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { ALWAYS, type Guard, NEVER } from '../../model/guard';
import { perResource, type Resource } from '../../model/resource';
import { own } from '../../model/template';
import type { Facts } from '../../policy/profile';
import { ISOLATED_ZONES, keptApart, type ZoneName, type ZonePassage } from '../../policy/zones';
import type { Mark, Marks } from '../marks';
import { isNetwork } from '../marks';
import { parentsOf } from '../parents';

export { ISOLATED_ZONES as ISOLATED };

/** What a question about zones needs to know. */
export interface ZoneSource {
  readonly marks: Marks;
  readonly profile: { readonly facts: Facts; readonly zoneMatrix?: readonly ZonePassage[] };
}

/** The zone of what a field points at: a resource of the deployment, or an id that the profile knows. */
export function zonesAt(field: Field, { marks, profile }: ZoneSource): readonly Mark[] {
  return field.alternatives.flatMap(({ when, value }): readonly Mark[] => {
    if (value.kind === 'reference') {
      return marks
        .of(value.resource, 'zone')
        .map((mark) => ({ ...mark, when: mark.when.and(when) }))
        .filter((mark) => !mark.when.isNever);
    }
    const fact = value.kind === 'known' ? own(profile.facts.zoneOf, String(value.value)) : undefined;
    return [{ when, value: typeof fact === 'string' ? fact : undefined }];
  });
}

/** Marks, with those of something else where there are none. */
export function orElse(marks: readonly Mark[], others: readonly Mark[]): readonly Mark[] {
  return marks.flatMap((mark) =>
    mark.value === undefined && mark.fault === undefined
      ? others
          .map((other) => ({ ...other, when: other.when.and(mark.when) }))
          .filter((other) => !other.when.isNever)
      : mark,
  );
}

/**
 * Says that two networks may be joined: they are of one zone, or neither is of a zone that must stay apart, or the zone
 * matrix lets something pass between them. What does pass then is a matter of its own.
 */
export function joinable(a: readonly Mark[], b: readonly Mark[], matrix: readonly ZonePassage[] = []): Claim {
  let holds: Guard = NEVER;
  let breaks: Guard = NEVER;
  for (const left of a) {
    for (const right of b) {
      const when = left.when.and(right.when);
      if (when.isNever || left.value === undefined || right.value === undefined) continue;
      const [one, other] = [left.value, right.value];
      const apart =
        keptApart(one as ZoneName, other as ZoneName) &&
        !matrix.some(({ from, to }) => (from === one && to === other) || (from === other && to === one));
      if (apart) breaks = breaks.or(when);
      else holds = holds.or(when);
    }
  }
  return new Claim(holds, breaks);
}

/** Says that one of the zones is among the marks. */
export function isolated(marks: readonly Mark[]): Claim {
  let holds: Guard = NEVER;
  let breaks: Guard = NEVER;
  for (const { when, value } of marks) {
    if (value === undefined) continue;
    if (ISOLATED_ZONES.includes(value as ZoneName)) holds = holds.or(when);
    else breaks = breaks.or(when);
  }
  return new Claim(holds, breaks);
}

/** The names of the zones among marks, for a message. */
export function zoneNames(marks: readonly Mark[]): { readonly ja: string; readonly en: string } {
  const names = new Set(marks.map(({ value }) => value));
  const known = [...names].filter((name): name is string => name !== undefined);
  const open = names.has(undefined);
  return {
    ja: [...known, ...(open ? ['領域の不明なもの'] : [])].join('、'),
    en: [...known, ...(open ? ['a zone that is not known'] : [])].join(', '),
  };
}

const NO_VPCS: ReadonlyMap<Resource, Guard> = new Map();

/** The VPCs of the deployment that a resource is put in, with when. */
export const vpcsOf = perResource(findVpcs);

/** One map for all that lie in one VPC. */
const alone = perResource((vpc): ReadonlyMap<Resource, Guard> => new Map([[vpc, ALWAYS]]));

function findVpcs(resource: Resource): ReadonlyMap<Resource, Guard> {
  const only = onlyVpc(resource, MOST_STEPS);
  if (only !== undefined) return only === null ? NO_VPCS : alone(only);
  const found = new Map<Resource, Guard>();
  const visit = (current: Resource, when: Guard, seen: readonly Resource[]): void => {
    if (current.type === 'AWS::EC2::VPC') {
      found.set(current, (found.get(current) ?? NEVER).or(when));
      return;
    }
    if (seen.includes(current)) return;
    for (const parent of parentsOf(current).parents) {
      if (isNetwork(parent.resource.type)) visit(parent.resource, when.and(parent.when), [...seen, current]);
    }
  };
  visit(resource, ALWAYS, []);
  return found;
}

/** A server lies in a subnet group, which lies in subnets, which lie in a VPC. */
const MOST_STEPS = 4;

/** The one VPC in which a resource always lies; null for none, undefined where that is not all there is to say. */
function onlyVpc(resource: Resource, steps: number): Resource | null | undefined {
  if (resource.type === 'AWS::EC2::VPC') return resource;
  let only: Resource | null = null;
  for (const parent of parentsOf(resource).parents) {
    if (!isNetwork(parent.resource.type)) continue;
    if (steps === 0 || parent.when !== ALWAYS) return undefined;
    const vpc = onlyVpc(parent.resource, steps - 1);
    if (vpc === undefined || (vpc !== null && only !== null && vpc !== only)) return undefined;
    only = vpc ?? only;
  }
  return only;
}
