import { Claim } from '../model/claim';
import type { Field } from '../model/field';
import { NEVER } from '../model/guard';
import type { Items } from '../model/items';
import { atLeast } from '../model/requirement';
import type { Resource } from '../model/resource';
import { type PlanQuestion, selectedWhere } from './backup-selections';
import { withEvidence } from './evidence';

const UNDETERMINED = new Claim(NEVER, NEVER);

/** States that a plan of AWS Backup takes in a store and keeps its backups for some days. */
export function isInBackupPlan(store: Resource, days: number): Claim {
  return isInPlanThat(store, keepsOf(days));
}

/** States that a plan of AWS Backup takes in a store, and that something holds of the plan of that selection. */
export function isInPlanThat(store: Resource, question: PlanQuestion): Claim {
  const open = selectedWhere(store, question).explained(
    'AWS::Backup::BackupSelection',
    { ja: '含むかどうか定まらない計画', en: 'a plan that may or may not take it in' },
    { ja: 'バックアップの計画への指定', en: 'selected by a backup plan' },
    store.at,
  );
  // That no plan selects it is only one of two ways to say that it is not backed up.
  return withEvidence(
    open,
    open.evidence.filter(({ outcome }) => outcome === 'undetermined'),
  );
}

/** A question for each number of days. */
export function perDays(make: (days: number) => PlanQuestion): (days: number) => PlanQuestion {
  const kept = new Map<number, PlanQuestion>();
  return (days) => {
    let question = kept.get(days);
    if (question === undefined) {
      question = make(days);
      kept.set(days, question);
    }
    return question;
  };
}

const keepsOf = perDays(
  (days) => (selection) =>
    ofPlan(selection.get('BackupPlanId'), (plan) => rulesOf(plan).some((rule) => keepsFor(rule, days))),
);

/** The rules of a plan of AWS Backup. */
export function rulesOf(plan: Resource): Items {
  return plan.get('BackupPlan.BackupPlanRule').items();
}

/** States that a rule or a copy of it is kept for some days. Without an end recovery points are kept for ever. */
export function keepsFor(kept: Field, days: number): Claim {
  return kept
    .get('Lifecycle.DeleteAfterDays')
    .orDefault(Number.POSITIVE_INFINITY)
    .must(atLeast(days, { ja: '日', en: ' days' }));
}

/** A statement about the plan that a selection belongs to; undetermined where that lies elsewhere. */
export function ofPlan(plan: Field, claim: (found: Resource) => Claim): Claim {
  return Claim.any(
    plan.alternatives.map(({ when, value }) => {
      const found = value.kind === 'reference' && value.resource.type === 'AWS::Backup::BackupPlan';
      return (found ? claim(value.resource) : UNDETERMINED).and(Claim.when(when));
    }),
  );
}
