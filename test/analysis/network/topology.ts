/**
 * The simulator's own picture of networks, apart from the project's model on purpose: the analysis is measured
 * against it. Everything has an id, which is the logical id that it is rendered under.
 */
export interface Topology {
  readonly vpcs: readonly Vpc[];
  readonly subnets: readonly Subnet[];
  readonly routeTables: readonly RouteTable[];
  readonly networkAcls: readonly NetworkAcl[];
  readonly groups: readonly SecurityGroup[];
  readonly prefixLists: readonly PrefixList[];
  readonly natGateways: readonly NatGateway[];
  readonly peerings: readonly Peering[];
  readonly transitGateways: readonly TransitGateway[];
  readonly hosts: readonly Host[];
}

export interface Vpc {
  readonly id: string;
  /** IPv4 ranges, the first one the primary. */
  readonly cidrs: readonly string[];
  readonly ipv6?: string;
  readonly internetGateway?: true;
  readonly egressOnlyGateway?: true;
}

export interface Subnet {
  readonly id: string;
  readonly vpc: string;
  readonly cidr: string;
  readonly ipv6?: string;
  readonly zone: string;
  /** Without one the VPC's main route table holds, in which there is the local route only. */
  readonly routeTable?: string;
  /** Without one the VPC's default network ACL holds, which lets everything through. */
  readonly networkAcl?: string;
  /** Instances get public IPv4 addresses. */
  readonly givesPublicAddresses?: true;
}

export type Target =
  | { readonly kind: 'internet-gateway' | 'egress-only' }
  | { readonly kind: 'nat' | 'peering' | 'transit-gateway'; readonly id: string };

export interface Route {
  readonly id: string;
  readonly destination: { readonly cidr: string } | { readonly prefixList: string };
  readonly target: Target;
}

export interface RouteTable {
  readonly id: string;
  readonly vpc: string;
  readonly routes: readonly Route[];
}

export interface AclEntry {
  readonly id: string;
  readonly egress: boolean;
  readonly number: number;
  readonly cidr: string;
  /** IANA number, -1 for all. */
  readonly protocol: number;
  /** TCP and UDP only; all ports without it. */
  readonly ports?: Ports;
  readonly allow: boolean;
}

export interface NetworkAcl {
  readonly id: string;
  readonly vpc: string;
  readonly entries: readonly AclEntry[];
}

export interface Ports {
  readonly from: number;
  readonly to: number;
}

export type Peer = { readonly cidr: string } | { readonly group: string } | { readonly prefixList: string };

export interface GroupRule {
  readonly id: string;
  readonly peer: Peer;
  readonly protocol: number;
  /** TCP and UDP: ports. ICMP: the type as both ends. All without it. */
  readonly ports?: Ports;
}

export interface SecurityGroup {
  readonly id: string;
  readonly vpc: string;
  readonly ingress: readonly GroupRule[];
  /** Rules written in the group; none: it lets everything out. */
  readonly egress: readonly GroupRule[];
  /** Rules that are resources of their own. They take the place of what lets everything out. */
  readonly addedEgress: readonly GroupRule[];
}

export interface PrefixList {
  readonly id: string;
  readonly cidrs: readonly string[];
}

export interface NatGateway {
  readonly id: string;
  readonly subnet: string;
  readonly address: string;
  /** Has a public address; a private one translates only. */
  readonly public: boolean;
}

export interface Peering {
  readonly id: string;
  readonly vpcs: readonly [string, string];
}

export interface Attachment {
  readonly id: string;
  readonly vpc: string;
  readonly subnets: readonly string[];
  readonly ipv6: boolean;
  /** Route table that is associated explicitly. */
  readonly associatedWith?: string;
  /** Route tables to which the VPC's ranges are propagated explicitly. */
  readonly propagatedTo: readonly string[];
}

export interface TransitRoute {
  readonly id: string;
  readonly cidr: string;
  readonly target: { readonly attachment: string } | 'blackhole';
}

export interface TransitTable {
  readonly id: string;
  readonly routes: readonly TransitRoute[];
}

export interface TransitGateway {
  readonly id: string;
  /** Absent: enabled. */
  readonly defaultAssociation?: boolean;
  readonly defaultPropagation?: boolean;
  readonly tables: readonly TransitTable[];
  readonly attachments: readonly Attachment[];
}

/** A network interface in a subnet. */
export interface Host {
  readonly id: string;
  readonly subnet: string;
  readonly address: string;
  readonly ipv6?: string;
  /** Has a public IPv4 address: an elastic one, or the subnet's setting. */
  readonly public: boolean;
  /** Without one the VPC's default group holds. */
  readonly groups: readonly string[];
  readonly kind: 'instance' | 'interface';
}
