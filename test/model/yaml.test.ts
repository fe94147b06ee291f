import { InputError } from '../../lib/errors';
import { parseSource } from '../../lib/model/source';

const data = (text: string) => parseSource(text, 't.yaml').data;

describe('values', () => {
  test('are those of the core schema: a date stays text', () => {
    expect(
      data('{a: 1, b: 1.5, c: true, d: null, e: ~, f: text, g: "1", h: 2012-10-17, i: , j: -3}'),
    ).toEqual({
      a: 1,
      b: 1.5,
      c: true,
      d: null,
      e: null,
      f: 'text',
      g: '1',
      h: '2012-10-17',
      i: null,
      j: -3,
    });
  });

  test('a zero at either end of a number is part of it, as are digits beyond what a number holds', () => {
    expect(data('[012345678901, 8.0, 1.10, +81, 12345678901234567890, 00]')).toEqual([
      '012345678901',
      '8.0',
      '1.10',
      '+81',
      '12345678901234567890',
      '00',
    ]);
  });

  test('yes, no, on and off are Booleans where they are not quoted and no keys, as CloudFormation has it', () => {
    expect(data('[yes, No, ON, off, "yes", \'off\', y, n, yES]')).toEqual([
      true,
      false,
      true,
      false,
      'yes',
      'off',
      'y',
      'n',
      'yES',
    ]);
    expect(data('{ on: { no: yes } }')).toEqual({ on: { no: true } });
    expect(data('[!!str yes, !Ref on, !Sub no]')).toEqual(['yes', { Ref: 'on' }, { 'Fn::Sub': 'no' }]);
  });
});

describe('short forms', () => {
  test.each([
    ['!Ref A', { Ref: 'A' }],
    ['!Ref 012', { Ref: '012' }],
    ['!GetAtt A.B.C', { 'Fn::GetAtt': 'A.B.C' }],
    ['!GetAtt [A, B]', { 'Fn::GetAtt': ['A', 'B'] }],
    ['!Sub "${A}"', { 'Fn::Sub': '${A}' }],
    ['!Join ["", [!Sub "x${A}", !Ref B]]', { 'Fn::Join': ['', [{ 'Fn::Sub': 'x${A}' }, { Ref: 'B' }]] }],
    ['!If [C, {a: 1}, [b]]', { 'Fn::If': ['C', { a: 1 }, ['b']] }],
    ['!Not [!Equals [a, b]]', { 'Fn::Not': [{ 'Fn::Equals': ['a', 'b'] }] }],
    [
      '!And [!Condition A, !Or [!Condition B]]',
      { 'Fn::And': [{ Condition: 'A' }, { 'Fn::Or': [{ Condition: 'B' }] }] },
    ],
    ['!Select [0, !GetAZs ""]', { 'Fn::Select': [0, { 'Fn::GetAZs': '' }] }],
    ['!Split [",", !ImportValue x]', { 'Fn::Split': [',', { 'Fn::ImportValue': 'x' }] }],
    ['!FindInMap [A, !Ref B, c]', { 'Fn::FindInMap': ['A', { Ref: 'B' }, 'c'] }],
    ['!Base64 x', { 'Fn::Base64': 'x' }],
    ['!Cidr [a, 1, 8]', { 'Fn::Cidr': ['a', 1, 8] }],
    ['!Transform {Name: M}', { 'Fn::Transform': { Name: 'M' } }],
    ['!Length [a]', { 'Fn::Length': ['a'] }],
    ['!ToJsonString {a: 1}', { 'Fn::ToJsonString': { a: 1 } }],
    ['!GetStackOutput {StackName: s}', { 'Fn::GetStackOutput': { StackName: 's' } }],
    ['{Fn::Base64: !Sub "x"}', { 'Fn::Base64': { 'Fn::Sub': 'x' } }],
  ])('%s', (text, expected) => {
    expect(data(`P: ${text}`)).toEqual({ P: expected });
  });

  test('in blocks', () => {
    const text = `
P:
  Fn::Base64: !Sub |
    #!/bin/sh
    echo \${A}
Q: !If
  - C
  - Key: a
  - - b
    - !Ref AWS::NoValue
`;
    expect(data(text)).toEqual({
      P: { 'Fn::Base64': { 'Fn::Sub': '#!/bin/sh\necho ${A}\n' } },
      Q: { 'Fn::If': ['C', { Key: 'a' }, ['b', { Ref: 'AWS::NoValue' }]] },
    });
  });

  test.each(['!ref A', '!Nonsense A', '!!binary AAAA', '!<tag:x> A', '!Fn::Sub x'])(
    '%s is refused',
    (text) => {
      expect(() => data(`P:\n  Q: ${text}`)).toThrow(InputError);
    },
  );
});

describe('aliases and merge keys', () => {
  test('stand for what they name, short forms among it, and the last anchor of a name counts', () => {
    expect(data('[&a !Ref X, *a, &a 2, *a]')).toEqual([{ Ref: 'X' }, { Ref: 'X' }, 2, 2]);
    expect(data('{a: &k key, *k : v}')).toEqual({ a: 'key', key: 'v' });
  });

  test('merge what is not there already, the earlier ones first', () => {
    const text = `
base: &base { a: 1, b: 2 }
more: &more { b: 3, c: 4 }
one: { <<: *base, b: own }
two: { <<: [*base, *more] }
late: { a: own, <<: *base }
chain: { <<: { <<: *base, d: 5 } }
`;
    expect(data(text)).toMatchObject({
      one: { a: 1, b: 'own' },
      two: { a: 1, b: 2, c: 4 },
      late: { a: 'own', b: 2 },
      chain: { a: 1, b: 2, d: 5 },
    });
    expect(data('{"<<": x}')).toEqual({ '<<': 'x' });
    expect(data('{<<: {__proto__: 1}}')).toEqual(JSON.parse('{"__proto__": 1}'));
  });

  test('a tag used by hundreds of resources is no attack', () => {
    const items = Array.from({ length: 2_000 }, () => '  - *tags').join('\n');
    expect(data(`tags: &tags [{ Key: a, Value: b }]\nall:\n${items}\n`)).toBeDefined();
  });

  test.each([
    [
      'that double at each level',
      `a0: &a0 [x, x, x]\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`).join('\n')}`,
    ],
    [
      'that merge what doubles',
      `a0: &a0 { k: [x, x] }\n${Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} { l: *a${n}, m: *a${n} }`).join('\n')}\nz: { <<: *a30 }`,
    ],
    ['a quarter of a million times', `a: &a [x, x, x]\nb:\n${'- *a\n'.repeat(250_000)}`],
    ['to a large value', `a: &a [${'x,'.repeat(2_000)}x]\nb: [${'*a ,'.repeat(1_000)} *a ]`],
  ])(
    'aliases %s are refused',
    (_name, text) => {
      expect(() => data(text)).toThrow(/too large/);
    },
    30_000,
  );
});
