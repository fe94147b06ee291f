import { IsolatedZoneHasNoPublicSubnet } from '../../../lib/rules/network/IsolatedZoneHasNoPublicSubnet';
import { IsolatedZoneRouteStaysInside } from '../../../lib/rules/network/IsolatedZoneRouteStaysInside';
import { ruleCases } from '../../helpers/rule-cases';
import { association, ENV, either, facts, gateway, make, ref, route, subnet, table, vpc } from './pieces';

const network = { Vpc: vpc('my-number'), Table: table() };

ruleCases(IsolatedZoneRouteStaysInside, [
  {
    name: 'accepts a virtual private gateway',
    expect: 'compliant',
    resources: { ...network, Route: route({ GatewayId: 'vgw-1' }) },
  },
  {
    name: 'accepts a transit gateway: its attachment is judged by itself',
    expect: 'compliant',
    resources: {
      ...network,
      Attachment: {
        Type: 'AWS::EC2::TransitGatewayAttachment',
        Properties: { TransitGatewayId: 'tgw-1', VpcId: { Ref: 'Vpc' }, SubnetIds: ['subnet-1'] },
      },
      Route: route({ TransitGatewayId: 'tgw-1' }),
    },
    subject: 'Route',
  },
  {
    name: 'does not know a transit gateway whose attachment is made elsewhere',
    expect: 'undetermined',
    resources: { ...network, Route: route({ TransitGatewayId: 'tgw-1' }) },
  },
  {
    name: 'refuses a carrier gateway that is named as an internet gateway',
    expect: 'violation',
    resources: {
      ...network,
      Carrier: { Type: 'AWS::EC2::CarrierGateway', Properties: { VpcId: 'vpc-1' } },
      Route: route({ GatewayId: { Ref: 'Carrier' } }),
    },
  },
  {
    name: 'refuses an internet gateway, also for a part of the Internet',
    expect: 'violation',
    resources: {
      ...network,
      Gateway: gateway,
      Route: route({ GatewayId: ref('Gateway') }, '203.0.113.0/24'),
    },
    property: 'GatewayId',
  },
  {
    name: 'refuses an internet gateway by its id',
    expect: 'violation',
    resources: { ...network, Route: route({ GatewayId: 'igw-1' }) },
  },
  {
    name: 'refuses an internet gateway for IPv6',
    expect: 'violation',
    resources: {
      ...network,
      Route: make('AWS::EC2::Route', {
        RouteTableId: ref('Table'),
        DestinationIpv6CidrBlock: '::/0',
        EgressOnlyInternetGatewayId: 'eigw-1',
      }),
    },
  },
  {
    name: 'refuses a public NAT gateway',
    expect: 'violation',
    resources: {
      ...network,
      Nat: make('AWS::EC2::NatGateway', { SubnetId: 'subnet-1' }),
      Route: route({ NatGatewayId: ref('Nat') }),
    },
    message: /Nat, a NAT gateway to the Internet/,
  },
  {
    name: 'accepts a private NAT gateway',
    expect: 'compliant',
    resources: {
      ...network,
      Nat: make('AWS::EC2::NatGateway', { SubnetId: 'subnet-1', ConnectivityType: 'private' }),
      Route: route({ NatGatewayId: ref('Nat') }),
    },
  },
  {
    name: 'does not know the kind of a NAT gateway from its id',
    expect: 'undetermined',
    resources: { ...network, Route: route({ NatGatewayId: 'nat-1' }) },
  },
  {
    name: 'does not know a gateway that is imported',
    expect: 'undetermined',
    resources: { ...network, Route: route({ GatewayId: { 'Fn::ImportValue': 'gateway' } }) },
  },
  {
    name: 'follows an import to the gateway',
    expect: 'violation',
    zone: 'none',
    template: [
      {
        Resources: { Gateway: gateway },
        Outputs: { G: { Value: ref('Gateway'), Export: { Name: 'gateway' } } },
      },
      { Resources: { ...network, Route: route({ GatewayId: { 'Fn::ImportValue': 'gateway' } }) } },
    ],
  },
  {
    name: 'does not know where a peering leads that already exists',
    expect: 'undetermined',
    resources: { ...network, Route: route({ VpcPeeringConnectionId: 'pcx-1' }, '10.1.0.0/16') },
  },
  {
    name: 'takes the zone of a peering from the profile',
    expect: 'compliant',
    profile: facts({ zoneOf: { 'pcx-1': 'my-number' } }),
    resources: { ...network, Route: route({ VpcPeeringConnectionId: 'pcx-1' }, '10.1.0.0/16') },
  },
  {
    name: 'refuses a peering that the profile knows to lead to the Internet zone',
    expect: 'violation',
    profile: facts({ zoneOf: { 'pcx-1': 'internet' } }),
    resources: { ...network, Route: route({ VpcPeeringConnectionId: 'pcx-1' }, '10.1.0.0/16') },
  },
  {
    name: 'names the condition',
    expect: 'violation',
    template: {
      ...ENV,
      Resources: { ...network, Route: route({ GatewayId: either('Production', 'vgw-1', 'igw-1') }) },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'is not asked of the Internet zone',
    expect: 'not-applicable',
    zone: 'none',
    resources: { Vpc: vpc('internet'), Table: table(), Route: route({ GatewayId: 'igw-1' }) },
  },
]);

ruleCases(IsolatedZoneHasNoPublicSubnet, [
  {
    name: 'accepts one that says nothing: MapPublicIpOnLaunch is false then',
    expect: 'compliant',
    resources: { ...network, Subnet: subnet(), Association: association() },
  },
  {
    name: 'accepts "false" as text',
    expect: 'compliant',
    resources: { Vpc: vpc('lgwan'), Subnet: subnet(ref('Vpc'), { MapPublicIpOnLaunch: 'false' }) },
  },
  {
    name: 'refuses public addresses at launch',
    expect: 'violation',
    resources: { Vpc: vpc('lgwan'), Subnet: subnet(ref('Vpc'), { MapPublicIpOnLaunch: 'true' }) },
    property: 'MapPublicIpOnLaunch',
  },
  {
    name: 'refuses a route to the Internet in the associated table',
    expect: 'violation',
    subject: 'Subnet',
    resources: {
      ...network,
      Gateway: gateway,
      Subnet: subnet(),
      Association: association(),
      Route: route({ GatewayId: ref('Gateway') }),
    },
    property: 'RouteTable',
    message: /Route/,
  },
  {
    name: 'leaves a route to a NAT gateway to the rule of routes: such a subnet is not public',
    expect: 'compliant',
    subject: 'Subnet',
    resources: {
      ...network,
      Subnet: subnet(),
      Association: association(),
      Route: route({ NatGatewayId: 'nat-1' }),
    },
  },
  {
    name: 'does not charge it with a table that it is not associated with',
    expect: 'compliant',
    subject: 'Subnet',
    resources: { ...network, Subnet: subnet(), Route: route({ GatewayId: 'igw-1' }) },
  },
  {
    name: 'counts an association only under its condition',
    expect: 'violation',
    subject: 'Subnet',
    template: {
      ...ENV,
      Resources: {
        ...network,
        Subnet: subnet(),
        Association: { ...association(), Condition: 'Production' },
        Route: route({ GatewayId: 'igw-1' }),
      },
    },
    message: /when Env is "production"/,
  },
  {
    name: 'joins no association and route that never exist together',
    expect: 'compliant',
    subject: 'Subnet',
    template: {
      ...ENV,
      Conditions: { ...ENV.Conditions, Test: { 'Fn::Not': [{ Condition: 'Production' }] } },
      Resources: {
        ...network,
        Subnet: subnet(),
        Association: { ...association(), Condition: 'Production' },
        Route: { ...route({ GatewayId: 'igw-1' }), Condition: 'Test' },
      },
    },
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Public: { Type: 'String', Default: 'false' } },
      Resources: { Vpc: vpc('lgwan'), Subnet: subnet(ref('Vpc'), { MapPublicIpOnLaunch: ref('Public') }) },
    },
  },
]);
