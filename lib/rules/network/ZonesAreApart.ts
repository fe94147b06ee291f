import { under } from '../../analysis/network/alternatives';
import { type Separation, separationOf, type Trespass } from '../../analysis/network/separation';
import { ISOLATED } from '../../analysis/network/zones';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { type Context, defineDeploymentRule, type Subject } from '../define';
import { JOINED, knownWith } from '../reliefs';

const REQUIRED = {
  ja: '通信が届かないこと、又はプロファイルのzoneMatrixで許可された通信に限ること',
  en: 'out of reach, or limited to what zoneMatrix of the profile permits',
};

export const ZonesAreApart = defineDeploymentRule({
  id: 'ZonesAreApart',
  clauses: ['4(1)①', '4(1)③', '4(2)①', '4(2)②', '7.1(8)②'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系と、他の領域及びインターネットとの間では、許可された通信のほかは届かない',
    en: 'Nothing passes between the my-number or LGWAN zone and other zones or the Internet, but what is permitted',
  },
  why: {
    ja: '経路、接続、フィルタリングがそれぞれ正しく見えても、つなげると一本の道になることがあり、感染した端末からの通信が住民情報に届く。',
    en: 'Routes, connections and filters may each look right and still add up to a way, on which traffic from an infected machine arrives at resident records.',
  },
  fix: {
    ja: '示された道のうち、それだけを改めれば通らなくなるとされたものを改めてください。業務に必要な通信は、許可の申請番号と、マイナンバー利用事務系ではアドレス及びポートを添えて、プロファイルのzoneMatrixに記載してください。',
    en: 'Change what the finding names as the thing to change on the way that it shows. For traffic that the work needs, add to zoneMatrix of the profile what may pass, with the number of its approval, and for the my-number zone with addresses and ports.',
  },
  cdk: {
    ja: 'MyNumberVpc又はLgwanVpcを用い、CfnRoute等で他の領域への経路を加えない',
    en: 'use MyNumberVpc or LgwanVpc, and add no routes to other zones by CfnRoute and the like',
  },
  relievedBy: [JOINED, knownWith('AWS::EC2::Instance', 'AWS::EC2::NetworkInterface')],
  checkDeployment: (context) => {
    const separation = separationOf(context);
    const byPlace = new Map<Resource, Trespass[]>();
    for (const trespass of separation.trespasses) {
      byPlace.set(trespass.at, [...(byPlace.get(trespass.at) ?? []), trespass]);
    }
    return [
      ...[...byPlace].map(([resource, trespasses]) => ({ resource, claim: Claim.all(trespasses.map(told)) })),
      ...quiet(context, separation),
    ];
  },
});

function told({ when, at, sentence, isCertain }: Trespass): Claim {
  const evidence = { path: '', at: at.at, actual: sentence, required: REQUIRED, sentence };
  return under(when, Claim.of(isCertain ? 'breaks' : 'undetermined', evidence));
}

/** VPCs of the zones of which nothing is told: apart, as far as all choices could be looked at. */
function quiet({ deployment, marks }: Context, { trespasses, isPartial }: Separation): readonly Subject[] {
  const loud = new Set(trespasses.flatMap(({ vpcs }) => vpcs));
  return deployment
    .ofType('AWS::EC2::VPC')
    .filter((vpc) => !loud.has(vpc) && !marks.inZone(vpc, ISOLATED).holds.isNever)
    .map((resource) => ({ resource, claim: isPartial ? TOO_MANY : Claim.HOLDS }));
}

const TOO_MANY = Claim.of('undetermined', {
  path: '',
  actual: { ja: '条件の組合せが多すぎる', en: 'too many combinations of conditions' },
  required: REQUIRED,
});
