import type { Mark } from '../../analysis/marks';
import { under } from '../../analysis/network/alternatives';
import { ATTACHMENT_TYPES } from '../../analysis/network/transit-gateways';
import { vpcsOf } from '../../analysis/network/zones';
import { Claim } from '../../model/claim';
import type { Guard } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { MARKS } from '../../policy/zones';
import { plain } from '../../text';
import { type Context, defineDeploymentRule, type Subject } from '../define';

/**
 * Connections do not lie in a VPC but lead to it, and rules of their own judge what they join. The others are
 * settings of the VPC, which may well be made by a stack of whoever manages the network, and have no zone of their own.
 */
const NO_MEMBERS: ReadonlySet<string> = new Set([
  ...ATTACHMENT_TYPES,
  'AWS::EC2::VPCPeeringConnection',
  'AWS::EC2::VPCGatewayAttachment',
  'AWS::EC2::VPCDHCPOptionsAssociation',
  'AWS::EC2::VPCCidrBlock',
  'AWS::EC2::SubnetCidrBlock',
  'AWS::EC2::Route',
  'AWS::EC2::SubnetRouteTableAssociation',
  'AWS::EC2::GatewayRouteTableAssociation',
  'AWS::EC2::SubnetNetworkAclAssociation',
  'AWS::EC2::NetworkAclEntry',
  'AWS::EC2::SecurityGroupIngress',
  'AWS::EC2::SecurityGroupEgress',
]);

interface Member {
  readonly resource: Resource;
  readonly when: Guard;
  readonly zones: readonly Mark[];
}

export const OneZonePerVpc = defineDeploymentRule({
  id: 'OneZonePerVpc',
  clauses: ['4(1)③', '4(2)②', '4(1)①'],
  title: {
    ja: '一つのVPCには、一つの領域の情報システムだけを置く',
    en: 'VPCs hold one zone only',
  },
  why: {
    ja: '同じVPCの中では、既定で全てのサブネットの間に経路がある。領域の異なるシステムを同居させると、分離がセキュリティグループの設定だけに懸かる。',
    en: 'Inside one VPC every subnet has a route to every other. Systems of different zones in it are kept apart by security groups alone.',
  },
  fix: {
    ja: 'VPCとその中のリソースのタグjichitai:zone（又はテンプレートのMetadata.Jichitai.Zone）を一致させるか、領域ごとにVPCを分けてください。',
    en: 'Make the tag jichitai:zone (or Metadata.Jichitai.Zone of the template) of the VPC and of what lies in it agree, or give each zone a VPC of its own.',
  },
  cdk: {
    ja: '領域ごとにスタックを分け、ZoneMarking.of(stack).declare({ zone })で宣言する',
    en: 'one stack for each zone, declared by ZoneMarking.of(stack).declare({ zone })',
  },
  checkDeployment: (context) => {
    const members = membersOf(context);
    return [...members].flatMap(([vpc, list]) => subjectsOf(vpc, list, context));
  },
});

/** What lies in each VPC and declares a zone of its own. */
function membersOf({ deployment, marks }: Context): ReadonlyMap<Resource, readonly Member[]> {
  const members = new Map<Resource, Member[]>();
  for (const resource of deployment.resources) {
    if (resource.type === 'AWS::EC2::VPC' || NO_MEMBERS.has(resource.type)) continue;
    const vpcs = vpcsOf(resource);
    if (vpcs.size === 0) continue;
    const zones = marks.declared(resource, 'zone').filter(({ value }) => value !== undefined);
    if (zones.length === 0) continue;
    for (const [vpc, when] of vpcs) {
      const list = members.get(vpc);
      if (list === undefined) members.set(vpc, [{ resource, when, zones }]);
      else list.push({ resource, when, zones });
    }
  }
  return members;
}

function subjectsOf(vpc: Resource, members: readonly Member[], { marks }: Context): readonly Subject[] {
  const own = marks.of(vpc, 'zone');
  const declared = own.some(({ value }) => value !== undefined);
  // Where the VPC declares nothing, the first member speaks for it.
  const reference = declared ? { resource: vpc, zones: own } : members[0];
  if (reference === undefined) return [];
  return members
    .filter(({ resource }) => resource !== reference.resource)
    .map(({ resource, when, zones }) => ({
      resource,
      claim: under(when, agree(zones, reference.zones, reference.resource)),
    }));
}

function agree(zones: readonly Mark[], others: readonly Mark[], other: Resource): Claim {
  // Marks that are the same are one object.
  if (zones[0] === others[0] && zones.length === 1 && others.length === 1) return Claim.HOLDS;
  return Claim.all(
    zones.flatMap((left) =>
      others.map((right) => {
        const when = left.when.and(right.when);
        if (right.value === undefined || left.value === right.value || when.isNever) return Claim.HOLDS;
        return under(
          when,
          Claim.of('breaks', {
            path: MARKS.zone.tag,
            actual: plain(String(left.value)),
            required: {
              ja: `${other.logicalId}と同じ${right.value}`,
              en: `${right.value}, as for ${other.logicalId}`,
            },
          }),
        );
      }),
    ),
  );
}
