import { divided, type Environment, environmentOf } from '../../analysis/environments';
import { under } from '../../analysis/network/alternatives';
import { vpcsOf } from '../../analysis/network/zones';
import { mayOccur } from '../../analysis/written-marks';
import { Claim } from '../../model/claim';
import type { Guard } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { MARKS } from '../../policy/zones';
import { type Context, defineDeploymentRule, type Subject } from '../define';

interface Member {
  readonly resource: Resource;
  readonly when: Guard;
  readonly environment: Environment;
}

export const OneEnvironmentPerVpc = defineDeploymentRule({
  id: 'OneEnvironmentPerVpc',
  clauses: ['7.3(3)①(ア)'],
  title: {
    ja: '一つのVPCには、運用環境と開発環境又はテスト環境とを同居させない',
    en: 'VPCs do not hold production together with development or verification',
  },
  why: {
    ja: '同じネットワークにある開発環境は、運用環境のサーバに直接届き、その負荷や誤りが運用に及ぶ。',
    en: 'Development in the same network reaches the servers of production, and its load and its mistakes do, too.',
  },
  fix: {
    ja: '環境ごとにVPCを分け、タグjichitai:environment（又はMetadata.Jichitai.Environment）をVPCとその中のリソースで一致させてください。',
    en: 'Give each environment a VPC of its own, and let the tag jichitai:environment (or Metadata.Jichitai.Environment) of the VPC agree with what lies in it.',
  },
  cdk: {
    ja: '環境ごとにスタックを分け、他の環境のVPCを渡さない',
    en: 'a stack for each environment, without the VPC of another one',
  },
  checkDeployment: (context) =>
    mayOccur('environment', context.deployment)
      ? [...membersOf(context)].flatMap(([vpc, members]) => subjectsOf(vpc, members, context))
      : [],
});

function membersOf({ deployment, marks }: Context): ReadonlyMap<Resource, readonly Member[]> {
  const members = new Map<Resource, Member[]>();
  for (const resource of deployment.resources) {
    if (resource.type === 'AWS::EC2::VPC' || resource.type === 'AWS::EC2::VPCPeeringConnection') continue;
    const environment = environmentOf(resource, marks);
    if (environment.production.isNever && environment.tests.isNever) continue;
    for (const [vpc, when] of vpcsOf(resource)) {
      const list = members.get(vpc);
      const member = { resource, when, environment };
      if (list === undefined) members.set(vpc, [member]);
      else list.push(member);
    }
  }
  return members;
}

function subjectsOf(vpc: Resource, members: readonly Member[], { marks }: Context): readonly Subject[] {
  const own = environmentOf(vpc, marks);
  const declared = !own.production.isNever || !own.tests.isNever;
  // Where the VPC declares nothing, the first member speaks for it.
  const reference = declared ? { resource: vpc, environment: own } : members[0];
  if (reference === undefined) return [];
  return members
    .filter(({ resource }) => resource !== reference.resource)
    .map(({ resource, when, environment }) => ({
      resource,
      claim: under(when, agrees(environment, reference.environment, reference.resource)),
    }));
}

function agrees(environment: Environment, other: Environment, { logicalId }: Resource): Claim {
  const apart = divided(environment, other);
  // Most members agree, and nobody reads in what words.
  if (apart.holds.isNever) return Claim.HOLDS;
  return apart
    .not()
    .explained(
      MARKS.environment.tag,
      { ja: `${logicalId}と異なる環境`, en: `another environment than ${logicalId}` },
      { ja: '同じ環境', en: 'the same environment' },
    );
}
