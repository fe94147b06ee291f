import { limitsRequests } from '../../analysis/network/endpoint-policies';
import { defineRule } from '../define';

export const VpcEndpointHasPolicy = defineRule({
  id: 'VpcEndpointHasPolicy',
  clauses: ['9.2(6)①(カ)', '4(1)①', '4(2)①', '4(1)②(イ)'],
  title: {
    ja: 'マイナンバー利用事務系及びLGWAN接続系のVPCエンドポイントは、通す要求をエンドポイントポリシーで限る',
    en: 'VPC endpoints of the my-number and LGWAN zones limit what passes by an endpoint policy',
  },
  why: {
    ja: 'エンドポイントは他人のアカウントのバケットにも通じる。ポリシーで限らなければ、閉域の中から攻撃者のバケットへ住民情報を書き込める。',
    en: 'An endpoint also leads to buckets of other accounts. Unless a policy limits it, resident records can be copied from inside the closed zone into a bucket of an attacker.',
  },
  fix: {
    ja: 'AWS::EC2::VPCEndpointのPolicyDocumentに、必要な操作とリソースだけを許可するか、aws:PrincipalAccount、aws:ResourceAccount等の条件を付けてください。指定しない場合、他のアカウントへの持ち出しを含む全ての要求が通ります。',
    en: 'In PolicyDocument of the AWS::EC2::VPCEndpoint allow only the actions and resources that are needed, or add conditions such as aws:PrincipalAccount and aws:ResourceAccount. Without a policy every request passes, those that carry data to another account among them.',
  },
  cdk: {
    ja: 'MyNumberVpc等のエンドポイントを用いるか、endpoint.addToPolicy()を呼ぶ',
    en: 'use the endpoints of MyNumberVpc and its kind, or call endpoint.addToPolicy()',
  },
  resources: ['AWS::EC2::VPCEndpoint'],
  appliesTo: { zones: ['my-number', 'lgwan'] },
  check: limitsRequests,
});
