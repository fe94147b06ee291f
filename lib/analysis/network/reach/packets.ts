import { EVERYWHERE, type Family } from './address-sets';
import { contains, EMPTY, holds, type IntervalSet, intersect, meets, minus } from './intervals';

/** One packet. */
export interface Packet {
  readonly family: Family;
  /** The address as a number of 32 or 128 bits. */
  readonly source: bigint;
  readonly destination: bigint;
  /** The number that IANA gave it: 6 for TCP, 17 for UDP, 1 for ICMP, 58 for ICMPv6. */
  readonly protocol: number;
  /** 0 where the protocol has none. */
  readonly sourcePort: number;
  /** The type for ICMP, all codes together; 0 where the protocol has none. */
  readonly destinationPort: number;
}

/** All packets with a source, a destination and so on out of a set each. */
export interface Box {
  readonly family: Family;
  readonly source: IntervalSet;
  readonly destination: IntervalSet;
  readonly protocol: IntervalSet;
  readonly sourcePort: IntervalSet;
  readonly destinationPort: IntervalSet;
}

const DIMENSIONS = ['source', 'destination', 'protocol', 'sourcePort', 'destinationPort'] as const;

export const TCP = 6;
export const UDP = 17;
export const ICMP = 1;
export const ICMPV6 = 58;

export const ANY_PROTOCOL: IntervalSet = [0, 256];
export const ANY_PORT: IntervalSet = [0, 65536];
/** Ports that clients send from. */
export const CLIENT_PORTS: IntervalSet = [1024, 65536];
const NO_PORT: IntervalSet = [0, 1];
const ONE_TO_ONE: IntervalSet = [ICMP, ICMP + 1, ICMPV6, ICMPV6 + 1];
const WITH_PORTS: IntervalSet = [TCP, TCP + 1, UDP, UDP + 1];
const OTHERS = minus(minus(ANY_PROTOCOL, WITH_PORTS), ONE_TO_ONE);

/** A finite union of boxes, which may overlap. */
export class PacketSet {
  constructor(readonly boxes: readonly Box[]) {}

  static readonly EMPTY = new PacketSet([]);

  static of(...boxes: readonly Box[]): PacketSet {
    const full = boxes.filter((box) => !isEmptyBox(box));
    return full.length === 0 ? PacketSet.EMPTY : new PacketSet(full);
  }

  /** Packets that a client can send between addresses: from a client's port where the protocol has ports. */
  static between(family: Family, source: IntervalSet, destination: IntervalSet): PacketSet {
    const ends = { family, source, destination };
    return PacketSet.of(
      { ...ends, protocol: WITH_PORTS, sourcePort: CLIENT_PORTS, destinationPort: ANY_PORT },
      { ...ends, protocol: ONE_TO_ONE, sourcePort: NO_PORT, destinationPort: [0, 256] },
      { ...ends, protocol: OTHERS, sourcePort: NO_PORT, destinationPort: NO_PORT },
    );
  }

  get isEmpty(): boolean {
    return this.boxes.length === 0;
  }

  has(packet: Packet): boolean {
    const address = (value: bigint) => (packet.family === 4 ? Number(value) : value);
    return this.boxes.some(
      (box) =>
        box.family === packet.family &&
        holds(box.source, address(packet.source)) &&
        holds(box.destination, address(packet.destination)) &&
        holds(box.protocol, packet.protocol) &&
        holds(box.sourcePort, packet.sourcePort) &&
        holds(box.destinationPort, packet.destinationPort),
    );
  }

  union(other: PacketSet): PacketSet {
    if (this.isEmpty) return other;
    if (other.isEmpty) return this;
    const boxes = [...this.boxes];
    for (const box of other.boxes) if (!boxes.some((known) => covers(known, box))) boxes.push(box);
    return boxes.length === this.boxes.length ? this : new PacketSet(boxes);
  }

  static union(sets: readonly PacketSet[]): PacketSet {
    return sets.reduce((so, set) => so.union(set), PacketSet.EMPTY);
  }

  intersect(other: PacketSet): PacketSet {
    if (this.isEmpty || other === this) return this;
    const boxes: Box[] = [];
    for (const a of this.boxes) {
      for (const b of other.boxes) {
        const both = overlapOf(a, b);
        if (both !== undefined && !boxes.some((known) => covers(known, both))) boxes.push(both);
      }
    }
    return boxes.length === 0 ? PacketSet.EMPTY : new PacketSet(boxes);
  }

  minus(other: PacketSet): PacketSet {
    let rest = this.boxes;
    for (const taken of other.boxes) {
      if (rest.length === 0) break;
      rest = rest.flatMap((box) => without(box, taken));
    }
    return rest === this.boxes ? this : PacketSet.of(...rest);
  }

  /** The answers to the packets: both ends change places. */
  reversed(): PacketSet {
    return new PacketSet(
      this.boxes.map((box) => ({
        ...box,
        source: box.destination,
        destination: box.source,
        sourcePort: box.destinationPort,
        destinationPort: box.sourcePort,
      })),
    );
  }

  /** The packets as they go on from where their source is translated to one of some addresses and any port. */
  translated(source: IntervalSet): PacketSet {
    return PacketSet.union(
      this.boxes.map((box) =>
        PacketSet.between(box.family, source, box.destination).intersect(
          new PacketSet([{ ...box, source, sourcePort: ANY_PORT }]),
        ),
      ),
    );
  }

  /** Those that go to the destinations, protocols and ports of another set, wherever they come from. */
  towards(other: PacketSet): PacketSet {
    return this.intersect(
      new PacketSet(
        other.boxes.map((box) => ({ ...box, source: EVERYWHERE[box.family], sourcePort: ANY_PORT })),
      ),
    );
  }

  /** One of the packets; undefined where there is none. */
  witness(): Packet | undefined {
    // What people know by name first.
    const [box] = [...this.boxes].sort((a, b) => rank(a) - rank(b));
    if (box === undefined) return undefined;
    const first = (set: IntervalSet) => set[0] as number | bigint;
    return {
      family: box.family,
      source: usable(box.source),
      destination: usable(box.destination),
      protocol: [TCP, UDP].find((protocol) => holds(box.protocol, protocol)) ?? Number(first(box.protocol)),
      sourcePort: Number(first(box.sourcePort)),
      destinationPort:
        WELL_KNOWN.find((port) => holds(box.destinationPort, port)) ?? Number(first(box.destinationPort)),
    };
  }
}

/** An address that a machine can have: the first ones of a subnet are taken. */
function usable([from, to]: IntervalSet): bigint {
  const [first, end] = [BigInt(from ?? 0), BigInt(to ?? 1)];
  return end - first > 10n ? first + 10n : first;
}

/** Ports by which a witness is told where a set has several. */
const WELL_KNOWN = [443, 80, 22, 3389, 5432, 3306, 1433, 1521];

function rank({ protocol }: Box): number {
  if (holds(protocol, TCP)) return 0;
  return holds(protocol, UDP) ? 1 : 2;
}

function isEmptyBox(box: Box): boolean {
  return DIMENSIONS.some((dimension) => box[dimension].length === 0);
}

function covers(outer: Box, inner: Box): boolean {
  return (
    outer.family === inner.family &&
    DIMENSIONS.every((dimension) => contains(outer[dimension], inner[dimension]))
  );
}

function overlapOf(a: Box, b: Box): Box | undefined {
  if (a.family !== b.family) return undefined;
  const source = intersect(a.source, b.source);
  if (source.length === 0) return undefined;
  const destination = intersect(a.destination, b.destination);
  if (destination.length === 0) return undefined;
  const protocol = intersect(a.protocol, b.protocol);
  if (protocol.length === 0) return undefined;
  const destinationPort = intersect(a.destinationPort, b.destinationPort);
  if (destinationPort.length === 0) return undefined;
  const sourcePort = intersect(a.sourcePort, b.sourcePort);
  if (sourcePort.length === 0) return undefined;
  return { family: a.family, source, destination, protocol, sourcePort, destinationPort };
}

/** What is left of a box, as boxes that do not overlap. */
function without(box: Box, taken: Box): readonly Box[] {
  if (box.family !== taken.family) return [box];
  if (!DIMENSIONS.every((dimension) => meets(box[dimension], taken[dimension]))) return [box];
  const rest: Box[] = [];
  let inner = box;
  for (const dimension of DIMENSIONS) {
    const outside = minus(inner[dimension], taken[dimension]);
    if (outside.length > 0) rest.push({ ...inner, [dimension]: outside });
    inner = { ...inner, [dimension]: intersect(inner[dimension], taken[dimension]) };
  }
  return rest;
}

/** All packets of a family. */
export function everyPacket(family: Family): Box {
  return {
    family,
    source: EVERYWHERE[family],
    destination: EVERYWHERE[family],
    protocol: ANY_PROTOCOL,
    sourcePort: ANY_PORT,
    destinationPort: ANY_PORT,
  };
}

/** What a filter by protocol and port lets through: for ICMP, ports are types. */
export interface Service {
  readonly protocol: IntervalSet;
  readonly destinationPort: IntervalSet;
}

export const ANY_SERVICE: Service = { protocol: ANY_PROTOCOL, destinationPort: ANY_PORT };

/**
 * The service of a rule. Ports count for TCP and UDP, and as types for ICMP; with any other protocol all of it passes,
 * whatever ports are written.
 */
export function serviceOf(
  protocol: string,
  from: number | undefined,
  to: number | undefined,
): Service | undefined {
  const number = PROTOCOLS[protocol.trim().toLowerCase()] ?? numberOf(protocol);
  if (number === undefined) return undefined;
  if (number < 0) return ANY_SERVICE;
  const only: IntervalSet = [number, number + 1];
  if (number === ICMP || number === ICMPV6) {
    return from === undefined || from < 0
      ? { protocol: only, destinationPort: ANY_PORT }
      : { protocol: only, destinationPort: [from, from + 1] };
  }
  if (number !== TCP && number !== UDP) return { protocol: only, destinationPort: ANY_PORT };
  const low = from === undefined || from < 0 ? 0 : from;
  const high = to === undefined || to < 0 ? 65535 : to;
  return { protocol: only, destinationPort: low <= high ? [low, high + 1] : EMPTY };
}

const PROTOCOLS: Readonly<Record<string, number>> = {
  all: -1,
  tcp: TCP,
  udp: UDP,
  icmp: ICMP,
  icmpv6: ICMPV6,
};

function numberOf(text: string): number | undefined {
  const number = /^\s*(-1|\d{1,3})\s*$/.test(text) ? Number(text) : undefined;
  return number !== undefined && number < 256 ? number : undefined;
}
