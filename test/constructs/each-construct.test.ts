import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Stack } from 'aws-cdk-lib';
import type { CloudAssembly } from 'aws-cdk-lib/cx-api';
import { Construct } from 'constructs';
import * as approved from '../../constructs';
import { CONSTRUCT_EXAMPLES, nameOf } from '../../examples/constructs';
import { checkStacks } from '../../lib/check';
import { app, outdir, ROWS, templates, used } from '../helpers/constructs-app';

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

const TITLES = ROWS.map(({ example, zone }, index) => [`${nameOf(example)} in ${zone}`, index] as const);

let assembly: CloudAssembly | undefined;
let failure = '';
beforeAll(() => {
  try {
    assembly = app.synth();
  } catch (error) {
    failure = String(error);
  }
}, 240_000);

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
