import type { Resource } from '../../model/resource';
import { restsBehind } from '../arn-pattern';
import { TAG_PROPERTIES, writtenTags } from '../tags';
import { conditionsOf, type Entry, isAboutCaller } from './conditions';
import type { Knowledge } from './grant-conditions';
import type { Bearing } from './permissions';
import type { KeyState } from './policy-text';

/** Stands for a name that no policy names. */
const FRESH = '\uE006any';
const MOST_TARGETS = 24;
const MOST_CONTEXTS = 64;
const MOST_STATES = 6;

/**
 * ARNs behind the one of a store by which to try whether anything in it can be reached: one that no policy names, and one
 * for each pattern of the statements that leads there.
 */
export function targetsBehind(arn: string, bearings: readonly Bearing[]): readonly string[] {
  const targets = new Set([arn + FRESH]);
  for (const { statement } of bearings) {
    const items = [...statement.resources.known, ...statement.field.get('NotResource').items().known];
    for (const { value } of items.flatMap(({ alternatives }) => alternatives)) {
      for (const rest of restsBehind(arn, value)) {
        // Whose name a variable stands for cannot be told.
        if (!rest.includes('${') && targets.size < MOST_TARGETS) {
          targets.add(arn + rest.replaceAll('*', FRESH).replaceAll('?', 'x'));
        }
      }
    }
  }
  return [...targets];
}

/** Keys that the one who asks cannot choose: what the resource is, and when it is. */
const GIVEN = /^(aws:(resource|currenttime|epochtime)|.*:resourcetag\/|s3:(existingobjecttag|buckettag))/;

/**
 * What requests may hold by which to try whether anything is allowed. The one who asks may choose what a single condition
 * asks for; of a key that several conditions are about, each value that they name, another one, or none is tried.
 */
export function contextsFor(
  bearings: readonly Bearing[],
  store: Resource,
  fixed: Knowledge,
): readonly Knowledge[] {
  const byKey = new Map<string, Entry[]>();
  for (const { statement } of bearings) {
    if (statement.condition.isAbsent) continue;
    for (const entry of conditionsOf(statement.condition).entries) {
      byKey.set(entry.key, [...(byKey.get(entry.key) ?? []), entry]);
    }
  }
  let contexts: Knowledge[] = [fixed];
  for (const [key, entries] of byKey) {
    if (fixed[key] !== undefined || isAboutCaller(key)) continue;
    const states = statesOf(key, entries, store);
    if (states === undefined) continue;
    const more = contexts.flatMap((context) => states.map((state) => ({ ...context, [key]: state })));
    if (more.length > MOST_CONTEXTS) {
      // What is not tried is left open.
      contexts = contexts.map((context) => ({ ...context, [key]: UNKNOWN }));
    } else contexts = more;
  }
  return contexts;
}

const UNKNOWN: KeyState = { kind: 'unknown' };
const ABSENT: KeyState = { kind: 'absent' };

/** The states of a key to try; undefined where it may be left to the one who asks. */
function statesOf(key: string, entries: readonly Entry[], store: Resource): readonly KeyState[] | undefined {
  if (GIVEN.test(key)) return [tagState(key, store) ?? UNKNOWN];
  const values = entries.flatMap(({ values: items }) => items.known.map(({ literal }) => literal));
  const isOpen = entries.some(({ values: items }) => items.open.length > 0);
  if (isOpen || values.some((value) => value === undefined || String(value).includes('${'))) return [UNKNOWN];
  if (entries.length < 2) return undefined;
  const texts = new Set(values.map((value) => exampleOf(String(value))));
  const states = [...texts].map((text): KeyState => ({ kind: 'values', values: [text] }));
  return [...states.slice(0, MOST_STATES), { kind: 'values', values: [otherThan(entries)] }, ABSENT];
}

function exampleOf(pattern: string): string {
  const [address, bits] = pattern.split('/');
  if (bits !== undefined && /^\d+$/.test(bits) && /^[\d.:a-f]+$/i.test(address as string))
    return address as string;
  return pattern.replaceAll('*', FRESH).replaceAll('?', 'x');
}

/** A value of the kind that the conditions ask for, and which they do not name. */
function otherThan(entries: readonly Entry[]): string {
  const { base } = (entries[0] as Entry).operator;
  if (base === 'bool') return 'false';
  if (base.includes('ipaddress')) return '192.0.2.254';
  if (base.startsWith('numeric')) return '987654321';
  return FRESH;
}

/** The tag of a store that a key asks for. Buckets compare tags only where somebody has switched that on. */
function tagState(key: string, store: Resource): KeyState | undefined {
  const name = /^aws:resourcetag\/(.*)$/.exec(key)?.[1];
  if (name === undefined || store.type === 'AWS::S3::Bucket') return undefined;
  for (const property of TAG_PROPERTIES) {
    const tag = writtenTags(store, property)?.find((one) => one.Key.toLowerCase() === name);
    if (tag !== undefined) return { kind: 'values', values: [tag.Value] };
  }
  return undefined;
}
