import fc from 'fast-check';
import { completions } from './completions';
import { describeCore, loadCore } from './core';
import { evaluate, type Outcome, type Policies, type Request } from './evaluation-logic';
import { KEYS, VARIABLE } from './random-keys';
import { type Situation, situations } from './random-policies';

/**
 * `decide` against the oracle on random policies. FUZZ_RUNS for more of them (`npm run fuzz:identity`), FUZZ_SEED to see
 * a failure again.
 */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 300);
const SEED = process.env['FUZZ_SEED'] === undefined ? undefined : Number(process.env['FUZZ_SEED']);
const settings = (runs: number) => ({ numRuns: runs, ...(SEED !== undefined && { seed: SEED }) });

type Decide = (
  request: Request & { readonly absentKeys?: 'others' | readonly string[] },
  policies: Policies,
) => Outcome | 'undetermined';

const { decide = () => 'undetermined' } = loadCore<{ readonly decide: Decide }>();

/** Outcomes over all completions; two different ones are enough to know. */
function outcomes(situation: Situation): ReadonlySet<Outcome> {
  const found = new Set<Outcome>();
  for (const request of completions(situation)) {
    found.add(evaluate(request, situation.policies));
    if (found.size > 1) break;
  }
  return found;
}

const shown = (situation: Situation) => JSON.stringify(situation, undefined, 1);

describeCore('decide and the evaluation logic of the AWS documentation', () => {
  test('agree where everything is known of the request', () => {
    fc.assert(
      fc.property(situations(0), ({ request, policies }) => {
        expect(decide({ ...request, absentKeys: 'others' }, policies)).toBe(evaluate(request, policies));
      }),
      settings(RUNS),
    );
  });

  /** All keys but the open ones are there, or named as absent. */
  const decidedOf = (situation: Situation) => {
    const { request, policies, open } = situation;
    const tagged = request.principal.tags === undefined ? [] : [VARIABLE];
    const named = new Set([...Object.keys(request.context), ...open, ...tagged]);
    const absentKeys = KEYS.map(({ name }) => name).filter((name) => !named.has(name));
    return decide({ ...request, absentKeys }, policies);
  };

  test('what is decided, no completion of the request contradicts', () => {
    fc.assert(
      fc.property(situations(3), (situation) => {
        const decided = decidedOf(situation);
        if (decided !== 'undetermined')
          expect([...outcomes(situation), shown(situation)]).toEqual([decided, shown(situation)]);
      }),
      settings(RUNS),
    );
  });

  // Nearly exact, also where conditions on one key hold or fail together: Allow if it is there, and Allow if it is not,
  // is an Allow. Conditions that tell the values of one open key apart are judged one by one, and may leave more open.
  test('of what is undetermined, nearly always two completions of the request decide differently', () => {
    const seed = SEED ?? 11;
    const open = fc
      .sample(situations(3), { numRuns: RUNS, seed })
      .filter((situation) => decidedOf(situation) === 'undetermined');
    const differing = open.filter((situation) => outcomes(situation).size > 1);
    expect(open.length).toBeGreaterThan(RUNS / 10);
    expect(differing.length / open.length).toBeGreaterThan(0.95);
  });
});

test('the random situations are of all kinds', () => {
  const count = (values: readonly (string | number)[]) =>
    values.reduce((sum, each) => sum.set(each, (sum.get(each) ?? 0) + 1), new Map<string | number, number>());
  const closed = count(
    fc
      .sample(situations(0), { numRuns: 1000, seed: 7 })
      .map(({ request, policies }) => evaluate(request, policies)),
  );
  for (const outcome of ['allow', 'implicit-deny', 'explicit-deny'])
    expect(closed.get(outcome)).toBeGreaterThan(150);
  const open = count(
    fc.sample(situations(3), { numRuns: 500, seed: 7 }).map((situation) => outcomes(situation).size),
  );
  for (const size of [1, 2]) expect(open.get(size)).toBeGreaterThan(50);
});
