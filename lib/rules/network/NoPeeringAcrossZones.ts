import { joinable, orElse, zoneNames, zonesAt } from '../../analysis/network/zones';
import { concat } from '../../text';
import { defineRule } from '../define';

export const NoPeeringAcrossZones = defineRule({
  id: 'NoPeeringAcrossZones',
  clauses: ['4(1)①', '4(1)③', '4(2)①', '4(2)②'],
  title: {
    ja: 'マイナンバー利用事務系又はLGWAN接続系のVPCを、他の領域のVPCとピアリング接続しない',
    en: 'No VPC peering joins the my-number or LGWAN zone to another zone',
  },
  fix: {
    ja: 'AWS::EC2::VPCPeeringConnectionのVpcId及びPeerVpcIdは、同じ領域のVPCとしてください。相手方が既存のVPCの場合は、その領域をプロファイルのfacts.zoneOfに記載してください（CDKではCfnVPCPeeringConnection）。',
    en: 'Let VpcId and PeerVpcId of the AWS::EC2::VPCPeeringConnection be VPCs of one zone. Where the peer already exists, name its zone in facts.zoneOf of the profile (in CDK: CfnVPCPeeringConnection).',
  },
  resources: ['AWS::EC2::VPCPeeringConnection'],
  check: (peering, context) => {
    const peer = peering.get('PeerVpcId');
    const own = orElse(zonesAt(peering.get('VpcId'), context), context.marks.of(peering, 'zone'));
    const other = zonesAt(peer, context);
    return joinable(own, other).explained(
      peer.path,
      concat(zoneNames(other), { ja: 'のVPC（この側は', en: ' (this side is ' }, zoneNames(own), {
        ja: '）',
        en: ')',
      }),
      { ja: '同じ領域のVPC', en: 'a VPC of the same zone' },
      peer.at,
    );
  },
});
