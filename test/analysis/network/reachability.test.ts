import type { Packet } from '../../../lib/analysis/network/reachability';
import { reachabilityOf } from '../../../lib/analysis/network/reachability';
import { parseV4, parseV6 } from '../../../lib/model/cidr';
import type { Deployment } from '../../../lib/model/deployment';
import { MIYAZAKI } from '../../../lib/policy/profile';
import { deploymentOf } from '../../helpers/inline';

const ref = (name: string) => ({ Ref: name });
const make = (Type: string, Properties: object = {}, more: object = {}) => ({ Type, Properties, ...more });
type Body = Record<string, unknown>;

const address = (text: string) => (text.includes(':') ? parseV6(text) : parseV4(text)) as bigint;
/** A TCP packet from a client's port. */
const tcp = (source: string, destination: string, port: number): Packet => ({
  family: source.includes(':') ? 6 : 4,
  source: address(source),
  destination: address(destination),
  protocol: 6,
  sourcePort: 40000,
  destinationPort: port,
});

const resource = (deployment: Deployment, name: string) => {
  const found = deployment.resources.find(({ logicalId }) => logicalId === name);
  if (found === undefined) throw new Error(name);
  return found;
};

function flows(body: Body | readonly Body[], from: string, to: string) {
  const templates = Array.isArray(body) ? body : [body];
  const deployment = deploymentOf(...templates.map((one) => ('Resources' in one ? one : { Resources: one })));
  const end = (name: string) => (name === 'internet' ? name : resource(deployment, name));
  return reachabilityOf({ deployment, profile: MIYAZAKI }).flows(end(from) as never, end(to) as never);
}

const group = (vpc: string, ingress: object[], egress?: object[]) =>
  make('AWS::EC2::SecurityGroup', {
    VpcId: ref(vpc),
    SecurityGroupIngress: ingress,
    ...(egress === undefined ? {} : { SecurityGroupEgress: egress }),
  });
const open = (cidr: string, port: number) => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  CidrIp: cidr,
});
const instance = (subnet: string, ip: string, sg: string, more: object = {}) =>
  make('AWS::EC2::Instance', {
    SubnetId: ref(subnet),
    PrivateIpAddress: ip,
    SecurityGroupIds: [ref(sg)],
    ...more,
  });
const site = (n: number, name: string) => ({
  [`${name}Vpc`]: make('AWS::EC2::VPC', { CidrBlock: `10.${n}.0.0/16` }),
  [`${name}Subnet`]: make('AWS::EC2::Subnet', { VpcId: ref(`${name}Vpc`), CidrBlock: `10.${n}.1.0/24` }),
  [`${name}Table`]: make('AWS::EC2::RouteTable', { VpcId: ref(`${name}Vpc`) }),
  [`${name}TableOf`]: make('AWS::EC2::SubnetRouteTableAssociation', {
    SubnetId: ref(`${name}Subnet`),
    RouteTableId: ref(`${name}Table`),
  }),
  [`${name}Group`]: group(`${name}Vpc`, [open('10.0.0.0/8', 443)]),
  [name]: instance(`${name}Subnet`, `10.${n}.1.10`, `${name}Group`),
});
const route = (table: string, cidr: string, target: object) =>
  make('AWS::EC2::Route', { RouteTableId: ref(table), DestinationCidrBlock: cidr, ...target });

const PEERED = {
  ...site(1, 'A'),
  ...site(2, 'B'),
  Peering: make('AWS::EC2::VPCPeeringConnection', { VpcId: ref('AVpc'), PeerVpcId: ref('BVpc') }),
};
const there = { ToB: route('ATable', '10.2.0.0/16', { VpcPeeringConnectionId: ref('Peering') }) };
const back = { ToA: route('BTable', '10.1.0.0/16', { VpcPeeringConnectionId: ref('Peering') }) };
const HTTPS = tcp('10.1.1.10', '10.2.1.10', 443);

describe('peering', () => {
  test('carries what groups allow where both sides have a route', () => {
    const { certain, possible } = flows({ ...PEERED, ...there, ...back }, 'A', 'B');
    expect([certain.has(HTTPS), possible.has(HTTPS)]).toEqual([true, true]);
    expect(possible.has(tcp('10.1.1.10', '10.2.1.10', 22))).toBe(false);
    expect(possible.has(tcp('10.1.1.11', '10.2.1.10', 443))).toBe(false);
  });
  test('carries nothing where the answers have no route', () => {
    expect(flows({ ...PEERED, ...there }, 'A', 'B').possible.isEmpty).toBe(true);
    expect(flows({ ...PEERED, ...back }, 'A', 'B').possible.isEmpty).toBe(true);
  });
});

const attach = (name: string) =>
  make('AWS::EC2::TransitGatewayVpcAttachment', {
    TransitGatewayId: ref('Hub'),
    VpcId: ref(`${name}Vpc`),
    SubnetIds: [ref(`${name}Subnet`)],
  });
const HUB = {
  ...site(1, 'A'),
  ...site(2, 'B'),
  AttachA: attach('A'),
  AttachB: attach('B'),
  ToB: route('ATable', '10.0.0.0/8', { TransitGatewayId: ref('Hub') }),
  ToA: route('BTable', '10.0.0.0/8', { TransitGatewayId: ref('Hub') }),
};

describe('transit gateway', () => {
  test('joins everything where it says nothing of its default tables', () => {
    expect(flows({ ...HUB, Hub: make('AWS::EC2::TransitGateway') }, 'A', 'B').certain.has(HTTPS)).toBe(true);
  });
  test('joins nothing where either default is off', () => {
    for (const off of ['DefaultRouteTableAssociation', 'DefaultRouteTablePropagation']) {
      const hub = make('AWS::EC2::TransitGateway', { [off]: 'disable' });
      expect(flows({ ...HUB, Hub: hub }, 'A', 'B').possible.isEmpty).toBe(true);
    }
  });
});

const internet = (subnet: object, more: Body = {}) => ({
  ...site(1, 'A'),
  ASubnet: make('AWS::EC2::Subnet', { VpcId: ref('AVpc'), CidrBlock: '10.1.1.0/24', ...subnet }),
  AGroup: group('AVpc', [open('0.0.0.0/0', 443)]),
  Igw: make('AWS::EC2::InternetGateway'),
  Attached: make('AWS::EC2::VPCGatewayAttachment', { VpcId: ref('AVpc'), InternetGatewayId: ref('Igw') }),
  Out: route('ATable', '0.0.0.0/0', { GatewayId: ref('Igw') }),
  ...more,
});

describe('the Internet', () => {
  const inward = tcp('203.0.113.9', '10.1.1.10', 443);
  test('reaches what has a public address', () => {
    const { certain } = flows(internet({ MapPublicIpOnLaunch: true }), 'internet', 'A');
    expect(certain.has(inward)).toBe(true);
    expect(certain.has(tcp('203.0.113.9', '10.1.1.10', 22))).toBe(false);
    expect(certain.has(tcp('10.9.0.1', '10.1.1.10', 443))).toBe(false);
  });
  test('does not reach what has none', () => {
    expect(flows(internet({}), 'internet', 'A').possible.isEmpty).toBe(true);
    expect(flows(internet({}), 'A', 'internet').possible.isEmpty).toBe(true);
  });
  test('is reached through a NAT gateway, and does not come back in by it', () => {
    const body = internet(
      {},
      {
        PublicSubnet: make('AWS::EC2::Subnet', { VpcId: ref('AVpc'), CidrBlock: '10.1.2.0/24' }),
        PublicTable: make('AWS::EC2::RouteTable', { VpcId: ref('AVpc') }),
        PublicTableOf: make('AWS::EC2::SubnetRouteTableAssociation', {
          SubnetId: ref('PublicSubnet'),
          RouteTableId: ref('PublicTable'),
        }),
        Nat: make('AWS::EC2::NatGateway', { SubnetId: ref('PublicSubnet'), AllocationId: 'eipalloc-1' }),
        Out: route('ATable', '0.0.0.0/0', { NatGatewayId: ref('Nat') }),
        PublicOut: route('PublicTable', '0.0.0.0/0', { GatewayId: ref('Igw') }),
      },
    );
    expect(flows(body, 'A', 'internet').certain.has(tcp('10.1.1.10', '203.0.113.9', 443))).toBe(true);
    expect(flows(body, 'internet', 'A').possible.isEmpty).toBe(true);
  });
});
