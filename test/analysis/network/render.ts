import type { AclEntry, GroupRule, Host, Route, Subnet, Topology, TransitGateway } from './topology';

export interface Rendered {
  readonly Parameters?: Readonly<Record<string, unknown>>;
  readonly Resources: Record<string, unknown>;
  readonly Outputs?: Record<string, unknown>;
}

/**
 * How late a resource is deployed: networks, what joins them, what stands in them. A template refers to such of the
 * same level or an earlier one only, as stacks that import from each other must.
 */
type Level = 0 | 1 | 2;

/** A value of a topology that is written as a parameter. */
export const OPEN_CIDR = '@Open';
export const OPEN_PORT = -987654;
export const OPEN_SETTING = '@Open';

/**
 * The topology as CloudFormation templates.
 * @param templates over how many templates the resources are spread
 */
export function render(topology: Topology, templates: 1 | 2 | 3 = 1): readonly Rendered[] {
  const writer = new Writer(templates);
  for (const vpc of topology.vpcs) {
    const VpcId = writer.ref(vpc.id);
    writer.add(0, vpc.id, 'AWS::EC2::VPC', { CidrBlock: vpc.cidrs[0] });
    for (const CidrBlock of vpc.cidrs.slice(1))
      writer.add(0, `${vpc.id}Range`, 'AWS::EC2::VPCCidrBlock', { VpcId, CidrBlock });
    if (vpc.ipv6 !== undefined)
      writer.add(0, `${vpc.id}Ipv6`, 'AWS::EC2::VPCCidrBlock', {
        VpcId,
        Ipv6CidrBlock: vpc.ipv6,
        Ipv6Pool: 'ipv6pool-ec2-0123456789abcdef0',
      });
    if (vpc.internetGateway === true) {
      writer.add(0, `${vpc.id}Igw`, 'AWS::EC2::InternetGateway', {});
      writer.add(0, `${vpc.id}IgwAttachment`, 'AWS::EC2::VPCGatewayAttachment', {
        VpcId,
        InternetGatewayId: writer.ref(`${vpc.id}Igw`),
      });
    }
    if (vpc.egressOnlyGateway === true)
      writer.add(0, `${vpc.id}Eigw`, 'AWS::EC2::EgressOnlyInternetGateway', { VpcId });
  }
  for (const subnet of topology.subnets) renderSubnet(writer, subnet);
  for (const { id, vpc, routes } of topology.routeTables) {
    writer.add(0, id, 'AWS::EC2::RouteTable', { VpcId: writer.ref(vpc) });
    for (const route of routes) renderRoute(writer, id, vpc, route);
  }
  for (const { id, vpc, entries } of topology.networkAcls) {
    writer.add(0, id, 'AWS::EC2::NetworkAcl', { VpcId: writer.ref(vpc) });
    for (const entry of entries) renderEntry(writer, id, entry);
  }
  for (const { id, cidrs } of topology.prefixLists)
    writer.add(0, id, 'AWS::EC2::PrefixList', {
      PrefixListName: id,
      AddressFamily: 'IPv4',
      MaxEntries: cidrs.length,
      Entries: cidrs.map((Cidr) => ({ Cidr })),
    });
  renderGroups(writer, topology);
  for (const { id, subnet, address, public: isPublic } of topology.natGateways) {
    if (isPublic) writer.add(0, `${id}Address`, 'AWS::EC2::EIP', { Domain: 'vpc' });
    writer.add(0, id, 'AWS::EC2::NatGateway', {
      SubnetId: writer.ref(subnet),
      PrivateIpAddress: address,
      ...(isPublic
        ? { AllocationId: { 'Fn::GetAtt': [`${id}Address`, 'AllocationId'] } }
        : { ConnectivityType: 'private' }),
    });
  }
  for (const { id, vpcs } of topology.peerings)
    writer.add(1, id, 'AWS::EC2::VPCPeeringConnection', {
      VpcId: writer.ref(vpcs[0]),
      PeerVpcId: writer.ref(vpcs[1]),
    });
  for (const gateway of topology.transitGateways) renderTransit(writer, gateway);
  for (const host of topology.hosts) renderHost(writer, topology, host);
  return writer.finish();
}

function renderSubnet(writer: Writer, subnet: Subnet): void {
  writer.add(0, subnet.id, 'AWS::EC2::Subnet', {
    VpcId: writer.ref(subnet.vpc),
    CidrBlock: subnet.cidr,
    AvailabilityZone: `ap-northeast-1${subnet.zone}`,
    ...(subnet.ipv6 === undefined ? {} : { Ipv6CidrBlock: subnet.ipv6 }),
    ...(subnet.givesPublicAddresses === true ? { MapPublicIpOnLaunch: true } : {}),
  });
  if (subnet.routeTable !== undefined)
    writer.add(0, `${subnet.id}Table`, 'AWS::EC2::SubnetRouteTableAssociation', {
      SubnetId: writer.ref(subnet.id),
      RouteTableId: writer.ref(subnet.routeTable),
    });
  if (subnet.networkAcl !== undefined)
    writer.add(1, `${subnet.id}Acl`, 'AWS::EC2::SubnetNetworkAclAssociation', {
      SubnetId: writer.ref(subnet.id),
      NetworkAclId: writer.ref(subnet.networkAcl),
    });
}

function renderRoute(writer: Writer, table: string, vpc: string, { id, destination, target }: Route): void {
  const to =
    'prefixList' in destination
      ? { DestinationPrefixListId: writer.ref(destination.prefixList) }
      : destination.cidr.includes(':')
        ? { DestinationIpv6CidrBlock: destination.cidr }
        : { DestinationCidrBlock: destination.cidr };
  const via = {
    'internet-gateway': () => ({ GatewayId: writer.ref(`${vpc}Igw`) }),
    'egress-only': () => ({ EgressOnlyInternetGatewayId: writer.ref(`${vpc}Eigw`) }),
    nat: (target_: string) => ({ NatGatewayId: writer.ref(target_) }),
    peering: (target_: string) => ({ VpcPeeringConnectionId: writer.ref(target_) }),
    'transit-gateway': (target_: string) => ({ TransitGatewayId: writer.ref(target_) }),
  }[target.kind]('id' in target ? target.id : '');
  writer.add(1, id, 'AWS::EC2::Route', { RouteTableId: writer.ref(table), ...to, ...via });
}

function renderEntry(writer: Writer, acl: string, entry: AclEntry): void {
  writer.add(1, entry.id, 'AWS::EC2::NetworkAclEntry', {
    NetworkAclId: writer.ref(acl),
    // Ingress is what is meant where nothing is said.
    ...(entry.egress ? { Egress: true } : {}),
    RuleNumber: entry.number,
    Protocol: entry.protocol,
    RuleAction: entry.allow ? 'allow' : 'deny',
    ...(entry.cidr.includes(':') ? { Ipv6CidrBlock: entry.cidr } : { CidrBlock: entry.cidr }),
    ...(entry.ports === undefined ? {} : { PortRange: { From: entry.ports.from, To: entry.ports.to } }),
    ...([1, 58].includes(entry.protocol) ? { Icmp: { Type: -1, Code: -1 } } : {}),
  });
}

function renderGroups(writer: Writer, topology: Topology): void {
  for (const group of topology.groups) {
    // Groups that refer to each other, or to themselves, need rules that are resources.
    const isApart = ({ peer }: GroupRule) => 'group' in peer;
    const inner = (rules: readonly GroupRule[], end: 'Source' | 'Destination') =>
      rules.filter((rule) => !isApart(rule)).map((rule) => renderRule(writer, rule, end));
    const ingress = inner(group.ingress, 'Source');
    const egress = inner(group.egress, 'Destination');
    writer.add(0, group.id, 'AWS::EC2::SecurityGroup', {
      GroupDescription: group.id,
      VpcId: writer.ref(group.vpc),
      ...(ingress.length > 0 ? { SecurityGroupIngress: ingress } : {}),
      ...(egress.length > 0 ? { SecurityGroupEgress: egress } : {}),
    });
    const GroupId = writer.ref(group.id);
    for (const rule of group.ingress.filter(isApart))
      writer.add(1, rule.id, 'AWS::EC2::SecurityGroupIngress', {
        GroupId,
        ...renderRule(writer, rule, 'Source'),
      });
    for (const rule of [...group.egress.filter(isApart), ...group.addedEgress])
      writer.add(1, rule.id, 'AWS::EC2::SecurityGroupEgress', {
        GroupId,
        ...renderRule(writer, rule, 'Destination'),
      });
  }
}

const PROTOCOLS: Readonly<Record<number, string>> = { 6: 'tcp', 17: 'udp', 1: 'icmp', 58: 'icmpv6' };

function renderRule(
  writer: Writer,
  { peer, protocol, ports }: GroupRule,
  end: 'Source' | 'Destination',
): object {
  const to =
    'group' in peer
      ? { [`${end}SecurityGroupId`]: writer.ref(peer.group) }
      : 'prefixList' in peer
        ? { [`${end}PrefixListId`]: writer.ref(peer.prefixList) }
        : peer.cidr.includes(':')
          ? { CidrIpv6: peer.cidr }
          : { CidrIp: peer.cidr };
  const isIcmp = protocol === 1 || protocol === 58;
  return {
    ...to,
    IpProtocol: PROTOCOLS[protocol] ?? String(protocol),
    // Of ICMP the first one is the type and the second one the code; -1 is all.
    ...(isIcmp ? { FromPort: ports?.from ?? -1, ToPort: -1 } : {}),
    ...(!isIcmp && ports !== undefined ? { FromPort: ports.from, ToPort: ports.to } : {}),
  };
}

function renderTransit(writer: Writer, gateway: TransitGateway): void {
  const setting = (name: string, value: unknown) =>
    value === undefined
      ? {}
      : { [name]: typeof value === 'boolean' ? (value ? 'enable' : 'disable') : value };
  writer.add(0, gateway.id, 'AWS::EC2::TransitGateway', {
    ...setting('DefaultRouteTableAssociation', gateway.defaultAssociation),
    ...setting('DefaultRouteTablePropagation', gateway.defaultPropagation),
  });
  const TransitGatewayId = writer.ref(gateway.id);
  for (const [index, attachment] of gateway.attachments.entries()) {
    // There are two types for the same thing.
    const type =
      index % 2 === 0 ? 'AWS::EC2::TransitGatewayAttachment' : 'AWS::EC2::TransitGatewayVpcAttachment';
    writer.add(1, attachment.id, type, {
      TransitGatewayId,
      VpcId: writer.ref(attachment.vpc),
      SubnetIds: attachment.subnets.map((subnet) => writer.ref(subnet)),
      ...(attachment.ipv6 ? { Options: { Ipv6Support: 'enable' } } : {}),
    });
    const TransitGatewayAttachmentId = writer.ref(attachment.id);
    const join = (kind: string, table: string) =>
      writer.add(1, `${attachment.id}${kind}${table}`, `AWS::EC2::TransitGatewayRouteTable${kind}`, {
        TransitGatewayAttachmentId,
        TransitGatewayRouteTableId: writer.ref(table),
      });
    if (attachment.associatedWith !== undefined) join('Association', attachment.associatedWith);
    for (const table of attachment.propagatedTo) join('Propagation', table);
  }
  for (const { id, routes } of gateway.tables) {
    writer.add(0, id, 'AWS::EC2::TransitGatewayRouteTable', { TransitGatewayId });
    for (const route of routes)
      writer.add(1, route.id, 'AWS::EC2::TransitGatewayRoute', {
        TransitGatewayRouteTableId: writer.ref(id),
        DestinationCidrBlock: route.cidr,
        ...(route.target === 'blackhole'
          ? { Blackhole: true }
          : { TransitGatewayAttachmentId: writer.ref(route.target.attachment) }),
      });
  }
}

function renderHost(writer: Writer, topology: Topology, host: Host): void {
  const SubnetId = writer.ref(host.subnet);
  const groups = host.groups.map((group) => writer.ref(group));
  const ipv6 = host.ipv6 === undefined ? {} : { Ipv6Addresses: [{ Ipv6Address: host.ipv6 }] };
  const address = { PrivateIpAddress: host.address, ...ipv6 };
  const byElasticAddress =
    host.public && topology.subnets.find(({ id }) => id === host.subnet)?.givesPublicAddresses !== true;
  if (host.kind === 'interface') {
    writer.add(2, host.id, 'AWS::EC2::NetworkInterface', {
      SubnetId,
      ...address,
      ...(groups.length > 0 ? { GroupSet: groups } : {}),
    });
  } else {
    writer.add(2, host.id, 'AWS::EC2::Instance', {
      ImageId: 'ami-0123456789abcdef0',
      InstanceType: 't3.micro',
      SubnetId,
      ...address,
      ...(groups.length > 0 ? { SecurityGroupIds: groups } : {}),
    });
  }
  if (!byElasticAddress) return;
  writer.add(2, `${host.id}Address`, 'AWS::EC2::EIP', { Domain: 'vpc' });
  writer.add(2, `${host.id}AddressAssociation`, 'AWS::EC2::EIPAssociation', {
    AllocationId: { 'Fn::GetAtt': [`${host.id}Address`, 'AllocationId'] },
    ...(host.kind === 'interface'
      ? { NetworkInterfaceId: writer.ref(host.id) }
      : { InstanceId: writer.ref(host.id) }),
  });
}

class Writer {
  private readonly templates: Rendered[];
  private readonly placeOf = new Map<string, number>();

  constructor(private readonly count: number) {
    this.templates = Array.from({ length: count }, () => ({ Resources: {} }));
  }

  /** Stands for another resource until all are placed. */
  ref(id: string): object {
    return { '@ref': id };
  }

  add(level: Level, id: string, type: string, properties: object): void {
    const place = Math.min(level, this.count - 1);
    this.placeOf.set(id, place);
    this.templates[place]!.Resources[id] = { Type: type, Properties: properties };
  }

  finish(): readonly Rendered[] {
    const exported = this.templates.map(() => new Set<string>());
    const resolved = this.templates.map((template, place) =>
      this.resolve(template, (id) => {
        const home = this.placeOf.get(id)!;
        if (home === place) return { Ref: id };
        exported[home]!.add(id);
        return { 'Fn::ImportValue': `network:${id}` };
      }),
    );
    return resolved.map((template, place) => {
      const text = JSON.stringify(template);
      const kind = text.includes(`${OPEN_PORT}`) ? 'Number' : text.includes(OPEN_CIDR) ? 'String' : undefined;
      const outputs = [...exported[place]!].map((id) => [
        `Out${id}`,
        { Value: { Ref: id }, Export: { Name: `network:${id}` } },
      ]);
      const open = JSON.parse(
        text.replaceAll(`"${OPEN_CIDR}"`, '{"Ref":"Open"}').replaceAll(`${OPEN_PORT}`, '{"Ref":"Open"}'),
      ) as Rendered;
      return {
        ...(kind === undefined ? {} : { Parameters: { Open: { Type: kind } } }),
        ...open,
        ...(outputs.length > 0 ? { Outputs: Object.fromEntries(outputs) } : {}),
      };
    });
  }

  private resolve<T>(value: T, link: (id: string) => object): T {
    return JSON.parse(JSON.stringify(value), (_key, item) =>
      typeof item === 'object' && item !== null && '@ref' in item ? link(item['@ref'] as string) : item,
    ) as T;
  }
}
