import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, sub, vpc, when } from './support';

const tcp = (port: number | string, from: object) => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  ...from,
});

const NEAR = { CidrIp: '10.20.0.0/16' };

const WORLD = { CidrIp: '0.0.0.0/0' };

const OUT = [tcp(443, NEAR)];

const group = (ingress: unknown, egress: unknown = OUT) =>
  res('AWS::EC2::SecurityGroup', {
    GroupDescription: 'of an accuracy case',
    VpcId: ref('Vpc'),
    ...(ingress === undefined ? {} : { SecurityGroupIngress: ingress }),
    ...(egress === undefined ? {} : { SecurityGroupEgress: egress }),
  });

const inZone = (ingress: unknown, egress: unknown = OUT) => ({ Vpc: vpc(), Group: group(ingress, egress) });

const FACTS = {
  customerManagedKeys: [],
  zoneOf: {},
  prefixLists: {},
  outsideAccounts: [],
  developmentAccounts: [],
};

const envTemplate = (ingress: unknown) => ({
  Parameters: { Env: { Type: 'String', Default: 'prod' } },
  Conditions: { Trial: { 'Fn::Equals': [ref('Env'), 'trial'] } },
  Resources: inZone(ingress),
});

/** 4(1)① asks for limits by address and by port, both ways. */
const LIMITS: readonly AccuracyCase[] = [
  {
    name: 'the world may come in on the port of the web',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Group',
    resources: inZone([tcp(443, WORLD)]),
  },
  {
    name: 'a range and a port in, a range and a port out',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Group',
    resources: inZone([tcp('443', { CidrIp: '10.128.4.0/22' })]),
  },
  {
    name: 'the address is limited and the port is not',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Group',
    resources: inZone([{ IpProtocol: -1, CidrIp: '10.20.1.0/24' }]),
  },
  {
    name: 'the source is another group, the port that of the database',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Db',
    resources: {
      ...inZone([tcp(443, NEAR)]),
      Db: group([tcp(5432, { SourceSecurityGroupId: att('Group', 'GroupId') })], [tcp(443, NEAR)]),
    },
  },
  {
    name: 'a group that says nothing of egress lets everything out',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Group',
    resources: { Vpc: vpc(), Group: { ...group([tcp(443, NEAR)], NO_VALUE) } },
  },
  {
    name: 'the rule by which CDK writes that nothing goes out',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Group',
    resources: inZone(undefined, [
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
    name: 'IPv6 from everywhere',
    clause: '4(2)①',
    expect: 'violation',
    on: 'Group',
    template: `
Metadata: { Jichitai: { Zone: lgwan } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIpv6: '::/0' }]
      SecurityGroupEgress: [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
`,
  },
  {
    name: 'two halves are the whole',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Group',
    resources: inZone([tcp(443, { CidrIp: '0.0.0.0/1' }), tcp(443, { CidrIp: '128.0.0.0/1' })]),
  },
  {
    name: 'the range comes from a map of environments, whose key is a parameter with two values',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Group',
    template: `
Parameters: { Env: { Type: String, AllowedValues: [prod, trial] } }
Mappings: { From: { prod: { Cidr: 10.128.0.0/16 }, trial: { Cidr: 0.0.0.0/0 } } }
Metadata: { Jichitai: { Zone: my-number } }
Resources:
  Vpc: { Type: AWS::EC2::VPC, Properties: { CidrBlock: 10.0.0.0/16 } }
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: web
      VpcId: !Ref Vpc
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: !FindInMap [From, !Ref Env, Cidr] }
      SecurityGroupEgress: &out [{ IpProtocol: tcp, FromPort: 443, ToPort: 443, CidrIp: 10.0.0.0/16 }]
`,
  },
  {
    // Corrected from undetermined: a range of 65,536 addresses is a limit, whichever it is.
    name: 'the range is completed by a parameter, its size is not',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Group',
    template: {
      Parameters: { Office: { Type: 'String', Default: '10.128' } },
      Resources: inZone([tcp(443, { CidrIp: sub('${Office}.0.0/16') })]),
    },
  },
  {
    name: 'the size of the range is a parameter',
    clause: '4(1)①',
    expect: 'undetermined',
    on: 'Group',
    template: {
      Parameters: { Bits: { Type: 'Number', Default: 16 } },
      Resources: inZone([tcp(443, { CidrIp: sub('10.128.0.0/${Bits}') })]),
    },
  },
  {
    name: 'one of two lists of rules is open',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Group',
    template: envTemplate(when('Trial', [tcp(443, WORLD)], [tcp(443, NEAR)])),
  },
  {
    name: 'a rule that vanishes outside of the trial environment is open in it',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Group',
    template: envTemplate([tcp(443, NEAR), when('Trial', tcp(22, WORLD), NO_VALUE)]),
  },
  {
    name: 'a rule that vanishes, limited where it is there',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Group',
    template: envTemplate([tcp(443, NEAR), when('Trial', tcp(8443, NEAR), NO_VALUE)]),
  },
  {
    name: 'a rule that stands apart from its group opens it, in the zone of the VPC of the group',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Rule',
    zone: 'none',
    resources: {
      Vpc: vpc('my-number'),
      Group: group(undefined),
      Rule: res('AWS::EC2::SecurityGroupIngress', { GroupId: att('Group', 'GroupId'), ...tcp(443, WORLD) }),
    },
  },
  {
    name: 'a rule of a group of the Internet zone in a template of the my-number zone',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Rule',
    resources: {
      Vpc: vpc('internet'),
      Group: group(undefined),
      Rule: res('AWS::EC2::SecurityGroupIngress', { GroupId: att('Group', 'GroupId'), ...tcp(443, WORLD) }),
    },
  },
  {
    name: 'a prefix list of the template with the ranges of the city',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Group',
    resources: {
      ...inZone([tcp(443, { SourcePrefixListId: att('Offices', 'PrefixListId') })]),
      Offices: res('AWS::EC2::PrefixList', {
        PrefixListName: 'offices',
        AddressFamily: 'IPv4',
        MaxEntries: 2,
        Entries: [{ Cidr: '10.128.0.0/16' }, { Cidr: '10.129.0.0/16' }],
      }),
    },
  },
  {
    name: 'a prefix list of the template that holds everything',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Group',
    resources: {
      ...inZone([tcp(443, { SourcePrefixListId: ref('Offices') })]),
      Offices: res('AWS::EC2::PrefixList', {
        PrefixListName: 'offices',
        AddressFamily: 'IPv4',
        MaxEntries: 2,
        Entries: [{ Cidr: '10.128.0.0/16' }, { Cidr: '0.0.0.0/0', Description: 'temporary' }],
      }),
    },
  },
  {
    name: 'a prefix list of somebody else',
    clause: '4(1)①',
    expect: 'undetermined',
    on: 'Group',
    resources: inZone([tcp(443, { SourcePrefixListId: 'pl-0123456789abcdef0' })]),
  },
  {
    name: 'a prefix list that the profile knows, for traffic to the gateway endpoint of S3',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Group',
    profile: { facts: { ...FACTS, prefixLists: { 'pl-61a54004': ['52.219.0.0/16', '3.5.152.0/21'] } } },
    resources: inZone(undefined, [tcp(443, { DestinationPrefixListId: 'pl-61a54004' })]),
  },
  {
    name: 'all ports of TCP are no limit by port',
    clause: '4(1)①',
    expect: 'violation',
    on: 'Group',
    resources: inZone([{ IpProtocol: 'tcp', FromPort: 0, ToPort: 65535, CidrIp: '10.20.0.0/16' }]),
  },
  {
    name: 'ICMP echo from the office',
    clause: '4(1)①',
    expect: 'compliant',
    on: 'Group',
    resources: inZone([{ IpProtocol: 'icmp', FromPort: 8, ToPort: -1, CidrIp: '10.128.0.0/16' }]),
  },
];

accuracyCases('segregation: security groups', LIMITS);
