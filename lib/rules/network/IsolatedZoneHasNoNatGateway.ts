import { isPrivateNat } from '../../analysis/network/routes';
import { defineRule } from '../define';

export const IsolatedZoneHasNoNatGateway = defineRule({
  id: 'IsolatedZoneHasNoNatGateway',
  clauses: ['4(1)①', '4(2)①'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系に、インターネットへ出るNATゲートウェイを置かない',
    en: 'The my-number and LGWAN zones have no NAT gateway to the Internet',
  },
  why: {
    ja: 'NATゲートウェイがあれば、中のサーバに侵入した不正プログラムが外部の指令サーバと通信し、住民情報を持ち出す道になる。',
    en: 'A NAT gateway is a way out: malware on an inner server can talk to its operators and carry resident records away.',
  },
  fix: {
    ja: 'NATゲートウェイを削除し、AWSサービスへはVPCエンドポイントを用いてください。閉域網の間のアドレス変換に用いる場合は、ConnectivityTypeをprivateとし、AllocationIdを外してください。',
    en: 'Remove the NAT gateway and reach AWS services through VPC endpoints. Where it translates between private networks, set ConnectivityType to private and drop AllocationId.',
  },
  cdk: {
    ja: 'VpcのnatGatewaysを0とし、サブネットをPRIVATE_ISOLATEDとする',
    en: 'natGateways: 0 of Vpc, and PRIVATE_ISOLATED subnets',
  },
  resources: ['AWS::EC2::NatGateway'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  // A private NAT gateway has no public address, so it is no path to the Internet. Where it leads is up to the routes.
  check: isPrivateNat,
});
