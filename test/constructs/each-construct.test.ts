import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { App, CfnResource, Stack } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { Construct } from 'constructs';
import * as approved from '../../constructs';
import { buildExample, CONSTRUCT_EXAMPLES, nameOf } from '../../examples/constructs';
import { addCity } from '../../examples/three-zone/city';
import { checkStacks } from '../../lib/check';

/**
 * Recommendations that no construct can follow by itself: they ask for something beside it in the deployment.
 * `examples/three-zone`, which has all of it, is without a single one.
 */
const FOR_THE_DEPLOYMENT = [
  // A plan of AWS Backup with copies.
  'DataStoreCopiedToOtherRegion',
  'ServerIsBackedUp',
  // A bucket for access logs, or a trail.
  'S3BucketAccessLogs',
  'DynamoDbAccessRecorded',
  // An archive in the other region.
  'LogArchiveIsCopied',
];

const outdir = mkdtempSync(join(tmpdir(), 'constructs-'));
afterAll(() => rmSync(outdir, { recursive: true }));

const ROWS = CONSTRUCT_EXAMPLES.flatMap((example) => example.zones.map((zone) => ({ example, zone })));
const TITLES = ROWS.map(({ example, zone }, index) => [`${nameOf(example)} in ${zone}`, index] as const);

const app = new App({
  outdir,
  builtinCloudFormationValidation: true,
  context: {
    // Without it CDK turns what it finds into warnings.
    '@aws-cdk/core:validateAgainstDefaultRules': true,
    '@aws-cdk/core:defaultCrossStackReferences': 'strong',
  },
});
const used = new Map<string, Set<unknown>>();
ROWS.forEach(({ example, zone }, index) => {
  const stack = buildExample(app, `Example${index}`, example, zone);
  const types = used.get(example.construct) ?? new Set();
  for (const child of stack.node.findAll()) types.add(child.constructor);
  used.set(example.construct, types);
});
addCity(app);
// Something that is wrong, to see that the validation looks at all.
new CfnResource(new Stack(app, 'Wrong'), 'Bucket', {
  type: 'AWS::S3::Bucket',
  properties: { BucketEncryption: 5 },
});

let assembly: CloudAssembly | undefined;
let failure = '';
beforeAll(() => {
  try {
    assembly = app.synth();
  } catch (error) {
    failure = String(error);
  }
}, 240_000);

interface Artifact {
  readonly type: string;
  readonly displayName?: string;
  readonly properties?: { readonly templateFile: string };
}

/** The stacks of the assembly by their ids. The synthesis throws, so the manifest is read as it was written. */
function templates(): ReadonlyMap<string, string> {
  const manifest = JSON.parse(readFileSync(join(outdir, 'manifest.json'), 'utf8')) as {
    readonly artifacts: Readonly<Record<string, Artifact>>;
  };
  return new Map(
    Object.entries(manifest.artifacts)
      .filter(([, { type }]) => type === 'aws:cloudformation:stack')
      .map(([id, { properties }]) => [id, join(outdir, properties!.templateFile)]),
  );
}

const isApproved = (exported: unknown): exported is typeof Construct =>
  typeof exported === 'function' && exported.prototype instanceof Construct;

/** What networks, and what roles have in common: none can be made by itself. */
const ABSTRACT = ['ZoneVpc', 'AdministratorRole'];

describe('the table of constructs', () => {
  test('has every construct that is exported, and no other', () => {
    const exported = Object.entries(approved)
      .filter(([name, value]) => isApproved(value) && !ABSTRACT.includes(name))
      .map(([name]) => name);
    expect([...new Set(CONSTRUCT_EXAMPLES.map(({ construct }) => construct))].sort()).toEqual(
      exported.sort(),
    );
  });

  const byName = new Map<string, unknown>(Object.entries(approved));
  test('builds in each row the construct that the row names', () => {
    const wrong = [...used].filter(([name, types]) => !types.has(byName.get(name)));
    expect(wrong.map(([name]) => name)).toEqual([]);
  });

  test('says once what each is for, in both languages', () => {
    const names = CONSTRUCT_EXAMPLES.filter(({ summary }) => summary !== undefined).map(
      (row) => row.construct,
    );
    expect(names).toEqual([...new Set(CONSTRUCT_EXAMPLES.map(({ construct }) => construct))]);
  });

  test('repeats no row', () => {
    const names = CONSTRUCT_EXAMPLES.map(nameOf);
    expect(names).toEqual([...new Set(names)]);
  });
});

describe('alone, with as few props as possible', () => {
  test.each(TITLES)('%s: no violation, nothing undetermined', (_, index) => {
    const [stack] = app.node.children.filter((child) => child.node.id === `Example${index}`) as Stack[];
    const { profile } = ROWS[index]!.example;
    const { findings } = checkStacks(
      [
        {
          templatePath: templates().get(`Example${index}`)!,
          stackName: stack!.stackName,
          region: stack!.region,
          account: stack!.account,
          terminationProtection: true,
        },
      ],
      profile === undefined ? {} : { profile },
    );
    const found = findings
      .filter(({ verdict }) => verdict !== 'evidence')
      .filter(({ rule, severity }) => severity === 'error' || !FOR_THE_DEPLOYMENT.includes(rule))
      .map(({ rule, verdict, resource }) => `${verdict} ${rule} ${resource.logicalId}`);
    expect(found).toEqual([]);
  });
});

interface Report {
  readonly pluginReports: {
    readonly violations: {
      readonly ruleName: string;
      readonly violatingConstructs: { constructPath?: string }[];
    }[];
  }[];
}

test('CDK’s own validation finds nothing in any of them, nor in the three-zone example', () => {
  expect(assembly).toBeUndefined();
  expect(failure).toContain('Wrong/Bucket');
  const report = JSON.parse(readFileSync(join(outdir, 'validation-report.json'), 'utf8')) as Report;
  const paths = report.pluginReports.flatMap(({ violations }) =>
    violations.flatMap(({ violatingConstructs, ruleName }) =>
      violatingConstructs.map(({ constructPath }) => `${constructPath} ${ruleName}`),
    ),
  );
  expect(paths.filter((path) => !path.startsWith('Wrong/Bucket '))).toEqual([]);
  expect(paths).not.toEqual([]);
});

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
