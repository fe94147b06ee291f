import { Claim, lacking } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

const SELECTION = 'AWS::Backup::BackupSelection';

export const BackupPlanSelectsStores = defineRule({
  id: 'BackupPlanSelectsStores',
  clauses: ['7.1(2)①'],
  title: {
    ja: 'バックアップの計画は、対象を指定する',
    en: 'Backup plans select what they back up',
  },
  why: {
    ja: '対象のない計画は何も取得しないまま動き続け、復旧が必要となるまで誰も気付かない。',
    en: 'A plan without a selection backs nothing up, and nobody notices until something has to be restored.',
  },
  fix: {
    ja: 'BackupPlanIdがこの計画を指すAWS::Backup::BackupSelectionを作成し、Resources又はListOfTagsで対象を指定してください。',
    en: 'Make an AWS::Backup::BackupSelection whose BackupPlanId names this plan, with Resources or ListOfTags.',
  },
  cdk: { ja: 'BackupPlanのaddSelectionを呼ぶ', en: 'addSelection of BackupPlan' },
  relievedBy: [settingApart('AWS::Backup::BackupSelection')],
  resources: ['AWS::Backup::BackupPlan'],
  check: (plan) => {
    const { deployment } = plan;
    const guard = (referrers: readonly { readonly when: Guard }[]) =>
      referrers.reduce<Guard>((so, { when }) => so.or(when), NEVER);
    const selected = guard(deployment.referrers(plan, SELECTION, 'BackupPlanId'));
    const maybe = guard(deployment.openReferrers(SELECTION, 'BackupPlanId'));
    return new Claim(selected, selected.or(maybe).not()).explained(
      SELECTION,
      lacking({ ja: 'この計画の対象の指定なし', en: 'none for this plan' }),
      { ja: 'この計画の対象の指定', en: 'a selection of this plan' },
      plan.at,
    );
  },
});
