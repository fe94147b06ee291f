import { attributeIsOn } from '../../analysis/load-balancers';
import { defineRule } from '../define';

export const LoadBalancerDeletionProtection = defineRule({
  id: 'LoadBalancerDeletionProtection',
  clauses: ['8.1⑥'],
  title: {
    ja: '可用性2の情報を扱うロードバランサーは、削除保護を有効にする',
    en: 'Load balancers of availability 2 are protected against deletion',
  },
  why: {
    ja: 'ロードバランサーを消すと、背後のサーバが動いていても全ての利用者がつながらなくなり、作り直したものは別の名前になる。',
    en: 'Without its load balancer a system is unreachable though its servers run, and one that is made again has another name.',
  },
  fix: {
    ja: 'LoadBalancerAttributesでdeletion_protection.enabledをtrueにしてください。',
    en: 'Set deletion_protection.enabled to true in LoadBalancerAttributes.',
  },
  cdk: {
    ja: 'ApplicationLoadBalancer又はNetworkLoadBalancerのdeletionProtectionをtrueとする',
    en: 'deletionProtection: true of ApplicationLoadBalancer or NetworkLoadBalancer',
  },
  // A load balancer holds no data: it can be made again from its template.
  duty: 'should',
  resources: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  appliesTo: { zones: ['my-number'], orAvailabilityAtLeast: 2 },
  check: (balancer) => attributeIsOn(balancer, 'deletion_protection.enabled'),
});
