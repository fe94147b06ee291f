import { Claim } from '../../model/claim';
import { matching } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

export const AutoScalingChecksHealth = defineRule({
  id: 'AutoScalingChecksHealth',
  clauses: ['5.1(2)'],
  title: {
    ja: 'ロードバランサーの背後のAuto Scalingグループは、ロードバランサーのヘルスチェックにより故障したサーバを置き換える',
    en: 'Auto Scaling groups behind a load balancer replace the servers that fail its health check',
  },
  why: {
    ja: '既定ではサーバの起動しか確かめないため、応答しなくなったサーバが残り、冗長化が失われたままとなる。',
    en: 'By default it is only checked that a server runs, so that one that answers no more stays, and redundancy is gone unnoticed.',
  },
  fix: {
    ja: 'HealthCheckTypeをELBとし、HealthCheckGracePeriodに起動に要する秒数を指定してください。',
    en: 'Set HealthCheckType to ELB, and HealthCheckGracePeriod to the seconds that a server needs to start.',
  },
  cdk: {
    ja: 'AutoScalingGroupのhealthChecksにHealthChecks.withAdditionalChecksでELBを指定する',
    en: 'healthChecks of AutoScalingGroup: HealthChecks.withAdditionalChecks with ELB',
  },
  // The clause asks for a quick change to another server, and names no means.
  duty: 'should',
  resources: ['AWS::AutoScaling::AutoScalingGroup'],
  appliesTo: { orAvailabilityAtLeast: 2 },
  check: (group) =>
    group
      .get('HealthCheckType')
      .orDefault('EC2')
      .must(matching(/\bELB\b/, { ja: 'ELB', en: 'ELB' }))
      .onlyIf(isBehindBalancer(group)),
});

function isBehindBalancer(group: Resource): Claim {
  return Claim.any(
    ['TargetGroupARNs', 'LoadBalancerNames'].map((list) =>
      group
        .get(list)
        .items()
        .some(() => Claim.HOLDS),
    ),
  );
}
