/** When the developer's support of one version ends. */
export interface SupportEntry {
  /** As the table writes it; an entry of `16` stands for every `16.x` that has none of its own. */
  readonly version: string;
  /** Last day of the standard support, YYYY-MM-DD; undefined where no end is announced. */
  readonly ends?: string;
  /** Last day of a support that has to be paid for. */
  readonly extended?: string;
  /** Only the month is announced; `ends` is its last day. */
  readonly approximate?: boolean;
  /** It is known that the support had ended on that day, not when it did. */
  readonly endedBy?: boolean;
  readonly note?: string;
}

/** Support dates of one product. */
export interface SupportTable {
  readonly product: string;
  /** The page on which the developer announces them. */
  readonly source: string;
  /** The day on which the page said so. */
  readonly asOf: string;
  /** Where scripts/refresh-support-dates.mjs finds them, and which of its dates ends the standard support. */
  readonly endoflife?: { readonly product: string; readonly standard: string };
  /** A version is found under its whole name only: `provided.al2` is no release of `provided`. */
  readonly whole?: boolean;
  /** Ordered by version. */
  readonly entries: readonly SupportEntry[];
}

/** What a table says of a version. */
export interface Found {
  readonly table: SupportTable;
  /** The version as the template has it. */
  readonly version: string;
  /** The entry of the whole series that it is of. */
  readonly series: SupportEntry;
  /** An entry of its own within the series, where releases of it end earlier than it does. */
  readonly release?: SupportEntry;
}

const INDEXES = new WeakMap<SupportTable, ReadonlyMap<string, SupportEntry>>();

/**
 * Looks a version up by its parts: `16.4` finds the entry `16.4`, or else `16`. A part of a version, from which AWS
 * chooses a release, is found where all of its releases are supported equally long.
 */
export function findSupport(table: SupportTable, version: string): Found | undefined {
  const index = indexOf(table);
  const parts = version.split('.');
  const names = table.whole === true ? [version] : parts.map((_, at) => parts.slice(0, at + 1).join('.'));
  const entries = names.map((name) => index.get(name)).filter((entry) => entry !== undefined);
  const series = entries[0] ?? sharedBy(table, version);
  const release = entries.at(-1);
  if (series === undefined) return undefined;
  return { table, version, series, ...(release === undefined || release === series ? {} : { release }) };
}

function indexOf(table: SupportTable): ReadonlyMap<string, SupportEntry> {
  let index = INDEXES.get(table);
  if (index === undefined) {
    index = new Map(table.entries.map((entry) => [entry.version, entry]));
    INDEXES.set(table, index);
  }
  return index;
}

function sharedBy(table: SupportTable, version: string): SupportEntry | undefined {
  if (table.whole === true) return undefined;
  const below = table.entries.filter((entry) => entry.version.startsWith(`${version}.`));
  const [first] = below;
  if (first === undefined) return undefined;
  const same = below.every(({ ends, extended }) => ends === first.ends && extended === first.extended);
  return same ? first : undefined;
}

/** Orders versions part by part, numbers as numbers. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split(/[.-]/), b.split(/[.-]/)];
  for (const [at, part] of left.entries()) {
    const other = right[at];
    if (other === undefined) return 1;
    if (part === other) continue;
    const [number, otherNumber] = [Number(part), Number(other)];
    if (Number.isNaN(number) && Number.isNaN(otherNumber)) return part < other ? -1 : 1;
    if (Number.isNaN(number)) return 1;
    return Number.isNaN(otherNumber) ? -1 : number - otherNumber;
  }
  return left.length - right.length;
}
