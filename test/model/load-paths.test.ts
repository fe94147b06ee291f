import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../../lib/errors';
import type { Deployment } from '../../lib/model/deployment';
import { loadPaths } from '../../lib/model/load';
import { cleanUp, folderOf, load, refusal } from './folder';

afterEach(cleanUp);

const T = { Resources: { R: { Type: 'T' } } };
const nesting = (...urls: readonly string[]) => ({
  Resources: Object.fromEntries(
    urls.map((TemplateURL, index) => [
      `N${index}`,
      { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL } },
    ]),
  ),
});
const names = ({ templates }: Deployment) => templates.map(({ path }) => path.split('/').pop());
const problems = ({ templates }: Deployment) =>
  templates.flatMap((template) => template.problems.map(({ kind, message }) => `${kind}: ${message.en}`));

describe('a file that is written to while it is checked', () => {
  const place = ['Resources', 'R', 'Type'];

  test('is refused once the check looks at it again', () => {
    const folder = folderOf({ 'a.json': T });
    const [template] = loadPaths([folder]).templates;
    writeFileSync(join(folder, 'a.json'), JSON.stringify({ Other: 1, ...T }, null, 2));
    expect(() => template?.lineOf(place)).toThrow(InputError);
    expect(() => template?.lineOf(place)).toThrow(/a\.json: .*changed while it was being checked/);
  });

  test('is refused where it is gone', () => {
    const folder = folderOf({ 'a.json': T });
    const [template] = loadPaths([folder]).templates;
    rmSync(join(folder, 'a.json'));
    expect(() => template?.lineOf(place)).toThrow(/a\.json: there is no such file/);
  });

  test('is none that was left alone', () => {
    const [template] = load({ 'a.json': T }).templates;
    expect(template?.lineOf(place)).toBe(4);
  });
});

describe('folders', () => {
  test('give the templates in them and below, whatever they are called, and nothing else', () => {
    const deployment = load({
      'a.json': T,
      'b/c.yaml': 'Resources: { R: { Type: T } }',
      'd.template': T,
      'E.YML': 'Resources: { R: { Type: T } }',
      'package.json': { name: 'x' },
      'tsconfig.json': '{ // comments are no JSON\n}',
      'values.yaml': 'a: !Ref x\nb: {{ helm }}\n',
      'notes.txt': 'Resources',
      'node_modules/x/t.json': T,
      '.git/t.json': T,
    });
    expect(names(deployment)).toEqual(['E.YML', 'a.json', 'c.yaml', 'd.template']);
  });

  test.each([
    ['a.json', '{"Resources":{"A":{"Type":"T"}}}'],
    ['a.yaml', 'Resources:\n  A:\n    Type: T\n'],
  ])('with a template in UTF-16 in them are refused: %s must not be passed over', (name, text) => {
    // In UTF-16 a zero follows each letter.
    const utf16 = [...text].map((letter) => `${letter}\u0000`).join('');
    expect(refusal({ [name]: utf16, 'sound.json': T }).file).toContain(name);
    expect(load({ [name]: 'Resources that are no template', 'sound.json': T }).resources).toHaveLength(1);
  });

  test('with no template in them are refused, as is a template in them that is broken', () => {
    expect(refusal({ 'x.txt': 'x' }).message).toContain('no CloudFormation template');
    expect(refusal({ 'package.json': { name: 'x' } }).message).toContain('no CloudFormation template');
    const broken = refusal({ 'a.json': T, 'b.yaml': 'Resources:\n  A: [\n' });
    expect(broken.file).toMatch(/b\.yaml$/);
    expect(broken.line).toBe(3);
    expect(refusal({ 'a.json': T, 'b.json': '{"Resources": {"R": {}}}' }).file).toMatch(/b\.json$/);
    expect(refusal({ 'a.json': { AWSTemplateFormatVersion: '2010-09-09' } }).message).toContain(
      'no Resources',
    );
  });

  test('symbolic links are followed, in a circle once, and those that lead nowhere are passed over', () => {
    const elsewhere = folderOf({ 'far.json': T });
    const deployment = load({
      'a.json': T,
      'link.json': `->${elsewhere}/far.json`,
      dir: `->${elsewhere}`,
      self: '->.',
      'loop.json': '->loop.json',
      'dangling.json': '->nowhere.json',
    });
    // The far template is one, by whichever name it comes first.
    expect(names(deployment)).toEqual(['a.json', 'far.json']);
  });

  test('a file that is named twice, and as a part of the folder, is one template', () => {
    const folder = folderOf({ 'a.json': T, 'b.json': T });
    const deployment = loadPaths([join(folder, 'a.json'), folder, join(folder, '.', 'a.json')]);
    expect(names(deployment)).toEqual(['a.json', 'b.json']);
  });
});

describe('nested templates', () => {
  test('come with the one that nests them, also where files are named one by one', () => {
    const files = { 'main.json': nesting('sub/child.json'), 'sub/child.json': T };
    expect(load(files).templates.map(({ parent }) => parent?.logicalId)).toEqual([undefined, 'N0']);
    expect(names(load(files, 'sub/child.json', 'main.json'))).toEqual(['main.json', 'child.json']);
  });

  test.each([
    ['itself', { 'a.json': nesting('a.json') }, ['a.json']],
    ['one that nests it', { 'a.json': nesting('b.json'), 'b.json': nesting('a.json') }, ['a.json', 'b.json']],
  ])('that contain %s are checked once, and that is told', (_name, files, expected) => {
    const deployment = load(files);
    expect([...new Set(names(deployment))].sort()).toEqual(expected);
    expect(problems(deployment)).toEqual(
      expect.arrayContaining([expect.stringContaining('it contains itself')]),
    );
  });

  test('are read below the folder only, through links as well, and otherwise checked as what they are', () => {
    const outside = folderOf({ 'secret.json': T });
    const files = {
      'in/main.json': nesting(
        '../child.json',
        `${outside}/secret.json`,
        'link.json',
        'none.json',
        '/etc',
        'sub',
        'a\u0000b',
      ),
      'in/link.json': `->${outside}/secret.json`,
      'in/sub/x.txt': '',
      'child.json': T,
    };
    const deployment = load(files, 'in/main.json');
    expect(names(deployment)).toEqual(['main.json']);
    expect(problems(deployment)).toEqual([
      expect.stringContaining('outside of the folder'),
      expect.stringContaining('outside of the folder'),
      expect.stringContaining('outside of the folder'),
      expect.stringContaining('there is no none.json'),
      expect.stringContaining('there is no /etc'),
      expect.stringContaining('there is no sub'),
      expect.stringContaining('there is no a\u0000b'),
    ]);
    // Not at hand for the one that nests it, but asked for.
    expect(names(load(files, 'in/main.json', 'child.json'))).toEqual(['main.json', 'child.json']);
  });

  test('with a fault are refused by their own name and line', () => {
    const error = refusal(
      { 'main.json': nesting('child.yaml'), 'child.yaml': 'Resources:\n  A: {}\n' },
      'main.json',
    );
    expect(error.message).toMatch(/child\.yaml:2: the resource A has no Type/);
  });

  test('that double at each level end', () => {
    const files = Object.fromEntries(
      Array.from({ length: 18 }, (_, level) => [
        `t${level}.json`,
        level < 17 ? nesting(`t${level + 1}.json`, `t${level + 1}.json`) : T,
      ]),
    );
    const deployment = load(files, 't0.json');
    expect(deployment.templates.length).toBeLessThanOrEqual(2_000);
    expect(problems(deployment)).toEqual(
      expect.arrayContaining([expect.stringContaining('too many nested stacks')]),
    );
  });
});

describe('cloud assemblies', () => {
  const stack = (templateFile: unknown, more: object = {}) => ({
    type: 'aws:cloudformation:stack',
    environment: 'aws://012345678901/ap-northeast-1',
    properties: {
      templateFile,
      stackName: 'Records',
      tags: { 'jichitai:zone': 'lgwan' },
      terminationProtection: true,
    },
    displayName: 'App/Records (Records)',
    ...more,
  });
  const stage = (directoryName: unknown) => ({ type: 'cdk:cloud-assembly', properties: { directoryName } });
  const manifest = (artifacts: object) => ({ version: '36.0.0', artifacts });

  test('give their stacks with what is known of them, and no other file', () => {
    const { templates } = load({
      'manifest.json': manifest({ A: stack('A.json'), Tree: { type: 'cdk:tree' }, Nothing: null }),
      'A.json': T,
      'other.json': T,
    });
    expect(templates).toHaveLength(1);
    expect(templates[0]?.stack).toEqual({
      stackName: 'Records',
      constructPath: 'App/Records',
      account: '012345678901',
      region: 'ap-northeast-1',
      tags: { 'jichitai:zone': 'lgwan' },
      terminationProtection: true,
    });
  });

  test('leave open what the app left open', () => {
    const open = stack('A.json', {
      environment: 'aws://unknown-account/unknown-region',
      properties: { templateFile: 'A.json' },
      displayName: undefined,
    });
    const { templates } = load({ 'manifest.json': manifest({ Id: open }), 'A.json': T });
    expect(templates[0]?.stack).toEqual({
      stackName: 'Id',
      constructPath: 'Id',
      account: undefined,
      region: undefined,
      tags: undefined,
      // The manifest leaves out what is off.
      terminationProtection: false,
    });
  });

  test('within assemblies (stages) are read as well', () => {
    const deployment = load({
      'manifest.json': manifest({ S: stage('assembly-S'), A: stack('A.json') }),
      'A.json': T,
      'assembly-S/manifest.json': manifest({ B: stack('B.json'), Deep: stage('assembly-D') }),
      'assembly-S/B.json': T,
      'assembly-S/assembly-D/manifest.json': manifest({ C: stack('../B.json') }),
    });
    expect(names(deployment).sort()).toEqual(['A.json', 'B.json']);
  });

  test('two stacks of one template are two; the file by itself adds nothing', () => {
    const folder = folderOf({
      'manifest.json': manifest({
        A: stack('A.json'),
        B: stack('A.json', { environment: 'aws://1/us-east-1' }),
      }),
      'A.json': T,
    });
    for (const paths of [[folder], [join(folder, 'A.json'), folder]]) {
      const { templates } = loadPaths(paths);
      expect(templates.map(({ stack: { region } }) => region)).toEqual(['ap-northeast-1', 'us-east-1']);
    }
  });

  test.each([
    ['no artifacts', { 'manifest.json': {} }, 'no artifacts'],
    ['no object', { 'manifest.json': '[]' }, 'no artifacts'],
    ['no JSON', { 'manifest.json': '{\n"artifacts": ' }, 'not valid JSON'],
    ['no stack', { 'manifest.json': manifest({}), 'A.json': T }, 'no stack'],
    ['a stack without a file', { 'manifest.json': manifest({ A: stack(undefined) }) }, 'outside'],
    ['a file that is not there', { 'manifest.json': manifest({ A: stack('A.json') }) }, 'no such file'],
    ['a file outside', { 'manifest.json': manifest({ A: stack('../../etc/passwd') }) }, 'outside'],
    ['a file at the root', { 'manifest.json': manifest({ A: stack('/etc/passwd') }) }, 'outside'],
    [
      'a link outside',
      { 'manifest.json': manifest({ A: stack('A.json') }), 'A.json': '->/etc/hostname' },
      'outside',
    ],
    ['a folder for a file', { 'manifest.json': manifest({ A: stack('d') }), 'd/x': '' }, 'EISDIR'],
    ['a stage outside', { 'manifest.json': manifest({ A: stage('..') }) }, 'outside'],
    ['a stage that is not there', { 'manifest.json': manifest({ A: stage('none') }) }, 'no such file'],
    ['itself as a stage', { 'manifest.json': manifest({ A: stage('.') }) }, 'contains itself'],
    ['itself by a link', { 'manifest.json': manifest({ A: stage('me') }), me: '->.' }, 'contains itself'],
  ])('with %s are refused', (_name, files, detail) => {
    expect(refusal(files).message).toContain(detail);
  });
});
