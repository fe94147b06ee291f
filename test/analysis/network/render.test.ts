import fc from 'fast-check';
import { readTopology } from './read-templates';
import { render } from './render';
import { Draw, drawTopology } from './topologies';
import type { GroupRule, Topology } from './topology';

/** In an order of its own, groups' rules without the ids that those written in a group do not have. */
function plain(topology: Topology): object {
  const sorted = <T>(list: readonly T[]) =>
    [...list].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  const bare = (rules: readonly GroupRule[]) => sorted(rules.map(({ id: _id, ...rule }) => rule));
  return {
    ...topology,
    routeTables: topology.routeTables.map((table) => ({ ...table, routes: sorted(table.routes) })),
    networkAcls: topology.networkAcls.map((acl) => ({ ...acl, entries: sorted(acl.entries) })),
    // Rules that refer to groups are resources of their own, whichever list they are drawn for.
    groups: topology.groups.map(({ egress, addedEgress, ingress, ...group }) => ({
      ...group,
      letsAllOut: egress.length === 0,
      ingress: bare(ingress),
      egress: bare([...egress, ...addedEgress]),
    })),
    transitGateways: topology.transitGateways.map((gateway) => ({
      ...gateway,
      attachments: sorted(gateway.attachments),
    })),
    hosts: sorted(topology.hosts),
  };
}

describe('rendered topologies', () => {
  test('say what the topology says, over one to three templates', () => {
    fc.assert(
      fc.property(fc.gen(), (next) => {
        const draw = new Draw(next);
        const topology = drawTopology(draw);
        for (const templates of [1, 2, 3] as const)
          expect(plain(readTopology(render(topology, templates) as never))).toEqual(plain(topology));
      }),
      { numRuns: 100 },
    );
  });
});
