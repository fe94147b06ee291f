import { InputError } from '../../lib/errors';
import { loadPaths } from '../../lib/model/load';
import { parseSource } from '../../lib/model/source';
import { deploymentOf } from '../helpers/inline';
import { cleanUp, folderOf, load, refusal } from './folder';

afterEach(cleanUp);

/** The refusal of one file, which must name it. */
function refused(name: string, text: string): { readonly detail: string; readonly line: number | undefined } {
  const error = refusal({ [name]: text }, name);
  expect(error.file).toMatch(new RegExp(`${name}$`));
  expect(error.detail.ja).not.toBe('');
  expect(error.message).not.toContain('\n');
  return { detail: error.detail.en, line: error.line };
}

describe('text that cannot be read', () => {
  test.each([
    ['t.json', '{\n "Resources": {\n  "A" }\n}', 3, 'not valid JSON'],
    ['t.json', '{\n "Resources": {},\n}', 3, 'not valid JSON'],
    ['t.json', '{ "Resources": {}', 1, 'not valid JSON'],
    ['t.json', '{} {}', 1, 'not valid JSON'],
    ['t.json', '{ // comment\n "Resources": {} }', 1, 'not valid JSON'],
    ['t.template', '{"Resources": }', 1, 'not valid JSON'],
    ['t.yaml', 'Resources:\n  A:\n    Type: [T\n', 4, 'not valid YAML'],
    ['t.yaml', 'Resources:\n  A: 1\n B: 2\n', 3, 'not valid YAML'],
    ['t.yaml', 'Resources:\n\tA: 1\n', 2, 'not valid YAML'],
    ['t.yaml', '{"Resources": {"A": }', 1, 'not valid YAML'],
    ['t.yaml', 'Resources: {}\n---\nResources: {}\n', 2, 'not valid YAML'],
    ['t.yaml', 'Resources:\n  A: !Nonsense x\n', 2, 'not valid YAML'],
    ['t.yaml', 'Resources:\n  A: !!set {x}\n', 2, 'tag:yaml.org,2002:set'],
    ['t.yaml', 'Resources:\n  A: *nowhere\n', 2, 'nowhere'],
    ['t.yaml', 'Resources:\n  A: &a\n    B: *a\n', 3, 'contains itself'],
    ['t.yaml', 'Resources:\n  ? [a]\n  : b\n', 2, 'not a string'],
    ['t.yaml', 'Resources:\n  !Ref a: b\n', 2, 'not a string'],
    ['t.yaml', 'Resources:\n  : b\n', 2, 'not a string'],
    ['t.yaml', 'Resources:\n  <<: [1]\n', 2, 'not a map'],
    ['t.yaml', '', 1, 'empty'],
    ['t.json', ' \n\t', 1, 'empty'],
    ['t.yaml', '# only a comment\n', 1, 'not a CloudFormation template'],
  ])('%s %j', (name, text, line, detail) => {
    const error = refused(name, text);
    expect(error.detail).toContain(detail);
    expect(error.line).toBe(line);
  });
});

describe('keys that are written twice', () => {
  test.each([
    ['at the top', '{\n"Resources": {},\n"Resources": {}\n}', 3, '"Resources"'],
    ['below', '{"Resources": {"A": {"Type": "T",\n"Properties": {"x": 1,\n"x": 2}}}}', 3, '"x"'],
    [
      'in an object of a list',
      '{"Resources": {"A": {"Type": "T", "Properties": {"x": [1, {"y": 1, "y": 2}]}}}}',
      1,
      '"y"',
    ],
    ['spelled differently', '{"Resources": {"a": {"Type": "T"},\n"\\u0061": {"Type": "T"}}}', 2, '"a"'],
    ['with an escaped quote', '{"Resources": {}, "x\\"": 1,\n"x\\u0022": 2}', 2, '"x\\""'],
    ['called __proto__', '{"Resources": {}, "__proto__": 1,\n"__proto__": 2}', 2, '"__proto__"'],
  ])('in JSON, %s', (_name, text, line, key) => {
    const error = refused('t.json', text);
    expect(error.detail).toContain(`the key ${key} is written twice`);
    expect(error.line).toBe(line);
  });

  test.each([
    ['Resources: {}\nResources: {}\n', 2],
    ['Resources:\n  A: { Type: T }\n  "A": { Type: T }\n', 3],
    ['Resources:\n  "\\x41": { Type: T }\n  A: { Type: T }\n', 3],
    // One key as CloudFormation reads them.
    ['Resources: {}\nMappings: { M: { 1: { a: b },\n "1": { a: c } } }\n', 3],
    ['Resources: {}\nMappings: { M: { true: { a: b },\n "true": { a: c } } }\n', 3],
    ['Resources: {}\n__proto__: 1\n__proto__: 2\n', 3],
  ])('in YAML: %j', (text, line) => {
    const error = refused('t.yaml', text);
    expect(error.detail).toContain('written twice');
    expect(error.line).toBe(line);
  });

  test('are no duplicates in different objects, as values or in strings', () => {
    expect(() =>
      parseSource(
        '{"a": {"a": "a"}, "b": ["a", "a", {"a": 1}, {"a": 2}], "c": "\\"a\\": 1, \\"a\\": 2"}',
        't.json',
      ),
    ).not.toThrow();
    expect(parseSource('{"1": "x", "01": "y", "__proto__": {"__proto__": 1}}', 't.json').data).toBeDefined();
    expect(parseSource('01: x\n1: y\n', 't.yaml').data).toEqual({ '01': 'x', '1': 'y' });
  });
});

describe('what is no template', () => {
  test.each([
    ['[]', 'the top is not an object'],
    ['- a', 'the top is not an object'],
    ['just text', 'the top is not an object'],
    ['"text"', 'the top is not an object'],
    ['{}', 'there is no Resources section'],
    ['{"Resources": []}', 'Resources is not an object'],
    ['{"Resources": null}', 'Resources is not an object'],
    ['Resources:\n', 'Resources is not an object'],
    ['{"Resources": {"A": {}}}', 'the resource A has no Type'],
    ['{"Resources": {"A": {"Type": {"Ref": "X"}}}}', 'the resource A has no Type'],
    ['{"Resources": {"A": "T"}}', 'Resources.A is not an object'],
    ['{"Resources": {"A": null}}', 'Resources.A is not an object'],
    ['{"Resources": {"A": {"Type": "T", "Properties": []}}}', 'Resources.A.Properties is not an object'],
    ['{"Resources": {"A": {"Type": "T", "Properties": "x"}}}', 'Resources.A.Properties is not an object'],
    ['{"Resources": {}, "Conditions": []}', 'Conditions is not an object'],
    ['{"Resources": {}, "Parameters": "x"}', 'Parameters is not an object'],
  ])('%s', (text, detail) => {
    expect(refused('t.yaml', text).detail).toContain(detail);
  });

  test('says the line of the resource at fault', () => {
    expect(refused('t.yaml', 'Resources:\n  A: { Type: T }\n  B: {}\n').line).toBe(3);
    expect(refused('t.json', '{\n"Resources": {\n"A": {\n"Type": "T",\n"Properties": []\n}}}').line).toBe(5);
  });

  test('sections that are empty, null, or not there are no fault; that nothing was checked is told', () => {
    const { templates } = deploymentOf('Resources: {}\nOutputs:\nConditions:\n');
    expect(templates[0]?.problems).toMatchObject([{ kind: 'empty' }]);
    expect(deploymentOf('Resources: { A: { Type: T, Properties: } }').resources[0]?.get('P').isAbsent).toBe(
      true,
    );
  });
});

describe('nesting', () => {
  const LEVELS = 10_000;
  const nested = (open: string, close: string, inner = '1') =>
    open.repeat(LEVELS) + inner + close.repeat(LEVELS);
  const within = (value: string) => `{"Resources": {"A": {"Type": "T", "Properties": {"P":\n${value}}}}}`;

  test.each([
    ['arrays in JSON', 't.json', within(nested('[', ']'))],
    ['objects in JSON', 't.json', within(nested('{"a":', '}'))],
    ['functions in JSON', 't.json', within(nested('{"Fn::Base64":', '}'))],
    ['arrays that are not closed in JSON', 't.json', '['.repeat(200_000)],
    [
      'arrays in YAML',
      't.yaml',
      `Resources:\n  A:\n    Type: T\n    Properties: { P: ${nested('[', ']')} }\n`,
    ],
    [
      'maps in YAML',
      't.yaml',
      `Resources:\n  A:\n    Type: T\n    Properties: { P: ${nested('{a: ', '}')} }\n`,
    ],
    ['block sequences in YAML', 't.yaml', `Resources:\n  A:\n    ${'- '.repeat(LEVELS)}x\n`],
    [
      'functions in YAML',
      't.yaml',
      `Resources:\n  A:\n    Type: T\n    Properties: { P: ${nested('!Not [', ']')} }\n`,
    ],
  ])('%s beyond reason is refused', (_name, file, text) => {
    expect(refused(file, text).detail).toMatch(/nested too deeply|not valid/);
  });

  test('that is deep but reasonable is read', () => {
    const deep = (levels: number) => `${'['.repeat(levels)}1${']'.repeat(levels)}`;
    expect(() => parseSource(deep(250), 't.json')).not.toThrow();
    expect(() => parseSource(`a: ${deep(250)}`, 't.yaml')).not.toThrow();
    // Brackets in a text do not count.
    expect(() => parseSource(JSON.stringify({ a: '['.repeat(1_000), b: '\\"[[' }), 't.json')).not.toThrow();
  });
});

test('a byte order mark and line ends of Windows are no fault, and lines are counted', () => {
  for (const [name, text] of [
    ['t.json', '\uFEFF{\r\n"Resources": {\r\n"A": {"Type": "T",\r\n"Properties": {"P": 1}}}}'],
    ['t.yaml', '\uFEFFResources:\r\n  A: { Type: T,\r\n    \r\n    Properties: { P: 1 } }\r\n'],
  ] as const) {
    const { resources, templates } = load({ [name]: text }, name);
    expect(resources[0]?.get('P').literal).toBe(1);
    expect(templates[0]?.lineOf(['Resources', 'A', 'Properties', 'P'])).toBe(4);
  }
});

test('a file that is not there, is a folder, or is not text', () => {
  const folder = folderOf({ 'a/t.yaml': 'Resources: {}' });
  for (const path of ['nothing.yaml', 'a/t.yaml/x', '', 'a\u0000b']) {
    expect(() => loadPaths([`${folder}/${path}`, `${folder}/none`])).toThrow(InputError);
  }
  expect(refused('t.json', '\u0000\u0001\u0002').line).toBe(1);
  expect(refused('t.yaml', Buffer.from([0x00, 0xd8, 0x00, 0xdc]).toString('latin1')).detail).not.toBe('');
});
