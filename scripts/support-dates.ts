import { compareVersions, type SupportEntry, type SupportTable } from '../lib/analysis/support/table';
import { isDay } from '../lib/policy/calendar';

/** A release as the API of endoflife.date gives it, as far as it is read here. */
interface Release {
  readonly name: string;
  readonly eoasFrom?: unknown;
  readonly eolFrom?: unknown;
  readonly eoesFrom?: unknown;
}

/**
 * A table with the dates of an answer of endoflife.date. A date that the answer has replaces that of the table; an
 * entry that it does not know, or has no date for, stays as it was written by hand.
 *
 * @throws where the answer is not one about the product of the table
 */
export function refreshed(table: SupportTable, answer: unknown, today: string): SupportTable {
  const { endoflife, entries } = table;
  if (endoflife === undefined) return table;
  const known = new Map(entries.map((entry) => [entry.version, entry]));
  for (const release of releasesOf(answer, endoflife.product)) {
    const before = known.get(release.name);
    const ends = dayOf(endoflife.standard === 'eoas' ? release.eoasFrom : release.eolFrom);
    const extended = dayOf(release.eoesFrom) ?? before?.extended;
    known.set(release.name, {
      version: release.name,
      ...endOf(before, ends),
      ...(extended === undefined ? {} : { extended }),
      ...(before?.note === undefined ? {} : { note: before.note }),
    });
  }
  return {
    ...table,
    asOf: today,
    entries: [...known.values()].sort((a, b) => compareVersions(a.version, b.version)),
  };
}

function endOf(before: SupportEntry | undefined, ends: string | undefined): Partial<SupportEntry> {
  if (ends !== undefined && ends !== before?.ends) return { ends };
  if (before?.ends === undefined) return {};
  return {
    ends: before.ends,
    ...(before.approximate === undefined ? {} : { approximate: before.approximate }),
    ...(before.endedBy === undefined || ends !== undefined ? {} : { endedBy: before.endedBy }),
  };
}

function releasesOf(answer: unknown, product: string): readonly Release[] {
  const result = isRecord(answer) ? answer['result'] : undefined;
  const releases = isRecord(result) && result['name'] === product ? result['releases'] : undefined;
  if (!Array.isArray(releases) || releases.length === 0) {
    throw new Error(`endoflife.date gave no releases of ${product}`);
  }
  for (const release of releases) {
    if (!isRecord(release) || typeof release['name'] !== 'string' || release['name'] === '') {
      throw new Error(`endoflife.date gave a release of ${product} without a name`);
    }
  }
  return releases as readonly Release[];
}

function dayOf(value: unknown): string | undefined {
  return typeof value === 'string' && isDay(value) ? value : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const WIDTH = 110;
const ENTRY_KEYS = ['version', 'ends', 'extended', 'approximate', 'endedBy', 'note'] as const;

/** The file of a table: one entry a line, keys in a fixed order, so that a change of a date is a change of a line. */
export function serialised({ product, source, asOf, endoflife, whole, entries }: SupportTable): string {
  const line = (entry: SupportEntry) => {
    const parts = ENTRY_KEYS.filter((key) => entry[key] !== undefined).map(
      (key) => `${JSON.stringify(key)}: ${JSON.stringify(entry[key])}`,
    );
    return `{ ${parts.join(', ')} }`;
  };
  const lines = entries.map(line);
  // As the formatter has it.
  const short = `  "entries": [${lines.join(', ')}]`;
  return [
    '{',
    `  "product": ${JSON.stringify(product)},`,
    `  "source": ${JSON.stringify(source)},`,
    `  "asOf": ${JSON.stringify(asOf)},`,
    ...(endoflife === undefined
      ? []
      : [
          `  "endoflife": { "product": ${JSON.stringify(endoflife.product)}, "standard": ${JSON.stringify(endoflife.standard)} },`,
        ]),
    ...(whole === undefined ? [] : [`  "whole": ${whole},`]),
    ...(short.length <= WIDTH
      ? [short]
      : ['  "entries": [', lines.map((each) => `    ${each}`).join(',\n'), '  ]']),
    '}',
    '',
  ].join('\n');
}
