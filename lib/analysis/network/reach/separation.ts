import type { Guard } from '../../../model/guard';
import type { Resource } from '../../../model/resource';
import type { Facts } from '../../../policy/profile';
import { ISOLATED_ZONES, keptApart, type ZoneEnd, type ZonePassage } from '../../../policy/zones';
import type { Marks } from '../../marks';
import type { Flows, Passage } from './flows';
import { linesIn } from './lines';
import { neighbours, OPEN_INTERNET, type Party, zonedIn } from './parties';
import type { Key } from './values';
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

/**
 * What certainly passes between zones that are kept apart and that nobody permitted: one crossing for each ordered pair
 * of VPCs, and for each VPC with the Internet, and with a line to another zone, in either direction.
 *
 * A subnet in which nothing lies stands for whatever will be put there. One with network interfaces passes what those
 * send and receive.
 *
 * @param of `unspoken`: lines to other zones, and zones between which the matrix permits something. What may cross
 *   otherwise is told by rules about the connection itself, which say nothing there
 */
export function crossingsIn(
  flows: Flows,
  question: ZoneQuestion,
  of: 'everything' | 'unspoken' = 'everything',
): readonly Crossing[] {
  const { view } = flows;
  const { zoned, zones } = zonedIn(view, question.marks);
  if (!zoned.some(({ zone }) => isIsolated(zone))) return [];
  const { inside } = flows;
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
    const own: Party = { zone, ends: inside.of(key) };
    for (const other of neighbours(inside.of(key), flows)) {
      for (const far of zones.get(other) ?? []) {
        const both = when.and(far.when);
        if (both.isNever || !keptApart(zone, far.zone)) continue;
        if (of === 'unspoken' && !isSpokenFor(question.zoneMatrix, zone, far.zone)) continue;
        look(own, { zone: far.zone, ends: inside.of(other) }, both, [key, other]);
      }
    }
    if (!isIsolated(zone)) continue;
    for (const line of lines) {
      if (line.zone === undefined || !keptApart(zone, line.zone)) continue;
      const far: Party = { zone: line.zone, ends: [{ kind: 'line', key: line.key }] };
      look(own, far, when, [key, line.key]);
      look(far, own, when, [line.key, key]);
    }
    if (of === 'unspoken') continue;
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
  const { inside } = flows;
  const party = (zone: ZoneEnd, key: Key | undefined): Party =>
    key === undefined
      ? OPEN_INTERNET
      : { zone, ends: flows.view.vpcs.has(key) ? inside.of(key) : [{ kind: 'line', key }] };
  return firstBetween(flows, party(from, fromVpc), party(to, toVpc), question.zoneMatrix) !== undefined;
}

function isIsolated(zone: ZoneEnd): boolean {
  return (ISOLATED_ZONES as readonly ZoneEnd[]).includes(zone);
}

/** Whether the matrix permits something between two zones, whoever opens the connection. */
function isSpokenFor(matrix: readonly ZonePassage[], a: ZoneEnd, b: ZoneEnd): boolean {
  return matrix.some(({ from, to }) => (from === a && to === b) || (from === b && to === a));
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
