import { limitsRequests } from '../../analysis/network/endpoint-policies';
import { defineRule } from '../define';

export const EndpointPolicyLimitsRequests = defineRule({
  id: 'EndpointPolicyLimitsRequests',
  clauses: ['9.2(6)①(カ)'],
  title: {
    ja: 'インターネット接続系及び管理系のVPCエンドポイントは、通す要求をエンドポイントポリシーで限る',
    en: 'VPC endpoints of the Internet and management zones limit what passes by an endpoint policy',
  },
  why: {
    ja: 'ポリシーのないエンドポイントは、侵入された一台からでも、攻撃者のアカウントのバケットへデータを運ぶ道になり、公開用の出口の監視にもかからない。',
    en: 'An endpoint without a policy is a way for one intruded server to carry data into a bucket of the attacker, past whatever watches the way out to the Internet.',
  },
  fix: {
    ja: 'AWS::EC2::VPCEndpointのPolicyDocumentに、必要な操作とリソースだけを許可するか、aws:PrincipalAccount、aws:ResourceAccount等の条件を付けてください。',
    en: 'In PolicyDocument of the AWS::EC2::VPCEndpoint allow only the actions and resources that are needed, or add conditions such as aws:PrincipalAccount and aws:ResourceAccount.',
  },
  cdk: {
    ja: 'InternetVpc又はManagementVpcのエンドポイントを用いるか、endpoint.addToPolicy()を呼ぶ',
    en: 'use the endpoints of InternetVpc or ManagementVpc, or call endpoint.addToPolicy()',
  },
  // The clause asks that traffic inside the cloud is controlled, not how finely; these zones are not closed.
  duty: 'should',
  resources: ['AWS::EC2::VPCEndpoint'],
  appliesTo: { zones: ['internet', 'management'] },
  check: limitsRequests,
});
