import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { InputError } from '../errors';
import type { Language, Text } from '../text';
import { withGuardrail } from './init-guardrail';
import { onlyStackOf, pulumiGuardrail } from './init-pulumi';

export const CI_SYSTEMS = ['github', 'gitlab', 'codebuild', 'none'] as const;
export type CiSystem = (typeof CI_SYSTEMS)[number];

const PROFILE = 'jichitai/profile.yaml';
const REGISTER = 'jichitai/exceptions.yaml';
const IGNORED = ['jichitai-report/', '.jichitai-base/'];

/** What a kind of project is synthesized to, and the folder of the package with CI files that do so. */
const KINDS = {
  cdk: { made: 'cdk.out/', ci: 'ci' },
  pulumi: { made: 'preview.json', ci: 'ci/pulumi' },
} as const;
type Kind = keyof typeof KINDS;

/** What is put where for each CI system, by files of the package; `ci` stands for the folder of the kind. */
const CI_FILES: Readonly<Record<CiSystem, readonly (readonly [target: string, source: string])[]>> = {
  github: [['.github/workflows/jichitai-guardrails.yml', 'ci/github-workflow.yml']],
  gitlab: [
    ['.gitlab/jichitai-guardrails.yml', 'templates/check.yml'],
    ['.gitlab-ci.yml', 'ci/gitlab-ci.yml'],
  ],
  codebuild: [['buildspec.jichitai.yml', 'ci/buildspec.yml']],
  none: [],
};

/**
 * Adds the guardrail, a profile, a register, a CI file and lines of .gitignore to a project. What is there already
 * stays as it is: files are made where there are none, and lines are added to two (the app and .gitignore).
 *
 * @returns what was done and what was not, a line each
 * @throws InputError where the folder holds no project
 */
export function initProject(folder: string, ci: CiSystem | undefined, language: Language): string {
  const isCdk = existsSync(join(folder, 'cdk.json'));
  if (!isCdk && !existsSync(join(folder, 'Pulumi.yaml'))) {
    throw new InputError(
      {
        ja: 'CDKのプロジェクト（cdk.json）でもPulumiのプロジェクト（Pulumi.yaml）でもありません',
        en: 'there is neither a CDK project here (cdk.json) nor one of Pulumi (Pulumi.yaml)',
      },
      folder,
    );
  }
  const kind: Kind = isCdk ? 'cdk' : 'pulumi';
  const lines: Text[] = [];
  create(folder, PROFILE, profileText(language), lines);
  create(folder, REGISTER, registerText(language), lines);
  const system = ci ?? ciSystemOf(folder);
  for (const [target, source] of CI_FILES[system]) {
    const text = ciText(folder, kind, source);
    if (
      target === '.gitlab-ci.yml' &&
      existsSync(join(folder, target)) &&
      !readFileSync(join(folder, target), 'utf8').includes('jichitai-guardrails')
    ) {
      lines.push({
        ja: `残した：${target}（次を加えてください）\n${indented(text)}`,
        en: `kept: ${target} (add this to it)\n${indented(text)}`,
      });
    } else create(folder, target, text, lines);
  }
  ignore(folder, [KINDS[kind].made, ...IGNORED], lines);
  if (isCdk) lines.push(addGuardrail(folder));
  else addPulumiGuardrail(folder, lines);
  return `${lines.map((line) => line[language]).join('\n')}\n`;
}

function create(folder: string, name: string, text: string, lines: Text[]): void {
  const file = join(folder, name);
  if (existsSync(file)) {
    lines.push({ ja: `残した：${name}（既にある）`, en: `kept: ${name} (is there already)` });
    return;
  }
  mkdirSync(dirname(file), { recursive: true });
  // Fails where somebody else made one in the meantime.
  writeFileSync(file, text, { flag: 'wx' });
  lines.push({ ja: `作成した：${name}`, en: `created: ${name}` });
}

function ciSystemOf(folder: string): CiSystem {
  if (existsSync(join(folder, '.gitlab-ci.yml'))) return 'gitlab';
  if (existsSync(join(folder, 'buildspec.yml'))) return 'codebuild';
  return 'github';
}

function ignore(folder: string, names: readonly string[], lines: Text[]): void {
  const file = join(folder, '.gitignore');
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const there = new Set(text.split(/\r?\n/).map((line) => line.trim().replace(/^\/|\/$/g, '')));
  const missing = names.filter((line) => !there.has(line.replace(/\/$/, '')));
  if (missing.length === 0) {
    lines.push({
      ja: '残した：.gitignore（必要な行がある）',
      en: 'kept: .gitignore (has the lines already)',
    });
    return;
  }
  const start = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  writeFileSync(file, `${start}${missing.join('\n')}\n`);
  lines.push({
    ja: `加えた：.gitignoreに${missing.join('、')}`,
    en: `added: ${missing.join(', ')} to .gitignore`,
  });
}

function addGuardrail(folder: string): Text {
  const name = entryOf(folder);
  const properties = `{ profile: '${PROFILE}', exceptions: '${REGISTER}' }`;
  const byHand = `Aspects.of(app).add(new PolicyGuardrail(${properties}));`;
  if (name === undefined) {
    return {
      ja: `加えていない：ガードレール（cdk.jsonのappからファイルが分かりません）。次を加えてください\n${indented(byHand)}`,
      en: `not added: the guardrail (app in cdk.json names no file of this project). Add this\n${indented(byHand)}`,
    };
  }
  const file = join(folder, name);
  const text = readFileSync(file, 'utf8');
  if (text.includes('PolicyGuardrail')) {
    return { ja: `残した：${name}（ガードレールがある）`, en: `kept: ${name} (has the guardrail already)` };
  }
  const result = withGuardrail(text, properties);
  if ('reason' in result) {
    return {
      ja: `加えていない：${name}へのガードレール（${result.reason.ja}）\n${indented(byHand)}`,
      en: `not added: the guardrail to ${name} (${result.reason.en})\n${indented(byHand)}`,
    };
  }
  writeFileSync(file, result.text);
  return { ja: `加えた：${name}にPolicyGuardrail`, en: `added: PolicyGuardrail to ${name}` };
}

/** The guardrail of a Pulumi program is a module of its own; its first import is left to people, since nothing is overwritten. */
function addPulumiGuardrail(folder: string, lines: Text[]): void {
  const guardrail = pulumiGuardrail(folder, PROFILE, REGISTER);
  if (guardrail === undefined) {
    lines.push({
      ja: '加えていない：Pulumiのプログラムへのガードレール（TypeScript又はJavaScriptの入口のファイルが見つかりません。CIがプレビューを検査します）',
      en: 'not added: a guardrail in the Pulumi program (no entry file in TypeScript or JavaScript; CI checks the preview)',
    });
    return;
  }
  const { file, text, entry, first, isThere } = guardrail;
  const isAnother =
    existsSync(join(folder, file)) && !readFileSync(join(folder, file), 'utf8').includes('enforcePolicy');
  create(folder, file, text, lines);
  if (isAnother) {
    lines.push({
      ja: `加えていない：ガードレール（${file}は別のものである）。次を${entry}の先頭で読み込まれる所に加えてください\n${indented(text)}`,
      en: `not added: the guardrail (${file} is something else). Add this where ${entry} loads it first\n${indented(text)}`,
    });
  } else if (isThere) {
    lines.push({
      ja: `残した：${entry}（ガードレールがある）`,
      en: `kept: ${entry} (has the guardrail already)`,
    });
  } else {
    lines.push({
      ja: `加えてください：${entry}の最初の行に（これより前に作られた資源は検査されません）\n${indented(first)}`,
      en: `to do: make this the first line of ${entry} (what is made before it is not checked)\n${indented(first)}`,
    });
  }
}

/** The file that the `app` command of cdk.json names. */
function entryOf(folder: string): string | undefined {
  let app: unknown;
  try {
    app = (JSON.parse(readFileSync(join(folder, 'cdk.json'), 'utf8')) as { app?: unknown }).app;
  } catch {
    return undefined;
  }
  if (typeof app !== 'string') return undefined;
  return app
    .split(/\s+/)
    .map((word) => word.replace(/^["']|["']$/g, ''))
    .find((word) => /\.(ts|mts|cts|js|mjs|cjs)$/.test(word) && existsSync(join(folder, word)));
}

/** A CI file of the package, with the stack that the project has where it has one. */
function ciText(folder: string, kind: Kind, source: string): string {
  const text = readFileSync(join(packageFolder(), source.replace(/^ci\//, `${KINDS[kind].ci}/`)), 'utf8');
  const stack = kind === 'pulumi' ? onlyStackOf(folder) : undefined;
  return stack === undefined ? text : text.replace('PULUMI_STACK: dev', () => `PULUMI_STACK: ${stack}`);
}

/** The folder of this package, which lies above this file in the sources and in the build. */
function packageFolder(): string {
  for (let folder = __dirname; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'action.yml'))) return folder;
    if (folder === dirname(folder)) throw new Error('the CI files of jichitai-guardrails are missing');
  }
}

function profileText(language: Language): string {
  return language === 'ja'
    ? `# 自治体ごとの数値及び既知の事実。書いたものだけが基のプロファイルと異なる。
extends: miyazaki
name: city
`
    : `# Figures and known facts of the municipality. Only what is written here differs from the profile that it extends.
extends: miyazaki
name: city
`;
}

function registerText(language: Language): string {
  return language === 'ja'
    ? '# 承認された例外措置の台帳（8.4）。\nexceptions: []\n'
    : '# Register of approved exceptions (8.4).\nexceptions: []\n';
}

function indented(text: string): string {
  return text.trimEnd().replace(/^/gm, '  ');
}
