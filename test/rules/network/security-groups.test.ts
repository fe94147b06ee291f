import { NoAdministrationPortFromAnywhere } from '../../../lib/rules/network/NoAdministrationPortFromAnywhere';
import { PublicIngressOnlyToWebPorts } from '../../../lib/rules/network/PublicIngressOnlyToWebPorts';
import { SecurityGroupLimitsEgress } from '../../../lib/rules/network/SecurityGroupLimitsEgress';
import { SecurityGroupLimitsIngress } from '../../../lib/rules/network/SecurityGroupLimitsIngress';
import { ruleCases } from '../../helpers/rule-cases';
import { att, ENV, either, facts, make, NO_VALUE, ref, vpc } from './pieces';

const tcp = (from: unknown, to: unknown, more: Record<string, unknown>) => ({
  IpProtocol: 'tcp',
  FromPort: from,
  ToPort: to,
  ...more,
});
const group = (SecurityGroupIngress?: unknown, more: Record<string, unknown> = {}) =>
  make('AWS::EC2::SecurityGroup', {
    GroupDescription: 'x',
    VpcId: ref('Vpc'),
    ...(SecurityGroupIngress === undefined ? {} : { SecurityGroupIngress }),
    ...more,
  });
const inMyNumber = (rules: unknown) => ({ Vpc: vpc('my-number'), Group: group(rules) });

ruleCases(SecurityGroupLimitsIngress, [
  { name: 'accepts no rule at all', expect: 'compliant', resources: inMyNumber(undefined) },
  {
    name: 'accepts one port from one range',
    expect: 'compliant',
    resources: inMyNumber([tcp(443, 443, { CidrIp: '10.1.0.0/24' })]),
  },
  {
    name: 'reads a single rule that is no list',
    expect: 'violation',
    resources: inMyNumber(tcp(443, 443, { CidrIp: '0.0.0.0/0' })),
  },
  {
    name: 'refuses any IPv4 address',
    expect: 'violation',
    resources: inMyNumber([tcp('443', '443', { CidrIp: '0.0.0.0/0' })]),
    property: 'SecurityGroupIngress[0].CidrIp',
  },
  {
    name: 'refuses any IPv6 address',
    expect: 'violation',
    resources: inMyNumber([tcp(443, 443, { CidrIpv6: '::/0' })]),
  },
  {
    name: 'refuses any IPv6 address in another spelling',
    expect: 'violation',
    resources: inMyNumber([tcp(443, 443, { CidrIpv6: '0:0:0:0:0:0:0:0/0' })]),
  },
  {
    name: 'refuses half of all addresses',
    expect: 'violation',
    resources: inMyNumber([tcp(443, 443, { CidrIp: '0.0.0.0/1' }), tcp(443, 443, { CidrIp: '128.0.0.0/1' })]),
  },
  {
    name: 'refuses all protocols from a range',
    expect: 'violation',
    resources: inMyNumber([{ IpProtocol: '-1', CidrIp: '10.1.0.0/24' }]),
    property: /IpProtocol$/,
  },
  {
    name: 'reads -1 as a number as well',
    expect: 'violation',
    resources: inMyNumber([{ IpProtocol: -1, CidrIp: '10.1.0.0/24' }]),
  },
  {
    name: 'refuses all ports',
    expect: 'violation',
    resources: inMyNumber([tcp(0, 65535, { CidrIp: '10.1.0.0/24' })]),
    property: /FromPort$/,
  },
  {
    name: 'refuses nearly all ports',
    expect: 'violation',
    resources: inMyNumber([tcp(1024, 65535, { CidrIp: '10.1.0.0/24' })]),
  },
  {
    name: 'accepts the dynamic range of remote procedure calls',
    expect: 'compliant',
    resources: inMyNumber([tcp(49152, 65535, { CidrIp: '10.1.0.0/24' })]),
  },
  {
    name: 'knows TCP by its number',
    expect: 'violation',
    resources: inMyNumber([{ IpProtocol: '6', FromPort: 0, ToPort: 65535, CidrIp: '10.1.0.0/24' }]),
  },
  {
    name: 'accepts ICMP from a range: it has no ports',
    expect: 'compliant',
    resources: inMyNumber([{ IpProtocol: 'icmp', FromPort: -1, ToPort: -1, CidrIp: '10.1.0.0/24' }]),
  },
  {
    name: 'accepts the addresses of the VPC',
    expect: 'compliant',
    resources: inMyNumber([tcp(443, 443, { CidrIp: att('Vpc', 'CidrBlock') })]),
  },
  {
    name: 'accepts the IPv6 addresses of the VPC',
    expect: 'compliant',
    resources: inMyNumber([tcp(443, 443, { CidrIpv6: { 'Fn::Select': [0, att('Vpc', 'Ipv6CidrBlocks')] } })]),
  },
  {
    name: 'knows a single address by its prefix length, whatever it is',
    expect: 'compliant',
    template: {
      Parameters: { Address: { Type: 'String' } },
      Resources: inMyNumber([tcp(443, 443, { CidrIp: { 'Fn::Sub': '${Address}/32' } })]),
    },
  },
  {
    name: 'knows all addresses by the prefix length, whatever comes before',
    expect: 'violation',
    template: {
      Parameters: { Address: { Type: 'String' } },
      Resources: inMyNumber([tcp(443, 443, { CidrIp: { 'Fn::Join': ['/', [ref('Address'), '0']] } })]),
    },
  },
  {
    name: 'does not know a range that is a parameter, whatever its default',
    expect: 'undetermined',
    template: {
      Parameters: { Range: { Type: 'String', Default: '10.1.0.0/24' } },
      Resources: inMyNumber([tcp(443, 443, { CidrIp: ref('Range') })]),
    },
  },
  {
    name: 'accepts one port that is a parameter',
    expect: 'compliant',
    template: {
      Parameters: { Port: { Type: 'Number' } },
      Resources: inMyNumber([tcp(ref('Port'), ref('Port'), { CidrIp: '10.1.0.0/24' })]),
    },
  },
  {
    name: 'accepts everything among the members of one group',
    expect: 'compliant',
    subject: 'Rule',
    resources: {
      ...inMyNumber(undefined),
      Rule: make('AWS::EC2::SecurityGroupIngress', {
        GroupId: att('Group', 'GroupId'),
        IpProtocol: '-1',
        SourceSecurityGroupId: att('Group', 'GroupId'),
      }),
    },
  },
  {
    name: 'refuses all ports from a group of another zone',
    expect: 'violation',
    subject: 'Group',
    zone: 'none',
    resources: {
      Vpc: vpc('my-number'),
      Other: vpc('internet'),
      Web: group(undefined, { VpcId: ref('Other') }),
      Group: group([{ IpProtocol: '-1', SourceSecurityGroupId: att('Web', 'GroupId') }]),
    },
  },
  {
    name: 'does not know where a group lies that already exists',
    expect: 'undetermined',
    resources: inMyNumber([{ IpProtocol: '-1', SourceSecurityGroupId: 'sg-1' }]),
  },
  {
    name: 'accepts one port from a group that already exists: both limits are there',
    expect: 'compliant',
    resources: inMyNumber([tcp(443, 443, { SourceSecurityGroupId: 'sg-1' })]),
  },
  {
    name: 'sees a rule that stands by itself, in a stack of another zone',
    expect: 'violation',
    zone: 'none',
    subject: 'Rule',
    template: [
      {
        Resources: inMyNumber(undefined),
        Outputs: { G: { Value: att('Group', 'GroupId'), Export: { Name: 'g' } } },
      },
      {
        Metadata: { Jichitai: { Zone: 'internet' } },
        Resources: {
          Rule: make(
            'AWS::EC2::SecurityGroupIngress',
            tcp(443, 443, { GroupId: { 'Fn::ImportValue': 'g' }, CidrIp: '0.0.0.0/0' }),
          ),
        },
      },
    ],
  },
  {
    name: 'knows the ranges of a prefix list of the deployment',
    expect: 'violation',
    subject: 'Group',
    resources: {
      ...inMyNumber([tcp(443, 443, { SourcePrefixListId: ref('List') })]),
      List: make('AWS::EC2::PrefixList', { Entries: [{ Cidr: '10.1.0.0/24' }, { Cidr: '0.0.0.0/0' }] }),
    },
  },
  {
    name: 'does not know a prefix list that already exists',
    expect: 'undetermined',
    resources: inMyNumber([tcp(443, 443, { SourcePrefixListId: 'pl-1' })]),
  },
  {
    name: 'takes the ranges of a prefix list from the profile',
    expect: 'compliant',
    profile: facts({ prefixLists: { 'pl-1': ['10.1.0.0/24'] } }),
    resources: inMyNumber([tcp(443, 443, { SourcePrefixListId: 'pl-1' })]),
  },
  {
    name: 'names the condition of a rule',
    expect: 'violation',
    template: {
      ...ENV,
      Resources: inMyNumber([either('Production', NO_VALUE, tcp(443, 443, { CidrIp: '0.0.0.0/0' }))]),
    },
    message: /when Env is "test"/,
  },
  {
    name: 'does not know a list that is a macro',
    expect: 'undetermined',
    resources: inMyNumber({ 'Fn::Transform': { Name: 'Rules' } }),
  },
  {
    name: 'is not asked of the Internet zone',
    expect: 'not-applicable',
    zone: 'none',
    resources: { Vpc: vpc('internet'), Group: group([tcp(443, 443, { CidrIp: '0.0.0.0/0' })]) },
  },
]);

const out = (SecurityGroupEgress?: unknown) => ({
  Vpc: vpc('my-number'),
  Group: group(undefined, SecurityGroupEgress === undefined ? {} : { SecurityGroupEgress }),
});

ruleCases(SecurityGroupLimitsEgress, [
  {
    name: 'accepts the rule of CDK that lets nothing out',
    expect: 'compliant',
    resources: out([
      {
        CidrIp: '255.255.255.255/32',
        Description: 'Disallow all traffic',
        FromPort: 252,
        IpProtocol: 'icmp',
        ToPort: 86,
      },
    ]),
  },
  {
    name: 'accepts the rule of the manual that lets nothing out',
    expect: 'compliant',
    resources: out([{ CidrIp: '127.0.0.1/32', IpProtocol: '-1' }]),
  },
  { name: 'reads absence as everything', expect: 'violation', resources: out(), message: /everything/ },
  { name: 'reads an empty list as everything', expect: 'violation', resources: out([]) },
  {
    name: 'refuses everything that is written',
    expect: 'violation',
    resources: out([{ CidrIp: '0.0.0.0/0', IpProtocol: '-1' }]),
  },
  {
    name: 'refuses the web to everybody',
    expect: 'violation',
    resources: out([tcp(443, 443, { CidrIp: '0.0.0.0/0' })]),
  },
  {
    name: 'refuses IPv6 beside a good rule',
    expect: 'violation',
    resources: out([tcp(443, 443, { CidrIp: '10.0.0.0/16' }), { CidrIpv6: '::/0', IpProtocol: '-1' }]),
  },
  {
    name: 'accepts a port of another group',
    expect: 'compliant',
    resources: out([tcp(5432, 5432, { DestinationSecurityGroupId: 'sg-1' })]),
  },
  {
    name: 'knows that a rule that stands by itself takes the default away',
    expect: 'compliant',
    subject: 'Group',
    resources: {
      ...out(),
      Rule: make(
        'AWS::EC2::SecurityGroupEgress',
        tcp(443, 443, { GroupId: ref('Group'), CidrIp: '10.0.0.0/16' }),
      ),
    },
  },
  {
    name: 'does so only under the condition of that rule',
    expect: 'violation',
    subject: 'Group',
    template: {
      ...ENV,
      Resources: {
        ...out(),
        Rule: {
          ...make(
            'AWS::EC2::SecurityGroupEgress',
            tcp(443, 443, { GroupId: ref('Group'), CidrIp: '10.0.0.0/16' }),
          ),
          Condition: 'Production',
        },
      },
    },
    message: /when Env is "test"/,
  },
  {
    name: 'does not know a range that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Range: { Type: 'String' } },
      Resources: out([tcp(443, 443, { CidrIp: ref('Range') })]),
    },
  },
  {
    name: 'judges a rule that stands by itself',
    expect: 'violation',
    subject: 'Rule',
    resources: {
      ...out([{ CidrIp: '127.0.0.1/32', IpProtocol: '-1' }]),
      Rule: make('AWS::EC2::SecurityGroupEgress', {
        GroupId: ref('Group'),
        IpProtocol: '-1',
        CidrIpv6: '::/0',
      }),
    },
  },
  {
    name: 'names the condition under which the list is left empty',
    expect: 'violation',
    template: {
      ...ENV,
      Resources: out([either('Production', tcp(443, 443, { CidrIp: '10.0.0.0/16' }), NO_VALUE)]),
    },
    message: /when Env is "test"/,
  },
  {
    name: 'is not asked of the Internet zone',
    expect: 'not-applicable',
    zone: 'internet',
    resources: { Group: group(undefined, { VpcId: 'vpc-1' }) },
  },
]);

const anywhere = (rules: unknown) => ({ Group: group(rules, { VpcId: 'vpc-1' }) });

const endpointPort = { 'Fn::GetAtt': ['Database', 'Endpoint.Port'] };

/** As CDK writes connections.allowDefaultPortFromAnyIpv4(). */
const databaseForAll = (properties: object) => ({
  ...anywhere([tcp(443, 443, { CidrIp: '0.0.0.0/0' })]),
  Database: { Type: 'AWS::RDS::DBInstance', Properties: properties },
  Ingress: {
    Type: 'AWS::EC2::SecurityGroupIngress',
    Properties: {
      GroupId: { 'Fn::GetAtt': ['Group', 'GroupId'] },
      CidrIp: '0.0.0.0/0',
      IpProtocol: 'tcp',
      FromPort: endpointPort,
      ToPort: endpointPort,
    },
  },
});

ruleCases(NoAdministrationPortFromAnywhere, [
  {
    name: 'accepts the web for everybody',
    expect: 'compliant',
    zone: 'internet',
    resources: anywhere([tcp(443, 443, { CidrIp: '0.0.0.0/0' }), tcp(80, 80, { CidrIpv6: '::/0' })]),
  },
  {
    name: 'refuses SSH for everybody, in any zone',
    expect: 'violation',
    zone: 'none',
    resources: anywhere([tcp(22, 22, { CidrIp: '0.0.0.0/0' })]),
  },
  {
    name: 'refuses the port of a database that is named by its endpoint, and is the one of its engine',
    expect: 'violation',
    zone: 'internet',
    resources: databaseForAll({ Engine: 'mysql' }),
  },
  {
    name: 'leaves open a database of which the port is a parameter',
    expect: 'undetermined',
    zone: 'internet',
    template: {
      Parameters: { Port: { Type: 'Number' } },
      Resources: databaseForAll({ Engine: 'postgres', Port: { Ref: 'Port' } }),
    },
  },
  {
    name: 'leaves open a database of which the engine is not written, as it is restored from a snapshot',
    expect: 'undetermined',
    zone: 'internet',
    resources: databaseForAll({ DBSnapshotIdentifier: 'snapshot' }),
  },
  {
    name: 'refuses a range of ports that holds one',
    expect: 'violation',
    zone: 'internet',
    resources: anywhere([tcp('3000', '4000', { CidrIpv6: '::/0' })]),
  },
  {
    name: 'refuses all protocols for everybody',
    expect: 'violation',
    zone: 'internet',
    resources: anywhere([{ IpProtocol: '-1', CidrIp: '0.0.0.0/0' }]),
  },
  {
    name: 'refuses RDP for a quarter of all addresses',
    expect: 'violation',
    zone: 'internet',
    resources: anywhere([tcp(3389, 3389, { CidrIp: '64.0.0.0/2' })]),
  },
  {
    name: 'accepts SSH for one office',
    expect: 'compliant',
    zone: 'internet',
    resources: anywhere([tcp(22, 22, { CidrIp: '203.0.113.8/32' })]),
  },
  {
    name: 'refuses a database in a rule that stands by itself',
    expect: 'violation',
    zone: 'internet',
    resources: {
      Rule: make('AWS::EC2::SecurityGroupIngress', tcp(5432, 5432, { GroupId: 'sg-1', CidrIp: '0.0.0.0/0' })),
    },
  },
  {
    name: 'does not know a port that is a parameter, for everybody',
    expect: 'undetermined',
    zone: 'internet',
    template: {
      Parameters: { Port: { Type: 'Number', Default: 443 } },
      Resources: anywhere([tcp(ref('Port'), ref('Port'), { CidrIp: '0.0.0.0/0' })]),
    },
  },
  {
    name: 'does not know who may use SSH, from a parameter',
    expect: 'undetermined',
    zone: 'internet',
    template: {
      Parameters: { From: { Type: 'String', Default: '203.0.113.8/32' } },
      Resources: anywhere([tcp(22, 22, { CidrIp: ref('From') })]),
    },
  },
  {
    name: 'need not know who may use the web',
    expect: 'compliant',
    zone: 'internet',
    template: {
      Parameters: { From: { Type: 'String' } },
      Resources: anywhere([tcp(443, 443, { CidrIp: ref('From') })]),
    },
  },
]);

ruleCases(PublicIngressOnlyToWebPorts, [
  {
    name: 'accepts the web',
    expect: 'compliant',
    zone: 'internet',
    resources: anywhere([tcp(443, 443, { CidrIp: '0.0.0.0/0' })]),
  },
  {
    name: 'refuses another port for everybody',
    expect: 'violation',
    zone: 'internet',
    resources: anywhere([tcp(8080, 8080, { CidrIp: '0.0.0.0/0' })]),
  },
  {
    name: 'leaves ports for administration to the rule that blocks',
    expect: 'compliant',
    zone: 'internet',
    resources: anywhere([
      tcp(3389, 3389, { CidrIp: '0.0.0.0/0' }),
      { IpProtocol: '-1', CidrIp: '0.0.0.0/0' },
    ]),
  },
  {
    name: 'accepts another port for somebody',
    expect: 'compliant',
    zone: 'internet',
    resources: anywhere([tcp(8080, 8080, { CidrIp: '203.0.113.0/24' })]),
  },
  {
    name: 'does not know a port that is a parameter',
    expect: 'undetermined',
    zone: 'internet',
    template: {
      Parameters: { Port: { Type: 'Number' } },
      Resources: anywhere([tcp(ref('Port'), ref('Port'), { CidrIp: '0.0.0.0/0' })]),
    },
  },
]);
