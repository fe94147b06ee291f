import type { Text } from '../../text';
import type { MapBox, MapGraph, MapLine, MapStretch, MapWay } from './graph';

/** A map with more boxes shows networks as a whole, unless something passes in them that must not. */
const MOST_BOXES = 60;
/** So many networks that are joined to the same things are shown as one group. */
const LEAST_GROUP = 3;

const COUNTED: Readonly<Partial<Record<MapBox['kind'], Text>>> = {
  subnet: { ja: 'サブネット', en: 'subnets' },
  gateway: { ja: 'ゲートウェイ等', en: 'gateways and the like' },
};

/** The same map with less in it, where it is too large to be read. */
export function fold(graph: MapGraph): MapGraph {
  return graph.boxes.length <= MOST_BOXES ? graph : groupAlike(closeNetworks(graph));
}

/** Networks without what is in them; of those on a forbidden way, what is on it stays. */
function closeNetworks(graph: MapGraph): MapGraph {
  const byId = new Map(graph.boxes.map((box) => [box.id, box]));
  const onWay = new Set(
    graph.ways.filter(({ kind }) => kind === 'forbidden').flatMap(({ stops }) => stops.map(({ box }) => box)),
  );
  const into = new Map<string, string>();
  const counts = new Map<string, Map<MapBox['kind'], number>>();
  for (const box of graph.boxes) {
    const network = networkOf(box, byId);
    if (network === undefined || onWay.has(box.id)) continue;
    into.set(box.id, network);
    const count = counts.get(network) ?? new Map<MapBox['kind'], number>();
    counts.set(network, count.set(box.kind, (count.get(box.kind) ?? 0) + 1));
  }
  const resources = new Map<string, Set<string>>();
  for (const [id, network] of into) {
    const all = resources.get(network) ?? new Set(byId.get(network)?.resources);
    resources.set(network, all);
    for (const resource of byId.get(id)?.resources ?? []) all.add(resource);
  }
  const boxes = graph.boxes
    .filter(({ id }) => !into.has(id))
    .map((box) => {
      const count = counts.get(box.id);
      if (count === undefined) return box;
      const details = [...box.details, ...countedIn(count)];
      return { ...box, details, resources: resources.get(box.id) ?? box.resources };
    });
  return redirected({ ...graph, boxes }, (id) => into.get(id) ?? id, true);
}

/** The network that a box lies in; networks lie in none. */
function networkOf(box: MapBox, byId: ReadonlyMap<string, MapBox>): string | undefined {
  for (let at = byId.get(box.within ?? ''); at !== undefined; at = byId.get(at.within ?? '')) {
    if (at.kind === 'network') return at.id;
  }
  return undefined;
}

function countedIn(count: ReadonlyMap<MapBox['kind'], number>): readonly Text[] {
  return [...count].flatMap(([kind, number]) => {
    const name = COUNTED[kind];
    return name === undefined ? [] : [{ ja: `${name.ja} ×${number}`, en: `${name.en} ×${number}` }];
  });
}

/** Networks of a zone that are closed, and joined to the same things, in one box from which one line each leads there. */
function groupAlike(graph: MapGraph): MapGraph {
  const opened = new Set(graph.boxes.map(({ within }) => within));
  const far = new Map<string, Set<string>>();
  for (const { from, to } of graph.lines) {
    for (const [one, other] of [
      [from, to],
      [to, from],
    ] as const)
      far.set(one, (far.get(one) ?? new Set<string>()).add(other));
  }
  const alike = new Map<string, MapBox[]>();
  for (const box of graph.boxes) {
    const joined = [...(far.get(box.id) ?? [])].sort();
    if (box.kind !== 'network' || opened.has(box.id) || joined.length === 0) continue;
    const id = `group ${box.within} ${joined.join(' ')}`;
    alike.set(id, [...(alike.get(id) ?? []), box]);
  }
  const groupOf = new Map<string, string>();
  const groups: MapBox[] = [];
  for (const [id, members] of alike) {
    const { within } = members[0] as MapBox;
    if (members.length < LEAST_GROUP) continue;
    for (const member of members) groupOf.set(member.id, id);
    groups.push({
      id,
      kind: 'group',
      ...(within === undefined ? {} : { within }),
      title: { ja: `接続先が同じVPC ×${members.length}`, en: `VPCs joined to the same ×${members.length}` },
      details: [],
      resources: new Set(),
    });
  }
  const boxes = graph.boxes.map((box) => {
    const group = groupOf.get(box.id);
    return group === undefined ? box : { ...box, within: group };
  });
  return redirected({ ...graph, boxes: [...boxes, ...groups] }, (id) => groupOf.get(id) ?? id, false);
}

/** Lines lead to what stands for their ends now, one for each pair; ways go along them. */
function redirected(graph: MapGraph, now: (id: string) => string, movesStops: boolean): MapGraph {
  const lines = new Map<string, MapLine>();
  const stretches = new Map<string, MapStretch>();
  for (const line of graph.lines) {
    const [from, to] = [now(line.from), now(line.to)];
    if (from === to) continue;
    const back = lines.get(`${to} > ${from}`);
    const id = back?.id ?? `${from} > ${to}`;
    const known = lines.get(id);
    const resources = new Set([...(known?.resources ?? []), ...line.resources]);
    lines.set(id, { ...(known ?? { ...line, id, from, to }), resources });
    stretches.set(line.id, { line: id, backwards: back !== undefined });
  }
  const ways = new Map<string, MapWay>();
  for (const way of graph.ways) {
    const along = way.lines.flatMap(({ line, backwards }) => {
      const stretch = stretches.get(line);
      return stretch === undefined
        ? []
        : [{ line: stretch.line, backwards: stretch.backwards !== backwards }];
    });
    const stops = movesStops ? way.stops.map((stop) => ({ ...stop, box: now(stop.box) })) : way.stops;
    ways.set(idOf(way, stops), { ...way, stops, lines: along });
  }
  return { ...graph, lines: [...lines.values()], ways: [...ways.values()] };
}

/** Ways that may be taken through the same boxes are one. */
export function idOf({ kind, from, to, approval, place }: MapWay, stops: MapWay['stops']): string {
  return [kind, from, to, approval, place, ...stops.map(({ box }) => box)].join(' ');
}
