import { defineRule } from '../define';

export const IsolatedZoneHasNoEgressOnlyGateway = defineRule({
  id: 'IsolatedZoneHasNoEgressOnlyGateway',
  clauses: ['4(1)①', '4(2)①'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のVPCに、IPv6でインターネットへ出るゲートウェイを置かない',
    en: 'VPCs of the my-number and LGWAN zones have no egress-only internet gateway',
  },
  fix: {
    ja: 'AWS::EC2::EgressOnlyInternetGatewayと、それを宛先とする経路を削除してください（CDKではegress-onlyゲートウェイを作るサブネット種別を用いない）。',
    en: 'Remove the AWS::EC2::EgressOnlyInternetGateway and the routes to it (in CDK: use no subnets that bring one along).',
  },
  resources: ['AWS::EC2::EgressOnlyInternetGateway'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (gateway) =>
    gateway
      .get('')
      .states(
        'breaks',
        { ja: 'インターネットへ出るIPv6のゲートウェイ', en: 'a gateway to the Internet for IPv6' },
        { ja: '置かないこと', en: 'not there' },
      ),
});
