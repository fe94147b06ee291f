import { absent } from '../../model/requirement';
import { defineRule } from '../define';

export const IsolatedZoneHasNoInternetGateway = defineRule({
  id: 'IsolatedZoneHasNoInternetGateway',
  clauses: ['4(1)①', '4(2)①'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のVPCに、インターネットゲートウェイを接続しない',
    en: 'VPCs of the my-number and LGWAN zones have no internet gateway',
  },
  fix: {
    ja: 'インターネットゲートウェイの接続を削除し、AWSサービスへはVPCエンドポイントを用いてください（CDKではMyNumberVpc又はLgwanVpcを使用）。',
    en: 'Remove the attachment of the internet gateway and reach AWS services through VPC endpoints (in CDK: use MyNumberVpc or LgwanVpc).',
  },
  resources: ['AWS::EC2::VPCGatewayAttachment'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: (attachment) => attachment.get('InternetGatewayId').must(absent),
});
