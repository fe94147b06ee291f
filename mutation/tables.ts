import { IRRELEVANT } from './irrelevant';
import type { Mutant } from './mutants';
import { SURVIVORS } from './survivors';

/** A mutant, as far as tables speak of it. */
export type Described = Omit<Mutant, 'apply' | 'at'>;

export { IRRELEVANT, SURVIVORS };

/** Mutants of a kind, and why they need not be noticed. Everything that is left out matches. */
export interface Row {
  /** Resource types: names, or a pattern for the whole name. */
  readonly type?: string | RegExp;
  /** A pattern for the place in the resource. */
  readonly path?: RegExp;
  readonly operators?: readonly string[];
  /** A pattern for the name of the subject. */
  readonly subject?: RegExp;
  /** A pattern for the logical id. */
  readonly resource?: RegExp;
  /** A pattern for what is changed into what. */
  readonly change?: RegExp;
  readonly reason: string;
}

export function matches(row: Row, subject: string, mutant: Described): boolean {
  const { type, path, operators, resource, change } = row;
  return (
    (type === undefined || (typeof type === 'string' ? type === mutant.type : type.test(mutant.type))) &&
    (path?.test(mutant.path) ?? true) &&
    (operators?.includes(mutant.operator) ?? true) &&
    (row.subject?.test(subject) ?? true) &&
    (resource?.test(mutant.logicalId) ?? true) &&
    (change?.test(mutant.note) ?? true)
  );
}

/** The first row for a mutant. */
export function matching(table: readonly Row[], subject: string, mutant: Described): Row | undefined {
  return table.find((row) => matches(row, subject, mutant));
}
