import type {
  AclEntry,
  Attachment,
  GroupRule,
  Host,
  Peer,
  Ports,
  Route,
  Subnet,
  Target,
  Topology,
  TransitGateway,
  Vpc,
} from './topology';

type Properties = Readonly<Record<string, unknown>>;
interface Written {
  readonly Type: string;
  readonly Properties: Properties;
}

/** What the reader does not understand: the simulator has nothing to say about such templates. */
export class NotReadable extends Error {}

/**
 * Templates as a topology, the reverse of rendering. It knows plain values, `Ref` and `Fn::ImportValue`, and refuses
 * everything that the simulator does not know.
 */
export function readTopology(templates: readonly Properties[]): Topology {
  const reader = new Reader(templates);
  const vpcs = reader.all('AWS::EC2::VPC').map(([id, { CidrBlock }]): Vpc => {
    const more = reader.of('AWS::EC2::VPCCidrBlock', 'VpcId', id);
    const ipv6 = more.flatMap(([, { Ipv6CidrBlock }]) =>
      Ipv6CidrBlock === undefined ? [] : [Ipv6CidrBlock as string],
    );
    const links = reader.of('AWS::EC2::VPCGatewayAttachment', 'VpcId', id);
    const isLinked = links.some(([, { InternetGatewayId }]) => InternetGatewayId !== undefined);
    const second = more.flatMap(([, item]) =>
      item['CidrBlock'] === undefined ? [] : [item['CidrBlock'] as string],
    );
    return {
      id,
      cidrs: [CidrBlock as string, ...second],
      ...(ipv6[0] === undefined ? {} : { ipv6: ipv6[0] }),
      ...(isLinked ? { internetGateway: true as const } : {}),
      ...(reader.of('AWS::EC2::EgressOnlyInternetGateway', 'VpcId', id).length > 0
        ? { egressOnlyGateway: true as const }
        : {}),
    };
  });
  return {
    vpcs,
    subnets: reader.all('AWS::EC2::Subnet').map((item) => readSubnet(reader, item)),
    routeTables: reader.all('AWS::EC2::RouteTable').map(([id, { VpcId }]) => ({
      id,
      vpc: reader.id(VpcId),
      routes: reader.of('AWS::EC2::Route', 'RouteTableId', id).map((item) => readRoute(reader, item)),
    })),
    networkAcls: reader.all('AWS::EC2::NetworkAcl').map(([id, { VpcId }]) => ({
      id,
      vpc: reader.id(VpcId),
      entries: reader.of('AWS::EC2::NetworkAclEntry', 'NetworkAclId', id).map(readEntry),
    })),
    groups: reader
      .all('AWS::EC2::SecurityGroup')
      .map(([id, properties]) => readGroup(reader, id, properties)),
    prefixLists: reader.all('AWS::EC2::PrefixList').map(([id, { Entries }]) => ({
      id,
      cidrs: (Entries as readonly { Cidr: string }[]).map(({ Cidr }) => Cidr),
    })),
    natGateways: reader
      .all('AWS::EC2::NatGateway')
      .map(([id, { SubnetId, PrivateIpAddress, ConnectivityType }]) => ({
        id,
        subnet: reader.id(SubnetId),
        // An address that nobody else has, where none is written.
        address: (PrivateIpAddress as string | undefined) ?? '192.0.2.1',
        public: ConnectivityType !== 'private',
      })),
    peerings: reader.all('AWS::EC2::VPCPeeringConnection').map(([id, { VpcId, PeerVpcId }]) => ({
      id,
      vpcs: [reader.id(VpcId), reader.id(PeerVpcId)] as const,
    })),
    transitGateways: reader.all('AWS::EC2::TransitGateway').map((item) => readTransit(reader, item)),
    hosts: [
      ...reader.all('AWS::EC2::Instance').map((item) => readHost(reader, item, 'instance')),
      ...reader.all('AWS::EC2::NetworkInterface').map((item) => readHost(reader, item, 'interface')),
    ],
  };
}

function readSubnet(
  reader: Reader,
  [id, { VpcId, CidrBlock, Ipv6CidrBlock, ...more }]: readonly [string, Properties],
): Subnet {
  const link = (type: string, name: string) => {
    const found = reader.of(type, 'SubnetId', id)[0];
    return found === undefined ? undefined : reader.id(found[1][name]);
  };
  const routeTable = link('AWS::EC2::SubnetRouteTableAssociation', 'RouteTableId');
  const networkAcl = link('AWS::EC2::SubnetNetworkAclAssociation', 'NetworkAclId');
  return {
    id,
    vpc: reader.id(VpcId),
    cidr: CidrBlock as string,
    zone: String(more['AvailabilityZone']).slice(-1),
    ...(Ipv6CidrBlock === undefined ? {} : { ipv6: Ipv6CidrBlock as string }),
    ...(routeTable === undefined ? {} : { routeTable }),
    ...(networkAcl === undefined ? {} : { networkAcl }),
    ...(more['MapPublicIpOnLaunch'] === true ? { givesPublicAddresses: true as const } : {}),
  };
}

function readRoute(reader: Reader, [id, route]: readonly [string, Properties]): Route {
  const {
    DestinationPrefixListId: list,
    DestinationCidrBlock: cidr,
    DestinationIpv6CidrBlock: cidr6,
  } = route;
  const targets = {
    NatGatewayId: 'nat',
    VpcPeeringConnectionId: 'peering',
    TransitGatewayId: 'transit-gateway',
  } as const;
  const target = (): Target => {
    for (const [name, kind] of Object.entries(targets))
      if (route[name] !== undefined)
        return { kind: kind as (typeof targets)['NatGatewayId'], id: reader.id(route[name]) };
    if (route['EgressOnlyInternetGatewayId'] !== undefined) return { kind: 'egress-only' };
    if (reader.typeOf(route['GatewayId']) === 'AWS::EC2::InternetGateway')
      return { kind: 'internet-gateway' };
    throw new NotReadable(id);
  };
  return {
    id,
    destination: list === undefined ? { cidr: (cidr ?? cidr6) as string } : { prefixList: reader.id(list) },
    target: target(),
  };
}

function readEntry([id, entry]: readonly [string, Properties]): AclEntry {
  const range = entry['PortRange'] as { From: number; To: number } | undefined;
  return {
    id,
    egress: entry['Egress'] === true,
    number: entry['RuleNumber'] as number,
    cidr: (entry['CidrBlock'] ?? entry['Ipv6CidrBlock']) as string,
    protocol: entry['Protocol'] as number,
    ...(range === undefined ? {} : { ports: { from: range.From, to: range.To } }),
    allow: entry['RuleAction'] === 'allow',
  };
}

const PROTOCOLS: Readonly<Record<string, number>> = { tcp: 6, udp: 17, icmp: 1, icmpv6: 58 };

function readRule(reader: Reader, id: string, rule: Properties): GroupRule {
  const named = (suffix: string) => rule[`Source${suffix}`] ?? rule[`Destination${suffix}`];
  const [group, list] = [named('SecurityGroupId'), named('PrefixListId')];
  const peer: Peer =
    group !== undefined
      ? { group: reader.id(group) }
      : list !== undefined
        ? { prefixList: reader.id(list) }
        : { cidr: (rule['CidrIp'] ?? rule['CidrIpv6']) as string };
  const name = rule['IpProtocol'] as string;
  const protocol = PROTOCOLS[name] ?? Number(name);
  const [from, to] = [rule['FromPort'], rule['ToPort']] as (number | undefined)[];
  const isIcmp = protocol === 1 || protocol === 58;
  const ports: Ports | undefined =
    from === undefined || from === -1 ? undefined : { from, to: isIcmp ? from : (to as number) };
  return { id, peer, protocol, ...(ports === undefined ? {} : { ports }) };
}

function readGroup(reader: Reader, id: string, properties: Properties) {
  const inner = (name: string) =>
    ((properties[name] ?? []) as readonly Properties[]).map((rule, index) =>
      readRule(reader, `${id}${name}${index}`, rule),
    );
  const apart = (type: string) =>
    reader.of(type, 'GroupId', id).map(([name, rule]) => readRule(reader, name, rule));
  return {
    id,
    vpc: reader.id(properties['VpcId']),
    ingress: [...inner('SecurityGroupIngress'), ...apart('AWS::EC2::SecurityGroupIngress')],
    egress: inner('SecurityGroupEgress'),
    addedEgress: apart('AWS::EC2::SecurityGroupEgress'),
  };
}

function readTransit(reader: Reader, [id, gateway]: readonly [string, Properties]): TransitGateway {
  const setting = (name: string, value: unknown) => {
    if (value !== undefined && value !== 'enable' && value !== 'disable') throw new NotReadable(id);
    return value === undefined ? {} : { [name]: value === 'enable' };
  };
  const joins = (kind: string, attachment: string) =>
    reader
      .of(`AWS::EC2::TransitGatewayRouteTable${kind}`, 'TransitGatewayAttachmentId', attachment)
      .map(([, item]) => reader.id(item['TransitGatewayRouteTableId']));
  const attachments = ['AWS::EC2::TransitGatewayAttachment', 'AWS::EC2::TransitGatewayVpcAttachment']
    .flatMap((type) => reader.of(type, 'TransitGatewayId', id))
    .map(([name, item]): Attachment => {
      const [associatedWith] = joins('Association', name);
      return {
        id: name,
        vpc: reader.id(item['VpcId']),
        subnets: (item['SubnetIds'] as readonly unknown[]).map((subnet) => reader.id(subnet)),
        ipv6: (item['Options'] as Properties | undefined)?.['Ipv6Support'] === 'enable',
        ...(associatedWith === undefined ? {} : { associatedWith }),
        propagatedTo: joins('Propagation', name),
      };
    });
  return {
    id,
    ...setting('defaultAssociation', gateway['DefaultRouteTableAssociation']),
    ...setting('defaultPropagation', gateway['DefaultRouteTablePropagation']),
    attachments,
    tables: reader.of('AWS::EC2::TransitGatewayRouteTable', 'TransitGatewayId', id).map(([table]) => ({
      id: table,
      routes: reader
        .of('AWS::EC2::TransitGatewayRoute', 'TransitGatewayRouteTableId', table)
        .map(([name, route]) => ({
          id: name,
          cidr: route['DestinationCidrBlock'] as string,
          target:
            route['Blackhole'] === true
              ? ('blackhole' as const)
              : { attachment: reader.id(route['TransitGatewayAttachmentId']) },
        })),
    })),
  };
}

function readHost(reader: Reader, [id, host]: readonly [string, Properties], kind: Host['kind']): Host {
  const subnet = reader.id(host['SubnetId']);
  const [ipv6] = (host['Ipv6Addresses'] ?? []) as readonly { Ipv6Address: string }[];
  const groups = (host['SecurityGroupIds'] ?? host['GroupSet'] ?? []) as readonly unknown[];
  const given = reader
    .all('AWS::EC2::Subnet')
    .some(([name, item]) => name === subnet && item['MapPublicIpOnLaunch'] === true);
  const elastic = ['AWS::EC2::EIPAssociation', 'AWS::EC2::EIP']
    .flatMap((type) => reader.all(type))
    .some(([, item]) =>
      [item['InstanceId'], item['NetworkInterfaceId']].some((end) => reader.refersTo(end, id)),
    );
  return {
    id,
    subnet,
    address: host['PrivateIpAddress'] as string,
    ...(ipv6 === undefined ? {} : { ipv6: ipv6.Ipv6Address }),
    public: given || elastic,
    groups: groups.map((group) => reader.id(group)),
    kind,
  };
}

/** Types that change nothing for the simulator, and those that it reads. Any other is refused. */
const READ = new Set(
  [
    'VPC VPCCidrBlock VPCGatewayAttachment InternetGateway EgressOnlyInternetGateway Subnet RouteTable Route',
    'SubnetRouteTableAssociation SubnetNetworkAclAssociation NetworkAcl NetworkAclEntry SecurityGroup',
    'SecurityGroupIngress SecurityGroupEgress PrefixList NatGateway VPCPeeringConnection TransitGateway',
    'TransitGatewayAttachment TransitGatewayVpcAttachment TransitGatewayRouteTable TransitGatewayRoute',
    'TransitGatewayRouteTableAssociation TransitGatewayRouteTablePropagation Instance NetworkInterface EIP EIPAssociation',
  ].flatMap((line) => line.split(' ').map((name) => `AWS::EC2::${name}`)),
);

class Reader {
  private readonly resources: ReadonlyMap<string, Written>;
  private readonly exported = new Map<string, string>();

  constructor(templates: readonly Properties[]) {
    if (templates.some((template) => template['Parameters'] !== undefined))
      throw new NotReadable('parameters');
    this.resources = new Map(
      templates.flatMap((template) => Object.entries(template['Resources'] as Record<string, Written>)),
    );
    for (const { Type } of this.resources.values()) if (!READ.has(Type)) throw new NotReadable(Type);
    for (const template of templates)
      for (const output of Object.values((template['Outputs'] ?? {}) as Record<string, Properties>))
        this.exported.set(
          (output['Export'] as Properties)['Name'] as string,
          (output['Value'] as Properties)['Ref'] as string,
        );
  }

  all(type: string): readonly (readonly [string, Properties])[] {
    return [...this.resources]
      .filter(([, { Type }]) => Type === type)
      .map(([id, item]) => [id, item.Properties] as const);
  }

  of(type: string, property: string, id: string): readonly (readonly [string, Properties])[] {
    return this.all(type).filter(([, item]) => this.refersTo(item[property], id));
  }

  id(value: unknown): string {
    const id = this.target(value);
    if (id === undefined || !this.resources.has(id)) throw new NotReadable(JSON.stringify(value));
    return id;
  }

  typeOf(value: unknown): string | undefined {
    return this.resources.get(this.target(value) ?? '')?.Type;
  }

  refersTo(value: unknown, id: string): boolean {
    return this.target(value) === id;
  }

  private target(value: unknown): string | undefined {
    if (typeof value !== 'object' || value === null) return undefined;
    const { Ref, 'Fn::ImportValue': name } = value as Record<string, string>;
    return Ref ?? (name === undefined ? undefined : this.exported.get(name));
  }
}
