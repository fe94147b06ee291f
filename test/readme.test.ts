import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPaths, RULE_IDS } from '../lib/check';
import { judgeRegister } from '../lib/exceptions/register';
import { parseSource } from '../lib/model/source';
import { loadProfile } from '../lib/policy/load-profile';
import { MIYAZAKI } from '../lib/policy/profile';
import { jsonReport } from '../lib/report/json';
import { Signer } from './helpers/exceptions';

const REPOSITORY = join(__dirname, '..');
const read = (file: string) => readFileSync(join(REPOSITORY, file), 'utf8');
const README = read('README.md');
const README_JA = read('README.ja.md');
const CI = read('.ci/run');
const NEW_USER = read('scripts/try-as-new-user.sh');

const folder = mkdtempSync(join(tmpdir(), 'jichitai-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The code block behind a marker. */
function example(name: string): string {
  const block = new RegExp(`<!-- example: ${name} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\``).exec(README)?.[1];
  if (block === undefined) throw new Error(`the README has no example ${name}`);
  return block;
}

function blocks(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(
    (match) => match[1] as string,
  );
}

/** Commands of shell blocks, one each. */
function commands(text: string): readonly string[] {
  return blocks(text, 'sh').flatMap((block) => block.trim().split(/\n| && /));
}

test.each(commands(README))('the command `%s` is run by .ci/run or by what it calls', (command) => {
  const plain = command.replace('./jichitai-guardrails-0.1.0.tgz', './jichitai-guardrails-*.tgz');
  // Versions are pinned where it is run, so that a run can be repeated.
  const words = plain
    .split(' ')
    .filter((word) => !word.startsWith('--') && !['npm', 'npx', 'install', 'run'].includes(word));
  const scripts = Object.values(JSON.parse(read('package.json')).scripts as Record<string, string>).join(
    '\n',
  );
  const where = [CI, NEW_USER, scripts].join('\n');
  if (/^npm run/.test(command)) expect(CI).toContain(command);
  else for (const word of words) expect(where).toContain(word);
});

test('both languages have the same commands', () => {
  expect(commands(README_JA)).toEqual(commands(README));
});

test('both languages show the same app', () => {
  expect(blocks(README_JA, 'ts')[0]).toBe(example('app'));
});

test('the profile in the README is one', () => {
  const file = join(folder, 'city.yaml');
  writeFileSync(file, example('profile'));
  expect(loadProfile(file)).toMatchObject({ name: 'nichinan', minimumLogRetentionDays: 1096 });
});

test('the register in the README is one, and its entry counts within its term once it is signed', () => {
  const file = join(folder, 'exceptions.yaml');
  writeFileSync(file, example('register'));
  const signer = new Signer();
  const options = {
    knownRules: RULE_IDS,
    today: '2026-11-01',
    terms: { ...MIYAZAKI, trustedKeys: [signer.trusted] },
  };
  const [written] = judgeRegister(file, options).entries;
  expect(written?.reasons.map(({ code }) => code)).toEqual(['unsigned']);
  writeFileSync(file, JSON.stringify(signer.sign(written?.entry as object)));
  expect(judgeRegister(file, options).entries[0]?.reasons).toEqual([]);
});

test('the metadata in the README marks a template', () => {
  expect(parseSource(example('metadata'), 'a.yaml').data).toEqual({
    Metadata: { Jichitai: { Zone: 'my-number', Confidentiality: 3, Integrity: 2, Availability: 2 } },
  });
});

test('the rule in the README is the rule itself, shortened', () => {
  const rule = read('lib/rules/logging/LogGroupRetention.ts');
  for (const line of example('rule').split('\n')) {
    if (line.includes('…') || /must\(|^\s*[.})]|check:|group$/.test(line)) continue;
    expect(rule).toContain(line.trim());
  }
});

test('the JSON in both READMEs has the keys of the report', () => {
  const file = join(folder, 'log.yaml');
  writeFileSync(
    file,
    'Resources:\n  Log: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 7 } }\n',
  );
  const report = JSON.parse(jsonReport(checkPaths([file]), 'en'));
  const shown = JSON.parse(example('json'));
  const keys = (value: object) => Object.keys(value).sort();
  expect(keys(shown)).toEqual(keys(report));
  expect(keys(shown.tool)).toEqual(keys(report.tool));
  expect(keys(shown.summary)).toEqual(keys(report.summary));
  const finding = report.findings.find(({ rule }: { rule: string }) => rule === shown.findings[0].rule);
  expect(keys(shown.findings[0])).toEqual(keys(finding));
  expect(keys(shown.findings[0].resource)).toEqual(keys(finding.resource));
  expect(blocks(README_JA, 'json')).toEqual(blocks(README, 'json'));
});
