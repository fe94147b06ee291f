import { join } from 'node:path';
import {
  PATIENCE_MS,
  type PolicyPackRun,
  type ProgramRun,
  runPolicyPack,
  runProgram,
  UNKNOWN,
} from './engine';

// Each run starts a process, which takes two seconds on an idle machine and many on a busy one.
jest.setTimeout(PATIENCE_MS);

const STACK = { project: 'city', stack: 'dev', config: { 'aws:region': 'ap-northeast-1' } };
const SECRET = 'correct horse battery staple';

function run(program: string, dryRun = true, env: Record<string, string> = {}): Promise<ProgramRun> {
  const file = join(__dirname, 'programs', program);
  const secretConfig = { config: { ...STACK.config, password: SECRET }, secretConfig: ['password'] };
  return runProgram({ ...STACK, ...secretConfig, program: file, dryRun, env });
}

const told = (result: ProgramRun, severity: string) =>
  result.logs.filter((log) => log.severity === severity).map(({ text }) => text);
const rulesTold = (result: ProgramRun, severity: string) =>
  told(result, severity)
    .map((text) => /^(\w+) \[/.exec(text)?.[1])
    .filter((rule) => rule !== undefined);

describe('enforcePolicy() in a program that breaks the policy', () => {
  let preview: ProgramRun;
  let update: ProgramRun;
  beforeAll(async () => {
    [preview, update] = [await run('careless.ts'), await run('careless.ts', false)];
  });

  test('ends the preview, and the update', () => {
    expect(
      [preview, update].map(({ succeeded, exitCode }) => ({ succeeded, failed: exitCode !== 0 })),
    ).toEqual([
      { succeeded: false, failed: true },
      { succeeded: false, failed: true },
    ]);
  });

  test('says which rule, with its clauses, file and line, and what to do in Pulumi', () => {
    const [finding] = told(preview, 'error').filter((text) => text.startsWith('S3BucketBlocksPublicAccess'));
    expect(finding).toContain('9.2(6)①(エ)');
    expect(finding).toContain(' careless.ts:8 ');
    expect(finding).toContain('BlockPublicPolicy: is false; must be true');
    expect(finding).toContain('in Pulumi: blockPublicPolicy (BucketPublicAccessBlock)');
  });

  test('sees in both that a policy lets everybody in which is put together of an ARN', () => {
    for (const result of [preview, update]) {
      const [finding] = told(result, 'error').filter((text) => text.startsWith('ResourcePolicyNotPublic'));
      expect(finding).toContain('PolicyDocument.Statement[0]');
    }
  });

  test('tells the engine what it would be told without', async () => {
    const without = await run('careless.ts', true, { GUARDRAIL: 'off' });
    const inputs = ({ resources }: ProgramRun) => resources.map(({ urn, inputs: given }) => [urn, given]);
    expect(inputs(preview)).toEqual(inputs(without));
    expect(preview.stackOutputs).toEqual(without.stackOutputs);
    expect(JSON.stringify(inputs(without))).toContain(UNKNOWN);
  });

  test('without placeholders takes no policy for one that holds which is not known yet', async () => {
    const result = await run('careless.ts', true, { GUARDRAIL: 'no placeholders' });
    const [finding] = told(result, 'error').filter((text) => text.startsWith('ResourcePolicyNotPublic'));
    expect(finding).toContain('known after deployment only');
  });

  test('shows no secret', () => {
    for (const { logs, stderr, stdout } of [preview, update])
      expect(JSON.stringify([logs, stderr, stdout])).not.toContain(SECRET);
  });
});

test('resources that were made before the guardrail are told, and end the program', async () => {
  const result = await run('late.ts');
  expect(result.succeeded).toBe(false);
  expect(told(result, 'error').join()).toMatch(
    /before enforcePolicy\(\) was called \(.*aws:sns\/topic:Topic::early/,
  );
});

test('a program that ends itself before it is checked does not end well', async () => {
  const result = await run('leaving.ts');
  expect({ code: result.exitCode, told: result.stderr }).toEqual({
    code: 1,
    told: expect.stringContaining('before it could be checked'),
  });
});

test('what a transform makes of a resource is what is judged, also if it came after the guardrail', async () => {
  const result = await run('transformed.ts');
  expect(rulesTold(result, 'error')).toContain('KmsKeyRotation');
});

test.each([
  ['preview', true],
  ['update', false],
])(
  'a transform that puts an output of another resource in place of one is believed at the %s',
  async (_, dryRun) => {
    const findings = told(await run('swapped.ts', dryRun), 'error');
    const open = findings.filter((text) => text.startsWith('S3BucketBlocksPublicAccess'));
    expect(open.map((text) => /aws:s3\/bucket:Bucket::(\w+)/.exec(text)?.[1])).toEqual(['records']);
  },
);

describe('the policy pack', () => {
  let pack: PolicyPackRun;
  beforeAll(async () => {
    const program = join(__dirname, 'programs', 'careless.ts');
    const { resources } = await runProgram({ ...STACK, program, dryRun: true, env: { GUARDRAIL: 'off' } });
    const { config, ...stack } = STACK;
    pack = await runPolicyPack({
      ...stack,
      pack: join(__dirname, 'hosts', 'pack'),
      resources,
      stackConfig: { config },
    });
  });

  test('has a policy for each rule, mandatory, with its clauses as metadata of a framework', () => {
    const policy = pack.info.policies.find(({ name }) => name === 'S3BucketTlsOnly');
    expect(policy).toMatchObject({ level: 'mandatory', type: 'stack' });
    expect(policy?.framework?.reference).toContain('7.1(13)②');
  });

  test('ends the preview with mandatory findings, each at its resource', () => {
    expect({ succeeded: pack.succeeded, errors: pack.errors }).toEqual({ succeeded: false, errors: [] });
    const [finding] = pack.diagnostics.filter(({ policy }) => policy === 'S3BucketBlocksPublicAccess');
    expect(finding).toMatchObject({
      level: 'mandatory',
      urn: 'urn:pulumi:dev::city::aws:s3/bucket:Bucket::records',
    });
  });

  test('has no policy fall back to advice because a value is not known', () => {
    const vague = pack.diagnostics.filter(({ message }) => message.includes("can't run policy"));
    expect(vague).toEqual([]);
    expect(
      pack.diagnostics.some(
        ({ policy, level }) => policy === 'ResourcePolicyNotPublic' && level === 'mandatory',
      ),
    ).toBe(true);
  });
});
