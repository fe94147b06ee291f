import { DATA_STORES } from '../../analysis/data-stores';
import { Claim } from '../../model/claim';
import { MARKS } from '../../policy/zones';
import { defineDeploymentRule } from '../define';

/** What must not be shared between environments: networks, and what holds information. */
const DIVIDED = ['AWS::EC2::VPC', ...DATA_STORES];

export const EnvironmentIsDeclared = defineDeploymentRule({
  id: 'EnvironmentIsDeclared',
  clauses: ['7.3(3)①(ア)'],
  title: {
    ja: 'ネットワーク又はデータストアを作成するスタックは、運用、検証又は開発のいずれの環境かを表示する',
    en: 'A stack with a network or a data store says whether it is production, verification or development',
  },
  why: {
    ja: 'どの環境か分からないスタックについては、運用環境と開発環境との間の経路や共有を見付けられない。',
    en: 'Between stacks of which nobody says what they are, a path from development to production goes unnoticed.',
  },
  fix: {
    ja: 'テンプレートのMetadata.Jichitai.Environmentに、production、verification又はdevelopmentを書いてください（jichitai:environmentのタグでもよい）。',
    en: 'Write production, verification or development into Metadata.Jichitai.Environment of the template, or into a tag jichitai:environment.',
  },
  cdk: {
    ja: 'ZoneMarking.of(stack).declareのenvironmentにEnvironment.PRODUCTION等を指定する',
    en: 'environment: Environment.PRODUCTION or another one, in ZoneMarking.of(stack).declare',
  },
  // The clause asks that environments are apart, and not that templates say which one they are.
  duty: 'should',
  checkDeployment: ({ deployment, marks }) => {
    const declared = new Map<(typeof deployment.templates)[number], Claim>();
    for (const resource of deployment.ofType(...DIVIDED)) {
      const before = declared.get(resource.template) ?? Claim.HOLDS;
      // What is not made needs no environment.
      const claim = marks.isDeclared(resource, 'environment').onlyIf(resource.exists);
      declared.set(resource.template, before.and(claim));
    }
    return [...declared].map(([template, { holds, breaks, evidence }]) => ({
      template,
      claim: Claim.of('needed', {
        path: MARKS.environment.tag,
        // By parameter, perhaps.
        actual: evidence[0]?.actual ?? { ja: '宣言がない', en: 'not declared' },
        required: { ja: 'どの環境かを示す資料', en: 'shown which environment it is' },
      }).onlyIf(new Claim(breaks, holds, evidence)),
    }));
  },
});
