import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { yamlOf } from '../ci/workflow';
import { REPOSITORY } from '../helpers/build';
import { runCommand } from '../helpers/command-line';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jichitai-init-pulumi-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function project(files: Readonly<Record<string, string>>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const init = (...args: readonly string[]) => runCommand(['init', folder, ...args]);

const PULUMI = 'name: city\nruntime: nodejs\n';
const INDEX = "import * as aws from '@pulumi/aws';\n\nnew aws.s3.Bucket('records');\n";
const GUARDRAIL = `import { enforcePolicy } from 'jichitai-guardrails/pulumi';

enforcePolicy({ profile: 'jichitai/profile.yaml', exceptions: 'jichitai/exceptions.yaml' });
`;

test('adds a guardrail beside the program, profile, register, CI file and ignored files, and says what is left to do', () => {
  project({ 'Pulumi.yaml': PULUMI, 'Pulumi.prod.yaml': 'config: {}\n', 'index.ts': INDEX });
  expect(init()).toEqual({
    status: 0,
    stderr: '',
    stdout: [
      'created: jichitai/profile.yaml',
      'created: jichitai/exceptions.yaml',
      'created: .github/workflows/jichitai-guardrails.yml',
      'added: preview.json, jichitai-report/, .jichitai-base/ to .gitignore',
      'created: guardrail.ts',
      'to do: make this the first line of index.ts (what is made before it is not checked)',
      "  import './guardrail';",
      '',
    ].join('\n'),
  });
  expect(read('index.ts')).toBe(INDEX);
  expect(read('guardrail.ts')).toBe(GUARDRAIL);
  // The only stack of the project is the one that is previewed.
  expect(read('.github/workflows/jichitai-guardrails.yml')).toContain('PULUMI_STACK: prod');
});

test('in Japanese', () => {
  project({ 'Pulumi.yaml': PULUMI, 'index.ts': INDEX });
  expect(init('--lang', 'ja').stdout).toContain(
    "加えてください：index.tsの最初の行に（これより前に作られた資源は検査されません）\n  import './guardrail';\n",
  );
});

test('once its line is there, a second time changes nothing', () => {
  project({ 'Pulumi.yaml': PULUMI, 'index.ts': `import './guardrail';\n${INDEX}` });
  init();
  const { stdout } = init();
  for (const line of stdout.trim().split('\n')) expect(line).toMatch(/^kept: /);
  expect(read('index.ts')).toBe(`import './guardrail';\n${INDEX}`);
});

test('a file of the same name is kept', () => {
  project({ 'Pulumi.yaml': PULUMI, 'index.ts': INDEX, 'guardrail.ts': 'export const mine = 1;\n' });
  const { stdout } = init();
  expect(read('guardrail.ts')).toBe('export const mine = 1;\n');
  expect(stdout).toContain('not added: the guardrail (guardrail.ts is something else)');
  expect(stdout).toContain("  import { enforcePolicy } from 'jichitai-guardrails/pulumi';");
});

test.each([
  [
    'a folder of its own, in which Pulumi runs it',
    { 'Pulumi.yaml': `${PULUMI}main: infra/\n`, 'infra/index.ts': INDEX },
    'infra/guardrail.ts',
    "{ profile: '../jichitai/profile.yaml', exceptions: '../jichitai/exceptions.yaml' }",
    "import './guardrail';",
  ],
  [
    'a file that the project names, with options of the runtime',
    {
      'Pulumi.yaml':
        'name: city\nruntime:\n  name: nodejs\n  options: { typescript: true }\nmain: infra/city.ts\n',
      'infra/city.ts': INDEX,
    },
    'infra/guardrail.ts',
    "{ profile: '../jichitai/profile.yaml'",
    "import './guardrail';",
  ],
  [
    'what package.json names, unless that is compiled',
    {
      'Pulumi.yaml': PULUMI,
      'package.json': '{ "main": "bin/index.js" }',
      'bin/index.js': '',
      'index.ts': INDEX,
    },
    'guardrail.ts',
    "{ profile: 'jichitai/profile.yaml'",
    "import './guardrail';",
  ],
  [
    'JavaScript',
    { 'Pulumi.yaml': PULUMI, 'index.js': "'use strict';\n" },
    'guardrail.js',
    "const { enforcePolicy } = require('jichitai-guardrails/pulumi');",
    "require('./guardrail.js');",
  ],
  [
    'ES modules',
    { 'Pulumi.yaml': PULUMI, 'package.json': '{ "type": "module" }', 'index.ts': INDEX },
    'guardrail.ts',
    "import { enforcePolicy } from 'jichitai-guardrails/pulumi';",
    "import './guardrail.js';",
  ],
])('a program in %s', (_, files, file, text, first) => {
  project(files as unknown as Record<string, string>);
  const { stdout } = init();
  expect(read(file)).toContain(text);
  expect(stdout).toContain(`\n  ${first}\n`);
});

test.each([
  ['another language', { 'Pulumi.yaml': 'name: city\nruntime: python\n', '__main__.py': '' }],
  ['no file to be seen', { 'Pulumi.yaml': PULUMI }],
  ['a file outside of the project', { 'Pulumi.yaml': `${PULUMI}main: ../other/index.ts\n` }],
  ['a project file that is not YAML', { 'Pulumi.yaml': 'name: [\n', 'index.ts': INDEX }],
])('a program in %s gets all but the guardrail, and is told so', (_, files) => {
  project(files as unknown as Record<string, string>);
  expect(init().stdout).toMatch(/^not added: a guardrail in the Pulumi program/m);
  expect(existsSync(join(folder, 'jichitai/profile.yaml'))).toBe(true);
  expect(existsSync(join(folder, 'guardrail.ts'))).toBe(false);
});

test.each([
  ['github', '.github/workflows/jichitai-guardrails.yml'],
  ['gitlab', '.gitlab-ci.yml'],
  ['codebuild', 'buildspec.jichitai.yml'],
])('--ci %s previews the program and checks the preview', (ci, file) => {
  project({ 'Pulumi.yaml': PULUMI, 'index.ts': INDEX });
  expect(init('--ci', ci).status).toBe(0);
  const text = read(file);
  expect(text).toContain('pulumi preview --json --non-interactive --stack $PULUMI_STACK > preview.json');
  expect(text).toMatch(/\bassembly: preview\.json|JICHITAI_ASSEMBLY: preview\.json/i);
  expect(text).toContain('PULUMI_STACK: dev');
});

test('the component takes what the file for GitLab gives it', () => {
  const [{ include }] = yamlOf('ci/pulumi/gitlab-ci.yml') as [{ include: [{ inputs: object }] }];
  const [header] = yamlOf('templates/check.yml') as [{ spec: { inputs: object } }];
  expect(Object.keys(header.spec.inputs)).toEqual(expect.arrayContaining(Object.keys(include[0].inputs)));
});

test('CI runs the preview, and judges by what came out of it', () => {
  const [{ env, phases }] = yamlOf('ci/pulumi/buildspec.yml') as [
    { env: { variables: Record<string, string> }; phases: { build: { commands: string[] } } },
  ];
  mkdirSync(join(folder, 'node_modules/jichitai-guardrails'), { recursive: true });
  writeFileSync(
    join(folder, 'pulumi'),
    '#!/bin/sh\n[ "$*" = "preview --json --non-interactive --stack dev" ] && echo "{}" && exit "$PREVIEW"\n',
    { mode: 0o755 },
  );
  // In place of the checker: one that tells what it was asked, and ends as it is told.
  writeFileSync(join(folder, 'checker'), '#!/bin/sh\necho "$2: $(cat "$2")"\nexit "$CHECK"\n', {
    mode: 0o755,
  });
  const run = (preview: number, check: number) =>
    spawnSync(
      'bash',
      ['-c', (phases.build.commands[0] as string).replace('node_modules/jichitai-guardrails', REPOSITORY)],
      {
        cwd: folder,
        encoding: 'utf8',
        env: {
          ...env.variables,
          PATH: `${folder}:${process.env['PATH']}`,
          JICHITAI_COMMAND: './checker',
          PREVIEW: String(preview),
          CHECK: String(check),
        },
      },
    );
  expect(run(0, 0)).toMatchObject({ status: 0, stdout: 'preview.json: {}\n' });
  expect(run(0, 1).status).toBe(1);
  expect(run(255, 0).status).toBe(1);
  expect(run(255, 2).status).toBe(2);
});
