import * as fc from 'fast-check';
import { ALWAYS, type Guard, GuardLimitError, GuardSpace, NEVER, type Variable } from '../../lib/model/guard';
import { holdsIn, product, runs, type World } from './worlds';

/** A Boolean formula over variables v0..v3, the first two of which have a listed domain. */
type Formula =
  | { readonly op: 'is'; readonly variable: number; readonly value: string }
  | { readonly op: 'and' | 'or' | 'minus'; readonly left: Formula; readonly right: Formula }
  | { readonly op: 'not'; readonly of: Formula };

const DOMAINS: readonly (readonly string[] | undefined)[] = [
  ['a', 'b', 'c'],
  ['a', 'b'],
  undefined,
  undefined,
];
/** `z` stands for every value that no formula mentions. */
const VALUES = [
  ['a', 'b', 'c'],
  ['a', 'b'],
  ['a', 'b', 'c', 'z'],
  ['a', 'b', 'c', 'z'],
];
const WORLDS = product(VALUES);

const formula: fc.Arbitrary<Formula> = fc.letrec<{ formula: Formula }>((tie) => ({
  formula: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    fc.record({
      op: fc.constant('is' as const),
      variable: fc.nat(3),
      value: fc.constantFrom('a', 'b', 'c'),
    }),
    fc.record({
      op: fc.constantFrom('and' as const, 'or' as const, 'minus' as const),
      left: tie('formula'),
      right: tie('formula'),
    }),
    fc.record({ op: fc.constant('not' as const), of: tie('formula') }),
  ),
})).formula;

function truth(given: Formula, world: readonly string[]): boolean {
  switch (given.op) {
    case 'is':
      return world[given.variable] === given.value;
    case 'and':
      return truth(given.left, world) && truth(given.right, world);
    case 'or':
      return truth(given.left, world) || truth(given.right, world);
    case 'minus':
      return truth(given.left, world) && !truth(given.right, world);
    case 'not':
      return !truth(given.of, world);
  }
}

class Fixture {
  readonly space = new GuardSpace();
  readonly variables = DOMAINS.map((domain, index) => this.space.variable(`v${index}`, `v${index}`, domain));

  guard(given: Formula): Guard {
    switch (given.op) {
      case 'is':
        return this.space.equals(this.variables[given.variable] as Variable, given.value);
      case 'and':
        return this.guard(given.left).and(this.guard(given.right));
      case 'or':
        return this.guard(given.left).or(this.guard(given.right));
      case 'minus':
        return this.guard(given.left).minus(this.guard(given.right));
      case 'not':
        return this.guard(given.of).not();
    }
  }

  world(values: readonly string[]): World {
    return ({ order }) => values[order] as string;
  }
}

test('a guard is its formula, in every world', () => {
  fc.assert(
    fc.property(formula, (given) => {
      const fixture = new Fixture();
      const guard = fixture.guard(given);
      for (const values of WORLDS) expect(holdsIn(guard, fixture.world(values))).toBe(truth(given, values));
    }),
    runs(300),
  );
});

test('two guards are the same object exactly when they hold in the same worlds', () => {
  fc.assert(
    fc.property(formula, formula, (one, other) => {
      const fixture = new Fixture();
      const [a, b] = [fixture.guard(one), fixture.guard(other)];
      const agree = WORLDS.every((values) => truth(one, values) === truth(other, values));
      expect(a === b).toBe(agree);
      expect(a.isNever).toBe(WORLDS.every((values) => !truth(one, values)));
      expect(a.isAlways).toBe(WORLDS.every((values) => truth(one, values)));
    }),
    runs(300),
  );
});

test('implication and meeting are what the worlds say', () => {
  fc.assert(
    fc.property(formula, formula, (one, other) => {
      const fixture = new Fixture();
      const [a, b] = [fixture.guard(one), fixture.guard(other)];
      expect(a.implies(b)).toBe(WORLDS.every((values) => !truth(one, values) || truth(other, values)));
      expect(a.meets(b)).toBe(WORLDS.some((values) => truth(one, values) && truth(other, values)));
    }),
    runs(200),
  );
});

test('a witness satisfies its guard, whatever the variables that it does not name', () => {
  fc.assert(
    fc.property(formula, fc.constantFrom(...WORLDS), (given, elsewhere) => {
      const guard = new Fixture().guard(given);
      const witness = guard.witness();
      expect(witness === undefined).toBe(guard.isNever);
      if (witness === undefined) return;
      const world = [...elsewhere];
      for (const { variable, equals, noneOf } of witness) {
        const value = equals ?? VALUES[variable.order]?.find((one) => noneOf?.includes(one) === false);
        world[variable.order] = value as string;
      }
      expect(truth(given, world)).toBe(true);
    }),
    runs(300),
  );
});

test('the values of a variable are those with which the guard can hold', () => {
  fc.assert(
    fc.property(formula, fc.nat(3), (given, index) => {
      const fixture = new Fixture();
      const variable = fixture.variables[index] as Variable;
      const { values, open } = fixture.guard(given).valuesOf(variable);
      const possible = new Set(WORLDS.filter((world) => truth(given, world)).map((world) => world[index]));
      for (const value of values) expect(possible).toContain(value);
      // What is possible and not listed is covered by `open`, and `open` means that something is.
      const unlisted = [...possible].filter((value) => !values.includes(value as string));
      expect(open).toBe(unlisted.length > 0);
    }),
    runs(300),
  );
});

describe('at the ends', () => {
  const space = new GuardSpace();
  const listed = space.variable('listed', 'listed', ['x', 'y', 'x']);
  const free = space.variable('free', 'free');

  test('always and never', () => {
    expect(ALWAYS.valuesOf(listed)).toEqual({ values: ['x', 'y'], open: false });
    expect(ALWAYS.valuesOf(free)).toEqual({ values: [], open: true });
    expect(NEVER.valuesOf(listed)).toEqual({ values: [], open: false });
    expect(ALWAYS.witness()).toEqual([]);
    expect(NEVER.witness()).toBeUndefined();
  });

  test('a value outside of the domain is never taken, and a domain is covered in full', () => {
    expect(space.equals(listed, 'w')).toBe(NEVER);
    expect(space.equals(listed, 'x').or(space.equals(listed, 'y'))).toBe(ALWAYS);
    expect(space.equals(free, 'x').or(space.equals(free, 'x').not())).toBe(ALWAYS);
  });

  test('values that are names of an object are values like any other', () => {
    const is = (value: string) => space.equals(free, value);
    expect(is('__proto__').or(is('constructor')).valuesOf(free).values).toEqual(['__proto__', 'constructor']);
    expect(is('__proto__').and(is('constructor'))).toBe(NEVER);
  });

  test('a variable of one value is no choice', () => {
    expect(space.equals(space.variable('single', 'single', ['only']), 'only')).toBe(ALWAYS);
  });
});

describe('limits', () => {
  /** (p0 = q0) and (p1 = q1) and …, with all p before all q: doubles with every pair. */
  function entangled(space: GuardSpace, pairs: number): Guard {
    const bits = (name: string) =>
      Array.from({ length: pairs }, (_, index) =>
        space.equals(space.variable(`${name}${index}`, `${name}${index}`, ['0', '1']), '1'),
      );
    const [left, right] = [bits('p'), bits('q')];
    return left.reduce((so, p, index) => {
      const q = right[index] as Guard;
      return so.and(p.and(q).or(p.not().and(q.not())));
    }, ALWAYS);
  }

  test('what is too entangled is an error of its own kind, after which guards still work', () => {
    const space = new GuardSpace(2_000);
    expect(() => entangled(space, 30)).toThrow(GuardLimitError);
    const fresh = space.equals(space.variable('fresh', 'fresh'), 'x');
    expect(fresh.and(fresh.not())).toBe(NEVER);
  });

  test('so is a guard of too many variables, rather than an overflow of the stack', () => {
    const space = new GuardSpace();
    const all = () =>
      Array.from({ length: 20_000 }, (_, index) => space.equals(space.variable(`v${index}`, ''), 'x')).reduce(
        (so, next) => next.or(so),
      );
    expect(all).toThrow(GuardLimitError);
  });
});
