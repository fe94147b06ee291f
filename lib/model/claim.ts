import type { Text } from '../text';
import { ALWAYS, type Guard, NEVER } from './guard';

/** How a single look at a property came out. */
export type Outcome = 'holds' | 'breaks' | 'undetermined';

/** What was looked at, what was there, what must be there. */
export interface Evidence {
  /** Where: a property path in the resource, or a name that the rule gives. */
  readonly path: string;
  /** The place in the template file that the path stands for, where it differs from the resource's. */
  readonly at?: readonly string[] | undefined;
  readonly actual: Text;
  readonly required: Text;
  /** The whole in a sentence of its own, where "is …; must be …" does not fit. */
  readonly sentence?: Text;
  /** `needed`: holds as far as the templates show, and somebody must show the rest (要証跡). */
  readonly outcome: Outcome | 'needed';
  readonly when: Guard;
}

/** What was there, in words for each way in which a claim can fail to hold. */
export interface Told {
  readonly breaks: Text;
  readonly undetermined: Text;
}

/** Something that is certainly missing, or of which it is not known before deployment whether it is there. */
export function lacking(breaks: Text): Told {
  return {
    breaks,
    undetermined: { ja: '配備前に定まらない', en: 'not known before deployment' },
  };
}

/**
 * A three-valued statement: the guards under which it certainly holds and certainly breaks, with evidence.
 * Under any other choice it is undetermined. Combining claims is Kleene's logic, choice by choice.
 */
export class Claim {
  constructor(
    readonly holds: Guard,
    readonly breaks: Guard,
    readonly evidence: readonly Evidence[] = [],
  ) {}

  static readonly HOLDS = new Claim(ALWAYS, NEVER);
  static readonly BREAKS = new Claim(NEVER, ALWAYS);

  /** True under the guard, false elsewhere; without evidence. */
  static when(guard: Guard): Claim {
    if (guard === ALWAYS) return Claim.HOLDS;
    return guard === NEVER ? Claim.BREAKS : new Claim(guard, guard.not());
  }

  /** A claim that comes out one way always. */
  static of(outcome: Evidence['outcome'], evidence: Omit<Evidence, 'outcome' | 'when'>): Claim {
    return new Claim(
      outcome === 'holds' || outcome === 'needed' ? ALWAYS : NEVER,
      outcome === 'breaks' ? ALWAYS : NEVER,
      [{ ...evidence, outcome, when: ALWAYS }],
    );
  }

  static all(claims: Iterable<Claim>): Claim {
    let so = Claim.HOLDS;
    for (const claim of claims) so = so.and(claim);
    return so;
  }

  /**
   * All of some statements, asked one after the other until one certainly breaks. For those whose evidence is put in
   * other words in the end: that of what is not asked any more is missing.
   */
  static allInTurn(...statements: readonly (() => Claim)[]): Claim {
    let so = Claim.HOLDS;
    for (const statement of statements) {
      so = so.and(statement());
      if (so.breaks === ALWAYS) return Claim.BREAKS;
    }
    return so;
  }

  static any(claims: Iterable<Claim>): Claim {
    let so = Claim.BREAKS;
    for (const claim of claims) {
      so = so.or(claim);
      // Nothing further can change it.
      if (so.holds.isAlways) break;
    }
    return so;
  }

  and(other: Claim): Claim {
    if (isSilent(this) && this.holds === ALWAYS && this.breaks === NEVER) return other;
    if (isSilent(other) && other.holds === ALWAYS && other.breaks === NEVER) return this;
    return new Claim(this.holds.and(other.holds), this.breaks.or(other.breaks), join(this, other));
  }

  or(other: Claim): Claim {
    if (isSilent(this) && this.breaks === ALWAYS && this.holds === NEVER) return other;
    if (isSilent(other) && other.breaks === ALWAYS && other.holds === NEVER) return this;
    // What holds on its own needs no evidence from the alternative to it.
    const left = other.holds.isAlways ? withoutNeeded(this) : this;
    const right = this.holds.isAlways ? withoutNeeded(other) : other;
    return new Claim(this.holds.or(other.holds), this.breaks.and(other.breaks), join(left, right));
  }

  /** The opposite. Its evidence is dropped, since what was required is no longer so. */
  not(): Claim {
    return new Claim(this.breaks, this.holds);
  }

  /** Must hold only where the guard or the other claim does. Its evidence counts there only, too. */
  onlyIf(condition: Claim | Guard): Claim {
    if (condition === ALWAYS || condition === Claim.HOLDS) return this;
    const { holds, breaks, evidence } = condition instanceof Claim ? condition : Claim.when(condition);
    // Where the condition cannot be told, why is what there is to say.
    const why = evidence.filter(({ outcome }) => outcome === 'undetermined');
    if (why.length === 0 && holds === ALWAYS && breaks === NEVER) return this;
    return new Claim(breaks, holds, why).or(this.within(breaks.not()));
  }

  /** The same claim, with evidence for a part of the choices only. */
  private within(guard: Guard): Claim {
    if (guard.isAlways || isSilent(this)) return this;
    const evidence = this.evidence.map((item) => ({ ...item, when: item.when.and(guard) }));
    return new Claim(
      this.holds,
      this.breaks,
      evidence.filter(({ when }) => !when.isNever),
    );
  }

  /** With one piece of evidence in place of those gathered, where the details say less than the whole. */
  explained(path: string, actual: Text | Told, required: Text, at?: readonly string[]): Claim {
    const undetermined = this.holds.or(this.breaks).not();
    const told = 'breaks' in actual ? actual : { breaks: actual, undetermined: actual };
    const piece = (outcome: keyof Told, when: Guard): Evidence[] =>
      when.isNever ? [] : [{ path, at, actual: told[outcome], required, outcome, when }];
    return new Claim(this.holds, this.breaks, [
      ...piece('breaks', this.breaks),
      ...piece('undetermined', undetermined),
      ...this.evidence.filter((item) => item.outcome === 'needed'),
    ]);
  }
}

function isSilent({ evidence }: Claim): boolean {
  return evidence.length === 0;
}

function join(a: Claim, b: Claim): readonly Evidence[] {
  if (a.evidence.length === 0) return b.evidence;
  if (b.evidence.length === 0) return a.evidence;
  return [...a.evidence, ...b.evidence];
}

function withoutNeeded(claim: Claim): Claim {
  if (!claim.evidence.some((item) => item.outcome === 'needed')) return claim;
  return new Claim(
    claim.holds,
    claim.breaks,
    claim.evidence.filter((item) => item.outcome !== 'needed'),
  );
}
