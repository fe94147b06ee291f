import { type Addresses, EVERYWHERE, FAMILIES, type Family } from './address-sets';
import { EMPTY, type IntervalSet, union } from './intervals';
import { ANY_PORT, ANY_SERVICE, type Box, everyPacket, PacketSet, type Service } from './packets';
import type { AclEntryRecord, GroupRuleRecord } from './records';
import { isOutside, type Key } from './values';
import type { View } from './view';

export type Direction = 'ingress' | 'egress';

/** The end of a connection at which a filter looks: where it comes from, or where it goes to. */
const FAR_END = { ingress: 'source', egress: 'destination' } as const;

/** The security groups that something is in. */
export interface Membership {
  readonly groups: readonly Key[];
  /** There may be more of them. */
  readonly isOpen: boolean;
  /** It has no groups at all, so that everything passes. */
  readonly isUnfiltered: boolean;
}

/** What security groups and network ACLs let through in one view of a network. */
export class Filters {
  private readonly acls = new Map<string, PacketSet | undefined>();
  private readonly rules = new Map<string, GroupRules>();
  private readonly reaches = new Map<string, Reach | 'everybody'>();

  constructor(private readonly view: View) {}

  /** What a network ACL lets into or out of a subnet; undefined for everything. */
  acl(subnet: Key, direction: Direction): PacketSet | undefined {
    const acl = this.aclOf(subnet);
    if (acl === undefined) return this.view.isCertain ? PacketSet.EMPTY : undefined;
    const id = `${acl} ${direction}`;
    if (!this.acls.has(id)) this.acls.set(id, this.aclSet(acl, direction));
    return this.acls.get(id);
  }

  /** The network ACL of a subnet; undefined where it is not known. */
  aclOf(subnet: Key): Key | undefined {
    const [link] = this.view.aclLinks.get(subnet);
    if (link !== undefined) return link.to === undefined || isOutside(link.to) ? undefined : link.to;
    const vpc = this.view.subnets.get(subnet)?.vpc;
    return vpc === undefined || isOutside(vpc) ? undefined : `${vpc}#DefaultNetworkAcl`;
  }

  private aclSet(acl: Key, direction: Direction): PacketSet | undefined {
    const egress = direction === 'egress';
    const entries = this.view.aclEntries
      .get(acl)
      .filter((entry) => entry.egress === undefined || entry.egress === egress);
    const isDefault = acl.endsWith('#DefaultNetworkAcl');
    if (isDefault && entries.length === 0) return undefined;
    return decided(
      isDefault ? [...entries, ...ALLOW_ALL(acl, egress)] : entries,
      direction,
      this.view.isCertain,
    );
  }

  /**
   * What security groups let through; undefined for everything.
   * @param far groups at the other end, where they can be told
   */
  groups(own: Membership, direction: Direction, far: Membership | undefined): PacketSet | undefined {
    if (own.isUnfiltered || (own.isOpen && !this.view.isCertain)) return undefined;
    const boxes: Box[] = [];
    for (const key of own.groups) {
      const rules = this.rulesOf(key, direction);
      if (rules.passesAll) return undefined;
      boxes.push(...rules.ranges);
      if (far === undefined) continue;
      if (far.isOpen && !this.view.isCertain) for (const list of rules.byGroup.values()) boxes.push(...list);
      else for (const group of far.groups) boxes.push(...(rules.byGroup.get(group) ?? []));
    }
    return PacketSet.of(...boxes);
  }

  /** Whom security groups let through at all: addresses, and members of groups; undefined for everybody. */
  reach(own: Membership, direction: Direction): Reach | undefined {
    if (own.isUnfiltered || (own.isOpen && !this.view.isCertain)) return undefined;
    const id = `${own.groups.join(' ')} ${direction}`;
    let reach = this.reaches.get(id);
    if (reach === undefined) {
      const rules = own.groups.map((group) => this.rulesOf(group, direction));
      const boxes = rules.flatMap(({ ranges }) => ranges);
      const [v4, v6] = FAMILIES.map((family) =>
        boxes
          .filter((box) => box.family === family)
          .map((box) => box[FAR_END[direction]])
          .reduce(union, EMPTY),
      ) as [IntervalSet, IntervalSet];
      reach = rules.some(({ passesAll }) => passesAll)
        ? 'everybody'
        : {
            addresses: { 4: v4, 6: v6 },
            groups: new Set(rules.flatMap(({ byGroup }) => [...byGroup.keys()])),
          };
      this.reaches.set(id, reach);
    }
    return reach === 'everybody' ? undefined : reach;
  }

  private rulesOf(group: Key, direction: Direction): GroupRules {
    const id = `${group} ${direction}`;
    let rules = this.rules.get(id);
    if (rules === undefined) {
      rules = this.readRules(group, direction);
      this.rules.set(id, rules);
    }
    return rules;
  }

  private readRules(key: Key, direction: Direction): GroupRules {
    const rules = this.view.rulesOf.get(key).filter((rule) => rule.direction === direction);
    const group = this.view.groups.get(key);
    // A group that no template describes has rules that nobody sees.
    if (group === undefined && !this.view.isCertain) return PASSES_ALL;
    // Everything goes out of a group until it has rules of its own.
    if (group !== undefined && direction === 'egress' && rules.length === 0 && !group.isDefault)
      return PASSES_ALL;
    const ranges: Box[] = [];
    const byGroup = new Map<Key, Box[]>();
    for (const rule of rules) {
      const service = rule.service ?? (this.view.isCertain ? undefined : ANY_SERVICE);
      if (service === undefined) continue;
      if (rule.peer.kind === 'group') {
        const boxes = FAMILIES.map((family) => boxOf(family, service, direction, EVERYWHERE[family]));
        byGroup.set(rule.peer.key, [...(byGroup.get(rule.peer.key) ?? []), ...boxes]);
      } else ranges.push(...this.boxesOf(rule, service, direction));
    }
    return { passesAll: false, ranges, byGroup };
  }

  private boxesOf({ peer }: GroupRuleRecord, service: Service, direction: Direction): readonly Box[] {
    if (peer.kind === 'range') {
      return peer.ranges.map(({ family, addresses }) => boxOf(family, service, direction, addresses));
    }
    return this.view.isCertain
      ? []
      : FAMILIES.map((family) => boxOf(family, service, direction, EVERYWHERE[family]));
  }

  /** The rules by which a group lets a packet through, to name them. */
  rulesFor(
    own: Membership,
    direction: Direction,
    far: Membership | undefined,
    part: PacketSet,
  ): readonly GroupRuleRecord[] {
    return own.groups.flatMap((key) =>
      this.view.rulesOf.get(key).filter((rule) => {
        if (rule.direction !== direction) return false;
        if (rule.peer.kind === 'group' && far?.groups.includes(rule.peer.key) !== true) return false;
        const service = rule.service ?? ANY_SERVICE;
        const boxes =
          rule.peer.kind === 'range'
            ? rule.peer.ranges.map(({ family, addresses }) => boxOf(family, service, direction, addresses))
            : FAMILIES.map((family) => boxOf(family, service, direction, EVERYWHERE[family]));
        return !part.intersect(PacketSet.of(...boxes)).isEmpty;
      }),
    );
  }
}

/** Whom security groups let through, whatever the protocol. */
export interface Reach {
  readonly addresses: Addresses;
  readonly groups: ReadonlySet<Key>;
}

interface GroupRules {
  readonly passesAll: boolean;
  readonly ranges: readonly Box[];
  readonly byGroup: ReadonlyMap<Key, readonly Box[]>;
}

const PASSES_ALL: GroupRules = { passesAll: true, ranges: [], byGroup: new Map() };

function boxOf(family: Family, service: Service, direction: Direction, far: IntervalSet): Box {
  return {
    ...everyPacket(family),
    protocol: service.protocol,
    sourcePort: ANY_PORT,
    destinationPort: service.destinationPort,
    [FAR_END[direction]]: far,
  };
}

/** The entry with which a default network ACL is made. */
const ALLOW_ALL = (key: Key, egress: boolean): readonly Pick<AclEntryRecord, Decisive>[] =>
  FAMILIES.map((family) => ({
    key,
    number: 100,
    egress,
    allow: true,
    families: [family],
    range: { family, prefix: 0, addresses: EVERYWHERE[family] },
    service: ANY_SERVICE,
  }));

type Decisive = 'number' | 'egress' | 'allow' | 'families' | 'range' | 'service' | 'key';

/**
 * The first entry that fits decides. One of which something is not known may allow as much as it could be about in the
 * view of what is possible, and deny as much in the view of what is certain.
 */
function decided(
  entries: readonly Pick<AclEntryRecord, Decisive>[],
  direction: Direction,
  isCertain: boolean,
): PacketSet {
  // What may come first does, where that takes something away from what is certain or adds to what is possible.
  const order = [...entries].sort((a, b) => (a.number ?? -1) - (b.number ?? -1));
  let allowed = PacketSet.EMPTY;
  let denied = PacketSet.EMPTY;
  for (const { number, egress, allow, families, range, service } of order) {
    const isKnown = [number, egress, allow, range, service].every((part) => part !== undefined);
    const boxes = PacketSet.of(
      ...families.map((family) =>
        boxOf(
          family,
          service ?? ANY_SERVICE,
          direction,
          range?.family === family ? range.addresses : EVERYWHERE[family],
        ),
      ),
    );
    const allows = isKnown ? allow === true : allow !== false && !isCertain;
    const denies = isKnown ? allow === false : allow !== true && isCertain;
    if (allows) allowed = allowed.union(boxes.minus(denied));
    if (denies) denied = denied.union(boxes);
  }
  return allowed;
}
