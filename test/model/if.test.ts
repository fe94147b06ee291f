import { deploymentOf } from '../helpers/inline';
import { always, evaluated } from './evaluate';

const PARAMETERS = {
  Env: { AllowedValues: ['prod', 'dev', 'test'] },
  Flag: { AllowedValues: ['on', 'off'] },
  F: { Type: 'String', Default: 'prod' },
  G: { Type: 'String' },
};
const ref = (name: string) => ({ Ref: name });
const is = (name: string, value: unknown) => ({ 'Fn::Equals': [ref(name), value] });
const either = (condition: string, yes: unknown, no: unknown) => ({ 'Fn::If': [condition, yes, no] });
const NO_VALUE = ref('AWS::NoValue');

describe('Fn::If', () => {
  const Conditions = {
    Production: is('Env', 'prod'),
    NotProduction: { 'Fn::Not': [{ Condition: 'Production' }] },
    Development: is('Env', 'dev'),
    Free: is('F', 'x'),
  };
  const of = (expression: unknown) => evaluated(expression, { Parameters: PARAMETERS, Conditions });

  test('gives both, each under its condition', () => {
    expect(of(either('Production', 'a', 'b'))).toEqual({
      '"a"': 'when Env is "prod"',
      '"b"': 'when Env is "dev"',
    });
    expect(of(either('Free', 'a', 'b'))).toEqual({ '"a"': 'when F is "x"', '"b"': 'when F is not "x"' });
  });

  test('is one value where both are the same, also under several conditions', () => {
    expect(of(either('Production', 'a', 'a'))).toEqual(always('"a"'));
    expect(of(either('Production', 'a', either('Development', 'b', 'a')))).toEqual({
      '"a"': 'when Env is "prod"',
      '"b"': 'when Env is "dev"',
    });
  });

  test('inside of another one, what contradicts it is left out', () => {
    // The same condition again.
    expect(of(either('Production', either('Production', 'a', 'never'), 'b'))).toEqual({
      '"a"': 'when Env is "prod"',
      '"b"': 'when Env is "dev"',
    });
    // Its opposite, by name and by value.
    expect(Object.keys(of(either('Production', either('NotProduction', 'never', 'a'), 'b')))).toEqual([
      '"a"',
      '"b"',
    ]);
    expect(Object.keys(of(either('Production', either('Development', 'never', 'a'), 'b')))).toEqual([
      '"a"',
      '"b"',
    ]);
    // In the other branch it is still open.
    expect(Object.keys(of(either('Production', 'a', either('Development', 'b', 'c'))))).toEqual([
      '"a"',
      '"b"',
      '"c"',
    ]);
  });

  test('a parameter inside has only the values that the condition leaves', () => {
    expect(of(either('Production', ref('Env'), 'x'))).toEqual({
      '"prod"': 'when Env is "prod"',
      '"x"': 'when Env is "dev"',
    });
    expect(Object.keys(of(either('Production', 'x', ref('Env'))))).toEqual(['"x"', '"dev"', '"test"']);
    expect(of(either('Free', ref('F'), 'y'))).toEqual({ '"x"': 'when F is "x"', '"y"': 'when F is not "x"' });
    expect(Object.keys(of(either('Free', 'x', ref('F'))))).toEqual(['"x"', 'unknown(F)']);
  });

  test('with AWS::NoValue is absent under the condition, in an object, in a list and alone', () => {
    expect(of(either('Production', NO_VALUE, 'b'))).toEqual({
      absent: 'when Env is "prod"',
      '"b"': 'when Env is "dev"',
    });
    expect(of({ a: NO_VALUE, b: either('Production', NO_VALUE, 1) })).toEqual(
      always('{a: absent, b: absent | 1}'),
    );
  });

  test('chooses whole objects and lists, and what lies in them', () => {
    const deployment = deploymentOf({
      Parameters: PARAMETERS,
      Conditions,
      Resources: {
        Subject: {
          Type: 'T',
          Properties: { P: either('Production', { Q: { R: either('Production', 1, 2) } }, { Q: NO_VALUE }) },
        },
      },
    });
    const field = deployment.resources[0]!.get('P.Q.R');
    expect(field.alternatives.map(({ value }) => value.kind)).toEqual(['known', 'absent']);
    expect(field.alternatives[0]?.value).toMatchObject({ value: 1 });
  });

  test('by a condition that is not defined is a choice of its own, which is told', () => {
    expect(of(either('Nobody', 'a', 'b'))).toEqual({
      '"a"': 'when Nobody is "true"',
      '"b"': 'when Nobody is "false"',
    });
    expect(of([either('Nobody', 'a', 'b')])).toEqual(always('["a" | "b"]'));
  });

  test.each([[['Production', 'a']], ['Production'], [[{ Ref: 'Flag' }, 'a', 'b']], [[]]])(
    'malformed: %j',
    (argument) => {
      expect(of({ 'Fn::If': argument })).toEqual(
        always('unknown(Fn::If with arguments that it does not take)?'),
      );
    },
  );
});

describe('resources behind a condition', () => {
  test('exist under it, and their properties are judged under it', () => {
    const deployment = deploymentOf({
      Parameters: PARAMETERS,
      Conditions: { Production: is('Env', 'prod'), Never: is('Env', 'nowhere') },
      Resources: {
        A: {
          Type: 'T',
          Condition: 'Production',
          Properties: { P: either('Production', 'a', 'never'), Q: ref('Env') },
        },
        B: { Type: 'T', Condition: 'Never', Properties: { P: 1 } },
        C: { Type: 'T', Condition: 'Nobody' },
      },
    });
    const [a, b, c] = deployment.resources;
    expect(a?.get('P').literal).toBe('a');
    expect(a?.get('Q').literal).toBe('prod');
    expect(b?.exists.isNever).toBe(true);
    expect(b?.get('P').alternatives).toEqual([]);
    expect(c?.exists.isNever || c?.exists.isAlways).toBe(false);
  });
});

describe('more values than can be told apart', () => {
  const values = (name: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${name}${index}`);
  const Parameters = {
    X: { AllowedValues: values('x', 20) },
    Y: { AllowedValues: values('y', 20) },
    Flag: { AllowedValues: ['on', 'off'] },
  };
  const Conditions = { On: is('Flag', 'on') };

  test('are unknown, and what may be absent among them is not forgotten', () => {
    const all = { 'Fn::Sub': '${X}-${Y}' };
    const tooMany = 'unknown(too many possible values)?';
    expect(evaluated(all, { Parameters, Conditions })).toEqual(always(tooMany));
    expect(evaluated(either('On', all, 'x'), { Parameters, Conditions })).toEqual({
      [tooMany]: 'when Flag is "on"',
      '"x"': 'when Flag is "off"',
    });
  });
});
