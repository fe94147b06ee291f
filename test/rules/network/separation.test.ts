import { RULES } from '../../../lib/rules';
import { NoPeeringAcrossZones } from '../../../lib/rules/network/NoPeeringAcrossZones';
import { NoTransitGatewayAcrossZones } from '../../../lib/rules/network/NoTransitGatewayAcrossZones';
import { ZonesAreApart } from '../../../lib/rules/network/ZonesAreApart';
import { assessInline } from '../../helpers/inline';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, facts, make, ref, tagged } from './pieces';

type Body = Readonly<Record<string, unknown>>;

/** A VPC of a zone with one subnet and a route table of its own. */
const network = (name: string, zone: string, second: number): Body => ({
  [name]: make('AWS::EC2::VPC', { CidrBlock: `10.${second}.0.0/16`, ...tagged(zone) }),
  [`${name}Subnet`]: make('AWS::EC2::Subnet', { VpcId: ref(name), CidrBlock: `10.${second}.1.0/24` }),
  [`${name}Table`]: make('AWS::EC2::RouteTable', { VpcId: ref(name) }),
  [`${name}TableOf`]: make('AWS::EC2::SubnetRouteTableAssociation', {
    SubnetId: ref(`${name}Subnet`),
    RouteTableId: ref(`${name}Table`),
  }),
});
const routeOf = (name: string, cidr: string, target: Body, more: Body = {}) =>
  make('AWS::EC2::Route', { RouteTableId: ref(`${name}Table`), DestinationCidrBlock: cidr, ...target }, more);
const attach = (name: string) =>
  make('AWS::EC2::TransitGatewayVpcAttachment', {
    TransitGatewayId: ref('Hub'),
    VpcId: ref(name),
    SubnetIds: [ref(`${name}Subnet`)],
  });
const server = (name: string, address: string, group: unknown) => ({
  [`${name}Server`]: make('AWS::EC2::Instance', {
    SubnetId: ref(`${name}Subnet`),
    PrivateIpAddress: address,
    SecurityGroupIds: [ref(`${name}Group`)],
  }),
  [`${name}Group`]: make('AWS::EC2::SecurityGroup', { VpcId: ref(name), SecurityGroupIngress: [group] }),
});

const TWO = { ...network('Tax', 'my-number', 1), ...network('Web', 'internet', 2) };
const PEERED = {
  ...TWO,
  Peering: make('AWS::EC2::VPCPeeringConnection', { VpcId: ref('Tax'), PeerVpcId: ref('Web') }),
  TaxRoute: routeOf('Tax', '10.2.0.0/16', { VpcPeeringConnectionId: ref('Peering') }),
  WebRoute: routeOf('Web', '10.1.0.0/16', { VpcPeeringConnectionId: ref('Peering') }),
};
const ATTACHED = {
  ...TWO,
  TaxAttachment: attach('Tax'),
  WebAttachment: attach('Web'),
  TaxRoute: routeOf('Tax', '10.0.0.0/8', { TransitGatewayId: ref('Hub') }),
  WebRoute: routeOf('Web', '10.0.0.0/8', { TransitGatewayId: ref('Hub') }),
};
const hub = (more: Body = {}) => make('AWS::EC2::TransitGateway', more);
const https = (cidr: string, port = 443) => ({
  IpProtocol: 'tcp',
  FromPort: port,
  ToPort: port,
  CidrIp: cidr,
});
const SERVERS = {
  ...server('Tax', '10.1.1.10', https('10.2.1.10/32')),
  ...server('Web', '10.2.1.10', https('192.0.2.1/32')),
};
const permission = {
  from: 'internet',
  to: 'my-number',
  sources: ['10.2.1.10/32'],
  destinations: ['10.1.1.0/24'],
  ports: ['tcp/443'],
  approval: 'CN-1',
} as const;
const GATEWAY = {
  Gateway: make('AWS::EC2::InternetGateway'),
  Attachment: make('AWS::EC2::VPCGatewayAttachment', {
    VpcId: ref('Tax'),
    InternetGatewayId: ref('Gateway'),
  }),
};

const LINE = {
  ...network('Tax', 'my-number', 1),
  Line: make('AWS::EC2::VPNGateway', { Type: 'ipsec.1' }),
  Attachment: make('AWS::EC2::VPCGatewayAttachment', { VpcId: ref('Tax'), VpnGatewayId: ref('Line') }),
  Vpn: make('AWS::EC2::VPNConnection', { CustomerGatewayId: 'cgw-1', VpnGatewayId: ref('Line') }),
  TaxRoute: routeOf('Tax', '192.168.0.0/16', { GatewayId: ref('Line') }),
};

ruleCases(ZonesAreApart, [
  {
    name: 'accepts two zones that nothing joins',
    expect: 'compliant',
    zone: 'none',
    example: true,
    resources: TWO,
  },
  {
    name: 'refuses a peering with routes on both sides, and shows the way',
    expect: 'violation',
    zone: 'none',
    example: true,
    subject: 'Peering',
    resources: PEERED,
    message:
      /subnet TaxSubnet → route TaxRoute → peering Peering → subnet WebSubnet \(TCP 443 from 10\.1\.1\.10/,
  },
  {
    name: 'accepts a peering of which the answers have no route',
    expect: 'compliant',
    zone: 'none',
    resources: Object.fromEntries(Object.entries(PEERED).filter(([name]) => name !== 'WebRoute')),
  },
  {
    name: 'refuses a transit gateway that says nothing of its default tables',
    expect: 'violation',
    zone: 'none',
    subject: 'TaxAttachment',
    resources: { ...ATTACHED, Hub: hub() },
    message: /transit gateway Hub \(default association\) → transit gateway Hub \(default propagation\)/,
  },
  {
    name: 'accepts a transit gateway whose default tables are off',
    expect: 'compliant',
    zone: 'none',
    resources: { ...ATTACHED, Hub: hub({ DefaultRouteTablePropagation: 'disable' }) },
  },
  {
    name: 'names the one thing to change',
    expect: 'violation',
    zone: 'none',
    subject: 'Peering',
    resources: { ...PEERED, ...SERVERS },
    message: /To change alone, so that nothing passes: route /,
  },
  {
    name: 'accepts servers whose groups let nothing of the other zone in',
    expect: 'compliant',
    zone: 'none',
    subject: 'Peering',
    resources: {
      ...PEERED,
      ...server('Tax', '10.1.1.10', https('192.0.2.1/32')),
      ...server('Web', '10.2.1.10', https('192.0.2.1/32')),
    },
  },
  {
    name: 'accepts what the zone matrix permits',
    expect: 'compliant',
    zone: 'none',
    subject: 'Peering',
    profile: { zoneMatrix: [permission] },
    resources: { ...PEERED, ...SERVERS },
  },
  {
    name: 'refuses what goes beyond the permission',
    expect: 'violation',
    zone: 'none',
    subject: 'Peering',
    profile: { zoneMatrix: [permission] },
    resources: {
      ...PEERED,
      ...SERVERS,
      ...server('Tax', '10.1.1.10', { ...https('10.2.1.10/32'), ToPort: 444 }),
    },
    message: /TCP 444 from 10\.2\.1\.10 to 10\.1\.1\.10/,
  },
  {
    name: 'refuses a permission by a firewall that the traffic goes around',
    expect: 'violation',
    zone: 'none',
    subject: 'Peering',
    profile: { zoneMatrix: [{ ...permission, through: 'Sanitizer' }] },
    resources: { ...PEERED, ...SERVERS },
  },
  {
    name: 'refuses a way to the Internet, at the route that leads there',
    expect: 'violation',
    zone: 'none',
    subject: 'Out',
    resources: {
      ...network('Tax', 'my-number', 1),
      ...GATEWAY,
      TaxSubnet: make('AWS::EC2::Subnet', {
        VpcId: ref('Tax'),
        CidrBlock: '10.1.1.0/24',
        MapPublicIpOnLaunch: true,
      }),
      Out: routeOf('Tax', '0.0.0.0/0', { GatewayId: ref('Gateway') }),
    },
    message: /the Internet reaches the my-number zone.*the my-number zone reaches the Internet/,
  },
  {
    name: 'refuses a line to a network that the profile knows to be of another zone',
    expect: 'violation',
    zone: 'none',
    subject: 'TaxRoute',
    profile: facts({ zoneOf: { 'cgw-1': 'internet' } }),
    resources: LINE,
    message: /route TaxRoute → virtual private gateway Line/,
  },
  {
    name: 'accepts a line to a network of the zone',
    expect: 'compliant',
    zone: 'none',
    profile: facts({ zoneOf: { 'cgw-1': 'my-number' } }),
    resources: LINE,
  },
  {
    name: 'follows a way over three templates',
    expect: 'violation',
    zone: 'none',
    subject: 'TaxAttachment',
    template: [
      { Resources: { Hub: hub() }, Outputs: { Hub: { Value: ref('Hub'), Export: { Name: 'hub' } } } },
      ...(['Tax', 'Web'] as const).map((name) => ({
        Resources: JSON.parse(
          JSON.stringify(
            Object.fromEntries(Object.entries(ATTACHED).filter(([key]) => key.startsWith(name))),
          ).replaceAll('{"Ref":"Hub"}', '{"Fn::ImportValue":"hub"}'),
        ) as Body,
      })),
    ],
    message: /attachment TaxAttachment → .*attachment WebAttachment/,
  },
  {
    name: 'names the condition under which a way is open',
    expect: 'violation',
    zone: 'none',
    subject: 'Peering',
    template: {
      ...ENV,
      Resources: {
        ...PEERED,
        WebRoute: { ...PEERED.WebRoute, Condition: 'Production' },
      },
    },
    message: /when Env is "production"/,
  },
  {
    name: 'accepts a way of which the parts never exist together',
    expect: 'compliant',
    zone: 'none',
    template: {
      ...ENV,
      Conditions: { ...ENV.Conditions, Test: { 'Fn::Not': [{ Condition: 'Production' }] } },
      Resources: {
        ...PEERED,
        WebRoute: { ...PEERED.WebRoute, Condition: 'Production' },
        TaxRoute: { ...PEERED.TaxRoute, Condition: 'Test' },
      },
    },
  },
  {
    name: 'does not know where there are too many choices to look at',
    expect: 'undetermined',
    zone: 'none',
    subject: 'Tax',
    template: {
      Parameters: Object.fromEntries(
        Array.from({ length: 7 }, (_, index) => [`P${index}`, { Type: 'String', AllowedValues: ['a', 'b'] }]),
      ),
      Conditions: Object.fromEntries(
        Array.from({ length: 7 }, (_, index) => [`C${index}`, { 'Fn::Equals': [ref(`P${index}`), 'a'] }]),
      ),
      Resources: {
        ...TWO,
        ...Object.fromEntries(
          Array.from({ length: 7 }, (_, index) => [
            `Route${index}`,
            routeOf('Tax', `10.${index + 10}.0.0/16`, { NatGatewayId: 'nat-1' }, { Condition: `C${index}` }),
          ]),
        ),
      },
    },
  },
]);

describe('a proof that zones are apart', () => {
  const assumed = (resources: Body, profile = {}) =>
    assessInline([ZonesAreApart], [{ Resources: resources }], { profile }).assumptions.join('; ');

  test('says what it takes for granted', () => {
    expect(assumed(TWO)).toMatch(/nothing outside of these templates changes the route tables/);
    expect(assumed(LINE)).toMatch(/the network behind Line is of the zone of Tax/);
    const { TaxTableOf: _, ...withoutTable } = TWO;
    expect(assumed(withoutTable)).toMatch(/the main route table of Tax has its local routes only/);
    expect(assumed(TWO, { zoneMatrix: [permission] })).toMatch(
      /CN-1 permits traffic from internet to my-number/,
    );
  });

  test('takes nothing for granted where there is nothing to prove', () => {
    expect(assumed(network('Web', 'internet', 2))).toBe('');
  });
});

describe('a way between zones', () => {
  const told = (resources: Body, ...rules: readonly string[]) =>
    assessInline(
      RULES.filter(({ id }) => rules.includes(id)),
      [{ Resources: resources }],
    ).findings.map(({ rule, resource }) => `${rule} ${resource.logicalId}`);

  test('is told once, by the rule that shows it', () => {
    const ids = [ZonesAreApart.id, NoPeeringAcrossZones.id, NoTransitGatewayAcrossZones.id];
    expect(told(PEERED, ...ids)).toEqual(['ZonesAreApart Peering']);
    expect(told({ ...ATTACHED, Hub: hub() }, ...ids)).toEqual(['ZonesAreApart TaxAttachment']);
  });

  test('that nothing takes yet is told by the rule about the connection', () => {
    const { WebRoute: _, ...withoutAnswer } = PEERED;
    expect(told(withoutAnswer, ZonesAreApart.id, NoPeeringAcrossZones.id)).toEqual([
      'NoPeeringAcrossZones Peering',
    ]);
  });
});
