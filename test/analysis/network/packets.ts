import { addressOf } from './naive-addresses';
import { nextTo } from './random-filters';
import { INTERNET, type Packet } from './simulator';
import { OUTSIDE, OUTSIDE_6 } from './topologies';
import type { Host, Topology } from './topology';

/** A packet, and between whom it is sent. */
export interface Sent {
  readonly from: string;
  readonly to: string;
  readonly packet: Packet;
}

/** Clients choose from 1024 to 65535. One at each end, and one on either side of where rules cut. */
const CLIENT_PORTS = [1024, 32767, 32768, 50000, 65535];

/** Concrete packets between all ends, at the edges of what the topology's rules tell apart. */
export function packetsOf(topology: Topology): readonly Sent[] {
  const { hosts } = topology;
  const ports = edges(topology);
  const sent: Sent[] = [];
  for (const from of hosts)
    for (const to of hosts) {
      if (from === to) continue;
      for (const [source, destination] of addresses(from, to)) {
        for (const packet of between(source, destination, ports))
          sent.push({ from: from.id, to: to.id, packet });
        // Addresses beside theirs are not theirs.
        const [packet] = between(source, destination, [443]);
        sent.push({ from: from.id, to: to.id, packet: { ...packet!, source: nextTo(source) } });
        sent.push({ from: from.id, to: to.id, packet: { ...packet!, destination: nextTo(destination) } });
      }
    }
  for (const host of hosts) {
    const pairs = [
      ...OUTSIDE.map((outside) => [host.address, outside] as const),
      ...(host.ipv6 === undefined ? [] : [[host.ipv6, OUTSIDE_6] as const]),
    ];
    for (const [inside, outside] of pairs) {
      for (const packet of between(inside, outside, ports))
        sent.push({ from: host.id, to: INTERNET, packet });
      for (const packet of between(outside, inside, ports))
        sent.push({ from: INTERNET, to: host.id, packet });
    }
  }
  return sent;
}

function addresses(from: Host, to: Host): readonly (readonly [string, string])[] {
  const v6 = from.ipv6 !== undefined && to.ipv6 !== undefined;
  return [[from.address, to.address], ...(v6 ? [[from.ipv6, to.ipv6] as const] : [])];
}

function between(source: string, destination: string, ports: readonly number[]): readonly Packet[] {
  const family = source.includes(':') ? 6 : 4;
  const packet = (protocol: number, sourcePort: number, destinationPort: number): Packet => ({
    family,
    source: addressOf(source),
    destination: addressOf(destination),
    protocol,
    sourcePort,
    destinationPort,
  });
  const types = family === 4 ? [8, 13] : [128, 133];
  return [
    ...ports.map((port, index) => packet(6, CLIENT_PORTS[index % CLIENT_PORTS.length]!, port)),
    ...CLIENT_PORTS.map((port) => packet(6, port, 443)),
    packet(17, 1024, 443),
    packet(17, 65535, 53),
    ...types.map((type) => packet(family === 4 ? 1 : 58, 0, type)),
    packet(50, 0, 0),
  ];
}

/** The first and last port of each range in use, and their neighbours. */
function edges(topology: Topology): readonly number[] {
  const ranges = [
    ...topology.groups.flatMap(({ ingress, egress, addedEgress }) => [...ingress, ...egress, ...addedEgress]),
    ...topology.networkAcls.flatMap(({ entries }) => entries),
  ].flatMap(({ protocol, ports }) => (ports === undefined || ![6, 17].includes(protocol) ? [] : [ports]));
  const all = ranges.flatMap(({ from, to }) => [from - 1, from, to, to + 1]);
  return [...new Set([22, 443, ...all])].filter((port) => port >= 0 && port <= 65535).sort((a, b) => a - b);
}
