import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  isSecret,
  type Json,
  resourceNamed as named,
  PATIENCE_MS,
  type PolicyPackRun,
  type ProgramRun,
  previewJson,
  runPolicyPack,
  runProgram,
  secret,
  UNKNOWN,
} from './engine';

// Each run starts a process, which takes a second on an idle machine and many on a busy one.
jest.setTimeout(2 * PATIENCE_MS);

const PROGRAMS = join(__dirname, 'programs');
const STACK = { project: 'city', stack: 'test' };
const URN = 'urn:pulumi:test::city::';

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
