import type { Rule } from '../rules/define';

/** Rules that cite a clause itself. */
export function rulesFor(number: string, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ clauses }) => clauses.some((clause) => clause === number));
}

/** Those that cite a part of a clause, which then is covered by them as well. */
export function rulesBelow(number: string, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ clauses }) => clauses.some((clause) => isPart(clause, number)));
}

function isPart(clause: string, whole: string): boolean {
  return clause.startsWith(whole) && /^[(①-⑳]/.test(clause.slice(whole.length));
}

/** What stands in the matrix for a clause without a rule of its own: rules of its parts or of its whole. */
export function rulesAround(number: string, rules: readonly Rule[]): readonly Rule[] {
  const below = rulesBelow(number, rules);
  if (below.length > 0) return below;
  return rules.filter(({ clauses }) => clauses.some((clause) => isPart(number, clause)));
}
