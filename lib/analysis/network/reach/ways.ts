import type { Resource } from '../../../model/resource';
import type { Family } from './address-sets';
import { type IntervalSet, intersect } from './intervals';
import type { GatewayRecord } from './records';
import type { Key } from './values';

/** Where traffic ends up. */
export type Place =
  | { readonly kind: 'vpc'; readonly key: Key }
  | { readonly kind: 'internet' }
  /** A network behind a line, or one that no template describes. */
  | { readonly kind: 'line' | 'outside'; readonly key: Key };

/** The same for two places exactly when they are one. */
export function placeId(place: Place): string {
  return place.kind === 'internet' ? place.kind : `${place.kind} ${place.key}`;
}

/** What a packet does on its way, as far as filters are concerned. */
export type Step =
  /** Goes into a subnet of the VPC that it is in. */
  | { readonly kind: 'cross'; readonly subnet: Key }
  /** Leaves the VPC by a gateway or a peering. */
  | { readonly kind: 'leave' }
  /** Leaves by an attachment of a transit gateway in one of some subnets, and comes out of one. */
  | { readonly kind: 'to-hub'; readonly subnets: readonly Key[] }
  | {
      readonly kind: 'from-hub';
      readonly subnet: Key | undefined;
      /** Subnets of the attachment that are as good as this one, and all of them. */
      readonly alike: readonly Key[];
      readonly all: readonly Key[];
    };

/** A thing that traffic passes, for people. */
export interface Hop {
  readonly key: Key;
  readonly resource: Resource | undefined;
  /** The entry of a list in the resource. */
  readonly path?: string | undefined;
  /** What it is here, where the resource alone does not say it. */
  readonly role?: 'default-association' | 'default-propagation' | 'inspection' | 'nat';
}

/** A part of a way on which source addresses stay what they are; all but the last end in a NAT gateway. */
export interface Leg {
  readonly steps: readonly Step[];
  readonly nat?: { readonly gateway: GatewayRecord; readonly subnet: Key };
}

/** A way from a route table, or from a gateway, to a place. */
export interface Way {
  readonly family: Family;
  /** The destinations that go this way. */
  readonly addresses: IntervalSet;
  readonly place: Place;
  readonly legs: readonly Leg[];
  readonly hops: readonly Hop[];
  /** Firewalls and the like that look into the traffic. */
  readonly inspections: readonly Key[];
  /** Security groups at the end can still tell from which group traffic comes. */
  readonly keepsGroups: boolean;
  /** Answers come back, but nothing else comes in. */
  readonly onlyOut: boolean;
  /** For the Internet: the VPC whose gateway it goes through. */
  readonly exit: Key | undefined;
}

/** Destinations that somebody asks for. */
export interface Scope {
  readonly family: Family;
  readonly addresses: IntervalSet;
}

export const NO_LEGS: readonly Leg[] = [{ steps: [] }];
export const LEAVE: readonly Leg[] = [{ steps: [{ kind: 'leave' }] }];

/** The way to a place for all that is asked for. */
export function wayTo(
  { family, addresses }: Scope,
  place: Place,
  legs: readonly Leg[],
  hops: readonly Hop[],
  more: Partial<Way> = {},
): Way {
  return {
    family,
    addresses,
    place,
    legs,
    hops,
    inspections: [],
    keepsGroups: false,
    onlyOut: false,
    exit: undefined,
    ...more,
  };
}

/** A way that begins with a step more. */
export function after(next: Way, step: Step | undefined, hops: readonly Hop[], more: Partial<Way> = {}): Way {
  const [first, ...others] = next.legs;
  const leg: Leg = step === undefined ? (first as Leg) : { ...first, steps: [step, ...(first?.steps ?? [])] };
  return { ...next, legs: [leg, ...others], hops: [...hops, ...next.hops], ...more };
}

export function hop({ key, resource }: { readonly key: Key; readonly resource?: Resource }): Hop {
  return { key, resource };
}

/** The part of what is asked for that goes one way. */
export function within(scope: Scope, piece: Scope): Scope | undefined {
  if (scope.family !== piece.family) return undefined;
  const addresses = intersect(scope.addresses, piece.addresses);
  return addresses.length === 0 ? undefined : { family: scope.family, addresses };
}

export function outside(key: Key | undefined): Place {
  return { kind: 'outside', key: key ?? '?' };
}
