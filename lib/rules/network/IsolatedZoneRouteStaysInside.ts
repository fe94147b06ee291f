import { byAlternative } from '../../analysis/network/alternatives';
import { natStaysPrivate, notInternetGateway } from '../../analysis/network/routes';
import { toldOf } from '../../analysis/network/separation';
import { ATTACHMENT_TYPES } from '../../analysis/network/transit-gateways';
import { joinable, orElse, vpcsOf, type ZoneSource, zonesAt } from '../../analysis/network/zones';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { type Guard, NEVER } from '../../model/guard';
import { absent } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { JOINED } from '../reliefs';

export const IsolatedZoneRouteStaysInside = defineRule({
  id: 'IsolatedZoneRouteStaysInside',
  clauses: ['4(1)①', '4(2)①', '7.1(8)②'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系の経路は、インターネットや他の領域へ向けない',
    en: 'Routes of the my-number and LGWAN zones lead neither to the Internet nor to another zone',
  },
  why: {
    ja: '経路がインターネットや他の領域へ向いていると、メール閲覧等で感染した端末から住民情報を扱うサーバまで通信が届く。',
    en: 'A route to the Internet or to another zone lets traffic pass between a terminal that was infected by mail or web and the servers with resident records.',
  },
  fix: {
    ja: 'AWS::EC2::Routeの宛先をインターネットゲートウェイ、インターネットへ出るNATゲートウェイ、egress-onlyゲートウェイ又は他の領域への接続としないでください。既存のピアリング等へ向ける場合は、その領域をプロファイルのfacts.zoneOfに記載してください。',
    en: 'Point no AWS::EC2::Route at an internet gateway, a NAT gateway to the Internet, an egress-only gateway or a connection to another zone. Where a route leads to a peering or transit gateway that already exists, name its zone in facts.zoneOf of the profile.',
  },
  cdk: {
    ja: 'サブネットをPRIVATE_ISOLATEDとし、CfnRouteのgatewayId、natGatewayId等を領域の外に向けない',
    en: 'PRIVATE_ISOLATED subnets, and no gatewayId, natGatewayId or the like of CfnRoute that leads out of the zone',
  },
  relievedBy: [JOINED],
  resources: ['AWS::EC2::Route'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  // Peerings and attachments of the deployment are judged by themselves; what is not in it can only be judged here. A
  // route on which something passes is told by ZonesAreApart, with the whole way.
  check: (route, context) =>
    Claim.all([
      route.get('GatewayId').must(notInternetGateway),
      natStaysPrivate(route.get('NatGatewayId')),
      route.get('EgressOnlyInternetGatewayId').must(absent),
      route.get('CarrierGatewayId').must(absent),
      outsideOfSight(route.get('VpcPeeringConnectionId'), route, context),
      outsideOfSight(route.get('TransitGatewayId'), route, context).onlyIf(attached(route).not()),
      outsideOfSight(route.get('CoreNetworkArn'), route, context),
    ]).or(Claim.when(toldOf(context, route))),
});

function outsideOfSight(target: Field, route: Resource, source: ZoneSource): Claim {
  const required = { ja: '同じ領域への接続', en: 'a connection to the same zone' };
  return byAlternative(target, (value) => {
    if (value.kind === 'absent' || value.kind === 'reference') return Claim.HOLDS;
    const own = orElse(zonesAt(route.get('RouteTableId'), source), source.marks.of(route, 'zone'));
    return joinable(own, zonesAt(target, source), source.profile.zoneMatrix).explained(
      target.path,
      {
        ja: 'この経路の先の領域が異なるか、分からない',
        en: 'a connection whose other end is in another zone, or not known',
      },
      required,
      target.at,
    );
  });
}

/** When an attachment of the VPC is in the deployment, which knows more than the id in a route. */
function attached(route: Resource): Guard {
  return [...vpcsOf(route)]
    .flatMap(([vpc, when]) =>
      ATTACHMENT_TYPES.flatMap((type) => route.deployment.referrers(vpc, type, 'VpcId')).map((referrer) =>
        referrer.when.and(when),
      ),
    )
    .reduce<Guard>((so, when) => so.or(when), NEVER);
}
