import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { withGuardrail } from '../../lib/cli/init-guardrail';
import { loadRegister } from '../../lib/exceptions/register';
import { parseSource } from '../../lib/model/source';
import { loadProfile } from '../../lib/policy/load-profile';
import { ensureBuilt, REPOSITORY } from '../helpers/build';
import { runCommand } from '../helpers/command-line';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jichitai-init-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function project(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const all = () =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return [path, readFileSync(path, 'utf8')];
      }),
  );

const init = (...args: readonly string[]) => runCommand(['init', folder, ...args]);

const APP = `#!/usr/bin/env node
import * as cdk from 'aws-cdk-lib';
import { CityStack } from '../lib/city-stack';

// The app (of the city)
const app = new cdk.App({
  context: { note: 'a ) in a text' }, // and ) here
});
new CityStack(app, 'City');
`;
const CDK = JSON.stringify({ app: 'npx ts-node --prefer-ts-exts bin/city.ts' });

test('adds guardrail, profile, register, CI file and ignored folders, and says so', () => {
  project({ 'cdk.json': CDK, 'bin/city.ts': APP, '.gitignore': 'node_modules\ncdk.out' });
  expect(init()).toEqual({
    status: 0,
    stderr: '',
    stdout: [
      'created: jichitai/profile.yaml',
      'created: jichitai/exceptions.yaml',
      'created: .github/workflows/jichitai-guardrails.yml',
      'added: jichitai-report/, .jichitai-base/ to .gitignore',
      'added: PolicyGuardrail to bin/city.ts',
      '',
    ].join('\n'),
  });
  expect(read('.gitignore')).toBe('node_modules\ncdk.out\njichitai-report/\n.jichitai-base/\n');
  expect(loadProfile(join(folder, 'jichitai/profile.yaml'))).toMatchObject({ minimumLogRetentionDays: 365 });
  expect(
    loadRegister(join(folder, 'jichitai/exceptions.yaml'), { knownRules: new Set() }).notes('refused'),
  ).toEqual([]);
  expect(parseSource(read('.github/workflows/jichitai-guardrails.yml'), 'a.yml').data).toMatchObject({
    permissions: { contents: 'read' },
  });
  // What was there is there, letter by letter, with three lines between.
  const lines = read('bin/city.ts').split('\n');
  const added = [
    "import { Aspects } from 'aws-cdk-lib';",
    "import { PolicyGuardrail } from 'jichitai-guardrails';",
    "Aspects.of(app).add(new PolicyGuardrail({ profile: 'jichitai/profile.yaml', exceptions: 'jichitai/exceptions.yaml' }));",
  ];
  expect(lines.filter((line) => !added.includes(line)).join('\n')).toBe(APP);
  expect(lines.indexOf(added[2] as string)).toBe(lines.indexOf('});') + 1);
});

test('a second time changes nothing', () => {
  project({ 'cdk.json': CDK, 'bin/city.ts': APP });
  init();
  const before = all();
  const { stdout } = init();
  expect(all()).toEqual(before);
  for (const line of stdout.trim().split('\n')) expect(line).toMatch(/^kept: /);
});

test('what is there is kept, whatever it says', () => {
  const mine = {
    'jichitai/profile.yaml': 'extends: miyazaki\nname: mine\n',
    '.github/workflows/jichitai-guardrails.yml': 'name: mine\n',
  };
  project({ 'cdk.json': CDK, 'bin/city.ts': APP, ...mine });
  const { stdout } = init();
  for (const [name, text] of Object.entries(mine)) {
    expect(read(name)).toBe(text);
    expect(stdout).toContain(`kept: ${name}`);
  }
});

test('a GitLab project gets the component beside its own file, and is told what to add', () => {
  project({ 'cdk.json': CDK, 'bin/city.ts': APP, '.gitlab-ci.yml': 'stages: [test]\n' });
  const { stdout } = init('--lang', 'ja');
  expect(read('.gitlab-ci.yml')).toBe('stages: [test]\n');
  expect(read('.gitlab/jichitai-guardrails.yml')).toBe(
    readFileSync(join(REPOSITORY, 'templates/check.yml'), 'utf8'),
  );
  expect(stdout).toContain('残した：.gitlab-ci.yml（次を加えてください）');
  expect(stdout).toContain('- local: .gitlab/jichitai-guardrails.yml');
});

test.each(['github', 'gitlab', 'codebuild', 'none'])('--ci %s', (ci) => {
  project({ 'cdk.json': CDK, 'bin/city.ts': APP });
  expect(init('--ci', ci).status).toBe(0);
  const made = {
    github: '.github/workflows/jichitai-guardrails.yml',
    gitlab: '.gitlab-ci.yml',
    codebuild: 'buildspec.jichitai.yml',
  };
  for (const [system, name] of Object.entries(made))
    expect(existsSync(join(folder, name))).toBe(system === ci);
});

test.each([
  ['no project', {}, []],
  ['an unknown CI system', { 'cdk.json': CDK }, ['--ci', 'jenkins']],
  ['options of other commands', { 'cdk.json': CDK }, ['--format', 'json']],
])('%s is exit 2, and nothing is made', (_name, files, args) => {
  project(files as Record<string, string>);
  const before = all();
  expect(init(...args).status).toBe(2);
  expect(all()).toEqual(before);
});

describe('where an app is made', () => {
  const add = (text: string) => {
    const result = withGuardrail(text, '{}');
    return 'text' in result ? result.text : undefined;
  };

  test.each([
    [
      'in JavaScript',
      "'use strict';\nconst cdk = require('aws-cdk-lib');\nconst app = new cdk.App();\n",
      "'use strict';\nconst { Aspects } = require('aws-cdk-lib');\nconst { PolicyGuardrail } = require('jichitai-guardrails');\nconst cdk = require('aws-cdk-lib');\nconst app = new cdk.App();\nAspects.of(app).add(new PolicyGuardrail({}));\n",
    ],
    [
      'with Aspects known',
      "import { App, Aspects } from 'aws-cdk-lib';\nexport const city: App = new App()\n",
      "import { PolicyGuardrail } from 'jichitai-guardrails';\nimport { App, Aspects } from 'aws-cdk-lib';\nexport const city: App = new App()\nAspects.of(city).add(new PolicyGuardrail({}));\n",
    ],
    [
      'in a function, with the line ends of Windows',
      "import { App } from 'aws-cdk-lib';\r\nfunction main() {\r\n  const app = new App(options(`)`, ')'));\r\n}\r\n",
      "import { Aspects } from 'aws-cdk-lib';\r\nimport { PolicyGuardrail } from 'jichitai-guardrails';\r\nimport { App } from 'aws-cdk-lib';\r\nfunction main() {\r\n  const app = new App(options(`)`, ')'));\r\n  Aspects.of(app).add(new PolicyGuardrail({}));\r\n}\r\n",
    ],
  ])('%s', (_name, text, expected) => {
    expect(add(text)).toBe(expected);
  });

  test.each(['new Deployment();\n', 'const app = new App(\n', ''])('nothing is guessed of %j', (text) => {
    expect(add(text)).toBeUndefined();
  });
});

test('an app to which it was added is enforced', () => {
  const dist = ensureBuilt();
  project({
    'cdk.json': JSON.stringify({ app: 'node app.js' }),
    'app.js': `const { App, Stack } = require('aws-cdk-lib');
const { Bucket } = require('aws-cdk-lib/aws-s3');
const app = new App();
new Bucket(new Stack(app, 'Records'), 'Bucket');
`,
  });
  init('--ci', 'none');
  mkdirSync(join(folder, 'node_modules/jichitai-guardrails'), { recursive: true });
  writeFileSync(
    join(folder, 'node_modules/jichitai-guardrails/index.js'),
    `module.exports = require(${JSON.stringify(join(dist, 'index.js'))});`,
  );
  const { status, stderr, stdout } = spawnSync(process.execPath, ['app.js'], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, NODE_PATH: join(REPOSITORY, 'node_modules'), CDK_OUTDIR: join(folder, 'cdk.out') },
  });
  expect(`${stderr}${stdout}`).toContain('S3BucketCustomerManagedKey');
  expect(status).not.toBe(0);
});
