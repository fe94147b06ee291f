import { attributeIsOn } from '../../analysis/load-balancers';
import { hasVendedLogs } from '../../analysis/vended-logs';
import { Claim } from '../../model/claim';
import { equals, isTrue } from '../../model/requirement';
import { defineRule } from '../define';
import { settingApart } from '../reliefs';

export const LoadBalancerAccessLogs = defineRule({
  id: 'LoadBalancerAccessLogs',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'ロードバランサーは、アクセスログを取得する',
    en: 'Load balancers keep an access log',
  },
  why: {
    ja: 'ロードバランサーの背後のサーバには、利用者の本当の接続元や、サーバまで届かなかった要求が残らないことがあり、攻撃の全体を追えない。',
    en: 'Servers behind a load balancer may not see the true source of a request, nor those that were turned away before them: the attack cannot be followed as a whole.',
  },
  fix: {
    ja: 'LoadBalancerAttributesでaccess_logs.s3.enabledをtrueとし、access_logs.s3.bucketに保管先を指定してください。Classic Load BalancerではAccessLoggingPolicyを用います。',
    en: 'In LoadBalancerAttributes set access_logs.s3.enabled to true and access_logs.s3.bucket to where logs are kept; for a Classic Load Balancer use AccessLoggingPolicy.',
  },
  cdk: {
    ja: 'AccessLogBucketのreceiveFrom()又はロードバランサーのlogAccessLogs()を呼ぶ',
    en: 'receiveFrom() of AccessLogBucket, or logAccessLogs() of the load balancer',
  },
  relievedBy: [settingApart('AWS::Logs::DeliverySource')],
  resources: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'],
  check: (balancer, { deployment }) => {
    if (balancer.type === 'AWS::ElasticLoadBalancing::LoadBalancer') {
      return balancer.get('AccessLoggingPolicy.Enabled').orDefault(false).must(isTrue);
    }
    const type = balancer.get('Type').orDefault('application');
    const logs = attributeIsOn(balancer, 'access_logs.s3.enabled').or(
      hasVendedLogs(balancer, /ACCESS_LOGS$/),
    );
    // A network load balancer logs nothing but what its TLS listeners see; a gateway load balancer has no such log.
    const tls = Claim.any(
      deployment
        .referrers(balancer, 'AWS::ElasticLoadBalancingV2::Listener', 'LoadBalancerArn')
        .map(({ resource, when }) => resource.get('Protocol').must(equals('TLS')).and(Claim.when(when))),
    );
    return logs.onlyIf(type.must(equals('application')).or(type.must(equals('network')).and(tls)));
  },
});
