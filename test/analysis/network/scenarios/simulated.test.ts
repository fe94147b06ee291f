import { addressOf, familyOf } from '../naive-addresses';
import { NotReadable, readTopology } from '../read-templates';
import { simulate } from '../simulator';
import { SCENARIOS } from './index';
import type { Scenario } from './scenario';

/** The expectations that are written by hand are checked against the simulator, where it knows all resources. */
describe('what the simulator says of scenarios', () => {
  const readable = SCENARIOS.flatMap((scenario) => {
    const topology = read(scenario);
    return topology === undefined || scenario.packet === undefined
      ? []
      : [[scenario.title, scenario, topology, scenario.packet] as const];
  });

  test('is known of most that have a packet', () => {
    expect(readable.length).toBeGreaterThan(60);
  });

  test.each(readable)('%s', (_title, { verdict, hops }, topology, packet) => {
    const walk = simulate(topology, packet.from, packet.to, {
      family: familyOf(packet.source),
      source: addressOf(packet.source),
      destination: addressOf(packet.destination),
      protocol: 6,
      sourcePort: 40000,
      destinationPort: packet.port ?? 443,
    });
    expect(walk.fate).not.toBe('unspecified');
    expect({ verdict, why: walk.why }).toEqual({
      verdict: walk.fate === 'arrives' ? 'violation' : 'compliant',
      why: walk.why,
    });
    // Gateways of the Internet have no ids of their own in the simulator, and propagation is no hop.
    const there = walk.hops.slice(0, walk.hops.indexOf('answer'));
    const known = hops.filter((hop) => !/Gateway$|Outwards$|Propagation/.test(hop));
    if (verdict === 'violation') expect(inOrder(known, there)).toEqual(known);
  });
});

function read({ templates }: Scenario) {
  try {
    return readTopology(templates);
  } catch (error) {
    if (error instanceof NotReadable) return undefined;
    throw error;
  }
}

/** Those of the one list that the other one has, as far as the order is the same. */
function inOrder(wanted: readonly string[], given: readonly string[]): readonly string[] {
  let from = 0;
  return wanted.filter((hop) => {
    const at = given.indexOf(hop, from);
    if (at < 0) return false;
    from = at + 1;
    return true;
  });
}
