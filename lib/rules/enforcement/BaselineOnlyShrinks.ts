import { defineDeploymentRule } from '../define';
import { registerDuty } from '../register';

export const BaselineOnlyShrinks = defineDeploymentRule({
  id: 'BaselineOnlyShrinks',
  clauses: ['8.4(2)'],
  title: {
    ja: '導入時に凍結した指摘は、解消したものから順に許容をやめる',
    en: 'What was frozen at adoption is allowed only as far as it is still there',
  },
  why: {
    ja: '解消した分まで許容し続けると、同じ違反が戻っても検査に現れず、減らした努力が失われる。',
    en: 'A baseline that goes on allowing what has been mended lets the same violation come back unseen.',
  },
  fix: {
    ja: 'jichitai-guardrails baselineを同じ台帳に対してもう一度実行し、残りの件数を減らしてください（署名し直す必要はない）。',
    en: 'Run `jichitai-guardrails baseline` on the same register once more, which lowers what is left (no new signature is needed).',
  },
  cdk: {
    ja: '合成の結果に対してjichitai-guardrails baselineを実行する',
    en: 'run jichitai-guardrails baseline on the assembly',
  },
  ...registerDuty('loose', { ja: '現にある件数まで減らすこと', en: 'lowered to what is there' }),
});
