import { type Exceptable, piecesOf } from '../finding';
import type { Place } from '../rules/define';
import type { RegisterEntry, Scope } from './entry';

/** Entries of one key, in the order of the register. */
interface Bucket<T> {
  readonly items: T[];
  /** How many of them nothing has matched so far. */
  unmatched: number;
}

/**
 * Finds the entries that cover a finding without going through all of them: by rule, and by the narrowest part of the
 * scope that an entry gives.
 */
export class ScopeIndex<T extends { readonly entry: RegisterEntry }> {
  private readonly buckets = new Map<string, Map<string, Bucket<T>>>();
  /** The entries that matched something. */
  readonly matched = new Set<T>();

  constructor(items: Iterable<T>) {
    for (const item of items) {
      const { rules = [], scope = {} } = item.entry;
      for (const rule of rules) {
        const ofRule = this.buckets.get(rule) ?? new Map<string, Bucket<T>>();
        this.buckets.set(rule, ofRule);
        for (const key of keysOf(scope)) {
          const bucket = ofRule.get(key);
          if (bucket === undefined) ofRule.set(key, { items: [item], unmatched: 1 });
          else {
            bucket.items.push(item);
            bucket.unmatched++;
          }
        }
      }
    }
  }

  /** The entry that covers a finding: one of those preferred, else the first of the register. All that do count as matched. */
  find(finding: Exceptable, preferred: readonly string[]): T | undefined {
    const place = placeOf(finding);
    let found: T | undefined;
    const isPreferred = ({ entry }: T) => preferred.includes(entry.application);
    for (const bucket of this.bucketsAt(finding.rule, place)) {
      for (const item of bucket.items) {
        // Nothing more to learn of this bucket.
        if (found !== undefined && bucket.unmatched === 0 && preferred.length === 0) break;
        const isNew = !this.matched.has(item);
        const mayWin = found === undefined || (isPreferred(item) && !isPreferred(found));
        if (!isNew && !mayWin) continue;
        const { scope = {} } = item.entry;
        if (!holdsAt(scope, place) || !holdsForPieces(scope, finding)) continue;
        if (isNew) this.match(item);
        if (mayWin) found = item;
      }
    }
    return found;
  }

  /** Whether an entry holds for a rule at a place, whatever the finding there is. */
  hasFor(rule: string, place: Place): boolean {
    return [...this.bucketsAt(rule, place)].some(({ items }) =>
      items.some(({ entry }) => holdsAt(entry.scope ?? {}, place)),
    );
  }

  private match(item: T): void {
    this.matched.add(item);
    const { rules = [], scope = {} } = item.entry;
    for (const rule of rules) {
      for (const key of keysOf(scope)) {
        const bucket = this.buckets.get(rule)?.get(key);
        if (bucket !== undefined) bucket.unmatched--;
      }
    }
  }

  private *bucketsAt(rule: string, place: Place): Iterable<Bucket<T>> {
    const ofRule = this.buckets.get(rule);
    if (ofRule === undefined) return;
    for (const key of keysAt(place)) {
      const bucket = ofRule.get(key);
      if (bucket !== undefined) yield bucket;
    }
  }
}

/** Whether a scope has a place in it. */
export function holdsAt({ stacks, zones, resources }: Scope, place: Place): boolean {
  const { stack, template, zone } = place;
  return (
    (stacks === undefined || stacks.some((name) => name === stack || name === template)) &&
    (zones === undefined || (zone !== undefined && zones.includes(zone))) &&
    (resources === undefined || resources.some((path) => isAt(path, place)))
  );
}

/** Whether a scope that is limited to some pieces has all those of a finding: what is left over would be waved through. */
function holdsForPieces({ findings }: Scope, finding: Exceptable): boolean {
  if (findings === undefined) return true;
  const pieces = piecesOf(finding);
  return pieces.length > 0 && pieces.every((piece) => namesOf(piece).some((name) => findings.includes(name)));
}

/** The names of a piece, from the exact one to the place alone. */
export function namesOf({ path, actual }: { path: string; actual: { en: string } }): readonly string[] {
  return path === '' ? [actual.en] : [`${path}: ${actual.en}`, path, actual.en];
}

export function placeOf({ resource, zone }: Exceptable): Place {
  const { template, stack, logicalId, constructPath } = resource;
  return { template, stack, logicalId, constructPath, zone };
}

/** Whether a path of a scope, a logical id or a construct path with all below it, means a place. */
export function isAt(
  path: string,
  { logicalId, constructPath }: Pick<Place, 'logicalId' | 'constructPath'>,
): boolean {
  return [logicalId, constructPath].some((own) => own === path || own?.startsWith(`${path}/`) === true);
}

function keysOf({ resources, stacks, zones }: Scope): readonly string[] {
  if (resources !== undefined) return resources.map((path) => `resource ${path}`);
  if (stacks !== undefined) return stacks.map((name) => `stack ${name}`);
  return (zones ?? []).map((zone) => `zone ${zone}`);
}

function* keysAt({ template, stack, logicalId, constructPath, zone }: Place): Iterable<string> {
  if (logicalId !== undefined) yield `resource ${logicalId}`;
  for (let path = constructPath; path !== undefined && path !== ''; ) {
    yield `resource ${path}`;
    const slash = path.lastIndexOf('/');
    path = slash < 0 ? undefined : path.slice(0, slash);
  }
  if (stack !== undefined) yield `stack ${stack}`;
  yield `stack ${template}`;
  if (zone !== undefined) yield `zone ${zone}`;
}
