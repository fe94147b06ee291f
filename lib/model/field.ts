import { concat, type Text } from '../text';
import { Claim, type Evidence, type Outcome } from './claim';
import { type Evaluator, isLiteral } from './evaluator';
import { ALWAYS, type Guard, NEVER } from './guard';
import { Items } from './items';
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
  WrittenList,
} from './value';

/**
 * A place in a resource: its path, and the values that can stand there. The guards of the alternatives
 * exclude each other and cover `given`, the choices under which there is such a place at all.
 */
export class Field {
  // Several rules look at the same places, some of them for each of many other resources. Most places have one or
  // two below them that anybody asks for: a chain takes less memory than a map or a list.
  private firstChild: Field | undefined;
  private sibling: Field | undefined;
  private kept = 0;
  private itemList: Items | undefined;
  private notes: Note | undefined;
  /** The only value there can be, as of nearly all places. */
  private readonly single: Value | undefined;
  private all: readonly Alternative[] | undefined;

  constructor(
    private readonly evaluator: Evaluator,
    /** Undefined for an entry of the field above, whose path is put together when somebody asks. */
    private ownPath: string | undefined,
    readonly given: Guard,
    /** What can stand there, or the one value that always does. */
    values: readonly Alternative[] | Value,
    /** The keys from the top of the template file, or the field that this one is below. */
    private place: readonly string[] | Field = [],
    /** Its key there. */
    private readonly key: string = '',
    /** Whether the key is an index in a list. */
    private readonly isItem: boolean = false,
  ) {
    if ('kind' in values) this.single = values;
    else {
      const [only] = values;
      this.all = values;
      this.single = values.length === 1 && only?.when === ALWAYS ? only.value : undefined;
    }
  }

  get alternatives(): readonly Alternative[] {
    this.all ??= always(this.single as Value);
    return this.all;
  }

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
    for (let child = this.firstChild; child !== undefined; child = child.sibling) {
      if (child.key === key) return child;
    }
    const child = new Field(this.evaluator, undefined, this.given, this.below(key), this, key);
    if (this.kept < MOST_KEPT_CHILDREN) {
      this.kept++;
      child.sibling = this.firstChild;
      this.firstChild = child;
    }
    return child;
  }

  /** The string under a key, by a look that makes no field; undefined where anything else stands there, or may. */
  stringAt(key: string): string | undefined {
    const raw = this.single?.kind === 'object' ? this.single.entry(key) : undefined;
    return typeof raw === 'string' && isLiteral(raw) ? raw : undefined;
  }

  /** The strings under a key, one or a list of nothing else, by such a look. */
  stringsAt(key: string): readonly string[] | undefined {
    const raw = this.single?.kind === 'object' ? this.single.entry(key) : undefined;
    if (typeof raw === 'string') return isLiteral(raw) ? [raw] : undefined;
    if (!Array.isArray(raw)) return undefined;
    for (let at = 0; at < raw.length; at++) {
      if (typeof raw[at] !== 'string' || !isLiteral(raw[at])) return undefined;
    }
    return raw;
  }

  /** Whether this is certainly an object without the key, by such a look. */
  isWithout(key: string): boolean {
    return this.single?.kind === 'object' && this.single.entry(key) === undefined;
  }

  /**
   * The one value that always stands at a path, by such a look; undefined where there is a choice, of which `get` tells
   * more.
   */
  valueAt(path: string): Value | undefined {
    return this.evaluator.valueBelow(this.single, keysOf(path));
  }

  /** The values of the items of a list at a path, or of what counts as one, by such a look. */
  itemValuesAt(path: string): readonly Value[] | undefined {
    return this.evaluator.itemValues(this.valueAt(path));
  }

  private below(key: string): readonly Alternative[] | Value {
    const only = this.single;
    if (only !== undefined) {
      if (only.kind === 'absent') return only;
      if (only.kind !== 'object') return this.step(only, key);
      const raw = only.entry(key);
      return this.evaluator.plain(raw, only.template) ?? this.evaluator.evaluateRaw(raw, only.template);
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
    if (this.single !== undefined) return this.single.kind === 'object' ? this.single.keys : [];
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
    if (this.single instanceof WrittenList) {
      const { template, raw } = this.single;
      for (const [index, item] of raw.entries()) {
        const value = this.evaluator.plain(item, template);
        if (value === undefined) this.addItem(items, this.evaluator.evaluateRaw(item, template), index);
        else if (value.kind !== 'absent')
          items.push(new Field(this.evaluator, undefined, ALWAYS, value, this, String(index), true));
      }
      return items.length === 0 ? NO_ITEMS : new Items(items, NO_EVIDENCE);
    }
    for (const { when, value } of this.alternatives) {
      if (value.kind === 'list') {
        for (const [index, expression] of value.items.entries()) {
          this.addItem(items, this.within(this.evaluator.evaluate(expression), when), index);
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

  /** Adds an item of a list where it is there at all. */
  private addItem(items: Field[], alternatives: readonly Alternative[], index: number): void {
    const there = guardWhere(alternatives, (item) => item.kind !== 'absent');
    if (there.isNever) return;
    const values = this.within(alternatives, there);
    items.push(new Field(this.evaluator, undefined, there, values, this, String(index), true));
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
    if (this.single !== undefined && this.single.kind !== 'unknown') return NO_EVIDENCE;
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
    const only = this.single;
    if (only === undefined ? !this.alternatives.some(({ value }) => mayBeUnsaid(value)) : !mayBeUnsaid(only))
      return this;
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

  /** What a function works out of it, asked once. */
  note<T extends object>(make: (field: Field) => T): T {
    for (let note = this.notes; note !== undefined; note = note.before) {
      if (note.make === make) return note.made as T;
    }
    const made = make(this);
    this.notes = { make, made, before: this.notes };
    return made;
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
    const { single } = this;
    if (single !== undefined) {
      const outcome = outcomeOf(requirement, single);
      if (outcome === 'holds') return Claim.HOLDS;
      return new Claim(NEVER, outcome === 'breaks' ? ALWAYS : NEVER, () => this.shortcomings(requirement));
    }
    let holds: Guard = NEVER;
    let breaks: Guard = NEVER;
    let all = true;
    for (const { when, value } of this.alternatives) {
      const outcome = outcomeOf(requirement, value);
      if (outcome === 'holds') holds = holds.or(when);
      else all = false;
      if (outcome === 'breaks') breaks = breaks.or(when);
    }
    if (all) return holds === ALWAYS ? Claim.HOLDS : new Claim(holds, breaks);
    return new Claim(holds, breaks, () => this.shortcomings(requirement));
  }

  /** What keeps a requirement from holding. */
  private shortcomings(requirement: Requirement): readonly Evidence[] {
    return this.alternatives.flatMap(({ when, value }) => {
      const outcome = outcomeOf(requirement, value);
      if (outcome === 'holds') return [];
      const actual: Text =
        requirement.sensitive === true ? { ja: '（伏せた値）', en: '(withheld)' } : describeValue(value);
      return [{ path: this.path, at: this.at, actual, required: requirement.text, outcome, when }];
    });
  }

  /** The guard under which a requirement certainly holds. */
  whereCertain(requirement: Requirement): Guard {
    return this.must(requirement).holds;
  }

  /** References to resources of the deployment that can stand here. */
  references(): readonly { readonly when: Guard; readonly value: Reference }[] {
    if (this.single !== undefined && this.single.kind !== 'reference') return [];
    return this.alternatives.filter(
      (alternative): alternative is { when: Guard; value: Reference } =>
        alternative.value.kind === 'reference',
    );
  }

  /** The literal, when there is exactly one possible value and it is known; otherwise undefined. */
  get literal(): Known['value'] | undefined {
    let only = this.single;
    if (only === undefined && this.alternatives.length === 1) only = this.alternatives[0]?.value;
    return only?.kind === 'known' ? only.value : undefined;
  }

  /** Known strings that can stand here. */
  strings(): readonly { readonly when: Guard; readonly text: string }[] {
    if (this.single !== undefined && this.single.kind !== 'known') return [];
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
    const only = this.single;
    if (only !== undefined) return only.kind === 'absent' || only.kind === 'impossible';
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

/** What a function worked out of a field. Few fields have more than one. */
interface Note {
  readonly make: (field: Field) => object;
  readonly made: object;
  readonly before: Note | undefined;
}

const NO_EVIDENCE: readonly Evidence[] = [];
const NO_ITEMS = new Items([], NO_EVIDENCE);
/** A place with more keys is a map of somebody's own, and asked for each of them once. */
const MOST_KEPT_CHILDREN = 40;

function outcomeOf(requirement: Requirement, value: Value): Outcome {
  return value.kind === 'impossible' ? 'holds' : requirement.test(value);
}

function mayBeUnsaid(value: Value): boolean {
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
