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

const NO_EVIDENCE: readonly Evidence[] = [];

/**
 * A three-valued statement: the guards under which it certainly holds and certainly breaks, with evidence.
 * Under any other choice it is undetermined. Combining claims is Kleene's logic, choice by choice.
 */
export class Claim {
  private told: readonly Evidence[] | (() => readonly Evidence[]) | undefined;
  /** Two claims whose evidence, one after the other, is this one's. */
  private before: Claim | undefined;
  private after: Claim | undefined;
  /** Whether some evidence can be of what somebody must show. */
  private mayNeed: boolean;

  constructor(
    readonly holds: Guard,
    readonly breaks: Guard,
    /** Most claims hold, and nobody reads on what grounds: none of these is of the outcome `needed`, if it is a function. */
    evidence: readonly Evidence[] | (() => readonly Evidence[]) = NO_EVIDENCE,
  ) {
    this.told = evidence;
    this.mayNeed = typeof evidence !== 'function' && evidence.some(isNeeded);
  }

  get evidence(): readonly Evidence[] {
    if (this.told === undefined || typeof this.told === 'function') this.told = gather(this);
    return this.told;
  }

  /** Whether there is certainly no evidence. */
  get isSilent(): boolean {
    return this.told === NO_EVIDENCE || (Array.isArray(this.told) && this.told.length === 0);
  }

  /** The evidence of what somebody must show. */
  get needed(): readonly Evidence[] {
    return this.mayNeed ? this.evidence.filter(isNeeded) : NO_EVIDENCE;
  }

  /** With the evidence of two claims, which is put together when somebody asks. */
  private static joint(holds: Guard, breaks: Guard, a: Claim, b: Claim): Claim {
    const claim = new Claim(holds, breaks);
    if (a.isSilent && b.isSilent) return claim;
    claim.told = undefined;
    claim.before = a;
    claim.after = b;
    claim.mayNeed = a.mayNeed || b.mayNeed;
    return claim;
  }

  /** @internal Its own evidence, or that it is made of other claims'. */
  get parts(): readonly Evidence[] | readonly [Claim, Claim] {
    const { told, before, after } = this;
    if (typeof told === 'function') {
      this.told = told();
      return this.told;
    }
    return told ?? [before as Claim, after as Claim];
  }

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
    if (this.isSilent && this.holds === ALWAYS && this.breaks === NEVER) return other;
    if (other.isSilent && other.holds === ALWAYS && other.breaks === NEVER) return this;
    return Claim.joint(this.holds.and(other.holds), this.breaks.or(other.breaks), this, other);
  }

  or(other: Claim): Claim {
    if (this.isSilent && this.breaks === ALWAYS && this.holds === NEVER) return other;
    if (other.isSilent && other.breaks === ALWAYS && other.holds === NEVER) return this;
    // What holds on its own needs no evidence from the alternative to it.
    const left = other.holds.isAlways ? withoutNeeded(this) : this;
    const right = this.holds.isAlways ? withoutNeeded(other) : other;
    return Claim.joint(this.holds.or(other.holds), this.breaks.and(other.breaks), left, right);
  }

  /** The opposite. Its evidence is dropped, since what was required is no longer so. */
  not(): Claim {
    return new Claim(this.breaks, this.holds);
  }

  /** Must hold only where the guard or the other claim does. Its evidence counts there only, too. */
  onlyIf(condition: Claim | Guard): Claim {
    if (condition === ALWAYS || condition === Claim.HOLDS) return this;
    const asked = condition instanceof Claim ? condition : Claim.when(condition);
    const { holds, breaks } = asked;
    // Where the condition cannot be told, why is what there is to say.
    const why = asked.isSilent
      ? NO_EVIDENCE
      : asked.evidence.filter(({ outcome }) => outcome === 'undetermined');
    if (why.length === 0 && holds === ALWAYS && breaks === NEVER) return this;
    return new Claim(breaks, holds, why).or(this.within(breaks.not()));
  }

  /** The same claim, with evidence for a part of the choices only. */
  private within(guard: Guard): Claim {
    if (guard.isAlways || this.isSilent) return this;
    const evidence = () =>
      this.evidence
        .map((item) => ({ ...item, when: item.when.and(guard) }))
        .filter(({ when }) => !when.isNever);
    return new Claim(this.holds, this.breaks, this.mayNeed ? evidence() : evidence);
  }

  /** With one piece of evidence in place of those gathered, where the details say less than the whole. */
  explained(path: string, actual: Text | Told, required: Text, at?: readonly string[]): Claim {
    if (this.holds === ALWAYS && this.breaks === NEVER && !this.mayNeed) return Claim.HOLDS;
    const undetermined = this.holds.or(this.breaks).not();
    const told = 'breaks' in actual ? actual : { breaks: actual, undetermined: actual };
    const piece = (outcome: keyof Told, when: Guard): Evidence[] =>
      when.isNever ? [] : [{ path, at, actual: told[outcome], required, outcome, when }];
    return new Claim(this.holds, this.breaks, [
      ...piece('breaks', this.breaks),
      ...piece('undetermined', undetermined),
      ...this.needed,
    ]);
  }
}

function isNeeded({ outcome }: Evidence): boolean {
  return outcome === 'needed';
}

/** The evidence of all that a claim is made of, in order. Chains are as long as there are resources. */
function gather(claim: Claim): readonly Evidence[] {
  const found: Evidence[] = [];
  const open: Claim[] = [claim];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { parts } = next;
    if (parts.length === 2 && parts[0] instanceof Claim) open.push(parts[1] as Claim, parts[0]);
    else for (const item of parts as readonly Evidence[]) found.push(item);
  }
  return found;
}

function withoutNeeded(claim: Claim): Claim {
  if (claim.needed.length === 0) return claim;
  return new Claim(
    claim.holds,
    claim.breaks,
    claim.evidence.filter((item) => !isNeeded(item)),
  );
}
