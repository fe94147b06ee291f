import { beginningOf } from '../arn-pattern';
import type { Statement } from '../policy-document';
import type { Target } from './stores';
import { targetTexts } from './targets';

/** The targets of a deployment by what their ARNs begin with. Each identity names a few of them. */
class Beginnings {
  private readonly byBeginning = new Map<string, number[]>();
  private readonly lengths: readonly number[];
  private readonly sorted: readonly string[];
  /** Those whose ARNs may begin with anything. */
  private readonly open: readonly number[];

  constructor(targets: readonly Target[]) {
    const open: number[] = [];
    for (const [at, { arn }] of targets.entries()) {
      const beginning = beginningOf(arn);
      const list = beginning === undefined ? open : this.byBeginning.get(beginning);
      if (list === undefined) this.byBeginning.set(beginning as string, [at]);
      else list.push(at);
    }
    this.open = open;
    this.sorted = [...this.byBeginning.keys()].sort();
    this.lengths = [...new Set(this.sorted.map(({ length }) => length))];
  }

  /** Those that a pattern which begins so may name, added to a set. */
  collect(beginning: string, found: Set<number>): void {
    const add = (key: string) => {
      for (const at of this.byBeginning.get(key) ?? []) found.add(at);
    };
    for (const at of this.open) found.add(at);
    for (const length of this.lengths) if (length < beginning.length) add(beginning.slice(0, length));
    for (let at = this.firstFrom(beginning); this.sorted[at]?.startsWith(beginning); at++)
      add(this.sorted[at] as string);
  }

  private firstFrom(beginning: string): number {
    let low = 0;
    let high = this.sorted.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.sorted[middle] as string) < beginning) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Targets, to be found by the statements that may be about them. */
export class TargetIndex {
  private readonly beginnings: Beginnings;

  constructor(private readonly targets: readonly Target[]) {
    this.beginnings = new Beginnings(targets);
  }

  /** Those that one of some statements may be about, in their order. */
  named(statements: readonly (Statement | undefined)[]): readonly Target[] {
    const { targets, beginnings } = this;
    if (targets.length === 0) return targets;
    const found = new Set<number>();
    for (const so of statements) {
      const texts = so === undefined ? undefined : targetTexts(so);
      if (texts === undefined) return targets;
      for (const text of texts) {
        const beginning = beginningOf(text);
        if (beginning === undefined) return targets;
        beginnings.collect(beginning, found);
      }
    }
    return [...found].sort((a, b) => a - b).map((at) => targets[at] as Target);
  }
}
