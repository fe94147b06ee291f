import { whereHolds } from '../../analysis/network/alternatives';
import { attachmentsOf } from '../../analysis/network/transit-gateways';
import { ISOLATED } from '../../analysis/network/zones';
import { Claim } from '../../model/claim';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { type Context, defineRule } from '../define';

export const TransitGatewayDefaultsDisabled = defineRule({
  id: 'TransitGatewayDefaultsDisabled',
  clauses: ['4(1)①', '4(2)①', '7.1(8)②'],
  title: {
    ja: 'マイナンバー利用事務系又はLGWAN接続系がつながるTransit Gatewayは、接続したものを自動的に相互接続しない',
    en: 'Transit gateways of the my-number or LGWAN zone join nothing by default',
  },
  why: {
    ja: '既定の関連付けと伝播が有効なままだと、新しく接続したVPCが、誰も経路を書かないうちに全ての領域と相互につながる。',
    en: 'With default association and propagation on, a VPC that is newly attached is joined to all zones before anyone has written a route.',
  },
  fix: {
    ja: 'AWS::EC2::TransitGatewayのDefaultRouteTableAssociation及びDefaultRouteTablePropagationをdisableとし、AutoAcceptSharedAttachmentsを指定しないかdisableとしてください。指定しない場合、前の二つはenableになります。',
    en: 'Set DefaultRouteTableAssociation and DefaultRouteTablePropagation of the AWS::EC2::TransitGateway to disable, and AutoAcceptSharedAttachments to disable or not at all. The first two are enabled unless they are set.',
  },
  cdk: {
    ja: 'CfnTransitGatewayのdefaultRouteTableAssociation及びdefaultRouteTablePropagationをdisableとする',
    en: 'defaultRouteTableAssociation and defaultRouteTablePropagation of CfnTransitGateway: disable',
  },
  resources: ['AWS::EC2::TransitGateway'],
  check: (gateway, context) =>
    whereHolds(
      carriesIsolatedZone(gateway, context),
      Claim.all([
        gateway.get('DefaultRouteTableAssociation').orDefault('enable').must(equals('disable')),
        gateway.get('DefaultRouteTablePropagation').orDefault('enable').must(equals('disable')),
        gateway.get('AutoAcceptSharedAttachments').orDefault('disable').must(equals('disable')),
      ]),
    ),
});

/** The gateway itself may be declared in a zone of its own, such as that of management; what it carries counts. */
function carriesIsolatedZone(gateway: Resource, { marks }: Context): Claim {
  return Claim.any([
    marks.inZone(gateway, ISOLATED),
    ...attachmentsOf(gateway).map(({ resource, when }) =>
      marks.inZone(resource, ISOLATED).and(Claim.when(when)),
    ),
  ]);
}
