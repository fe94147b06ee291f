import type { Reference, Unknown, Value } from '../../model/value';

/** Stands around the number of a part that is not literal. */
export const HOLE = '\u0000';
export type Hole = Reference | Unknown;

/**
 * Parses JSON that is written as text, parts of which may be references or not be known: in its strings such a part
 * stands as its number in the list of holes, between two HOLEs. Undefined for what is no JSON text.
 *
 * @param revive turns each entry into what it shall be in the result
 */
export function parseJsonText(
  value: Value,
  revive: (entry: unknown, holes: readonly Hole[]) => unknown = (entry) => entry,
): { readonly data: unknown; readonly holes: readonly Hole[] } | undefined {
  const parts =
    value.kind === 'text' ? value.parts : value.kind === 'known' ? [String(value.value)] : undefined;
  if (parts === undefined) return undefined;
  const holes = parts.filter((part) => typeof part !== 'string');
  let index = 0;
  const text = parts.map((part) => (typeof part === 'string' ? part : `\\u0000${index++}\\u0000`)).join('');
  try {
    return { data: JSON.parse(text, (_key, entry: unknown) => revive(entry, holes)), holes };
  } catch {
    return undefined;
  }
}
