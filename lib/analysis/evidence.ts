import { Claim, type Evidence } from '../model/claim';

/** A claim with other evidence than that from which it was made. */
export function withEvidence(claim: Claim, evidence: readonly Evidence[]): Claim {
  return new Claim(claim.holds, claim.breaks, evidence);
}

/** A claim that is an alternative to another one: only what is not known of it is worth telling. */
export function asAlternative(claim: Claim): Claim {
  return withEvidence(
    claim,
    claim.evidence.filter(({ outcome }) => outcome === 'undetermined'),
  );
}
