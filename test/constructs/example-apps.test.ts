import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import type * as cxapi from 'aws-cdk-lib/cx-api';
import { addArchive } from '../../examples/exceptions/archive-stack';
import * as found from '../../examples/existing-app/step-1-as-found';
import * as marked from '../../examples/existing-app/step-2-marked';
import * as stores from '../../examples/existing-app/step-3-stores';
import * as inside from '../../examples/existing-app/step-4-inside';
import { app as first } from '../../examples/first-stack/app';
import { addCity } from '../../examples/three-zone/city';
import { addPlainCity } from '../../examples/three-zone-plain/city';
import type { Assessment } from '../../lib/assess';
import { type CheckOptions, checkStacks } from '../../lib/check';

const EXAMPLES = join(__dirname, '..', '..', 'examples');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

interface Built {
  readonly assessment: Assessment;
  /** How many resources of each type there are. */
  readonly types: ReadonlyMap<string, number>;
}

/** Synthesizes without CDK's own validation, which `cdk synth` of the examples runs. */
function stacksOf(build: (app: App) => void): readonly cxapi.CloudFormationStackArtifact[] {
  const outdir = mkdtempSync(join(tmpdir(), 'example-'));
  folders.push(outdir);
  const app = new App({
    outdir,
    builtinCloudFormationValidation: false,
    context: { '@aws-cdk/core:defaultCrossStackReferences': 'strong' },
  });
  build(app);
  return app.synth().stacks;
}

/** Checks all stacks as one. */
function judged(
  stacks: readonly cxapi.CloudFormationStackArtifact[],
  options: CheckOptions = {},
): Assessment {
  return checkStacks(
    stacks.map((stack) => ({
      templatePath: stack.templateFullPath,
      stackName: stack.stackName,
      constructPath: stack.hierarchicalId,
      region: stack.environment.region,
      account: stack.environment.account,
      tags: stack.tags,
      terminationProtection: stack.terminationProtection === true,
    })),
    options,
  );
}

function built(build: (app: App) => void): Built {
  const stacks = stacksOf(build);
  const types = new Map<string, number>();
  for (const { template } of stacks) {
    for (const { Type } of Object.values(template.Resources as Record<string, { Type: string }>)) {
      types.set(Type, (types.get(Type) ?? 0) + 1);
    }
  }
  return { assessment: judged(stacks), types };
}

const failing = ({ assessment }: Built) =>
  assessment.findings
    .filter(({ verdict }) => verdict === 'violation' || verdict === 'undetermined')
    .map(({ verdict, rule, resource }) => `${verdict} ${rule} ${resource.logicalId}`);

/** Lines of TypeScript that are neither empty nor a comment. */
function linesOfCode(folder: string): number {
  const files = readdirSync(join(EXAMPLES, folder)).filter((file) => file.endsWith('.ts'));
  return files
    .flatMap((file) => readFileSync(join(EXAMPLES, folder, file), 'utf8').split('\n'))
    .filter((line) => !/^\s*($|\/\/|\/\*|\*)/.test(line)).length;
}

describe('the three zones with approved constructs and without', () => {
  const short = built(addCity);
  const plain = built(addPlainCity);

  test('both pass, without a violation and with nothing undetermined', () => {
    expect(failing(short)).toEqual([]);
    expect(failing(plain)).toEqual([]);
    expect(plain.assessment.summary.compliant).toBeGreaterThan(1000);
  });

  test('are the same system: as many resources of each type', () => {
    const sorted = ({ types }: Built) => [...types].sort();
    expect(sorted(short)).toEqual(sorted(plain));
  });

  test('with approved constructs it is shorter than half', () => {
    const [lines, plainLines] = [linesOfCode('three-zone'), linesOfCode('three-zone-plain')];
    expect(lines).toBeGreaterThan(100);
    expect(lines).toBeLessThan(plainLines / 2);
  });
});

describe('examples/first-stack', () => {
  test('passes its guardrail', () => {
    // CDK's own validation takes most of the time, and is run over the constructs in another test.
    process.env['CDK_VALIDATION'] = 'false';
    const { stacks } = first.synth();
    delete process.env['CDK_VALIDATION'];
    const types = Object.values(stacks[0]!.template.Resources as Record<string, { Type: string }>).map(
      ({ Type }) => Type,
    );
    expect(types).toEqual(
      expect.arrayContaining(['AWS::S3::Bucket', 'AWS::DynamoDB::Table', 'AWS::Lambda::Function']),
    );
  }, 60_000);

  test('has about thirty lines', () => {
    expect(linesOfCode('first-stack')).toBeLessThanOrEqual(30);
  });
});

describe('examples/existing-app', () => {
  const STEPS = [
    ['step-1-as-found', found, 17],
    ['step-2-marked', marked, 9],
    ['step-3-stores', stores, 2],
    ['step-4-inside', inside, 0],
  ] as const;
  const source = (name: string) => readFileSync(join(EXAMPLES, 'existing-app', name), 'utf8');

  test.each(STEPS)('%s: as many findings block as its description says', (name, step, expected) => {
    const { findings } = built(step.addApplications).assessment;
    expect(findings.filter(({ blocking }) => blocking)).toHaveLength(expected);
    const said =
      expected === 0
        ? /\n\[step-4.*\b0 findings block/
        : new RegExp(`\\n\\[${name}.*\\b${expected} findings block`);
    expect(source('README.md')).toMatch(said);
    expect(source('README.ja.md')).toMatch(new RegExp(`\\n\\[${name}.*指摘は${expected}件`));
  });

  test('the last step is what the app is made of, under the guardrail', () => {
    expect(source('app.ts')).toContain("from './step-4-inside'");
    expect(source('app.ts')).toContain('Aspects.of(app).add(new PolicyGuardrail());');
  });

  test.each(['README.md', 'README.ja.md'])('%s has the diffs of the files', (readme) => {
    const diffs = [...source(readme).matchAll(/```diff\n([\s\S]*?)```/g)].map(([, diff]) => diff as string);
    expect(diffs).toHaveLength(STEPS.length - 1);
    diffs.forEach((diff, index) => {
      const before = source(`${STEPS[index]![0]}.ts`).split('\n');
      const after = source(`${STEPS[index + 1]![0]}.ts`).split('\n');
      expect(patched(before, diff)).toEqual(after);
    });
  });
});

/** What a unified diff makes of lines. */
function patched(before: readonly string[], diff: string): string[] {
  const after: string[] = [];
  let next = 0;
  for (const line of diff.trimEnd().split('\n')) {
    const [, from, count] = /^@@ -(\d+)(?:,(\d+))? /.exec(line) ?? [];
    if (from !== undefined) {
      const start = count === '0' ? Number(from) : Number(from) - 1;
      after.push(...before.slice(next, start));
      next = start;
      continue;
    }
    if (!line.startsWith('+')) {
      expect(before[next]).toBe(line.slice(1));
      next++;
    }
    if (!line.startsWith('-')) after.push(line.slice(1));
  }
  return [...after, ...before.slice(next)];
}

describe('examples/exceptions', () => {
  const folder = join(EXAMPLES, 'exceptions');
  const exceptions = { profile: join(folder, 'city.yaml'), exceptions: join(folder, 'exceptions.yaml') };
  // On fixed days: what the register says ends, and the test must not end with it.
  const stacks = stacksOf(addArchive);
  const on = (today: string) => judged(stacks, { ...exceptions, today });
  const verdicts = (rule: string, { findings }: Assessment) =>
    findings
      .filter((finding) => finding.rule === rule)
      .map(({ verdict, blocking }) => ({ verdict, blocking }));
  const blocking = ({ findings }: Assessment) =>
    findings.filter((finding) => finding.blocking).map(({ rule }) => rule);

  test('blocks without its register, and nothing else does', () => {
    expect(blocking(judged(stacks))).toEqual(['RdsForcesTls']);
  });

  test('is shown as excepted, with application, approver and end, until its last day', () => {
    const assessment = on('2027-10-31');
    expect(verdicts('RdsForcesTls', assessment)).toEqual([{ verdict: 'excepted', blocking: false }]);
    const [finding] = assessment.findings.filter(({ rule }) => rule === 'RdsForcesTls');
    expect(finding?.exception).toMatchObject({
      application: 'R8-041',
      approver: '副市長',
      expires: '2027-10-31',
    });
    expect(assessment.summary).toMatchObject({ excepted: 1, undetermined: 0 });
    expect(blocking(assessment)).toEqual([]);
    expect(verdicts('CitedExceptionsApply', assessment)).toEqual([]);
  });

  test('is announced for a month before the end, and a violation after it', () => {
    expect(verdicts('ExceptionsAreRenewedInTime', on('2027-09-30'))).toEqual([]);
    expect(verdicts('ExceptionsAreRenewedInTime', on('2027-10-01'))).toHaveLength(1);
    const after = on('2027-11-01');
    expect(verdicts('RdsForcesTls', after)).toEqual([{ verdict: 'violation', blocking: true }]);
    expect(verdicts('ExceptionsAreApproved', after)).toHaveLength(1);
  });

  test('does not count before it starts', () => {
    expect(blocking(on('2026-11-19'))).toEqual(['RdsForcesTls']);
  });

  test('has no private key', () => {
    for (const file of readdirSync(folder)) {
      expect(readFileSync(join(folder, file), 'utf8')).not.toMatch(/^\s*"?d"?:|PRIVATE KEY/m);
    }
  });
});

test('every example has an app that a reader can synthesize', () => {
  const names = readdirSync(EXAMPLES, { withFileTypes: true })
    // The constructs one by one, a package that a city builds on top of this one, and programs of Pulumi (npm run test:pulumi).
    .filter((entry) => entry.isDirectory() && !['constructs', 'city-package', 'pulumi'].includes(entry.name))
    .map(({ name }) => name);
  expect(names).toEqual(
    expect.arrayContaining(['exceptions', 'existing-app', 'first-stack', 'three-zone', 'three-zone-plain']),
  );
  for (const name of names) expect(readdirSync(join(EXAMPLES, name))).toContain('app.ts');
});
