import { Claim, type Evidence } from './claim';
import type { Field } from './field';
import { type Guard, NEVER } from './guard';

/** The items of a list, or the entries of an object, as far as they are known. */
export class Items {
  constructor(
    readonly known: readonly Field[],
    /** Where there may be items that cannot be seen. */
    readonly open: readonly Evidence[],
  ) {}

  private get mayBeMore(): Guard {
    if (this.open.length === 0) return NEVER;
    return this.open.reduce<Guard>((so, { when }) => so.or(when), NEVER);
  }

  get isEmpty(): boolean {
    return this.known.length === 0 && this.open.length === 0;
  }

  /** Each item that is there makes the claim hold. True of an empty list. */
  every(claim: (item: Field) => Claim): Claim {
    let so = Claim.HOLDS;
    const { known } = this;
    for (let at = 0; at < known.length; at++) {
      const item = known[at] as Field;
      so = so.and(claim(item).onlyIf(item.given));
    }
    const more = this.mayBeMore;
    return more.isNever ? so : so.and(new Claim(more.not(), NEVER, this.open));
  }

  /** At least one item that is there makes the claim hold. False of an empty list. */
  some(claim: (item: Field) => Claim): Claim {
    let so = Claim.BREAKS;
    const { known } = this;
    for (let at = 0; at < known.length; at++) {
      const item = known[at] as Field;
      so = so.or(claim(item).and(item.present));
      // Nothing further can change it.
      if (so.holds.isAlways) break;
    }
    const more = this.mayBeMore;
    return more.isNever ? so : so.or(new Claim(NEVER, more.not(), this.open));
  }

  /** All items below these at a path that leads to lists. */
  each(path: string): Items {
    const below = this.known.map((item) => ({ item, items: item.get(path).items() }));
    return new Items(
      below.flatMap(({ items }) => items.known),
      [...this.open, ...below.flatMap(({ items }) => items.open)],
    );
  }

  filter(keep: (item: Field) => boolean): Items {
    return new Items(this.known.filter(keep), this.open);
  }
}
