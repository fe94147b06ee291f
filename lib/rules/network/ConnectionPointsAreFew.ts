import { under } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { type Context, defineDeploymentRule, type Subject } from '../define';

/** What opens a way in of its own. Lines that are doubled for availability (5.3⑤) are not counted. */
const POINTS = ['AWS::EC2::InternetGateway', 'AWS::EC2::ClientVpnEndpoint', 'AWS::EC2::VPNGateway'];

const REQUIRED = {
  ja: '一つの領域及びリージョンに一つの接続点',
  en: 'one connection point of its kind in a zone and region',
};

export const ConnectionPointsAreFew = defineDeploymentRule({
  id: 'ConnectionPointsAreFew',
  clauses: ['5.3②'],
  title: {
    ja: '外部との接続点は、領域ごとにできる限り一つにまとめる',
    en: 'Zones have as few connection points to the outside as possible: one of a kind',
  },
  why: {
    ja: '接続点の数だけ監視と設定の対象が増え、一つの見落としが侵入口となる。',
    en: 'Each further connection point is one more to watch and to configure, and the one that is overlooked is the way in.',
  },
  fix: {
    ja: 'AWS::EC2::InternetGateway、AWS::EC2::VPNGateway及びAWS::EC2::ClientVpnEndpointは、同じ領域、環境及びリージョンで一つに集約し、他のVPCからはその接続点のあるVPCを経由させてください。',
    en: 'Keep one AWS::EC2::InternetGateway, AWS::EC2::VPNGateway and AWS::EC2::ClientVpnEndpoint in a zone, environment and region, and let the other VPCs go through the VPC that has it.',
  },
  cdk: {
    ja: 'InternetVpcを領域に一つとし、スタックの間で共有する',
    en: 'one InternetVpc in the zone, shared among stacks',
  },
  // The policy says "as far as possible".
  duty: 'should',
  checkDeployment: (context) =>
    POINTS.flatMap((type) => {
      const places = new Map<string, Resource[]>();
      for (const point of context.deployment.ofType(type)) {
        const place = placeOf(point, context);
        places.set(place, [...(places.get(place) ?? []), point]);
      }
      return [...places.values()].flatMap((points) => furtherOf(points, context));
    }),
});

/** Networks of different environments and regions must be apart. */
function placeOf(point: Resource, { marks }: Context): string {
  const zone = marks.single(point, 'zone') ?? '?';
  return [zone, marks.single(point, 'environment') ?? '', point.template.stack.region ?? ''].join('/');
}

function furtherOf(points: readonly Resource[], { marks }: Context): readonly Subject[] {
  const [first, ...others] = points;
  if (first === undefined) return [];
  return [
    { resource: first, claim: Claim.HOLDS },
    ...others.map((resource) => ({
      resource,
      claim: under(
        resource.exists.and(first.exists),
        Claim.of(marks.single(resource, 'zone') === undefined ? 'undetermined' : 'breaks', {
          path: '',
          actual: {
            ja: `${first.logicalId}を含む${points.length}個の接続点の一つ`,
            en: `one of ${points.length} connection points, beside ${first.logicalId}`,
          },
          required: REQUIRED,
        }),
      ),
    })),
  ];
}
