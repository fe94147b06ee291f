import type { Value } from '../model/value';

/** What is not known, in a text that is otherwise literal. */
export const HOLE = '\u0000';
/** What the stack itself has, there. */
export const OWN = '\u0001';

/**
 * The text of a value with marks for what is not known; empty where it is no text.
 * @param own the pseudo parameter that is marked as the stack's own
 */
export function skeletonOf(value: Value, own: 'AWS::AccountId' | 'AWS::Region'): string {
  if (value.kind === 'known') return String(value.value);
  const parts = value.kind === 'text' ? value.parts : value.kind === 'unknown' ? [value] : [];
  return parts
    .map((part) => {
      if (typeof part === 'string') return part;
      return part.kind === 'unknown' && part.variable?.name === own ? OWN : HOLE;
    })
    .join('');
}
