import type { Deployment } from '../../model/deployment';
import type { Guard } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import type { Marks } from '../marks';
import { EVERYWHERE, FAMILIES } from './reach/address-sets';
import { endsOf, isElsewhere } from './reach/ends';
import { type End, Flows, type Passage } from './reach/flows';
import { readRecords } from './reach/inventory';
import { PacketSet } from './reach/packets';
import type { Records } from './reach/records';
import { keyOfResource } from './reach/values';
import { type Mode, View } from './reach/view';
import { type Witness, witnessOf } from './reach/witness';
import { recordsIn, type Worlds, worldsOf } from './reach/worlds';

export { type Packet, PacketSet } from './reach/packets';

/** Packets that arrive and are answered. Without values that are not known both sets are equal. */
export interface Flow {
  /** Whatever the values turn out to be that are not known before deployment. */
  readonly certain: PacketSet;
  /** For some of them. */
  readonly possible: PacketSet;
}

export interface Reachability {
  /** Packets that one resource can send to another one, or to or from the Internet. */
  flows(from: Resource | 'internet', to: Resource | 'internet'): Flow;
  /** The way of a packet that certainly arrives under some choice; undefined where there is none. */
  witness(from: Resource | 'internet', to: Resource | 'internet'): ChosenWitness | undefined;
}

/** A way, and the choices under which it is open. */
export interface ChosenWitness extends Witness {
  readonly when: Guard;
}

/** What the analysis asks of whoever asks it. */
export interface NetworkSource {
  readonly deployment: Deployment;
  readonly profile: { readonly facts: Facts };
  /** Zones make no difference to what is reachable. */
  readonly marks?: Marks;
}

const NETWORKS = new WeakMap<Deployment, { readonly facts: Facts; readonly network: Network }>();

/** What can reach what in a deployment. Worked out as far as somebody asks, and once for a deployment. */
export function reachabilityOf(source: NetworkSource): Reachability {
  return networkOf(source);
}

export function networkOf({ deployment, profile: { facts } }: NetworkSource): Network {
  const known = NETWORKS.get(deployment);
  if (known?.facts === facts) return known.network;
  const network = new Network(readRecords(deployment, facts));
  NETWORKS.set(deployment, { facts, network });
  return network;
}

/** The network under the choices of one world. */
export class World {
  private readonly views = new Map<Mode, Flows>();
  private records: Records | undefined;

  constructor(
    private readonly all: Records,
    readonly guard: Guard,
  ) {}

  flows(mode: Mode): Flows {
    let flows = this.views.get(mode);
    if (flows === undefined) {
      this.records ??= recordsIn(this.all, this.guard);
      // Both modes look at the same records.
      const [other] = this.views.values();
      flows = new Flows(new View(this.records, this.guard, mode, other?.view));
      this.views.set(mode, flows);
    }
    return flows;
  }
}

/** All worlds of a deployment. */
export class Network implements Reachability {
  readonly worlds: readonly World[];
  /** There are more choices than could be looked at. */
  readonly areSome: boolean;

  constructor(readonly records: Records) {
    const { worlds, areSome }: Worlds = worldsOf(records);
    this.worlds = worlds.map((guard) => new World(records, guard));
    this.areSome = areSome;
  }

  flows(from: Resource | 'internet', to: Resource | 'internet'): Flow {
    const sets = (mode: Mode) => this.worlds.map((world) => arriving(world.flows(mode), from, to));
    const certain = this.areSome ? PacketSet.EMPTY : sets('certain').reduce((so, set) => so.intersect(set));
    return { certain, possible: this.areSome ? everything() : PacketSet.union(sets('possible')) };
  }

  witness(from: Resource | 'internet', to: Resource | 'internet'): ChosenWitness | undefined {
    for (const world of this.worlds) {
      const flows = world.flows('certain');
      const [passage] = passagesBetween(flows, from, to);
      const witness = passage === undefined ? undefined : witnessOf(flows, passage);
      if (witness !== undefined) return { ...witness, when: world.guard };
    }
    return undefined;
  }
}

function passagesBetween(
  flows: Flows,
  from: Resource | 'internet',
  to: Resource | 'internet',
): readonly Passage[] {
  const ends = (end: Resource | 'internet'): readonly End[] =>
    end === 'internet' ? [{ kind: 'internet' }] : endsOf(flows.view, keyOfResource(end));
  return ends(from).flatMap((source) => ends(to).flatMap((target) => flows.passages(source, target)));
}

function arriving(flows: Flows, from: Resource | 'internet', to: Resource | 'internet'): PacketSet {
  const { view } = flows;
  const isUnseen = (end: Resource | 'internet') =>
    end !== 'internet' && isElsewhere(view, keyOfResource(end));
  if (!view.isCertain && (isUnseen(from) || isUnseen(to))) return everything();
  return PacketSet.union(passagesBetween(flows, from, to).map(({ packets }) => packets));
}

function everything(): PacketSet {
  return PacketSet.union(
    FAMILIES.map((family) => PacketSet.between(family, EVERYWHERE[family], EVERYWHERE[family])),
  );
}
