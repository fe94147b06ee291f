import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, REPOSITORY } from '../helpers/build';
import { faultsBySchema, schemaFile } from '../helpers/schemas';
import { type Action, type Context, expand, holds, type Shell, shell, yamlOf } from './workflow';

const DIST = ensureBuilt();
const COMMAND = `${process.execPath} ${join(REPOSITORY, 'bin', 'jichitai-guardrails.js')}`;

// Each example is synthesized once, and brought where a step wants it.
const MADE = mkdtempSync(join(tmpdir(), 'jichitai-examples-'));
afterAll(() => rmSync(MADE, { recursive: true, force: true }));
const COMPLIANT = `cp -R ${join(MADE, 'three-zone')} cdk.out`;
// Its own guardrail ends the synth with an error, and the assembly is there all the same.
const VIOLATING = `cp -R ${join(MADE, 'violations')} cdk.out; exit 1`;
const EXAMPLES = [
  ['compliant', 0, COMPLIANT],
  ['violating', 1, VIOLATING],
] as const;
beforeAll(() => {
  for (const [example, status] of [
    ['three-zone', 0],
    ['violations', 1],
  ] as const) {
    const app = `${process.execPath} ${join(DIST, 'examples', example, 'app.js')}`;
    expect(shell(app, MADE, { CDK_OUTDIR: join(MADE, example) }).status).toBe(status);
  }
}, 120_000);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jichitai-ci-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (...names: readonly string[]) => join(folder, ...names);
const read = (...names: readonly string[]) => readFileSync(at(...names), 'utf8');

describe('ci/check.sh', () => {
  const check = (env: Readonly<Record<string, string>>) =>
    shell(`bash ${join(REPOSITORY, 'ci', 'check.sh')}`, folder, { JICHITAI_COMMAND: COMMAND, ...env });

  test('lets the compliant example pass', () => {
    const { status, output } = check({
      JICHITAI_SYNTH: COMPLIANT,
      JICHITAI_FORMATS: 'gitlab junit markdown sarif xlsx csv oscal text',
    });
    expect(output).toContain('Nothing blocks the deployment.');
    expect(status).toBe(0);
    for (const name of [
      'gl-code-quality-report.json',
      'junit.xml',
      'comment.md',
      'report.sarif',
      'self-inspection.xlsx',
      'self-inspection.csv',
      'oscal-assessment-results.json',
      'report.txt',
    ]) {
      expect(existsSync(at('jichitai-report', name))).toBe(true);
    }
  });

  test('stops the example of violations, whether or not the app enforces the policy itself', () => {
    expect(check({ JICHITAI_SYNTH: VIOLATING }).status).toBe(1);
    // What was synthesized is judged by itself.
    expect(check({ JICHITAI_SYNTH: `(${VIOLATING}) || true` }).status).toBe(1);
  });

  test.each([
    ['an app that does not synthesize', { JICHITAI_SYNTH: 'false' }, 2],
    ['an app that fails after it has synthesized', { JICHITAI_SYNTH: `${COMPLIANT}; exit 3` }, 1],
    ['a profile that is not there', { JICHITAI_SYNTH: COMPLIANT, JICHITAI_PROFILE: 'no.yaml' }, 2],
    ['a command that is not there', { JICHITAI_SYNTH: COMPLIANT, JICHITAI_COMMAND: 'no-such-command' }, 127],
  ])('%s does not pass', (_name, env, status) => {
    expect(check(env as unknown as Record<string, string>).status).toBe(status);
  });
});

describe('the GitHub action', () => {
  const [action] = yamlOf('action.yml') as [Action];

  /** A `gh` that keeps what it is asked, and knows the comments that a test gives it. */
  function fakeGh(comments: string, status = 0): void {
    mkdirSync(at('bin'));
    writeFileSync(
      at('bin', 'gh'),
      `#!/usr/bin/env bash\nprintf '%s\\n' "$*" >> ${at('gh.log')}\ncase "$*" in *--paginate*) printf '%s' '${comments}' ;; esac\nexit ${status}\n`,
    );
    chmodSync(at('bin', 'gh'), 0o755);
  }

  /** The steps, one after the other, as a runner goes through them. */
  function run(given: Readonly<Record<string, string>>, github: Context = {}) {
    const context: Record<string, string> = {
      'github.action_path': REPOSITORY,
      'github.repository': 'city/app',
      'runner.temp': at('temp'),
      ...github,
    };
    for (const [name, { default: value }] of Object.entries(action.inputs)) {
      context[`inputs.${name}`] = given[name] ?? expand(value, context);
    }
    mkdirSync(at('temp'), { recursive: true });
    const results = new Map<string, Shell>();
    const used: { readonly uses: string; readonly with: Readonly<Record<string, string>> }[] = [];
    let failed = false;
    for (const step of action.runs.steps) {
      if ((failed && step.if !== 'always()') || !holds(step.if, context)) continue;
      if (step.uses !== undefined) {
        const values = Object.entries(step.with ?? {}).map(([key, value]) => [key, expand(value, context)]);
        used.push({ uses: step.uses, with: Object.fromEntries(values) });
        continue;
      }
      writeFileSync(at('output'), '');
      const env = Object.fromEntries(
        Object.entries(step.env ?? {}).map(([key, value]) => [key, expand(value, context)]),
      );
      // Nothing that others choose may be pasted into a script.
      expect(step.run).not.toContain('${{');
      const result = shell(step.run as string, at('app', expand(step['working-directory'] ?? '.', context)), {
        RUNNER_TEMP: at('temp'),
        GITHUB_OUTPUT: at('output'),
        GITHUB_STEP_SUMMARY: at('summary.md'),
        ...env,
        PATH: `${at('bin')}:${process.env['PATH']}`,
      });
      results.set(step.name, result);
      for (const [, key, value] of read('output').matchAll(/^(\w+)=(.*)$/gm)) {
        context[`steps.${step.id}.outputs.${key}`] = value as string;
      }
      if (result.status !== 0 && step['continue-on-error'] !== true) failed = true;
    }
    return { failed, results, used, status: context['steps.check.outputs.status'] };
  }

  beforeEach(() => mkdirSync(at('app')));

  test('lets the compliant example pass, with its reports', () => {
    const { failed, status, used } = run({ synth: COMPLIANT, command: COMMAND });
    expect({ failed, status }).toEqual({ failed: false, status: '0' });
    expect(used.map(({ uses }) => uses.replace(/@.*/, ''))).toEqual([
      'github/codeql-action/upload-sarif',
      'actions/upload-artifact',
    ]);
    expect(
      faultsBySchema(
        schemaFile('sarif-2.1.0-rtm.5.json'),
        JSON.parse(readFileSync(used[0]?.with['sarif_file'] as string, 'utf8')),
      ),
    ).toEqual([]);
    expect(read('summary.md')).toContain('✅');
    expect(existsSync(at('temp', 'jichitai-report', 'evidence.zip'))).toBe(true);
  });

  test('stops the example of violations, with annotations and a comment', () => {
    fakeGh('');
    const { failed, status, results } = run(
      { synth: VIOLATING, command: COMMAND },
      { 'github.event_name': 'pull_request', 'github.event.pull_request.number': '7' },
    );
    expect({ failed, status }).toEqual({ failed: true, status: '1' });
    // In the source of the app, where the resource was made.
    expect(results.get('Synth and check')?.output).toMatch(
      /^::error file=[^,]*examples\/violations\/\w+\.(ts|js),line=\d+,col=\d+,/m,
    );
    const calls = read('gh.log').trim().split('\n');
    expect(calls.at(-1)).toBe(
      `api --silent --method POST repos/city/app/issues/7/comments --field body=@${at('temp', 'jichitai-report', 'comment.md')}`,
    );
  });

  test('brings its comment up to date', () => {
    fakeGh('4711\n');
    run(
      { synth: COMPLIANT, command: COMMAND },
      { 'github.event_name': 'pull_request', 'github.event.pull_request.number': '7' },
    );
    expect(read('gh.log')).toContain('--method PATCH repos/city/app/issues/comments/4711');
  });

  test.each(EXAMPLES)(
    'a GitHub that takes no comment does not change how the %s example ends',
    (_, status, synth) => {
      fakeGh('', 1);
      const { failed, results } = run(
        { synth, command: COMMAND },
        { 'github.event_name': 'pull_request', 'github.event.pull_request.number': '7' },
      );
      expect(results.get('Comment')?.status).toBe(1);
      expect(failed).toBe(status !== 0);
    },
  );

  test('compares with the commit that a pull request starts from', () => {
    // The app is what the file says, so that two commits differ.
    const git = (command: string) =>
      expect(shell(`git ${command}`, at('app'), { GIT_CONFIG_GLOBAL: '/dev/null' }).status).toBe(0);
    writeFileSync(at('app', 'synth.sh'), `${COMPLIANT}\n`);
    git('init --quiet');
    git('add .');
    git('-c user.name=city -c user.email=city@example.com commit --quiet -m one');
    const base = shell('git rev-parse HEAD', at('app'), {}).output.trim();
    writeFileSync(at('app', 'synth.sh'), `${VIOLATING}\n`);
    const { status } = run({ synth: 'bash synth.sh', install: 'true', command: COMMAND, 'base-ref': base });
    expect(status).toBe('1');
    expect(read('summary.md')).toMatch(/比較元に対して：新たな指摘[1-9]\d*件/);
  });

  test('does without a base that cannot be had', () => {
    const { failed, results } = run({ synth: COMPLIANT, command: COMMAND, 'base-ref': '0'.repeat(40) });
    expect(failed).toBe(false);
    expect(results.get('Base')?.output).toContain('no base to compare with');
  });

  test('does not pass what could not be checked', () => {
    expect(run({ synth: 'true', command: COMMAND })).toMatchObject({ failed: true, status: '2' });
  });

  test('is used by the example as it is', () => {
    const [workflow] = yamlOf('ci/github-workflow.yml') as [
      { jobs: { check: { steps: { uses?: string; with?: object }[] } } },
    ];
    const step = workflow.jobs.check.steps.find(({ uses }) => uses?.endsWith('/jichitai-guardrails'));
    for (const name of Object.keys(step?.with ?? {})) expect(Object.keys(action.inputs)).toContain(name);
  });
});

/** The package where an app has it. */
function install(): void {
  mkdirSync(at('node_modules'));
  symlinkSync(REPOSITORY, at('node_modules', 'jichitai-guardrails'));
}
const inputs = (synth: string) => ({
  JICHITAI_SYNTH: synth,
  JICHITAI_PROFILE: '',
  JICHITAI_EXCEPTIONS: '',
  JICHITAI_COMMAND: COMMAND,
});

describe('the GitLab component', () => {
  const [header, component] = yamlOf('templates/check.yml') as [
    { spec: { inputs: Record<string, { default: string }> } },
    {
      'jichitai-guardrails': {
        script: string[];
        variables: Record<string, string>;
        artifacts: { reports: Record<string, string> };
      };
    },
  ];
  const job = component['jichitai-guardrails'];
  const fill = (text: string) =>
    text.replace(
      /\$\[\[ inputs\.(\w+) \]\]/g,
      (_, name: string) => header.spec.inputs[name]?.default as string,
    );
  const run = (synth: string) =>
    shell(job.script.map(fill).join('\n'), folder, {
      ...Object.fromEntries(Object.entries(job.variables).map(([key, value]) => [key, fill(value)])),
      ...inputs(synth),
    });

  test.each(EXAMPLES)('of the %s example ends with %d, and its reports are there', (_name, status, synth) => {
    install();
    expect(run(synth).status).toBe(status);
    const { codequality, junit } = job.artifacts.reports as { codequality: string; junit: string };
    expect(Array.isArray(JSON.parse(read(codequality)))).toBe(true);
    expect(read(junit)).toContain('<testsuites ');
  });

  test('is included by the example with inputs that it has', () => {
    const [{ include }] = yamlOf('ci/gitlab-ci.yml') as [{ include: [{ inputs: object }] }];
    for (const name of Object.keys(include[0].inputs))
      expect(Object.keys(header.spec.inputs)).toContain(name);
  });
});

test.each(EXAMPLES)(
  'the buildspec with the %s example ends with %d, and its reports are there',
  (_name, status, synth) => {
    install();
    const [spec] = yamlOf('ci/buildspec.yml') as [
      {
        env: { variables: Record<string, string> };
        phases: { build: { commands: string[] } };
        reports: Record<string, { files: string[]; 'base-directory': string }>;
      },
    ];
    const result = shell(spec.phases.build.commands.join('\n'), folder, {
      ...spec.env.variables,
      ...inputs(synth),
    });
    expect(result.status).toBe(status);
    const { files, 'base-directory': base } = spec.reports['jichitai-guardrails'] as {
      files: string[];
      'base-directory': string;
    };
    for (const file of files) expect(existsSync(at(base, file))).toBe(true);
  },
);

test('the step of CDK Pipelines checks the assembly that is deployed, before anything is', () => {
  const { status } = shell(`${process.execPath} ${join(DIST, 'examples', 'pipeline', 'app.js')}`, folder, {
    CDK_OUTDIR: at('pipeline'),
  });
  expect(status).toBe(0);
  const { Resources: resources } = JSON.parse(read('pipeline', 'Delivery.template.json')) as {
    Resources: Record<
      string,
      {
        Type: string;
        Properties: {
          Stages: { Name: string }[];
          Source: { BuildSpec: string };
          Environment: { EnvironmentVariables: { Name: string; Value: string }[] };
        };
      }
    >;
  };
  const of = (type: string) => Object.values(resources).filter(({ Type }) => Type === type);
  const stages = of('AWS::CodePipeline::Pipeline')[0]?.Properties.Stages.map(({ Name }) => Name);
  expect(stages).toEqual(['Source', 'Build', 'UpdatePipeline', 'Policy', 'Production']);
  const step = of('AWS::CodeBuild::Project').find(({ Properties }) =>
    Properties.Source.BuildSpec.includes('check.sh'),
  );
  const { phases } = JSON.parse(step?.Properties.Source.BuildSpec as string) as {
    phases: { build: { commands: string[] } };
  };
  const env = Object.fromEntries(
    (step?.Properties.Environment.EnvironmentVariables ?? []).map(({ Name, Value }) => [Name, Value]),
  );
  // As CodeBuild lays it out: the source, and the assembly beside it.
  mkdirSync(at('source'));
  install();
  symlinkSync(at('node_modules'), at('source', 'node_modules'));
  const run = (synth: string) => {
    rmSync(at('assembly'), { recursive: true, force: true });
    shell(synth.replace(' cdk.out', ' ../assembly'), at('source'), {});
    return shell(phases.build.commands.join('\n'), at('source'), {
      ...env,
      ...inputs(''),
      JICHITAI_ASSEMBLY: env['JICHITAI_ASSEMBLY'] as string,
    });
  };
  expect(run(COMPLIANT).status).toBe(0);
  expect(run(VIOLATING).status).toBe(1);
});

test('the pre-commit hooks are what pre-commit asks for, and check', () => {
  const [hooks] = yamlOf('.pre-commit-hooks.yaml') as [
    { id: string; name: string; entry: string; language: string; files: string }[],
  ];
  for (const hook of hooks) {
    for (const key of ['id', 'name', 'entry', 'language'] as const) expect(hook[key]).toMatch(/\S/);
    expect(() => new RegExp(hook.files)).not.toThrow();
  }
  install();
  const [app, templates] = hooks as [(typeof hooks)[0], (typeof hooks)[0]];
  const entry = app.entry.replace('npx cdk synth --quiet', VIOLATING);
  expect(shell(entry, folder, { JICHITAI_COMMAND: COMMAND }).status).toBe(1);
  const file = at('a.template.json');
  writeFileSync(file, JSON.stringify({ Resources: {} }));
  expect(file).toMatch(new RegExp(templates.files));
  const check = templates.entry.replace('npx --no-install jichitai-guardrails', COMMAND);
  expect(shell(`${check} ${file}`, folder, {}).status).toBe(0);
});
