import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { app, outdir, templates } from '../helpers/constructs-app';

// `npm run test:cfn-lint`, where the linter is on the machine: it takes longer than all other tests of constructs.

beforeAll(() => {
  // The stack that is wrong fails it, after everything is written.
  expect(() => app.synth()).toThrow('Wrong/Bucket');
}, 240_000);

const LINTER = (process.env['PATH'] ?? '')
  .split(delimiter)
  .map((folder) => join(folder, 'cfn-lint'))
  .find((file) => spawnSync(file, ['--version']).status === 0);

// Shown as skipped, not as passed, where there is no linter.
(LINTER === undefined ? test.skip : test)(
  `cfn-lint finds no error in any of them${LINTER === undefined ? ' (cfn-lint is not on the PATH: not run)' : ''}`,
  () => {
    const files = [...templates()].filter(([id]) => id !== 'Wrong').map(([, file]) => file);
    // Something that is wrong, to see that the linter looks at all.
    expect(lint(LINTER!, [templates().get('Wrong')!])).not.toEqual([]);
    expect(lint(LINTER!, files)).toEqual([]);
  },
  240_000,
);

interface LintFinding {
  readonly Filename: string;
  readonly Message: string;
  readonly Location: { readonly Path: readonly (string | number)[] | null };
  readonly Rule: { readonly Id: string };
}

/** Errors, not the linter's advice. */
function lint(linter: string, files: readonly string[]): readonly string[] {
  const { stdout } = spawnSync(
    linter,
    ['--non-zero-exit-code', 'error', '--format', 'json', '--ignore-checks', 'W', '--', ...files],
    { encoding: 'utf8', maxBuffer: 2 ** 28 },
  );
  return (JSON.parse(stdout) as LintFinding[])
    .filter((finding) => !isNoFault(finding))
    .map(({ Filename, Rule, Message }) => `${Filename.split(outdir).join('')} ${Rule.Id} ${Message}`);
}

/** Properties that types have by now, which the linter's own copy of the schemas may not know yet. */
const NEWER: readonly (readonly [type: RegExp, property: string])[] = [
  [/^AWS::EC2::SecurityGroup(In|E)gress$/, 'Tags'],
  [/^AWS::ApplicationAutoScaling::ScalableTarget$/, 'Tags'],
  [/^AWS::ElasticLoadBalancingV2::Listener$/, 'Tags'],
  [/^AWS::Cognito::UserPool$/, 'KeyConfiguration'],
];

function isNoFault({ Filename, Rule, Message, Location }: LintFinding): boolean {
  // A wish of style, which the check of pipelines reports as an error.
  if (Rule.Id === 'E3703' && Message.startsWith('Prefer using Fn::Sub')) return true;
  const [section, id] = Location.Path ?? [];
  if (Rule.Id !== 'E3002' || section !== 'Resources') return false;
  const { Resources } = JSON.parse(readFileSync(Filename, 'utf8')) as {
    readonly Resources: Readonly<Record<string, { readonly Type: string }>>;
  };
  const type = Resources[String(id)]?.Type ?? '';
  return NEWER.some(
    ([types, property]) => types.test(type) && Message.includes(`'${property}' was unexpected`),
  );
}
