import fc from 'fast-check';
import { Marks } from '../../../lib/analysis/marks';
import { type Reachability, reachabilityOf } from '../../../lib/analysis/network/reachability';
import { MIYAZAKI } from '../../../lib/policy/profile';
import { deploymentOf } from '../../helpers/inline';
import { packetsOf, type Sent } from './packets';
import { type Rendered, render } from './render';
import { INTERNET, simulate } from './simulator';
import { Draw, drawTopology } from './topologies';
import type { Topology } from './topology';
import { drawOpen } from './worlds';

/** `npm run fuzz:network` sets 10,000. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 60);
const SEED = process.env['FUZZ_SEED'];
const OPTIONS: fc.Parameters<[fc.GeneratorValue]> = {
  numRuns: RUNS,
  endOnFailure: process.env['FUZZ_QUICK'] !== undefined,
  ...(SEED === undefined ? {} : { seed: Number(SEED) }),
};
const TIMEOUT_MS = 20_000 + RUNS * 1_500;

/** What is compared: each question with the packets that the simulator has an answer for. */
interface Compared {
  asked: number;
  arrived: number;
  unspecified: number;
}

describe('the analysis of reachability, against the simulator', () => {
  test(
    'where everything is known, each packet that arrives is certain and no other is possible',
    () => {
      const total: Compared = { asked: 0, arrived: 0, unspecified: 0 };
      fc.assert(
        fc.property(fc.gen(), (next) => {
          const draw = new Draw(next);
          const topology = drawTopology(draw);
          const templates = render(topology, draw.of([1, 2, 3] as const));
          const flow = flowsIn(templates);
          for (const sent of packetsOf(topology)) {
            const walk = simulate(topology, sent.from, sent.to, sent.packet);
            if (!count(total, walk.fate)) continue;
            const expected = walk.fate === 'arrives';
            const { certain, possible } = flow(sent);
            if (certain.has(sent.packet) !== expected || possible.has(sent.packet) !== expected)
              throw new Error(
                disagreement(sent, topology, templates, {
                  simulator: `${walk.fate} ${walk.why}: ${walk.hops.join(' → ')}`,
                  certain: certain.has(sent.packet),
                  possible: possible.has(sent.packet),
                }),
              );
          }
        }),
        OPTIONS,
      );
      expectUseful(total);
    },
    TIMEOUT_MS,
  );

  test(
    'where something is open, what is certain arrives in each case and what arrives in one is possible',
    () => {
      const total: Compared = { asked: 0, arrived: 0, unspecified: 0 };
      let decided = 0;
      fc.assert(
        fc.property(fc.gen(), (next) => {
          const draw = new Draw(next);
          const topology = drawTopology(draw);
          const open = drawOpen(draw, topology);
          if (open === undefined) return;
          const flow = flowsIn(open.templates);
          const packets = packetsOf(topology);
          for (const world of open.worlds) {
            for (const sent of packets) {
              const walk = simulate(world.topology, sent.from, sent.to, sent.packet);
              if (!count(total, walk.fate)) continue;
              const certain = flow(sent).certain.has(sent.packet);
              const possible = flow(sent).possible.has(sent.packet);
              const arrives = walk.fate === 'arrives';
              if (certain === possible) decided += 1;
              if ((certain && !arrives) || (arrives && !possible))
                throw new Error(
                  disagreement(sent, world.topology, open.templates, {
                    case: world.name,
                    simulator: `${walk.fate} ${walk.why}: ${walk.hops.join(' → ')}`,
                    certain,
                    possible,
                  }),
                );
            }
          }
        }),
        { ...OPTIONS, numRuns: Math.ceil(RUNS / 3) },
      );
      expectUseful(total);
      // Whoever says that everything is possible and nothing certain is never wrong.
      expect(decided / (total.asked - total.unspecified)).toBeGreaterThan(0.7);
    },
    TIMEOUT_MS,
  );
});

/** Counts, and says whether the simulator has an answer. */
function count(total: Compared, fate: string): boolean {
  total.asked += 1;
  if (fate === 'unspecified') total.unspecified += 1;
  if (fate === 'arrives') total.arrived += 1;
  return fate !== 'unspecified';
}

/** Networks in which nothing arrives, or nothing is to be said, would show nothing. */
function expectUseful({ asked, arrived, unspecified }: Compared): void {
  expect(arrived / asked).toBeGreaterThan(0.02);
  expect(arrived / asked).toBeLessThan(0.6);
  expect(unspecified / asked).toBeLessThan(0.1);
}

function flowsIn(templates: readonly Rendered[]): (sent: Sent) => ReturnType<Reachability['flows']> {
  const deployment = deploymentOf(...templates);
  const resources = new Map(deployment.resources.map((resource) => [resource.logicalId, resource]));
  const reachability = reachabilityOf({ deployment, profile: MIYAZAKI, marks: new Marks(MIYAZAKI.facts) });
  const memo = new Map<string, ReturnType<Reachability['flows']>>();
  const end = (id: string) => (id === INTERNET ? INTERNET : resources.get(id)!);
  return ({ from, to }) => {
    const key = `${from} ${to}`;
    let flow = memo.get(key);
    if (flow === undefined) {
      flow = reachability.flows(end(from), end(to));
      memo.set(key, flow);
    }
    return flow;
  };
}

function disagreement(sent: Sent, topology: Topology, templates: readonly Rendered[], facts: object): string {
  const show = (value: unknown) =>
    JSON.stringify(value, (_key, item) => (typeof item === 'bigint' ? `${item}n` : item), 1);
  return ['packet', show(sent), show(facts), 'topology', show(topology), 'templates', show(templates)].join(
    '\n',
  );
}
