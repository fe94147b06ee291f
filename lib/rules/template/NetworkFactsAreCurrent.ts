import { Claim } from '../../model/claim';
import { defineDeploymentRule } from '../define';

export const NetworkFactsAreCurrent = defineDeploymentRule({
  id: 'NetworkFactsAreCurrent',
  clauses: ['4(1)①', '7.1(8)①'],
  title: {
    ja: '他のリポジトリのネットワークに関する既知の事実は、テンプレートと矛盾しない',
    en: 'Known facts about networks of other repositories agree with the templates',
  },
  why: {
    ja: '領域の分離は、既知の事実を前提として証明される。事実が古いか書き換えられていれば、証明は成り立たない。',
    en: 'That the zones are apart is proven on the strength of these facts. Where they are old or were changed, the proof is none.',
  },
  fix: {
    ja: '`jichitai-guardrails facts`でファイルを作成し直し、手で書き換えないでください。',
    en: 'Make the file anew with `jichitai-guardrails facts`, and do not edit it by hand.',
  },
  cdk: {
    ja: 'ネットワークのアプリをcdk synthした後に`jichitai-guardrails facts cdk.out`を実行する',
    en: '`jichitai-guardrails facts cdk.out` after cdk synth of the app that makes the networks',
  },
  checkDeployment: ({ deployment }) =>
    deployment.factsProblems.map(({ file, line, message }) => ({
      file,
      ...(line === undefined ? {} : { line }),
      claim: Claim.of('breaks', {
        path: '',
        actual: message,
        required: { ja: 'テンプレートと一致する既知の事実', en: 'facts that agree with the templates' },
        sentence: message,
      }),
    })),
});
