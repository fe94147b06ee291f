import fc from 'fast-check';
import { parseTree } from 'jsonc-parser';
import { parseSource } from '../../lib/model/source';
import { deploymentOf } from '../helpers/inline';

describe('lines in YAML', () => {
  const text = `
Resources:
  Base:
    Type: T
    Properties: &properties
      P: one
      Q:
        - a
        - b: 1
          c: 2
  Alias:
    Type: T
    Properties: *properties
  Merged:
    Type: T
    Properties:
      <<: *properties
      R: own
  Chosen:
    Type: T
    Properties:
      P: !If
        - C
        - S: 1
        - 2
  "Quoted":
    Type: T
`;
  const line = (...path: string[]) => deploymentOf(text).templates[0]?.lineOf(['Resources', ...path]);

  test('are those of the deepest key on the path that is there', () => {
    expect(line('Base')).toBe(3);
    expect(line('Base', 'Properties', 'P')).toBe(6);
    expect(line('Base', 'Properties', 'Q', '1', 'c')).toBe(10);
    expect(line('Base', 'Properties', 'Q', '7')).toBe(7);
    expect(line('Base', 'Properties', 'X', 'Y')).toBe(5);
    expect(line('Quoted', 'Properties')).toBe(26);
    expect(line('Nobody')).toBe(2);
  });

  test('go through aliases and merges to where it is written', () => {
    expect(line('Alias', 'Properties')).toBe(13);
    expect(line('Alias', 'Properties', 'P')).toBe(6);
    expect(line('Merged', 'Properties', 'Q', '0')).toBe(8);
    expect(line('Merged', 'Properties', 'R')).toBe(18);
  });

  test('go through short forms where the path does', () => {
    expect(line('Chosen', 'Properties', 'P', 'S')).toBe(22);
    expect(line('Chosen', 'Properties', 'P', 'Fn::If', '1', 'S')).toBe(24);
    expect(line('Chosen', 'Properties', 'P', 'Fn::If', '2')).toBe(25);
  });
});

describe('lines in JSON', () => {
  const lines = [
    '{',
    '"Resources": {',
    '"A": {"Type": "T", "Properties": {',
    '"P": [1,',
    '{"x": 2}],',
    '"__proto__": 3',
    '}}}}',
  ];
  const source = parseSource(lines.join('\n'), 't.json');

  test.each([
    [['Resources', 'A'], 3],
    [['Resources', 'A', 'Properties', 'P'], 4],
    [['Resources', 'A', 'Properties', 'P', '1', 'x'], 5],
    [['Resources', 'A', 'Properties', 'P', '5'], 4],
    [['Resources', 'A', 'Properties', 'P', 'x'], 4],
    [['Resources', 'A', 'Properties', '__proto__'], 6],
    [['Resources', 'A', 'Properties', 'constructor'], 3],
    [['Nothing'], 1],
    [[], 1],
  ])('%j', (path, line) => {
    expect(source.lineOf(path)).toBe(line);
  });
});

test('lines of any place in JSON are those that another parser finds', () => {
  const key = fc.constantFrom('Resources', 'A', '"', '\\', 'Ré', '{', '__proto__', 'Properties', 'x:', '0');
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(1, true, null, '', '}', '[', '\\"', 'Resources'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 3, noNullPrototype: true }),
    ),
  }));
  const template = fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true });
  fc.assert(
    fc.property(template, fc.array(key, { maxLength: 5 }), fc.constantFrom(0, 1), (data, path, indent) => {
      const text = JSON.stringify(data, null, indent).replaceAll(',', ',\n');
      const root = parseTree(text);
      let node = root;
      for (const step of path) {
        const next = node?.children?.find(
          (child, index) =>
            (node?.type === 'object' && child.children?.[0]?.value === step) ||
            (node?.type === 'array' && String(index) === step),
        );
        if (next === undefined) break;
        node = next.type === 'property' ? next.children?.[1] : next;
      }
      // The key stands before its value, on the same line or not.
      const offset = (node?.parent?.type === 'property' ? node.parent : node)?.offset ?? 0;
      expect(parseSource(text, 't.json').lineOf(path)).toBe(text.slice(0, offset).split('\n').length);
    }),
    { numRuns: 1000 },
  );
});

/** Looks up a line of each resource of each of some templates, by turns as rules do. */
test('of many findings in many large templates are found with one look at each', () => {
  let looks = 0;
  const count = 2_000;
  const body = {
    Resources: Object.fromEntries(Array.from({ length: count }, (_, n) => [`R${n}`, { Type: 'T' }])),
  };
  const sources = ['a', 'b', 'c'].map((name) => {
    const text = JSON.stringify({ name, ...body }, null, 1);
    return parseSource(text, 't.json', () => {
      looks++;
      return text;
    });
  });
  for (let n = 0; n < count; n++) {
    // Each resource takes three lines, after the name and the beginning of the section.
    for (const source of sources) expect(source.lineOf(['Resources', `R${n}`, 'Type'])).toBe(n * 3 + 5);
  }
  expect(looks).toBe(sources.length);
});

test('what a loop makes lies where the loop is', () => {
  const text = `
Transform: AWS::LanguageExtensions
Resources:
  Other: { Type: T }
  Fn::ForEach::Loop:
    - Z
    - [A]
    - R\${Z}:
        Type: T
        Properties: { P: 1 }
`;
  const { resources, templates } = deploymentOf(text);
  const made = resources.find(({ logicalId }) => logicalId === 'RA');
  expect(templates[0]?.lineOf(made?.get('P').at ?? [])).toBe(5);
});
