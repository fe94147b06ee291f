import type { Assessment, Counts, Finding } from '../assess';
import { CLAUSES, type Clause } from '../policy/clauses';
import type { Rule } from '../rules/define';
import type { Text } from '../text';
import { rulesAround, rulesBelow, rulesFor } from './clause-rules';
import { isOpen } from './compare';

/** How a clause stands, in the words of a self-inspection (10.2). */
export type ClauseVerdict =
  | 'compliant'
  | 'violation'
  | 'partly'
  | 'undetermined'
  | 'notApplicable'
  | 'excepted'
  | 'evidence';

export const CLAUSE_VERDICTS: Readonly<Record<ClauseVerdict, Text>> = {
  compliant: { ja: '適合', en: 'compliant' },
  violation: { ja: '不適合', en: 'violation' },
  partly: { ja: '一部確認', en: 'partly confirmed' },
  undetermined: { ja: '判定不能', en: 'undetermined' },
  notApplicable: { ja: '対象外', en: 'not applicable' },
  excepted: { ja: '例外措置中', en: 'excepted' },
  evidence: { ja: '要証跡', en: 'evidence needed' },
};

export interface ClauseResult {
  readonly clause: Clause;
  readonly verdict: ClauseVerdict;
  /** Rules that judge it, by itself or by its parts. */
  readonly rules: readonly Rule[];
  /** Results of all of them. */
  readonly counts: Counts;
  /** What they found. */
  readonly findings: readonly Finding[];
}

/** Each clause of the policy with its verdict, in the policy's order. */
export function inspect({ findings, byRule }: Assessment, rules: readonly Rule[]): readonly ClauseResult[] {
  const found = new Map<string, Finding[]>();
  for (const finding of findings) {
    const list = found.get(finding.rule);
    if (list === undefined) found.set(finding.rule, [finding]);
    else list.push(finding);
  }
  return CLAUSES.map((clause) => {
    const judges = judgesOf(clause, rules);
    const counts = sumOf(judges.flatMap(({ id }) => byRule.get(id) ?? []));
    return {
      clause,
      verdict: verdictOf(clause, counts),
      rules: judges,
      counts,
      findings: judges.flatMap(({ id }) => found.get(id) ?? []),
    };
  });
}

function judgesOf({ number, kind }: Clause, rules: readonly Rule[]): readonly Rule[] {
  const own = [...new Set([...rulesFor(number, rules), ...rulesBelow(number, rules)])];
  // A part that no rule names is judged with its whole, where code can judge it at all.
  return own.length > 0 || (kind !== 'enforced' && kind !== 'partly') ? own : rulesAround(number, rules);
}

/** The gravest that was found; what was not found wrong is compliant only where code judges the whole duty. */
function verdictOf({ kind, wording }: Clause, counts: Counts): ClauseVerdict {
  if (counts.violation > 0) return 'violation';
  if (counts.undetermined > 0) return 'undetermined';
  if (counts.excepted > 0) return 'excepted';
  if (counts.evidence > 0) return 'evidence';
  const isJudged = counts.compliant > 0;
  if (kind === 'enforced') return isJudged ? 'compliant' : 'notApplicable';
  if (kind === 'partly') return isJudged ? 'partly' : 'evidence';
  return wording === 'may' ? 'notApplicable' : 'evidence';
}

function sumOf(all: readonly Counts[]): Counts {
  const sum = (verdict: keyof Counts) => all.reduce((total, counts) => total + counts[verdict], 0);
  return {
    compliant: sum('compliant'),
    violation: sum('violation'),
    undetermined: sum('undetermined'),
    excepted: sum('excepted'),
    evidence: sum('evidence'),
    notApplicable: sum('notApplicable'),
  };
}

/** What is still to be dealt with of a clause. */
export function openOf({ findings }: ClauseResult): readonly Finding[] {
  return findings.filter(isOpen);
}
