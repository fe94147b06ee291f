import type { PartMapping } from '../../../lib/pulumi/mapping';
import type { Written } from '.';

/** What the provider writes where a group may let nothing out: a rule for no traffic that there is. */
const NO_EGRESS = [
  {
    CidrIp: '255.255.255.255/32',
    IpProtocol: 'icmp',
    FromPort: 252,
    ToPort: 86,
    Description: 'Disallow all traffic',
  },
];

/** CloudFormation has numbers for protocols in network ACLs. */
const ACL_PROTOCOL = { words: { all: -1, tcp: 6, udp: 17, icmp: 1, icmpv6: 58 } } as const;
const PROTOCOL = { words: { all: '-1' } } as const;

function aclRules(list: 'ingress' | 'egress'): PartMapping {
  return {
    list,
    type: 'AWS::EC2::NetworkAclEntry',
    whole: 'NetworkAclId',
    properties: {
      ruleNo: 'RuleNumber',
      action: 'RuleAction',
      protocol: { to: 'Protocol', as: ACL_PROTOCOL },
      cidrBlock: 'CidrBlock',
      ipv6CidrBlock: 'Ipv6CidrBlock',
      fromPort: 'PortRange.From',
      toPort: 'PortRange.To',
      icmpType: 'Icmp.Type',
      icmpCode: 'Icmp.Code',
    },
    defaults: { Egress: list === 'egress' },
  };
}

const ACL_LINKS: PartMapping = {
  list: 'subnetIds',
  type: 'AWS::EC2::SubnetNetworkAclAssociation',
  whole: 'NetworkAclId',
  properties: { '': 'SubnetId' },
};

/** Security groups, network ACLs and prefix lists. */
export const NETWORK_FILTERS: Written = {
  'ec2/securityGroup:SecurityGroup': {
    type: 'AWS::EC2::SecurityGroup',
    not: ['ingress', 'egress'],
    properties: { name: 'GroupName', description: 'GroupDescription' },
    special: 'groupRules',
    defaults: {
      GroupDescription: 'Managed by Pulumi',
      // The provider takes away the rule that lets everything out.
      SecurityGroupEgress: NO_EGRESS,
    },
  },
  // The provider takes all rules out of the default group, then writes those that are given.
  'ec2/defaultSecurityGroup:DefaultSecurityGroup': {
    type: 'AWS::EC2::VPC',
    into: 'vpcId',
    not: ['tags', 'vpcId', 'ingress', 'egress'],
    outputs: { id: 'DefaultSecurityGroup' },
    special: 'defaultGroup',
  },
  'ec2/securityGroupRule:SecurityGroupRule': {
    type: {
      by: 'type',
      is: { ingress: 'AWS::EC2::SecurityGroupIngress', egress: 'AWS::EC2::SecurityGroupEgress' },
    },
    not: ['type', 'sourceSecurityGroupId'],
    properties: { securityGroupId: 'GroupId', protocol: { to: 'IpProtocol', as: PROTOCOL } },
    special: 'groupRule',
  },
  'vpc/securityGroupIngressRule:SecurityGroupIngressRule': {
    type: 'AWS::EC2::SecurityGroupIngress',
    properties: {
      securityGroupId: 'GroupId',
      cidrIpv4: 'CidrIp',
      prefixListId: 'SourcePrefixListId',
      referencedSecurityGroupId: 'SourceSecurityGroupId',
      ipProtocol: { to: 'IpProtocol', as: PROTOCOL },
    },
  },
  'vpc/securityGroupEgressRule:SecurityGroupEgressRule': {
    type: 'AWS::EC2::SecurityGroupEgress',
    properties: {
      securityGroupId: 'GroupId',
      cidrIpv4: 'CidrIp',
      prefixListId: 'DestinationPrefixListId',
      referencedSecurityGroupId: 'DestinationSecurityGroupId',
      ipProtocol: { to: 'IpProtocol', as: PROTOCOL },
    },
  },
  'ec2/networkAcl:NetworkAcl': {
    type: 'AWS::EC2::NetworkAcl',
    parts: [aclRules('ingress'), aclRules('egress'), ACL_LINKS],
  },
  'ec2/defaultNetworkAcl:DefaultNetworkAcl': {
    type: 'AWS::EC2::VPC',
    into: 'defaultNetworkAclId',
    not: ['tags'],
    outputs: { id: 'DefaultNetworkAcl' },
    parts: [aclRules('ingress'), aclRules('egress'), ACL_LINKS],
    lacks: {
      NetworkAclEntry:
        'without rules of its own the default list lets nothing pass, where a template has it pass all',
    },
  },
  'ec2/networkAclRule:NetworkAclRule': {
    type: 'AWS::EC2::NetworkAclEntry',
    properties: {
      protocol: { to: 'Protocol', as: ACL_PROTOCOL },
      fromPort: 'PortRange.From',
      toPort: 'PortRange.To',
      icmpType: 'Icmp.Type',
      icmpCode: 'Icmp.Code',
    },
  },
  'ec2/networkAclAssociation:NetworkAclAssociation': { type: 'AWS::EC2::SubnetNetworkAclAssociation' },
  'ec2/managedPrefixList:ManagedPrefixList': {
    type: 'AWS::EC2::PrefixList',
    properties: { name: 'PrefixListName' },
  },
  'ec2/managedPrefixListEntry:ManagedPrefixListEntry': {
    type: 'AWS::EC2::PrefixList',
    into: 'prefixListId',
    not: ['description'],
    properties: { cidr: 'Entries[+].Cidr' },
  },
};
