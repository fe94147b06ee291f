import { type AccuracyCase, accuracyCases, ref, res, vpc } from './support';

const IGW = res('AWS::EC2::InternetGateway');

const attach = (to: object, beside: object = {}) =>
  res('AWS::EC2::VPCGatewayAttachment', { VpcId: ref('Vpc'), ...to }, beside);

const subnet = (more: object) =>
  res('AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock: '10.20.1.0/24', ...more });

const route = (more: object) =>
  res('AWS::EC2::Route', { RouteTableId: ref('Table'), DestinationCidrBlock: '0.0.0.0/0', ...more });

const TABLE = res('AWS::EC2::RouteTable', { VpcId: ref('Vpc') });

const FLAG = { Type: 'String', Default: 'false' };

/** Ways out of a zone: gateways, routes, public addresses. */
const WAYS_OUT: readonly AccuracyCase[] = [
  {
    name: 'an internet gateway is attached to the VPC of the zone',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Attach',
    resources: { Vpc: vpc(), Igw: IGW, Attach: attach({ InternetGatewayId: ref('Igw') }) },
  },
  {
    name: 'the attached gateway is that of the dedicated line',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Attach',
    resources: {
      Vpc: vpc(),
      Vgw: res('AWS::EC2::VPNGateway', { Type: 'ipsec.1' }),
      Attach: attach({ VpnGatewayId: ref('Vgw') }),
    },
  },
  {
    name: 'the gateway is attached in one of two environments, which is deployed too',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Attach',
    template: {
      Parameters: { Env: { Type: 'String', Default: 'prod' } },
      Conditions: { Trial: { 'Fn::Equals': [ref('Env'), 'trial'] } },
      Resources: {
        Vpc: vpc(),
        Igw: res('AWS::EC2::InternetGateway', {}, { Condition: 'Trial' }),
        Attach: attach({ InternetGatewayId: ref('Igw') }, { Condition: 'Trial' }),
      },
    },
  },
  {
    name: 'the gateway is attached under a condition that never holds',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Attach',
    template: {
      Conditions: { Never: { 'Fn::Equals': ['on', 'off'] } },
      Resources: {
        Vpc: vpc(),
        Igw: res('AWS::EC2::InternetGateway', {}, { Condition: 'Never' }),
        Attach: attach({ InternetGatewayId: ref('Igw') }, { Condition: 'Never' }),
      },
    },
  },
  {
    name: 'the alternative with the internet gateway contradicts the condition of the attachment',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Attach',
    template: `
Parameters: { Env: { Type: String, AllowedValues: [prod, stage] } }
Conditions:
  Prod: !Equals [!Ref Env, prod]
  NotProd: !Not [!Condition Prod]
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Attach:
    Type: AWS::EC2::VPCGatewayAttachment
    Condition: NotProd
    Properties:
      VpcId: !Ref Vpc
      InternetGatewayId: !If [Prod, igw-0a1b2c3d4e5f60718, !Ref AWS::NoValue]
      VpnGatewayId: !If [Prod, !Ref AWS::NoValue, vgw-0a1b2c3d4e5f60718]
`,
  },
  {
    name: 'the tag of the VPC wins over the metadata of an Internet template',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Attach',
    zone: 'none',
    template: {
      Metadata: { Jichitai: { Zone: 'internet' } },
      Resources: { Vpc: vpc('my-number'), Igw: IGW, Attach: attach({ InternetGatewayId: ref('Igw') }) },
    },
  },
  {
    name: 'the VPC is tagged as one of the Internet zone in a template of the my-number zone',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Attach',
    zone: 'none',
    template: {
      Metadata: { Jichitai: { Zone: 'my-number' } },
      Resources: { Vpc: vpc('internet'), Igw: IGW, Attach: attach({ InternetGatewayId: ref('Igw') }) },
    },
  },
  {
    name: 'an egress-only gateway lets IPv6 of the LGWAN zone out',
    clause: '4(2)①',
    expect: 'violation',
    on: 'Out',
    zone: 'lgwan',
    resources: { Vpc: vpc(), Out: res('AWS::EC2::EgressOnlyInternetGateway', { VpcId: ref('Vpc') }) },
  },
  {
    name: 'a NAT gateway without ConnectivityType is a public one',
    clause: '4(2)①',
    expect: 'violation',
    on: 'Nat',
    template: `
Metadata: { Jichitai: { Zone: lgwan } }
Resources:
  Eip: { Type: AWS::EC2::EIP, Properties: { Domain: vpc } }
  Nat:
    Type: AWS::EC2::NatGateway
    Properties: { SubnetId: subnet-0123, AllocationId: !GetAtt Eip.AllocationId }
`,
  },
  {
    name: 'a private NAT gateway only translates addresses that overlap',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Nat',
    resources: {
      Vpc: vpc(),
      Inside: subnet({}),
      Nat: res('AWS::EC2::NatGateway', { SubnetId: ref('Inside'), ConnectivityType: 'private' }),
    },
  },
  {
    name: 'the default route leads to a NAT gateway of the template',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Default',
    resources: {
      Vpc: vpc(),
      Table: TABLE,
      Inside: subnet({}),
      Nat: res('AWS::EC2::NatGateway', { SubnetId: ref('Inside'), AllocationId: 'eipalloc-1' }),
      Default: route({ NatGatewayId: ref('Nat') }),
    },
  },
  {
    // Corrected from violation: the name of an export proves nothing, and the dedicated line takes ::/0 as well.
    name: 'an IPv6 default route leads to a gateway that is imported',
    clause: '4(1)①',
    expect: 'undetermined',
    on: 'Default',
    template: `
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Default:
    Type: AWS::EC2::Route
    Properties:
      RouteTableId: !Ref Table
      DestinationIpv6CidrBlock: ::/0
      GatewayId: !ImportValue shared-InternetGatewayId
`,
  },
  {
    name: 'the city network is reached through the gateway of the dedicated line',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'ToCity',
    resources: {
      Vpc: vpc(),
      Table: TABLE,
      Vgw: res('AWS::EC2::VPNGateway', { Type: 'ipsec.1' }),
      ToCity: route({ DestinationCidrBlock: '10.128.0.0/16', GatewayId: ref('Vgw') }),
    },
  },
  {
    name: 'a route to a transit gateway of which nothing is known',
    clause: '4(1)①',
    expect: 'undetermined',
    on: 'Shared',
    template: `
Parameters: { Tgw: { Type: String, Default: tgw-0aaa } }
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Table: { Type: AWS::EC2::RouteTable, Properties: { VpcId: !Ref Vpc } }
  Shared:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 10.0.0.0/8, TransitGatewayId: !Ref Tgw }
`,
  },
  {
    name: 'the profile knows that the transit gateway belongs to the zone',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Shared',
    profile: {
      facts: {
        customerManagedKeys: [],
        zoneOf: { 'tgw-0aaa': 'my-number' },
        prefixLists: {},
        outsideAccounts: [],
        developmentAccounts: [],
      },
    },
    resources: {
      Vpc: vpc(),
      Table: TABLE,
      Shared: route({ DestinationCidrBlock: '10.0.0.0/8', TransitGatewayId: 'tgw-0aaa' }),
    },
  },
  {
    name: 'an elastic IP address in the zone',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Address',
    resources: { Address: res('AWS::EC2::EIP', { Domain: 'vpc' }) },
  },
  {
    name: 'the subnet hands out public addresses, written as a string',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Front',
    resources: { Vpc: vpc(), Front: subnet({ MapPublicIpOnLaunch: 'true' }) },
  },
  {
    name: 'yes is true in YAML as CloudFormation reads it',
    clause: '4(2)①',
    expect: 'violation',
    on: 'Front',
    template: `
Metadata: { Jichitai: { Zone: lgwan } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Front:
    Type: AWS::EC2::Subnet
    Properties: { VpcId: !Ref Vpc, CidrBlock: 10.0.1.0/24, MapPublicIpOnLaunch: yes }
`,
  },
  {
    name: 'a subnet that says nothing hands out none',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Back',
    resources: { Vpc: vpc(), Back: subnet({ AvailabilityZone: 'ap-northeast-1a' }) },
  },
  {
    name: 'whoever deploys may turn public addresses on; the default does not bind',
    clause: '4(1)①',
    expect: 'undetermined',
    on: 'Front',
    template: {
      Parameters: { Public: FLAG },
      Resources: { Vpc: vpc(), Front: subnet({ MapPublicIpOnLaunch: ref('Public') }) },
    },
  },
  {
    name: 'the parameter allows nothing but false',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Front',
    template: {
      Parameters: { Public: { ...FLAG, AllowedValues: ['false'] } },
      Resources: { Vpc: vpc(), Front: subnet({ MapPublicIpOnLaunch: ref('Public') }) },
    },
  },
  {
    name: 'the parameter allows true beside false',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Front',
    template: {
      Parameters: { Public: { ...FLAG, AllowedValues: ['true', 'false'] } },
      Resources: { Vpc: vpc(), Front: subnet({ MapPublicIpOnLaunch: ref('Public') }) },
    },
  },
  {
    name: 'a launch template asks for a public address on its second interface',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Web',
    resources: {
      Web: res('AWS::EC2::LaunchTemplate', {
        LaunchTemplateData: {
          NetworkInterfaces: [
            { DeviceIndex: 0, AssociatePublicIpAddress: false },
            { DeviceIndex: 1, AssociatePublicIpAddress: true },
          ],
        },
      }),
    },
  },
  {
    name: 'a database of the LGWAN zone has a public address',
    clause: '4(2)①',
    expect: 'violation',
    on: 'Db',
    zone: 'lgwan',
    resources: { Db: res('AWS::RDS::DBInstance', { Engine: 'mysql', PubliclyAccessible: true }) },
  },
  {
    name: 'a database in a subnet group of a VPC without a gateway is private where it says nothing',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Db',
    resources: {
      Vpc: vpc(),
      A: subnet({ AvailabilityZone: 'ap-northeast-1a' }),
      C: subnet({ AvailabilityZone: 'ap-northeast-1c', CidrBlock: '10.20.2.0/24' }),
      Group: res('AWS::RDS::DBSubnetGroup', { SubnetIds: [ref('A'), ref('C')] }),
      Db: res('AWS::RDS::DBInstance', { Engine: 'postgres', DBSubnetGroupName: ref('Group') }),
    },
  },
  {
    name: 'an Aurora instance as CDK writes it, the subnet group being that of its cluster',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Writer',
    resources: {
      Vpc: vpc(),
      A: subnet({}),
      Group: res('AWS::RDS::DBSubnetGroup', { SubnetIds: [ref('A')] }),
      Cluster: res('AWS::RDS::DBCluster', { Engine: 'aurora-mysql', DBSubnetGroupName: ref('Group') }),
      Writer: res('AWS::RDS::DBInstance', {
        Engine: 'aurora-mysql',
        DBClusterIdentifier: ref('Cluster'),
        DBInstanceClass: 'db.r6g.large',
        PubliclyAccessible: false,
      }),
    },
  },
];

accuracyCases('segregation: ways out', WAYS_OUT);
