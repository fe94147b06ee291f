import { noneOf } from '../../model/requirement';
import { defineRule } from '../define';

export const PrivateLinkTrafficPassesSecurityGroup = defineRule({
  id: 'PrivateLinkTrafficPassesSecurityGroup',
  clauses: ['7.1(8)②', '4(1)①', '9.2(6)①(カ)'],
  title: {
    ja: 'ロードバランサーのセキュリティグループは、PrivateLinkを経た通信にも適用する',
    en: 'Security groups of load balancers hold for traffic that comes by PrivateLink as well',
  },
  why: {
    ja: '適用を外すと、エンドポイントサービスに接続した他の領域又は他の団体のVPCから、どのアドレスの通信も業務システムに届く。',
    en: 'Without it, whatever address a VPC of another zone or body sends from reaches the system through the endpoint service.',
  },
  fix: {
    ja: 'AWS::ElasticLoadBalancingV2::LoadBalancerのEnforceSecurityGroupInboundRulesOnPrivateLinkTrafficをonとする（既定）か、記述しないでください。',
    en: 'Set EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic of the AWS::ElasticLoadBalancingV2::LoadBalancer to on, or leave it out: that is the default.',
  },
  cdk: {
    ja: 'NetworkLoadBalancerのenforceSecurityGroupInboundRulesOnPrivateLinkTrafficをfalseとしない',
    en: 'no enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: false of NetworkLoadBalancer',
  },
  resources: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check: (balancer) =>
    balancer.get('EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic').orDefault('on').must(noneOf('off')),
});
