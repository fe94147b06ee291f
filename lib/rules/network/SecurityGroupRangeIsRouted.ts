import { type AddressRange, isNowhere, parseRange } from '../../analysis/network/addresses';
import { byAlternative, under } from '../../analysis/network/alternatives';
import { addressesOf, EVERYWHERE } from '../../analysis/network/reach/address-sets';
import { contains, meets } from '../../analysis/network/reach/intervals';
import { routedFrom } from '../../analysis/network/routed';
import { everyRule, type TrafficRule } from '../../analysis/network/security-groups';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import { type Context, defineRule } from '../define';
import { JOINED, lapsesWith } from '../reliefs';

const REQUIRED = {
  ja: 'このVPCからの経路がある範囲',
  en: 'a range to which this VPC has a route',
};

export const SecurityGroupRangeIsRouted = defineRule({
  id: 'SecurityGroupRangeIsRouted',
  clauses: ['7.1(8)①'],
  title: {
    ja: 'セキュリティグループは、経路のないアドレスの範囲を許可しない',
    en: 'Security groups allow no range of addresses to which there is no route',
  },
  why: {
    ja: '経路のない範囲への許可は今は何も通さないが、後に経路が加わったとき、誰も点検しないまま通信が開く。',
    en: 'What is allowed where no route leads lets nothing through today, and opens unseen on the day when somebody adds the route.',
  },
  fix: {
    ja: 'SecurityGroupIngress又はSecurityGroupEgressから、AWS::EC2::Routeのない範囲（CidrIp、CidrIpv6）の許可を削除するか、必要な経路を加えてください。',
    en: 'Remove rules of SecurityGroupIngress or SecurityGroupEgress for ranges (CidrIp, CidrIpv6) to which no AWS::EC2::Route leads, or add the route that is needed.',
  },
  cdk: {
    ja: 'addIngressRule又はaddEgressRuleのPeer.ipv4に、経路のある範囲を指定する',
    en: 'in Peer.ipv4 of addIngressRule or addEgressRule, a range to which there is a route',
  },
  // Routes are often added by whoever manages the network, in another repository.
  duty: 'should',
  relievedBy: [JOINED, lapsesWith('AWS::EC2::VPCEndpointService')],
  resources: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  check: (resource, context) =>
    Claim.all(
      (['ingress', 'egress'] as const)
        .filter((direction) => !resource.type.endsWith(direction === 'ingress' ? 'Egress' : 'Ingress'))
        .map((direction) => everyRule(resource, direction, (rule) => isRouted(rule, context))),
    ),
});

function isRouted(rule: TrafficRule, context: Context): Claim {
  return Claim.all(
    ['CidrIp', 'CidrIpv6'].map((property) => {
      const field = rule.field.get(property);
      return byAlternative(field, (value) => {
        if (value.kind === 'absent') return Claim.HOLDS;
        const range = value.kind === 'known' ? parseRange(String(value.value)) : undefined;
        if (range !== undefined && isNowhere(range)) return Claim.HOLDS;
        const version = range?.version ?? (property === 'CidrIp' ? 4 : 6);
        return Claim.all(groupsOf(rule).map((group) => hasRoute({ version, range }, field, group, context)));
      });
    }),
  );
}

function groupsOf({ group }: TrafficRule): readonly Resource[] {
  return 'path' in group
    ? group
        .references()
        .flatMap(({ value }) => (value.resource.type === 'AWS::EC2::SecurityGroup' ? value.resource : []))
    : [group];
}

/** @param range undefined where it is not known: then there must be a route to everywhere */
function hasRoute(
  { version, range }: { readonly version: 4 | 6; readonly range: AddressRange | undefined },
  field: Field,
  group: Resource,
  context: Context,
): Claim {
  if (answersPrivateLink(group)) return Claim.HOLDS;
  return byAlternative(group.get('VpcId'), (vpc) => {
    if (vpc.kind !== 'reference' || vpc.resource.type !== 'AWS::EC2::VPC') return Claim.HOLDS;
    return Claim.all(
      routedFrom(vpc.resource, context)
        .filter(({ addresses }) =>
          range === undefined
            ? !contains(addresses[version], EVERYWHERE[version])
            : !meets(addresses[version], addressesOf(range)),
        )
        .map(({ when }) =>
          under(
            when,
            field.states(
              range === undefined ? 'undetermined' : 'breaks',
              range === undefined
                ? { ja: '配備前に定まらない範囲', en: 'a range that is not known before deployment' }
                : {
                    ja: `${vpc.resource.logicalId}から経路のない範囲`,
                    en: `a range to which ${vpc.resource.logicalId} has no route`,
                  },
              REQUIRED,
            ),
          ),
        ),
    );
  });
}

/** Clients of an endpoint service keep their addresses in the eyes of its load balancer, and need no route to arrive. */
function answersPrivateLink(group: Resource): boolean {
  const { deployment } = group;
  return deployment
    .referrers(group, 'AWS::ElasticLoadBalancingV2::LoadBalancer', 'SecurityGroups')
    .some(
      ({ resource }) =>
        deployment.referrers(resource, 'AWS::EC2::VPCEndpointService', 'NetworkLoadBalancerArns').length > 0,
    );
}
