import {
  anyAlternative,
  bare,
  byAlternative,
  UNDETERMINED,
  under,
} from '../../analysis/network/alternatives';
import { addressesOf } from '../../analysis/network/reach/address-sets';
import { meets } from '../../analysis/network/reach/intervals';
import { routedFrom } from '../../analysis/network/routed';
import { sameVpc, sameVpcAt } from '../../analysis/network/same-vpc';
import { everyRule, type TrafficRule } from '../../analysis/network/security-groups';
import { ATTACHMENT_TYPES } from '../../analysis/network/transit-gateways';
import { rangesOf } from '../../analysis/network/vpc-ranges';
import { Claim, type Outcome } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import { type Context, defineRule } from '../define';
import { JOINED } from '../reliefs';

const REQUIRED = {
  ja: '同じVPC、又は接続されたVPCのセキュリティグループ',
  en: 'a security group of the same VPC, or of one that is joined to it',
};

const PEERS = { ingress: 'SourceSecurityGroupId', egress: 'DestinationSecurityGroupId' } as const;

export const SecurityGroupPeerIsJoined = defineRule({
  id: 'SecurityGroupPeerIsJoined',
  clauses: ['7.1(8)①'],
  title: {
    ja: 'セキュリティグループの規則の相手は、経路のあるVPCのセキュリティグループとする',
    en: 'Rules of security groups name groups of VPCs to which there is a connection',
  },
  why: {
    ja: '経路のない相手への許可は働かず、後に接続が設けられたとき、誰も意図しない通信を許す。',
    en: 'What is allowed to where no route leads does nothing, until somebody joins the networks for another reason and it opens.',
  },
  fix: {
    ja: 'SourceSecurityGroupId又はDestinationSecurityGroupIdには、同じVPCのセキュリティグループを指定するか、両VPCをAWS::EC2::VPCPeeringConnection等で接続してください。',
    en: 'Name a security group of the same VPC in SourceSecurityGroupId or DestinationSecurityGroupId, or join the two VPCs, as by an AWS::EC2::VPCPeeringConnection.',
  },
  cdk: {
    ja: 'connections.allowFromを、同じVPCのものの間で用いる',
    en: 'connections.allowFrom between things in one VPC',
  },
  relievedBy: [JOINED],
  resources: ['AWS::EC2::SecurityGroup', 'AWS::EC2::SecurityGroupIngress', 'AWS::EC2::SecurityGroupEgress'],
  check: (resource, context) =>
    Claim.all(
      (['ingress', 'egress'] as const)
        .filter((direction) => holdsRules(resource, direction))
        .map((direction) => everyRule(resource, direction, (rule) => isJoined(rule, context))),
    ),
});

function holdsRules({ type }: Resource, direction: 'ingress' | 'egress'): boolean {
  return !type.endsWith(direction === 'ingress' ? 'Egress' : 'Ingress');
}

function isJoined({ field, direction, group }: TrafficRule, context: Context): Claim {
  const peer = field.get(PEERS[direction]);
  return byAlternative(peer, (value) => {
    // Whose group an id is that the templates do not make is not looked into.
    if (value.kind !== 'reference' || value.resource.type !== 'AWS::EC2::SecurityGroup') return Claim.HOLDS;
    const other = value.resource.get('VpcId');
    const own =
      'path' in group ? ofGroup(group, other, context) : vpcsJoined(group.get('VpcId'), other, context);
    return own.explained(
      peer.path,
      {
        ja: `接続又は経路のないVPCの${value.resource.logicalId}`,
        en: `${value.resource.logicalId}, of a VPC that is not joined to this one, or to which no route leads`,
      },
      REQUIRED,
      peer.at,
    );
  });
}

function ofGroup(group: Field, other: Field, context: Context): Claim {
  return byAlternative(group, (value) =>
    value.kind === 'reference' && value.resource.type === 'AWS::EC2::SecurityGroup'
      ? vpcsJoined(value.resource.get('VpcId'), other, context)
      : Claim.HOLDS,
  );
}

function vpcsJoined(a: Field, b: Field, context: Context): Claim {
  const { deployment } = context;
  return anyAlternative(a, (one) =>
    anyAlternative(b, (two) => {
      const same = sameVpc(one, two);
      if (same.holds.isAlways) return same;
      // VPCs that the templates do not make may be joined outside of them.
      if (one.kind !== 'reference' || two.kind !== 'reference') return UNDETERMINED;
      return peered(one.resource, two.resource, deployment)
        .or(peered(two.resource, one.resource, deployment))
        .or(onOneTransitGateway(one.resource, two.resource, deployment))
        .and(routeLeads(one.resource, two.resource, context))
        .and(routeLeads(two.resource, one.resource, context));
    }),
  );
}

/** Says that one VPC has a route to addresses of another one, which it needs to ask as well as to answer. */
function routeLeads(from: Resource, to: Resource, context: Context): Claim {
  const ranges = rangesOf(to);
  return Claim.all(
    routedFrom(from, context).map(({ when, addresses }) => {
      const leads = ranges.some(
        ({ range }) => range === undefined || meets(addresses[range.version], addressesOf(range)),
      );
      return under(when, bare(leads ? 'holds' : 'breaks'));
    }),
  );
}

function peered(from: Resource, to: Resource, deployment: Deployment): Claim {
  return Claim.any(
    deployment
      .referrers(from, 'AWS::EC2::VPCPeeringConnection', 'VpcId')
      .map(({ resource, when }) =>
        anyAlternative(resource.get('PeerVpcId'), (value) => bare(refersTo(value, to))).and(Claim.when(when)),
      ),
  );
}

/** Which routes join two VPCs there is a matter of its own. */
function onOneTransitGateway(a: Resource, b: Resource, deployment: Deployment): Claim {
  const attachments = (vpc: Resource) =>
    ATTACHMENT_TYPES.flatMap((type) => deployment.referrers(vpc, type, 'VpcId'));
  return Claim.any(
    attachments(a).flatMap((one) =>
      attachments(b).map((two) =>
        sameVpcAt(one.resource.get('TransitGatewayId'), two.resource.get('TransitGatewayId')).and(
          Claim.when(one.when.and(two.when)),
        ),
      ),
    ),
  );
}

function refersTo(value: Value, vpc: Resource): Outcome {
  if (value.kind === 'reference') return value.resource === vpc ? 'holds' : 'breaks';
  return value.kind === 'unknown' ? 'undetermined' : 'breaks';
}
