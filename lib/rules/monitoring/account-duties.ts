import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import type { Resource } from '../../model/resource';
import type { PlatformDuty } from '../../policy/profile';
import type { Text } from '../../text';
import { concat } from '../../text';
import { type DeploymentRule, defineDeploymentRule } from '../define';
import { platformDuty } from '../platform';

/** What differs between services that watch a whole account. */
export interface AccountDuty {
  readonly id: string;
  readonly clauses: readonly string[];
  readonly title: Text;
  readonly why: Text;
  /** What to create, as a sentence. */
  readonly create: Text;
  readonly cdk: Text;
  readonly duty: PlatformDuty;
  /** What is looked for. */
  readonly type: string;
  readonly required: Text;
  readonly exists: (deployment: Deployment) => Claim;
  /** Asked of deployments that make one of these; of any that makes something when left out. */
  readonly where?: readonly string[];
}

/** A rule about a duty of the account, which the platform may fulfil outside of the app. */
export function accountRule(given: AccountDuty): DeploymentRule {
  const { id, clauses, title, why, create, cdk, duty, type, required, exists, where } = given;
  return defineDeploymentRule({
    id,
    clauses,
    title,
    why,
    fix: concat(create, {
      ja: `基盤が提供している場合は、その状態を示してください（プロファイルのplatformProvidesに${duty}）。`,
      en: ` Where the platform provides it, show so (${duty} in platformProvides of the profile).`,
    }),
    cdk,
    checkDeployment: ({ deployment, profile }) => {
      const template =
        where === undefined
          ? deployment.templates.find(({ resources }) => resources.size > 0)
          : deployment.ofType(...where)[0]?.template;
      // Where nothing of the kind is made there is nothing to be watched.
      if (template === undefined) return [];
      return [{ template, claim: platformDuty(profile, duty, exists(deployment), type, required) }];
    },
  });
}

/** States that a resource of some types exists and meets a claim. */
export function someOf(
  deployment: Deployment,
  types: readonly string[],
  claim: (resource: Resource) => Claim = () => Claim.HOLDS,
): Claim {
  return Claim.any(
    deployment.ofType(...types).map((resource) => claim(resource).and(Claim.when(resource.exists))),
  );
}
