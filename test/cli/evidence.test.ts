import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { version as VERSION } from '../../lib/version';
import { runCommand } from '../helpers/command-line';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jichitai-evidence-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);

const run = (...args: readonly string[]) => runCommand(args);

const template = JSON.stringify({
  Metadata: { Jichitai: { Zone: 'internet', Confidentiality: 1, Integrity: 1, Availability: 1 } },
  Resources: {
    JuminLog: { Type: 'AWS::Logs::LogGroup', Properties: { LogGroupName: 'jumin-hyo', RetentionInDays: 7 } },
  },
});
const register = 'exceptions: []\n';
const profile = `extends: miyazaki
name: city
allowedAdministrators: [JuminAdministrator]
facts: { outsideAccounts: ['123456789012'] }
`;
const sha256 = (data: string | Uint8Array) => createHash('sha256').update(data).digest('hex');

function collect(target: string, ...more: readonly string[]) {
  for (const [name, text] of Object.entries({ 'a.json': template, 'r.yaml': register, 'p.yaml': profile })) {
    writeFileSync(at(name), text);
  }
  const inputs = ['--profile', at('p.yaml'), '--exceptions', at('r.yaml')];
  return run(
    'check',
    at('a.json'),
    ...inputs,
    '--format',
    `json=${at('out.json')}`,
    '--evidence',
    at(target),
    ...more,
  );
}
const json = (...path: string[]) => JSON.parse(readFileSync(join(folder, ...path), 'utf8'));

test('a bundle has what an auditor asks for, each file with its hash', () => {
  // The verdict stays what it is.
  const { status, stderr } = collect('one');
  expect(status).toBe(1);
  const manifest = json('one', 'manifest.json');
  expect(readdirSync(at('one')).sort()).toEqual(
    [...manifest.files.map(({ path }: { path: string }) => path), 'manifest.json'].sort(),
  );
  for (const { path, sha256: expected } of manifest.files) {
    expect(sha256(readFileSync(join(at('one'), path)))).toBe(expected);
  }
  expect(stderr).toContain(sha256(readFileSync(join(at('one'), 'manifest.json'))));
  expect(json('one', 'templates.json').templates).toEqual([
    { path: at('a.json'), sha256: sha256(template), bytes: template.length },
  ]);
  expect(json('one', 'check.json')).toMatchObject({
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+09:00$/),
    rulePack: { version: VERSION, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    commit: { id: expect.stringMatching(/^[0-9a-f]{40}$/) },
  });
  expect(json('one', 'profile.json')).toMatchObject({
    name: 'city',
    facts: { outsideAccounts: ['123456789012'] },
  });
  expect(readFileSync(join(at('one'), 'exceptions.yaml'), 'utf8')).toBe(register);
  expect(json('one', 'support-dates.json').eks.asOf).toMatch(/^\d{4}-/);
  const { findings, byRule } = json('one', 'assessment.json');
  expect(findings).toContainEqual(
    expect.objectContaining({
      rule: 'LogGroupRetention',
      title: { ja: expect.any(String), en: expect.any(String) },
    }),
  );
  expect(byRule.LogGroupRetention).toMatchObject({ violation: 1 });
});

test('bundles are chained, as folders and as zip files', () => {
  collect('one');
  collect('two.zip', '--previous', at('one'));
  collect('three.zip', '--previous', at('two.zip'));
  expect(run('evidence', 'verify', at('one'), at('two.zip'), at('three.zip'))).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(
      /one: unchanged \(number 1,.*\ntwo.zip: unchanged \(number 2,.*\nthree.zip: unchanged \(number 3,/,
    ),
  });
  // By itself it is sound, and says what was not looked at.
  expect(run('evidence', 'verify', at('two.zip'))).toMatchObject({
    status: 0,
    stdout: expect.stringContaining('was not looked at'),
  });
});

describe('what was done to a bundle shows', () => {
  const status = (...names: readonly string[]) => run('evidence', 'verify', ...names.map(at)).status;

  test.each<[string, () => void]>([
    ['a changed file', () => writeFileSync(join(at('one'), 'report.txt'), 'nothing found\n')],
    ['a file that is gone', () => rmSync(join(at('one'), 'exceptions.yaml'))],
    ['a file that was added', () => writeFileSync(join(at('one'), 'more.txt'), '')],
    ['no manifest', () => rmSync(join(at('one'), 'manifest.json'))],
    ['a manifest that is none', () => writeFileSync(join(at('one'), 'manifest.json'), '{"files": [null]}')],
  ])('%s', (_name, change) => {
    collect('one');
    expect(status('one')).toBe(0);
    change();
    expect(status('one')).toBe(1);
    // Nothing is built upon it.
    expect(collect('two', '--previous', at('one')).status).toBe(2);
    expect(existsSync(at('two'))).toBe(false);
  });

  test('a file changed together with the manifest, by the next bundle', () => {
    collect('one');
    collect('two', '--previous', at('one'));
    const text = readFileSync(join(at('one'), 'report.txt'), 'utf8').replaceAll('violation', 'compliant');
    writeFileSync(join(at('one'), 'report.txt'), text);
    const manifest = json('one', 'manifest.json');
    for (const file of manifest.files) {
      const data = readFileSync(join(at('one'), file.path));
      Object.assign(file, { sha256: sha256(data), bytes: data.length });
    }
    writeFileSync(join(at('one'), 'manifest.json'), `${JSON.stringify(manifest, undefined, 2)}\n`);
    expect(status('one')).toBe(0);
    expect(status('one', 'two')).toBe(1);
  });

  test('a bundle that was left out, or put in another order', () => {
    collect('one');
    collect('two', '--previous', at('one'));
    collect('three', '--previous', at('two'));
    expect(status('one', 'two', 'three')).toBe(0);
    expect(status('one', 'three')).toBe(1);
    expect(status('two', 'one')).toBe(1);
    cpSync(at('two'), at('again'), { recursive: true });
    expect(status('one', 'two', 'again')).toBe(1);
  });

  test('a changed entry of a zip file', () => {
    collect('one.zip');
    const entries = unzipSync(readFileSync(at('one.zip')));
    expect(strFromU8(entries['report.txt'] as Uint8Array)).toContain('LogGroupRetention');
    writeFileSync(at('one.zip'), zipSync({ ...entries, 'report.txt': strToU8('nothing found\n') }));
    expect(run('evidence', 'verify', at('one.zip'), '--lang', 'ja')).toMatchObject({
      status: 1,
      stdout: 'one.zip：report.txtが変更されている\n',
    });
  });
});

test.each([
  ['evidence that is there already', () => collect('one')],
  ['no folder to write to', () => collect('no/such/place')],
  ['a previous bundle without evidence', () => run('check', at('a.json'), '--previous', at('one'))],
  ['a previous bundle that is none', () => collect('two', '--previous', at('a.json'))],
  ['nothing to verify', () => run('evidence', 'verify')],
  ['another thing than verify', () => run('evidence', 'burn', at('one'))],
  ['a bundle that is not there', () => run('evidence', 'verify', at('nowhere'))],
])('%s is exit 2', (_name, attempt) => {
  collect('one');
  const before = readFileSync(join(at('one'), 'manifest.json'), 'utf8');
  expect(attempt().status).toBe(2);
  expect(readFileSync(join(at('one'), 'manifest.json'), 'utf8')).toBe(before);
});

test('a redacted bundle names neither accounts, people nor resources', () => {
  collect('copy', '--redact');
  const all = readdirSync(at('copy'))
    .map((name) => readFileSync(join(at('copy'), name), 'utf8'))
    .join('\n');
  for (const name of ['JuminLog', 'jumin-hyo', 'JuminAdministrator', '123456789012', folder, 'a.json']) {
    expect(all).not.toContain(name);
  }
  expect(all).toContain(sha256(register));
  expect(json('copy', 'manifest.json').redacted).toBe(true);
  expect(json('copy', 'assessment.json').summary.violation).toBeGreaterThan(0);
  expect(readFileSync(at('out.json'), 'utf8')).not.toContain('JuminLog');
  expect(run('evidence', 'verify', at('copy')).status).toBe(0);
});
