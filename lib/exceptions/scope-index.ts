import { type Exceptable, piecesOf } from '../finding';
import type { Place } from '../rules/define';
import type { RegisterEntry, Scope } from './entry';

/** Entries of one key, in the order of the register. */
interface Bucket<T> {
  readonly items: T[];
  /** How many of them nothing has matched so far. */
  unmatched: number;
}

/** The parts of a scope by which entries are found, from the narrowest. */
const PARTS = ['resources', 'stacks', 'zones'] as const;
type Part = (typeof PARTS)[number];
type OfRule<T> = { readonly [P in Part]: Map<string, Bucket<T>> };

/**
 * Finds the entries that cover a finding without going through all of them: by rule, and by the narrowest part of the
 * scope that an entry gives.
 */
export class ScopeIndex<T extends { readonly entry: RegisterEntry }> {
  private readonly ofRules = new Map<string, OfRule<T>>();
  /** The entries that matched something. */
  readonly matched = new Set<T>();

  constructor(items: Iterable<T>) {
    for (const item of items) {
      for (const rule of item.entry.rules ?? []) {
        let ofRule = this.ofRules.get(rule);
        if (ofRule === undefined) {
          ofRule = { resources: new Map(), stacks: new Map(), zones: new Map() };
          this.ofRules.set(rule, ofRule);
        }
        const { part, keys } = narrowest(item.entry.scope ?? {});
        for (const key of keys) {
          const bucket = ofRule[part].get(key);
          if (bucket === undefined) ofRule[part].set(key, { items: [item], unmatched: 1 });
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
    return this.bucketsAt(rule, place).some(({ items }) =>
      items.some(({ entry }) => holdsAt(entry.scope ?? {}, place)),
    );
  }

  private match(item: T): void {
    this.matched.add(item);
    const { part, keys } = narrowest(item.entry.scope ?? {});
    for (const rule of item.entry.rules ?? []) {
      for (const key of keys) {
        const bucket = this.ofRules.get(rule)?.[part].get(key);
        if (bucket !== undefined) bucket.unmatched--;
      }
    }
  }

  private bucketsAt(rule: string, place: Place): readonly Bucket<T>[] {
    const ofRule = this.ofRules.get(rule);
    if (ofRule === undefined) return [];
    const { template, stack, logicalId, constructPath, zone } = place;
    const found: Bucket<T>[] = [];
    const look = (part: Part, key: string | undefined) => {
      const bucket = key === undefined ? undefined : ofRule[part].get(key);
      if (bucket !== undefined) found.push(bucket);
    };
    if (ofRule.resources.size > 0) {
      look('resources', logicalId);
      // The path itself, and what it lies in.
      for (
        let path = constructPath ?? '';
        path !== '';
        path = path.slice(0, Math.max(0, path.lastIndexOf('/')))
      ) {
        look('resources', path);
      }
    }
    look('stacks', stack);
    if (template !== stack) look('stacks', template);
    look('zones', zone);
    return found;
  }
}

/** Whether a scope has a place in it. */
export function holdsAt({ stacks, zones, resources }: Scope, place: Place): boolean {
  const { stack, template, zone } = place;
  if (zones !== undefined && (zone === undefined || !zones.includes(zone))) return false;
  if (
    stacks !== undefined &&
    !stacks.includes(template) &&
    (stack === undefined || !stacks.includes(stack))
  ) {
    return false;
  }
  return resources === undefined || resources.some((path) => isAt(path, place));
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

function narrowest(scope: Scope): { readonly part: Part; readonly keys: readonly string[] } {
  const part = PARTS.find((name) => scope[name] !== undefined) ?? 'zones';
  return { part, keys: scope[part] ?? [] };
}
