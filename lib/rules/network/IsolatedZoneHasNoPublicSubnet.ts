import { under } from '../../analysis/network/alternatives';
import { notInternetGateway, routesOfSubnet } from '../../analysis/network/routes';
import { toldOf } from '../../analysis/network/separation';
import { Claim } from '../../model/claim';
import { absent, isFalse } from '../../model/requirement';
import { defineRule } from '../define';

export const IsolatedZoneHasNoPublicSubnet = defineRule({
  id: 'IsolatedZoneHasNoPublicSubnet',
  clauses: ['4(1)①', '4(2)①'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系に、パブリックサブネットを置かない',
    en: 'The my-number and LGWAN zones have no public subnet',
  },
  why: {
    ja: 'パブリックサブネットに置いたものは起動時に公開アドレスを得るか、インターネットへの経路を持つため、置き場所を誤っただけで閉域の外に出る。',
    en: 'What is started in a public subnet gets a public address or a route to the Internet: one wrong placement puts a closed system outside.',
  },
  fix: {
    ja: 'サブネットのMapPublicIpOnLaunchをfalseとし（又は指定せず）、関連付けるルートテーブルからインターネットゲートウェイへの経路を削除してください。',
    en: 'Set MapPublicIpOnLaunch of the subnet to false (or leave it out), and remove the routes to an internet gateway from the route table that it is associated with.',
  },
  cdk: {
    ja: 'subnetTypeをSubnetType.PRIVATE_ISOLATEDとする',
    en: 'subnetType: SubnetType.PRIVATE_ISOLATED',
  },
  resources: ['AWS::EC2::Subnet'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (subnet, context) =>
    subnet
      .get('MapPublicIpOnLaunch')
      .orDefault(false)
      .must(isFalse)
      .and(
        Claim.all(
          routesOfSubnet(subnet).map(({ resource: route, when }) =>
            under(
              when,
              Claim.all([
                route.get('GatewayId').must(notInternetGateway),
                route.get('CarrierGatewayId').must(absent),
              ])
                // Traffic that passes is told by ZonesAreApart, with its way.
                .or(Claim.when(toldOf(context, route)))
                .explained(
                  'RouteTable',
                  {
                    ja: `ルートテーブルの経路${route.logicalId}がインターネットゲートウェイへ向く（又はその可能性がある）`,
                    en: `one with the route ${route.logicalId}, which leads to an internet gateway or may do so`,
                  },
                  {
                    ja: 'インターネットゲートウェイへの経路のないこと',
                    en: 'no route to an internet gateway',
                  },
                ),
            ),
          ),
        ),
      ),
});
