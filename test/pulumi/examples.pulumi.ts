import { join } from 'node:path';
import { PATIENCE_MS, type ProgramRun, runPolicyPack, runProgram } from './engine';

jest.setTimeout(PATIENCE_MS);

const EXAMPLES = join(__dirname, '..', '..', 'examples', 'pulumi');
const CONFIG = { 'aws:region': 'ap-northeast-1', 'aws-native:region': 'ap-northeast-1' };
const stackOf = (example: string) => ({ project: example, stack: 'dev' });

function run(example: string, dryRun: boolean): Promise<ProgramRun> {
  const program = join(EXAMPLES, example, 'index.ts');
  const resourceOutputs = {
    // What the provider answers besides.
    'aws-native:s3:Bucket': ({ name }: { name: string }) => ({ bucketName: `${name}-id` }),
    'aws-native:kms:Key': ({ name }: { name: string }) => ({ keyId: `${name}-id` }),
  };
  const options = { ...stackOf(example), config: CONFIG, program, dryRun, resourceOutputs };
  return runProgram({ ...options, env: { LANG: 'C' } });
}
const told = ({ logs }: ProgramRun, severity: string) =>
  logs.filter((log) => log.severity === severity).map(({ text }) => text);

function pack(example: string, { resources }: ProgramRun) {
  const folder = join(EXAMPLES, 'policy-pack');
  return runPolicyPack({
    ...stackOf(example),
    pack: folder,
    resources,
    stackConfig: { config: CONFIG },
    env: { LANG: 'C' },
  });
}

describe.each(['aws-compliant', 'native-compliant'])('%s', (example) => {
  let preview: ProgramRun;
  let update: ProgramRun;
  beforeAll(async () => {
    [preview, update] = [await run(example, true), await run(example, false)];
  });

  test('previews and updates: nothing blocks, nothing is undetermined', () => {
    for (const result of [preview, update]) {
      expect(told(result, 'error')).toEqual([]);
      expect(told(result, 'info').join('\n')).toContain(' 0 undetermined, ');
      expect(result.succeeded).toBe(true);
    }
  });

  test('has nothing mandatory for the policy pack', async () => {
    const { diagnostics, errors, succeeded } = await pack(example, update);
    expect(diagnostics.filter(({ level }) => level === 'mandatory')).toEqual([]);
    expect([errors, succeeded]).toEqual([[], true]);
  });
});

describe.each(['aws-violations', 'native-violations'])('%s', (example) => {
  let preview: ProgramRun;
  beforeAll(async () => {
    preview = await run(example, true);
  });
  const findings = () => told(preview, 'error').filter((text) => /^\w+ \[/.test(text));

  test('does not preview, for fifteen rules or more', () => {
    const rules = new Set(findings().map((text) => /^\w+/.exec(text)?.[0]));
    expect(rules.size).toBeGreaterThanOrEqual(15);
    expect(preview.succeeded).toBe(false);
  });

  test('each finding at a resource names the file and the line', () => {
    const places = findings().map((text) => /\] (\S+)/.exec(text)?.[1] ?? '');
    expect(places.filter((place) => /^index\.ts:\d+$/.test(place)).length).toBeGreaterThanOrEqual(15);
    // What is said of the whole stack has no line.
    expect(places.filter((place) => !/^(index\.ts:\d+|Pulumi\.yaml)$/.test(place))).toEqual([]);
  });

  test('does not pass the policy pack either', async () => {
    const { diagnostics, errors, succeeded } = await pack(example, preview);
    const policies = new Set(
      diagnostics.filter(({ level }) => level === 'mandatory').map(({ policy }) => policy),
    );
    expect(policies.size).toBeGreaterThanOrEqual(15);
    expect([errors, succeeded]).toEqual([[], false]);
  });
});
