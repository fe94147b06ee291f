import { byAlternative, UNDETERMINED } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import { literal, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

/** What lies at the end of a line. Gateways to the Internet are for another rule, appliances look at what passes. */
const FAR_ENDS = ['TransitGatewayId', 'VpcPeeringConnectionId', 'CoreNetworkArn'];
const DESTINATIONS = ['DestinationCidrBlock', 'DestinationIpv6CidrBlock'];

const named = literal(
  { ja: '特定のアドレス範囲', en: 'a certain range of addresses' },
  (range) => !String(range).endsWith('/0'),
);

export const IsolatedZoneRouteNamesDestinations = defineRule({
  id: 'IsolatedZoneRouteNamesDestinations',
  clauses: ['4(1)①', '4(2)①'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系から専用線等へ向かう経路は、宛先のアドレスを特定する',
    en: 'Routes of the my-number and LGWAN zones that lead over a line name the addresses at its other end',
  },
  why: {
    ja: '全ての宛先を専用線やトランジットゲートウェイへ送る経路は、その先にインターネットへの出口が設けられた日から、住民情報を扱うサーバの外への道になる。',
    en: 'A route that sends everything over a line is the way out of the servers with resident records from the day on which somebody gives the far end an exit to the Internet.',
  },
  fix: {
    ja: 'AWS::EC2::RouteのDestinationCidrBlockを0.0.0.0/0（IPv6では::/0）ではなく、必要な相手先の範囲としてください。',
    en: 'Set DestinationCidrBlock of the AWS::EC2::Route to the ranges that are needed, not to 0.0.0.0/0 (IPv6: ::/0).',
  },
  cdk: {
    ja: 'CfnRouteのdestinationCidrBlockに相手先の範囲を指定するか、DedicatedConnectionのpeerCidrsを用いる',
    en: 'the ranges of the other end in destinationCidrBlock of CfnRoute, or peerCidrs of DedicatedConnection',
  },
  resources: ['AWS::EC2::Route'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (route) =>
    Claim.all(
      DESTINATIONS.map((property) => {
        const range = route.get(property);
        return range.must(named).onlyIf(range.must(present));
      }),
    ).onlyIf(leadsOverLine(route)),
});

function leadsOverLine(route: Resource): Claim {
  return Claim.any([
    ...FAR_ENDS.map((property) => route.get(property).must(present)),
    byAlternative(route.get('GatewayId'), (value) => {
      switch (value.kind) {
        case 'absent':
          return Claim.BREAKS;
        case 'reference':
          return value.resource.type === 'AWS::EC2::VPNGateway' ? Claim.HOLDS : Claim.BREAKS;
        case 'known':
          return String(value.value).startsWith('vgw-') ? Claim.HOLDS : Claim.BREAKS;
        default:
          return UNDETERMINED;
      }
    }),
  ]);
}
