import { Claim } from '../../model/claim';
import type { Template } from '../../model/template';
import { plain } from '../../text';
import { defineDeploymentRule } from '../define';

/** What must be made in us-east-1 whatever the region of the system, and what is of no region: no data lies in it. */
const OF_NO_REGION =
  /^AWS::(CertificateManager::|WAFv2::|IAM::|CloudFront::|Route53::|Organizations::|Shield::|CDK::|CloudFormation::)/;

export const RegionIsDomestic = defineDeploymentRule({
  id: 'RegionIsDomestic',
  clauses: ['9.2(2)③(エ)', '9.2(2)⑦'],
  title: {
    ja: 'スタックは、国内法の適用されるリージョンに配置する',
    en: 'Stacks lie in regions under domestic law',
  },
  fix: {
    ja: 'スタックの配置先を、プロファイルのallowedRegions（東京、大阪）のリージョンにしてください（CDKではenv: { region }）。',
    en: 'Deploy the stack to a region in allowedRegions of the profile: Tokyo, Osaka (in CDK: env: { region }).',
  },
  checkDeployment: ({ deployment, profile }) =>
    deployment.templates
      // A nested stack lies where its parent does.
      .filter(({ parent }) => parent === undefined)
      .flatMap((template) => {
        const made = deployment.templates
          .filter((other) => topOf(other) === template)
          .some(({ resources }) => [...resources.values()].some(({ type }) => !OF_NO_REGION.test(type)));
        if (!made) return [];
        const { region } = template.stack;
        const required = {
          ja: `${profile.allowedRegions.join('、')}のいずれか`,
          en: `one of ${profile.allowedRegions.join(', ')}`,
        };
        const outcome =
          region === undefined ? 'needed' : profile.allowedRegions.includes(region) ? 'holds' : 'breaks';
        const actual =
          region === undefined ? { ja: '配備時に定まる', en: 'chosen at deployment' } : plain(region);
        return [{ template, claim: Claim.of(outcome, { path: 'region', actual, required }) }];
      }),
});

function topOf(template: Template): Template {
  return template.parent === undefined ? template : topOf(template.parent.template);
}
