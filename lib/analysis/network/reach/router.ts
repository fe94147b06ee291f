import { EVERYWHERE, FAMILIES } from './address-sets';
import type { AttachmentRecord } from './records';
import { Tracer } from './tracer';
import type { Key } from './values';
import type { View } from './view';
import { type Place, placeId, type Scope, type Way } from './ways';

type ByPlace = ReadonlyMap<string, readonly Way[]>;

/** The ways that routes open, each table followed once. */
export class Router {
  private readonly ways = new Map<string, readonly Way[]>();
  /** The same ways by where they lead. */
  private readonly places = new Map<string, ByPlace>();
  private readonly tracer: Tracer;

  constructor(private readonly view: View) {
    this.tracer = new Tracer(view);
  }

  /** All ways from a subnet. */
  fromSubnet(subnet: Key): readonly Way[] {
    return this.remembered(this.tableId(subnet), (scope) => this.tracer.onFrom(subnet, scope));
  }

  /** Ways from a subnet to one place. */
  between(subnet: Key, place: Place): readonly Way[] {
    const id = this.tableId(subnet);
    let places = this.places.get(id);
    if (places === undefined) {
      places = byPlace(this.fromSubnet(subnet));
      this.places.set(id, places);
    }
    return places.get(placeId(place)) ?? [];
  }

  /** Subnets of one table have the same ways. */
  private tableId(subnet: Key): string {
    const vpc = this.view.subnets.get(subnet)?.vpc;
    const table = this.view.tableOfSubnet(subnet);
    return vpc === undefined || table === undefined ? `subnet ${subnet}` : `${table} ${vpc}`;
  }

  /** All ways into a VPC for what comes in by a gateway of its own. */
  fromGateway(gateway: Key, vpc: Key): readonly Way[] {
    return this.remembered(`gateway ${gateway} ${vpc}`, (scope) => {
      const table = this.view.tableLinks.get(gateway)[0]?.to;
      const isKnown = table !== undefined && this.view.tables.has(table);
      return isKnown ? this.tracer.byTable(table, vpc, scope) : this.tracer.local(vpc, scope);
    });
  }

  /** All ways from an attachment into the transit gateway that it is one of. */
  fromAttachment(attachment: AttachmentRecord): readonly Way[] {
    return this.remembered(`hub ${attachment.hub} ${attachment.key}`, (scope) =>
      this.tracer.intoHub(attachment, scope),
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
}

function byPlace(ways: readonly Way[]): ByPlace {
  const places = new Map<string, Way[]>();
  for (const way of ways) {
    const id = placeId(way.place);
    const list = places.get(id);
    if (list === undefined) places.set(id, [way]);
    else list.push(way);
  }
  return places;
}
