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
  private inVpcs: ReadonlyMap<Key, readonly Key[]> | undefined;
  private doorKeys: ReadonlySet<Key> | undefined;
  private bySubnet: Index<InterfaceRecord> | undefined;
  private readonly vpcRanges: Index<RangeRecord>;
  private readonly subnetRanges: Index<RangeRecord>;

  /**
   * @param like a view of which this one takes over what it knows of the lists of records that both have: one of the
   *   same records in the other mode, or of the network before some change
   */
  constructor(
    readonly records: Records,
    readonly world: Guard,
    readonly mode: Mode,
    like?: View,
  ) {
    this.vpcs = byKey(records.vpcs, like?.records.vpcs, like?.vpcs);
    this.subnets = byKey(records.subnets, like?.records.subnets, like?.subnets);
    this.tables = byKey(records.tables, like?.records.tables, like?.tables);
    this.routesOf = Index.of(records.routes, like?.routesOf, ofKey);
    this.tableLinks = Index.of(records.tableOf, like?.tableLinks, ofKey);
    this.aclLinks = Index.of(records.aclOf, like?.aclLinks, ofKey);
    this.aclEntries = Index.of(records.aclEntries, like?.aclEntries, ofKey);
    this.gateways = Index.of(records.gateways, like?.gateways, ofKey);
    this.vpcsOfGateway = Index.of(records.attachedGateways, like?.vpcsOfGateway, ofKey);
    this.gatewaysOfVpc = Index.of(records.attachedGateways, like?.gatewaysOfVpc, to);
    this.peerings = Index.of(records.peerings, like?.peerings, ofKey);
    this.peeringsOfVpc = Index.of(
      records.peerings,
      like?.peeringsOfVpc,
      ({ vpc }) => vpc,
      ({ peer }) => peer,
    );
    this.hubs = byKey(records.hubs, like?.records.hubs, like?.hubs);
    this.attachments = Index.of(records.attachments, like?.attachments, ofKey);
    this.attachmentsOfHub = Index.of(records.attachments, like?.attachmentsOfHub, ({ hub }) => hub);
    this.attachmentsOfVpc = Index.of(records.attachments, like?.attachmentsOfVpc, (record) =>
      record.kind === 'vpc' ? record.to : undefined,
    );
    this.hubTables = Index.of(records.hubTables, like?.hubTables, ofKey);
    this.associations = Index.of(records.associations, like?.associations, ofKey);
    this.propagationsTo = Index.of(records.propagations, like?.propagationsTo, to);
    this.hubRoutes = Index.of(records.hubRoutes, like?.hubRoutes, ofKey);
    this.groups = byKey(records.groups, like?.records.groups, like?.groups);
    this.rulesOf = Index.of(records.groupRules, like?.rulesOf, ofKey);
    this.interfaces = records.interfaces;
    this.interfacesOf = Index.of(records.interfaces, like?.interfacesOf, ofKey);
    this.vpcRanges = Index.of(records.vpcRanges, like?.vpcRanges, ofKey);
    this.subnetRanges = Index.of(records.subnetRanges, like?.subnetRanges, ofKey);
    if (like === undefined) return;
    if (like.subnets === this.subnets) this.inVpcs = like.subnetsByVpc;
    if (like.interfaces === this.interfaces) this.bySubnet = like.interfacesIn;
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

  /** The subnets of a VPC. */
  subnetsOf(vpc: Key): readonly Key[] {
    return this.subnetsByVpc.get(vpc) ?? NONE;
  }

  private get subnetsByVpc(): ReadonlyMap<Key, readonly Key[]> {
    if (this.inVpcs === undefined) {
      const found = new Map<Key, Key[]>();
      for (const [subnet, { vpc }] of this.subnets) {
        if (vpc === undefined) continue;
        const list = found.get(vpc);
        if (list === undefined) found.set(vpc, [subnet]);
        else list.push(subnet);
      }
      this.inVpcs = found;
    }
    return this.inVpcs;
  }

  /** What sends and receives, by subnet. */
  get interfacesIn(): Index<InterfaceRecord> {
    this.bySubnet ??= new Index(this.interfaces, ({ subnet }) => subnet);
    return this.bySubnet;
  }

  /** Subnets in which VPCs are attached to transit gateways. */
  get doors(): ReadonlySet<Key> {
    this.doorKeys ??= new Set(
      this.attachments.all.flatMap(({ kind, to: vpc, subnets }) =>
        kind === 'vpc' && vpc !== undefined && this.vpcs.has(vpc) ? subnets : NONE,
      ),
    );
    return this.doorKeys;
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

function ofKey({ key }: { readonly key: Key }): Key {
  return key;
}

function to(record: { readonly to: Key | undefined }): Key | undefined {
  return record.to;
}

/** Records by their keys; those of another view where they are of the same list. */
function byKey<T extends { readonly key: Key }>(
  records: readonly T[],
  others: readonly T[] | undefined,
  known: ReadonlyMap<Key, T> | undefined,
): ReadonlyMap<Key, T> {
  if (known !== undefined && others === records) return known;
  const found = new Map<Key, T>();
  for (const record of records) found.set(record.key, record);
  return found;
}

/** Records by a key of theirs, or by one of several. Put together when somebody asks: for few networks all are. */
export class Index<T> {
  private byKey: Map<Key, T[]> | undefined;

  constructor(
    readonly all: readonly T[],
    private readonly key: (record: T) => Key | undefined,
    private readonly other?: (record: T) => Key | undefined,
  ) {}

  private build(): Map<Key, T[]> {
    const built = new Map<Key, T[]>();
    for (const record of this.all) {
      const key = this.key(record);
      add(built, key, record);
      const other = this.other?.(record);
      if (other !== key) add(built, other, record);
    }
    return built;
  }

  /** The index of another view where it is of the same list. */
  static of<T>(
    all: readonly T[],
    known: Index<T> | undefined,
    key: (record: T) => Key | undefined,
    other?: (record: T) => Key | undefined,
  ): Index<T> {
    return known !== undefined && known.all === all ? known : new Index(all, key, other);
  }

  get(key: Key | undefined): readonly T[] {
    if (key === undefined || this.all.length === 0) return NONE;
    this.byKey ??= this.build();
    return this.byKey.get(key) ?? NONE;
  }
}

function add<T>(index: Map<Key, T[]>, key: Key | undefined, record: T): void {
  if (key === undefined) return;
  const list = index.get(key);
  if (list === undefined) index.set(key, [record]);
  else list.push(record);
}
