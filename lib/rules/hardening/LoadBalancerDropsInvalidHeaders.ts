import { attributeIsOn } from '../../analysis/load-balancers';
import { whereHolds } from '../../analysis/network/alternatives';
import { equals } from '../../model/requirement';
import { defineRule } from '../define';

export const LoadBalancerDropsInvalidHeaders = defineRule({
  id: 'LoadBalancerDropsInvalidHeaders',
  clauses: ['7.1(10)④', '7.5(7)'],
  title: {
    ja: 'アプリケーションロードバランサーは、不正な形式のヘッダーを除く',
    en: 'Application load balancers drop invalid header fields',
  },
  why: {
    ja: 'ロードバランサーとサーバとでヘッダーの読み方が異なると、攻撃者は別の要求を紛れ込ませ（HTTPリクエストスマグリング）、ウェブACLの検査や他の利用者のログインをすり抜ける。',
    en: 'Where the load balancer and the server read a header differently, attackers smuggle a second request past the web ACL or into the session of another user.',
  },
  fix: {
    ja: 'LoadBalancerAttributesに、Keyをrouting.http.drop_invalid_header_fields.enabled、Valueを"true"とする項目を加えてください。',
    en: 'Add an item with Key routing.http.drop_invalid_header_fields.enabled and Value "true" to LoadBalancerAttributes.',
  },
  cdk: {
    ja: 'ApplicationLoadBalancerのdropInvalidHeaderFieldsをtrueとする',
    en: 'dropInvalidHeaderFields: true of ApplicationLoadBalancer',
  },
  // The clause asks for a firewall before web servers; this makes it harder to get around.
  duty: 'should',
  resources: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  check: (balancer) =>
    whereHolds(
      balancer.get('Type').orDefault('application').must(equals('application')),
      attributeIsOn(balancer, 'routing.http.drop_invalid_header_fields.enabled'),
    ),
});
