import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type CheckOptions, checkPaths } from '../../lib/check';
import { runCommand } from '../helpers/command-line';

const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';
const SIGNATURE = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';
const CONFIG = { 'aws:region': 'ap-northeast-1', 'jichitai:zone': 'my-number' };

const urn = (type: string, name: string) => `urn:pulumi:dev::city::${type}::${name}`;
const BUCKET = 'aws:s3/bucket:Bucket';
const VERSIONING = 'aws:s3/bucketVersioning:BucketVersioning';
const ACCESS = 'aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock';

/** The state of a resource, as both commands write it. */
const state = (type: string, name: string, inputs: object, more: object = {}) => ({
  urn: urn(type, name),
  custom: true,
  type,
  inputs,
  ...more,
});
const step = (op: string, newState: { urn: string }) => ({ op, urn: newState.urn, newState });
const open = { blockPublicAcls: true };
const closed = { ...open, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true };
const depends = { propertyDependencies: { bucket: [urn(BUCKET, 'records')] } };

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pulumi-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function written(content: object, name = 'preview.json'): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(content, null, 1));
  return file;
}

function check(content: object, options: CheckOptions = {}) {
  return checkPaths([written(content)], { today: '2026-11-24', ...options }).findings;
}

const preview = (...steps: readonly object[]) => ({
  config: CONFIG,
  steps,
  changeSummary: { create: steps.length },
});
const exported = (...resources: readonly object[]) => ({
  version: 3,
  deployment: { manifest: {}, resources },
});
const rulesOf = (findings: ReturnType<typeof check>, resource: string) =>
  findings.filter(({ resource: { logicalId } }) => logicalId === resource).map(({ rule }) => rule);

describe('a preview', () => {
  test('is judged with what configures a bucket written into the bucket', () => {
    const steps = [
      step('create', state(BUCKET, 'records', { bucket: 'records-1a2b3c4' })),
      step('create', state(ACCESS, 'records-access', { bucket: UNKNOWN, ...closed }, depends)),
    ];
    expect(rulesOf(check(preview(...steps)), 'records')).not.toContain('S3BucketBlocksPublicAccess');
    expect(rulesOf(check(preview(steps[0] as object)), 'records')).toContain('S3BucketBlocksPublicAccess');
  });

  test('names the place in the program, or else in the file', () => {
    const findings = check(
      preview(
        step('create', state(BUCKET, 'here', {}, { sourcePosition: 'project:///src/stores.ts#12,17' })),
        step('create', state(BUCKET, 'there', {})),
      ),
    ).filter(({ rule }) => rule === 'S3BucketBlocksPublicAccess');
    expect(findings.map(({ resource, line }) => [resource.logicalId, resource.template, line])).toEqual([
      ['there', join(folder, 'preview.json'), expect.any(Number)],
      ['here', 'src/stores.ts', 12],
    ]);
    const [{ line } = { line: undefined }] = findings;
    // The second step, in a file with a key a line.
    expect(line).toBeGreaterThan(15);
  });

  test('leaves out what will be deleted, and takes of several steps the last', () => {
    const gone = step('delete', state(BUCKET, 'gone', {}));
    const replaced = [
      step('create-replacement', state(ACCESS, 'records-access', { bucket: UNKNOWN, ...open }, depends)),
      step('replace', state(ACCESS, 'records-access', { bucket: UNKNOWN, ...closed }, depends)),
    ];
    const findings = check(preview(gone, step('same', state(BUCKET, 'records', {})), ...replaced));
    expect(rulesOf(findings, 'gone')).toEqual([]);
    expect(rulesOf(findings, 'records')).not.toContain('S3BucketBlocksPublicAccess');
  });

  test('never passes a type for which there is no mapping', () => {
    const findings = check(preview(step('create', state('aws:newservice/thing:Thing', 'thing', {}))));
    expect(findings.filter(({ rule }) => rule === 'PulumiTypeIsChecked')).toMatchObject([
      { verdict: 'undetermined', blocking: true, resource: { logicalId: 'thing' } },
    ]);
  });

  test('never passes what configures a resource that cannot be told', () => {
    const findings = check(preview(step('create', state(VERSIONING, 'whose', { bucket: UNKNOWN }))));
    expect(rulesOf(findings, 'whose')).toContain('PulumiTypeIsChecked');
  });

  test('has nothing to check in what makes nothing in a cloud', () => {
    const random = step('create', state('random:index/randomId:RandomId', 'suffix', { byteLength: 4 }));
    expect(rulesOf(check(preview(random)), 'suffix')).toEqual([]);
  });

  test('shows no secret, in whatever form it stands there', () => {
    const password = 'correct-horse-battery-staple';
    const wrapped = { [SIGNATURE]: SECRET, plaintext: JSON.stringify(password) };
    const bucket = {
      bucket: wrapped,
      tags: { owner: wrapped, note: { [SIGNATURE]: SECRET, value: password } },
    };
    const file = written(preview(step('create', state(BUCKET, 'records', bucket))));
    for (const format of ['text', 'json', 'sarif', 'markdown']) {
      const { stdout, stderr } = runCommand(['check', file, '--format', format]);
      expect(stdout).toContain('records');
      expect(stdout + stderr).not.toContain(password);
    }
  });

  test('takes marks of the stack from its configuration, and from tags that a provider gives to all', () => {
    const provider = state('pulumi:providers:aws', 'tokyo', {
      region: 'ap-northeast-1',
      defaultTags: JSON.stringify({ tags: { 'jichitai:zone': 'internet' } }),
    });
    const by = { provider: `${provider.urn}::0b9f` };
    const findings = check(
      preview(
        step('create', provider),
        step('create', state(BUCKET, 'of-the-stack', {})),
        step('create', state(BUCKET, 'of-the-provider', {}, by)),
      ),
    );
    const zones = ['of-the-stack', 'of-the-provider'].map(
      (id) => findings.find(({ resource }) => resource.logicalId === id)?.zone,
    );
    expect(zones).toEqual(['my-number', 'internet']);
  });
});

describe('an exported state', () => {
  const id = 'records-1a2b3c4';
  const bucket = state(
    BUCKET,
    'records',
    { bucket: id },
    { id, outputs: { id, bucket: id, arn: `arn:aws:s3:::${id}` } },
  );

  test('is judged by what its values are the identities of', () => {
    const access = state(ACCESS, 'records-access', { bucket: id, ...closed }, { id });
    expect(rulesOf(check(exported(bucket, access), { zone: 'my-number' }), 'records')).not.toContain(
      'S3BucketBlocksPublicAccess',
    );
  });

  test('is kept where the resource is protected', () => {
    const kept = { ...bucket, protect: true };
    expect(rulesOf(check(exported(bucket), { zone: 'my-number' }), 'records')).toContain(
      'DataStoreSurvivesStack',
    );
    expect(rulesOf(check(exported(kept), { zone: 'my-number' }), 'records')).not.toContain(
      'DataStoreSurvivesStack',
    );
  });

  test('leaves out what is only read, and what is about to be deleted', () => {
    const findings = check(
      exported({ ...bucket, external: true }, { ...bucket, urn: urn(BUCKET, 'old'), delete: true }),
    );
    expect([...rulesOf(findings, 'records'), ...rulesOf(findings, 'old')]).toEqual([]);
  });
});

test('the command checks such a file, by itself and in a folder, and ends with 1', () => {
  const file = written(preview(step('create', state(BUCKET, 'records', {}))));
  for (const path of [file, folder]) {
    const { status, stdout } = runCommand(['check', path]);
    expect({ status, stdout }).toEqual({
      status: 1,
      stdout: expect.stringContaining(urn(BUCKET, 'records')),
    });
  }
});
