import type { PartMapping } from '../../../lib/pulumi/mapping';
import type { Written } from '.';

const ROUTES: PartMapping = {
  list: 'routes',
  type: 'AWS::EC2::Route',
  whole: 'RouteTableId',
  properties: {
    cidrBlock: 'DestinationCidrBlock',
    ipv6CidrBlock: 'DestinationIpv6CidrBlock',
    destinationPrefixListId: 'DestinationPrefixListId',
    gatewayId: 'GatewayId',
    natGatewayId: 'NatGatewayId',
    transitGatewayId: 'TransitGatewayId',
    vpcPeeringConnectionId: 'VpcPeeringConnectionId',
    networkInterfaceId: 'NetworkInterfaceId',
    vpcEndpointId: 'VpcEndpointId',
    egressOnlyGatewayId: 'EgressOnlyInternetGatewayId',
    coreNetworkArn: 'CoreNetworkArn',
  },
};

/** The default table of a VPC has none of these. */
const OWN_ROUTES: PartMapping = {
  ...ROUTES,
  properties: {
    ...ROUTES.properties,
    localGatewayId: 'LocalGatewayId',
    carrierGatewayId: 'CarrierGatewayId',
    odbNetworkArn: 'OdbNetworkArn',
  },
};

const PROPAGATIONS: PartMapping = {
  list: 'propagatingVgws',
  type: 'AWS::EC2::VPNGatewayRoutePropagation',
  whole: 'RouteTableIds[0]',
  properties: { '': 'VpnGatewayId' },
};

/** A gateway that names its VPC is attached to it. */
function attachment(whole: string): PartMapping {
  return { list: 'vpcId', type: 'AWS::EC2::VPCGatewayAttachment', whole, properties: { '': 'VpcId' } };
}

/** VPCs, subnets, routes and gateways. */
export const NETWORK: Written = {
  'ec2/vpc:Vpc': {
    type: 'AWS::EC2::VPC',
    outputs: {
      defaultSecurityGroupId: 'DefaultSecurityGroup',
      defaultNetworkAclId: 'DefaultNetworkAcl',
      defaultRouteTableId: '.mainRouteTable',
      mainRouteTableId: '.mainRouteTable',
    },
    parts: [
      {
        list: 'assignGeneratedIpv6CidrBlock',
        type: 'AWS::EC2::VPCCidrBlock',
        whole: 'VpcId',
        properties: { '': 'AmazonProvidedIpv6CidrBlock' },
      },
      {
        list: 'ipv6CidrBlock',
        type: 'AWS::EC2::VPCCidrBlock',
        whole: 'VpcId',
        properties: { '': 'Ipv6CidrBlock' },
      },
      {
        list: 'ipv6IpamPoolId',
        type: 'AWS::EC2::VPCCidrBlock',
        whole: 'VpcId',
        properties: { '': 'Ipv6IpamPoolId' },
      },
    ],
  },
  'ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation': { type: 'AWS::EC2::VPCCidrBlock' },
  'ec2/vpcIpv6CidrBlockAssociation:VpcIpv6CidrBlockAssociation': {
    type: 'AWS::EC2::VPCCidrBlock',
    properties: { assignGeneratedIpv6CidrBlock: 'AmazonProvidedIpv6CidrBlock' },
  },
  'ec2/subnet:Subnet': { type: 'AWS::EC2::Subnet' },
  'ec2/routeTable:RouteTable': { type: 'AWS::EC2::RouteTable', parts: [OWN_ROUTES, PROPAGATIONS] },
  // The main table of a VPC, which CloudFormation cannot change: see lib/pulumi/main-tables.ts.
  'ec2/defaultRouteTable:DefaultRouteTable': {
    type: 'AWS::EC2::VPC',
    into: 'defaultRouteTableId',
    not: ['tags'],
    outputs: { id: '.mainRouteTable' },
    parts: [ROUTES, PROPAGATIONS],
  },
  'ec2/mainRouteTableAssociation:MainRouteTableAssociation': {
    type: 'AWS::EC2::SubnetRouteTableAssociation',
    special: 'mainTable',
  },
  'ec2/route:Route': {
    type: 'AWS::EC2::Route',
    properties: { egressOnlyGatewayId: 'EgressOnlyInternetGatewayId' },
  },
  'ec2/routeTableAssociation:RouteTableAssociation': {
    type: {
      by: 'gatewayId',
      is: { absent: 'AWS::EC2::SubnetRouteTableAssociation', '*': 'AWS::EC2::GatewayRouteTableAssociation' },
    },
    properties: { gatewayId: 'GatewayId' },
  },
  'ec2/internetGateway:InternetGateway': {
    type: 'AWS::EC2::InternetGateway',
    parts: [attachment('InternetGatewayId')],
  },
  'ec2/internetGatewayAttachment:InternetGatewayAttachment': { type: 'AWS::EC2::VPCGatewayAttachment' },
  'ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway': { type: 'AWS::EC2::EgressOnlyInternetGateway' },
  'ec2/carrierGateway:CarrierGateway': { type: 'AWS::EC2::CarrierGateway' },
  'ec2/natGateway:NatGateway': {
    type: 'AWS::EC2::NatGateway',
    properties: { privateIp: 'PrivateIpAddress' },
  },
  'ec2/natGatewayEipAssociation:NatGatewayEipAssociation': {
    type: 'AWS::EC2::NatGateway',
    into: 'natGatewayId',
    not: ['allocationId'],
    properties: { allocationId: 'SecondaryAllocationIds[+]' },
  },
  'ec2/vpnGateway:VpnGateway': {
    type: 'AWS::EC2::VPNGateway',
    // The only type there is; CloudFormation requires it.
    defaults: { Type: 'ipsec.1' },
    parts: [attachment('VpnGatewayId')],
  },
  'ec2/vpnGatewayAttachment:VpnGatewayAttachment': { type: 'AWS::EC2::VPCGatewayAttachment' },
  'ec2/vpnGatewayRoutePropagation:VpnGatewayRoutePropagation': {
    type: 'AWS::EC2::VPNGatewayRoutePropagation',
  },
  'ec2/vpcDhcpOptions:VpcDhcpOptions': { type: 'AWS::EC2::DHCPOptions' },
  'ec2/vpcDhcpOptionsAssociation:VpcDhcpOptionsAssociation': { type: 'AWS::EC2::VPCDHCPOptionsAssociation' },
  'ec2/flowLog:FlowLog': {
    type: 'AWS::EC2::FlowLog',
    properties: {
      iamRoleArn: 'DeliverLogsPermissionArn',
      vpcId: ['ResourceId', { to: 'ResourceType', as: { always: 'VPC' } }],
      subnetId: ['ResourceId', { to: 'ResourceType', as: { always: 'Subnet' } }],
      eniId: ['ResourceId', { to: 'ResourceType', as: { always: 'NetworkInterface' } }],
      transitGatewayId: ['ResourceId', { to: 'ResourceType', as: { always: 'TransitGateway' } }],
      transitGatewayAttachmentId: [
        'ResourceId',
        { to: 'ResourceType', as: { always: 'TransitGatewayAttachment' } },
      ],
      regionalNatGatewayId: ['ResourceId', { to: 'ResourceType', as: { always: 'RegionalNatGateway' } }],
    },
  },
};
