import { EVERYWHERE, FAMILIES, internetAddresses } from './address-sets';
import { intersect } from './intervals';
import type { AttachmentRecord, GatewayRecord } from './records';
import { defaultTable, type HubPiece, hubPiecesOf, piecesOf, type RoutePiece } from './route-pieces';
import { isOutside, type Key } from './values';
import type { View } from './view';
import {
  after,
  type Hop,
  hop,
  LEAVE,
  type Leg,
  NO_LEGS,
  type Place,
  type Scope,
  type Way,
  wayTo,
} from './ways';

/** Finds the ways that routes open, each table looked into once. */
export class Router {
  private readonly ways = new Map<string, readonly Way[]>();
  private readonly pieces = new Map<string, readonly RoutePiece[]>();
  private readonly hubPieces = new Map<Key, readonly HubPiece[]>();
  /** Tables that are being followed: what comes back to one of them goes in a circle, and gets nowhere. */
  private readonly underWay = new Set<string>();

  constructor(readonly view: View) {}

  /** All ways from a subnet. */
  fromSubnet(subnet: Key): readonly Way[] {
    const vpc = this.view.subnets.get(subnet)?.vpc;
    return this.remembered(`${this.view.tableOfSubnet(subnet)} ${vpc}`, (scope) =>
      this.onFrom(subnet, scope),
    );
  }

  /** All ways into a VPC for what comes in by a gateway of its own. */
  fromGateway(gateway: Key, vpc: Key): readonly Way[] {
    return this.remembered(`gateway ${gateway} ${vpc}`, (scope) => {
      const table = this.view.tableLinks.get(gateway)[0]?.to;
      if (table !== undefined && this.view.tables.has(table)) return this.byTable(table, vpc, scope);
      return this.local(vpc, scope);
    });
  }

  /** All ways from an attachment into the transit gateway that it is one of. */
  fromAttachment(attachment: AttachmentRecord): readonly Way[] {
    return this.remembered(`hub ${attachment.hub} ${attachment.key}`, (scope) =>
      this.throughHub(attachment, scope),
    );
  }

  private remembered(id: string, find: (scope: Scope) => readonly Way[]): readonly Way[] {
    let ways = this.ways.get(id);
    if (ways === undefined) {
      ways = FAMILIES.flatMap((family) => find({ family, addresses: EVERYWHERE[family] }));
      this.ways.set(id, ways);
    }
    return ways;
  }

  /** On from a subnet, for some destinations. */
  private onFrom(subnet: Key, scope: Scope): readonly Way[] {
    const vpc = this.view.subnets.get(subnet)?.vpc;
    const table = this.view.tableOfSubnet(subnet);
    if (vpc === undefined || !this.view.vpcs.has(vpc)) {
      return this.unknown(undefined, [{ kind: 'outside', key: subnet }], vpc, scope, true);
    }
    return table === undefined ? this.byUnknownTable(vpc, scope) : this.byTable(table, vpc, scope);
  }

  private byTable(table: Key | 'main', vpc: Key, scope: Scope): readonly Way[] {
    const id = `${table} ${vpc}`;
    if (this.underWay.has(id)) return [];
    this.underWay.add(id);
    const ways = this.piecesOfTable(table, vpc).flatMap((piece) => this.follow(piece, vpc, scope));
    this.underWay.delete(id);
    return ways;
  }

  private piecesOfTable(table: Key | 'main', vpc: Key): readonly RoutePiece[] {
    const id = `${table} ${vpc}`;
    let pieces = this.pieces.get(id);
    if (pieces === undefined) {
      pieces = piecesOf(this.view, table, vpc);
      this.pieces.set(id, pieces);
    }
    return pieces;
  }

  private follow(piece: RoutePiece, vpc: Key, scope: Scope): readonly Way[] {
    const asked = within(scope, piece);
    if (asked === undefined) return [];
    if (piece.target === 'local') return this.local(vpc, asked);
    const hops = piece.route?.resource === undefined ? [] : [hop({ ...piece.route, key: keyOfRoute(piece) })];
    return this.beyond(piece, vpc, asked).map((way) => after(way, undefined, hops));
  }

  private local(vpc: Key, scope: Scope): readonly Way[] {
    const asked = within(scope, {
      family: scope.family,
      addresses: this.view.addressesOfVpc(vpc, scope.family),
    });
    return asked === undefined
      ? []
      : [wayTo(asked, { kind: 'vpc', key: vpc }, NO_LEGS, [], { keepsGroups: true })];
  }

  /** Ways from the target of a route on. */
  private beyond({ target, to }: RoutePiece, vpc: Key, scope: Scope): readonly Way[] {
    switch (target) {
      case 'gateway':
        return this.throughGateways(to, vpc, scope);
      case 'egress-only':
      case 'carrier':
        return [
          ...this.view.gateways
            .get(to)
            .filter((gateway) => gateway.vpc === vpc)
            .flatMap((gateway) => this.toInternet(gateway, vpc, scope)),
          ...this.unknown(to, [{ kind: 'internet' }], vpc, scope),
        ];
      case 'nat':
        return this.throughNat(to, vpc, scope);
      case 'peering':
        return this.throughPeering(to, vpc, scope);
      case 'hub':
        return this.toHub(to, vpc, scope);
      case 'endpoint':
        return this.throughInspection(to, vpc, scope);
      case 'interface':
        return this.throughMachine(to, scope);
      case 'outside':
        return this.unknown(to, [outside(to)], vpc, scope, true);
      default:
        return [];
    }
  }

  /** What is not known may lead to any of some places. */
  private unknown(
    to: Key | undefined,
    places: readonly Place[],
    vpc: Key | undefined,
    scope: Scope,
    always = false,
  ): readonly Way[] {
    if (this.view.isCertain || (!always && to !== undefined && !isOutside(to))) return [];
    return places.flatMap((place) => {
      const addresses = place.kind === 'internet' ? internetAddresses() : EVERYWHERE;
      const asked = within(scope, { family: scope.family, addresses: addresses[scope.family] });
      return asked === undefined ? [] : [wayTo(asked, place, LEAVE, [], { exit: vpc })];
    });
  }

  private throughGateways(to: Key | undefined, vpc: Key, scope: Scope): readonly Way[] {
    const attached = this.view.vpcsOfGateway.get(to).some((link) => link.to === vpc);
    const gateways = attached ? this.view.gateways.get(to) : [];
    const known = gateways.flatMap((gateway) =>
      gateway.kind === 'private'
        ? [wayTo(scope, { kind: 'line', key: gateway.key }, LEAVE, [hop(gateway)])]
        : this.toInternet(gateway, vpc, scope),
    );
    return [
      ...known,
      ...this.unknown(to, [{ kind: 'internet' }, { kind: 'line', key: to ?? '?' }], vpc, scope),
    ];
  }

  private toInternet(gateway: GatewayRecord, vpc: Key, scope: Scope): readonly Way[] {
    const asked = within(scope, { family: scope.family, addresses: internetAddresses()[scope.family] });
    const onlyOut = gateway.kind === 'egress-only';
    if (asked === undefined || (onlyOut && scope.family !== 6)) return [];
    return [wayTo(asked, { kind: 'internet' }, LEAVE, [hop(gateway)], { onlyOut, exit: vpc })];
  }

  private throughNat(to: Key | undefined, vpc: Key, scope: Scope): readonly Way[] {
    const known = this.view.gateways.get(to).flatMap((gateway) =>
      this.inVpc(gateway.subnets, vpc).flatMap((subnet) => {
        const leg: Leg = { steps: [{ kind: 'cross', subnet }], nat: { gateway, subnet } };
        const hops: readonly Hop[] = [{ ...hop(gateway), role: 'nat' }];
        return this.onFrom(subnet, scope)
          .filter(({ place }) => place.kind !== 'internet' || this.holds(gateway.isPublic))
          .map((next) => ({
            ...next,
            legs: [leg, ...next.legs],
            hops: [...hops, ...next.hops],
            keepsGroups: false,
            onlyOut: true,
          }));
      }),
    );
    return [...known, ...this.unknown(to, [{ kind: 'internet' }], vpc, scope)];
  }

  private inVpc(subnets: readonly Key[], vpc: Key): readonly Key[] {
    return subnets.filter((subnet) => this.view.subnets.get(subnet)?.vpc === vpc);
  }

  /** A switch that is on, or may be. */
  private holds(flag: boolean | undefined): boolean {
    return this.view.isCertain ? flag === true : flag !== false;
  }

  /** A peering leads to the addresses of the other VPC, and no further. */
  private throughPeering(to: Key | undefined, vpc: Key, scope: Scope): readonly Way[] {
    const known = this.view.peerings.get(to).flatMap((peering) => {
      const other = peering.vpc === vpc ? peering.peer : peering.peer === vpc ? peering.vpc : undefined;
      if (other === undefined) return [];
      if (!this.view.vpcs.has(other)) {
        return this.unknown(other, [outside(other)], vpc, scope, true).map((way) =>
          after(way, undefined, [hop(peering)]),
        );
      }
      const asked = within(scope, {
        family: scope.family,
        addresses: this.view.addressesOfVpc(other, scope.family),
      });
      const place: Place = { kind: 'vpc', key: other };
      return asked === undefined ? [] : [wayTo(asked, place, LEAVE, [hop(peering)], { keepsGroups: true })];
    });
    return [...known, ...this.unknown(to, [outside(to)], vpc, scope)];
  }

  private toHub(to: Key | undefined, vpc: Key, scope: Scope): readonly Way[] {
    const attachments = this.view.attachmentsOfVpc.get(vpc).filter(({ hub }) => hub === to);
    const known = attachments.flatMap((attachment) =>
      this.throughHub(attachment, scope).map((next) =>
        after(next, { kind: 'to-hub', subnets: attachment.subnets }, [hop(attachment)]),
      ),
    );
    // Somebody else may have attached the VPC to a gateway that is elsewhere.
    return attachments.length > 0 ? known : this.unknown(to, [outside(to)], vpc, scope);
  }

  private throughHub(attachment: AttachmentRecord, scope: Scope): readonly Way[] {
    const { hub } = attachment;
    const record = hub === undefined ? undefined : this.view.hubs.get(hub);
    if (hub === undefined || record === undefined) return this.throughUnknownHub(attachment, scope);
    const [explicit] = this.view.associations.get(attachment.key);
    if (explicit === undefined && !this.holds(record.associates)) return [];
    const table = explicit === undefined ? defaultTable(hub) : explicit.to;
    if (table === undefined || this.underWay.has(table)) return [];
    this.underWay.add(table);
    const association: Hop =
      explicit === undefined ? { ...hop(record), role: 'default-association' } : hopOf(explicit);
    const ways = this.piecesOfHub(table, hub).flatMap((piece) => {
      const asked = within(scope, piece);
      if (asked === undefined) return [];
      const route: Hop =
        piece.by === undefined ? { ...hop(record), role: 'default-propagation' } : hopOf(piece.by);
      return this.view.attachments
        .get(piece.attachment)
        .filter((next) => next.hub === hub)
        .flatMap((next) =>
          this.outOfHub(next, asked).map((way) =>
            after(way, undefined, [association, route, hop(next)], {
              keepsGroups: way.keepsGroups && this.holds(record.referencesGroups),
            }),
          ),
        );
    });
    this.underWay.delete(table);
    return ways;
  }

  private piecesOfHub(table: Key, hub: Key): readonly HubPiece[] {
    let pieces = this.hubPieces.get(table);
    if (pieces === undefined) {
      pieces = hubPiecesOf(this.view, table, hub);
      this.hubPieces.set(table, pieces);
    }
    return pieces;
  }

  /** Ways from an attachment out of the transit gateway. */
  private outOfHub(attachment: AttachmentRecord, scope: Scope): readonly Way[] {
    if (attachment.kind === 'line') return [wayTo(scope, { kind: 'line', key: attachment.key }, NO_LEGS, [])];
    if (attachment.kind === 'hub') {
      const far = this.view.attachments.get(attachment.key).find(({ hub }) => hub === attachment.to);
      return far === undefined ? [] : this.throughHub(far, scope);
    }
    const vpc = attachment.to;
    if (vpc === undefined || !this.view.vpcs.has(vpc))
      return this.unknown(vpc, [outside(vpc)], vpc, scope, true);
    const inside = this.inVpc(attachment.subnets, vpc);
    if (inside.length === 0) {
      return this.local(vpc, scope).map((way) => after(way, { kind: 'from-hub', subnet: undefined }, []));
    }
    return this.alike(inside).flatMap((subnet) =>
      this.onFrom(subnet, scope).map((way) => after(way, { kind: 'from-hub', subnet }, [])),
    );
  }

  /** One of all subnets that have the same route table and network ACL. */
  private alike(subnets: readonly Key[]): readonly Key[] {
    const acl = (subnet: Key) => this.view.aclLinks.get(subnet).map(({ to }) => String(to));
    return [
      ...new Map(
        subnets.map((subnet) => [`${this.view.tableOfSubnet(subnet)} ${acl(subnet)}`, subnet]),
      ).values(),
    ];
  }

  /** The tables of a gateway elsewhere may join any of its attachments to each other and to networks out of sight. */
  private throughUnknownHub(attachment: AttachmentRecord, scope: Scope): readonly Way[] {
    const { hub } = attachment;
    const id = `hub ${hub}`;
    if (this.view.isCertain || this.underWay.has(id)) return [];
    this.underWay.add(id);
    const others = this.view.attachmentsOfHub.get(hub).filter((other) => other !== attachment);
    const ways = others.flatMap((other) =>
      this.outOfHub(other, scope).map((way) => after(way, undefined, [hop(other)])),
    );
    this.underWay.delete(id);
    return [...ways, ...this.unknown(hub, [outside(hub)], attachment.to, scope, true)];
  }

  /** What a firewall lets through goes on by the table of the subnet that its endpoint lies in. */
  private throughInspection(to: Key | undefined, vpc: Key, scope: Scope): readonly Way[] {
    const known = this.view.gateways.get(to).flatMap((gateway) =>
      this.alike(this.inVpc(gateway.subnets, vpc)).flatMap((subnet) =>
        this.onFrom(subnet, scope).map((next) =>
          after(next, { kind: 'cross', subnet }, [{ ...hop(gateway), role: 'inspection' }], {
            inspections: [gateway.key, ...next.inspections],
            keepsGroups: false,
          }),
        ),
      ),
    );
    return [...known, ...this.unknown(to, [outside(to)], vpc, scope)];
  }

  /** A machine that forwards may send on what a route gives it; whether it does is up to its software. */
  private throughMachine(to: Key | undefined, scope: Scope): readonly Way[] {
    if (this.view.isCertain) return [];
    return this.view.interfacesOf
      .get(to)
      .filter(({ forwards }) => forwards !== false)
      .flatMap(({ subnet, owner, key }) =>
        this.onFrom(subnet, scope).map((next) =>
          after(next, { kind: 'cross', subnet }, [{ key, resource: owner }], { keepsGroups: false }),
        ),
      );
  }

  /** A table that no template describes may lead to whatever its VPC is joined to. */
  private byUnknownTable(vpc: Key, scope: Scope): readonly Way[] {
    const local = this.local(vpc, scope);
    const id = `? ${vpc}`;
    if (this.view.isCertain || this.underWay.has(id)) return local;
    this.underWay.add(id);
    const ways = [
      ...local,
      ...this.view.gatewaysOfVpc.get(vpc).flatMap(({ key }) => this.throughGateways(key, vpc, scope)),
      ...this.view.peeringsOfVpc.get(vpc).flatMap(({ key }) => this.throughPeering(key, vpc, scope)),
      ...this.view.attachmentsOfVpc.get(vpc).flatMap(({ hub }) => this.toHub(hub, vpc, scope)),
    ];
    this.underWay.delete(id);
    return ways;
  }
}

function within(scope: Scope, piece: Scope): Scope | undefined {
  if (scope.family !== piece.family) return undefined;
  const addresses = intersect(scope.addresses, piece.addresses);
  return addresses.length === 0 ? undefined : { family: scope.family, addresses };
}

function outside(key: Key | undefined): Place {
  return { kind: 'outside', key: key ?? '?' };
}

/** A route or an association is known by the resource that says it. */
function keyOfRoute({ route }: RoutePiece): Key {
  return route?.resource === undefined ? '?' : `@${route.resource.id}`;
}

function hopOf({ key, resource }: { readonly key: Key; readonly resource?: Hop['resource'] }): Hop {
  return { key: resource === undefined ? key : `@${resource.id}`, resource };
}
