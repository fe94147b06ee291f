import * as fc from 'fast-check';
import { Claim, lacking } from '../../lib/model/claim';
import { ALWAYS, type Guard, GuardSpace, NEVER } from '../../lib/model/guard';
import { holdsIn, product, runs, type World } from './worlds';

/** Kleene's third value is `undefined`. */
type Truth = boolean | undefined;
type Formula =
  | { readonly op: 'atom'; readonly holds: readonly boolean[]; readonly breaks: readonly boolean[] }
  | { readonly op: 'and' | 'or' | 'onlyIf'; readonly left: Formula; readonly right: Formula }
  | { readonly op: 'not' | 'explained'; readonly of: Formula };

/** Three parameters of two values. */
const WORLDS = product([
  ['0', '1'],
  ['0', '1'],
  ['0', '1'],
]);
const eight = fc.array(fc.boolean(), { minLength: WORLDS.length, maxLength: WORLDS.length });

const formula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 4, depthSize: 'medium' },
    fc.record({ op: fc.constant('atom' as const), holds: eight, breaks: eight }),
    fc.record({
      op: fc.constantFrom('and' as const, 'or' as const, 'onlyIf' as const),
      left: tie('formula'),
      right: tie('formula'),
    }),
    fc.record({ op: fc.constantFrom('not' as const, 'explained' as const), of: tie('formula') }),
  ),
})).formula;

function kleene(given: Formula, world: number): Truth {
  switch (given.op) {
    case 'atom':
      return given.holds[world] ? true : given.breaks[world] ? false : undefined;
    case 'and':
      return and(kleene(given.left, world), kleene(given.right, world));
    case 'or':
      return or(kleene(given.left, world), kleene(given.right, world));
    case 'onlyIf':
      return or(not(kleene(given.right, world)), kleene(given.left, world));
    case 'not':
      return not(kleene(given.of, world));
    case 'explained':
      return kleene(given.of, world);
  }
}

function and(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false;
  return a === undefined || b === undefined ? undefined : true;
}

function or(a: Truth, b: Truth): Truth {
  return not(and(not(a), not(b)));
}

function not(a: Truth): Truth {
  return a === undefined ? undefined : !a;
}

const TEXT = { ja: '', en: '' };

class Fixture {
  readonly space = new GuardSpace();
  readonly variables = [0, 1, 2].map((index) => this.space.variable(`v${index}`, `v${index}`, ['0', '1']));

  /** The guard of some of the worlds. */
  guard(worlds: readonly boolean[]): Guard {
    return worlds.reduce<Guard>((so, isIn, index) => {
      if (!isIn) return so;
      const values = WORLDS[index] as string[];
      return so.or(
        this.variables.reduce<Guard>(
          (all, variable, at) => all.and(this.space.equals(variable, values[at] as string)),
          ALWAYS,
        ),
      );
    }, NEVER);
  }

  claim(given: Formula): Claim {
    switch (given.op) {
      case 'atom': {
        const holds = this.guard(given.holds);
        return new Claim(holds, this.guard(given.breaks).minus(holds));
      }
      case 'and':
        return this.claim(given.left).and(this.claim(given.right));
      case 'or':
        return this.claim(given.left).or(this.claim(given.right));
      case 'onlyIf':
        return this.claim(given.left).onlyIf(this.claim(given.right));
      case 'not':
        return this.claim(given.of).not();
      case 'explained':
        return this.claim(given.of).explained('path', TEXT, TEXT);
    }
  }
}

const worldOf =
  (values: readonly string[]): World =>
  ({ order }) =>
    values[order] as string;

test("a claim is Kleene's logic in every world", () => {
  fc.assert(
    fc.property(formula, (given) => {
      const claim = new Fixture().claim(given);
      for (const [index, values] of WORLDS.entries()) {
        const expected = kleene(given, index);
        expect(holdsIn(claim.holds, worldOf(values))).toBe(expected === true);
        expect(holdsIn(claim.breaks, worldOf(values))).toBe(expected === false);
      }
    }),
    runs(300),
  );
});

test('all and any are and and or of many, and true and false of none', () => {
  fc.assert(
    fc.property(fc.array(formula, { maxLength: 4 }), (given) => {
      const fixture = new Fixture();
      const claims = given.map((one) => fixture.claim(one));
      for (const [index, values] of WORLDS.entries()) {
        const truths = given.map((one) => kleene(one, index));
        const read = ({ holds, breaks }: Claim) =>
          holdsIn(holds, worldOf(values)) ? true : holdsIn(breaks, worldOf(values)) ? false : undefined;
        expect(read(Claim.all(claims))).toBe(truths.reduce(and, true));
        expect(read(Claim.any(claims))).toBe(truths.reduce(or, false));
      }
    }),
    runs(100),
  );
});

test('only if a guard holds', () => {
  const fixture = new Fixture();
  const guard = fixture.space.equals(fixture.variables[0]!, '1');
  const claim = Claim.BREAKS.onlyIf(guard);
  expect(claim.breaks).toBe(guard);
  expect(claim.holds).toBe(guard.not());
  expect(Claim.when(guard).holds).toBe(guard);
  expect(Claim.when(guard).breaks).toBe(guard.not());
});

describe('evidence', () => {
  const piece = { path: 'P', actual: TEXT, required: TEXT };

  test('that is needed comes with a claim that holds, and not where something else holds already', () => {
    const needed = Claim.of('needed', piece);
    expect(needed.holds.isAlways).toBe(true);
    expect(needed.and(Claim.HOLDS).evidence).toHaveLength(1);
    expect(needed.or(Claim.of('holds', piece)).evidence.map(({ outcome }) => outcome)).toEqual(['holds']);
    expect(needed.or(Claim.of('breaks', piece)).evidence.map(({ outcome }) => outcome)).toEqual([
      'needed',
      'breaks',
    ]);
  });

  test('is dropped by the opposite, and replaced by an explanation', () => {
    expect(Claim.of('breaks', piece).not().evidence).toEqual([]);
    const explained = Claim.of('undetermined', piece)
      .and(Claim.of('needed', piece))
      .explained('Whole', TEXT, TEXT);
    expect(explained.evidence.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['Whole', 'undetermined'],
      ['P', 'needed'],
    ]);
  });

  test('in other words says of what is certainly missing that it is, and not that it may be there', () => {
    const told = lacking({ ja: 'なし', en: 'none' });
    const words = (claim: Claim) => claim.explained('P', told, TEXT).evidence.map(({ actual }) => actual.en);
    expect(words(Claim.BREAKS)).toEqual(['none']);
    expect(words(Claim.of('undetermined', piece))).toEqual(['not known before deployment']);
  });
});
