import type { Row } from './tables';

/** Networks, entrances, and what rights and keys are apart from their policies. */
export const ACCESS_SURVIVORS: readonly Row[] = [
  {
    type: 'AWS::KMS::Key',
    path: /^PendingWindowInDays$/,
    operators: ['drop'],
    reason: 'equivalent: 30 days by default',
  },
  {
    type: 'AWS::IAM::Role',
    path: /^MaxSessionDuration$/,
    operators: ['drop'],
    reason: 'equivalent: an hour by default',
  },
  { type: 'AWS::EC2::EIP', path: /^Domain$/, operators: ['drop'], reason: 'equivalent: for VPCs by default' },
  {
    type: 'AWS::EC2::Subnet',
    path: /^MapPublicIpOnLaunch$/,
    operators: ['drop'],
    reason: 'equivalent: false by default',
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    path: /^(Type|Scheme)$/,
    operators: ['drop'],
    reason:
      'equivalent: an application load balancer that faces the Internet is the default, and this one does',
  },
  {
    type: 'AWS::EC2::SecurityGroupEgress',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    resource: /ContainerSecurityGroupto(ResidentRecord|Reservation)/,
    reason: 'fewer ways out: the group has another such rule, so that the default does not come back',
  },
  {
    type: 'AWS::EC2::SecurityGroup',
    path: /^SecurityGroupEgress\[\*\]/,
    operators: ['widen'],
    change: /icmp|255\.255\.255\.255|ports 252-86/,
    reason:
      'a rule that CDK writes so that there is one: to an address that nobody has, or for an ICMP that does not exist',
  },
  {
    type: 'AWS::IAM::Policy',
    path: /^(Roles\[\*\])?$/,
    operators: ['drop-item', 'drop-resource', 'conditional'],
    reason: 'fewer rights',
  },
  {
    type: 'AWS::IAM::Role',
    path: /^ManagedPolicyArns/,
    operators: ['drop', 'drop-item'],
    reason: 'fewer rights',
  },
  {
    type: 'AWS::IAM::Role',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    reason: 'nobody is let in',
  },
  {
    type: /^AWS::EC2::(Route|VPCGatewayAttachment|SubnetRouteTableAssociation)$|::Listener$/,
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    reason:
      'fewer ways: a subnet without a table of its own has that of the VPC, in which there is no way out',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    subject: /^(?!InternetVpc, with NAT)/,
    reason: 'fewer ways: the service is not reached at all, since there is no other way out of these subnets',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /^(SubnetIds|RouteTableIds|PrivateDnsEnabled)/,
    subject: /^(?!InternetVpc, with NAT)/,
    reason: 'the service is not reached from there, since there is no other way out of these subnets',
  },
  {
    type: /^AWS::EC2::SecurityGroup(Ingress)?$/,
    path: /^(SecurityGroupIngress(\[\*\])?)?$/,
    operators: ['drop', 'drop-item', 'drop-resource', 'conditional'],
    reason: 'fewer are let in; or a group that nothing has',
  },
  {
    type: 'AWS::EC2::DHCPOptions',
    path: /^DomainNameServers/,
    operators: ['drop', 'drop-item'],
    reason: 'no names are resolved then',
  },
  {
    type: /^AWS::EC2::(Route|NatGateway|VPCGatewayAttachment|SecurityGroupIngress|FlowLog|VPCEndpoint)$/,
    path: /^(DestinationCidrBlock|GatewayId|NatGatewayId|InternetGatewayId|AllocationId|SubnetId|GroupId|LogDestination(Type)?|LogGroupName|DeliverLogsPermissionArn|ServiceName|VpcEndpointType)$/,
    operators: ['drop'],
    reason: 'AWS refuses it: required',
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    path: /^Subnets/,
    reason: 'AWS refuses it: two subnets in different zones at least',
  },
  {
    type: 'AWS::WAFv2::WebACL',
    path: /^DefaultAction\.Allow$|^Rules\[\*\]\.(Action(\.Block)?|OverrideAction(\.None)?|Statement\.\w+)$/,
    operators: ['drop'],
    reason: 'AWS refuses it: every rule has a statement and an action',
  },
  {
    type: 'AWS::WAFv2::LoggingConfiguration',
    path: /^LogDestinationConfigs|SingleHeader$/,
    operators: ['drop', 'drop-item'],
    reason: 'AWS refuses it: required',
  },
  {
    type: 'AWS::EC2::SecurityGroupEgress',
    path: /^$/,
    operators: ['open-source'],
    subject: /three-zone/,
    reason:
      'one port, and no way there: the subnets of the containers have no route to the Internet, and a load balancer talks to its targets only',
  },
  {
    type: 'AWS::EC2::Subnet',
    path: /^AvailabilityZone$/,
    subject: /three-zone/,
    resource: /^NetworkPublic/,
    reason: 'AWS refuses it: a load balancer whose subnets lie in one zone',
  },
  {
    type: 'AWS::EC2::Subnet',
    path: /^AvailabilityZone$/,
    subject: /^EncryptedDatabase/,
    resource: /^NetworkIsolated/,
    reason: 'AWS refuses it: a subnet group whose subnets lie in one zone',
  },
  {
    type: 'AWS::EC2::Subnet',
    path: /^AvailabilityZone$/,
    subject: /Vpc|^EncryptedDatabase/,
    reason:
      'nothing lies in it that a zone could take down; what does is judged by the subnets that it names',
  },
  {
    type: 'AWS::EC2::Subnet',
    path: /^MapPublicIpOnLaunch$/,
    operators: ['flip'],
    reason:
      'no server is launched into it: for one, ServerHasNoPublicAddress asks what its subnet says. Tasks, databases and load balancers take no notice of it',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /^(RouteTableIds(\[\*\])?|SubnetIds|PrivateDnsEnabled)?$/,
    operators: ['drop', 'drop-item', 'flip', 'repeat', 'drop-resource', 'conditional'],
    subject: /^InternetVpc, with NAT/,
    reason:
      'the service is reached by the NAT gateway then: a way out that the zone has, and that InternetVpcIsInspected asks to be watched',
  },
  {
    type: 'AWS::Route53Resolver::FirewallDomainList',
    path: /^Domains(\[\*\])?$/,
    operators: ['drop', 'drop-item'],
    resource: /Allowed/,
    reason: 'stricter: fewer names are let through',
  },
  {
    type: 'AWS::Route53Resolver::FirewallRuleGroup',
    path: /^FirewallRules\[\*\]$/,
    operators: ['drop-item'],
    change: /"Action":"ALLOW"/,
    reason: 'stricter: fewer names are let through',
  },
  {
    type: 'AWS::Route53Resolver::FirewallRuleGroup',
    path: /^FirewallRules\[\*\]\.(BlockResponse|FirewallDomainListId)$/,
    operators: ['drop'],
    reason: 'AWS refuses it: a rule is about a list, and says what is answered where it blocks',
  },
  {
    type: 'AWS::WAFv2::WebACL',
    path: /^Rules\[\*\]$/,
    operators: ['drop-item'],
    change: /AWSManagedRules/,
    reason:
      'three other groups still stop requests: the clause asks for a firewall, and which attacks are to be feared the application tells',
  },
  {
    type: 'AWS::WAFv2::WebACL',
    path: /RateBasedStatement\.Limit$/,
    operators: ['number-hundredfold'],
    reason:
      'that there is a limit is what is checked: how many requests are too many depends on how many people share an address',
  },
];
