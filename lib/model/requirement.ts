import { plain, type Text } from '../text';
import type { Outcome } from './claim';
import { asBoolean, asNumber, type Known, sameLiteral, type Value } from './value';

/** What a rule requires of one value. */
export interface Requirement {
  /** What must be there, in words that complete "must be …". */
  readonly text: Text;
  /** Whether a value, known or not, meets it. */
  readonly test: (value: Value) => Outcome;
  /** The value itself is not shown. */
  readonly sensitive?: boolean;
}

/**
 * A requirement of a literal; whatever is not one is undetermined, and absence breaks it.
 * @param text or what makes it: most requirements are met, and nobody reads what they say
 */
export function literal(text: Text | (() => Text), test: (value: Known['value']) => boolean): Requirement {
  return {
    get text() {
      return typeof text === 'function' ? text() : text;
    },
    test: (value) => {
      if (value.kind === 'known') return test(value.value) ? 'holds' : 'breaks';
      if (value.kind === 'absent' || value.kind === 'list' || value.kind === 'object') return 'breaks';
      return 'undetermined';
    },
  };
}

export const isTrue: Requirement = literal(plain('true'), (value) => asBoolean(value) === true);
export const isFalse: Requirement = literal(plain('false'), (value) => asBoolean(value) === false);

export function equals(expected: Known['value']): Requirement {
  return literal(
    () => plain(JSON.stringify(expected)),
    (value) => sameLiteral(value, expected),
  );
}

/** One of some literals; strings compare letter by letter. */
export function oneOf(...expected: readonly Known['value'][]): Requirement {
  return literal(
    () =>
      expected.length === 1
        ? plain(String(expected[0]))
        : { ja: `${expected.join('、')}のいずれか`, en: `one of ${expected.join(', ')}` },
    (value) => expected.some((item) => sameLiteral(value, item)),
  );
}

export function noneOf(...excluded: readonly Known['value'][]): Requirement {
  return literal(
    () => ({ ja: `${excluded.join('、')}以外`, en: `none of ${excluded.join(', ')}` }),
    (value) => excluded.every((item) => !sameLiteral(value, item)),
  );
}

export function atLeast(least: number, unit: Text = plain('')): Requirement {
  return bounded(
    () => ({ ja: `${least}${unit.ja}以上`, en: `at least ${least}${unit.en}` }),
    (number) => number >= least,
  );
}

export function atMost(most: number, unit: Text = plain('')): Requirement {
  return bounded(
    () => ({ ja: `${most}${unit.ja}以下`, en: `at most ${most}${unit.en}` }),
    (number) => number <= most,
  );
}

/** A requirement on one side of a figure: what holds of both bounds of an open number holds of the number. */
function bounded(text: () => Text, test: (number: number) => boolean): Requirement {
  const known = literal(text, (value) => {
    const number = asNumber(value);
    return number !== undefined && test(number);
  });
  return {
    get text() {
      return text();
    },
    test: (value) => {
      if (value.kind !== 'unknown' || value.mayBeAbsent === true) return known.test(value);
      const { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY } = value;
      if (test(least) && test(most)) return 'holds';
      return test(least) || test(most) ? 'undetermined' : 'breaks';
    },
  };
}

export function matching(pattern: RegExp, text: Text): Requirement {
  return literal(text, (value) => pattern.test(String(value)));
}

/** Written at all, whatever the value. */
export const present: Requirement = {
  text: { ja: '指定があること', en: 'set' },
  test: (value) => {
    if (value.kind === 'absent') return 'breaks';
    return value.kind === 'unknown' && value.mayBeAbsent === true ? 'undetermined' : 'holds';
  },
};

/** Not written. */
export const absent: Requirement = {
  text: { ja: '指定しないこと', en: 'not set' },
  test: (value) => {
    if (value.kind === 'absent') return 'holds';
    return value.kind === 'unknown' && value.mayBeAbsent === true ? 'undetermined' : 'breaks';
  },
};

/** A list or object with nothing in it counts as not written. */
export const empty: Requirement = {
  text: { ja: '空であること', en: 'empty' },
  test: (value) => {
    if (value.kind === 'absent') return 'holds';
    if (value.kind === 'list') return value.items.length === 0 ? 'holds' : 'breaks';
    if (value.kind === 'object') return value.keys.length === 0 ? 'holds' : 'breaks';
    return value.kind === 'unknown' ? 'undetermined' : 'breaks';
  },
};

/** A test of the rule's own on any value. */
export function satisfying(text: Text, test: Requirement['test'], sensitive = false): Requirement {
  return { text, test, sensitive };
}
