import type { Guard } from '../../../model/guard';
import { own } from '../../../model/template';
import type { Facts } from '../../../policy/profile';
import type { ZoneEnd, ZoneName } from '../../../policy/zones';
import type { Marks } from '../../marks';
import type { Network, World } from '../reachability';
import { endOf, openEnd } from './ends';
import type { End, Flows, InsideEnd, Passage } from './flows';
import { linesIn } from './lines';
import type { View } from './view';
import type { Hop, Way } from './ways';
import { type Witness, witnessOf } from './witness';

/** A zone, the Internet, or whatever lies behind the lines to networks outside. */
export type Side = ZoneEnd | 'on-premises';

export interface ZoneAnswer {
  /** Whether something passes under some choice, whatever is not known turns out to be; or it depends on that. */
  readonly passes: 'certainly' | 'perhaps' | 'never';
  /** The way, as far as it is known. */
  readonly hops: readonly Hop[];
  readonly packet?: Witness['packet'];
  readonly when?: Guard;
}

export interface ZoneQuestioner {
  readonly network: Network;
  readonly marks: Marks;
  readonly facts: Pick<Facts, 'zoneOf'>;
}

/** Whether anything can be sent from one side to another one, and answered. */
export function betweenZones(questioner: ZoneQuestioner, from: Side, to: Side): ZoneAnswer {
  const { worlds, areSome } = questioner.network;
  for (const world of worlds) {
    const found = certainly(questioner, world, from, to);
    if (found !== undefined) return { passes: 'certainly', ...found, when: world.guard };
  }
  for (const world of worlds) {
    const found = perhaps(questioner, world, from, to);
    if (found !== undefined) return { passes: 'perhaps', ...found, when: world.guard };
  }
  return { passes: areSome ? 'perhaps' : 'never', hops: [] };
}

type Found = Pick<ZoneAnswer, 'hops' | 'packet'>;

function certainly(questioner: ZoneQuestioner, world: World, from: Side, to: Side): Found | undefined {
  // What lies behind a line is somebody's network: without a fact nobody knows whose.
  if (from === 'on-premises' || to === 'on-premises') return toKnownNetwork(questioner, world, from, to);
  return first(questioner, world.flows('certain'), from, to) ?? toKnownNetwork(questioner, world, from, to);
}

function perhaps(questioner: ZoneQuestioner, world: World, from: Side, to: Side): Found | undefined {
  const flows = world.flows('possible');
  const beyond = (near: Side, far: Side) =>
    isZone(far) ? outside(questioner, flows, near, (zone) => zone === undefined) : undefined;
  return first(questioner, flows, from, to) ?? beyond(from, to) ?? beyond(to, from);
}

function isZone(side: Side): boolean {
  return side !== 'open-internet' && side !== 'on-premises';
}

function first(questioner: ZoneQuestioner, flows: Flows, from: Side, to: Side): Found | undefined {
  const lines = new Map(linesIn(flows.view, questioner.facts).map((line) => [line.key, line]));
  for (const source of endsOfSide(questioner, flows.view, from)) {
    for (const target of endsOfSide(questioner, flows.view, to)) {
      if (source === target) continue;
      const [passage] = flows.passages(source, target);
      const witness = passage === undefined ? undefined : witnessOf(flows, passage);
      if (witness === undefined) continue;
      const ends = [source, target].map((end) =>
        end.kind === 'line' ? (lines.get(end.key)?.hops ?? []) : [],
      );
      const before = source.kind === 'inside' ? clientHops(source) : (ends[0] ?? []);
      return { packet: witness.packet, hops: [...before, ...witness.hops, ...(ends[1] ?? [])] };
    }
  }
  return undefined;
}

/** Users of a client VPN come by its endpoint. */
function clientHops({ owner }: InsideEnd): readonly Hop[] {
  if (owner?.type !== CLIENT_VPN) return [];
  return owner
    .get('ClientVpnEndpointId')
    .references()
    .map(({ value }) => ({ key: `@${value.resource.id}`, resource: value.resource }));
}

const CLIENT_VPN = 'AWS::EC2::ClientVpnTargetNetworkAssociation';

/** A network that no template describes, but of which the profile knows the zone. */
function toKnownNetwork(questioner: ZoneQuestioner, world: World, from: Side, to: Side): Found | undefined {
  const flows = world.flows('possible');
  return (
    outside(questioner, flows, from, (zone) => zone === to) ??
    outside(questioner, flows, to, (zone) => zone === from)
  );
}

/** The first way to a network outside of which the zone is as asked for. */
function outside(
  questioner: ZoneQuestioner,
  flows: Flows,
  near: Side,
  isAsked: (zone: ZoneName | undefined) => boolean,
): Found | undefined {
  const { zoneOf } = questioner.facts;
  for (const end of endsOfSide(questioner, flows.view, near)) {
    if (end.kind !== 'inside') continue;
    for (const way of flows.router.fromSubnet(end.subnet)) {
      const { place } = way;
      if (place.kind !== 'outside' || !isAsked(own(zoneOf, place.key) as ZoneName | undefined)) continue;
      const found = leaving(flows, end, way);
      if (found !== undefined) return found;
    }
  }
  return undefined;
}

/** The beginning of a way that leads out of sight, if anything at all gets there. */
function leaving(flows: Flows, from: InsideEnd, way: Way): Found | undefined {
  const packets = flows.leaving(way, from);
  const passage: Passage = { from, to: { kind: 'internet' }, way, packets };
  return packets.isEmpty ? undefined : witnessOf(flows, passage);
}

function endsOfSide({ marks, facts }: ZoneQuestioner, view: View, side: Side): readonly End[] {
  if (side === 'open-internet') return [{ kind: 'internet' }, ...clients(view)];
  const lines = linesIn(view, facts);
  const ofLines = lines
    .filter(({ zone }) => (side === 'on-premises' ? zone === undefined : zone === side))
    .map(({ key }): End => ({ kind: 'line', key }));
  if (side === 'on-premises') return ofLines;
  const ends = [...view.subnets.keys()].flatMap((subnet) => {
    const records = view.interfacesIn.get(subnet).filter(({ owner }) => owner.type !== CLIENT_VPN);
    return records.length === 0 ? [openEnd(view, subnet)] : records.map((record) => endOf(view, record));
  });
  const isOfZone = (end: InsideEnd | undefined): end is InsideEnd => {
    const resource = end?.owner ?? (end === undefined ? undefined : view.subnets.get(end.subnet)?.resource);
    return (
      resource !== undefined &&
      marks.of(resource, 'zone').some(({ value, when }) => value === side && view.world.meets(when))
    );
  };
  return [...ends.filter(isOfZone), ...ofLines];
}

/** Users of client VPNs, whom some authorization rule lets in: they are somewhere on the Internet. */
function clients(view: View): readonly InsideEnd[] {
  return view.interfaces.flatMap((record) => {
    if (record.owner.type !== CLIENT_VPN) return [];
    const endpoints = record.owner.get('ClientVpnEndpointId').references();
    const isAuthorized = endpoints.some(({ value: { resource } }) =>
      resource.deployment
        .referrers(resource, 'AWS::EC2::ClientVpnAuthorizationRule', 'ClientVpnEndpointId')
        .some(({ when }) => view.world.meets(when)),
    );
    const end = isAuthorized ? endOf(view, record) : undefined;
    return end === undefined ? [] : [end];
  });
}
