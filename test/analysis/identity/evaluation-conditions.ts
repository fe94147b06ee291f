import ipaddr from 'ipaddr.js';
import { type Context, isEqual, isLike, isLikeArn } from './evaluation-text';

/**
 * The Condition element, as the IAM User Guide has it: "IAM JSON policy elements: Condition operators", "Conditions
 * with multiple context keys or values" and "Single-valued vs. multivalued context keys". Part of the oracle in
 * evaluation-logic.ts.
 */
type Test = (value: string, wanted: string, variables: Context | undefined) => boolean;

const NO_WILDCARD_NO_CASE: Test = (value, wanted) => value.toLowerCase() === wanted.toLowerCase();
const numbers =
  (holds: (value: number, wanted: number) => boolean): Test =>
  (value, wanted) =>
    holds(Number(value), Number(wanted));
const dates =
  (holds: (value: number, wanted: number) => boolean): Test =>
  (value, wanted) =>
    holds(instant(value), instant(wanted));

/** ISO 8601, or seconds since 1970. */
const instant = (text: string) => (/^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text));

/** "If you specify an IP address without the associated routing prefix, IAM uses the default prefix value of /32." */
const inRange: Test = (value, wanted) => {
  const address = ipaddr.parse(value);
  const range = wanted.includes('/') ? wanted : `${wanted}/${wanted.includes(':') ? 128 : 32}`;
  const [network, bits] = ipaddr.parseCIDR(range);
  return address.kind() === network.kind() && address.match(network, bits);
};
const sameBytes: Test = (value, wanted) => Buffer.from(value, 'base64').equals(Buffer.from(wanted, 'base64'));

/** Operators that ask for a match. */
const OPERATORS: Readonly<Record<string, Test>> = {
  StringEquals: isEqual,
  StringEqualsIgnoreCase: NO_WILDCARD_NO_CASE,
  StringLike: isLike,
  NumericEquals: numbers((value, wanted) => value === wanted),
  NumericLessThan: numbers((value, wanted) => value < wanted),
  NumericLessThanEquals: numbers((value, wanted) => value <= wanted),
  NumericGreaterThan: numbers((value, wanted) => value > wanted),
  NumericGreaterThanEquals: numbers((value, wanted) => value >= wanted),
  DateEquals: dates((value, wanted) => value === wanted),
  DateLessThan: dates((value, wanted) => value < wanted),
  DateLessThanEquals: dates((value, wanted) => value <= wanted),
  DateGreaterThan: dates((value, wanted) => value > wanted),
  DateGreaterThanEquals: dates((value, wanted) => value >= wanted),
  Bool: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  BinaryEquals: sameBytes,
  IpAddress: inRange,
  // "The ArnEquals and ArnLike condition operators behave identically."
  ArnEquals: isLikeArn,
  ArnLike: isLikeArn,
};

/** Operators that ask for no match, and what they must not match. */
const NEGATED: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
  NotIpAddress: 'IpAddress',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
};

const textsOf = (values: unknown) => [values].flat().map(String);

/** All operators and all keys of them must hold. */
export function conditionsHold(block: unknown, context: Context, variables: Context | undefined): boolean {
  return Object.entries((block ?? {}) as Record<string, Record<string, unknown>>).every(([operator, keys]) =>
    Object.entries(keys).every(([key, wanted]) =>
      holds(operator, context.get(key.toLowerCase()), textsOf(wanted), variables),
    ),
  );
}

function holds(
  operator: string,
  given: readonly string[] | undefined,
  wanted: readonly string[],
  variables: Context | undefined,
): boolean {
  const [, set, name = '', ifExists] =
    /^(?:(ForAllValues|ForAnyValue):)?(\w+?)(IfExists)?$/.exec(operator) ?? [];
  // A key with an empty set of values counts as missing: what Null, ForAllValues and ForAnyValue say of both is the same.
  const values = given === undefined || given.length === 0 ? undefined : given;
  if (name === 'Null') return wanted.some((each) => each === String(values === undefined));

  const positive = NEGATED[name] ?? name;
  const test = OPERATORS[positive];
  if (test === undefined) throw new Error(`no operator of IAM: ${operator}`);
  const negated = positive !== name;
  // Several values in the policy: one of them must match (OR); for a negated operator none of them may (NOR).
  const one = (value: string) => wanted.some((each) => test(value, each, variables)) !== negated;

  if (values === undefined) {
    if (set === 'ForAnyValue') {
      // "If the key is not present, evaluate the condition element as true" against "returns false if the key does
      // not exist": the documentation does not settle it.
      if (ifExists !== undefined) throw new Error(`not documented: ${operator} without the key`);
      return false;
    }
    if (set === 'ForAllValues' || ifExists !== undefined) return true;
    return negated;
  }
  if (set === 'ForAllValues') return values.every(one);
  if (set === 'ForAnyValue') return values.some(one);
  if (values.length > 1)
    throw new Error(`not documented: ${operator} of several values without a set operator`);
  return one(values[0] as string);
}
