import type { Claim } from '../model/claim';
import type { Resource } from '../model/resource';
import { isInPlanThat, ofPlan, rulesOf } from './backups';
import { asAlternative } from './evidence';
import { isInOtherRegion } from './regions';

const MEMO = new WeakMap<Resource, Claim>();

/** States that a plan of AWS Backup copies what one of its rules makes to a vault in another region. */
export function copiesElsewhere(plan: Resource): Claim {
  let claim = MEMO.get(plan);
  if (claim === undefined) {
    claim = rulesOf(plan).some((rule) =>
      rule
        .get('CopyActions')
        .items()
        .some((copy) => isInOtherRegion(copy.get('DestinationBackupVaultArn'), plan)),
    );
    MEMO.set(plan, claim);
  }
  return claim;
}

/** States that a plan of AWS Backup takes a store in, and copies its backups to another region. */
export function isCopiedByPlan(store: Resource): Claim {
  return asAlternative(
    isInPlanThat(store, (selection) => ofPlan(selection.get('BackupPlanId'), copiesElsewhere)),
  );
}
