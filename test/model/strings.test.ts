import { always, evaluated } from './evaluate';

/** `P` is one of two, `Free` is not known, `Flag` decides. */
const SECTIONS = {
  Parameters: {
    P: { AllowedValues: ['a', 'b'] },
    Flag: { AllowedValues: ['on', 'off'] },
    Free: { Type: 'String' },
  },
  Conditions: {
    On: { 'Fn::Equals': [{ Ref: 'Flag' }, 'on'] },
    FreeIsX: { 'Fn::Equals': [{ Ref: 'Free' }, 'x'] },
  },
  Resources: { Bucket: { Type: 'AWS::S3::Bucket' } },
};
const NO_VALUE = { Ref: 'AWS::NoValue' };
const FREE = { Ref: 'Free' };
const of = (expression: unknown) => evaluated(expression, SECTIONS);

describe('Fn::Join', () => {
  const join = (...items: unknown[]) => of({ 'Fn::Join': ['-', items] });

  test('known', () => {
    expect(join('x', 1, true)).toEqual(always('"x-1-true"'));
    expect(join()).toEqual(always('""'));
    expect(join('only')).toEqual(always('"only"'));
  });

  test('alternatives, each with its condition', () => {
    expect(join('x', { Ref: 'P' })).toEqual({ '"x-a"': 'when P is "a"', '"x-b"': 'when P is "b"' });
    expect(join({ Ref: 'P' }, { Ref: 'P' })).toEqual({ '"a-a"': 'when P is "a"', '"b-b"': 'when P is "b"' });
  });

  test('items that are absent leave no delimiter', () => {
    expect(join('x', NO_VALUE, 'y')).toEqual(always('"x-y"'));
    expect(join('x', { 'Fn::If': ['On', 'y', NO_VALUE] })).toEqual({
      '"x-y"': 'when Flag is "on"',
      '"x"': 'when Flag is "off"',
    });
    expect(join(NO_VALUE)).toEqual(always('""'));
  });

  test('references and unknown parts stay in their place', () => {
    expect(join('x', { 'Fn::GetAtt': 'Bucket.Arn' }, FREE)).toEqual(
      always('"x-" + @Bucket.Arn + "-" + unknown(Free)'),
    );
    expect(of({ 'Fn::Join': ['', [FREE]] })).toEqual(always('unknown(Free)'));
  });

  test('a part that the condition decides is filled in', () => {
    expect(of({ 'Fn::If': ['FreeIsX', { 'Fn::Join': ['-', ['a', FREE]] }, 'y'] })).toEqual({
      '"a-x"': 'when Free is "x"',
      '"y"': 'when Free is not "x"',
    });
  });

  test('a list that is chosen, computed or unknown', () => {
    expect(of({ 'Fn::Join': ['-', { 'Fn::If': ['On', ['x', 'y'], ['z']] }] })).toEqual({
      '"x-y"': 'when Flag is "on"',
      '"z"': 'when Flag is "off"',
    });
    expect(of({ 'Fn::Join': ['-', { 'Fn::Split': [',', 'x,y'] }] })).toEqual(always('"x-y"'));
    expect(of({ 'Fn::Join': ['-', { Ref: 'Free' }] })).toEqual(
      always('unknown(a list whose items are not known)'),
    );
    // Whether a macro makes an item at all is not known.
    const macro = { 'Fn::Transform': { Name: 'Mine' } };
    expect(join('x', macro)).toEqual(always('unknown(a list whose items are not known)'));
  });

  test('a list inside the list is no string', () => {
    expect(join('x', { 'Fn::If': ['On', ['y'], 'z'] })).toEqual({
      'unknown(an item that is not a string)': 'when Flag is "on"',
      '"x-z"': 'when Flag is "off"',
    });
  });

  test.each([[['-']], [[{ Ref: 'P' }, ['x']]], ['x'], [{}], [['-', ['x'], 'y']]])(
    'malformed: %j',
    (argument) => {
      expect(of({ 'Fn::Join': argument })).toEqual(
        always('unknown(Fn::Join with arguments that it does not take)?'),
      );
    },
  );
});

describe('Fn::Sub', () => {
  const sub = (format: unknown, variables?: object) =>
    of({ 'Fn::Sub': variables ? [format, variables] : format });

  test('known', () => {
    expect(sub('nothing to fill in')).toEqual(always('"nothing to fill in"'));
    expect(sub('${AWS::Partition}')).toEqual(always('"aws"'));
    expect(sub('${!Literal} and $ and {x}')).toEqual(always('"${Literal} and $ and {x}"'));
    expect(sub('${V}-${V}', { V: 'v' })).toEqual(always('"v-v"'));
    expect(of({ 'Fn::Sub': ['text'] })).toEqual(always('"text"'));
  });

  test('names of parameters, resources and attributes', () => {
    expect(sub('x${P}')).toEqual({ '"xa"': 'when P is "a"', '"xb"': 'when P is "b"' });
    expect(sub('${Bucket}/${Bucket.Arn}')).toEqual(always('@Bucket + "/" + @Bucket.Arn'));
    expect(sub('${Free}')).toEqual(always('unknown(Free)'));
    expect(sub('${Nobody}-${Nobody.Arn}')).toEqual(always('unknown(Nobody) + "-" + unknown(Nobody)'));
  });

  test('its own variables hide names of the template', () => {
    expect(sub('${P}', { P: 'own' })).toEqual(always('"own"'));
    expect(sub('${Bucket.Arn}', { 'Bucket.Arn': 'own' })).toEqual(always('"own"'));
    // A variable is worked out outside of the function.
    expect(sub('${P}', { P: { 'Fn::Sub': 'x${P}' } })).toEqual({
      '"xa"': 'when P is "a"',
      '"xb"': 'when P is "b"',
    });
    expect(sub('${V}', { V: { 'Fn::Sub': ['${W}', { W: { 'Fn::Sub': '${!V}' } }] } })).toEqual(
      always('"${V}"'),
    );
  });

  test('a variable that is absent, a list or an object is no string', () => {
    for (const value of [NO_VALUE, ['x'], { x: 1 }]) {
      expect(sub('-${V}', { V: value })).toEqual(always('"-" + unknown(a value that is not a string)'));
    }
  });

  test.each([[{ Ref: 'P' }], [[]], [[{ Ref: 'P' }, {}]], [1]])('malformed: %j', (argument) => {
    expect(of({ 'Fn::Sub': argument })).toEqual(
      always('unknown(Fn::Sub with arguments that it does not take)?'),
    );
  });
});

describe('Fn::Base64', () => {
  const base64 = (expression: unknown) => of({ 'Fn::Base64': expression });

  test('known, alternatives, absent, unknown', () => {
    // printf '#!/bin/sh' | base64
    expect(base64('#!/bin/sh')).toEqual(always('"IyEvYmluL3No"'));
    expect(Object.keys(base64({ Ref: 'P' }))).toEqual(['"YQ=="', '"Yg=="']);
    expect(base64(NO_VALUE)).toEqual(always('unknown(a value that is not a string)'));
    expect(base64(FREE)).toEqual(always('base64 unknown(Free)'));
    expect(base64({ 'Fn::Sub': 'x${Bucket}' })).toEqual(always('base64 "x" + @Bucket'));
  });

  test('is not the same as the plain text', () => {
    const text = { 'Fn::Sub': 'x${Free}' };
    expect(of({ 'Fn::If': ['On', { 'Fn::Base64': text }, text] })).toEqual({
      'base64 "x" + unknown(Free)': 'when Flag is "on"',
      '"x" + unknown(Free)': 'when Flag is "off"',
    });
  });

  test('stays Base64 when a condition decides a part of it', () => {
    const both = { 'Fn::Base64': { 'Fn::Sub': '${Free}${Bucket}' } };
    const sections = { ...SECTIONS, Conditions: { Empty: { 'Fn::Equals': [FREE, ''] } } };
    expect(evaluated({ 'Fn::If': ['Empty', both, 'x'] }, sections)).toEqual({
      'base64 @Bucket': 'when Free is ""',
      '"x"': 'when Free is not ""',
    });
  });

  test('inside of another string is not known', () => {
    expect(of({ 'Fn::Sub': ['x${V}', { V: { 'Fn::Base64': FREE } }] })).toEqual(
      always('"x" + unknown(a string in Base64)'),
    );
  });
});

describe('Fn::ToJsonString', () => {
  const json = (value: unknown) => of({ 'Fn::ToJsonString': value });

  test('known', () => {
    expect(json({ a: [1, 'x', { b: true }] })).toEqual(always(JSON.stringify('{"a":[1,"x",{"b":true}]}')));
    expect(json({ a: NO_VALUE, b: [NO_VALUE, 1] })).toEqual(always(JSON.stringify('{"b":[1]}')));
    expect(json(JSON.parse('{"__proto__":{"x":1}}'))).toEqual(
      always(JSON.stringify('{"__proto__":{"x":1}}')),
    );
  });

  test('alternatives, without those that contradict each other', () => {
    const either = (yes: unknown, no: unknown) => ({ 'Fn::If': ['On', yes, no] });
    expect(json([either(1, 2), either(3, 4)])).toEqual({
      '"[1,3]"': 'when Flag is "on"',
      '"[2,4]"': 'when Flag is "off"',
    });
    expect(json({ a: Array.from({ length: 20 }, () => either(1, NO_VALUE)) })).toEqual({
      [JSON.stringify(`{"a":[${Array(20).fill(1)}]}`)]: 'when Flag is "on"',
      [JSON.stringify('{"a":[]}')]: 'when Flag is "off"',
    });
  });

  test('unknown where a part is', () => {
    expect(json({ a: FREE })).toEqual(always('unknown(JSON of which a part is not known)'));
    expect(json({ a: { Ref: 'Bucket' } })).toEqual(always('unknown(JSON of which a part is not known)'));
  });

  test('of data that nests deeply ends', () => {
    let deep: unknown = 1;
    for (let level = 0; level < 250; level++) deep = [deep];
    expect(json(deep)).toEqual(always('unknown(JSON of which a part is not known)'));
  });
});

describe('dynamic references', () => {
  const resolve = '{{resolve:ssm:/app/key:1}}';

  test('are unknown, named, and a secret where the store is one', () => {
    expect(of(resolve)).toEqual(always('unknown(resolve:ssm:/app/key:1)'));
    expect(of('{{resolve:secretsmanager:db:SecretString:password}}')).toEqual(
      always('secret(resolve:secretsmanager:db:SecretString:password)'),
    );
    expect(of('{{resolve:ssm-secure:/p}}')).toEqual(always('secret(resolve:ssm-secure:/p)'));
  });

  test('stand in a text, alone or several', () => {
    expect(of(`a${resolve}b{{resolve:ssm:/other}}`)).toEqual(
      always('"a" + unknown(resolve:ssm:/app/key:1) + "b" + unknown(resolve:ssm:/other)'),
    );
    expect(of('{{resolve:ssm:/unfinished')).toEqual(always('"{{resolve:ssm:/unfinished"'));
    expect(of('{{other}}')).toEqual(always('"{{other}}"'));
  });

  test('are found where they span the parts of a string', () => {
    expect(of({ 'Fn::Join': ['', ['{{resolve:secretsm', 'anager:db}}']] })).toEqual(
      always('secret(resolve:secretsmanager:db)'),
    );
    // As the CDK writes the password of a secret.
    const password = ['{{resolve:secretsmanager:', { Ref: 'Bucket' }, ':SecretString:password::}}'];
    expect(Object.keys(of({ 'Fn::Join': ['', password] }))).toEqual([
      expect.stringMatching(/^secret\([^+]*\)$/),
    ]);
    const inner = { 'Fn::Join': ['', password.slice(0, 2)] };
    expect(Object.keys(of({ 'Fn::Join': ['', [inner, password[2]]] }))).toEqual([
      expect.stringMatching(/^secret\([^+]*\)$/),
    ]);
    expect(Object.keys(of({ 'Fn::Sub': 'x{{resolve:ssm:/${P}/key}}' }))).toEqual([
      '"x" + unknown(resolve:ssm:/a/key)',
      '"x" + unknown(resolve:ssm:/b/key)',
    ]);
    expect(Object.keys(of({ 'Fn::Sub': '{{resolve:secretsmanager:${Bucket}}}y' }))[0]).toMatch(
      /^secret\(.*\) \+ "y"$/,
    );
  });

  test('are the same value exactly where they are certainly the same entry of the same store', () => {
    const same = (left: unknown, right: unknown) =>
      Object.keys(
        evaluated(
          { 'Fn::If': ['Same', 'same', 'other'] },
          { Parameters: { F: {}, G: {} }, Conditions: { Same: { 'Fn::Equals': [left, right] } } },
        ),
      );
    const entry = (of: unknown) => ({ 'Fn::Sub': ['{{resolve:ssm:/${V}}}', { V: of }] });
    expect(same(resolve, resolve)).toEqual(['"same"']);
    expect(same(resolve, '{{resolve:ssm:/other}}')).toEqual(['"same"', '"other"']);
    expect(same(entry({ Ref: 'F' }), entry({ Ref: 'F' }))).toEqual(['"same"']);
    expect(same(entry({ Ref: 'F' }), entry({ Ref: 'G' }))).toEqual(['"same"', '"other"']);
    // Two unknown parts of which nothing says that they are one.
    const part = { 'Fn::Transform': { Name: 'Mine' } };
    expect(same(entry(part), entry(part))).toEqual(['"same"', '"other"']);
  });
});

test('a function that is not known, or stands beside something else', () => {
  expect(of({ 'Fn::Nonsense': [] })).toEqual(
    always('unknown(the function Fn::Nonsense cannot be evaluated)?'),
  );
  expect(of({ Ref: 'P', Other: 1 })).toEqual(always('{Ref: "P", Other: 1}'));
  expect(of({ Condition: { StringEquals: 'x' } })).toEqual(always('{Condition: {StringEquals: "x"}}'));
});
