import { defineRule } from '../define';

export const IsolatedZoneHasNoEgressOnlyGateway = defineRule({
  id: 'IsolatedZoneHasNoEgressOnlyGateway',
  clauses: ['4(1)①', '4(2)①'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のVPCに、IPv6でインターネットへ出るゲートウェイを置かない',
    en: 'VPCs of the my-number and LGWAN zones have no egress-only internet gateway',
  },
  why: {
    ja: 'このゲートウェイがあると、IPv4の経路を全て閉じていても、サーバがIPv6で直接インターネットへ出て、情報を送ることができる。',
    en: 'With this gateway servers send data to the Internet directly over IPv6, even where every IPv4 route is closed.',
  },
  fix: {
    ja: 'AWS::EC2::EgressOnlyInternetGatewayと、それを宛先とする経路を削除してください。',
    en: 'Remove the AWS::EC2::EgressOnlyInternetGateway and the routes to it.',
  },
  cdk: {
    ja: 'IPv6を用いるVpcにPRIVATE_WITH_EGRESSのサブネットを作らず、PRIVATE_ISOLATEDとする（MyNumberVpc又はLgwanVpcを用いる）',
    en: 'no PRIVATE_WITH_EGRESS subnets in a Vpc with IPv6, only PRIVATE_ISOLATED ones (or MyNumberVpc, LgwanVpc)',
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
