import type { Deployment } from '../../model/deployment';
import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import type { ZoneEnd, ZonePassage } from '../../policy/zones';
import type { Text } from '../../text';
import type { Marks } from '../marks';
import type { Witness } from './reach/witness';

/** Traffic that passes between zones which are kept apart, and how to close its way. */
export interface Trespass {
  readonly when: Guard;
  /** Whatever the values turn out to be that are not known before deployment. */
  readonly isCertain: boolean;
  readonly from: ZoneEnd;
  readonly to: ZoneEnd;
  /** Where it leaves or enters the zone that must stay apart. */
  readonly at: Resource;
  /** The VPCs at its ends. */
  readonly vpcs: readonly Resource[];
  /** The resources on its way. */
  readonly via: ReadonlySet<Resource>;
  readonly witness: Witness;
  /** The whole in a sentence: the way hop by hop, a packet that takes it, and what to change. */
  readonly sentence: Text;
}

/** A way on which something passes between zones, or between a zone and the Internet, and may. */
export interface PermittedWay {
  readonly when: Guard;
  readonly from: ZoneEnd;
  readonly to: ZoneEnd;
  /** The application by which it was permitted; undefined between ends that the policy does not keep apart. */
  readonly approval: string | undefined;
  readonly witness: Witness;
}

export interface Separation {
  readonly trespasses: readonly Trespass[];
  /** There are more choices before deployment than could be looked at. */
  readonly isPartial: boolean;
  /** What it takes for granted that nothing else passes, in English. */
  readonly assumptions: readonly string[];
}

export interface SeparationSource {
  readonly deployment: Deployment;
  readonly marks: Marks;
  readonly profile: { readonly facts: Facts; readonly zoneMatrix: readonly ZonePassage[] };
}

const NOTHING: Separation = { trespasses: [], isPartial: false, assumptions: [] };
const SEPARATIONS = new WeakMap<Marks, Separation>();

/** What passes between zones that are kept apart. Worked out once for a check, and only where there is a VPC. */
export function separationOf(source: SeparationSource): Separation {
  const { deployment, marks } = source;
  if (deployment.ofType('AWS::EC2::VPC').length === 0) return NOTHING;
  let separation = SEPARATIONS.get(marks);
  if (separation === undefined) {
    // A deployment without a VPC needs neither the analysis nor its code.
    const { separate } = require('./reach/trespasses') as typeof import('./reach/trespasses');
    separation = separate(source);
    SEPARATIONS.set(marks, separation);
  }
  return separation;
}

/** What passes between zones and may: what the zone matrix permits, and what the policy does not keep apart. */
export function permittedWays(source: SeparationSource): readonly PermittedWay[] {
  if (source.deployment.ofType('AWS::EC2::VPC').length === 0) return [];
  return (require('./reach/permitted-ways') as typeof import('./reach/permitted-ways')).permittedIn(source);
}

/** What a check took for granted, where it asked what passes between zones. */
export function assumptionsOfSeparation(marks: Marks): readonly string[] {
  return SEPARATIONS.get(marks)?.assumptions ?? [];
}

/** When traffic between zones that are kept apart is told of all of some resources. */
export function toldOf(source: SeparationSource, ...resources: readonly Resource[]): Guard {
  return separationOf(source).trespasses.reduce<Guard>(
    (so, { via, when, isCertain }) =>
      isCertain && resources.every((resource) => via.has(resource)) ? so.or(when) : so,
    NEVER,
  );
}
