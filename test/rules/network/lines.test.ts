import { IsolatedZoneRouteNamesDestinations } from '../../../lib/rules/network/IsolatedZoneRouteNamesDestinations';
import { PrivateLinkTrafficPassesSecurityGroup } from '../../../lib/rules/network/PrivateLinkTrafficPassesSecurityGroup';
import { either, propertyCases } from '../../helpers/property-cases';

const p = { Ref: 'P' };

const balancer = (EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic: unknown) => ({
  Type: 'network',
  Scheme: 'internal',
  SecurityGroups: ['sg-0123456789abcdef0'],
  EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic,
});
propertyCases(PrivateLinkTrafficPassesSecurityGroup, {
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  good: [
    balancer('on'),
    // On by default, and not to be set for what is no network load balancer.
    { Type: 'network', Scheme: 'internal' },
    { Scheme: 'internal' },
  ],
  bad: [balancer('off')],
  open: [balancer(p)],
  either: balancer(either('on', 'off')),
  property: 'EnforceSecurityGroupInboundRulesOnPrivateLinkTraffic',
});

const route = (target: Readonly<Record<string, unknown>>, range: unknown = '0.0.0.0/0') => ({
  RouteTableId: 'rtb-0123456789abcdef0',
  DestinationCidrBlock: range,
  ...target,
});
const line = { GatewayId: { Ref: 'Line' } };
const transit = { TransitGatewayId: 'tgw-0123456789abcdef0' };
propertyCases(IsolatedZoneRouteNamesDestinations, {
  type: 'AWS::EC2::Route',
  beside: {
    Line: { Type: 'AWS::EC2::VPNGateway', Properties: { Type: 'ipsec.1' } },
    Internet: { Type: 'AWS::EC2::InternetGateway' },
  },
  good: [
    route(line, '10.99.1.0/24'),
    route(transit, '10.0.0.0/8'),
    // A firewall looks at all that passes; what leads to the Internet is for another rule.
    route({ VpcEndpointId: 'vpce-0123456789abcdef0' }),
    route({ GatewayId: { Ref: 'Internet' } }),
    route({ GatewayId: 'igw-0123456789abcdef0' }),
    { RouteTableId: 'rtb-0123456789abcdef0', DestinationPrefixListId: 'pl-0123456789abcdef0', ...transit },
  ],
  bad: [
    route(line),
    route(transit),
    route({ GatewayId: 'vgw-0123456789abcdef0' }),
    route({ VpcPeeringConnectionId: 'pcx-0123456789abcdef0' }),
    route({ CoreNetworkArn: 'arn:aws:networkmanager::111122223333:core-network/core-network-1' }),
    { RouteTableId: 'rtb-0123456789abcdef0', DestinationIpv6CidrBlock: '::/0', ...transit },
  ],
  open: [route(transit, p), route({ GatewayId: p })],
  either: route(transit, either('10.99.1.0/24', '0.0.0.0/0')),
  property: 'DestinationCidrBlock',
  more: [
    {
      name: 'leaves the other zones alone',
      expect: 'not-applicable',
      zone: 'management',
      resources: { Subject: { Type: 'AWS::EC2::Route', Properties: route(transit) } },
    },
  ],
});
