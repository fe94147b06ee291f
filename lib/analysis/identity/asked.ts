import { Claim } from '../../model/claim';

/** A claim that must hold only under a condition; where the condition cannot be told, its evidence says why. */
export function asked(claim: Claim, condition: Claim): Claim {
  const { holds, breaks, evidence } = claim.onlyIf(condition);
  const why = condition.evidence.filter(({ outcome }) => outcome === 'undetermined');
  return new Claim(holds, breaks, [...evidence, ...why]);
}
