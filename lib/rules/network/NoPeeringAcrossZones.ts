import { toldOf } from '../../analysis/network/separation';
import { joinable, orElse, zoneNames, zonesAt } from '../../analysis/network/zones';
import { Claim } from '../../model/claim';
import { concat } from '../../text';
import { defineRule } from '../define';
import { JOINED } from '../reliefs';

export const NoPeeringAcrossZones = defineRule({
  id: 'NoPeeringAcrossZones',
  clauses: ['4(1)①', '4(1)③', '4(2)①', '4(2)②'],
  title: {
    ja: 'マイナンバー利用事務系又はLGWAN接続系のVPC又はTransit Gatewayを、他の領域のものとピアリング接続しない',
    en: 'No peering of VPCs or transit gateways joins the my-number or LGWAN zone to another zone',
  },
  why: {
    ja: 'ピアリングは二つのネットワークを直接つなぐため、インターネット接続系のVPCが侵害されると、税や住民記録のサーバがその隣に並ぶことになる。',
    en: 'A peering joins two networks directly: once a VPC of the Internet zone is taken over, servers for taxes and resident records are its neighbours.',
  },
  fix: {
    ja: 'AWS::EC2::VPCPeeringConnectionのVpcId及びPeerVpcId（TransitGatewayPeeringAttachmentではTransitGatewayId及びPeerTransitGatewayId）は、同じ領域のものとしてください。相手方が既存の場合は、その領域をプロファイルのfacts.zoneOfに記載してください。',
    en: 'Let VpcId and PeerVpcId of the AWS::EC2::VPCPeeringConnection (TransitGatewayId and PeerTransitGatewayId of a TransitGatewayPeeringAttachment) be of one zone. Where the peer already exists, name its zone in facts.zoneOf of the profile.',
  },
  cdk: {
    ja: 'CfnVPCPeeringConnectionのvpcId及びpeerVpcId（CfnTransitGatewayPeeringAttachmentではtransitGatewayId及びpeerTransitGatewayId）を同じ領域のものとする',
    en: 'vpcId and peerVpcId of CfnVPCPeeringConnection (transitGatewayId and peerTransitGatewayId of CfnTransitGatewayPeeringAttachment) of one zone',
  },
  relievedBy: [JOINED],
  resources: ['AWS::EC2::VPCPeeringConnection', 'AWS::EC2::TransitGatewayPeeringAttachment'],
  // Traffic that passes over it is told by ZonesAreApart, with its way; this tells the rest: nothing passes yet.
  check: (peering, context) => {
    const what = peering.type === 'AWS::EC2::VPCPeeringConnection' ? 'Vpc' : 'TransitGateway';
    const peer = peering.get(`Peer${what}Id`);
    const own = orElse(zonesAt(peering.get(`${what}Id`), context), context.marks.of(peering, 'zone'));
    const other = zonesAt(peer, context);
    return joinable(own, other, context.profile.zoneMatrix)
      .or(Claim.when(toldOf(context, peering)))
      .explained(
        peer.path,
        concat(zoneNames(other), { ja: '（この側は', en: ' (this side is ' }, zoneNames(own), {
          ja: '）',
          en: ')',
        }),
        { ja: '同じ領域の相手方', en: 'a peer of the same zone' },
        peer.at,
      );
  },
});
