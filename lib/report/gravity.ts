import type { Finding } from '../assess';
import { PRIORITIES } from '../priority';

/** What blocks first, then by priority; else in the order of the assessment. */
export function gravestFirst(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      Number(b.blocking) - Number(a.blocking) ||
      PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority),
  );
}
