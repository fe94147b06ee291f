import type { Mark } from '../../analysis/marks';
import { under } from '../../analysis/network/alternatives';
import { toldOf } from '../../analysis/network/separation';
import { ATTACHMENT_TYPES, attachmentsOf, reaches } from '../../analysis/network/transit-gateways';
import { joinable, orElse, type ZoneSource, zoneNames, zonesAt } from '../../analysis/network/zones';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import { concat, plain } from '../../text';
import { type Context, defineRule } from '../define';
import { JOINED } from '../reliefs';

export const NoTransitGatewayAcrossZones = defineRule({
  id: 'NoTransitGatewayAcrossZones',
  clauses: ['4(1)①', '4(1)③', '4(2)①', '4(2)②'],
  title: {
    ja: 'マイナンバー利用事務系又はLGWAN接続系のVPCを、Transit Gatewayを経て他の領域と接続しない',
    en: 'No transit gateway gives the my-number or LGWAN zone a route to another zone',
  },
  why: {
    ja: 'Transit Gatewayのルートテーブルを領域の間で共有すると、接続した全てのVPCの間に経路ができ、一つの系統への侵入が基幹業務まで広がる。',
    en: 'A transit gateway route table that zones share gives every attached VPC a route to every other, so that a break-in to one system spreads to the core systems.',
  },
  fix: {
    ja: 'Transit GatewayのDefaultRouteTableAssociation及びDefaultRouteTablePropagationをdisableとし、領域ごとにAWS::EC2::TransitGatewayRouteTableを分けて、関連付け（Association）、伝播（Propagation）及び経路（TransitGatewayRoute）を同じ領域の中に限ってください。既存のTransit Gatewayは、その領域をプロファイルのfacts.zoneOfに記載してください。',
    en: 'Set DefaultRouteTableAssociation and DefaultRouteTablePropagation of the transit gateway to disable, give each zone an AWS::EC2::TransitGatewayRouteTable of its own, and keep associations, propagations and routes within one zone. Name the zone of a transit gateway that already exists in facts.zoneOf of the profile.',
  },
  cdk: {
    ja: 'CfnTransitGatewayのdefaultRouteTableAssociation及びdefaultRouteTablePropagationをdisableとし、CfnTransitGatewayRouteTableを領域ごとに作る',
    en: 'defaultRouteTableAssociation and defaultRouteTablePropagation of CfnTransitGateway: disable; a CfnTransitGatewayRouteTable for each zone',
  },
  relievedBy: [JOINED],
  resources: ATTACHMENT_TYPES,
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (attachment, context) => {
    const gateway = attachment.get('TransitGatewayId');
    const own = zonesOf(attachment, context);
    return Claim.all(
      gateway.alternatives.map(({ when, value }) =>
        under(
          when,
          value.kind === 'reference' && value.resource.type === 'AWS::EC2::TransitGateway'
            ? apartFromOthers(value.resource, attachment, own, context)
            : joinable(own, zonesAt(gateway, context), context.profile.zoneMatrix).explained(
                gateway.path,
                {
                  ja: '接続先の領域が異なるか、分からないTransit Gateway',
                  en: 'a transit gateway of another zone, or of one that is not known',
                },
                { ja: '同じ領域のTransit Gateway', en: 'a transit gateway of the same zone' },
                gateway.at,
              ),
        ),
      ),
    );
  },
});

function zonesOf(attachment: Resource, source: ZoneSource): readonly Mark[] {
  return orElse(zonesAt(attachment.get('VpcId'), source), source.marks.of(attachment, 'zone'));
}

function apartFromOthers(
  gateway: Resource,
  attachment: Resource,
  own: readonly Mark[],
  source: Context,
): Claim {
  const field: Field = attachment.get('TransitGatewayId');
  return Claim.all(
    attachmentsOf(gateway)
      .filter(({ resource }) => resource !== attachment)
      .map(({ resource: other, when }) => {
        const zones = zonesOf(other, source);
        const path = reaches(gateway, attachment, other).or(reaches(gateway, other, attachment));
        return under(
          when,
          joinable(own, zones, source.profile.zoneMatrix)
            .or(path.not())
            // Traffic that passes is told by ZonesAreApart, with its way.
            .or(Claim.when(toldOf(source, attachment, other)))
            .explained(
              field.path,
              concat(
                plain(gateway.logicalId),
                { ja: 'のルートテーブルにより', en: ', whose route tables join it to ' },
                plain(`${other.logicalId} (`),
                zoneNames(zones),
                plain(')'),
                { ja: 'とつながる', en: '' },
              ),
              {
                ja: '他の領域の接続とルートテーブルを共有しないこと',
                en: 'no route table in common with an attachment of another zone',
              },
              field.at,
            ),
        );
      }),
  );
}
