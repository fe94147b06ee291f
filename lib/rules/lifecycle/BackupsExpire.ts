import { rulesOf } from '../../analysis/backups';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { absent, atLeast, equals, noneOf, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

export const BackupsExpire = defineRule({
  id: 'BackupsExpire',
  clauses: ['3(2)⑩(エ)', '3(2)①(ウ)'],
  title: {
    ja: 'バックアップ及びスナップショットとその写しは、保管の期限を定める',
    en: 'Backups, snapshots and their copies expire',
  },
  why: {
    ja: '期限のないバックアップは、情報資産を廃棄した後も、利用を終えた後も、他のリージョンに残り続ける。',
    en: 'Backups without an end stay, in the other region too, after the records were disposed of and the service was ended.',
  },
  fix: {
    ja: 'BackupPlanRuleのLifecycle.DeleteAfterDays（CopyActionsにLifecycleを書く場合は、そのDeleteAfterDaysも）、DLMではSchedulesのRetainRule及びCrossRegionCopyRulesのRetainRuleを指定してください。',
    en: 'Set Lifecycle.DeleteAfterDays of each BackupPlanRule, and of its CopyActions where they have a Lifecycle of their own; for DLM RetainRule of each of Schedules and of its CrossRegionCopyRules.',
  },
  cdk: {
    ja: 'BackupPlanRule及びcopyActionsのdeleteAfterを指定する',
    en: 'deleteAfter of BackupPlanRule and of its copyActions',
  },
  // 3(2)①(ウ) asks that the whole life of an asset is settled, up to its disposal: of backups this is the place.
  resources: ['AWS::Backup::BackupPlan', 'AWS::DLM::LifecyclePolicy'],
  check: (plan) => (plan.type === 'AWS::Backup::BackupPlan' ? planEnds(plan) : policyEnds(plan)),
});

function planEnds(plan: Resource): Claim {
  // -1 takes the end away.
  const ends = (kept: Field) =>
    kept
      .get('Lifecycle.DeleteAfterDays')
      .must(present)
      .and(kept.get('Lifecycle.DeleteAfterDays').orDefault(1).must(atLeast(1)));
  // A copy that says nothing has the life of what it was copied from.
  const copyEnds = (copy: Field) => ends(copy).onlyIf(copy.get('Lifecycle').must(absent).not());
  return rulesOf(plan).every((rule) => ends(rule).and(rule.get('CopyActions').items().every(copyEnds)));
}

function policyEnds(policy: Resource): Claim {
  const details = policy.get('PolicyDetails');
  const kept = details
    .get('Schedules')
    .items()
    .every((schedule) =>
      Claim.all([
        schedule.get('RetainRule').must(present),
        schedule
          .get('CrossRegionCopyRules')
          .items()
          .every((copy) => copy.get('RetainRule').must(present)),
      ]),
    );
  // Default policies have an end of their own; those on events copy and have no schedules.
  return kept.onlyIf(
    details
      .get('PolicyType')
      .orDefault('EBS_SNAPSHOT_MANAGEMENT')
      .must(noneOf('EVENT_BASED_POLICY'))
      .and(details.get('PolicyLanguage').must(equals('SIMPLIFIED')).not()),
  );
}
