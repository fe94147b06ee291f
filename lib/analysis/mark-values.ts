import type { Field } from '../model/field';
import { ALWAYS, type Guard } from '../model/guard';
import { describeValue } from '../model/value';
import { listedValues, type MarkName } from '../policy/zones';
import type { Text } from '../text';

/** A mark that a resource can have, and when. */
export interface Mark {
  readonly when: Guard;
  /** Undefined when nothing declares it, or what does cannot be told. */
  readonly value: string | undefined;
  /** Why the value is not known, or that it is none of those that there are. */
  readonly fault?: Text;
  /** What is declared is known, and none of the values that there are. */
  readonly invalid?: true;
}

/** Nothing is declared. */
export const UNMARKED: readonly Mark[] = [{ when: ALWAYS, value: undefined }];

/** What a tag says, in a list of keys and values or in a map; undefined where no such tag is seen. */
export function tagMarks(tags: Field, key: string, name: MarkName): readonly Mark[] | undefined {
  const items = tags.items();
  const fields = [
    ...(tags.keys().includes(key) ? [tags.child(key)] : []),
    // Each branch of a condition may have the tag with another value.
    ...items.known.filter((item) => item.get('Key').literal === key).map((item) => item.get('Value')),
  ];
  if (fields.length === 0 && items.open.length === 0) return undefined;
  let left: Guard = ALWAYS;
  const marks: Mark[] = [];
  const add = (mark: Mark) => {
    const when = mark.when.and(left);
    if (when.isNever) return;
    left = left.minus(when);
    marks.push({ ...mark, when });
  };
  for (const { when, value } of fields.flatMap(({ alternatives }) => alternatives)) {
    if (value.kind === 'known') add(validated({ when, value: String(value.value) }, name));
    else if (value.kind !== 'absent' && value.kind !== 'impossible')
      add({ when, value: undefined, fault: describeValue(value) });
  }
  // Tags that are not known may hold this one.
  for (const { when, actual } of items.open) add({ when, value: undefined, fault: actual });
  return left.isNever ? marks : [...marks, { when: left, value: undefined }];
}

const ALWAYS_MARKED = new Map<string, readonly Mark[]>();
/** Values of marks come from short lists; dates and application numbers, too, are few in one deployment. */
const MOST_KEPT_MARKS = 1_000;

/** The mark of a value that is written out: one object for all that have it. */
export function alwaysMarked(name: MarkName, value: string): readonly Mark[] {
  const key = `${name}\u0000${value}`;
  let marks = ALWAYS_MARKED.get(key);
  if (marks === undefined) {
    marks = [validated({ when: ALWAYS, value }, name)];
    if (ALWAYS_MARKED.size < MOST_KEPT_MARKS) ALWAYS_MARKED.set(key, marks);
  }
  return marks;
}

function validated(mark: Mark, name: MarkName): Mark {
  const values = listedValues(name);
  if (mark.value === undefined || values === undefined || values.includes(mark.value)) return mark;
  return {
    when: mark.when,
    value: undefined,
    invalid: true,
    fault: {
      ja: `${JSON.stringify(mark.value)}（${values.join('、')}のいずれでもない）`,
      en: `${JSON.stringify(mark.value)}, which is none of ${values.join(', ')}`,
    },
  };
}

/** Fills in, from elsewhere, where nothing is declared. What is declared and faulty stays so. */
export function elsewhere(marks: readonly Mark[], more: () => readonly Mark[]): readonly Mark[] {
  const open = marks.filter(({ value, fault }) => value === undefined && fault === undefined);
  if (open.length === 0) return marks;
  const others = more();
  if (open.length === 1 && marks.length === 1 && open[0]?.when === ALWAYS) return others;
  return [
    ...marks.filter((mark) => !open.includes(mark)),
    ...open.flatMap(({ when }) =>
      others
        .map((other) => ({ ...other, when: other.when.and(when) }))
        .filter((other) => !other.when.isNever),
    ),
  ];
}

/** Marks for a part of the choices only. */
export function within(marks: readonly Mark[], when: Guard): readonly Mark[] {
  return when === ALWAYS ? marks : marks.map((mark) => ({ ...mark, when: mark.when.and(when) }));
}
