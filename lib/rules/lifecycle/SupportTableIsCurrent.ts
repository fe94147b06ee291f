import { daysBetween, isStale } from '../../analysis/support/claim';
import { tablesInUse } from '../../analysis/support/in-use';
import { Claim } from '../../model/claim';
import { defineDeploymentRule } from '../define';
import { SUPPORT_CLAUSES } from './support-rules';

export const SupportTableIsCurrent = defineDeploymentRule({
  id: 'SupportTableIsCurrent',
  clauses: SUPPORT_CLAUSES,
  // The clause asks about the software; how recent our means of telling is, it leaves open.
  duty: 'should',
  title: {
    ja: 'サポート期限の判定は、最近確認した期限による',
    en: 'Verdicts on support rest on dates that were looked up recently',
  },
  why: {
    ja: '開発元は期限を早めることも、新たに発表することもある。古い表による判定は、既に終わると決まったソフトウェアを見逃すことがある。',
    en: 'Developers announce new ends and move known ones. A verdict from an old table may pass software whose end has been announced since.',
  },
  fix: {
    ja: 'jichitai-guardrailsを新しい版に更新するか、インターネットにつながる端末でscripts/refresh-support-dates.mjsを実行して表を更新してください。',
    en: 'Update jichitai-guardrails, or run scripts/refresh-support-dates.mjs where the Internet is reachable.',
  },
  cdk: {
    ja: 'アプリには書くことがない',
    en: 'nothing in the app',
  },
  checkDeployment: (context) => {
    const { deployment, profile, today } = context;
    const template = deployment.templates.find(({ resources }) => resources.size > 0);
    if (template === undefined) return [];
    const claims = tablesInUse(deployment)
      .filter((table) => isStale(table, context))
      .map(({ product, asOf }) =>
        Claim.of('breaks', {
          path: product,
          actual: {
            ja: `${asOf}時点の表（${daysBetween(asOf, today)}日前）`,
            en: `a table of ${asOf}, ${daysBetween(asOf, today)} days old`,
          },
          required: {
            ja: `${profile.maximumSupportTableAgeDays}日以内に確認した表`,
            en: `looked up within ${profile.maximumSupportTableAgeDays} days`,
          },
        }),
      );
    return [{ template, claim: Claim.all(claims) }];
  },
});
