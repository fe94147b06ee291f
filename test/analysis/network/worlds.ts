import { openValuesOf } from './open-values';
import { type Rendered, render } from './render';
import type { Draw } from './topologies';
import type { Topology } from './topology';

/** What may come of templates in which something is open. */
export interface World {
  readonly name: string;
  readonly topology: Topology;
}

export interface Open {
  readonly templates: readonly Rendered[];
  /** Some of those that there may be. */
  readonly worlds: readonly World[];
}

/** Leaves something of a topology open, in one of three ways; undefined where there is nothing to leave open. */
export function drawOpen(draw: Draw, topology: Topology): Open | undefined {
  return draw.of([asParameter, asChoice, asCondition])(draw, topology);
}

/** A value is a parameter that may be anything. */
function asParameter(draw: Draw, topology: Topology): Open | undefined {
  const choices = openValuesOf(topology).filter(({ samples }) => samples.length > 0);
  if (choices.length === 0) return undefined;
  const open = draw.of(choices);
  return {
    templates: render(open.with(open.marker), draw.of([1, 2, 3] as const)),
    worlds: open.samples.map((value) => ({
      name: `${open.name} = ${value}`,
      topology: open.with(value),
    })),
  };
}

/** A value is one of two, by a condition. */
function asChoice(draw: Draw, topology: Topology): Open | undefined {
  const choices = openValuesOf(topology).filter(({ samples }) => samples.length > 1);
  if (choices.length === 0) return undefined;
  const open = draw.of(choices);
  const first = draw.upTo(open.samples.length - 1);
  const values = [open.samples[first], open.samples[(first + 1) % open.samples.length]];
  const written = values.map((value) =>
    typeof value === 'boolean' ? (value ? 'enable' : 'disable') : value,
  );
  return {
    templates: render(open.with(open.marker), draw.of([1, 2, 3] as const)).map((template) => {
      const text = JSON.stringify(template.Resources);
      if (!text.includes('{"Ref":"Open"}')) return template;
      const choice = JSON.stringify({ 'Fn::If': ['Chosen', ...written] });
      return { ...template, ...CHOSEN, Resources: JSON.parse(text.replaceAll('{"Ref":"Open"}', choice)) };
    }),
    worlds: values.map((value) => ({ name: `${open.name} is ${value}`, topology: open.with(value) })),
  };
}

/** A resource to which nothing refers is made or not, by a condition. */
function asCondition(draw: Draw, topology: Topology): Open | undefined {
  const leaves = leavesOf(topology);
  if (leaves.length === 0) return undefined;
  const leaf = draw.of(leaves);
  return {
    templates: render(topology, draw.of([1, 2, 3] as const)).map((template) => {
      const resource = template.Resources[leaf.id];
      if (resource === undefined) return template;
      return {
        ...template,
        ...CHOSEN,
        Resources: { ...template.Resources, [leaf.id]: { ...(resource as object), Condition: 'Chosen' } },
      };
    }),
    worlds: [
      { name: `with ${leaf.id}`, topology },
      { name: `without ${leaf.id}`, topology: leaf.without },
    ],
  };
}

const CHOSEN = {
  Parameters: { Choice: { Type: 'String' } },
  Conditions: { Chosen: { 'Fn::Equals': [{ Ref: 'Choice' }, 'yes'] } },
};

/** Resources that can be left out without leaving out more. */
function leavesOf(topology: Topology): readonly { readonly id: string; readonly without: Topology }[] {
  const apart = <T extends { readonly id: string }>(list: readonly T[], id: string) =>
    list.filter((item) => item.id !== id);
  const routes = topology.routeTables.flatMap((table) =>
    table.routes.map(({ id }) => ({
      id,
      without: {
        ...topology,
        routeTables: topology.routeTables.map((item) =>
          item.id === table.id ? { ...item, routes: apart(item.routes, id) } : item,
        ),
      },
    })),
  );
  const entries = topology.networkAcls.flatMap((acl) =>
    acl.entries.map(({ id }) => ({
      id,
      without: {
        ...topology,
        networkAcls: topology.networkAcls.map((item) =>
          item.id === acl.id ? { ...item, entries: apart(item.entries, id) } : item,
        ),
      },
    })),
  );
  const added = topology.groups.flatMap((group) =>
    group.addedEgress.map(({ id }) => ({
      id,
      without: {
        ...topology,
        groups: topology.groups.map((item) =>
          item.id === group.id ? { ...item, addedEgress: apart(item.addedEgress, id) } : item,
        ),
      },
    })),
  );
  const links = topology.subnets.flatMap((subnet) => {
    const without = (name: 'routeTable' | 'networkAcl'): Topology => ({
      ...topology,
      subnets: topology.subnets.map((item) => {
        if (item.id !== subnet.id) return item;
        const { [name]: _link, ...rest } = item;
        return rest;
      }),
    });
    return [
      ...(subnet.routeTable === undefined
        ? []
        : [{ id: `${subnet.id}Table`, without: without('routeTable') }]),
      ...(subnet.networkAcl === undefined ? [] : [{ id: `${subnet.id}Acl`, without: without('networkAcl') }]),
    ];
  });
  const inHub = topology.transitGateways.flatMap((gateway) =>
    gateway.tables.flatMap((table) =>
      table.routes.map(({ id }) => ({
        id,
        without: {
          ...topology,
          transitGateways: topology.transitGateways.map((item) => ({
            ...item,
            tables: item.tables.map((each) =>
              each.id === table.id ? { ...each, routes: apart(each.routes, id) } : each,
            ),
          })),
        },
      })),
    ),
  );
  return [...routes, ...entries, ...added, ...links, ...inHub];
}
