import { conditionsHold } from './evaluation-conditions';
import type { Request } from './evaluation-logic';
import { KEYS, type Key, VARIABLE } from './random-keys';
import type { Situation } from './random-policies';

type Value = string | readonly string[] | undefined;

/**
 * The request with each open key absent or with a value, in all ways that can make a difference to these policies:
 * values about which all conditions say the same are taken once.
 */
export function* completions({ request, policies, open }: Situation): Generator<Request> {
  const written = JSON.stringify(policies);
  const asked = conditionsOf(policies);
  yield* completed(
    request,
    KEYS.filter(({ name }) => open.includes(name)).map(
      (key) => [key.name, choices(key, asked, written)] as const,
    ),
  );
}

function* completed(
  request: Request,
  [first, ...others]: readonly (readonly [string, readonly Value[]])[],
): Generator<Request> {
  if (first === undefined) {
    yield request;
    return;
  }
  const [name, values] = first;
  for (const value of values) {
    const context = value === undefined ? request.context : { ...request.context, [name]: value };
    yield* completed({ ...request, context }, others);
  }
}

function choices(key: Key, asked: readonly Condition[], written: string): readonly Value[] {
  const values: readonly Value[] = [undefined, ...(key.many ? subsets(key.stands) : key.stands)];
  const about = asked.filter(({ name }) => name.toLowerCase() === key.name.toLowerCase());
  const inVariable =
    written.includes(`\${${VARIABLE}}`) && (key.name === VARIABLE || about.some(usesVariable));
  // What is compared with another key can differ for each value.
  if (inVariable) return values;
  const told = new Map<string, Value>();
  for (const value of values) {
    const answer = about.map((condition) => answerOf(condition, value)).join('');
    if (!told.has(answer)) told.set(answer, value);
  }
  return [...told.values()];
}

interface Condition {
  readonly operator: string;
  readonly name: string;
  readonly wanted: unknown;
}
const usesVariable = ({ wanted }: Condition) => JSON.stringify(wanted).includes(`\${${VARIABLE}}`);

/** With and without the special characters of newer policies. */
function answerOf({ operator, name, wanted }: Condition, value: Value): string {
  const context = new Map(value === undefined ? [] : [[name.toLowerCase(), [value].flat()]]);
  return [new Map(), undefined]
    .map((variables) => (conditionsHold({ [operator]: { [name]: wanted } }, context, variables) ? '1' : '0'))
    .join('');
}

function conditionsOf(value: unknown): readonly Condition[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.entries(value).flatMap(([key, each]) =>
    key === 'Condition' ? [] : conditionsOf(each),
  );
  const block = ((value as { Condition?: Record<string, Record<string, unknown>> }).Condition ??
    {}) as object;
  const own = Object.entries(block).flatMap(([operator, keys]) =>
    Object.entries(keys as object).map(([name, wanted]) => ({ operator, name, wanted })),
  );
  return [...own, ...inside];
}

/** All but the empty one, which is the same as a key that is missing. */
const subsets = (values: readonly string[]): readonly (readonly string[])[] =>
  Array.from({ length: 2 ** values.length - 1 }, (_, index) =>
    values.filter((_value, bit) => ((index + 1) >> bit) & 1),
  );
