import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../helpers/build';
import { runCommand } from '../helpers/command-line';
import { command } from './command';

beforeAll(() => void ensureBuilt(), 120_000);

const folder = mkdtempSync(join(tmpdir(), 'jichitai-outputs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string, content: object): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, JSON.stringify(content, undefined, 1));
  return path;
};
const HARMLESS = { Resources: { Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' } } };
const harmless = file('harmless.json', HARMLESS);
/** More than a pipe takes at once. */
const large = file('large.json', {
  Resources: Object.fromEntries(
    Array.from({ length: 60 }, (_, at) => [`Bucket${at}`, { Type: 'AWS::S3::Bucket', Properties: {} }]),
  ),
});

describe('an output that cannot be written is exit status 2, with the reason, and leaves nothing behind', () => {
  const cases: readonly (readonly [string, string, RegExp])[] = [
    ['a full disk', '/dev/full/x', /ENOTDIR/],
    ['a folder', folder, /EISDIR|EEXIST|ENOTEMPTY/],
    ['a folder that is not there', join(folder, 'no', 'x.json'), /ENOENT/],
    ['a file system that nobody writes to', '/proc/jichitai.json', /ENOENT|EACCES|EPERM|EROFS/],
    ['a name that is too long', join(folder, 'x'.repeat(300)), /ENAMETOOLONG/],
  ];
  test.each(cases)('%s', (_name, path, reason) => {
    const before = readdirSync(folder);
    const { status, stderr, stdout } = runCommand(['check', harmless, '--format', 'json', '--output', path]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(reason);
    expect(stderr).toMatch(/^jichitai-guardrails: [^\n]+\n$/);
    expect(readdirSync(folder)).toEqual(before);
  });

  test('the evidence as well', () => {
    const { status, stderr } = runCommand([
      'check',
      harmless,
      '--evidence',
      join(folder, 'no', 'evidence.zip'),
    ]);
    expect(status).toBe(2);
    expect(stderr).toMatch(/ENOENT/);
  });

  test.each(['text', 'json'])('a full standard output, as %s', async (format) => {
    if (!existsSync('/dev/full')) return;
    const full = openSync('/dev/full', 'w');
    try {
      const { status, stderr } = await command(['check', harmless, '--format', format], full);
      expect(status).toBe(2);
      expect(stderr).toMatch(/ENOSPC/);
      expect(stderr).not.toMatch(/^\s+at /m);
    } finally {
      closeSync(full);
    }
  });

  test('a standard output that nobody reads', async () => {
    const { status, stderr } = await command(['check', large, '--format', 'json'], 'closed');
    expect(status).toBe(2);
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});

describe('an assembly', () => {
  const assembly = join(folder, 'cdk.out');
  const nested = { Resources: { Inner: { Type: 'AWS::S3::Bucket', Properties: {} } } };
  const stack = (name: string) => ({
    type: 'aws:cloudformation:stack',
    environment: 'aws://111122223333/ap-northeast-1',
    properties: { templateFile: `${name}.template.json` },
  });
  beforeAll(() => {
    file('cdk.out/manifest.json', {
      version: '48.0.0',
      artifacts: { City: stack('City'), Other: stack('Other') },
    });
    file('cdk.out/City.template.json', {
      Resources: {
        Nested: {
          Type: 'AWS::CloudFormation::Stack',
          Properties: { TemplateURL: 'https://x' },
          Metadata: { 'aws:asset:path': 'City.nested.template.json' },
        },
      },
    });
    file('cdk.out/City.nested.template.json', nested);
    file('cdk.out/Other.template.json', nested);
  });

  /** All that can be told of the files of a folder, but for when they were read. */
  const stateOf = (path: string): readonly (readonly unknown[])[] =>
    ['', ...readdirSync(path, { recursive: true, encoding: 'utf8' })].sort().map((name) => {
      const { mtimeMs, ctimeMs, size, mode, ino } = statSync(join(path, name));
      const isFile = statSync(join(path, name)).isFile();
      const hash = isFile
        ? createHash('sha256')
            .update(readFileSync(join(path, name)))
            .digest('hex')
        : '';
      return [name, mtimeMs, ctimeMs, size, mode, ino, hash];
    });

  test('is only read, and checks at the same time agree', async () => {
    const before = stateOf(assembly);
    const checks = await Promise.all(
      ['json', 'sarif', 'json', 'json'].map((format) => command(['check', assembly, '--format', format])),
    );
    expect(checks.map(({ status, stderr }) => ({ status, stderr }))).toEqual(
      Array.from({ length: 4 }, () => ({ status: 1, stderr: '' })),
    );
    const [first, , third, fourth] = checks.map(({ stdout }) => stdout);
    expect([third, fourth]).toEqual([first, first]);
    runCommand(['check', assembly, '--format', 'html', '--output', join(folder, 'report.html')]);
    runCommand(['access', assembly]);
    runCommand(['facts', assembly]);
    expect(stateOf(assembly)).toEqual(before);
  });

  const escapes: readonly (readonly [string, object])[] = [
    ['a template above it', { City: { ...stack('City'), properties: { templateFile: '../harmless.json' } } }],
    ['an absolute path', { City: { ...stack('City'), properties: { templateFile: '/etc/passwd' } } }],
    ['an assembly above it', { Up: { type: 'cdk:cloud-assembly', properties: { directoryName: '..' } } }],
    ['itself', { Self: { type: 'cdk:cloud-assembly', properties: { directoryName: '.' } } }],
    ['assets above it', { Assets: { type: 'cdk:asset-manifest', properties: { file: '../../x.json' } } }],
    ['a symbolic link out of it', { City: { ...stack('City'), properties: { templateFile: 'link.json' } } }],
    ['no name at all', { City: { ...stack('City'), properties: { templateFile: { toString: 1 } } } }],
    ['a device', { City: { ...stack('City'), properties: { templateFile: '/dev/zero' } } }],
  ];
  test.each(escapes)('that names %s is refused', (name, artifacts) => {
    const at = `escape-${name.replaceAll(' ', '-')}`;
    file(`${at}/manifest.json`, { version: '48.0.0', artifacts });
    if (name.includes('link')) symlinkSync(harmless, join(folder, at, 'link.json'));
    const { status, stdout, stderr } = runCommand(['check', join(folder, at)]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/manifest\.json:\d+: (names a file outside|an assembly that contains itself)/);
  });
});

test('a nested stack that leads out of its folder, or to itself, is not read, and says so', () => {
  file('secret/outside.json', { Resources: { Outside: { Type: 'AWS::S3::Bucket', Properties: {} } } });
  symlinkSync(
    join(folder, 'secret'),
    join(mkdirSync(join(folder, 'inside'), { recursive: true }) ?? '', 'way'),
  );
  for (const url of [
    '../secret/outside.json',
    join(folder, 'secret/outside.json'),
    'way/outside.json',
    'stack.json',
    './stack.json',
  ]) {
    const stack = file('inside/stack.json', {
      Resources: { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: url } } },
    });
    const { status, stdout } = runCommand(['check', stack, '--format', 'json']);
    expect({ url, status }).toEqual({ url, status: 1 });
    expect(stdout).not.toContain('"logicalId": "Outside"');
  }
});
