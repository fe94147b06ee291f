import { type Exceptable, piecesOf } from '../finding';
import type { FrozenFinding, RegisterEntry, Remaining } from './entry';

/** Where a frozen finding is, as one text. */
export function keyOf({ rule, stack, resource }: Omit<FrozenFinding, 'count'>): string {
  return JSON.stringify([rule, stack, resource]);
}

/** A finding as a baseline keeps it. */
export function frozenOf(finding: Exceptable): FrozenFinding {
  const { template, stack, logicalId } = finding.resource;
  return {
    rule: finding.rule,
    stack: stack ?? template,
    resource: logicalId ?? '',
    count: Math.max(1, piecesOf(finding).length),
  };
}

/** Findings as a baseline keeps them, those of one rule and resource added up, in a fixed order. */
export function frozenFindings(findings: readonly Exceptable[]): readonly FrozenFinding[] {
  const rows = new Map<string, FrozenFinding>();
  for (const row of findings.map(frozenOf)) {
    const key = keyOf(row);
    const same = rows.get(key);
    rows.set(key, same === undefined ? row : { ...same, count: same.count + row.count });
  }
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** How much a baseline allows of each: what was signed, or less where less is left. */
export function allowances(
  { application, frozen = [] }: RegisterEntry,
  remaining: Remaining,
): ReadonlyMap<string, FrozenFinding> {
  const left = Object.hasOwn(remaining, application) ? remaining[application] : undefined;
  const limits = left === undefined ? undefined : new Map(left.map((row) => [keyOf(row), row.count]));
  const rows = new Map<string, FrozenFinding>();
  for (const row of frozen) {
    const count = limits === undefined ? row.count : Math.min(row.count, limits.get(keyOf(row)) ?? 0);
    if (count > 0) rows.set(keyOf(row), { ...row, count });
  }
  return rows;
}

/** What is there of an allowance, and never more than it. */
export function lowered(
  allowed: ReadonlyMap<string, FrozenFinding>,
  seen: ReadonlyMap<string, number>,
): readonly FrozenFinding[] {
  return [...allowed.entries()]
    .map(([key, row]) => ({ ...row, count: Math.min(row.count, seen.get(key) ?? 0) }))
    .filter(({ count }) => count > 0);
}

/** One baseline in use: what it allows, and what came up of it. */
export class BaselineInUse {
  readonly seen = new Map<string, number>();

  constructor(readonly allowed: ReadonlyMap<string, FrozenFinding>) {}

  /** Whether a finding is among what is allowed, together with those of the same rule and resource before it. */
  covers(finding: Exceptable): boolean {
    const row = frozenOf(finding);
    const key = keyOf(row);
    const allowed = this.allowed.get(key);
    if (allowed === undefined) return false;
    const count = (this.seen.get(key) ?? 0) + row.count;
    this.seen.set(key, count);
    return count <= allowed.count;
  }

  /** Rows that allow more than came up, of stacks that were looked at; what is of no stack always is. */
  loose(stacks: ReadonlySet<string>): readonly FrozenFinding[] {
    return [...this.allowed.entries()]
      .filter(
        ([key, { count, stack }]) => (stack === '' || stacks.has(stack)) && (this.seen.get(key) ?? 0) < count,
      )
      .map(([, row]) => row);
  }
}
