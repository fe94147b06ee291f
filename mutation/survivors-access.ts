import type { Row } from './tables';

/** Networks, rights, keys and entrances. */
export const ACCESS_SURVIVORS: readonly Row[] = [
  {
    type: 'AWS::KMS::Key',
    path: /^PendingWindowInDays$/,
    operators: ['drop'],
    reason: 'equivalent: 30 days by default',
  },
  {
    type: 'AWS::KMS::Key',
    path: /^KeyPolicy(\.Statement)?$/,
    operators: ['drop'],
    reason:
      'equivalent or stricter: the default policy is for the own account, and a policy without statements is refused',
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
    type: 'AWS::S3::BucketPolicy',
    path: /Statement\[Deny s3:TlsVersion\]/,
    reason: 'AWS refuses TLS 1.0 and 1.1 for all of S3 by itself',
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    path: /^(Type|Scheme)$/,
    operators: ['drop'],
    reason:
      'equivalent: an application load balancer that faces the Internet is the default, and this one does',
  },
  {
    type: 'AWS::IAM::Role',
    path: /Condition(\.Bool(\.aws:MultiFactorAuthPresent)?|\.NumericLessThan(\.aws:MultiFactorAuthAge)?)?$/,
    operators: ['drop', 'flip', 'if-exists', 'number-hundredfold'],
    resource: /Vendor/,
    reason: 'the other condition asks for MFA as well: there is an age of it only where there is one',
  },
  {
    type: 'AWS::IAM::Role',
    path: /^(PermissionsBoundary$|Policies)/,
    resource: /Vendor/,
    reason: 'its boundary limits the role just as well',
  },
  {
    type: 'AWS::IAM::ManagedPolicy',
    path: /^PolicyDocument/,
    resource: /VendorBoundary/,
    reason: 'the policies of the role itself deny the same, and allow no more',
  },
  {
    type: 'AWS::S3::BucketPolicy',
    path: /s3:x-amz-acl$/,
    reason: 'no ACL has any effect on a bucket whose owner enforces ownership',
  },
  {
    type: 'AWS::EC2::SecurityGroupEgress',
    path: /^$/,
    operators: ['drop-resource', 'conditional'],
    resource: /toResidentRecord/,
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
    subject: /^(?!InternetVpc with NAT)/,
    reason: 'fewer ways: the service is not reached at all, since there is no other way out of these subnets',
  },
  {
    type: 'AWS::EC2::VPCEndpoint',
    path: /^(SubnetIds|RouteTableIds|PrivateDnsEnabled)/,
    subject: /^(?!InternetVpc with NAT)/,
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
    type: 'AWS::IAM::Role',
    path: /Statement\[Allow\]\.Condition(\.IpAddress|\.StringEquals(\.sts:ExternalId)?$|$)/,
    operators: ['drop', 'drop-item', 'widen', 'any-value', 'if-exists'],
    change: /sts:ExternalId|SourceIp|203\.0\.113|IpAddress|city-2024|StringEquals/,
    resource: /Vendor/,
    reason:
      'addresses and a shared word are beyond what is asked for: named principals, with MFA, for an hour',
  },
];
