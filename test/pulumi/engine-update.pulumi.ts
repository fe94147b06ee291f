import { join } from 'node:path';
import {
  type Json,
  resourceNamed as named,
  PATIENCE_MS,
  type ProgramRun,
  runProgram,
  secret,
  stackExportJson,
} from './engine';

// Each run starts a process, which takes a second on an idle machine and many on a busy one.
jest.setTimeout(2 * PATIENCE_MS);

const PROGRAMS = join(__dirname, 'programs');
const STACK = { project: 'city', stack: 'test' };
const URN = 'urn:pulumi:test::city::';
// Spelled out here, so that a slip in the engine's own constants shows.
const SIGNATURE_KEY = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';

describe('an update of a program with @pulumi/aws-native', () => {
  let run: ProgramRun;
  beforeAll(async () => {
    run = await runProgram({
      ...STACK,
      program: join(PROGRAMS, 'aws-native.ts'),
      dryRun: false,
      resourceOutputs: {
        'aws-native:kms:Key': { keyId: 'key-1' },
        'aws-native:s3:Bucket': ({ name }) => ({
          id: `${name}-1`,
          bucketName: `${name}-1`,
          arn: `arn:aws:s3:::${name}`,
        }),
      },
    });
  });

  test('a transform of the stack changes inputs and options, and loses neither secrets nor dependencies', () => {
    const bucket = named(run, 'vault-bucket');
    const key = named(run, 'vault-key');
    expect(bucket.protect).toBe(true);
    expect(bucket.inputs['versioningConfiguration']).toEqual({ status: 'Enabled' });
    expect(bucket.inputs['tags']).toEqual([{ key: 'pin', value: secret('1234') }]);
    expect(bucket.propertyDependencies['bucketEncryption']).toEqual([key.urn]);
    expect(key.protect).toBeUndefined();
  });

  test('a transform of a resource is its own, and its answer says what the resource depends on', () => {
    const zones = named(run, 'zones');
    expect(zones.inputs['tier']).toBe('Standard');
    expect(named(run, 'name').inputs).not.toHaveProperty('tier');
    expect(zones.dependencies).toEqual([named(run, 'vault-key').urn]);
  });

  test('a transform of the stack changes what is asked of a data source', () => {
    expect(run.invocations).toEqual([
      { token: 'aws-native:index:getAzs', args: { region: 'ap-northeast-1' } },
    ]);
    expect(named(run, 'zones').inputs['value']).toBe('ap-northeast-1a,ap-northeast-1c,ap-northeast-1d');
  });

  test('what is read has its id and the test’s outputs', () => {
    expect(named(run, 'old')).toMatchObject({ external: true, id: 'records-of-2020' });
    expect(named(run, 'old-name').inputs['value']).toBe('arn:aws:s3:::old');
    expect(named(run, 'old-name').propertyDependencies['value']).toEqual([named(run, 'old').urn]);
  });

  test('ids and outputs are made up, or the test’s', () => {
    const bucket = named(run, 'vault-bucket');
    expect(bucket.id).toBe('vault-bucket-1');
    expect(named(run, 'vault').outputs).toEqual({ bucket: 'vault-bucket-1' });
    const key = named(run, 'vault-key');
    expect(key.id).toBe('vault-key-id');
    expect(key.outputs).toMatchObject({ keyId: 'key-1', enableKeyRotation: true });
    expect(JSON.stringify(bucket.inputs)).toContain(String(key.outputs['arn']));
  });

  test('a component hands its provider on; others have the default one', () => {
    expect(named(run, 'vault-bucket').provider).toBe(`${URN}pulumi:providers:aws-native::tokyo::tokyo-id`);
    expect(named(run, 'name').provider).toMatch(/default_1_79_0/);
  });

  test('aliases are URNs', () => {
    expect(named(run, 'name').aliases).toEqual([`${URN}aws-native:ssm:Parameter::old-name`]);
    expect(named(run, 'name').ignoreChanges).toEqual(['value']);
  });

  test('stack export seals secrets', () => {
    const json = stackExportJson(run.resources, { root: PROGRAMS });
    expect(json).toMatchObject({ version: 3 });
    const bucket = named(run, 'vault-bucket');
    const { deployment } = json as unknown as { deployment: { resources: Record<string, Json>[] } };
    const exported = deployment.resources.find(({ urn }) => urn === bucket.urn);
    expect(exported).toMatchObject({ id: 'vault-bucket-1', custom: true });
    const sealed = { [SIGNATURE_KEY]: SECRET, ciphertext: expect.any(String) };
    expect(exported!['inputs']).toMatchObject({ tags: [{ key: 'pin', value: sealed }] });
    expect(JSON.stringify(stackExportJson(run.resources, { root: PROGRAMS, showSecrets: true }))).toContain(
      '"plaintext":"\\"1234\\""',
    );
  });
});

describe('a program that ends badly', () => {
  const failing = (how: string): Promise<ProgramRun> =>
    runProgram({ ...STACK, program: join(PROGRAMS, 'failing.ts'), dryRun: true, config: { how } });

  test.each([
    ['throw', 32, 'refused by the program', true],
    ['transform', 32, 'transform failed: Error: refused by the transform', false],
    ['apply', 32, 'refused when known', true],
    // To Pulumi an error message is only a message.
    ['log', 0, 'refused in a message', true],
  ])('%s: exit code %d, and a message', async (how, exitCode, message, registered) => {
    const run = await failing(how);
    expect(run.exitCode).toBe(exitCode);
    expect(run.succeeded).toBe(exitCode === 0);
    expect(run.logs).toEqual([
      expect.objectContaining({ severity: 'error', text: expect.stringContaining(message) }),
    ]);
    expect(run.resources.some(({ name }) => name === 'first')).toBe(registered);
  });

  test.each([
    ['exit', 1],
    // After an error message the host no longer minds what was left undone: Pulumi goes on with half a stack.
    ['log and exit', 0],
  ])('%s: exit code %d, and nothing is registered', async (how, exitCode) => {
    const run = await failing(how);
    expect(run.exitCode).toBe(exitCode);
    expect(run.resources.map(({ name }) => name)).not.toContain('first');
  });
});
