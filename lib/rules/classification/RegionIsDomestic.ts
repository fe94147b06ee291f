import { Claim } from '../../model/claim';
import { satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Template } from '../../model/template';
import { plain, type Text } from '../../text';
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
  why: {
    ja: '国外のリージョンに置いたデータには現地の法令が及び、外国の政府や裁判所の命令による開示を、市が止めることも知ることもできない場合がある。',
    en: 'Data in a region abroad is under the law there: authorities may have it disclosed, and the city may be unable to prevent it or even to learn of it.',
  },
  fix: {
    ja: 'スタックの配置先を、プロファイルのallowedRegions（東京、大阪）のリージョンにしてください。',
    en: 'Deploy the stack to a region in allowedRegions of the profile: Tokyo, Osaka.',
  },
  cdk: {
    ja: 'Stack又はStageのenvにregionを指定する',
    en: 'region in env of the Stack or Stage',
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
        const chosen = { template, claim: Claim.of(outcome, { path: 'region', actual, required }) };
        if (region !== undefined) return [chosen];
        const given = [...template.resources.values()].flatMap((resource) => {
          const claim = zoneIsDomestic(resource, profile.allowedRegions, required);
          return claim === undefined ? [] : [{ resource, claim }];
        });
        return [chosen, ...given];
      }),
});

/** A template that names an availability zone can be deployed to the region of that zone only. */
function zoneIsDomestic(resource: Resource, allowed: readonly string[], required: Text): Claim | undefined {
  if (resource.rawProperty('AvailabilityZone') === undefined) return undefined;
  const zone = resource.get('AvailabilityZone');
  return zone.must(
    satisfying(required, (value) => {
      const [, region] = value.kind === 'known' ? (ZONE.exec(String(value.value)) ?? []) : [];
      return region === undefined || allowed.includes(region) ? 'holds' : 'breaks';
    }),
  );
}

/** As in ap-northeast-1a, and in us-west-2-lax-1a, a local zone. */
const ZONE = /^([a-z]{2}-[a-z]{4,10}-\d)(?:-[a-z]{2,5}-\d{1,2})?[a-z]$/;

function topOf(template: Template): Template {
  return template.parent === undefined ? template : topOf(template.parent.template);
}
