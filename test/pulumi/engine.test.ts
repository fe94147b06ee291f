import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type EngineResource,
  isSecret,
  type Json,
  PATIENCE_MS,
  type PolicyPackRun,
  type ProgramRun,
  type Properties,
  previewJson,
  runPolicyPack,
  runProgram,
  secret,
  stackExportJson,
  UNKNOWN,
} from './engine';
import { policyDocument } from './engine/policy-document';

// Each run starts a process, which takes a second on an idle machine and many on a busy one.
jest.setTimeout(2 * PATIENCE_MS);

const PROGRAMS = join(__dirname, 'programs');
const STACK = { project: 'city', stack: 'test' };
const URN = 'urn:pulumi:test::city::';
// Spelled out here, so that a slip in the engine's own constants shows.
const SIGNATURE_KEY = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';

function named(run: ProgramRun, name: string): EngineResource {
  const found = run.resources.find((resource) => resource.name === name);
  if (found === undefined) throw new Error(`no resource ${name}`);
  return found;
}

describe('a preview of a program with @pulumi/aws', () => {
  const program = join(PROGRAMS, 'aws.ts');
  let run: ProgramRun;
  beforeAll(async () => {
    run = await runProgram({
      ...STACK,
      program,
      dryRun: true,
      config: { databasePassword: 'correct horse' },
      secretConfig: ['databasePassword'],
      stackReferences: { 'city/network/production': { securityGroupId: 'sg-1', token: secret('t') } },
    });
  });

  test('ends well', () => {
    expect({ code: run.exitCode, stderr: run.stderr, logs: run.logs, ok: run.succeeded }).toEqual({
      code: 0,
      stderr: '',
      logs: [],
      ok: true,
    });
  });

  test('registers what the program writes, with the URN, the parent and the default provider', () => {
    expect(run.resources.map(({ type, name }) => `${type} ${name}`).sort()).toEqual([
      'aws:rds/instance:Instance database',
      'aws:s3/bucket:Bucket records-bucket',
      'aws:s3/bucketPolicy:BucketPolicy policy',
      'city:storage:Records records',
      'pulumi:providers:aws default_7_48_0',
      'pulumi:pulumi:Stack city-test',
      'pulumi:pulumi:StackReference city/network/production',
    ]);
    const bucket = named(run, 'records-bucket');
    expect(bucket).toMatchObject({
      urn: `${URN}city:storage:Records$aws:s3/bucket:Bucket::records-bucket`,
      custom: true,
      inputs: { tags: { zone: 'lgwan' } },
      parent: `${URN}city:storage:Records::records`,
      provider: `${URN}pulumi:providers:aws::default_7_48_0::${UNKNOWN}`,
      version: '7.48.0',
    });
    expect(named(run, 'records').custom).toBe(false);
    expect(named(run, 'database').retainOnDelete).toBe(true);
  });

  test('a child is protected as its parent is', () => {
    expect(named(run, 'records').protect).toBe(true);
    expect(named(run, 'records-bucket').protect).toBe(true);
    expect(named(run, 'database').protect).toBeUndefined();
  });

  test('an id is unknown, and what refers to it depends on its resource', () => {
    const bucket = named(run, 'records-bucket').urn;
    const policy = named(run, 'policy');
    expect(named(run, 'records-bucket').id).toBeUndefined();
    expect(policy.inputs['bucket']).toBe(UNKNOWN);
    expect(policy.propertyDependencies['bucket']).toEqual([bucket]);
    expect(policy.propertyDependencies['policy']).toEqual([]);
    expect(policy.dependencies).toEqual([bucket]);
    // dependsOn a component is dependsOn what is in it.
    expect(named(run, 'database').dependencies).toContain(bucket);
  });

  test('a secret of the configuration stays one', () => {
    const password = named(run, 'database').inputs['password'];
    expect(password).toEqual(secret('correct horse'));
    expect(isSecret(password)).toBe(true);
  });

  test('another stack answers with its outputs', () => {
    expect(named(run, 'database').inputs['vpcSecurityGroupIds']).toEqual(['sg-1']);
    const reference = named(run, 'city/network/production');
    expect(reference).toMatchObject({ external: true, id: 'city/network/production' });
    expect(reference.outputs['secretOutputNames']).toEqual(['token']);
  });

  test('data sources answer', () => {
    expect(named(run, 'database').inputs['tags']).toEqual({ owner: '123456789012' });
    expect(JSON.parse(String(named(run, 'policy').inputs['policy']))).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Deny',
          Action: 's3:*',
          Resource: 'arn:aws:s3:::example/*',
          Principal: '*',
          Condition: { Bool: { 'aws:SecureTransport': 'false' } },
        },
      ],
    });
    expect(run.invocations.map(({ token }) => token).sort()).toEqual([
      'aws:iam/getPolicyDocument:getPolicyDocument',
      'aws:index/getCallerIdentity:getCallerIdentity',
    ]);
  });

  test('positions are those of the TypeScript source, and lead from the constructor to the caller', () => {
    const lineOf = (text: string): number =>
      readFileSync(program, 'utf8')
        .split('\n')
        .findIndex((line) => line.includes(text)) + 1;
    expect(named(run, 'database').sourcePosition).toEqual({
      file: program,
      line: lineOf('new aws.rds.Instance'),
      column: 1,
    });
    const bucket = named(run, 'records-bucket');
    expect(bucket.sourcePosition).toMatchObject({ file: program, line: lineOf('new aws.s3.Bucket(') });
    expect(bucket.stackTrace[1]).toMatchObject({ file: program, line: lineOf('new Records(') });
  });

  test('what a component registers are its outputs, and what is exported are the stack’s', () => {
    expect(named(run, 'records').outputs).toEqual({ bucketArn: UNKNOWN });
    expect(run.stackOutputs).toEqual({ bucketArn: UNKNOWN });
  });

  test('preview --json blinds secrets, names unknowns and leaves default providers out', () => {
    const json = previewJson(run, { root: PROGRAMS, config: { 'city:databasePassword': '[secret]' } });
    expect(JSON.stringify(json)).not.toContain('correct horse');
    const { steps, changeSummary } = json as unknown as {
      steps: { op: string; urn: string; newState: Record<string, Json> }[];
      changeSummary: Json;
    };
    expect(changeSummary).toEqual({ create: 5, read: 1 });
    expect(steps.some(({ urn }) => urn.includes('pulumi:providers'))).toBe(false);
    const policy = steps.find(({ urn }) => urn.endsWith('::policy'));
    const bucket = named(run, 'records-bucket').urn;
    expect(policy).toMatchObject({
      op: 'create',
      newState: {
        custom: true,
        inputs: { bucket: UNKNOWN },
        propertyDependencies: { bucket: [bucket], policy: null },
        sourcePosition: expect.stringMatching(/^project:\/\/\/aws\.ts#\d+,1$/),
      },
    });
    expect(policy!.newState).not.toHaveProperty('id');
    const database = steps.find(({ urn }) => urn.endsWith('::database'));
    expect(database!.newState['inputs']).toMatchObject({ password: '[secret]' });
  });

  describe('seen by a policy pack', () => {
    let pack: PolicyPackRun;
    beforeAll(async () => {
      pack = await runPolicyPack({
        ...STACK,
        pack: join(PROGRAMS, 'pack'),
        resources: run.resources,
        stackTags: { zone: 'lgwan' },
        config: { throws: { enforcementLevel: 'mandatory' }, 'database-encrypted': { allowed: ['other'] } },
      });
    });

    test('tells what it is', () => {
      const { name, version, sdkVersion, policies } = pack.info;
      expect({ name, version, sdkVersion }).toEqual({
        name: 'pack-for-tests',
        version: '1.2.3',
        sdkVersion: '1.21.0',
      });
      expect(policies.map((policy) => `${policy.name} ${policy.level} ${policy.type}`)).toEqual([
        'database-encrypted mandatory resource',
        'tagged remediate resource',
        'policy-names-bucket mandatory resource',
        'stack-tagged advisory stack',
        'throws disabled stack',
      ]);
      expect(policies[0]).toMatchObject({
        severity: 'high',
        framework: { name: 'Policy', reference: '3.(2)' },
        configSchema: { properties: { allowed: { type: 'array' } } },
      });
    });

    test('reports a violation of a resource', () => {
      expect(pack.diagnostics).toContainEqual(
        expect.objectContaining({
          policy: 'database-encrypted',
          level: 'mandatory',
          urn: named(run, 'database').urn,
          message: expect.stringContaining('database is not encrypted'),
          stage: 'resource',
        }),
      );
      expect(pack.succeeded).toBe(false);
    });

    test('only advises where it reads what is unknown, though the policy is mandatory', () => {
      expect(pack.diagnostics.filter(({ policy }) => policy === 'policy-names-bucket')).toEqual([
        expect.objectContaining({
          level: 'advisory',
          message: expect.stringContaining("can't be known during preview"),
        }),
      ]);
    });

    test('remedies inputs before anything is analyzed', () => {
      const properties = { tags: { zone: 'lgwan', owner: 'city' } };
      expect(pack.remediations).toEqual([
        { policy: 'tagged', urn: named(run, 'records-bucket').urn, diagnostic: '', properties },
      ]);
    });

    test('an exception in a policy fails the call', () => {
      expect(pack.errors).toEqual([{ message: expect.stringContaining('Error: a fault') }]);
    });
  });
});

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

describe('the policy document of the test engine', () => {
  const made = (args: Properties): Json => JSON.parse(String(policyDocument(args)['json'])) as Json;

  test('has one value alone, several in the provider’s order, and variables in their own form', () => {
    expect(
      made({
        policyId: 'p',
        statements: [
          {
            sid: 'One',
            actions: ['s3:GetObject', 's3:PutObject'],
            resources: ['arn:aws:s3:::b/&{aws:username}'],
            principals: [
              { type: 'AWS', identifiers: ['1', '2'] },
              { type: 'Service', identifiers: ['ec2.amazonaws.com'] },
            ],
            conditions: [
              { test: 'StringEquals', variable: 'a', values: ['1'] },
              { test: 'StringEquals', variable: 'b', values: ['1', '2'] },
            ],
          },
        ],
      }),
    ).toEqual({
      Version: '2012-10-17',
      Id: 'p',
      Statement: [
        {
          Sid: 'One',
          Effect: 'Allow',
          Action: ['s3:PutObject', 's3:GetObject'],
          Resource: 'arn:aws:s3:::b/${aws:username}',
          Principal: { AWS: ['2', '1'], Service: 'ec2.amazonaws.com' },
          Condition: { StringEquals: { a: '1', b: ['2', '1'] } },
        },
      ],
    });
  });

  test('takes in other documents: sources first, and overrides in the place of their Sid', () => {
    const document = (...Statement: Json[]): string => JSON.stringify({ Version: '2012-10-17', Statement });
    const allow = (Sid: string, Action: string): Json => ({ Sid, Effect: 'Allow', Action, Resource: '*' });
    expect(
      made({
        sourcePolicyDocuments: [document(allow('A', 'a:*'))],
        statements: [{ sid: 'B', actions: ['b:*'], resources: ['*'] }],
        overridePolicyDocuments: [document(allow('A', 'a:Get'), allow('C', 'c:*'))],
      }),
    ).toMatchObject({ Statement: [allow('A', 'a:Get'), allow('B', 'b:*'), allow('C', 'c:*')] });
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
