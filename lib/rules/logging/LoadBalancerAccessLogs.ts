import { attributeIsOn } from '../../analysis/load-balancers';
import { hasVendedLogs } from '../../analysis/vended-logs';
import { Claim } from '../../model/claim';
import { equals, isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const LoadBalancerAccessLogs = defineRule({
  id: 'LoadBalancerAccessLogs',
  clauses: ['7.1(6)①', '8.1⑤'],
  title: {
    ja: 'ロードバランサーは、アクセスログを取得する',
    en: 'Load balancers keep an access log',
  },
  fix: {
    ja: 'LoadBalancerAttributesでaccess_logs.s3.enabledをtrueとし、access_logs.s3.bucketに保管先を指定してください。Classic Load BalancerではAccessLoggingPolicyを用います（CDKではAccessLogBucketのreceiveFrom()又はlogAccessLogs()）。',
    en: 'In LoadBalancerAttributes set access_logs.s3.enabled to true and access_logs.s3.bucket to where logs are kept; for a Classic Load Balancer use AccessLoggingPolicy (in CDK: receiveFrom() of AccessLogBucket, or logAccessLogs()).',
  },
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
