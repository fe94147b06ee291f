import { contains, parseRange } from '../network/addresses';
import { type Certainty, every, not, some } from './certainty';
import { arnLike } from './patterns';
import { type KeyState, type Lookup, plainText, resolve, resolvedCovers } from './policy-text';

/** A condition operator, taken apart. Operators and keys compare without case, as IAM does. */
export interface Operator {
  /** In lower case and without what the other fields say, for example `bool`. */
  readonly base: string;
  readonly ifExists: boolean;
  readonly forAllValues: boolean;
  readonly forAnyValue: boolean;
}

export function operatorOf(text: string): Operator {
  const match = /^(?:(forallvalues|foranyvalue):)?([a-z]+?)(ifexists)?$/.exec(text.toLowerCase());
  return {
    base: match?.[2] ?? text.toLowerCase(),
    ifExists: match?.[3] !== undefined,
    forAllValues: match?.[1] === 'forallvalues',
    forAnyValue: match?.[1] === 'foranyvalue',
  };
}

/** Whether an operator matches a key that the request does not hold. */
export function matchesAbsence({ base, ifExists, forAllValues, forAnyValue }: Operator): boolean {
  return ifExists || forAllValues || (isNegated(base) && !forAnyValue);
}

/** Whether an operator asks that none of its values be the one of the request. */
export function isNegated(base: string): boolean {
  return base.includes('not');
}

/** How one value of a policy compares with one of the request. */
interface Comparison {
  /** Whether `${…}` has a meaning in the policy's value. */
  readonly variables?: true;
  readonly wildcards?: true;
  readonly test: (policy: string, request: string) => Certainty;
}

const text = (test: Comparison['test'], wildcards?: true): Comparison => ({
  variables: true,
  ...(wildcards === undefined ? {} : { wildcards }),
  test,
});
const equal = text((policy, request) => policy === plainText(request));
const equalWithoutCase = text((policy, request) => policy.toLowerCase() === plainText(request).toLowerCase());
const like = text(resolvedCovers, true);
const arn = text((policy, request) => arnLike(policy, plainText(request)), true);
const numbers = (compare: (request: number, policy: number) => boolean) => ordered(numberOf, compare);
const dates = (compare: (request: number, policy: number) => boolean) => ordered(dateOf, compare);

/** Operators that are negated have the comparison that they deny. */
const COMPARISONS: ReadonlyMap<string, Comparison> = new Map(
  Object.entries({
    stringequals: equal,
    stringnotequals: equal,
    stringequalsignorecase: equalWithoutCase,
    stringnotequalsignorecase: equalWithoutCase,
    stringlike: like,
    stringnotlike: like,
    arnequals: arn,
    arnlike: arn,
    arnnotequals: arn,
    arnnotlike: arn,
    bool: { test: (policy, request) => policy.toLowerCase() === request.toLowerCase() },
    binaryequals: { test: (policy, request) => policy === request },
    ipaddress: { test: inRange },
    notipaddress: { test: inRange },
    numericequals: numbers((a, b) => a === b),
    numericnotequals: numbers((a, b) => a === b),
    numericlessthan: numbers((a, b) => a < b),
    numericlessthanequals: numbers((a, b) => a <= b),
    numericgreaterthan: numbers((a, b) => a > b),
    numericgreaterthanequals: numbers((a, b) => a >= b),
    dateequals: dates((a, b) => a === b),
    datenotequals: dates((a, b) => a === b),
    datelessthan: dates((a, b) => a < b),
    datelessthanequals: dates((a, b) => a <= b),
    dategreaterthan: dates((a, b) => a > b),
    dategreaterthanequals: dates((a, b) => a >= b),
  } satisfies Record<string, Comparison>),
);

function ordered(
  read: (written: string) => number | undefined,
  compare: (request: number, policy: number) => boolean,
): Comparison {
  return {
    test: (policy, request) => {
      const [left, right] = [read(request), read(policy)];
      // What a service does with what is no number is documented nowhere.
      return left === undefined || right === undefined ? undefined : compare(left, right);
    },
  };
}

function numberOf(written: string): number | undefined {
  return /^\s*[-+]?\d+(\.\d+)?\s*$/.test(written) ? Number(written) : undefined;
}

/** Milliseconds since 1970, of a date as ISO 8601 writes it or of seconds since then. */
function dateOf(written: string): number | undefined {
  if (/^\d{5,}$/.test(written)) return Number(written) * 1000;
  if (!/^\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[-+]\d{2}:?\d{2})?)?)?)?$/.test(written))
    return undefined;
  // A time without a zone is one in UTC.
  const time = Date.parse(
    written.includes('T') && /\d$/.test(written) && !/[-+]\d{2}:?\d{2}$/.test(written)
      ? `${written}Z`
      : written,
  );
  return Number.isNaN(time) ? undefined : time;
}

function inRange(policy: string, request: string): Certainty {
  const [outer, inner] = [parseRange(policy), parseRange(request)];
  return outer === undefined || inner === undefined ? undefined : contains(outer, inner);
}

/**
 * Whether one condition is met: an operator, what the request holds of the key, and the values of the policy, of which
 * one must match (none, where the operator is negated).
 *
 * @param hasVariables whether `${…}` has a meaning: in policies of version 2012-10-17
 */
export function matchesCondition(
  operator: Operator,
  state: KeyState,
  values: readonly string[],
  lookup: Lookup,
  hasVariables: boolean,
): Certainty {
  if (operator.base === 'null') return isNull(state, values);
  const comparison = COMPARISONS.get(operator.base);
  if (comparison === undefined) return undefined;
  const resolved = values.map((value) =>
    resolve(
      value,
      lookup,
      // Only where wildcards have a meaning are those of the value no plain characters.
      comparison.wildcards === true || comparison.variables === undefined,
      hasVariables && comparison.variables === true,
    ),
  );
  const isOne = (request: string): Certainty => {
    const matched = some(resolved, (value) => {
      if (value === 'unknown') return undefined;
      return value === 'nothing' ? false : comparison.test(value.text, request);
    });
    return isNegated(operator.base) ? not(matched) : matched;
  };
  const found = withValue(operator, state, isOne);
  if (state.kind === 'values') return found;
  const without = matchesAbsence(operator);
  if (state.kind === 'absent') return without;
  // A value compares as it may, unless a pattern covers them all.
  const always = resolved.some((value) => typeof value === 'object' && value.text === '*');
  const whatever = comparison.wildcards === true && always ? !isNegated(operator.base) : undefined;
  if (state.kind === 'present') return whatever;
  return whatever === without ? without : undefined;
}

function withValue(operator: Operator, state: KeyState, isOne: (request: string) => Certainty): Certainty {
  if (state.kind !== 'values') return undefined;
  const { values } = state;
  if (values.length === 0) return matchesAbsence(operator);
  // An empty text counts as no value at all here.
  if (operator.forAllValues) return every(values, (value) => value === '' || isOne(value));
  if (operator.forAnyValue) return some(values, isOne);
  // A key of several values without a set operator: documented nowhere, unless all of them agree.
  const outcomes = new Set(values.map(isOne));
  return outcomes.size === 1 ? outcomes.values().next().value : undefined;
}

function isNull(state: KeyState, values: readonly string[]): Certainty {
  if (state.kind === 'unknown') {
    const asked = new Set(values.map((value) => value.toLowerCase()));
    return asked.has('true') && asked.has('false') ? true : undefined;
  }
  const isAbsent = state.kind === 'absent' || (state.kind === 'values' && state.values.length === 0);
  return values.some((value) => value.toLowerCase() === String(isAbsent));
}
