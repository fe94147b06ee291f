import { placeholdersIn } from '../../model/placeholders';
import { patternCovers } from './patterns';

/** What a request holds of a context key. */
export type KeyState =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown' }
  /** With a value that is not known. */
  | { readonly kind: 'present' }
  | { readonly kind: 'values'; readonly values: readonly string[] };

/** @param operator that asks, as `Operator.base`; none for a policy variable */
export type Lookup = (key: string, operator?: string) => KeyState;

/** Stand for a star and a question mark that are themselves, in a pattern and in what it is compared with. */
const STAR = '\uE003';
const MARK = '\uE004';

/** A text in which wildcards are plain characters. */
export function plainText(text: string): string {
  return text.replaceAll('*', STAR).replaceAll('?', MARK);
}

/** Whether a pattern that `resolve` gave covers a text. */
export function resolvedCovers(pattern: string, text: string): boolean {
  return patternCovers(pattern, plainText(text));
}

/**
 * Puts in what a text of a policy asks of the request: `${aws:username}`, or `${aws:PrincipalTag/team, 'none'}` with a
 * default; `${*}`, `${?}` and `${$}` are the characters themselves. What is put in has no wildcards.
 *
 * @param wildcards whether `*` and `?` are wildcards here
 * @returns `nothing` where the request has no such value, so that nothing is equal to it
 */
export function resolve(
  text: string,
  lookup: Lookup,
  wildcards: boolean,
  hasVariables: boolean,
): { readonly text: string } | 'nothing' | 'unknown' {
  const written = (piece: string) => (wildcards ? piece : plainText(piece));
  if (!hasVariables || !text.includes('${')) return { text: written(text) };
  let resolved = '';
  let from = 0;
  let outcome: 'nothing' | 'unknown' | undefined;
  for (const { start, end, inner } of placeholdersIn(text)) {
    resolved += written(text.slice(from, start));
    from = end;
    const value = variableValue(inner, lookup);
    if (typeof value === 'string') resolved += value;
    else if (outcome !== 'nothing') outcome = value.none;
  }
  return outcome ?? { text: resolved + written(text.slice(from)) };
}

function variableValue(variable: string, lookup: Lookup): string | { readonly none: 'nothing' | 'unknown' } {
  if (variable === '*' || variable === '?' || variable === '$') return plainText(variable);
  const comma = variable.indexOf(',');
  const quoted = comma < 0 ? undefined : /^'(.*)'$/.exec(variable.slice(comma + 1).trim());
  const fallback = quoted?.[1];
  const state = lookup((quoted ? variable.slice(0, comma) : variable).trim());
  if (state.kind === 'values' && state.values.length === 1) return plainText(state.values[0] as string);
  if (state.kind === 'absent' || (state.kind === 'values' && state.values.length === 0)) {
    return fallback === undefined ? { none: 'nothing' } : plainText(fallback);
  }
  // Which of several values is put in is documented nowhere.
  return { none: 'unknown' };
}
