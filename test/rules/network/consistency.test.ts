import { ConnectedNetworksDoNotOverlap } from '../../../lib/rules/network/ConnectedNetworksDoNotOverlap';
import { NetworkAclAllowsReplies } from '../../../lib/rules/network/NetworkAclAllowsReplies';
import { NetworkAclEntryTakesEffect } from '../../../lib/rules/network/NetworkAclEntryTakesEffect';
import { RouteTargetIsAttached } from '../../../lib/rules/network/RouteTargetIsAttached';
import { SecurityGroupPeerIsJoined } from '../../../lib/rules/network/SecurityGroupPeerIsJoined';
import { SubnetHasRouteTable } from '../../../lib/rules/network/SubnetHasRouteTable';
import { ruleCases } from '../../helpers/rule-cases';
import {
  association,
  att,
  ENV,
  either,
  gateway,
  make,
  NO_VALUE,
  ref,
  route,
  subnet,
  table,
  vpc,
} from './pieces';

const attach = (Vpc: unknown, more: Record<string, unknown> = { InternetGatewayId: ref('Gateway') }) =>
  make('AWS::EC2::VPCGatewayAttachment', { VpcId: Vpc, ...more });
const hubAttachment = (Vpc: string, TransitGatewayId: unknown = ref('Hub')) =>
  make('AWS::EC2::TransitGatewayAttachment', { VpcId: ref(Vpc), TransitGatewayId, SubnetIds: [] });
const TWO = { Vpc: vpc(), Other: vpc(undefined, '10.1.0.0/16'), Table: table() };

const firewallEndpoint = {
  'Fn::Select': [1, { 'Fn::Split': [':', { 'Fn::Select': [0, att('Firewall', 'EndpointIds')] }] }],
};
const firewall = (Vpc: string) =>
  make('AWS::NetworkFirewall::Firewall', { FirewallName: 'f', VpcId: ref(Vpc) });

ruleCases(RouteTargetIsAttached, [
  {
    name: 'accepts an internet gateway that is attached to the VPC',
    expect: 'compliant',
    subject: 'Route',
    example: true,
    resources: {
      Vpc: vpc(),
      Table: table(),
      Gateway: gateway,
      Attachment: attach(ref('Vpc')),
      Route: route({ GatewayId: ref('Gateway') }),
    },
  },
  {
    name: 'refuses an internet gateway of another VPC',
    expect: 'violation',
    subject: 'Route',
    property: 'GatewayId',
    example: true,
    resources: {
      ...TWO,
      Gateway: gateway,
      Attachment: attach(ref('Other')),
      Route: route({ GatewayId: ref('Gateway') }),
    },
  },
  {
    name: 'refuses a gateway that nothing attaches',
    expect: 'violation',
    subject: 'Route',
    resources: { ...TWO, Gateway: gateway, Route: route({ GatewayId: ref('Gateway') }) },
  },
  {
    name: 'cannot tell to what an attachment with a parameter attaches it',
    expect: 'undetermined',
    subject: 'Route',
    template: {
      Parameters: { Id: { Type: 'AWS::EC2::VPC::Id' } },
      Resources: {
        ...TWO,
        Gateway: gateway,
        Attachment: attach(ref('Id')),
        Route: route({ GatewayId: ref('Gateway') }),
      },
    },
  },
  {
    name: 'accepts a gateway where table and attachment name one VPC by the same parameter',
    expect: 'compliant',
    subject: 'Route',
    template: {
      Parameters: { Id: { Type: 'AWS::EC2::VPC::Id' } },
      Resources: {
        Table: table(ref('Id')),
        Gateway: gateway,
        Attachment: attach(ref('Id')),
        Route: route({ GatewayId: ref('Gateway') }),
      },
    },
  },
  {
    name: 'cannot tell what a gateway that is a parameter is attached to',
    expect: 'undetermined',
    subject: 'Route',
    template: {
      Parameters: { Gateway: { Type: 'String' } },
      Resources: { ...TWO, Route: route({ GatewayId: ref('Gateway') }) },
    },
  },
  {
    name: 'names the condition under which the gateway is not attached',
    expect: 'violation',
    subject: 'Route',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: {
        ...TWO,
        Gateway: gateway,
        Attachment: { ...attach(ref('Vpc')), Condition: 'Production' },
        Route: route({ GatewayId: ref('Gateway') }),
      },
    },
  },
  {
    name: 'accepts a NAT gateway in a subnet of the VPC',
    expect: 'compliant',
    subject: 'Route',
    resources: {
      ...TWO,
      Subnet: subnet(),
      Nat: make('AWS::EC2::NatGateway', { SubnetId: ref('Subnet') }),
      Route: route({ NatGatewayId: ref('Nat') }),
    },
  },
  {
    name: 'refuses a NAT gateway in another VPC',
    expect: 'violation',
    subject: 'Route',
    resources: {
      ...TWO,
      Subnet: subnet(ref('Other')),
      Nat: make('AWS::EC2::NatGateway', { SubnetId: ref('Subnet') }),
      Route: route({ NatGatewayId: ref('Nat') }),
    },
  },
  {
    name: 'accepts a peering from either end',
    expect: 'compliant',
    subject: 'Route',
    resources: {
      ...TWO,
      Peering: make('AWS::EC2::VPCPeeringConnection', { VpcId: ref('Other'), PeerVpcId: ref('Vpc') }),
      Route: route({ VpcPeeringConnectionId: ref('Peering') }, '10.1.0.0/16'),
    },
  },
  {
    name: 'refuses a peering of two other VPCs',
    expect: 'violation',
    subject: 'Route',
    resources: {
      ...TWO,
      Third: vpc(undefined, '10.2.0.0/16'),
      Peering: make('AWS::EC2::VPCPeeringConnection', { VpcId: ref('Other'), PeerVpcId: ref('Third') }),
      Route: route({ VpcPeeringConnectionId: ref('Peering') }, '10.1.0.0/16'),
    },
  },
  {
    name: 'accepts a transit gateway to which the VPC is attached',
    expect: 'compliant',
    subject: 'Route',
    resources: {
      ...TWO,
      Hub: make('AWS::EC2::TransitGateway'),
      Attachment: hubAttachment('Vpc'),
      Route: route({ TransitGatewayId: ref('Hub') }),
    },
  },
  {
    name: 'accepts one of another template by its id',
    expect: 'compliant',
    subject: 'Route',
    resources: {
      ...TWO,
      Attachment: hubAttachment('Vpc', 'tgw-1'),
      Route: route({ TransitGatewayId: 'tgw-1' }),
    },
  },
  {
    name: 'refuses a transit gateway to which only another VPC is attached',
    expect: 'violation',
    subject: 'Route',
    resources: {
      ...TWO,
      Hub: make('AWS::EC2::TransitGateway'),
      Attachment: hubAttachment('Other'),
      Route: route({ TransitGatewayId: ref('Hub') }),
    },
  },
  {
    name: 'cannot see who attaches the VPC to a transit gateway elsewhere',
    expect: 'undetermined',
    subject: 'Route',
    resources: { ...TWO, Route: route({ TransitGatewayId: 'tgw-1' }) },
  },
  {
    name: 'accepts an endpoint in the VPC',
    expect: 'compliant',
    subject: 'Route',
    resources: {
      ...TWO,
      Firewall: make('AWS::EC2::VPCEndpoint', { VpcId: ref('Vpc'), ServiceName: 'x' }),
      Route: route({ VpcEndpointId: ref('Firewall') }),
    },
  },
  {
    name: 'finds the firewall of which an endpoint is cut out of a list',
    expect: 'compliant',
    subject: 'Route',
    resources: { ...TWO, Firewall: firewall('Vpc'), Route: route({ VpcEndpointId: firewallEndpoint }) },
  },
  {
    name: 'refuses the firewall of another VPC',
    expect: 'violation',
    subject: 'Route',
    resources: { ...TWO, Firewall: firewall('Other'), Route: route({ VpcEndpointId: firewallEndpoint }) },
  },
  {
    name: 'asks to see what a custom resource finds',
    expect: 'evidence',
    subject: 'Route',
    resources: {
      ...TWO,
      Finder: make('Custom::AWS', {}),
      Route: route({ VpcEndpointId: att('Finder', 'Endpoint') }),
    },
  },
]);

const peered = (cidr: unknown) => ({
  Vpc: vpc(),
  Other: make('AWS::EC2::VPC', { CidrBlock: cidr }),
  Peering: make('AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: ref('Other') }),
});
const routed = (more: Record<string, unknown> = {}) => ({
  Vpc: vpc(),
  Other: vpc(undefined, '10.0.128.0/20'),
  Hub: make('AWS::EC2::TransitGateway', more),
  Attachment: hubAttachment('Vpc'),
  Second: hubAttachment('Other'),
});

ruleCases(ConnectedNetworksDoNotOverlap, [
  {
    name: 'accepts peered VPCs of different ranges',
    expect: 'compliant',
    example: true,
    resources: peered('10.1.0.0/16'),
  },
  {
    name: 'refuses peered VPCs of which one range holds the other',
    expect: 'violation',
    example: true,
    resources: peered('10.0.128.0/20'),
    message: /10\.0\.128\.0\/20/,
  },
  {
    name: 'looks at further ranges of a VPC',
    expect: 'violation',
    subject: 'Peering',
    resources: {
      ...peered('10.1.0.0/16'),
      More: make('AWS::EC2::VPCCidrBlock', { VpcId: ref('Other'), CidrBlock: '10.0.0.0/24' }),
    },
  },
  {
    name: 'does not know a range that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Range: { Type: 'String', Default: '10.1.0.0/16' } },
      Resources: peered(ref('Range')),
    },
  },
  {
    name: 'names the condition under which they overlap',
    expect: 'violation',
    message: /when Env is "test"/,
    template: { ...ENV, Resources: peered(either('Production', '10.1.0.0/16', '10.0.0.0/16')) },
  },
  {
    name: 'leaves ranges to the address pool that they come from',
    expect: 'compliant',
    resources: {
      ...peered(NO_VALUE),
      Other: make('AWS::EC2::VPC', { Ipv4IpamPoolId: 'ipam-pool-1', Ipv4NetmaskLength: 16 }),
    },
  },
  {
    name: 'asks to see the range of a VPC that is not in the templates',
    expect: 'evidence',
    resources: {
      Vpc: vpc(),
      Peering: make('AWS::EC2::VPCPeeringConnection', { VpcId: ref('Vpc'), PeerVpcId: 'vpc-9' }),
    },
  },
  {
    name: 'refuses overlapping VPCs that a transit gateway joins',
    expect: 'violation',
    subject: 'Attachment',
    resources: routed(),
  },
  {
    name: 'accepts the same addresses in spokes without a route to each other',
    expect: 'compliant',
    subject: 'Attachment',
    resources: routed({ DefaultRouteTableAssociation: 'disable', DefaultRouteTablePropagation: 'disable' }),
  },
]);

ruleCases(SubnetHasRouteTable, [
  {
    name: 'accepts a subnet that is associated with a route table',
    expect: 'compliant',
    subject: 'Subnet',
    example: true,
    resources: { Vpc: vpc(), Subnet: subnet(), Table: table(), Association: association() },
  },
  {
    name: 'warns of a subnet that follows the main route table',
    expect: 'violation',
    example: true,
    resources: { Vpc: vpc(), Subnet: subnet() },
  },
  {
    name: 'cannot tell which subnet a parameter associates',
    expect: 'undetermined',
    template: {
      Parameters: { Id: { Type: 'AWS::EC2::Subnet::Id' } },
      Resources: {
        Subnet: subnet('vpc-1'),
        Association: make('AWS::EC2::SubnetRouteTableAssociation', {
          SubnetId: ref('Id'),
          RouteTableId: 'rtb-1',
        }),
      },
    },
  },
  {
    name: 'names the condition under which there is none',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: {
        Subnet: subnet('vpc-1'),
        Table: table(),
        Association: { ...association(), Condition: 'Production' },
      },
    },
  },
]);

const ACL = make('AWS::EC2::NetworkAcl', { VpcId: 'vpc-1' });
const entry = (RuleNumber: unknown, more: Record<string, unknown>) =>
  make('AWS::EC2::NetworkAclEntry', {
    NetworkAclId: ref('Acl'),
    RuleNumber,
    Protocol: 6,
    RuleAction: 'allow',
    CidrBlock: '0.0.0.0/0',
    ...more,
  });
const ports = (From: unknown, To: unknown = From) => ({ PortRange: { From, To } });
const out = { Egress: true };

ruleCases(NetworkAclAllowsReplies, [
  {
    name: 'accepts a service whose replies may leave to the ephemeral ports',
    expect: 'compliant',
    example: true,
    resources: {
      Acl: ACL,
      Https: entry(100, ports(443)),
      Replies: entry(100, { ...out, ...ports(1024, 65535) }),
    },
  },
  {
    name: 'refuses a service whose replies nothing lets out',
    expect: 'violation',
    example: true,
    resources: { Acl: ACL, Https: entry(100, ports(443)), Out: entry(100, { ...out, ...ports(443) }) },
    message: /Https|Out/,
  },
  {
    name: 'refuses an entry in one direction only',
    expect: 'violation',
    resources: { Acl: ACL, Https: entry(100, ports(443)) },
  },
  {
    name: 'accepts what lets everything out',
    expect: 'compliant',
    resources: { Acl: ACL, Https: entry(100, ports(443)), Out: entry(100, { ...out, Protocol: -1 }) },
  },
  {
    name: 'refuses outgoing requests whose answers nothing lets in',
    expect: 'violation',
    resources: {
      Acl: ACL,
      Request: entry(100, { ...out, ...ports(443) }),
      In: entry(100, ports(22)),
      InReplies: entry(110, { ...out, ...ports(32768, 60999) }),
    },
    message: /Request/,
  },
  {
    name: 'accepts the ports that Linux takes',
    expect: 'compliant',
    resources: {
      Acl: ACL,
      Request: entry(100, { ...out, ...ports(443) }),
      Replies: entry(100, ports(32768, 60999)),
    },
  },
  {
    name: 'cannot tell whether a part of the ephemeral ports is enough',
    expect: 'undetermined',
    resources: {
      Acl: ACL,
      Https: entry(100, ports(443)),
      Replies: entry(100, { ...out, ...ports(1024, 40000) }),
    },
  },
  {
    name: 'cannot tell whether ports that are parameters are those of replies',
    expect: 'undetermined',
    template: {
      Parameters: { First: { Type: 'Number' } },
      Resources: {
        Acl: ACL,
        Https: entry(100, ports(443)),
        Replies: entry(100, { ...out, ...ports(ref('First'), 65535) }),
      },
    },
  },
  {
    name: 'refuses a service whose only replies have ports of another service',
    expect: 'violation',
    template: {
      Parameters: { First: { Type: 'Number' } },
      Resources: {
        Acl: ACL,
        Https: entry(100, ports(443)),
        Other: entry(110, ports(ref('First'), 65535)),
        Out: entry(100, { ...out, ...ports(443) }),
      },
    },
    message: /Https/,
  },
  {
    name: 'refuses replies to other addresses only',
    expect: 'violation',
    resources: {
      Acl: ACL,
      Https: entry(100, { ...ports(443), CidrBlock: '10.1.0.0/16' }),
      Replies: entry(100, { ...out, ...ports(1024, 65535), CidrBlock: '10.2.0.0/16' }),
    },
  },
  {
    name: 'cannot tell where addresses are parameters',
    expect: 'undetermined',
    template: {
      Parameters: { Range: { Type: 'String' } },
      Resources: {
        Acl: ACL,
        Https: entry(100, { ...ports(443), CidrBlock: ref('Range') }),
        Replies: entry(100, { ...out, ...ports(1024, 65535), CidrBlock: '10.2.0.0/16' }),
      },
    },
  },
  {
    name: 'reads the range of the VPC by reference',
    expect: 'compliant',
    resources: {
      Vpc: vpc(),
      Acl: ACL,
      Https: entry(100, { ...ports(443), CidrBlock: att('Vpc', 'CidrBlock') }),
      Replies: entry(100, { ...out, ...ports(1024, 65535), CidrBlock: '10.0.0.0/8' }),
    },
  },
  {
    name: 'names the condition under which replies are stopped',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: {
        Acl: ACL,
        Https: entry(100, ports(443)),
        Replies: { ...entry(100, { ...out, ...ports(1024, 65535) }), Condition: 'Production' },
      },
    },
  },
  {
    name: 'asks nothing of an ACL that lets nothing through',
    expect: 'compliant',
    resources: { Acl: ACL },
  },
]);

ruleCases(NetworkAclEntryTakesEffect, [
  {
    name: 'accepts a denial before what allows the rest',
    expect: 'compliant',
    example: true,
    resources: {
      Acl: ACL,
      NoSsh: entry(90, { RuleAction: 'deny', ...ports(22) }),
      All: entry(100, { Protocol: -1 }),
    },
  },
  {
    name: 'refuses a denial after what allows everything',
    expect: 'violation',
    example: true,
    resources: {
      Acl: ACL,
      All: entry(100, { Protocol: -1 }),
      NoSsh: entry(110, { RuleAction: 'deny', ...ports(22) }),
    },
    message: /NoSsh, which All undoes/,
  },
  {
    name: 'refuses a permission after a wider denial',
    expect: 'violation',
    resources: {
      Acl: ACL,
      None: entry(100, { RuleAction: 'deny', ...ports(0, 65535) }),
      Https: entry(200, { ...ports(443), CidrBlock: '10.0.0.0/8' }),
    },
  },
  {
    name: 'refuses two entries of one number',
    expect: 'violation',
    resources: { Acl: ACL, A: entry(100, ports(80)), B: entry(100, ports(443)) },
  },
  {
    name: 'numbers each direction by itself',
    expect: 'compliant',
    resources: { Acl: ACL, A: entry(100, ports(80)), B: entry(100, { ...out, ...ports(1024, 65535) }) },
  },
  {
    name: 'accepts a denial of another protocol, address family or range',
    expect: 'compliant',
    resources: {
      Acl: ACL,
      Tcp: entry(100, ports(0, 65535)),
      Udp: entry(110, { Protocol: 17, RuleAction: 'deny', ...ports(53) }),
      Six: entry(120, { RuleAction: 'deny', CidrBlock: NO_VALUE, Ipv6CidrBlock: '::/0', ...ports(22) }),
    },
  },
  {
    name: 'accepts a wider denial at the end',
    expect: 'compliant',
    resources: {
      Acl: ACL,
      Https: entry(100, ports(443)),
      Rest: entry(200, { RuleAction: 'deny', Protocol: -1 }),
    },
  },
  {
    name: 'cannot tell which number a parameter is',
    expect: 'undetermined',
    template: {
      Parameters: { Number: { Type: 'Number' } },
      Resources: { Acl: ACL, All: entry(100, { Protocol: -1 }), B: entry(ref('Number'), ports(443)) },
    },
  },
  {
    name: 'cannot tell whether ranges that are parameters hold one another',
    expect: 'undetermined',
    template: {
      Parameters: { Range: { Type: 'String' } },
      Resources: {
        Acl: ACL,
        Allowed: entry(100, { ...ports(22), CidrBlock: ref('Range') }),
        Denied: entry(110, { ...ports(22), RuleAction: 'deny', CidrBlock: '10.0.0.0/8' }),
      },
    },
  },
  {
    name: 'names the condition under which one undoes the other',
    expect: 'violation',
    message: /when Env is "production"/,
    template: {
      ...ENV,
      Resources: {
        Acl: ACL,
        All: { ...entry(100, { Protocol: -1 }), Condition: 'Production' },
        NoSsh: entry(150, { RuleAction: 'deny', ...ports(22) }),
      },
    },
  },
]);

const group = (Vpc: unknown, more: Record<string, unknown> = {}) =>
  make('AWS::EC2::SecurityGroup', { GroupDescription: 'g', VpcId: Vpc, ...more });
const from = (SourceSecurityGroupId: unknown) => ({
  SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, SourceSecurityGroupId }],
});
const across = { ...TWO, Clients: group(ref('Other')), Web: group(ref('Vpc'), from(ref('Clients'))) };

ruleCases(SecurityGroupPeerIsJoined, [
  {
    name: 'accepts a group of the same VPC',
    expect: 'compliant',
    subject: 'Web',
    example: true,
    resources: { Vpc: vpc(), Clients: group(ref('Vpc')), Web: group(ref('Vpc'), from(ref('Clients'))) },
  },
  {
    name: 'refuses a group of a VPC to which nothing leads',
    expect: 'violation',
    subject: 'Web',
    example: true,
    resources: across,
  },
  {
    name: 'accepts one of a VPC that is peered, from either end',
    expect: 'compliant',
    subject: 'Web',
    resources: {
      ...across,
      Peering: make('AWS::EC2::VPCPeeringConnection', { VpcId: ref('Other'), PeerVpcId: ref('Vpc') }),
    },
  },
  {
    name: 'refuses one of a VPC that is peered, where a subnet shows that no route leads there',
    expect: 'violation',
    subject: 'Web',
    resources: {
      ...across,
      Peering: make('AWS::EC2::VPCPeeringConnection', { VpcId: ref('Other'), PeerVpcId: ref('Vpc') }),
      Other: make('AWS::EC2::VPC', { CidrBlock: '10.9.0.0/16' }),
      Subnet: make('AWS::EC2::Subnet', { VpcId: ref('Vpc'), CidrBlock: '10.0.0.0/24' }),
    },
    message: /to which no route leads/,
  },
  {
    name: 'accepts one over a transit gateway',
    expect: 'compliant',
    subject: 'Web',
    resources: {
      ...across,
      Hub: make('AWS::EC2::TransitGateway'),
      One: hubAttachment('Vpc'),
      Two: hubAttachment('Other'),
    },
  },
  {
    name: 'refuses a rule that stands by itself',
    expect: 'violation',
    subject: 'Rule',
    resources: {
      ...TWO,
      Clients: group(ref('Other')),
      Web: group(ref('Vpc')),
      Rule: make('AWS::EC2::SecurityGroupIngress', {
        GroupId: ref('Web'),
        IpProtocol: 'tcp',
        SourceSecurityGroupId: ref('Clients'),
      }),
    },
  },
  {
    name: 'accepts groups that name no VPC: it is the default one',
    expect: 'compliant',
    subject: 'Web',
    resources: { Clients: group(NO_VALUE), Web: group(NO_VALUE, from(ref('Clients'))) },
  },
  {
    name: 'cannot see how a VPC elsewhere is joined',
    expect: 'undetermined',
    subject: 'Web',
    resources: { Vpc: vpc(), Clients: group('vpc-9'), Web: group(ref('Vpc'), from(ref('Clients'))) },
  },
  {
    name: 'does not look into a group that is not in the templates',
    expect: 'compliant',
    subject: 'Web',
    resources: { Vpc: vpc(), Web: group(ref('Vpc'), from('sg-1')) },
  },
  {
    name: 'names the condition under which nothing leads there',
    expect: 'violation',
    subject: 'Web',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: {
        ...TWO,
        Clients: group(either('Production', ref('Vpc'), ref('Other'))),
        Web: group(ref('Vpc'), from(ref('Clients'))),
      },
    },
  },
]);
