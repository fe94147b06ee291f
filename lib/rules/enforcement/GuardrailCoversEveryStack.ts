import { Claim } from '../../model/claim';
import type { Enforcement } from '../../model/template';
import type { Text } from '../../text';
import { defineDeploymentRule } from '../define';

const FAULTS: Readonly<Record<Exclude<Enforcement, 'covered'>, Text>> = {
  uncovered: {
    ja: '合成時にPolicyGuardrailで検査されていない',
    en: 'a stack that no PolicyGuardrail checked in its synthesis',
  },
  partly: {
    ja: '合成時にPolicyGuardrailで一部だけ検査された',
    en: 'a stack that a PolicyGuardrail checked only in part',
  },
  changed: {
    ja: 'PolicyGuardrailによる検査の後に変更された',
    en: 'a stack that was changed after a PolicyGuardrail had checked it',
  },
};

export const GuardrailCoversEveryStack = defineDeploymentRule({
  id: 'GuardrailCoversEveryStack',
  clauses: ['9.2(5)①(エ)', '9.2(6)①(キ)'],
  title: {
    ja: '全てのスタックを、合成時にPolicyGuardrailで検査する',
    en: 'Every stack is checked by a PolicyGuardrail when it is synthesized',
  },
  why: {
    ja: '合成時に検査されないスタックがあると、開発者は違反に気付かないまま配備の段階まで進み、検査を経ない経路で運用環境に入ることもある。',
    en: 'In a stack that is not checked at synthesis, developers learn of a violation only at the gate, or not at all where something is deployed past it.',
  },
  fix: {
    ja: 'PolicyGuardrailを付けたアプリから合成し直したテンプレートを用いてください。',
    en: 'Use templates that an app with a PolicyGuardrail has synthesized.',
  },
  cdk: {
    ja: 'Aspects.of(app).add(new PolicyGuardrail())をスタックやStageではなくAppに対して行う',
    en: 'Aspects.of(app).add(new PolicyGuardrail()) on the App, not on single stacks or stages',
  },
  // The templates are judged here in any case; this says only that the app did not do so by itself.
  duty: 'should',
  checkDeployment: ({ deployment }) =>
    deployment.templates.flatMap((template) => {
      const { enforcement } = template;
      if (enforcement === undefined) return [];
      const claim =
        enforcement === 'covered'
          ? Claim.HOLDS
          : Claim.of('breaks', {
              path: '',
              actual: FAULTS[enforcement],
              required: { ja: 'スタック全体が検査されていること', en: 'checked as a whole' },
            });
      return [{ template, claim }];
    }),
});
