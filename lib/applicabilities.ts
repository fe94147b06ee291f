import type { Marks } from './analysis/marks';
import { Claim } from './model/claim';
import type { Resource } from './model/resource';
import type { Applicability } from './rules/define';

/** Whether rules apply to a resource. Most rules apply to one of a few combinations of zones and levels. */
export class Applicabilities {
  private readonly memo = new Map<string, Claim>();
  private resource: Resource | undefined;

  constructor(private readonly marks: Marks) {}

  /** @param key of what the rule applies to: the same for the same conditions */
  of(resource: Resource, appliesTo: Applicability | undefined, key: string): Claim {
    if (appliesTo === undefined) return Claim.HOLDS;
    if (this.resource !== resource) this.memo.clear();
    this.resource = resource;
    let claim = this.memo.get(key);
    if (claim === undefined) {
      claim = applicability(appliesTo, resource, this.marks);
      this.memo.set(key, claim);
    }
    return claim;
  }
}

function applicability(appliesTo: Applicability, resource: Resource, marks: Marks): Claim {
  const { zones, orConfidentialityAtLeast, orIntegrityAtLeast, orAvailabilityAtLeast } = appliesTo;
  const claims: Claim[] = [];
  if (zones !== undefined) claims.push(marks.inZone(resource, zones));
  if (orConfidentialityAtLeast !== undefined)
    claims.push(marks.atLeast(resource, 'confidentiality', orConfidentialityAtLeast));
  if (orIntegrityAtLeast !== undefined) claims.push(marks.atLeast(resource, 'integrity', orIntegrityAtLeast));
  if (orAvailabilityAtLeast !== undefined)
    claims.push(marks.atLeast(resource, 'availability', orAvailabilityAtLeast));
  return Claim.any(claims);
}
