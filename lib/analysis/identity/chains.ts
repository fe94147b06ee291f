import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import { trustOf, type Way } from './trust';

/** What is asked of a role and, by way of it, of every role from which one can go on to it. */
export interface Question {
  /** What is assumed of a role until more is known: what a circle of roles comes to by itself. */
  readonly start: Claim;
  /** What one way into a role comes to, given the answer for the role that it comes from. */
  readonly way: (way: Way, role: Resource, before: (other: Resource) => Claim) => Claim;
  /** Puts together the ways into a role. */
  readonly join: (role: Resource, ways: readonly Claim[]) => Claim;
}

/**
 * Answers a question over chains of roles of the deployment: role A may assume B may assume C. The answers of a set of
 * roles that lead to each other are improved until they stay, so that roles that all trust each other cost no more than
 * their number squared.
 */
export class Chains {
  private readonly answers = new Map<Resource, Claim>();

  constructor(private readonly question: Question) {}

  of(role: Resource): Claim {
    const known = this.answers.get(role);
    if (known !== undefined) return known;
    const { start, way, join } = this.question;
    const roles = this.rolesBefore(role);
    const so = new Map<Resource, Claim>();
    const before = (other: Resource) => this.answers.get(other) ?? so.get(other) ?? start;
    for (let round = 0, changed = true; changed && round <= roles.length; round++) {
      changed = false;
      for (const one of roles) {
        const { holds, breaks } = join(
          one,
          trustOf(one).ways.map((into) => way(into, one, before)),
        );
        const last = before(one);
        if (last.holds === holds && last.breaks === breaks) continue;
        changed = true;
        // The evidence of one role is not that of another.
        so.set(one, new Claim(holds, breaks));
      }
    }
    for (const one of roles) this.answers.set(one, before(one));
    return this.answers.get(role) as Claim;
  }

  /** The roles that lead to a role and are not answered yet, those farthest from it first. */
  private rolesBefore(role: Resource): readonly Resource[] {
    const found = new Set([role]);
    for (const one of found) {
      for (const { principal } of trustOf(one).ways) {
        const { kind, resource } = principal;
        if (kind === 'role' && resource !== undefined && !this.answers.has(resource)) found.add(resource);
      }
    }
    return [...found].reverse();
  }
}

/** Chains that are made once for a deployment, or for whatever a question depends on. */
export function chainsBy<K extends object>(make: (key: K) => Chains): (key: K) => Chains {
  const made = new WeakMap<K, Chains>();
  return (key) => {
    let chains = made.get(key);
    if (chains === undefined) {
      chains = make(key);
      made.set(key, chains);
    }
    return chains;
  };
}
