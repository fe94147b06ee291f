import { type AccuracyCase, accuracyCases, ref, res, vpc } from './support';

const routes = (cases: readonly Omit<AccuracyCase, 'clause'>[]): readonly AccuracyCase[] =>
  cases.map((item) => ({ ...item, clause: '7.1(8)①' }));

const subnet = res('AWS::EC2::Subnet', {
  VpcId: ref('Vpc'),
  CidrBlock: '10.20.1.0/24',
  AvailabilityZone: 'ap-northeast-1a',
});
const table = res('AWS::EC2::RouteTable', { VpcId: ref('Vpc') });
const association = res('AWS::EC2::SubnetRouteTableAssociation', {
  SubnetId: ref('Subnet'),
  RouteTableId: ref('Table'),
});
const route = (properties: object) => res('AWS::EC2::Route', { RouteTableId: ref('Table'), ...properties });
const routed = { Vpc: vpc(), Subnet: subnet, Table: table, Association: association };
const attachment = (id: string, gateway: object) =>
  res('AWS::EC2::VPCGatewayAttachment', { VpcId: ref(id), ...gateway });

const entry = (egress: boolean, number: number, from: unknown, to: unknown, more: object = {}) =>
  res('AWS::EC2::NetworkAclEntry', {
    NetworkAclId: ref('Acl'),
    RuleNumber: number,
    Protocol: 6,
    RuleAction: 'allow',
    Egress: egress,
    CidrBlock: '10.20.0.0/16',
    PortRange: { From: from, To: to },
    ...more,
  });
const acl = {
  Vpc: vpc(),
  Subnet: subnet,
  Acl: res('AWS::EC2::NetworkAcl', { VpcId: ref('Vpc') }),
  AclAssociation: res('AWS::EC2::SubnetNetworkAclAssociation', {
    SubnetId: ref('Subnet'),
    NetworkAclId: ref('Acl'),
  }),
};
const ACL = ['Acl', 'In', 'Out', 'AclAssociation', 'Subnet'];

accuracyCases(
  'catalog b: routes and network ACLs that contradict',
  routes([
    {
      name: 'a route to a gateway that is attached to its VPC',
      expect: 'compliant',
      on: ['Route', 'Table'],
      zone: 'internet',
      resources: {
        ...routed,
        Igw: res('AWS::EC2::InternetGateway'),
        Attachment: attachment('Vpc', { InternetGatewayId: ref('Igw') }),
        Route: route({ DestinationCidrBlock: '0.0.0.0/0', GatewayId: ref('Igw') }),
      },
    },
    {
      name: 'a route to a gateway that is attached to another VPC',
      expect: 'violation',
      on: ['Route', 'Table', 'Attachment', 'Igw'],
      zone: 'internet',
      resources: {
        ...routed,
        Other: res('AWS::EC2::VPC', { CidrBlock: '10.30.0.0/16' }),
        Igw: res('AWS::EC2::InternetGateway'),
        Attachment: attachment('Other', { InternetGatewayId: ref('Igw') }),
        Route: route({ DestinationCidrBlock: '0.0.0.0/0', GatewayId: ref('Igw') }),
      },
    },
    {
      name: 'a route to a transit gateway of the template that nothing attaches to the VPC',
      expect: 'violation',
      on: ['Route', 'Table', 'Tgw'],
      resources: {
        ...routed,
        Tgw: res('AWS::EC2::TransitGateway', { DefaultRouteTableAssociation: 'disable' }),
        Route: route({ DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: ref('Tgw') }),
      },
    },
    {
      name: 'a route to a transit gateway, with its attachment',
      expect: 'compliant',
      on: ['Route', 'Table'],
      resources: {
        ...routed,
        Tgw: res('AWS::EC2::TransitGateway', { DefaultRouteTableAssociation: 'disable' }),
        Attachment: res('AWS::EC2::TransitGatewayAttachment', {
          VpcId: ref('Vpc'),
          TransitGatewayId: ref('Tgw'),
          SubnetIds: [ref('Subnet')],
        }),
        Route: route({ DestinationCidrBlock: '10.40.0.0/16', TransitGatewayId: ref('Tgw') }),
      },
    },
    {
      name: 'a route to a peering of two other VPCs',
      expect: 'violation',
      on: ['Route', 'Table', 'Peering'],
      resources: {
        ...routed,
        A: res('AWS::EC2::VPC', { CidrBlock: '10.30.0.0/16' }),
        B: res('AWS::EC2::VPC', { CidrBlock: '10.31.0.0/16' }),
        Peering: res('AWS::EC2::VPCPeeringConnection', { VpcId: ref('A'), PeerVpcId: ref('B') }),
        Route: route({ DestinationCidrBlock: '10.31.0.0/16', VpcPeeringConnectionId: ref('Peering') }),
      },
    },
    {
      name: 'a network ACL that lets requests in and their answers out',
      expect: 'compliant',
      on: ACL,
      resources: { ...acl, In: entry(false, 100, 443, 443), Out: entry(true, 100, 1024, 65535) },
    },
    {
      name: 'a network ACL that lets requests in and no answers out',
      expect: 'violation',
      on: ACL,
      resources: { ...acl, In: entry(false, 100, 443, 443), Out: entry(true, 100, 443, 443) },
    },
    {
      name: 'answers may leave, but to other addresses than those that ask',
      expect: 'violation',
      on: ACL,
      resources: {
        ...acl,
        In: entry(false, 100, 443, 443),
        Out: entry(true, 100, 1024, 65535, { CidrBlock: '192.168.0.0/16' }),
      },
    },
    {
      name: 'all protocols out, so answers too',
      expect: 'compliant',
      on: ACL,
      resources: {
        ...acl,
        In: entry(false, 100, 443, 443),
        Out: res('AWS::EC2::NetworkAclEntry', {
          NetworkAclId: ref('Acl'),
          RuleNumber: 100,
          Protocol: -1,
          RuleAction: 'allow',
          Egress: true,
          CidrBlock: '10.20.0.0/16',
        }),
      },
    },
    {
      name: 'an earlier number denies the answers that a later one allows',
      expect: 'violation',
      on: [...ACL, 'Deny'],
      resources: {
        ...acl,
        In: entry(false, 100, 443, 443),
        Deny: entry(true, 90, 1024, 65535, { RuleAction: 'deny' }),
        Out: entry(true, 100, 1024, 65535),
      },
    },
    {
      name: 'the ports for answers are chosen at deployment',
      expect: 'undetermined',
      on: ACL,
      template: {
        Parameters: { First: { Type: 'Number' } },
        Resources: { ...acl, In: entry(false, 100, 443, 443), Out: entry(true, 100, ref('First'), 65535) },
      },
    },
  ]),
);
