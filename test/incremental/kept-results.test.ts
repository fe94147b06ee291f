import { execFile } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assess } from '../../lib/assess';
import { type CheckOptions, checkPaths } from '../../lib/check';
import table from '../../lib/incremental/data/types-asked.json';
import { KeptInFolder } from '../../lib/incremental/keep';
import { Claim } from '../../lib/model/claim';
import { loadPaths } from '../../lib/model/load';
import { MIYAZAKI } from '../../lib/policy/profile';
import { jsonReport } from '../../lib/report/json';
import { RULES } from '../../lib/rules';
import { defineRule, isDeploymentRule, type ResourceRule } from '../../lib/rules/define';
import { typesAsked } from '../../scripts/types-asked';

let app: string;
let cache: string;

const STORE = { Resources: { Store: { Type: 'AWS::S3::Bucket' } } };
const POLICY = (secure: string) => ({
  Resources: {
    Policy: {
      Type: 'AWS::S3::BucketPolicy',
      Properties: {
        Bucket: 'city-records',
        PolicyDocument: {
          Statement: {
            Effect: 'Deny',
            Principal: '*',
            Action: 's3:*',
            Resource: ['arn:aws:s3:::city-records', 'arn:aws:s3:::city-records/*'],
            Condition: { Bool: { 'aws:SecureTransport': secure } },
          },
        },
      },
    },
  },
});

function write(name: string, template: unknown): void {
  writeFileSync(join(app, `${name}.template.json`), JSON.stringify(template));
}

beforeEach(() => {
  app = mkdtempSync(join(tmpdir(), 'jichitai-app-'));
  cache = mkdtempSync(join(tmpdir(), 'jichitai-kept-'));
  const named = { Type: 'AWS::S3::Bucket', Properties: { BucketName: 'city-records' } };
  write('store', { Resources: { Records: named, Key: { Type: 'AWS::KMS::Key' } } });
  write('policy', POLICY('false'));
  write('other', STORE);
});
afterEach(() => {
  for (const folder of [app, cache]) rmSync(folder, { recursive: true, force: true });
});

function report(options: CheckOptions = {}): string {
  return jsonReport(checkPaths([app], { today: '2026-11-24', ...options }), 'ja');
}

function entries(): readonly string[] {
  return readdirSync(cache).map((name) => join(cache, name));
}

/** How often rules about resources are asked in a check. */
function questions(options: CheckOptions): number {
  let asked = 0;
  const spies = RULES.filter((rule): rule is ResourceRule => !isDeploymentRule(rule)).map((rule) => {
    const { check } = rule;
    return jest.spyOn(rule, 'check').mockImplementation((...call) => {
      asked++;
      return check(...call);
    });
  });
  checkPaths([app], { today: '2026-11-24', ...options });
  for (const spy of spies) spy.mockRestore();
  return asked;
}

test('what has not changed is not asked again', () => {
  const all = questions({ cache });
  expect(all).toBeGreaterThan(20);
  expect(entries()).toHaveLength(3);
  expect(questions({ cache })).toBe(0);
  // Only the template that changed, and nothing without the folder.
  write('other', { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } });
  const some = questions({ cache });
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all / 2);
  expect(questions({})).toBeGreaterThan(some);
});

/** A server in a subnet, a role and a function: what rules say of each depends on something else in the template. */
const SYSTEM = {
  Metadata: { Jichitai: { Zone: 'lgwan' } },
  Parameters: { Level: { Type: 'String', AllowedValues: ['Suspended'] } },
  Conditions: { HasLog: { 'Fn::Equals': ['a', 'a'] } },
  Mappings: { Classes: { city: { runtime: 'nodejs22.x' } } },
  Resources: {
    City: { Type: 'AWS::EC2::VPC', Properties: { Tags: [{ Key: 'jichitai:zone', Value: 'lgwan' }] } },
    Net: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: { Ref: 'City' }, MapPublicIpOnLaunch: false } },
    Server: { Type: 'AWS::EC2::Instance', Properties: { SubnetId: { Ref: 'Net' } } },
    Store: {
      Type: 'AWS::S3::Bucket',
      DeletionPolicy: 'Retain',
      Properties: { VersioningConfiguration: { Status: { Ref: 'Level' } } },
    },
    Job: {
      Type: 'AWS::Lambda::Function',
      Properties: {
        Description: 'Adds up',
        Runtime: { 'Fn::FindInMap': ['Classes', 'city', 'runtime'] },
        TracingConfig: { 'Fn::If': ['HasLog', { Mode: 'Active' }, { Mode: 'PassThrough' }] },
      },
    },
  },
};

type System = typeof SYSTEM;

function writeSystem(change: (system: System) => void): void {
  const system = structuredClone(SYSTEM);
  change(system);
  writeFileSync(join(app, 'system.template.json'), JSON.stringify(system, undefined, 1));
}

test.each<[string, (system: System) => void]>([
  [
    'a resource that another one names',
    ({ Resources }) => (Resources.Net.Properties.MapPublicIpOnLaunch = true),
  ],
  [
    'the zone of a network that it lies in',
    ({ Resources }) => (Resources.City.Properties.Tags = [{ Key: 'jichitai:zone', Value: 'my-number' }]),
  ],
  ['a parameter that it names', ({ Parameters }) => (Parameters.Level.AllowedValues = ['Enabled'])],
  ['a mapping', ({ Mappings }) => (Mappings.Classes.city.runtime = 'nodejs12.x')],
  ['a zone', ({ Metadata }) => (Metadata.Jichitai.Zone = 'my-number')],
  ['an attribute', ({ Resources }) => (Resources.Store.DeletionPolicy = 'Delete')],
  ['the lines before it', ({ Parameters }) => Object.assign(Parameters, { Other: { Type: 'String' } })],
])('a change of %s shows in what is said of a resource', (_, change) => {
  writeSystem(() => {});
  const before = report({ cache });
  writeSystem(change);
  const after = report({ cache });
  expect(after).not.toBe(before);
  expect(after).toBe(report());
  // And from what was kept of it.
  expect(report({ cache })).toBe(after);
});

test('a change that no rule reads asks no rule, and one that some read asks those', () => {
  writeSystem(() => {});
  const all = questions({ cache });
  writeSystem(({ Resources }) => (Resources.Job.Properties.Description = 'Adds up, and more'));
  expect(questions({ cache })).toBe(0);
  writeSystem(({ Resources }) => (Resources.Job.Properties.Runtime = 'python3.13' as never));
  const some = questions({ cache });
  expect(some).toBeGreaterThan(0);
  expect(some).toBeLessThan(all / 4);
});

test('a change in one template is seen in the results of another', () => {
  const before = report({ cache });
  const broken = (text: string) =>
    (JSON.parse(text) as { findings: { rule: string; resource: { logicalId: string } }[] }).findings.some(
      ({ rule, resource }) => rule === 'S3BucketTlsOnly' && resource.logicalId === 'Records',
    );
  expect(broken(before)).toBe(false);
  write('policy', POLICY('true'));
  const after = report({ cache });
  expect(broken(after)).toBe(true);
  expect(after).toBe(report());
});

test.each<[string, (file: string, another: string) => void]>([
  ['cut off', (file) => writeFileSync(file, readFileSync(file, 'utf8').slice(0, -200))],
  ['empty', (file) => writeFileSync(file, '')],
  ['no text', (file) => writeFileSync(file, Buffer.from([0, 255, 254, 0, 10, 1]))],
  [
    'edited',
    (file) =>
      writeFileSync(file, readFileSync(file, 'utf8').replaceAll('"notApplicable":', '"notApplicable":9')),
  ],
  ['of another template', (file, another) => copyFileSync(another, file)],
])('an entry that is %s is ignored and made again', (_, spoil) => {
  const expected = report({ cache });
  const sound = entries().map((file) => readFileSync(file, 'utf8'));
  const [first, second] = entries() as [string, string];
  spoil(first, second);
  expect(readFileSync(first, 'utf8')).not.toBe(sound[0]);
  expect(report({ cache })).toBe(expected);
  expect(entries().map((file) => readFileSync(file, 'utf8'))).toEqual(sound);
});

test.each<[string, CheckOptions]>([
  ['day', { today: '2031-01-01' }],
  ['zone', { zone: 'my-number' }],
])('another %s is another question', (_, options) => {
  report({ cache });
  expect(report({ cache, ...options })).toBe(report(options));
  expect(questions({ cache })).toBeLessThanOrEqual(questions({}));
});

test('another profile is another question', () => {
  const profile = join(app, 'profile.yaml');
  writeFileSync(
    profile,
    'extends: miyazaki\nname: other\nminimumKeyDeletionWindowDays: 30\nrules:\n  S3BucketTlsOnly: { severity: warning }\n',
  );
  report({ cache });
  expect(report({ cache, profile })).toBe(report({ profile }));
});

test('a rule that asks for more than the table says has nothing kept', () => {
  const rule = (asks: string) =>
    defineRule({
      id: 'Stray',
      clauses: ['4(1)①'],
      title: { ja: '', en: '' },
      why: { ja: '', en: '' },
      fix: { ja: '', en: '' },
      cdk: { ja: '', en: '' },
      resources: ['AWS::S3::Bucket'],
      check: (_resource, { deployment }) => (deployment.ofType(asks).length > 0 ? Claim.HOLDS : Claim.BREAKS),
    });
  const keptWith = (asks: string) => {
    const rules = [rule(asks)];
    assess({
      deployment: loadPaths([app]),
      rules,
      profile: MIYAZAKI,
      keep: (context, redactor) =>
        new KeptInFolder(
          cache,
          context,
          rules,
          { defaultZone: undefined, facts: [], secrets: () => redactor.literals },
          { whole: [], rules: { Stray: ['AWS::KMS::Key'] }, common: [], reads: { Stray: [] }, open: [] },
        ),
    });
    return entries().length;
  };
  expect(keptWith('AWS::SNS::Topic')).toBe(0);
  expect(keptWith('AWS::KMS::Key')).toBe(3);
});

test('a folder that cannot be written ends the check', () => {
  const file = join(app, 'file.txt');
  writeFileSync(file, '');
  expect(() => report({ cache: join(file, 'below') })).toThrow(/ENOTDIR/);
});

test('checks at the same time agree, and leave whole entries', async () => {
  const command = join(__dirname, '..', '..', 'bin', 'jichitai-guardrails.js');
  const check = (...more: readonly string[]) =>
    new Promise<string>((done) => {
      const args = [command, 'check', app, '--format', 'json', '--at', '2026-11-24', ...more];
      execFile(process.execPath, args, (_, stdout) => done(stdout));
    });
  const [alone, ...together] = await Promise.all([
    check(),
    check('--cache', cache),
    check('--cache', cache),
    check('--cache', cache),
  ]);
  expect(JSON.parse(alone)).toHaveProperty('summary.templates', 3);
  expect([...new Set(together)]).toEqual([alone]);
  expect(entries().map((file) => file.endsWith('.kept'))).toEqual([true, true, true]);
  expect(await check('--cache', cache)).toBe(alone);
}, 60_000);

test('the table of types is that of the sources', () => {
  expect(table).toEqual(typesAsked());
});

test('the table has every rule, and types where a rule asks for them', () => {
  const { whole, rules } = typesAsked();
  expect([...whole, ...Object.keys(rules)].sort()).toEqual(RULES.map(({ id }) => id).sort());
  expect(rules['S3BucketTlsOnly']).toEqual(expect.arrayContaining(['AWS::S3::BucketPolicy']));
  expect(rules['LambdaRuntimeSupported']).not.toContain('AWS::IAM::Policy');
  expect(whole).toContain('TrailExists');
});
