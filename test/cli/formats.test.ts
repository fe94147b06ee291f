import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../helpers/build';
import { runCommand } from '../helpers/command-line';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jichitai-formats-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, content: object): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content, undefined, 2));
  return path;
}

const log = (days: number) => ({
  Metadata: { Jichitai: { Zone: 'internet', Confidentiality: 1, Integrity: 1, Availability: 1 } },
  Resources: { Log: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: days } } },
});

describe('formats and files', () => {
  const at = (name: string) => join(folder, name);

  test('several at once, each in its own file, and one on the standard output', () => {
    const { status, stdout } = runCommand([
      'check',
      file('a.json', log(7)),
      ...['--format', `sarif=${at('out.sarif')}`, '--format', `junit=${at('out.xml')}`, '--format', 'text'],
    ]);
    expect(status).toBe(1);
    expect(stdout).toContain('LogGroupRetention');
    expect(JSON.parse(readFileSync(at('out.sarif'), 'utf8')).version).toBe('2.1.0');
    expect(readFileSync(at('out.xml'), 'utf8')).toContain('<testsuites ');
  });

  test('an output goes to the next format that names none', () => {
    const paths = [
      '--format',
      'json',
      '--output',
      at('a.out'),
      '--format',
      'gitlab',
      '--output',
      at('b.out'),
    ];
    expect(runCommand(['check', file('a.json', log(400)), ...paths])).toMatchObject({
      status: 0,
      stdout: '',
    });
    expect(JSON.parse(readFileSync(at('a.out'), 'utf8')).tool.name).toBe('jichitai-guardrails');
    expect(Array.isArray(JSON.parse(readFileSync(at('b.out'), 'utf8')))).toBe(true);
  });

  test.each([
    ['two on the standard output', ['--format', 'json', '--format', 'text']],
    ['one output for two formats', ['--format', 'json', '--format', 'text', '--output', '/x/a']],
    ['an output that is left over', ['--format', 'json=/x/a', '--output', '/x/b']],
    ['a file with no name', ['--format', 'json=']],
    ['one file for two formats', ['--format', 'json=/x/a', '--format', 'text=/x/a']],
    ['an unknown format with a file', ['--format', 'pdf=/x/a']],
    ['an empty base', ['--base', '']],
    ['a base that is not there', ['--base', '/no/such/folder']],
  ])('%s is exit 2, and nothing is written', (_name, args) => {
    const { status, stdout } = runCommand(['check', file('a.json', log(400)), ...args]);
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(readdirSync(folder)).toEqual(['a.json']);
  });

  test('a file has everything, without colours, while the screen has what fits', () => {
    const terminal = { columns: 60, rows: 16 };
    const paths = ['--format', `text=${at('all.txt')}`, '--format', 'text'];
    // The same format twice, once for the screen.
    const { stdout } = runCommand(['check', file('a.json', log(7)), ...paths], { terminal });
    expect(stdout).toContain('\u001b[');
    expect(stdout.trimEnd().split('\n').length).toBeLessThan(16);
    const all = readFileSync(at('all.txt'), 'utf8');
    expect(all).not.toContain('\u001b');
    expect(all).toContain('fix: ');
  });
});

describe('the terminal', () => {
  const terminal = { columns: 80, rows: 24 };

  test.each([
    ['NO_COLOR', { NO_COLOR: '1' }],
    ['a dumb terminal', { TERM: 'dumb' }],
  ])('%s means no colours', (_name, environment) => {
    const { stdout } = runCommand(['check', file('a.json', log(7))], { terminal, environment });
    expect(stdout).not.toContain('\u001b');
  });

  test('an empty NO_COLOR does not, and a pipe has none', () => {
    const path = file('a.json', log(7));
    expect(runCommand(['check', path], { terminal, environment: { NO_COLOR: '' } }).stdout).toContain(
      '\u001b[',
    );
    expect(runCommand(['check', path]).stdout).not.toContain('\u001b');
  });

  test('--verbose shows all that a screen has no room for', () => {
    const path = file('a.json', log(7));
    const [short, long] = [[], ['--verbose']].map(
      (more) => runCommand(['check', path, ...more], { terminal: { columns: 80, rows: 16 } }).stdout,
    ) as [string, string];
    expect(long.split('\n').length).toBeGreaterThan(short.split('\n').length);
    expect(short).toContain('--verbose');
  });

  test('progress is said where somebody watches and it takes long, and is taken away again', () => {
    const path = file('a.json', {
      Resources: Object.fromEntries(
        Array.from({ length: 64 }, (_, at) => [`Log${at}`, { Type: 'AWS::Logs::LogGroup' }]),
      ),
    });
    let time = 0;
    const { stderr } = runCommand(['check', path], { watcher: { now: () => (time += 400) } });
    expect(stderr).toMatch(/\rchecking… \d+ of 64 resources \(\d+ %\)/);
    expect(stderr).toMatch(/\r +\r$/);
    expect(runCommand(['check', path], { watcher: { now: () => 0 } }).stderr).toBe('');
    expect(runCommand(['check', path]).stderr).toBe('');
  });
});

test('against a base, what is new and what is fixed is told', () => {
  const { stdout } = runCommand([
    'check',
    file('a.json', log(7)),
    ...['--base', file('b.json', log(400)), '--format', 'markdown'],
  ]);
  // Another file is another template: only an assembly has stacks by name.
  expect(stdout).toMatch(/Against the base: \d+ new, \d+ fixed, \d+ unchanged/);
});

test('a check loads no format that it does not write', () => {
  const loader = join(ensureBuilt(), 'package', 'load.js');
  const loaded = (...formats: string[]) => {
    const args = JSON.stringify([
      'check',
      file('a.json', log(7)),
      ...formats.flatMap((name) => ['--format', name]),
    ]);
    const script = `const load = require(${JSON.stringify(loader)});
      load('core').main(${args}, { stdout: () => {}, stderr: () => {}, environment: {} });
      console.log(JSON.stringify([...load.loaded.keys(), ...Object.keys(require.cache)]));`;
    const { stdout } = spawnSync(process.execPath, ['-e', script], { encoding: 'utf8', cwd: folder });
    return (JSON.parse(stdout) as string[]).map((path) => path.replaceAll('\\', '/'));
  };
  // What tells lines of a template is read once there is a finding.
  const always = ['core', 'lib-model-json-source'];
  expect(loaded().filter((path) => !path.includes('/') && !always.includes(path))).toEqual([]);
  expect(loaded().filter((path) => /\/(fflate|ajv|yaml)\//.test(path))).toEqual([]);
  expect(loaded('sarif')).toContain('lib-report-sarif');
});
