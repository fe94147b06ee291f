import type { Guard } from '../../../model/guard';
import { EVERYWHERE, type Family } from './address-sets';
import { EMPTY, type IntervalSet, union } from './intervals';
import type {
  AclEntryRecord,
  AttachmentRecord,
  GatewayRecord,
  GroupRecord,
  GroupRuleRecord,
  HubRecord,
  HubRouteRecord,
  InterfaceRecord,
  LinkRecord,
  PeeringRecord,
  RangeRecord,
  Records,
  RouteRecord,
  SubnetRecord,
  TableRecord,
  VpcRecord,
} from './records';
import { isOutside, type Key } from './values';

/** What passes whatever the unknown values turn out to be, or for some of them. */
export type Mode = 'certain' | 'possible';

/** The network in one world, with what belongs to each thing at hand. */
export class View {
  readonly vpcs: ReadonlyMap<Key, VpcRecord>;
  readonly subnets: ReadonlyMap<Key, SubnetRecord>;
  readonly tables: ReadonlyMap<Key, TableRecord>;
  readonly routesOf: Index<RouteRecord>;
  readonly tableLinks: Index<LinkRecord>;
  readonly aclLinks: Index<LinkRecord>;
  readonly aclEntries: Index<AclEntryRecord>;
  readonly gateways: Index<GatewayRecord>;
  /** Which VPCs a gateway is attached to, and which gateways a VPC has. */
  readonly vpcsOfGateway: Index<LinkRecord>;
  readonly gatewaysOfVpc: Index<LinkRecord>;
  readonly peerings: Index<PeeringRecord>;
  readonly peeringsOfVpc: Index<PeeringRecord>;
  readonly hubs: ReadonlyMap<Key, HubRecord>;
  readonly attachments: Index<AttachmentRecord>;
  readonly attachmentsOfHub: Index<AttachmentRecord>;
  readonly attachmentsOfVpc: Index<AttachmentRecord>;
  readonly hubTables: Index<LinkRecord>;
  readonly associations: Index<LinkRecord>;
  readonly propagationsTo: Index<LinkRecord>;
  readonly hubRoutes: Index<HubRouteRecord>;
  readonly groups: ReadonlyMap<Key, GroupRecord>;
  readonly rulesOf: Index<GroupRuleRecord>;
  readonly interfaces: readonly InterfaceRecord[];
  readonly interfacesOf: Index<InterfaceRecord>;
  private taken: ReadonlySet<Key> | undefined;
  private readonly vpcRanges: Index<RangeRecord>;
  private readonly subnetRanges: Index<RangeRecord>;

  constructor(
    records: Records,
    readonly world: Guard,
    readonly mode: Mode,
  ) {
    const ofKey = ({ key }: { readonly key: Key }) => key;
    const to = ({ to: other }: { readonly to: Key | undefined }) => other;
    this.vpcs = new Map(records.vpcs.map((record) => [record.key, record]));
    this.subnets = new Map(records.subnets.map((record) => [record.key, record]));
    this.tables = new Map(records.tables.map((record) => [record.key, record]));
    this.routesOf = new Index(records.routes, ofKey);
    this.tableLinks = new Index(records.tableOf, ofKey);
    this.aclLinks = new Index(records.aclOf, ofKey);
    this.aclEntries = new Index(records.aclEntries, ofKey);
    this.gateways = new Index(records.gateways, ofKey);
    this.vpcsOfGateway = new Index(records.attachedGateways, ofKey);
    this.gatewaysOfVpc = new Index(records.attachedGateways, to);
    this.peerings = new Index(records.peerings, ofKey);
    this.peeringsOfVpc = new Index(
      records.peerings,
      ({ vpc }) => vpc,
      ({ peer }) => peer,
    );
    this.hubs = new Map(records.hubs.map((record) => [record.key, record]));
    this.attachments = new Index(records.attachments, ofKey);
    this.attachmentsOfHub = new Index(records.attachments, ({ hub }) => hub);
    this.attachmentsOfVpc = new Index(
      records.attachments.filter(({ kind }) => kind === 'vpc'),
      to,
    );
    this.hubTables = new Index(records.hubTables, ofKey);
    this.associations = new Index(records.associations, ofKey);
    this.propagationsTo = new Index(records.propagations, to);
    this.hubRoutes = new Index(records.hubRoutes, ofKey);
    this.groups = new Map(records.groups.map((record) => [record.key, record]));
    this.rulesOf = new Index(records.groupRules, ofKey);
    this.interfaces = records.interfaces;
    this.interfacesOf = new Index(records.interfaces, ofKey);
    this.vpcRanges = new Index(records.vpcRanges, ofKey);
    this.subnetRanges = new Index(records.subnetRanges, ofKey);
  }

  get isCertain(): boolean {
    return this.mode === 'certain';
  }

  /** The ranges of a VPC with their prefix lengths: as a local route each. */
  rangesOfVpc(vpc: Key): readonly RangeRecord[] {
    return this.vpcRanges.get(vpc);
  }

  addressesOfVpc(vpc: Key, family: Family): IntervalSet {
    if (!this.vpcs.has(vpc)) return this.isCertain ? EMPTY : EVERYWHERE[family];
    return this.sum(this.vpcRanges.get(vpc), family, () => EVERYWHERE[family]);
  }

  addressesOfSubnet(subnet: Key, family: Family): IntervalSet {
    const record = this.subnets.get(subnet);
    if (record === undefined) return this.isCertain ? EMPTY : EVERYWHERE[family];
    return this.sum(this.subnetRanges.get(subnet), family, () =>
      record.vpc === undefined ? EVERYWHERE[family] : this.addressesOfVpc(record.vpc, family),
    );
  }

  /** Whether a subnet holds a NAT gateway, or an endpoint through which traffic is inspected. */
  isTaken(subnet: Key): boolean {
    this.taken ??= new Set(this.gateways.all.flatMap(({ subnets }) => subnets));
    return this.taken.has(subnet);
  }

  private sum(ranges: readonly RangeRecord[], family: Family, widest: () => IntervalSet): IntervalSet {
    return ranges
      .filter((range) => range.family === family)
      .map(({ range }) => range?.addresses ?? (this.isCertain ? EMPTY : widest()))
      .reduce(union, EMPTY);
  }

  /** The route table of a subnet: `main` where none is associated with it, undefined where it is not known. */
  tableOfSubnet(subnet: Key): Key | 'main' | undefined {
    const links = this.tableLinks.get(subnet);
    const record = this.subnets.get(subnet);
    if (links.length === 0) return record?.vpc === undefined || isOutside(record.vpc) ? undefined : 'main';
    const table = links[0]?.to;
    return table !== undefined && this.tables.has(table) ? table : undefined;
  }
}

const NONE: readonly never[] = [];

/** Records by a key of theirs, or by one of several. */
export class Index<T> {
  private readonly byKey = new Map<Key, T[]>();

  constructor(
    readonly all: readonly T[],
    ...keys: readonly ((record: T) => Key | undefined)[]
  ) {
    for (const record of all) {
      for (const key of new Set(keys.map((of) => of(record)))) {
        if (key === undefined) continue;
        const list = this.byKey.get(key);
        if (list === undefined) this.byKey.set(key, [record]);
        else list.push(record);
      }
    }
  }

  get(key: Key | undefined): readonly T[] {
    return (key === undefined ? undefined : this.byKey.get(key)) ?? NONE;
  }
}
