/** Pieces of templates that scenarios are put together from. Each network has a VPC, a subnet, a table and a host. */
export type Resources = Readonly<Record<string, unknown>>;

export const ref = (Ref: string) => ({ Ref });
export const imported = (name: string) => ({ 'Fn::ImportValue': name });
export const resource = (Type: string, Properties: object, more: object = {}) => ({
  Type,
  Properties,
  ...more,
});

export function template(...parts: readonly Resources[]): Readonly<Record<string, unknown>> {
  return { Resources: Object.assign({}, ...parts) };
}

/** Outputs that export what the ids refer to, under their own names. */
export function exporting(...ids: readonly string[]): object {
  return {
    Outputs: Object.fromEntries(ids.map((id) => [`${id}Output`, { Value: ref(id), Export: { Name: id } }])),
  };
}

/** The networks: my-number zone 10.0, LGWAN 10.1, Internet zone 10.2, management 10.3, each `/16`. */
const NETWORKS = {
  Tax: { zone: 'my-number', number: 0 },
  Office: { zone: 'lgwan', number: 1 },
  Web: { zone: 'internet', number: 2 },
  Shared: { zone: 'management', number: 3 },
} as const;
export type Name = keyof typeof NETWORKS;

export const rangeOf = (name: Name) => `10.${NETWORKS[name].number}.0.0/16`;
export const addressOf = (name: Name) => `10.${NETWORKS[name].number}.0.10`;
export const ipv6Of = (name: Name) => `2600:1f14:0:${NETWORKS[name].number}00::a`;
export const ipv6RangeOf = (name: Name) => `2600:1f14:0:${NETWORKS[name].number}00::/56`;

export interface Change {
  readonly vpc?: object;
  readonly subnet?: object;
  readonly group?: object;
  readonly host?: object;
  readonly ipv6?: true;
  /** Leaves the subnet to the main route table. */
  readonly withoutTable?: true;
}

const ANY = [
  { IpProtocol: '-1', CidrIp: '0.0.0.0/0' },
  { IpProtocol: '-1', CidrIpv6: '::/0' },
];

/** `TaxVpc`, `TaxSubnet`, `TaxTable`, `TaxTableLink`, `TaxGroup` (open both ways unless changed) and `TaxHost`. */
export function network(name: Name, change: Change = {}): Resources {
  const { zone, number } = NETWORKS[name];
  return {
    [`${name}Vpc`]: resource('AWS::EC2::VPC', {
      CidrBlock: rangeOf(name),
      Tags: [{ Key: 'jichitai:zone', Value: zone }],
      ...change.vpc,
    }),
    ...(change.ipv6 === undefined
      ? {}
      : {
          [`${name}Range6`]: resource('AWS::EC2::VPCCidrBlock', {
            VpcId: ref(`${name}Vpc`),
            Ipv6CidrBlock: ipv6RangeOf(name),
            Ipv6Pool: 'ipv6pool-ec2-0123456789abcdef0',
          }),
        }),
    [`${name}Subnet`]: resource('AWS::EC2::Subnet', {
      VpcId: ref(`${name}Vpc`),
      CidrBlock: `10.${number}.0.0/24`,
      AvailabilityZone: 'ap-northeast-1a',
      ...(change.ipv6 === undefined ? {} : { Ipv6CidrBlock: `2600:1f14:0:${number}00::/64` }),
      ...change.subnet,
    }),
    [`${name}Table`]: resource('AWS::EC2::RouteTable', { VpcId: ref(`${name}Vpc`) }),
    ...(change.withoutTable === undefined
      ? {
          [`${name}TableLink`]: resource('AWS::EC2::SubnetRouteTableAssociation', {
            SubnetId: ref(`${name}Subnet`),
            RouteTableId: ref(`${name}Table`),
          }),
        }
      : {}),
    [`${name}Group`]: resource('AWS::EC2::SecurityGroup', {
      GroupDescription: name,
      VpcId: ref(`${name}Vpc`),
      SecurityGroupIngress: ANY,
      ...change.group,
    }),
    [`${name}Host`]: resource('AWS::EC2::Instance', {
      ImageId: 'ami-0123456789abcdef0',
      SubnetId: ref(`${name}Subnet`),
      PrivateIpAddress: addressOf(name),
      SecurityGroupIds: [ref(`${name}Group`)],
      ...(change.ipv6 === undefined ? {} : { Ipv6Addresses: [{ Ipv6Address: ipv6Of(name) }] }),
      ...change.host,
    }),
  };
}

/** A route of a network's table, `TaxRoute` unless it is named. */
export function route(
  name: Name,
  cidr: string,
  target: object,
  id = `${name}Route`,
  more: object = {},
): Resources {
  const to = cidr.includes(':') ? { DestinationIpv6CidrBlock: cidr } : { DestinationCidrBlock: cidr };
  return {
    [id]: resource('AWS::EC2::Route', { RouteTableId: ref(`${name}Table`), ...to, ...target }, more),
  };
}

export function hub(properties: object = {}): Resources {
  return { Hub: resource('AWS::EC2::TransitGateway', properties) };
}

export const CLOSED_HUB = hub({
  DefaultRouteTableAssociation: 'disable',
  DefaultRouteTablePropagation: 'disable',
});

/** `TaxAttachment`. */
export function attachment(name: Name, properties: object = {}): Resources {
  return {
    [`${name}Attachment`]: resource('AWS::EC2::TransitGatewayVpcAttachment', {
      TransitGatewayId: ref('Hub'),
      VpcId: ref(`${name}Vpc`),
      SubnetIds: [ref(`${name}Subnet`)],
      ...properties,
    }),
  };
}

export const TO_HUB = { TransitGatewayId: ref('Hub') };

/** A network that is attached to the hub and sends all of 10/8 there. */
export function spoke(name: Name, change: Change = {}, properties: object = {}): Resources {
  return { ...network(name, change), ...attachment(name, properties), ...route(name, '10.0.0.0/8', TO_HUB) };
}

/** `TaxHubTable` with what is associated with it and what is propagated to it. */
export function hubTable(
  name: string,
  associated: readonly string[],
  propagated: readonly string[],
): Resources {
  const join = (kind: string, from: string) => ({
    [`${name}HubTable${kind}${from}`]: resource(`AWS::EC2::TransitGatewayRouteTable${kind}`, {
      TransitGatewayAttachmentId: ref(`${from}Attachment`),
      TransitGatewayRouteTableId: ref(`${name}HubTable`),
    }),
  });
  return Object.assign(
    { [`${name}HubTable`]: resource('AWS::EC2::TransitGatewayRouteTable', TO_HUB) },
    ...associated.map((from) => join('Association', from)),
    ...propagated.map((from) => join('Propagation', from)),
  );
}

/** `TaxHubRoute` in `TaxHubTable`; without an attachment it is a blackhole. */
export function hubRoute(name: string, cidr: string, to?: string, id = `${name}HubRoute`): Resources {
  return {
    [id]: resource('AWS::EC2::TransitGatewayRoute', {
      TransitGatewayRouteTableId: ref(`${name}HubTable`),
      DestinationCidrBlock: cidr,
      ...(to === undefined ? { Blackhole: true } : { TransitGatewayAttachmentId: ref(`${to}Attachment`) }),
    }),
  };
}

/** `TaxGateway`, attached. */
export function internetGateway(name: Name): Resources {
  return {
    [`${name}Gateway`]: resource('AWS::EC2::InternetGateway', {}),
    [`${name}GatewayLink`]: resource('AWS::EC2::VPCGatewayAttachment', {
      VpcId: ref(`${name}Vpc`),
      InternetGatewayId: ref(`${name}Gateway`),
    }),
  };
}

/** `TaxAcl`, associated with the subnet. */
export function acl(name: Name, ...entries: readonly Entry[]): Resources {
  return Object.assign(
    {
      [`${name}Acl`]: resource('AWS::EC2::NetworkAcl', { VpcId: ref(`${name}Vpc`) }),
      [`${name}AclLink`]: resource('AWS::EC2::SubnetNetworkAclAssociation', {
        SubnetId: ref(`${name}Subnet`),
        NetworkAclId: ref(`${name}Acl`),
      }),
    },
    ...entries.map(({ way, number, action, ports }) => ({
      [`${name}Acl${way}${number}`]: resource('AWS::EC2::NetworkAclEntry', {
        NetworkAclId: ref(`${name}Acl`),
        Egress: way === 'out',
        RuleNumber: number,
        RuleAction: action,
        CidrBlock: '0.0.0.0/0',
        ...(ports === undefined
          ? { Protocol: -1 }
          : { Protocol: 6, PortRange: { From: ports[0], To: ports[1] } }),
      }),
    })),
  );
}

export interface Entry {
  readonly way: 'in' | 'out';
  readonly number: number;
  readonly action: 'allow' | 'deny';
  /** TCP ports; everything without them. */
  readonly ports?: readonly [number, number];
}

/** TCP from one host to the other. */
export function packetBetween(from: Name, to: Name, port = 443) {
  return { from: `${from}Host`, to: `${to}Host`, source: addressOf(from), destination: addressOf(to), port };
}

export const OUTSIDE = '198.41.0.4';
export const OUTSIDE_6 = '2a00:1450::1';

/** The pair that most scenarios are about, and its two usual ways. */
export const TAX_TO_OFFICE = { from: 'my-number', to: 'lgwan' } as const;
export const OVER_HUB = [
  'TaxHost',
  'TaxSubnet',
  'TaxRoute',
  'TaxAttachment',
  'Hub',
  'OfficeAttachment',
  'OfficeSubnet',
  'OfficeHost',
];
export const OVER_PEERING = ['TaxHost', 'TaxSubnet', 'TaxRoute', 'Peering', 'OfficeSubnet', 'OfficeHost'];
export const VIA_PEERING = { VpcPeeringConnectionId: ref('Peering') };
