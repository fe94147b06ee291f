import { EVERYWHERE, FAMILIES, type Family, internetAddresses } from './address-sets';
import { type IntervalSet, intersect, minus } from './intervals';
import type { AttachmentRecord, HubRouteRecord, LinkRecord, RouteRecord, TargetKind } from './records';
import type { Key, Range } from './values';
import type { View } from './view';

/** The addresses that a route table sends to one target. */
export interface RoutePiece {
  readonly family: Family;
  readonly addresses: IntervalSet;
  readonly target: TargetKind;
  readonly to: Key | undefined;
  readonly route: RouteRecord | undefined;
}

interface Candidate<T> {
  readonly range: Range;
  /** Among equal prefixes, the lowest goes first. */
  readonly rank: number;
  readonly piece: T;
}

/** Gives each address to the candidate with the longest prefix. */
function longestPrefix<T>(
  family: Family,
  candidates: readonly Candidate<T>[],
): readonly { readonly addresses: IntervalSet; readonly piece: T }[] {
  const order = candidates
    .filter(({ range }) => range.family === family)
    .sort((a, b) => b.range.prefix - a.range.prefix || a.rank - b.rank);
  let left = EVERYWHERE[family];
  const pieces: { addresses: IntervalSet; piece: T }[] = [];
  for (const { range, piece } of order) {
    const addresses = intersect(left, range.addresses);
    if (addresses.length === 0) continue;
    pieces.push({ addresses, piece });
    left = minus(left, addresses);
  }
  return pieces;
}

type Target = Pick<RoutePiece, 'target' | 'to' | 'route'>;
const LOCAL: Target = { target: 'local', to: undefined, route: undefined };
/** What a route that is more specific than the local one can lead to. */
const CAN_PRECEDE_LOCAL: ReadonlySet<TargetKind> = new Set(['nat', 'interface', 'endpoint']);

/** Splits all addresses among the routes of a table of a VPC. */
export function piecesOf(view: View, table: Key | 'main', vpc: Key): readonly RoutePiece[] {
  const routes = table === 'main' ? [] : view.routesOf.get(table);
  const known: Candidate<Target>[] = view
    .rangesOfVpc(vpc)
    .flatMap(({ range }) => (range === undefined ? [] : [{ range, rank: 0, piece: LOCAL }]));
  for (const route of routes) {
    const rank = route.learned ? 3 : route.byList ? 2 : 1;
    for (const range of route.ranges ?? []) known.push({ range, rank, piece: { ...route, route } });
  }
  const open = routes.filter(({ ranges }) => ranges === undefined);
  return FAMILIES.flatMap((family) => {
    const pieces = longestPrefix(family, known).map(({ addresses, piece }) => ({
      family,
      addresses,
      ...piece,
    }));
    return withOpen(
      view,
      vpc,
      family,
      pieces,
      open.filter(({ families }) => families.includes(family)),
    );
  });
}

/** Routes whose destination is not known can take any address from the others. */
function withOpen(
  view: View,
  vpc: Key,
  family: Family,
  pieces: readonly RoutePiece[],
  open: readonly RouteRecord[],
): readonly RoutePiece[] {
  const learned = open.filter((route) => route.learned);
  const written = open.filter((route) => !route.learned);
  const taken = pieces.reduce((so, { addresses }) => minus(so, addresses), EVERYWHERE[family]);
  // What a line teaches is somebody's private network that no other route takes.
  const behind = minus(taken, internetAddresses()[family]);
  const more = learned.map((route) => ({
    family,
    addresses: behind,
    target: route.target,
    to: route.to,
    route,
  }));
  const localIsOpen = view
    .rangesOfVpc(vpc)
    .some((range) => range.family === family && range.range === undefined);
  if (view.isCertain) {
    const safe = pieces.filter(
      (piece) =>
        written.every((route) =>
          piece.target === 'local'
            ? !CAN_PRECEDE_LOCAL.has(route.target)
            : route.target === piece.target && route.to === piece.to,
        ) &&
        (piece.target === 'local' || !localIsOpen),
    );
    return [...safe, ...(written.length === 0 ? more : [])];
  }
  const all = EVERYWHERE[family];
  return [
    ...pieces,
    ...more,
    ...(localIsOpen ? [{ family, addresses: all, ...LOCAL }] : []),
    ...written.map((route) => ({ family, addresses: all, target: route.target, to: route.to, route })),
  ];
}

/** The addresses that a table of a transit gateway sends to one attachment. */
export interface HubPiece {
  readonly family: Family;
  readonly addresses: IntervalSet;
  readonly attachment: Key;
  /** The route, or what makes the attachment teach its addresses; undefined for a default. */
  readonly by: HubRouteRecord | LinkRecord | undefined;
}

type HubTarget = Pick<HubPiece, 'by'> & { readonly attachment: Key | undefined };

/** Splits all addresses among the routes of a table of a transit gateway. */
export function hubPiecesOf(view: View, table: Key, hub: Key): readonly HubPiece[] {
  const known: Candidate<HubTarget>[] = [];
  const openRoutes: HubRouteRecord[] = [];
  for (const route of view.hubRoutes.get(table)) {
    const attachment = route.blackhole === true ? undefined : route.attachment;
    if (route.range === undefined) openRoutes.push(route);
    else known.push({ range: route.range, rank: 0, piece: { attachment, by: route } });
  }
  const lines: HubTarget[] = [];
  const open: HubTarget[] = [];
  for (const { record, by } of taughtTo(view, table, hub)) {
    const target = { attachment: record.key, by };
    if (record.kind === 'line') lines.push(target);
    if (record.kind !== 'vpc' || record.to === undefined) continue;
    const ranges = view.rangesOfVpc(record.to);
    if (!view.vpcs.has(record.to) || ranges.some(({ range }) => range === undefined)) open.push(target);
    for (const { range } of ranges) if (range !== undefined) known.push({ range, rank: 1, piece: target });
  }
  return FAMILIES.flatMap((family) => {
    const pieces = longestPrefix(family, known);
    const rest = pieces.reduce((so, { addresses }) => minus(so, addresses), EVERYWHERE[family]);
    const whole = (targets: readonly HubTarget[], addresses: IntervalSet) =>
      targets.map((piece) => ({ addresses, piece }));
    const behind = whole(lines, minus(rest, internetAddresses()[family]));
    const all = view.isCertain
      ? openRoutes.length > 0
        ? []
        : [...pieces, ...behind]
      : [
          ...pieces,
          ...behind,
          ...whole(open, EVERYWHERE[family]),
          ...whole(
            openRoutes.map((by) => ({ attachment: by.attachment, by })),
            EVERYWHERE[family],
          ),
        ];
    return all.flatMap(({ addresses, piece: { attachment, by } }) =>
      attachment === undefined ? [] : [{ family, addresses, attachment, by }],
    );
  });
}

/** The table that attachments have, and teach their addresses to, unless the gateway says that there is none. */
export function defaultTable(hub: Key): Key {
  return `${hub}#default`;
}

/** Attachments that teach a table their addresses. Those between gateways teach nothing. */
function taughtTo(
  view: View,
  table: Key,
  hub: Key,
): readonly { readonly record: AttachmentRecord; readonly by: LinkRecord | undefined }[] {
  if (table === defaultTable(hub)) {
    const on = view.hubs.get(hub)?.propagates;
    if (on === false || (on === undefined && view.isCertain)) return [];
    return view.attachmentsOfHub.get(hub).map((record) => ({ record, by: undefined }));
  }
  return view.propagationsTo
    .get(table)
    .flatMap((by) => view.attachments.get(by.key).map((record) => ({ record, by })));
}
