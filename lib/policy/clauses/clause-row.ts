import type { Text } from '../../text';
import { REASONS, type ReasonKey } from './reasons';

/** Who answers for a duty: the operator runs the platform for the city, the vendor builds and maintains the app. */
export type Bearer = 'municipality' | 'digital-agency' | 'cloud-provider' | 'operator' | 'vendor';

/**
 * How far code can hold a duty: by rules (`enforced`), by rules for a part (`partly`), by evidence that is shown
 * (`evidence`), or not at all, because it is about people and papers (`organisational`) or things (`physical`).
 */
export type Kind = 'enforced' | 'partly' | 'evidence' | 'organisational' | 'physical';

/**
 * The policy's own wording. `should` where the whole duty is as needed, as far as possible or recommended; a clause
 * that asks for anything beyond that is a `must`. `definition`: it appoints, defines or announces.
 */
export type Wording = 'must' | 'should' | 'may' | 'definition';

export interface Clause {
  /** In the canonical form of `CLAUSE_PATTERN`. */
  readonly number: string;
  /** What must hold, in our own words. */
  readonly duty: Text;
  readonly bearers: readonly Bearer[];
  readonly kind: Kind;
  readonly wording: Wording;
  /** Why no rule enforces it, or what the rules leave open. Always there unless the kind is `enforced`. */
  readonly reason?: Text;
  /** What an auditor is to be shown. Always there where the kind is `partly` or `evidence`. */
  readonly evidence?: Text;
}

interface Shown extends Text {
  readonly reason: Text;
  readonly evidence: Text;
}

export function enforced(
  number: string,
  wording: Wording,
  bearers: readonly Bearer[],
  words: Text | Shown,
): Clause {
  return row('enforced', number, wording, bearers, words);
}

export function partly(number: string, wording: Wording, bearers: readonly Bearer[], words: Shown): Clause {
  return row('partly', number, wording, bearers, words);
}

export function evidence(number: string, wording: Wording, bearers: readonly Bearer[], words: Shown): Clause {
  return row('evidence', number, wording, bearers, words);
}

export function organisational(
  number: string,
  wording: Wording,
  bearers: readonly Bearer[],
  because: ReasonKey,
  words: Text,
): Clause {
  return { ...row('organisational', number, wording, bearers, words), reason: REASONS[because] };
}

export function physical(
  number: string,
  wording: Wording,
  bearers: readonly Bearer[],
  because: ReasonKey,
  words: Text,
): Clause {
  return { ...row('physical', number, wording, bearers, words), reason: REASONS[because] };
}

function row(
  kind: Kind,
  number: string,
  wording: Wording,
  bearers: readonly Bearer[],
  { ja, en, ...shown }: Text & Partial<Shown>,
): Clause {
  return { number, duty: { ja, en }, bearers, kind, wording, ...shown };
}
