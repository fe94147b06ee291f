import type { Guard } from '../../../model/guard';
import { keptApart, type ZoneEnd, type ZonePassage } from '../../../policy/zones';
import { networkOf } from '../reachability';
import type { PermittedWay, SeparationSource } from '../separation';
import type { Flows, Passage } from './flows';
import { neighbours, OPEN_INTERNET, type Party, zonedIn } from './parties';
import type { ZoneQuestion } from './separation';
import { witnessOf } from './witness';
import { permitted } from './zone-passages';

/** A map has no use for more ways between two networks. */
const MOST_PERMITTED = 8;

/** Traffic that passes between two ends, and may. */
interface Permitted {
  readonly when: Guard;
  readonly from: ZoneEnd;
  readonly to: ZoneEnd;
  readonly passage: Passage;
  /** The number by which it was permitted; undefined where the policy does not keep the ends apart. */
  readonly approval: string | undefined;
}

/** What certainly passes under some choice, and may, with a way and a packet for each. */
export function permittedIn({ deployment, marks, profile }: SeparationSource): readonly PermittedWay[] {
  const found = new Map<string, PermittedWay>();
  for (const world of networkOf({ deployment, profile }).worlds) {
    const flows = world.flows('certain');
    for (const { passage, ...crossing } of crossingsIn(flows, { marks, zoneMatrix: profile.zoneMatrix })) {
      const witness = witnessOf(flows, passage);
      if (witness === undefined) continue;
      const { from, to, approval, when } = crossing;
      const id = [from, to, approval, ...witness.hops.map(({ key }) => key)].join(' ');
      const known = found.get(id);
      // The same way under another choice is no other way.
      found.set(id, known === undefined ? { ...crossing, witness } : { ...known, when: known.when.or(when) });
    }
  }
  return [...found.values()];
}

/**
 * What certainly passes between zones and may: all ways between two VPCs or a VPC and the Internet, with one entry of
 * the zone matrix each where the policy keeps the ends apart. Within one zone nothing is said.
 */
function crossingsIn(
  flows: Flows,
  { marks, zoneMatrix }: Pick<ZoneQuestion, 'marks' | 'zoneMatrix'>,
): readonly Permitted[] {
  const { zoned, zones } = zonedIn(flows.view, marks);
  const { inside } = flows;
  const found: Permitted[] = [];
  const look = (from: Party, to: Party, when: Guard) => {
    const isApart = keptApart(from.zone, to.zone);
    const entries = isApart
      ? zoneMatrix.filter((entry) => entry.from === from.zone && entry.to === to.zone)
      : [undefined];
    for (const entry of entries) {
      const passing = permittedBetween(flows, from, to, entry);
      const approval = entry?.approval;
      for (const passage of passing) found.push({ when, from: from.zone, to: to.zone, passage, approval });
    }
  };
  for (const { key, zone, when } of zoned) {
    const own: Party = { zone, ends: inside.of(key) };
    for (const other of neighbours(inside.of(key), flows)) {
      for (const far of zones.get(other) ?? []) {
        const both = when.and(far.when);
        if (both.isNever || zone === far.zone) continue;
        look(own, { zone: far.zone, ends: inside.of(other) }, both);
      }
    }
    look(OPEN_INTERNET, own, when);
    look(own, OPEN_INTERNET, when);
  }
  return found;
}

function permittedBetween(
  flows: Flows,
  from: Party,
  to: Party,
  entry: ZonePassage | undefined,
): readonly Passage[] {
  const found: Passage[] = [];
  for (const source of from.ends) {
    for (const target of to.ends) {
      for (const passage of flows.passages(source, target)) {
        const packets =
          entry === undefined
            ? passage.packets
            : passage.packets.intersect(permitted([entry], from.zone, to.zone, passage.way.inspections));
        if (!packets.isEmpty) found.push({ ...passage, packets });
        if (found.length === MOST_PERMITTED) return found;
      }
    }
  }
  return found;
}
