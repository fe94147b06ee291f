import type { Written } from '.';

const NO_EGRESS = [
  {
    CidrIp: '255.255.255.255/32',
    IpProtocol: 'icmp',
    FromPort: 252,
    ToPort: 86,
    Description: 'Disallow all traffic',
  },
];

export const NETWORK: Written = {
  'ec2/vpc:Vpc': { type: 'AWS::EC2::VPC' },
  'ec2/subnet:Subnet': { type: 'AWS::EC2::Subnet' },
  'ec2/securityGroup:SecurityGroup': {
    type: 'AWS::EC2::SecurityGroup',
    not: ['ingress', 'egress'],
    properties: { name: 'GroupName', description: 'GroupDescription' },
    special: 'groupRules',
    // The provider takes away the rule that lets everything out.
    defaults: { SecurityGroupEgress: NO_EGRESS },
  },
  'ec2/routeTable:RouteTable': {
    type: 'AWS::EC2::RouteTable',
    parts: [
      {
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
          localGatewayId: 'LocalGatewayId',
          carrierGatewayId: 'CarrierGatewayId',
          coreNetworkArn: 'CoreNetworkArn',
        },
      },
    ],
  },
};
