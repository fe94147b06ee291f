import type { Result } from './judge';
import { describeMutant } from './mutants';
import { matches, type Row } from './tables';

/** How many mutants of a subject, and what became of them. */
export interface Counts {
  readonly name: string;
  mutants: number;
  irrelevant: number;
  noticed: number;
  refused: number;
  explained: number;
  unexplained: number;
}

export interface Outcome {
  readonly bySubject: readonly Counts[];
  readonly byType: readonly Counts[];
  /** Rows of the table of survivors, with how many mutants each explains. */
  readonly reasons: readonly { readonly row: Row; readonly count: number }[];
  readonly unexplained: readonly Result[];
  readonly refused: readonly Result[];
  readonly crashed: readonly Result[];
  /** How many mutants each rule notices, and how many it alone notices. */
  readonly byRule: ReadonlyMap<string, { readonly noticed: number; readonly alone: number }>;
}

function emptyCounts(name: string): Counts {
  return { name, mutants: 0, irrelevant: 0, noticed: 0, refused: 0, explained: 0, unexplained: 0 };
}

/** Sorts results by what the table of survivors says. */
export function outcomeOf(
  results: readonly Result[],
  irrelevant: readonly { readonly subject: string; readonly type: string }[],
  survivors: readonly Row[],
): Outcome {
  const bySubject = new Map<string, Counts>();
  const byType = new Map<string, Counts>();
  const counts = (map: Map<string, Counts>, name: string) => {
    let found = map.get(name);
    if (found === undefined) {
      found = emptyCounts(name);
      map.set(name, found);
    }
    return found;
  };
  const count = (subject: string, type: string, what: Exclude<keyof Counts, 'name' | 'mutants'>) => {
    for (const found of [counts(bySubject, subject), counts(byType, type)]) {
      found.mutants++;
      found[what]++;
    }
  };
  for (const { subject, type } of irrelevant) count(subject, type, 'irrelevant');
  const reasons = survivors.map((row) => ({ row, count: 0 }));
  const unexplained: Result[] = [];
  const refused: Result[] = [];
  const byRule = new Map<string, { noticed: number; alone: number }>();
  for (const result of results) {
    const { subject, type, noticedBy } = result;
    for (const rule of noticedBy) {
      const rows = byRule.get(rule) ?? { noticed: 0, alone: 0 };
      byRule.set(rule, {
        noticed: rows.noticed + 1,
        alone: rows.alone + (noticedBy.length === 1 ? 1 : 0),
      });
    }
    const reason = reasons.find(({ row }) => matches(row, subject, result));
    if (noticedBy.length > 0) count(subject, type, 'noticed');
    else if (reason !== undefined) {
      reason.count++;
      count(subject, type, 'explained');
    } else if (result.refused) {
      refused.push(result);
      count(subject, type, 'refused');
    } else {
      unexplained.push(result);
      count(subject, type, 'unexplained');
    }
  }
  const byName = (a: Counts, b: Counts) => (a.name < b.name ? -1 : 1);
  return {
    bySubject: [...bySubject.values()],
    byType: [...byType.values()].sort(byName),
    reasons,
    unexplained,
    refused,
    crashed: results.filter(({ crashed }) => crashed.length > 0),
    byRule,
  };
}

const COLUMNS = [
  ['mutants', 'mutants'],
  ['noticed', 'noticed'],
  ['irrelevant', 'irrelevant'],
  ['refused', 'refused by AWS'],
  ['explained', 'survivors with reason'],
  ['unexplained', 'survivors without reason'],
] as const;

/** A table in Markdown, which reads well as plain text, too. */
export function countsTable(title: string, rows: readonly Counts[]): string {
  const total = emptyCounts('all');
  for (const row of rows) for (const [key] of COLUMNS) total[key] += row[key];
  const header = [title, ...COLUMNS.map(([, label]) => label)];
  return table(
    header,
    [...rows, total].map((row) => [row.name, ...COLUMNS.map(([key]) => String(row[key]))]),
  );
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = header.map((cell, index) =>
    Math.max(cell.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, index) => (index === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[index] ?? 0))).join(' | ')} |`;
  const rule = `|${widths.map((width, index) => (index === 0 ? `${'-'.repeat(width + 2)}` : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  return [line(header), rule, ...rows.map(line)].join('\n');
}

export interface Group {
  readonly type: string;
  readonly path: string;
  readonly operator: string;
  readonly count: number;
  readonly example: Result;
}

/** Mutants of the same kind together, the most frequent type first within each type's alphabet. */
export function groupsOf(results: readonly Result[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const result of results) {
    const { type, path, operator } = result;
    const key = JSON.stringify([type, path, operator]);
    const found = groups.get(key);
    groups.set(key, {
      type,
      path,
      operator,
      count: (found?.count ?? 0) + 1,
      example: found?.example ?? result,
    });
  }
  const order = ({ type, path, operator }: Group) => `${type}\u0000${path}\u0000${operator}`;
  return [...groups.values()].sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

export function groupLines(groups: readonly Group[]): string {
  return groups
    .map(
      ({ type, path, operator, count, example }) =>
        `${type} ${path === '' ? '(resource)' : path} ${operator} ×${count}\n    ${example.subject}: ${describeMutant(example)}`,
    )
    .join('\n');
}

/** The report that is kept. It says nothing that changes from run to run without the rules changing. */
export function markdown(outcome: Outcome, irrelevant: readonly Row[]): string {
  const { bySubject, byType, reasons, unexplained, refused, byRule } = outcome;
  const rules = [...byRule].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${[
    '# Mutation check of the rules',
    'Generated by `npm run mutation`: do not edit. Each mutant is a compliant template with one place made weaker. It is noticed when some rule reports something that it does not report of the template as it was.',
    '## Subjects',
    countsTable('subject', bySubject),
    '## Resource types',
    countsTable('type', byType),
    '## Survivors with a reason',
    table(
      ['reason', 'where', 'mutants'],
      reasons.map(({ row, count }) => [row.reason, where(row), String(count)]),
    ),
    '## Refused by AWS',
    'No rule notices these; the schemas of CloudFormation do, so that they cannot be deployed.',
    list(groupsOf(refused)),
    '## Survivors without a reason',
    unexplained.length === 0 ? 'None.' : list(groupsOf(unexplained)),
    '## What is irrelevant',
    table(
      ['reason', 'where'],
      irrelevant.map((row) => [row.reason, where(row)]),
    ),
    '## Rules that notice mutants',
    table(
      ['rule', 'mutants', 'that no other rule notices'],
      rules.map(([rule, { noticed, alone }]) => [rule, String(noticed), String(alone)]),
    ),
  ].join('\n\n')}\n`;
}

function list(groups: readonly Group[]): string {
  return groups
    .map(({ type, path, operator, count }) => `- ${type} \`${path || '(resource)'}\` ${operator} (${count})`)
    .join('\n');
}

function where({ type, path, operators, subject, resource, change }: Row): string {
  const source = (pattern: string | RegExp | undefined) =>
    pattern instanceof RegExp ? pattern.source : pattern;
  return [
    source(type),
    source(path),
    operators?.join(', '),
    source(subject),
    source(resource),
    source(change),
  ]
    .filter((part) => part !== undefined)
    .map((part) => `\`${part.replaceAll('|', '\\|')}\``)
    .join(' ');
}
