import type { Claim } from '../model/claim';
import type { Resource } from '../model/resource';
import { isInPlanThat, keepsFor, ofPlan, perDays, rulesOf } from './backups';
import { asAlternative } from './evidence';
import { isInOtherRegion } from './regions';

const MEMO = new WeakMap<Resource, Map<number, Claim>>();

/**
 * States that a plan of AWS Backup copies what one of its rules makes to a vault in another region, and keeps it
 * there for some days.
 */
export function copiesElsewhere(plan: Resource, days: number): Claim {
  let byDays = MEMO.get(plan);
  if (byDays === undefined) {
    byDays = new Map();
    MEMO.set(plan, byDays);
  }
  let claim = byDays.get(days);
  if (claim === undefined) {
    claim = rulesOf(plan).some((rule) =>
      rule
        .get('CopyActions')
        .items()
        .some((copy) =>
          isInOtherRegion(copy.get('DestinationBackupVaultArn'), plan).and(keepsFor(copy, days)),
        ),
    );
    byDays.set(days, claim);
  }
  return claim;
}

const copiesOf = perDays(
  (days) => (selection) => ofPlan(selection.get('BackupPlanId'), (plan) => copiesElsewhere(plan, days)),
);

/** States that a plan of AWS Backup takes a store in, and copies its backups to another region. */
export function isCopiedByPlan(store: Resource, days: number): Claim {
  return asAlternative(isInPlanThat(store, copiesOf(days)));
}
