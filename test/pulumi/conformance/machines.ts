import { situation } from '../conformance-forms';
import { resource } from '../helpers';
import type { Situation } from './situation';

const VPC = { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: '10.1.0.0/16' } };

const VPC_ID = { Ref: 'Vpc' };

const vpc = resource('aws:ec2/vpc:Vpc', 'Vpc', { cidrBlock: '10.1.0.0/16' });

const SUBNET = { Type: 'AWS::EC2::Subnet', Properties: { VpcId: VPC_ID, CidrBlock: '10.1.1.0/24' } };

const subnet = resource('aws:ec2/subnet:Subnet', 'Subnet', { vpcId: vpc, cidrBlock: '10.1.1.0/24' });

/** A group into which a range is let by TCP. */
const group = (port: number, range: string) => ({
  cloudformation: {
    Vpc: VPC,
    Group: {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: {
        VpcId: VPC_ID,
        GroupDescription: 'servers',
        SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: port, ToPort: port, CidrIp: range }],
        SecurityGroupEgress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: '10.1.2.0/24' }],
      },
    },
  },
  aws: [
    vpc,
    resource('aws:ec2/securityGroup:SecurityGroup', 'Group', {
      vpcId: vpc,
      description: 'servers',
      ingress: [{ protocol: 'tcp', fromPort: port, toPort: port, cidrBlocks: [range] }],
      egress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, cidrBlocks: ['10.1.2.0/24'] }],
    }),
  ],
});

const [office, anywhere] = [group(443, '10.1.3.0/24'), group(22, '0.0.0.0/0')];

/** A rule that stands by itself. */
const EMPTY_GROUP = {
  Type: 'AWS::EC2::SecurityGroup',
  Properties: { VpcId: VPC_ID, GroupDescription: 'servers' },
};

const emptyGroup = resource('aws:ec2/securityGroup:SecurityGroup', 'Group', {
  vpcId: vpc,
  description: 'servers',
});

const ingress = (range: string) => ({
  Vpc: VPC,
  Group: EMPTY_GROUP,
  Rule: {
    Type: 'AWS::EC2::SecurityGroupIngress',
    Properties: {
      GroupId: { 'Fn::GetAtt': ['Group', 'GroupId'] },
      IpProtocol: 'tcp',
      FromPort: 3389,
      ToPort: 3389,
      CidrIp: range,
    },
  },
});

const instance = (properties: object, inputs: object) => ({
  cloudformation: {
    Vpc: VPC,
    Subnet: SUBNET,
    Server: {
      Type: 'AWS::EC2::Instance',
      Properties: { ImageId: 'ami-1', SubnetId: { Ref: 'Subnet' }, ...properties },
    },
  },
  aws: [
    vpc,
    subnet,
    resource('aws:ec2/instance:Instance', 'Server', {
      ami: 'ami-1',
      instanceType: 't3.small',
      subnetId: subnet,
      ...inputs,
    }),
  ],
});

const tokens = (word: string) =>
  instance({ MetadataOptions: { HttpTokens: word } }, { metadataOptions: { httpTokens: word } });

const forwarding = (check: boolean) => instance({ SourceDestCheck: check }, { sourceDestCheck: check });

const ACL = (range: string) => ({
  Vpc: VPC,
  Acl: { Type: 'AWS::EC2::NetworkAcl', Properties: { VpcId: VPC_ID } },
  In: {
    Type: 'AWS::EC2::NetworkAclEntry',
    Properties: {
      NetworkAclId: { Ref: 'Acl' },
      RuleNumber: 100,
      Protocol: 6,
      RuleAction: 'allow',
      CidrBlock: range,
      PortRange: { From: 22, To: 22 },
    },
  },
});

const acl = (range: string) => [
  vpc,
  resource('aws:ec2/networkAcl:NetworkAcl', 'Acl', {
    vpcId: vpc,
    ingress: [{ ruleNo: 100, protocol: 'tcp', action: 'allow', cidrBlock: range, fromPort: 22, toPort: 22 }],
  }),
];

export const SITUATIONS: readonly Situation[] = [
  situation('SecurityGroupLimitsIngress', 'compliant', 'lets in one network', office),
  situation('SecurityGroupLimitsIngress', 'violation', 'lets in everybody', anywhere),
  situation('SecurityGroupLimitsEgress', 'compliant', 'lets out to one network', office),
  situation('NoAdministrationPortFromAnywhere', 'violation', 'opens SSH to everybody', anywhere, 'internet'),
  situation('NoAdministrationPortFromAnywhere', 'violation', 'opens remote desktops by a rule of its own', {
    cloudformation: ingress('0.0.0.0/0'),
    aws: [
      vpc,
      emptyGroup,
      resource('aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule', 'Rule', {
        securityGroupId: emptyGroup,
        ipProtocol: 'tcp',
        fromPort: 3389,
        toPort: 3389,
        cidrIpv4: '0.0.0.0/0',
      }),
    ],
  }),
  situation('NoAdministrationPortFromAnywhere', 'compliant', 'opens remote desktops to one network', {
    cloudformation: ingress('10.1.3.0/24'),
    aws: [
      vpc,
      emptyGroup,
      resource('aws:ec2/securityGroupRule:SecurityGroupRule', 'Rule', {
        type: 'ingress',
        securityGroupId: emptyGroup,
        protocol: 'tcp',
        fromPort: 3389,
        toPort: 3389,
        cidrBlocks: ['10.1.3.0/24'],
      }),
    ],
  }),
  situation('ImdsV2Required', 'compliant', 'asks for tokens', tokens('required')),
  situation('ImdsV2Required', 'violation', 'does without tokens', tokens('optional')),
  situation('ServerDoesNotForwardTraffic', 'violation', 'forwards what is not its own', forwarding(false)),
  situation('ServerDoesNotForwardTraffic', 'compliant', 'forwards nothing', forwarding(true)),
  situation('NetworkAclGuardsAdministrationPorts', 'violation', 'lets SSH of everybody into subnets', {
    cloudformation: ACL('0.0.0.0/0'),
    aws: acl('0.0.0.0/0'),
  }),
  situation('NetworkAclGuardsAdministrationPorts', 'compliant', 'lets SSH of one network into subnets', {
    cloudformation: ACL('10.1.3.0/24'),
    aws: acl('10.1.3.0/24'),
  }),
  situation('SnapshotSharingBlocked', 'compliant', 'blocks sharing of snapshots', {
    cloudformation: {
      Block: { Type: 'AWS::EC2::SnapshotBlockPublicAccess', Properties: { State: 'block-all-sharing' } },
    },
    aws: [
      resource('aws:ebs/snapshotBlockPublicAccess:SnapshotBlockPublicAccess', 'Block', {
        state: 'block-all-sharing',
      }),
    ],
  }),
];
