import { overlap } from './naive-addresses';
import { OPEN_CIDR, OPEN_PORT, OPEN_SETTING } from './render';
import { rangesOf } from './topologies';
import type { GroupRule, Topology } from './topology';

/** One value of a topology that may be left to a parameter. */
export interface OpenValue {
  readonly name: string;
  /** What the parameter may turn out to be. */
  readonly samples: readonly unknown[];
  /** The topology with another value at the place. */
  readonly with: (value: unknown) => Topology;
  /** What stands for the parameter when it is rendered. */
  readonly marker: unknown;
}

/** All values of a topology that can be made parameters, IPv4 only. */
export function openValuesOf(topology: Topology): readonly OpenValue[] {
  return [
    ...groupValues(topology),
    ...aclValues(topology),
    ...routeValues(topology),
    ...transitValues(topology),
  ];
}

const isIpv4 = (cidr: string) => !cidr.includes(':');

function rangesAround({ vpcs, hosts }: Topology): readonly string[] {
  const inside = vpcs.flatMap(({ cidrs }) => cidrs);
  return [
    '0.0.0.0/0',
    '198.41.0.0/24',
    ...inside,
    ...hosts.slice(0, 2).map(({ address }) => `${address}/32`),
  ];
}

function groupValues(topology: Topology): readonly OpenValue[] {
  const ranges = rangesAround(topology);
  return topology.groups.flatMap((group) =>
    (['ingress', 'egress', 'addedEgress'] as const).flatMap((list) =>
      group[list].flatMap((rule): OpenValue[] => {
        const set = (change: Partial<GroupRule>): Topology => ({
          ...topology,
          groups: replace(topology.groups, group.id, {
            [list]: replace(group[list], rule.id, change),
          }),
        });
        const { peer, protocol, ports } = rule;
        return [
          ...('cidr' in peer && isIpv4(peer.cidr)
            ? [
                {
                  name: `${rule.id} range`,
                  samples: ranges,
                  marker: OPEN_CIDR,
                  with: (value: unknown) => set({ peer: { cidr: value as string } }),
                },
              ]
            : []),
          ...([6, 17].includes(protocol) && ports !== undefined
            ? [
                {
                  name: `${rule.id} port`,
                  samples: [22, 443, 65535],
                  marker: OPEN_PORT,
                  with: (value: unknown) => set({ ports: { from: value as number, to: value as number } }),
                },
              ]
            : []),
        ];
      }),
    ),
  );
}

function aclValues(topology: Topology): readonly OpenValue[] {
  return topology.networkAcls.flatMap((acl) =>
    acl.entries
      .filter(({ cidr }) => isIpv4(cidr))
      .map((entry) => ({
        name: `${entry.id} range`,
        samples: rangesAround(topology),
        marker: OPEN_CIDR,
        with: (value: unknown) => ({
          ...topology,
          networkAcls: replace(topology.networkAcls, acl.id, {
            entries: replace(acl.entries, entry.id, { cidr: value as string }),
          }),
        }),
      })),
  );
}

function routeValues(topology: Topology): readonly OpenValue[] {
  return topology.routeTables.flatMap((table) => {
    const vpc = topology.vpcs.find(({ id }) => id === table.vpc)!;
    return table.routes.flatMap((route): OpenValue[] => {
      if (!('cidr' in route.destination) || !isIpv4(route.destination.cidr)) return [];
      const others = table.routes.flatMap(({ id, destination }) =>
        id !== route.id && 'cidr' in destination ? [destination.cidr] : [],
      );
      // Two routes of a table cannot have the same destination, and none lies within the VPC.
      const isPossible = (cidr: string) =>
        !others.includes(cidr) && (cidr === '0.0.0.0/0' || !rangesOf(vpc).some((own) => overlap(own, cidr)));
      return [
        {
          name: `${route.id} destination`,
          samples: rangesAround(topology).filter(isPossible),
          marker: OPEN_CIDR,
          with: (value: unknown) => ({
            ...topology,
            routeTables: replace(topology.routeTables, table.id, {
              routes: replace(table.routes, route.id, { destination: { cidr: value as string } }),
            }),
          }),
        },
      ];
    });
  });
}

function transitValues(topology: Topology): readonly OpenValue[] {
  return topology.transitGateways.flatMap((gateway): OpenValue[] => {
    const set = (change: object): Topology => ({
      ...topology,
      transitGateways: replace(topology.transitGateways, gateway.id, change),
    });
    const routes = gateway.tables.flatMap((table) =>
      table.routes
        .filter(({ cidr }) => isIpv4(cidr))
        .map((route) => ({
          name: `${route.id} destination`,
          samples: rangesAround(topology).filter(
            (cidr) => !table.routes.some((other) => other.cidr === cidr),
          ),
          marker: OPEN_CIDR,
          with: (value: unknown) =>
            set({
              tables: replace(gateway.tables, table.id, {
                routes: replace(table.routes, route.id, { cidr: value as string }),
              }),
            }),
        })),
    );
    const settings = (['defaultAssociation', 'defaultPropagation'] as const)
      // An attachment cannot be associated with two tables.
      .filter(
        (name) =>
          name !== 'defaultAssociation' || gateway.attachments.every((a) => a.associatedWith === undefined),
      )
      .map((name) => ({
        name,
        samples: [true, false],
        marker: OPEN_SETTING,
        with: (value: unknown) => set({ [name]: value }),
      }));
    return [...routes, ...settings];
  });
}

function replace<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  change: Partial<T>,
): readonly T[] {
  return list.map((item) => (item.id === id ? { ...item, ...change } : item));
}
