import type { Finding } from '../../../lib/assess';
import type { PulumiResource } from '../../../lib/pulumi/resource';
import { ZonesAreApart } from '../../../lib/rules/network/ZonesAreApart';
import { assessInline } from '../../helpers/inline';
import { findingsOf, ref, resource } from '../helpers';

const RULES = [ZonesAreApart];
type Template = Readonly<Record<string, { Type: string; Properties: object }>>;

const said = (findings: readonly Finding[]) =>
  findings.map(({ verdict, resource: { logicalId }, message: { en } }) => ({
    verdict,
    logicalId,
    // A program's resources go by their URN, which ends with the name.
    en: en.replaceAll(/urn:pulumi:dev::city::[^ ]+::/g, ''),
  }));
const inTemplate = (template: Template) => said(assessInline(RULES, [{ Resources: template }], {}).findings);
const inProgram = (resources: readonly PulumiResource[]) => said(findingsOf(resources, { rules: RULES }));

const Ref = (id: string) => ({ Ref: id });
const make = (Type: string, Properties: object = {}) => ({ Type, Properties });

/** A VPC of a zone with a subnet, a route table of its own, and a server that a range is let into. */
function networkInTemplate(name: string, zone: string, second: number, from: string): Template {
  return {
    [name]: make('AWS::EC2::VPC', {
      CidrBlock: `10.${second}.0.0/16`,
      Tags: [{ Key: 'jichitai:zone', Value: zone }],
    }),
    [`${name}Subnet`]: make('AWS::EC2::Subnet', { VpcId: Ref(name), CidrBlock: `10.${second}.1.0/24` }),
    [`${name}Table`]: make('AWS::EC2::RouteTable', { VpcId: Ref(name) }),
    [`${name}TableOf`]: make('AWS::EC2::SubnetRouteTableAssociation', {
      SubnetId: Ref(`${name}Subnet`),
      RouteTableId: Ref(`${name}Table`),
    }),
    [`${name}Group`]: make('AWS::EC2::SecurityGroup', {
      VpcId: Ref(name),
      GroupDescription: 'servers',
      SecurityGroupIngress: [{ IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: from }],
      SecurityGroupEgress: [{ IpProtocol: '-1', CidrIp: '10.0.0.0/8' }],
    }),
    [`${name}Server`]: make('AWS::EC2::Instance', {
      SubnetId: Ref(`${name}Subnet`),
      PrivateIpAddress: `10.${second}.1.10`,
      SecurityGroupIds: [Ref(`${name}Group`)],
    }),
  };
}

function networkInProgram(name: string, zone: string, second: number, from: string) {
  const vpc = resource('aws:ec2/vpc:Vpc', name, {
    cidrBlock: `10.${second}.0.0/16`,
    tags: { 'jichitai:zone': zone },
  });
  const subnet = resource('aws:ec2/subnet:Subnet', `${name}Subnet`, {
    vpcId: vpc,
    cidrBlock: `10.${second}.1.0/24`,
  });
  const group = resource('aws:ec2/securityGroup:SecurityGroup', `${name}Group`, {
    vpcId: vpc,
    description: 'servers',
    ingress: [{ protocol: 'tcp', fromPort: 443, toPort: 443, cidrBlocks: [from] }],
    egress: [{ protocol: '-1', fromPort: 0, toPort: 0, cidrBlocks: ['10.0.0.0/8'] }],
  });
  const server = resource('aws:ec2/instance:Instance', `${name}Server`, {
    ami: 'ami-1',
    instanceType: 't3.small',
    subnetId: subnet,
    privateIp: `10.${second}.1.10`,
    vpcSecurityGroupIds: [group],
  });
  const table = resource('aws:ec2/routeTable:RouteTable', `${name}Table`, { vpcId: vpc });
  const association = resource('aws:ec2/routeTableAssociation:RouteTableAssociation', `${name}TableOf`, {
    subnetId: subnet,
    routeTableId: table,
  });
  return { vpc, subnet, group, table, association, all: [vpc, subnet, group, server, table, association] };
}

const TEMPLATE = {
  ...networkInTemplate('Tax', 'my-number', 1, '10.2.0.0/16'),
  ...networkInTemplate('Web', 'internet', 2, '192.0.2.1/32'),
};
const tax = networkInProgram('Tax', 'my-number', 1, '10.2.0.0/16');
const web = networkInProgram('Web', 'internet', 2, '192.0.2.1/32');
const PROGRAM = [...tax.all, ...web.all];

const route = (name: string, network: typeof tax, inputs: object) =>
  resource('aws:ec2/route:Route', name, { routeTableId: network.table, ...inputs });
const routeInTemplate = (name: string, properties: object) =>
  make('AWS::EC2::Route', { RouteTableId: Ref(`${name}Table`), ...properties });

const hub = resource('aws:ec2transitgateway/transitGateway:TransitGateway', 'Hub');
const attachment = (name: string, network: typeof tax) =>
  resource('aws:ec2transitgateway/vpcAttachment:VpcAttachment', name, {
    transitGatewayId: hub,
    vpcId: network.vpc,
    subnetIds: [network.subnet],
  });
const attachmentInTemplate = (name: string) =>
  make('AWS::EC2::TransitGatewayVpcAttachment', {
    TransitGatewayId: Ref('Hub'),
    VpcId: Ref(name),
    SubnetIds: [Ref(`${name}Subnet`)],
  });
const peering = resource('aws:ec2/vpcPeeringConnection:VpcPeeringConnection', 'Peering', {
  vpcId: tax.vpc,
  peerVpcId: web.vpc,
  autoAccept: true,
});
const [taxAttachment, webAttachment] = [attachment('TaxAttachment', tax), attachment('WebAttachment', web)];
const joined = (cidr: string) => ({
  aws: [
    hub,
    taxAttachment,
    webAttachment,
    route('TaxRoute', tax, { destinationCidrBlock: cidr, transitGatewayId: hub }),
    route('WebRoute', web, { destinationCidrBlock: cidr, transitGatewayId: hub }),
  ],
  cloudformation: {
    Hub: make('AWS::EC2::TransitGateway'),
    TaxAttachment: attachmentInTemplate('Tax'),
    WebAttachment: attachmentInTemplate('Web'),
    TaxRoute: routeInTemplate('Tax', { DestinationCidrBlock: cidr, TransitGatewayId: Ref('Hub') }),
    WebRoute: routeInTemplate('Web', { DestinationCidrBlock: cidr, TransitGatewayId: Ref('Hub') }),
  },
});

describe('networks of two zones say the same as their template', () => {
  test('where nothing joins them', () => {
    expect(inProgram(PROGRAM)).toEqual([]);
    expect(inTemplate(TEMPLATE)).toEqual([]);
  });

  test('where a transit gateway joins them', () => {
    const { aws, cloudformation } = joined('10.0.0.0/8');
    const found = inProgram([...PROGRAM, ...aws]);
    expect(found).toContainEqual(expect.objectContaining({ verdict: 'violation' }));
    expect(found).toEqual(inTemplate({ ...TEMPLATE, ...cloudformation }));
  });

  test('where a transit gateway is there, and no route leads to the other one', () => {
    const { aws, cloudformation } = joined('10.9.0.0/16');
    expect(inProgram([...PROGRAM, ...aws])).toEqual([]);
    expect(inTemplate({ ...TEMPLATE, ...cloudformation })).toEqual([]);
  });

  test('where a peering joins them', () => {
    const found = inProgram([
      ...PROGRAM,
      peering,
      route('TaxRoute', tax, { destinationCidrBlock: '10.2.0.0/16', vpcPeeringConnectionId: peering }),
      route('WebRoute', web, { destinationCidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: peering }),
    ]);
    expect(found).toContainEqual(expect.objectContaining({ verdict: 'violation' }));
    const by = { VpcPeeringConnectionId: Ref('Peering') };
    expect(found).toEqual(
      inTemplate({
        ...TEMPLATE,
        Peering: make('AWS::EC2::VPCPeeringConnection', { VpcId: Ref('Tax'), PeerVpcId: Ref('Web') }),
        TaxRoute: routeInTemplate('Tax', { DestinationCidrBlock: '10.2.0.0/16', ...by }),
        WebRoute: routeInTemplate('Web', { DestinationCidrBlock: '10.1.0.0/16', ...by }),
      }),
    );
  });
});

/** Of each VPC the table is the one that comes with it. */
const mainTables = (own: readonly PulumiResource[]) => [
  ...PROGRAM.filter((one) => one !== tax.association && one !== web.association),
  peering,
  ...own,
];

describe('the main route table, which no template can change, counts for subnets without one of their own:', () => {
  const taxRoute = { cidrBlock: '10.2.0.0/16', vpcPeeringConnectionId: peering };
  const webRoute = { cidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: peering };

  test('nothing is said of it', () => {
    expect(inProgram(mainTables([]))).toEqual([]);
  });

  test.each([
    [
      'its routes are listed by a default route table',
      (network: typeof tax, own: object) =>
        resource('aws:ec2/defaultRouteTable:DefaultRouteTable', `${network.vpc.name}Main`, {
          defaultRouteTableId: ref(network.vpc, 'defaultRouteTableId'),
          routes: [own],
        }),
    ],
    [
      'a route names it as an output of the VPC',
      (network: typeof tax, { cidrBlock, ...others }: { cidrBlock: string }) =>
        resource('aws:ec2/route:Route', `${network.vpc.name}MainRoute`, {
          routeTableId: ref(network.vpc, 'mainRouteTableId'),
          destinationCidrBlock: cidrBlock,
          ...others,
        }),
    ],
  ])('%s', (_, main) => {
    const found = inProgram(mainTables([main(tax, taxRoute), main(web, webRoute)]));
    expect(found).toContainEqual(expect.objectContaining({ verdict: 'violation' }));
  });

  test('another table takes its place', () => {
    const main = (network: typeof tax) =>
      resource('aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation', `${network.vpc.name}Main`, {
        vpcId: network.vpc,
        routeTableId: network.table,
      });
    const routes = [
      route('TaxRoute', tax, { destinationCidrBlock: '10.2.0.0/16', vpcPeeringConnectionId: peering }),
      route('WebRoute', web, { destinationCidrBlock: '10.1.0.0/16', vpcPeeringConnectionId: peering }),
    ];
    expect(inProgram(mainTables(routes))).toEqual([]);
    const found = inProgram(mainTables([...routes, main(tax), main(web)]));
    expect(found).toContainEqual(expect.objectContaining({ verdict: 'violation' }));
  });
});

test('the default table of a transit gateway has the routes that a program adds to it', () => {
  const quiet = resource('aws:ec2transitgateway/transitGateway:TransitGateway', 'Hub', {
    defaultRouteTablePropagation: 'disable',
  });
  const { aws } = joined('10.0.0.0/8');
  const network = [...PROGRAM, ...aws.map((one) => (one === hub ? quiet : one))];
  expect(inProgram(network)).toEqual([]);
  const hubRoute = (name: string, cidr: string, to: PulumiResource) =>
    resource('aws:ec2transitgateway/route:Route', name, {
      destinationCidrBlock: cidr,
      transitGatewayAttachmentId: to,
      transitGatewayRouteTableId: ref(quiet, 'associationDefaultRouteTableId'),
    });
  const found = inProgram([
    ...network,
    hubRoute('ToTax', '10.1.0.0/16', taxAttachment),
    hubRoute('ToWeb', '10.2.0.0/16', webAttachment),
  ]);
  expect(found).toContainEqual(expect.objectContaining({ verdict: 'violation' }));
});
