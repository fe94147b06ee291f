import { EVERYWHERE, internetAddresses } from './address-sets';
import { HubTracer } from './hub-tracer';
import type { AttachmentRecord, GatewayRecord } from './records';
import { piecesOf, type RoutePiece } from './route-pieces';
import { isOutside, type Key } from './values';
import type { View } from './view';
import {
  after,
  type Hop,
  hop,
  LEAVE,
  type Leg,
  NO_LEGS,
  outside,
  type Place,
  type Scope,
  type Way,
  wayTo,
  within,
} from './ways';

/** Follows routes from table to table, for the destinations that somebody asks for. */
export class Tracer {
  private readonly pieces = new Map<string, readonly RoutePiece[]>();
  /** Tables that are being followed: what comes back to one of them goes in a circle, and gets nowhere. */
  private readonly underWay = new Set<string>();
  private readonly hubs: HubTracer;

  constructor(private readonly view: View) {
    this.hubs = new HubTracer(view, this, this.underWay);
  }

  /** On from a subnet, for some destinations. */
  onFrom(subnet: Key, scope: Scope): readonly Way[] {
    const vpc = this.view.subnets.get(subnet)?.vpc;
    const table = this.view.tableOfSubnet(subnet);
    if (vpc === undefined || !this.view.vpcs.has(vpc)) {
      return this.unknown(undefined, [{ kind: 'outside', key: subnet }], vpc, scope, true);
    }
    return table === undefined ? this.byUnknownTable(vpc, scope) : this.byTable(table, vpc, scope);
  }

  byTable(table: Key | 'main', vpc: Key, scope: Scope): readonly Way[] {
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

  local(vpc: Key, scope: Scope): readonly Way[] {
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
  unknown(
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
    // From IPv6 it would translate for names that DNS64 makes up only.
    if (scope.family === 6) return [];
    const known = this.view.gateways.get(to).flatMap((gateway) =>
      this.inVpc(gateway.subnets, vpc).flatMap((subnet) => {
        const leg: Leg = { steps: [{ kind: 'cross', subnet }], nat: { gateway, subnet } };
        const hops: readonly Hop[] = [{ ...hop(gateway), role: 'nat' }, this.subnetHop(subnet)];
        return (
          this.onFrom(subnet, scope)
            // A private one gets to the Internet behind another one that is public.
            .filter(
              ({ place, legs }) =>
                place.kind !== 'internet' || legs.length > 1 || this.holds(gateway.isPublic),
            )
            .map((next) => ({
              ...next,
              legs: [leg, ...next.legs],
              hops: [...hops, ...next.hops],
              keepsGroups: false,
              onlyOut: true,
            }))
        );
      }),
    );
    return [...known, ...this.unknown(to, [{ kind: 'internet' }], vpc, scope)];
  }

  private subnetHop(key: Key): Hop {
    return { key, resource: this.view.subnets.get(key)?.resource };
  }

  inVpc(subnets: readonly Key[], vpc: Key): readonly Key[] {
    return subnets.filter((subnet) => this.view.subnets.get(subnet)?.vpc === vpc);
  }

  /** A switch that is on, or may be. */
  holds(flag: boolean | undefined): boolean {
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
    const attachments = this.view.attachmentsOfVpc
      .get(vpc)
      .filter(({ hub, carriesV6 }) => hub === to && (scope.family === 4 || this.holds(carriesV6)));
    const known = attachments.flatMap((attachment) =>
      this.hubs
        .through(attachment, scope)
        .map((next) => after(next, { kind: 'to-hub', subnets: attachment.subnets }, [hop(attachment)])),
    );
    // Somebody else may have attached the VPC to a gateway that is elsewhere.
    return attachments.length > 0 ? known : this.unknown(to, [outside(to)], vpc, scope);
  }

  /** What a firewall lets through goes on by the table of the subnet that its endpoint lies in. */
  private throughInspection(to: Key | undefined, vpc: Key, scope: Scope): readonly Way[] {
    const passing = this.view.gateways.get(to).filter(({ passes }) => this.holds(passes));
    const known = passing.flatMap((gateway) =>
      this.alike(this.inVpc(gateway.subnets, vpc)).flatMap(({ subnet }) =>
        this.onFrom(subnet, scope).map((next) =>
          after(
            next,
            { kind: 'cross', subnet },
            [{ ...hop(gateway), role: 'inspection' }, this.subnetHop(subnet)],
            {
              inspections: [gateway.key, ...next.inspections],
              keepsGroups: false,
            },
          ),
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

  /** Subnets with the same route table and network ACL, each kind by one of them. */
  alike(subnets: readonly Key[]): readonly { readonly subnet: Key; readonly alike: readonly Key[] }[] {
    const kinds = new Map<string, Key[]>();
    for (const subnet of subnets) {
      const acls = this.view.aclLinks.get(subnet).map(({ to }) => to);
      const kind = [this.view.tableOfSubnet(subnet), ...acls].join(' ');
      kinds.set(kind, [...(kinds.get(kind) ?? []), subnet]);
    }
    return [...kinds.values()].map((alike) => ({ subnet: alike[0] as Key, alike }));
  }

  /** From an attachment into the transit gateway that it is one of. */
  intoHub(attachment: AttachmentRecord, scope: Scope): readonly Way[] {
    return this.hubs.through(attachment, scope);
  }
}

/** A route or an association is known by the resource that says it. */
function keyOfRoute({ route }: RoutePiece): Key {
  return route?.resource === undefined ? '?' : `@${route.resource.id}`;
}
