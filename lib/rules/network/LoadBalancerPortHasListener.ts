import { whereHolds } from '../../analysis/network/alternatives';
import { everyRule, opensOnly, ruleTypes, type TrafficRule } from '../../analysis/network/security-groups';
import { isUsed } from '../../analysis/uses';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { asNumber } from '../../model/value';
import { defineRule } from '../define';
import { lapsesWith, settingApart } from '../reliefs';

const BALANCER = 'AWS::ElasticLoadBalancingV2::LoadBalancer';
const LISTENER = 'AWS::ElasticLoadBalancingV2::Listener';
const OWN = new Set([
  BALANCER,
  'AWS::EC2::SecurityGroup',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::SecurityGroupEgress',
]);

export const LoadBalancerPortHasListener = defineRule({
  id: 'LoadBalancerPortHasListener',
  clauses: ['7.5(1)①'],
  title: {
    ja: 'ロードバランサーのセキュリティグループは、リスナーのあるポートだけを開く',
    en: 'The security group of a load balancer opens only ports on which it listens',
  },
  why: {
    ja: 'リスナーのないポートを開いておくと、後に加えられた試験用のリスナーが、点検を経ずに外部から届くものとなる。',
    en: 'A port that is open without a listener waits for one: a listener that somebody adds for a test is within reach at once, and nobody has looked at it.',
  },
  fix: {
    ja: 'SecurityGroupIngressのFromPort及びToPortを、そのロードバランサーのAWS::ElasticLoadBalancingV2::ListenerのPortに限ってください。',
    en: 'Limit FromPort and ToPort of SecurityGroupIngress to Port of each AWS::ElasticLoadBalancingV2::Listener of the load balancer.',
  },
  cdk: {
    ja: 'addListenerのopenに任せ、addIngressRuleで別のポートを開かない',
    en: 'leave it to open of addListener, and open no other port by addIngressRule',
  },
  relievedBy: [
    settingApart('AWS::ElasticLoadBalancingV2::Listener'),
    lapsesWith('AWS::EC2::Instance', 'AWS::ElasticLoadBalancingV2::LoadBalancer'),
  ],
  resources: ruleTypes('ingress'),
  check: (resource) => everyRule(resource, 'ingress', (rule) => opensListenedPorts(rule)),
});

function opensListenedPorts(rule: TrafficRule): Claim {
  const groups = 'path' in rule.group ? rule.group.references() : undefined;
  if (groups === undefined) return judged(rule, rule.group as Resource);
  return Claim.all(groups.map(({ when, value }) => judged(rule, value.resource).onlyIf(when)));
}

function judged(rule: TrafficRule, group: Resource): Claim {
  const ports = listenedPorts(group);
  if (ports === undefined) return Claim.HOLDS;
  // What else is in the group may need other ports.
  const usedElsewhere = isUsed(group, ({ type }) => OWN.has(type));
  return usedElsewhere.breaks.isAlways
    ? whereHolds(
        rule.field.present,
        opensOnly(
          rule,
          ports.map((port) => ({ from: port, to: port })),
        ),
      )
    : Claim.HOLDS;
}

/** The ports on which the load balancers in a group listen; undefined where that cannot be told, or there are none. */
function listenedPorts(group: Resource): readonly number[] | undefined {
  const { deployment } = group;
  if (deployment.openReferrers(LISTENER, 'LoadBalancerArn').length > 0) return undefined;
  const ports = new Set<number>();
  for (const { resource } of deployment.referrers(group, BALANCER, 'SecurityGroups')) {
    const listeners = deployment.referrers(resource, LISTENER, 'LoadBalancerArn');
    // Somebody else adds them: a controller, or another template.
    if (listeners.length === 0) return undefined;
    for (const { resource: listener } of listeners) {
      const port = asNumber(listener.get('Port').literal ?? null);
      if (port === undefined) return undefined;
      ports.add(port);
    }
  }
  return ports.size === 0 ? undefined : [...ports].sort((a, b) => a - b);
}
