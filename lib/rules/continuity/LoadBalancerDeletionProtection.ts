import { attributeIsOn } from '../../analysis/load-balancers';
import { defineRule } from '../define';

export const LoadBalancerDeletionProtection = defineRule({
  id: 'LoadBalancerDeletionProtection',
  clauses: ['8.1⑥'],
  title: {
    ja: '可用性の求められるロードバランサーは、削除保護を有効にする',
    en: 'Load balancers whose availability matters are protected against deletion',
  },
  fix: {
    ja: 'LoadBalancerAttributesでdeletion_protection.enabledをtrueにしてください（CDKではdeletionProtection: true）。',
    en: 'Set deletion_protection.enabled to true in LoadBalancerAttributes (in CDK: deletionProtection: true).',
  },
  // A load balancer holds no data: it can be made again from its template.
  duty: 'should',
  resources: ['AWS::ElasticLoadBalancingV2::LoadBalancer'],
  appliesTo: { zones: ['my-number'], orAvailabilityAtLeast: 2 },
  check: (balancer) => attributeIsOn(balancer, 'deletion_protection.enabled'),
});
