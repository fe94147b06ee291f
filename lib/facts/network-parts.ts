import { INTERFACE_TYPES } from '../analysis/network/reach/interface-types';

/** Types that are networks, or parts of them, through and through. */
const NETWORKS =
  /^AWS::(EC2::(VPC|VPCCidrBlock|Subnet|SubnetCidrBlock|RouteTable|Route|(Subnet|Gateway)RouteTableAssociation|InternetGateway|EgressOnlyInternetGateway|CarrierGateway|VPCGatewayAttachment|NatGateway|VPNGateway|VPNGatewayRoutePropagation|VPNConnection|VPNConnectionRoute|CustomerGateway|ClientVpn\w+|TransitGateway\w*|VPCPeeringConnection|NetworkAcl|NetworkAclEntry|SubnetNetworkAclAssociation|SecurityGroup|SecurityGroup(Ingress|Egress|VpcAssociation)|PrefixList|VPCEndpoint\w*|DHCPOptions|VPCDHCPOptionsAssociation|NetworkInterface|NetworkInterfaceAttachment|EIP|EIPAssociation)|NetworkFirewall::(Firewall|VpcEndpointAssociation)|DirectConnect::\w+|Route53Resolver::Resolver\w+|VpcLattice::\w+|RAM::ResourceShare|\w+::\w*SubnetGroup)$/;

/** Of everything else, what says in which network it is, under which name, and which way traffic goes on. */
const OF_OTHERS: readonly string[] = [
  'Tags',
  'AssociatePublicIpAddress',
  'DBClusterIdentifier',
  'EndpointType',
  'IpAddressType',
  'LaunchConfigurationName',
  'LaunchTemplate',
  'LoadBalancerArn',
  'LoadBalancers',
  'MixedInstancesPolicy',
  'NetworkConfiguration',
  'NetworkInterfaces',
  'Port',
  'PrivateIpAddress',
  'Protocol',
  'PubliclyAccessible',
  'Scheme',
  'SecurityGroupIds',
  'SecurityGroups',
  'SourceDestCheck',
  'SubnetId',
  'TargetGroupARNs',
  'TargetType',
  'Targets',
  'Type',
  'VpcId',
  'VPCZoneIdentifier',
];
const MORE_TYPES: Readonly<Record<string, readonly string[]>> = {
  'AWS::EC2::Instance': ['Ipv6AddressCount', 'Ipv6Addresses'],
  'AWS::AutoScaling::AutoScalingGroup': [],
  'AWS::AutoScaling::LaunchConfiguration': [],
  'AWS::ElasticLoadBalancingV2::Listener': [],
  'AWS::ElasticLoadBalancingV2::TargetGroup': [],
};

/** Where launch templates hold what else would be at the top. */
const LAUNCH_DATA = ['NetworkInterfaces', 'SecurityGroupIds', 'SecurityGroups'];

type Properties = Readonly<Record<string, unknown>>;

/** What another repository needs of a resource to see the network; undefined where that is nothing. */
export function networkPart(type: string, properties: Properties): Properties | undefined {
  if (type === 'AWS::EC2::VPNConnection') return without(properties, ['VpnTunnelOptionsSpecifications']);
  if (NETWORKS.test(type)) return properties;
  if (type === 'AWS::EC2::LaunchTemplate') {
    const data = properties['LaunchTemplateData'];
    return typeof data === 'object' && data !== null && !Array.isArray(data)
      ? { LaunchTemplateData: only(data as Properties, LAUNCH_DATA) }
      : {};
  }
  const interfaces = INTERFACE_TYPES[type];
  if (interfaces !== undefined) {
    const paths = [...interfaces.subnets, ...interfaces.groups, interfaces.subnetGroup?.path ?? ''];
    return only(properties, [...OF_OTHERS, ...paths.map((path) => path.split(/[.[]/, 1)[0] as string)]);
  }
  const more = Object.hasOwn(MORE_TYPES, type) ? MORE_TYPES[type] : undefined;
  return more === undefined ? undefined : only(properties, [...OF_OTHERS, ...more]);
}

function only(properties: Properties, names: readonly string[]): Properties {
  const wanted = new Set(names);
  return Object.fromEntries(Object.entries(properties).filter(([name]) => wanted.has(name)));
}

function without(properties: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}
