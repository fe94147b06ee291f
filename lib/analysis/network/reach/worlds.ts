import { ALWAYS, type Guard, NEVER } from '../../../model/guard';
import type { Record_, Records } from './records';

/** The choices before deployment, as far as they make a difference to the network. */
export interface Worlds {
  /** Guards that exclude each other. Under each of them every record either is there or is not. */
  readonly worlds: readonly Guard[];
  /** The guards are examples, and do not cover all choices: there are too many. */
  readonly areSome: boolean;
}

/** Conditions of a network are few; each further one can double the choices. */
const MOST_WORLDS = 32;

export function worldsOf(records: Records): Worlds {
  const guards = new Set<Guard>();
  for (const list of Object.values(records) as (readonly Record_[])[]) {
    for (const record of list) for (const guard of guardsOf(record)) guards.add(guard);
  }
  guards.delete(ALWAYS);
  guards.delete(NEVER);
  let worlds: readonly Guard[] = [ALWAYS];
  let areSome = false;
  for (const guard of guards) {
    const finer = worlds.flatMap((world) =>
      [world.and(guard), world.minus(guard)].filter((so) => !so.isNever),
    );
    if (finer.length <= MOST_WORLDS) {
      worlds = finer;
      continue;
    }
    areSome = true;
    worlds = worlds.map((world) => (world.meets(guard) ? world.and(guard) : world));
  }
  return { worlds, areSome };
}

function guardsOf(record: Record_): readonly Guard[] {
  const guards: Guard[] = [record.when];
  if ('mayHaveEgress' in record) guards.push(record.mayHaveEgress as Guard);
  if ('openGroups' in record) guards.push(record.openGroups as Guard);
  if ('groups' in record)
    for (const { when } of record.groups as readonly { when: Guard }[]) guards.push(when);
  if ('isPublic' in record && typeof record.isPublic === 'object' && record.isPublic !== null) {
    const { yes, no } = record.isPublic as { yes: Guard; no: Guard };
    guards.push(yes, no);
  }
  return guards;
}

/** The records that are there in a world. */
export function recordsIn(records: Records, world: Guard): Records {
  const cut = Object.entries(records).map(([name, list]: [string, readonly Record_[]]) => [
    name,
    list.every(({ when }) => when === ALWAYS) ? list : list.filter(({ when }) => world.implies(when)),
  ]);
  return Object.fromEntries(cut) as unknown as Records;
}
