import fc from 'fast-check';
import { type End, Flows } from '../../../lib/analysis/network/reach/flows';
import type { Record_, Records } from '../../../lib/analysis/network/reach/records';
import { View } from '../../../lib/analysis/network/reach/view';
import { recordsIn } from '../../../lib/analysis/network/reach/worlds';
import { networkOf } from '../../../lib/analysis/network/reachability';
import { MIYAZAKI } from '../../../lib/policy/profile';
import { deploymentOf } from '../../helpers/inline';
import { render } from './render';
import { Draw, drawTopology } from './topologies';

const LISTS = [
  'routes',
  'tableOf',
  'attachments',
  'groupRules',
  'aclOf',
  'aclEntries',
  'hubRoutes',
  'associations',
  'propagations',
  'interfaces',
  'gateways',
] as const;

/** All that passes in a view, as text. */
function toldBy(flows: Flows): readonly string[] {
  const { view, inside } = flows;
  const ends: readonly End[] = [
    { kind: 'internet' },
    ...[...view.vpcs.keys()].flatMap((vpc): readonly End[] => inside.of(vpc)),
  ];
  return ends.flatMap((from) => ends.flatMap((to) => passing(flows, from, to)));
}

function passing(flows: Flows, from: End, to: End): readonly string[] {
  return flows
    .passages(from, to)
    .map(({ way, packets }) =>
      [placeOf(from), placeOf(to), ...way.hops.map(({ key }) => key), text(packets.boxes)].join(' '),
    );
}

function placeOf(end: End): string {
  return end.kind === 'inside' ? `${end.subnet} ${text(end.addresses)} ${text(end.membership)}` : end.kind;
}

function text(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
}

test('a view that takes over what it can from another one says what one of its own says', () => {
  let changes = 0;
  fc.assert(
    fc.property(fc.gen(), (next) => {
      const draw = new Draw(next);
      const deployment = deploymentOf(...render(drawTopology(draw), draw.of([1, 2] as const)));
      const network = networkOf({ deployment, profile: MIYAZAKI });
      const [world] = network.worlds;
      if (world === undefined) return;
      const records = recordsIn(network.records, world.guard);
      const before = new View(records, world.guard, 'certain');
      const flows = new Flows(before);
      toldBy(flows);
      expect(toldBy(new Flows(new View(records, world.guard, 'possible', before), flows))).toEqual(
        toldBy(new Flows(new View(records, world.guard, 'possible'))),
      );
      const name = draw.of(LISTS);
      const list = records[name] as readonly Record_[];
      if (list.length === 0) return;
      const out = draw.of(list);
      const changed: Records = { ...records, [name]: list.filter((record) => record !== out) };
      changes++;
      expect(toldBy(new Flows(new View(changed, world.guard, 'certain', before), flows))).toEqual(
        toldBy(new Flows(new View(changed, world.guard, 'certain'))),
      );
    }),
    { numRuns: 100 },
  );
  expect(changes).toBeGreaterThan(30);
});
