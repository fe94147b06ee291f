import { DatabaseIsNotPublic } from '../../../lib/rules/network/DatabaseIsNotPublic';
import { EksEndpointIsLimited } from '../../../lib/rules/network/EksEndpointIsLimited';
import { EndpointUsesPrivateDns } from '../../../lib/rules/network/EndpointUsesPrivateDns';
import { ServerDoesNotForwardTraffic } from '../../../lib/rules/network/ServerDoesNotForwardTraffic';
import { ServerHasNoPublicAddress } from '../../../lib/rules/network/ServerHasNoPublicAddress';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, make, ref } from './pieces';

const FLAG = { Parameters: { Flag: { Type: 'String', Default: 'false' } } };
const database = (more: Record<string, unknown>) =>
  make('AWS::RDS::DBInstance', { Engine: 'postgres', DBSubnetGroupName: 'isolated', ...more });

/** A database without the switch, in a subnet of a VPC with an Internet gateway. */
const inSubnet = (target: object, more: object = {}) => ({
  Database: database({ DBSubnetGroupName: ref('Group'), ...more }),
  Group: make('AWS::RDS::DBSubnetGroup', { SubnetIds: [ref('Subnet')] }),
  Subnet: make('AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock: '10.0.0.0/24' }),
  Vpc: make('AWS::EC2::VPC', { CidrBlock: '10.0.0.0/16' }),
  Gateway: make('AWS::EC2::InternetGateway', {}),
  Attachment: make('AWS::EC2::VPCGatewayAttachment', {
    VpcId: ref('Vpc'),
    InternetGatewayId: ref('Gateway'),
  }),
  Table: make('AWS::EC2::RouteTable', { VpcId: ref('Vpc') }),
  Joined: make('AWS::EC2::SubnetRouteTableAssociation', {
    SubnetId: ref('Subnet'),
    RouteTableId: ref('Table'),
  }),
  Route: make('AWS::EC2::Route', {
    RouteTableId: ref('Table'),
    DestinationCidrBlock: '0.0.0.0/0',
    ...target,
  }),
});
const outward = inSubnet({ GatewayId: ref('Gateway') });

ruleCases(DatabaseIsNotPublic, [
  {
    name: 'knows that the switch is on by default in a public subnet',
    expect: 'violation',
    zone: 'internet',
    subject: 'Database',
    property: 'PubliclyAccessible',
    resources: outward,
  },
  {
    name: 'knows it of a member whose cluster lies there',
    expect: 'violation',
    zone: 'internet',
    subject: 'Database',
    resources: {
      ...outward,
      Database: make('AWS::RDS::DBInstance', { DBClusterIdentifier: ref('Cluster') }),
      Cluster: make('AWS::RDS::DBCluster', { DBSubnetGroupName: ref('Group') }),
    },
  },
  {
    name: 'accepts one in a public subnet that is told not to be public',
    expect: 'compliant',
    zone: 'internet',
    subject: 'Database',
    resources: inSubnet({ GatewayId: ref('Gateway') }, { PubliclyAccessible: false }),
  },
  {
    name: 'accepts one in a subnet without a route to the Internet gateway',
    expect: 'compliant',
    zone: 'internet',
    subject: 'Database',
    resources: inSubnet({ NatGatewayId: 'nat-0123456789abcdef0' }),
  },
  {
    name: 'accepts a database of the Internet zone that is not public',
    expect: 'compliant',
    zone: 'internet',
    example: true,
    resources: { Database: database({ PubliclyAccessible: false }) },
  },
  {
    name: 'refuses one that is',
    expect: 'violation',
    zone: 'internet',
    example: true,
    resources: { Database: database({ PubliclyAccessible: true }) },
  },
  {
    name: 'does not know a switch that is a parameter',
    expect: 'undetermined',
    zone: 'internet',
    template: { ...FLAG, Resources: { Database: database({ PubliclyAccessible: ref('Flag') }) } },
  },
  {
    name: 'names the condition under which it is public',
    expect: 'violation',
    zone: 'internet',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: { Database: database({ PubliclyAccessible: either('Production', false, true) }) },
    },
  },
  {
    name: 'reads absence of DMS as public',
    expect: 'violation',
    zone: 'management',
    resources: { Copy: make('AWS::DMS::ReplicationInstance', { ReplicationInstanceClass: 'dms.t3.small' }) },
  },
  {
    name: 'reads absence of Redshift as not public',
    expect: 'compliant',
    zone: 'internet',
    resources: { Warehouse: make('AWS::Redshift::Cluster', { NodeType: 'ra3.large' }) },
  },
  {
    name: 'refuses a search domain outside of a VPC',
    expect: 'violation',
    zone: 'internet',
    resources: { Search: make('AWS::OpenSearchService::Domain', { EngineVersion: 'OpenSearch_2.19' }) },
  },
  {
    name: 'accepts a search domain in a VPC',
    expect: 'compliant',
    zone: 'internet',
    resources: {
      Search: make('AWS::OpenSearchService::Domain', { VPCOptions: { SubnetIds: ['subnet-1'] } }),
    },
  },
  {
    name: 'leaves the isolated zones to the rule of theirs',
    expect: 'not-applicable',
    zone: 'my-number',
    resources: { Database: database({ PubliclyAccessible: true }) },
  },
]);

/** A server, and a subnet that it may name. */
const launched = (server: Record<string, unknown>, subnet: Record<string, unknown>) => ({
  Server: make('AWS::EC2::Instance', { InstanceType: 't3.small', ...server }),
  Subnet: make('AWS::EC2::Subnet', { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/24', ...subnet }),
});

ruleCases(ServerHasNoPublicAddress, [
  {
    name: 'accepts a task without a public address',
    expect: 'compliant',
    zone: 'internet',
    example: true,
    resources: {
      Service: make('AWS::ECS::Service', {
        NetworkConfiguration: { AwsvpcConfiguration: { AssignPublicIp: 'DISABLED', Subnets: ['subnet-1'] } },
      }),
    },
  },
  {
    name: 'warns of a server with one',
    expect: 'violation',
    zone: 'internet',
    example: true,
    resources: {
      Server: make('AWS::EC2::Instance', {
        NetworkInterfaces: [{ DeviceIndex: '0', AssociatePublicIpAddress: true }],
      }),
    },
  },
  {
    name: 'knows that a server in a subnet that assigns public addresses has one',
    expect: 'violation',
    zone: 'internet',
    property: 'SubnetId',
    resources: launched({ SubnetId: ref('Subnet') }, { MapPublicIpOnLaunch: true }),
  },
  {
    name: 'knows it of an interface that says nothing of it',
    expect: 'violation',
    zone: 'management',
    property: 'NetworkInterfaces[0].SubnetId',
    resources: launched(
      { NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: ref('Subnet') }] },
      { MapPublicIpOnLaunch: true },
    ),
  },
  {
    name: 'accepts an interface that refuses it',
    expect: 'compliant',
    zone: 'internet',
    resources: launched(
      { NetworkInterfaces: [{ DeviceIndex: '0', SubnetId: ref('Subnet'), AssociatePublicIpAddress: false }] },
      { MapPublicIpOnLaunch: true },
    ),
  },
  {
    name: 'accepts a server in another subnet',
    expect: 'compliant',
    zone: 'internet',
    resources: launched({ SubnetId: ref('Subnet') }, {}),
  },
  {
    name: 'names the choice under which the subnet assigns them',
    expect: 'violation',
    zone: 'internet',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: launched(
        { SubnetId: ref('Subnet') },
        { MapPublicIpOnLaunch: either('Production', false, true) },
      ),
    },
  },
  {
    name: 'does not know what a subnet elsewhere assigns',
    expect: 'undetermined',
    zone: 'internet',
    template: {
      Parameters: { Subnet: { Type: 'AWS::EC2::Subnet::Id' } },
      Resources: { Server: make('AWS::EC2::Instance', { SubnetId: ref('Subnet') }) },
    },
  },
  {
    name: 'does not know a switch that is a parameter',
    expect: 'undetermined',
    zone: 'internet',
    template: {
      ...FLAG,
      Resources: {
        Config: make('AWS::AutoScaling::LaunchConfiguration', { AssociatePublicIpAddress: ref('Flag') }),
      },
    },
  },
]);

ruleCases(ServerDoesNotForwardTraffic, [
  {
    name: 'accepts a server with the check, which is on by itself',
    expect: 'compliant',
    example: true,
    resources: { Server: make('AWS::EC2::Instance', { InstanceType: 't3.small' }) },
  },
  {
    name: 'warns of a server that forwards',
    expect: 'violation',
    example: true,
    resources: { Server: make('AWS::EC2::Instance', { SourceDestCheck: false }) },
  },
  {
    name: 'warns of an interface that forwards',
    expect: 'violation',
    resources: { Interface: make('AWS::EC2::NetworkInterface', { SourceDestCheck: 'false' }) },
  },
  {
    name: 'does not know a switch that is a parameter',
    expect: 'undetermined',
    template: {
      ...FLAG,
      Resources: { Server: make('AWS::EC2::Instance', { SourceDestCheck: ref('Flag') }) },
    },
  },
]);

const cluster = (ResourcesVpcConfig: Record<string, unknown>) =>
  make('AWS::EKS::Cluster', { ResourcesVpcConfig: { SubnetIds: ['subnet-1'], ...ResourcesVpcConfig } });

ruleCases(EksEndpointIsLimited, [
  {
    name: 'accepts a private endpoint',
    expect: 'compliant',
    example: true,
    resources: { Cluster: cluster({ EndpointPublicAccess: false, EndpointPrivateAccess: true }) },
  },
  {
    name: 'accepts a public one for named addresses',
    expect: 'compliant',
    resources: { Cluster: cluster({ PublicAccessCidrs: ['203.0.113.0/24'] }) },
  },
  {
    name: 'reads absence as open to everybody',
    expect: 'violation',
    example: true,
    resources: { Cluster: cluster({}) },
  },
  {
    name: 'refuses everybody among named addresses',
    expect: 'violation',
    resources: { Cluster: cluster({ PublicAccessCidrs: ['203.0.113.0/24', '0.0.0.0/0'] }) },
  },
  {
    name: 'does not know addresses that are a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Ranges: { Type: 'CommaDelimitedList' } },
      Resources: { Cluster: cluster({ PublicAccessCidrs: ref('Ranges') }) },
    },
  },
  {
    name: 'names the condition under which it is open',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: { Cluster: cluster({ EndpointPublicAccess: either('Production', false, true) }) },
    },
  },
]);

const endpoint = (more: Record<string, unknown>) =>
  make('AWS::EC2::VPCEndpoint', {
    VpcEndpointType: 'Interface',
    ServiceName: 'com.amazonaws.ap-northeast-1.logs',
    VpcId: 'vpc-1',
    ...more,
  });

ruleCases(EndpointUsesPrivateDns, [
  {
    name: 'accepts an endpoint that answers to the public name',
    expect: 'compliant',
    example: true,
    resources: { Endpoint: endpoint({ PrivateDnsEnabled: true }) },
  },
  {
    name: 'warns where it does not, as without the property',
    expect: 'violation',
    example: true,
    resources: { Endpoint: endpoint({}) },
  },
  {
    name: 'does not know a switch that is a parameter',
    expect: 'undetermined',
    template: { ...FLAG, Resources: { Endpoint: endpoint({ PrivateDnsEnabled: ref('Flag') }) } },
  },
  {
    name: 'asks nothing of a gateway endpoint',
    expect: 'compliant',
    resources: { Endpoint: endpoint({ VpcEndpointType: 'Gateway' }) },
  },
  {
    name: 'asks nothing of a service of somebody else',
    expect: 'compliant',
    resources: { Endpoint: endpoint({ ServiceName: 'com.amazonaws.vpce.ap-northeast-1.vpce-svc-1' }) },
  },
  {
    name: 'is not asked of the Internet zone',
    expect: 'not-applicable',
    zone: 'internet',
    resources: { Endpoint: endpoint({}) },
  },
]);
