import { DefaultSecurityGroupIsUnused } from '../../../lib/rules/network/DefaultSecurityGroupIsUnused';
import { NetworkAclGuardsAdministrationPorts } from '../../../lib/rules/network/NetworkAclGuardsAdministrationPorts';
import { ruleCases } from '../../helpers/rule-cases';
import { att, ENV, either, make, NO_VALUE, ref, subnet, vpc } from './pieces';

const network = { Vpc: vpc('internet'), Subnet: subnet() };
const instance = (more: Record<string, unknown>) =>
  make('AWS::EC2::Instance', { SubnetId: ref('Subnet'), ...more });

ruleCases(DefaultSecurityGroupIsUnused, [
  {
    name: 'accepts a group of its own',
    expect: 'compliant',
    resources: { ...network, Host: instance({ SecurityGroupIds: ['sg-1'] }) },
  },
  {
    name: 'accepts groups that are a parameter',
    expect: 'compliant',
    template: {
      Parameters: { Groups: { Type: 'List<AWS::EC2::SecurityGroup::Id>' } },
      Resources: { ...network, Host: instance({ SecurityGroupIds: ref('Groups') }) },
    },
  },
  {
    name: 'accepts groups at an interface',
    expect: 'compliant',
    resources: {
      ...network,
      Host: make('AWS::EC2::Instance', {
        NetworkInterfaces: [{ DeviceIndex: '0', GroupSet: ['sg-1'], SubnetId: ref('Subnet') }],
      }),
    },
  },
  {
    name: 'refuses the default group by its attribute',
    expect: 'violation',
    resources: { ...network, Host: instance({ SecurityGroupIds: [att('Vpc', 'DefaultSecurityGroup')] }) },
  },
  {
    name: 'refuses to open the default group',
    expect: 'violation',
    resources: {
      ...network,
      Rule: make('AWS::EC2::SecurityGroupIngress', {
        GroupId: att('Vpc', 'DefaultSecurityGroup'),
        IpProtocol: 'tcp',
        FromPort: 443,
        ToPort: 443,
        CidrIp: '10.0.0.0/16',
      }),
    },
  },
  {
    name: 'reads absence as the default group',
    expect: 'violation',
    resources: { ...network, Host: instance({}) },
  },
  {
    name: 'accepts absence where CDK closes the default group',
    expect: 'compliant',
    resources: {
      ...network,
      Host: instance({}),
      Close: make('Custom::VpcRestrictDefaultSG', {
        DefaultSecurityGroupId: att('Vpc', 'DefaultSecurityGroup'),
      }),
    },
  },
  {
    name: 'leaves an instance of a cluster to the cluster',
    expect: 'compliant',
    resources: { Db: make('AWS::RDS::DBInstance', { DBClusterIdentifier: 'c' }) },
  },
  {
    name: 'refuses an interface endpoint without groups, not a gateway endpoint',
    expect: 'violation',
    resources: {
      A: make('AWS::EC2::VPCEndpoint', { VpcId: 'vpc-1' }),
      B: make('AWS::EC2::VPCEndpoint', { VpcId: 'vpc-1', VpcEndpointType: 'Interface' }),
    },
  },
  {
    name: 'leaves an instance with a launch template to the template',
    expect: 'compliant',
    resources: { ...network, Host: instance({ LaunchTemplate: { LaunchTemplateId: 'lt-1', Version: '1' } }) },
  },
  {
    name: 'names the condition',
    expect: 'violation',
    template: {
      ...ENV,
      Resources: {
        ...network,
        Host: instance({ SecurityGroupIds: either('Production', ['sg-1'], NO_VALUE) }),
      },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'does not know what a macro writes',
    expect: 'undetermined',
    resources: { ...network, Host: instance({ SecurityGroupIds: { 'Fn::Transform': { Name: 'Groups' } } }) },
  },
]);

const entry = (more: Record<string, unknown>) => ({
  Entry: make('AWS::EC2::NetworkAclEntry', {
    NetworkAclId: 'acl-1',
    RuleNumber: 100,
    RuleAction: 'allow',
    Protocol: 6,
    CidrBlock: '0.0.0.0/0',
    PortRange: { From: 22, To: 22 },
    ...more,
  }),
});

ruleCases(NetworkAclGuardsAdministrationPorts, [
  { name: 'refuses SSH for everybody', expect: 'violation', resources: entry({}) },
  { name: 'refuses everything for everybody', expect: 'violation', resources: entry({ Protocol: '-1' }) },
  { name: 'accepts a denial', expect: 'compliant', resources: entry({ RuleAction: 'deny' }) },
  { name: 'is not asked of what goes out', expect: 'compliant', resources: entry({ Egress: 'true' }) },
  { name: 'accepts a range', expect: 'compliant', resources: entry({ CidrBlock: '10.0.0.0/16' }) },
  {
    name: 'accepts the ports of replies, which a network ACL cannot tell from others',
    expect: 'compliant',
    resources: entry({ PortRange: { From: 32768, To: 65535 } }),
  },
  {
    name: 'refuses a range of replies that begins among servers',
    expect: 'violation',
    resources: entry({ PortRange: { From: 1024, To: 65535 } }),
  },
  { name: 'accepts the web', expect: 'compliant', resources: entry({ PortRange: { From: 443, To: 443 } }) },
  {
    name: 'refuses SSH for everybody over IPv6',
    expect: 'violation',
    resources: entry({ CidrBlock: NO_VALUE, Ipv6CidrBlock: '::/0' }),
  },
  {
    name: 'does not know a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Range: { Type: 'String' } },
      Resources: entry({ CidrBlock: ref('Range') }),
    },
  },
]);
