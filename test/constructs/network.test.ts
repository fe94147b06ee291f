import { CfnParameter, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { RetentionDays } from 'aws-cdk-lib/aws-logs';
import {
  InternetVpc,
  LgwanVpc,
  LogArchive,
  ManagementVpc,
  MyNumberVpc,
  NameFirewall,
  type ZoneVpc,
  type ZoneVpcProps,
} from '../../constructs';
import { failureOf, quickApp, statementsOf, templateOf, typesOf } from './support';

type VpcClass = new (stack: Stack, id: string, props: ZoneVpcProps) => ZoneVpc;

const CIDR = '10.32.0.0/16';
const ISOLATED: [string, VpcClass][] = [
  ['my-number', MyNumberVpc],
  ['lgwan', LgwanVpc],
  ['management', ManagementVpc],
];
const ALL: [string, VpcClass][] = [...ISOLATED, ['internet', InternetVpc]];

const templates = new Map<string, Template>(
  ALL.map(([zone, Vpc]) => [zone, templateOf((stack) => new Vpc(stack, 'Network', { cidr: CIDR }))]),
);
const templateFor = (zone: string) => templates.get(zone)!;

describe.each(ISOLATED)('the VPC of the %s zone', (zone) => {
  test('has nothing through which a packet could leave it (4(1)①)', () => {
    const waysOut = [...typesOf(templateFor(zone))].filter((type) =>
      /InternetGateway|NatGateway|EIP|Peering|TransitGateway|VPNGateway|VPCGatewayAttachment/.test(type),
    );
    expect(waysOut).toEqual([]);
    templateFor(zone).resourceCountIs('AWS::EC2::Route', 0);
  });
});

describe.each(ALL)('the VPC of the %s zone', (zone) => {
  test('carries the mark of its zone on everything that can be tagged', () => {
    const mark = Match.arrayWith([{ Key: 'jichitai:zone', Value: zone }]);
    for (const type of ['VPC', 'Subnet', 'RouteTable', 'SecurityGroup', 'VPCEndpoint', 'FlowLog']) {
      templateFor(zone).allResourcesProperties(`AWS::EC2::${type}`, { Tags: mark });
    }
  });

  test('spreads over two availability zones without asking the account (5.1(2))', () => {
    const subnets = Object.values(templateFor(zone).findResources('AWS::EC2::Subnet'));
    const zones = subnets.map((subnet) => JSON.stringify(subnet['Properties'].AvailabilityZone));
    expect([...new Set(zones)]).toEqual(
      [0, 1].map((index) => JSON.stringify({ 'Fn::Select': [index, { 'Fn::GetAZs': '' }] })),
    );
    expect(new Set(subnets.map((subnet) => subnet['Properties'].CidrBlock)).size).toBe(subnets.length);
  });

  test('gives no public address to anything by itself (4(1)①)', () => {
    templateFor(zone).allResourcesProperties('AWS::EC2::Subnet', { MapPublicIpOnLaunch: false });
  });

  test('takes its time from the Amazon Time Sync Service (8.1②)', () => {
    const template = templateFor(zone);
    template.hasResourceProperties('AWS::EC2::DHCPOptions', {
      NtpServers: ['169.254.169.123'],
      DomainNameServers: ['AmazonProvidedDNS'],
    });
    const [vpc] = Object.keys(template.findResources('AWS::EC2::VPC'));
    template.hasResourceProperties('AWS::EC2::VPCDHCPOptionsAssociation', { VpcId: { Ref: vpc } });
  });

  test('logs all traffic to an encrypted log group for years (4(3)①, 7.1(6)①)', () => {
    const template = templateFor(zone);
    template.hasResourceProperties('AWS::EC2::FlowLog', {
      ResourceType: 'VPC',
      TrafficType: 'ALL',
      LogDestinationType: 'cloud-watch-logs',
    });
    template.hasResource('AWS::Logs::LogGroup', {
      Properties: { RetentionInDays: 1096, KmsKeyId: Match.anyValue() },
      DeletionPolicy: 'Retain',
    });
  });

  test('has endpoints that let through only what is the account’s own (9.2(6)①(カ))', () => {
    const endpoints = Object.values(templateFor(zone).findResources('AWS::EC2::VPCEndpoint'));
    expect(endpoints).toHaveLength(13);
    for (const { Properties: endpoint } of endpoints) {
      for (const statement of endpoint.PolicyDocument.Statement) {
        if (JSON.stringify(statement).includes('starport-layer-bucket')) continue;
        expect(statement.Condition.StringEquals['aws:PrincipalAccount']).toEqual({ Ref: 'AWS::AccountId' });
        expect(statement.Action).not.toBe('*');
      }
    }
  });

  test('opens its endpoints to its own addresses, on HTTPS, and to nothing outwards (7.1(8)②)', () => {
    templateFor(zone).hasResourceProperties('AWS::EC2::SecurityGroup', {
      SecurityGroupIngress: [
        Match.objectLike({ CidrIp: CIDR, IpProtocol: 'tcp', FromPort: 443, ToPort: 443 }),
      ],
      SecurityGroupEgress: [Match.objectLike({ CidrIp: '255.255.255.255/32' })],
    });
  });

  test('leaves the default security group alone, and needs no function to do so (7.1(8)②)', () => {
    expect(JSON.stringify(templateFor(zone).toJSON())).not.toContain('DefaultSecurityGroup');
    expect([...typesOf(templateFor(zone))].filter((type) => /Lambda|Custom/.test(type))).toEqual([]);
  });
});

describe('InternetVpc', () => {
  test('has public subnets, and keeps the others off the Internet unless told otherwise (7.1(9))', () => {
    const template = templateFor('internet');
    template.resourceCountIs('AWS::EC2::Subnet', 4);
    template.resourceCountIs('AWS::EC2::InternetGateway', 1);
    template.resourceCountIs('AWS::EC2::NatGateway', 0);
    template.resourceCountIs('AWS::EC2::Route', 2);
  });

  test('with `outboundInternet` has one NAT gateway in each zone (5.1(2))', () => {
    const template = templateOf(
      (stack) => new InternetVpc(stack, 'Network', { cidr: CIDR, outboundInternet: true }),
    );
    template.resourceCountIs('AWS::EC2::NatGateway', 2);
    template.resourceCountIs('AWS::EC2::Subnet', 6);
    template.resourceCountIs('AWS::EC2::Route', 4);
  });

  test('carries the number of its approval on the gateway alone (7.1(10)①)', () => {
    const template = templateOf(
      (stack) => new InternetVpc(stack, 'Network', { cidr: CIDR, approval: 'R8-021' }),
    );
    const tag = { Key: 'jichitai:approval', Value: 'R8-021' };
    template.hasResourceProperties('AWS::EC2::InternetGateway', { Tags: Match.arrayWith([tag]) });
    expect(JSON.stringify(template.findResources('AWS::EC2::VPC'))).not.toContain('approval');
  });

  test('refuses an approval without a number', () => {
    expect(() =>
      templateOf((stack) => new InternetVpc(stack, 'Network', { cidr: CIDR, approval: ' ' })),
    ).toThrow(/`approval` must not be empty/);
  });

  test('makes public subnets wait for the gateway, so that a public load balancer can be made', () => {
    const subnets = Object.entries(templateFor('internet').findResources('AWS::EC2::Subnet'));
    const waiting = subnets.filter(([, subnet]) =>
      JSON.stringify(subnet['DependsOn'])?.includes('Attachment'),
    );
    expect(waiting.map(([id]) => id)).toEqual([
      expect.stringContaining('PublicSubnet1'),
      expect.stringContaining('PublicSubnet2'),
    ]);
  });
});

describe('props of a VPC', () => {
  test('flow logs go to the archive where there is one (7.1(6)②)', () => {
    const template = templateOf((stack) => {
      const logArchive = new LogArchive(stack, 'Archive');
      new MyNumberVpc(stack, 'Network', { cidr: CIDR, logArchive });
    });
    template.hasResourceProperties('AWS::EC2::FlowLog', { TrafficType: 'ALL', LogDestinationType: 's3' });
    template.resourceCountIs('AWS::Logs::LogGroup', 0);
  });

  test('an organization can take the place of the account at the endpoints', () => {
    const template = templateOf(
      (stack) => new MyNumberVpc(stack, 'Network', { cidr: CIDR, organizationId: 'o-a1b2c3d4e5' }),
    );
    const conditions = statementsOf(template, 'AWS::EC2::VPCEndpoint', 'PolicyDocument').flatMap(
      (statement) => (statement.Condition === undefined ? [] : [statement.Condition['StringEquals']]),
    );
    expect(conditions).toContainEqual({
      'aws:PrincipalOrgID': 'o-a1b2c3d4e5',
      'aws:ResourceOrgID': 'o-a1b2c3d4e5',
    });
    expect(JSON.stringify(conditions)).not.toContain('aws:PrincipalAccount');
  });

  test('a list of endpoints takes the place of the default one; the gateways stay', () => {
    const template = templateOf(
      (stack) =>
        new LgwanVpc(stack, 'Network', {
          cidr: CIDR,
          interfaceEndpoints: [ec2.InterfaceVpcEndpointAwsService.SQS],
        }),
    );
    template.resourceCountIs('AWS::EC2::VPCEndpoint', 3);
  });

  test('a service can be let through to the endpoints, and only there', () => {
    const template = templateOf((stack) => {
      const network = new MyNumberVpc(stack, 'Network', { cidr: CIDR });
      new ec2.SecurityGroup(stack, 'Service', {
        vpc: network.vpc,
        allowAllOutbound: false,
      }).connections.allowToDefaultPort(network);
    });
    template.hasResourceProperties('AWS::EC2::SecurityGroupEgress', { FromPort: 443, ToPort: 443 });
  });

  test('tokens are accepted, and subnets are then cut by CloudFormation', () => {
    const template = templateOf((stack) => {
      const parameter = (id: string, type = 'String') => new CfnParameter(stack, id, { type });
      new MyNumberVpc(stack, 'Network', {
        cidr: parameter('Cidr').valueAsString,
        availabilityZones: [parameter('First').valueAsString, parameter('Second').valueAsString],
        flowLogRetention: parameter('Days', 'Number').valueAsNumber,
        organizationId: parameter('Organization').valueAsString,
      });
    });
    template.hasResourceProperties('AWS::EC2::Subnet', {
      CidrBlock: { 'Fn::Select': [1, { 'Fn::Cidr': [{ Ref: 'Cidr' }, 16, '8'] }] },
    });
  });

  test('everything that is wrong is said at once, by the name of the prop', () => {
    const message = failureOf(
      (stack) =>
        new MyNumberVpc(stack, 'Network', {
          cidr: '203.0.113.0/24',
          availabilityZones: ['ap-northeast-1a'],
          flowLogRetention: RetentionDays.ONE_MONTH,
          interfaceEndpoints: [ec2.InterfaceVpcEndpointAwsService.POLLY],
          organizationId: 'city',
        }),
    );
    expect(message).toMatchInlineSnapshot(`
"MyNumberVpc at 'Stack/Network' cannot be built:
  - \`cidr\` must be a private range (RFC 1918), but is '203.0.113.0/24'
  - \`availabilityZones\` must name two to four zones, but names 1
  - \`flowLogRetention\` must be at least 365 days, but is 30
  - \`interfaceEndpoints\` must name services whose endpoints take a policy; not so, or not known: polly
  - \`organizationId\` must have the form o-…, but is 'city'"
`);
  });

  test.each([
    ['10.0.0.0/8', 'between /16 and /24'],
    ['10.0.0.0/28', 'between /16 and /24'],
    ['10.0.1.0/16', 'begin at the first address'],
    ['10.0.0.300/16', 'IPv4 range'],
    ['fd00::/64', 'IPv4 range'],
    ['172.32.0.0/16', 'private range'],
  ])('`cidr` may not be %s', (cidr, reason) => {
    expect(failureOf((stack) => new LgwanVpc(stack, 'Network', { cidr }))).toContain(reason);
  });

  test.each(['10.0.0.0/16', '172.31.0.0/16', '192.168.100.0/24'])('`cidr` may be %s', (cidr) => {
    const stack = new Stack(quickApp(), 'Stack');
    new LgwanVpc(stack, 'Network', { cidr });
    Template.fromStack(stack).hasResourceProperties('AWS::EC2::Subnet', {
      CidrBlock: cidr.replace(/\d+$/, (length) => String(Number(length) + 4)),
    });
  });

  test('`flowLogRetention` beside `logArchive` is refused, since it would be without effect', () => {
    const message = failureOf(
      (stack) =>
        new MyNumberVpc(stack, 'Network', {
          cidr: CIDR,
          logArchive: new LogArchive(stack, 'Archive'),
          flowLogRetention: RetentionDays.TWO_YEARS,
        }),
    );
    expect(message).toContain('`flowLogRetention` has no effect together with `logArchive`');
  });
});

test.each([
  [[], /`allowedNames` must hold a name/],
  [['*.amazonaws.com', '*'], /`allowedNames` must not hold '\*'/],
] as const)('a firewall of names refuses %j', (allowedNames, said) => {
  expect(
    failureOf(
      (stack) =>
        new NameFirewall(stack, 'Names', {
          vpc: ec2.Vpc.fromVpcAttributes(stack, 'Vpc', { vpcId: 'vpc-1', availabilityZones: ['a'] }),
          allowedNames: [...allowedNames],
        }),
    ),
  ).toMatch(said);
});
