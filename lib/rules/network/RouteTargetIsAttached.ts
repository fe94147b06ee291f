import { byAlternative, UNDETERMINED } from '../../analysis/network/alternatives';
import { ofItsVpc, sameVpcAt } from '../../analysis/network/same-vpc';
import { ATTACHMENT_TYPES } from '../../analysis/network/transit-gateways';
import { namesIn } from '../../analysis/uses';
import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import type { Field } from '../../model/field';
import type { Resource } from '../../model/resource';
import type { Value } from '../../model/value';
import { defineRule } from '../define';
import { JOINED } from '../reliefs';

/** Says that a target of the deployment belongs to a VPC. */
type Belongs = (target: Resource, vpc: Field) => Claim;

const REQUIRED = {
  ja: 'このルートテーブルのVPCに接続されたもの',
  en: 'something that is attached to the VPC of the route table',
};

/** A gateway is attached by a resource of its own. */
const byAttachment =
  (property: string): Belongs =>
  (gateway, vpc) =>
    Claim.any([
      ...gateway.deployment
        .referrers(gateway, 'AWS::EC2::VPCGatewayAttachment', property)
        .map(({ resource, when }) => sameVpcAt(resource.get('VpcId'), vpc).and(Claim.when(when))),
      ...gateway.deployment
        .openReferrers('AWS::EC2::VPCGatewayAttachment', property)
        .map(({ when }) => UNDETERMINED.and(Claim.when(when))),
    ]);

const inSubnet: Belongs = (target, vpc) => ofItsVpc(target, 'SubnetId', (own) => sameVpcAt(own, vpc));
const inVpc: Belongs = (target, vpc) => sameVpcAt(target.get('VpcId'), vpc);

const TARGETS: Readonly<Record<string, Belongs>> = {
  'AWS::EC2::InternetGateway': byAttachment('InternetGatewayId'),
  'AWS::EC2::VPNGateway': byAttachment('VpnGatewayId'),
  // A NAT gateway of a whole VPC lies in no subnet.
  'AWS::EC2::NatGateway': (nat, vpc) => (nat.get('SubnetId').isAbsent ? inVpc(nat, vpc) : inSubnet(nat, vpc)),
  'AWS::EC2::NetworkInterface': inSubnet,
  'AWS::EC2::EgressOnlyInternetGateway': inVpc,
  'AWS::EC2::CarrierGateway': inVpc,
  'AWS::EC2::VPCEndpoint': inVpc,
  'AWS::NetworkFirewall::Firewall': inVpc,
  'AWS::EC2::VPCPeeringConnection': (peering, vpc) =>
    inVpc(peering, vpc).or(sameVpcAt(peering.get('PeerVpcId'), vpc)),
};

/** Properties of a route that name a target of its own VPC. */
const PROPERTIES = [
  'GatewayId',
  'NatGatewayId',
  'NetworkInterfaceId',
  'EgressOnlyInternetGatewayId',
  'CarrierGatewayId',
  'VpcEndpointId',
  'VpcPeeringConnectionId',
];

export const RouteTargetIsAttached = defineRule({
  id: 'RouteTargetIsAttached',
  clauses: ['7.1(8)①'],
  title: {
    ja: '経路の宛先は、そのルートテーブルのVPCに接続されたものとする',
    en: 'Routes lead to something that is attached to the VPC of their route table',
  },
  why: {
    ja: '接続されていない宛先への経路は通信を破棄し、誰も意図しない経路で通信させる改修を招く。',
    en: 'A route to something that is not attached drops the traffic, and invites a hasty change by which it takes a way that nobody meant.',
  },
  fix: {
    ja: 'AWS::EC2::Routeの宛先を、同じVPCのもの（AWS::EC2::VPCGatewayAttachmentで接続したゲートウェイ、同じVPCのNATゲートウェイ、そのVPCのピアリング、アタッチメントのあるTransit Gateway）としてください。',
    en: 'Point the AWS::EC2::Route at something of the same VPC: a gateway that an AWS::EC2::VPCGatewayAttachment attaches to it, a NAT gateway in it, a peering of it, or a transit gateway to which it has an attachment.',
  },
  cdk: {
    ja: '経路をSubnetのaddRoute又はVpcに作らせる',
    en: 'let Vpc, or addRoute of Subnet, make the routes',
  },
  relievedBy: [JOINED],
  resources: ['AWS::EC2::Route'],
  check: (route) =>
    Claim.all([
      ...PROPERTIES.map((property) => {
        const target = route.get(property);
        return byAlternative(target, (value) => belongs(value, target, route));
      }),
      byAlternative(route.get('TransitGatewayId'), (value) => joins(value, route)),
    ]),
});

function belongs(value: Value, target: Field, route: Resource): Claim {
  if (value.kind === 'absent') return Claim.HOLDS;
  if (value.kind === 'known' && /^(local|vpce-.*)$/.test(String(value.value))) return Claim.HOLDS;
  const named = value.kind === 'reference' ? value.resource : firewallOf(route);
  const test = named === undefined ? undefined : TARGETS[named.type];
  if (named !== undefined && test === undefined) {
    const actual = {
      ja: `種類の分からない${named.logicalId}`,
      en: `${named.logicalId}, of a kind that is not known`,
    };
    return target.states('needed', actual, REQUIRED);
  }
  const claim =
    named !== undefined && test !== undefined
      ? ofItsVpc(route, 'RouteTableId', (vpc) => test(named, vpc))
      : UNDETERMINED;
  return explain(claim, value, target);
}

/** The endpoint of a firewall is cut out of a list of endpoints, so that nothing but the text tells whose it is. */
function firewallOf(route: Resource): Resource | undefined {
  return namesIn(route.rawProperty('VpcEndpointId'))
    .map((id) => route.template.resources.get(id))
    .find((resource) => resource?.type === 'AWS::NetworkFirewall::Firewall');
}

/** The VPC needs an attachment to the transit gateway, which may be made outside of the templates where the gateway is. */
function joins(value: Value, route: Resource): Claim {
  if (value.kind === 'absent') return Claim.HOLDS;
  const { deployment } = route;
  const target = route.get('TransitGatewayId');
  const attached = ofItsVpc(route, 'RouteTableId', (vpc) =>
    Claim.any(
      attachmentsOf(vpc, deployment).map((attachment) =>
        sameVpcAt(attachment.get('VpcId'), vpc)
          .and(sameVpcAt(attachment.get('TransitGatewayId'), target))
          .and(Claim.when(attachment.exists)),
      ),
    ),
  );
  return explain(value.kind === 'reference' ? attached : attached.or(UNDETERMINED), value, target);
}

/** Attachments of a VPC, and those of which the VPC cannot be told. */
function attachmentsOf(vpc: Field, deployment: Deployment): readonly Resource[] {
  return ATTACHMENT_TYPES.flatMap((type) => [
    ...vpc.references().flatMap(({ value }) => deployment.referrers(value.resource, type, 'VpcId')),
    ...deployment.openReferrers(type, 'VpcId'),
  ]).map(({ resource }) => resource);
}

function explain(claim: Claim, value: Value, target: Field): Claim {
  const name = value.kind === 'reference' ? value.resource.logicalId : '';
  return claim.explained(
    target.path,
    claim.breaks.isNever
      ? {
          ja: `どのVPCに接続されているか分からないもの ${name}`,
          en: `something of which it is not known where it is attached ${name}`,
        }
      : { ja: `このVPCに接続されていない${name}`, en: `${name}, which is not attached to this VPC` },
    REQUIRED,
    target.at,
  );
}
