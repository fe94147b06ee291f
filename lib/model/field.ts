import { concat, type Text } from '../text';
import { Claim, type Evidence, type Outcome } from './claim';
import type { Evaluator } from './evaluator';
import { ALWAYS, type Guard, NEVER } from './guard';
import type { Requirement } from './requirement';
import {
  ALWAYS_ABSENT,
  type Alternative,
  always,
  describeValue,
  type Expression,
  type Known,
  known,
  type Reference,
  type Unknown,
  unknown,
  type Value,
} from './value';

/**
 * A place in a resource: its path, and the values that can stand there. The guards of the alternatives
 * exclude each other and cover `given`, the choices under which there is such a place at all.
 */
export class Field {
  // Several rules look at the same places, some of them for each of many other resources.
  private childKeys: string[] | undefined;
  private childFields: Field[] = NO_FIELDS;
  private itemList: Items | undefined;

  constructor(
    private readonly evaluator: Evaluator,
    /** Undefined for an entry of the field above, whose path is put together when somebody asks. */
    private ownPath: string | undefined,
    readonly given: Guard,
    readonly alternatives: readonly Alternative[],
    /** The keys from the top of the template file, or the field that this one is below. */
    private place: readonly string[] | Field = [],
    /** Its key there. */
    private readonly key: string = '',
    /** Whether the key is an index in a list. */
    private readonly isItem: boolean = false,
  ) {}

  /** Where it is in the resource, for people. */
  get path(): string {
    if (this.ownPath === undefined) {
      const above = this.place instanceof Field ? this.place.path : '';
      this.ownPath = this.isItem ? `${above}[${this.key}]` : above === '' ? this.key : `${above}.${this.key}`;
    }
    return this.ownPath;
  }

  /** The keys from the top of the template file. Most fields are never asked for it. */
  get at(): readonly string[] {
    if (this.place instanceof Field) {
      // The path is put together from the same place.
      void this.path;
      this.place = [...this.place.at, this.key];
    }
    return this.place;
  }

  /** A field below this one. Dots separate keys; for items of a list see `items` and `each`. */
  get(path: string): Field {
    if (!path.includes('.')) return this.child(path);
    let field: Field = this;
    for (const key of keysOf(path)) field = field.child(key);
    return field;
  }

  /** The field of one key, which may hold dots. */
  child(key: string): Field {
    const keys = this.childKeys;
    if (keys === undefined) {
      this.childKeys = [key];
      const only = new Field(this.evaluator, undefined, this.given, this.below(key), this, key);
      this.childFields = [only];
      return only;
    }
    const index = keys.indexOf(key);
    if (index >= 0) return this.childFields[index] as Field;
    const child = new Field(this.evaluator, undefined, this.given, this.below(key), this, key);
    if (keys.length < MOST_KEPT_CHILDREN) {
      keys.push(key);
      this.childFields.push(child);
    }
    return child;
  }

  private below(key: string): readonly Alternative[] {
    const [only] = this.alternatives;
    // Nearly all values are without alternatives.
    if (this.alternatives.length === 1 && only?.when === ALWAYS) {
      return this.evaluator.settle(this.step(only.value, key));
    }
    return this.evaluator.settle(
      this.alternatives.flatMap(({ when, value }) =>
        this.step(value, key).map((next) => ({ when: next.when.and(when), value: next.value })),
      ),
    );
  }

  private step(value: Value, key: string): readonly Alternative[] {
    switch (value.kind) {
      case 'object':
        return this.evaluator.evaluateRaw(value.entry(key), value.template);
      case 'absent':
        return ALWAYS_ABSENT;
      case 'impossible':
        return always(value);
      case 'unknown':
        return always(unknown(value.reason, { mayBeAbsent: true }));
      default:
        // A scalar or list where an object belongs: CloudFormation refuses it.
        return always(
          unknown(concat({ ja: '想定外の値 ', en: 'an unexpected value, ' }, describeValue(value)), {
            mayBeAbsent: true,
          }),
        );
    }
  }

  /** The keys that an object here has in some alternative. */
  keys(): readonly string[] {
    const [only] = this.alternatives;
    if (this.alternatives.length === 1) return only?.value.kind === 'object' ? only.value.keys : [];
    const keys = new Set<string>();
    for (const { value } of this.alternatives) {
      if (value.kind === 'object') for (const key of value.keys) keys.add(key);
    }
    return [...keys];
  }

  /** The entries of an object here, as fields with the guards under which the key is written. */
  entries(): Items {
    const items = this.keys().map((key) => {
      const child = this.child(key);
      const there = guardWhere(child.alternatives, (value) => value.kind !== 'absent');
      return new Field(this.evaluator, undefined, there, this.within(child.alternatives, there), this, key);
    });
    return new Items(
      items,
      this.openPart((value) => value.kind !== 'object'),
    );
  }

  /** The items of a list; a single value counts as a list of one, as it does in policy documents. */
  items(): Items {
    this.itemList ??= this.makeItems();
    return this.itemList;
  }

  private makeItems(): Items {
    if (this.isAbsent) return NO_ITEMS;
    const items: Field[] = [];
    for (const { when, value } of this.alternatives) {
      if (value.kind === 'list') {
        for (const [index, expression] of value.items.entries()) {
          const alternatives = this.within(this.evaluator.evaluate(expression), when);
          const there = guardWhere(alternatives, (item) => item.kind !== 'absent');
          if (there.isNever) continue;
          items.push(
            new Field(
              this.evaluator,
              undefined,
              there,
              this.within(alternatives, there),
              this,
              String(index),
              true,
            ),
          );
        }
      } else if (value.kind !== 'absent' && value.kind !== 'unknown' && value.kind !== 'impossible') {
        items.push(
          new Field(this.evaluator, this.ownPath, when, [{ when, value }], this.place, this.key, this.isItem),
        );
      }
    }
    return new Items(
      items,
      this.openPart((value) => value.kind !== 'list'),
    );
  }

  /** This field where its value is of some kind; undefined where it never is. */
  only(test: (value: Value) => boolean): Field | undefined {
    if (!this.alternatives.some(({ value }) => test(value))) return undefined;
    const there = guardWhere(this.alternatives, test);
    if (there.isNever) return undefined;
    const alternatives = this.alternatives.filter(({ value }) => test(value));
    return new Field(this.evaluator, this.ownPath, there, alternatives, this.place, this.key, this.isItem);
  }

  private within(alternatives: readonly Alternative[], guard: Guard): readonly Alternative[] {
    if (guard === ALWAYS) return alternatives;
    return this.evaluator.settle(alternatives.map(({ when, value }) => ({ when: when.and(guard), value })));
  }

  /** Where the content itself is unknown, as one piece of evidence. */
  private openPart(concerns: (value: Value) => boolean): readonly Evidence[] {
    return this.alternatives.flatMap(({ when, value }) =>
      value.kind === 'unknown' && concerns(value)
        ? [
            {
              path: this.path,
              at: this.at,
              actual: describeValue(value),
              required: { ja: '配備前に定まる値', en: 'a value that is known before deployment' },
              outcome: 'undetermined' as const,
              when,
            },
          ]
        : [],
    );
  }

  /** The same field, with what absence means written out. */
  orDefault(value: Known['value'] | Value): Field {
    if (!this.alternatives.some(mayBeUnsaid)) return this;
    const meant: Value = typeof value === 'object' && value !== null ? value : known(value);
    return new Field(
      this.evaluator,
      this.ownPath,
      this.given,
      this.alternatives.map((alternative) =>
        alternative.value.kind === 'absent'
          ? { when: alternative.when, value: meant }
          : alternative.value.kind === 'unknown' && alternative.value.mayBeAbsent === true
            ? { when: alternative.when, value: unknown(alternative.value.reason) }
            : alternative,
      ),
      this.place,
      this.key,
      this.isItem,
    );
  }

  /** The same place, with values that are read as a piece of a template where the function says so. */
  readAs(read: (value: Value) => Expression | undefined): Field {
    let isRead = false;
    const alternatives = this.alternatives.flatMap((alternative): readonly Alternative[] => {
      const expression = read(alternative.value);
      if (expression === undefined) return [alternative];
      isRead = true;
      return this.evaluator
        .evaluate(expression)
        .map(({ when, value }) => ({ when: when.and(alternative.when), value }));
    });
    if (!isRead) return this;
    const settled = this.evaluator.settle(alternatives);
    return new Field(this.evaluator, this.path, this.given, settled, this.at);
  }

  /** States a requirement of the value. */
  must(requirement: Requirement): Claim {
    const [only] = this.alternatives;
    if (
      this.alternatives.length === 1 &&
      only?.when === ALWAYS &&
      (only.value.kind === 'impossible' || requirement.test(only.value) === 'holds')
    )
      return Claim.HOLDS;
    let holds: Guard = NEVER;
    let breaks: Guard = NEVER;
    let evidence: Evidence[] | undefined;
    for (const { when, value } of this.alternatives) {
      const outcome: Outcome = value.kind === 'impossible' ? 'holds' : requirement.test(value);
      if (outcome === 'holds') holds = holds.or(when);
      else {
        if (outcome === 'breaks') breaks = breaks.or(when);
        evidence ??= [];
        evidence.push({
          path: this.path,
          at: this.at,
          actual:
            requirement.sensitive === true ? { ja: '（伏せた値）', en: '(withheld)' } : describeValue(value),
          required: requirement.text,
          outcome,
          when,
        });
      }
    }
    return holds === ALWAYS && evidence === undefined ? Claim.HOLDS : new Claim(holds, breaks, evidence);
  }

  /** The guard under which a requirement certainly holds. */
  whereCertain(requirement: Requirement): Guard {
    return this.must(requirement).holds;
  }

  /** References to resources of the deployment that can stand here. */
  references(): readonly { readonly when: Guard; readonly value: Reference }[] {
    return this.alternatives.filter(
      (alternative): alternative is { when: Guard; value: Reference } =>
        alternative.value.kind === 'reference',
    );
  }

  /** The literal, when there is exactly one possible value and it is known; otherwise undefined. */
  get literal(): Known['value'] | undefined {
    const [only] = this.alternatives;
    return this.alternatives.length === 1 && only?.value.kind === 'known' ? only.value.value : undefined;
  }

  /** Known strings that can stand here. */
  strings(): readonly { readonly when: Guard; readonly text: string }[] {
    return this.alternatives.flatMap(({ when, value }) =>
      value.kind === 'known' ? [{ when, text: String(value.value) }] : [],
    );
  }

  /** The first unknown that can stand here. */
  firstUnknown(): Unknown | undefined {
    return this.alternatives
      .map(({ value }) => value)
      .find((value): value is Unknown => value.kind === 'unknown');
  }

  /** Whether it is certainly not written. */
  get isAbsent(): boolean {
    return this.alternatives.every(({ value }) => value.kind === 'absent' || value.kind === 'impossible');
  }

  /** A claim that says that this place is there at all, for use in conditions. */
  get present(): Claim {
    return Claim.when(this.given);
  }

  /** A statement about this place in words of the rule's own. */
  states(outcome: Evidence['outcome'], actual: Text, required: Text): Claim {
    return Claim.of(outcome, { path: this.path, at: this.at, actual, required });
  }
}

/** The items of a list, or the entries of an object, as far as they are known. */
export class Items {
  constructor(
    readonly known: readonly Field[],
    /** Where there may be items that cannot be seen. */
    readonly open: readonly Evidence[],
  ) {}

  private get mayBeMore(): Guard {
    return this.open.reduce<Guard>((so, { when }) => so.or(when), NEVER);
  }

  get isEmpty(): boolean {
    return this.known.length === 0 && this.open.length === 0;
  }

  /** Each item that is there makes the claim hold. True of an empty list. */
  every(claim: (item: Field) => Claim): Claim {
    let so = Claim.HOLDS;
    for (const item of this.known) so = so.and(claim(item).onlyIf(item.given));
    const more = this.mayBeMore;
    return more.isNever ? so : so.and(new Claim(more.not(), NEVER, this.open));
  }

  /** At least one item that is there makes the claim hold. False of an empty list. */
  some(claim: (item: Field) => Claim): Claim {
    let so = Claim.BREAKS;
    for (const item of this.known) {
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

const NO_ITEMS = new Items([], []);
const NO_FIELDS: Field[] = [];
/** A place with more keys is a map of somebody's own, and asked for each of them once. */
const MOST_KEPT_CHILDREN = 40;

function mayBeUnsaid({ value }: Alternative): boolean {
  return value.kind === 'absent' || (value.kind === 'unknown' && value.mayBeAbsent === true);
}

/** Keys by path: rules name the same paths for each resource. */
const KEYS = new Map<string, readonly string[]>();
/** Paths that come from templates are without end. */
const MOST_PATHS = 10_000;

function keysOf(path: string): readonly string[] {
  let keys = KEYS.get(path);
  if (keys === undefined) {
    keys = path.split('.');
    if (KEYS.size < MOST_PATHS) KEYS.set(path, keys);
  }
  return keys;
}

function guardWhere(alternatives: readonly Alternative[], test: (value: Value) => boolean): Guard {
  return alternatives.reduce<Guard>((so, { when, value }) => (test(value) ? so.or(when) : so), NEVER);
}
