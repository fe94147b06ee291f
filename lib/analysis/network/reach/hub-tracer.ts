import type { AttachmentRecord } from './records';
import { defaultTable, type HubPiece, hubPiecesOf } from './route-pieces';
import type { Tracer } from './tracer';
import type { Key } from './values';
import type { View } from './view';
import { after, type Hop, hop, NO_LEGS, outside, type Scope, type Way, wayTo, within } from './ways';

/** Follows the routes of transit gateways. */
export class HubTracer {
  private readonly pieces = new Map<Key, readonly HubPiece[]>();

  constructor(
    private readonly view: View,
    private readonly tracer: Tracer,
    /** Tables that are being followed, of route tables in general. */
    private readonly underWay: Set<string>,
  ) {}

  /** From an attachment through its transit gateway and on. */
  through(attachment: AttachmentRecord, scope: Scope): readonly Way[] {
    const { hub } = attachment;
    const record = hub === undefined ? undefined : this.view.hubs.get(hub);
    if (hub === undefined || record === undefined) return this.throughUnknownHub(attachment, scope);
    // A peering between gateways has a table in each of them.
    const [explicit] = this.view.associations
      .get(attachment.key)
      .filter(({ to }) => this.view.hubTables.get(to).every((table) => table.to === hub));
    if (explicit === undefined && !this.tracer.holds(record.associates)) return [];
    const table = explicit === undefined ? defaultTable(hub) : explicit.to;
    if (table === undefined || this.underWay.has(table)) return [];
    this.underWay.add(table);
    const association: readonly Hop[] =
      explicit === undefined
        ? [{ ...hop(record), role: 'default-association' }]
        : [hopOf(explicit), ...this.view.hubTables.get(table).map(hop)];
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
            after(way, undefined, [hop(record), ...association, route, hop(next)], {
              keepsGroups: way.keepsGroups && this.tracer.holds(record.referencesGroups),
            }),
          ),
        );
    });
    this.underWay.delete(table);
    return ways;
  }

  private piecesOfHub(table: Key, hub: Key): readonly HubPiece[] {
    let pieces = this.pieces.get(table);
    if (pieces === undefined) {
      pieces = hubPiecesOf(this.view, table, hub);
      this.pieces.set(table, pieces);
    }
    return pieces;
  }

  /** Ways from an attachment out of the transit gateway. */
  private outOfHub(attachment: AttachmentRecord, scope: Scope): readonly Way[] {
    if (attachment.kind === 'line') return [wayTo(scope, { kind: 'line', key: attachment.key }, NO_LEGS, [])];
    if (attachment.kind === 'hub') {
      const far = this.view.attachments.get(attachment.key).find(({ hub }) => hub === attachment.to);
      return far === undefined ? [] : this.through(far, scope);
    }
    const vpc = attachment.to;
    if (scope.family === 6 && !this.tracer.holds(attachment.carriesV6)) return [];
    if (vpc === undefined || !this.view.vpcs.has(vpc))
      return this.tracer.unknown(vpc, [outside(vpc)], vpc, scope, true);
    const all = this.tracer.inVpc(attachment.subnets, vpc);
    if (all.length === 0) {
      const step = { kind: 'from-hub', subnet: undefined, alike: [], all } as const;
      return this.tracer.local(vpc, scope).map((way) => after(way, step, []));
    }
    return this.tracer
      .alike(all)
      .flatMap(({ subnet, alike }) =>
        this.tracer
          .onFrom(subnet, scope)
          .map((way) => after(way, { kind: 'from-hub', subnet, alike, all }, [])),
      );
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
    return [...ways, ...this.tracer.unknown(hub, [outside(hub)], attachment.to, scope, true)];
  }
}

/** An association or a route is known by the resource that says it. */
function hopOf({ key, resource }: { readonly key: Key; readonly resource?: Hop['resource'] }): Hop {
  return { key: resource === undefined ? key : `@${resource.id}`, resource };
}
