import type { Guard } from '../../../model/guard';
import type { Resource } from '../../../model/resource';
import type { Family } from './address-sets';
import type { Service } from './packets';
import type { Key, Range } from './values';

/**
 * What the analysis knows of a network, as flat records: the seam between templates and the analysis. Whatever can say
 * the same of networks that no template describes (known facts from another repository) can add records of its own.
 * Records hold under a guard; a resource with alternatives has one record for each. `undefined` means "not known".
 */
export interface Records {
  readonly vpcs: VpcRecord[];
  readonly vpcRanges: RangeRecord[];
  readonly subnets: SubnetRecord[];
  readonly subnetRanges: RangeRecord[];
  readonly tables: TableRecord[];
  /** Which table a subnet, or a gateway for what comes in by it, has. */
  readonly tableOf: LinkRecord[];
  readonly routes: RouteRecord[];
  readonly attachedGateways: LinkRecord[];
  readonly gateways: GatewayRecord[];
  readonly peerings: PeeringRecord[];
  readonly hubs: HubRecord[];
  readonly attachments: AttachmentRecord[];
  readonly hubTables: LinkRecord[];
  readonly associations: LinkRecord[];
  readonly propagations: LinkRecord[];
  readonly hubRoutes: HubRouteRecord[];
  readonly aclOf: LinkRecord[];
  readonly acls: Record_[];
  readonly aclEntries: AclEntryRecord[];
  readonly groups: GroupRecord[];
  readonly groupRules: GroupRuleRecord[];
  readonly interfaces: InterfaceRecord[];
}

export interface Record_ {
  readonly key: Key;
  readonly when: Guard;
  /** Where it is written; undefined for what exists without being written, and for facts. */
  readonly resource?: Resource;
}

export type VpcRecord = Record_;

/** Addresses of a VPC or subnet. */
export interface RangeRecord extends Record_ {
  readonly family: Family;
  readonly range: Range | undefined;
}

export interface SubnetRecord extends Record_ {
  readonly vpc: Key | undefined;
  /** Something that is the same for subnets of one availability zone. */
  readonly availabilityZone: string | undefined;
  /** Whether machines get a public address of IPv4, an address of IPv6. */
  readonly mapsPublic: boolean | undefined;
  readonly assignsV6: boolean | undefined;
}

export interface TableRecord extends Record_ {
  readonly vpc: Key | undefined;
}

/** One thing that belongs to another one. */
export interface LinkRecord extends Record_ {
  readonly to: Key | undefined;
}

export type TargetKind =
  | 'local'
  | 'gateway'
  | 'nat'
  | 'egress-only'
  | 'carrier'
  | 'peering'
  | 'hub'
  | 'endpoint'
  | 'interface'
  | 'outside'
  | 'blackhole';

export interface RouteRecord extends Record_ {
  /** The route table. */
  readonly key: Key;
  /** Undefined where the destination is not known. */
  readonly ranges: readonly Range[] | undefined;
  /** Families that a destination which is not known can be of. */
  readonly families: readonly Family[];
  readonly target: TargetKind;
  readonly to: Key | undefined;
  /** The destination is a prefix list, after which the same range by itself goes first. */
  readonly byList: boolean;
  /** Learned from a gateway, after all that is written. */
  readonly learned: boolean;
}

export type GatewayKind =
  | 'internet'
  | 'private'
  | 'egress-only'
  | 'carrier'
  | 'nat'
  | 'endpoint'
  | 'firewall';

/** A gateway, or an endpoint through which traffic is inspected. */
export interface GatewayRecord extends Record_ {
  readonly kind: GatewayKind;
  /** For those that lie in a subnet. */
  readonly subnets: readonly Key[];
  readonly vpc: Key | undefined;
  /** Of a NAT gateway: that it translates to a public address. */
  readonly isPublic?: boolean | undefined;
  /** Of a firewall: that it lets traffic through; undefined where its rules, or appliances elsewhere, decide. */
  readonly passes?: boolean | undefined;
  /** Of a NAT gateway: the private address that it has for certain; some of its subnet otherwise. */
  readonly address?: Range | undefined;
}

export interface PeeringRecord extends Record_ {
  readonly vpc: Key | undefined;
  readonly peer: Key | undefined;
}

/** A transit gateway. */
export interface HubRecord extends Record_ {
  readonly associates: boolean | undefined;
  readonly propagates: boolean | undefined;
  readonly referencesGroups: boolean | undefined;
}

export interface AttachmentRecord extends Record_ {
  readonly hub: Key | undefined;
  readonly kind: 'vpc' | 'line' | 'hub';
  /** Whether it carries IPv6. */
  readonly carriesV6: boolean | undefined;
  /** The VPC, or the hub at the other end. */
  readonly to: Key | undefined;
  readonly subnets: readonly Key[];
}

export interface HubRouteRecord extends Record_ {
  /** The route table of the hub. */
  readonly key: Key;
  readonly range: Range | undefined;
  /** Undefined for a blackhole. */
  readonly attachment: Key | undefined;
  readonly blackhole: boolean | undefined;
}

export interface AclEntryRecord extends Record_ {
  /** The network ACL. */
  readonly key: Key;
  readonly number: number | undefined;
  readonly egress: boolean | undefined;
  readonly allow: boolean | undefined;
  /** Families that the entry can be about. */
  readonly families: readonly Family[];
  readonly range: Range | undefined;
  readonly service: Service | undefined;
}

export interface GroupRecord extends Record_ {
  readonly vpc: Key | undefined;
  /** A default group, which lets in its members and everything out. */
  readonly isDefault: boolean;
  /** Its own list of outgoing rules is not known, so that it may replace the default. */
  readonly mayHaveEgress: Guard;
}

export type Peer =
  | { readonly kind: 'range'; readonly ranges: readonly Range[] }
  | { readonly kind: 'group'; readonly key: Key }
  | { readonly kind: 'unknown' };

export interface GroupRuleRecord extends Record_ {
  /** The group. */
  readonly key: Key;
  readonly direction: 'ingress' | 'egress';
  readonly peer: Peer;
  readonly service: Service | undefined;
  /** The path of an entry in a list of the group. */
  readonly path: string | undefined;
}

/** A name that counts under a guard. */
export interface Named {
  readonly when: Guard;
  readonly key: Key;
}

/** A network interface: what sends and receives. */
export interface InterfaceRecord extends Record_ {
  /** The resource that sends and receives by it. */
  readonly owner: Resource;
  readonly subnet: Key;
  readonly groups: readonly Named[];
  /** When there may be groups that are not known. */
  readonly openGroups: Guard;
  /** What holds where no group is named: the default group of the VPC, no filter, or something that is not known. */
  readonly withoutGroups: 'default' | 'none' | 'unknown';
  /** Addresses that it has for certain; some of its subnet where there are none of a family. */
  readonly addresses: readonly Range[];
  /** When it certainly has, and certainly has not, a public address; `subnet` where the subnet decides. */
  readonly isPublic: { readonly yes: Guard; readonly no: Guard } | 'subnet';
  /** Whether it has addresses of IPv6. */
  readonly hasV6: boolean | 'subnet' | undefined;
  /** Whether it passes on what is not meant for it. */
  readonly forwards: boolean | undefined;
}
