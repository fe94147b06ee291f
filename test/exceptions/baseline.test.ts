import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assess } from '../../lib/assess';
import { RULE_IDS, termsOf } from '../../lib/check';
import { frozenFindings } from '../../lib/exceptions/baseline';
import type { FrozenFinding } from '../../lib/exceptions/entry';
import { loadRegister } from '../../lib/exceptions/register';
import { MIYAZAKI, type Profile } from '../../lib/policy/profile';
import { RULES } from '../../lib/rules';
import { Signer } from '../helpers/exceptions';
import { deploymentOf } from '../helpers/inline';

const folder = mkdtempSync(join(tmpdir(), 'jichitai-baseline-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const KEY = 'S3BucketCustomerManagedKey';
const PORTS = 'NoAdministrationPortFromAnywhere';
const rules = RULES.filter(
  (rule) => [KEY, PORTS, 'IncompleteUploadsExpire'].includes(rule.id) || 'isAboutExceptions' in rule,
);
const signer = new Signer();

const bucket = { Type: 'AWS::S3::Bucket' };
const group = (...ports: readonly number[]) => ({
  Type: 'AWS::EC2::SecurityGroup',
  Properties: {
    GroupDescription: 'x',
    SecurityGroupIngress: ports.map((port) => ({
      IpProtocol: 'tcp',
      FromPort: port,
      ToPort: port,
      CidrIp: '0.0.0.0/0',
    })),
  },
});

function check(
  resources: object,
  frozen?: readonly FrozenFinding[],
  {
    today = '2026-06-01',
    change = {},
    remaining = undefined as unknown,
    profile = {} as Partial<Profile>,
  } = {},
) {
  const file = join(folder, 'exceptions.yaml');
  const entry = signer.sign({
    application: 'R8-900',
    kind: 'baseline',
    frozen,
    reason: 'found when the checks were adopted',
    compensatingMeasures: 'worked off by autumn',
    applicant: 'systems section',
    approver: 'CISO',
    office: 'CISO',
    applied: '2026-05-30',
    reported: '2026-06-01',
    starts: '2026-06-01',
    expires: '2026-11-30',
    ...change,
  });
  writeFileSync(
    file,
    JSON.stringify({
      exceptions: [entry],
      ...(remaining === undefined ? {} : { remaining: { 'R8-900': remaining } }),
    }),
  );
  const terms = termsOf({ ...MIYAZAKI, trustedKeys: [signer.trusted], ...profile });
  const { findings, blocking, summary } = assess({
    deployment: deploymentOf({ Resources: resources }),
    rules,
    profile: MIYAZAKI,
    defaultZone: 'my-number',
    ...(frozen === undefined ? {} : { register: loadRegister(file, { knownRules: RULE_IDS, today, terms }) }),
  });
  const of = (rule: string, logicalId?: string) =>
    findings.find(
      (finding) =>
        finding.rule === rule && (logicalId === undefined || finding.resource.logicalId === logicalId),
    );
  return { findings, blocking, summary, of };
}

const freeze = (resources: object) =>
  frozenFindings(check(resources).findings.filter(({ blocking }) => blocking));

test('what was there is excepted, and counted apart', () => {
  const before = { Records: bucket, Group: group(22, 3389) };
  const frozen = freeze(before);
  expect(frozen.map(({ rule, resource }) => `${rule} ${resource}`)).toEqual([
    `${PORTS} Group`,
    `${KEY} Records`,
  ]);
  const { blocking, of, summary } = check(before, frozen);
  expect(blocking).toBe(false);
  expect(of(KEY)).toMatchObject({
    verdict: 'excepted',
    exception: { application: 'R8-900', kind: 'baseline', expires: '2026-11-30' },
  });
  expect(summary.excepted).toBe(2);
});

test('a new violation fails, of another resource or more of the same', () => {
  const frozen = freeze({ Records: bucket, Group: group(22) });
  const { of } = check({ Records: bucket, More: bucket, Group: group(22, 3389) }, frozen);
  expect(of(KEY, 'Records')?.verdict).toBe('excepted');
  expect(of(KEY, 'More')).toMatchObject({ verdict: 'violation', blocking: true });
  expect(of(PORTS)).toMatchObject({ verdict: 'violation', blocking: true });
});

test('what blocks nothing is not hidden by it', () => {
  const frozen: FrozenFinding[] = [
    ...freeze({ Records: bucket }),
    { rule: 'IncompleteUploadsExpire', stack: 'x', resource: 'Records', count: 9 },
  ];
  const { of } = check({ Records: bucket }, frozen);
  expect(of('IncompleteUploadsExpire')).toMatchObject({ verdict: 'undetermined', severity: 'warning' });
});

test('the count only goes down: what is mended must be taken off, and cannot come back', () => {
  const both = { Records: bucket, Group: group(22, 3389) };
  const frozen = freeze(both);
  const mended = { Records: bucket, Group: group(22) };
  // It still allows two ports.
  const loose = check(mended, frozen);
  expect(loose.of('BaselineOnlyShrinks')).toMatchObject({ verdict: 'violation', blocking: true });
  expect(loose.of('BaselineOnlyShrinks')?.message.en).toMatch(
    /allows 1 that is mended .*NoAdministrationPort/,
  );
  // What is left is written down, without a new signature.
  const remaining = freeze(mended);
  expect(check(mended, frozen, { remaining }).blocking).toBe(false);
  expect(check(both, frozen, { remaining }).of(PORTS)).toMatchObject({
    verdict: 'violation',
    blocking: true,
  });
});

test('what is left never allows more than what was signed', () => {
  const frozen = freeze({ Records: bucket, Group: group(22) });
  const remaining = freeze({ Records: bucket, More: bucket, Group: group(22, 3389) });
  const { of } = check({ Records: bucket, More: bucket, Group: group(22, 3389) }, frozen, { remaining });
  expect(of(KEY, 'Records')?.verdict).toBe('excepted');
  expect(of(KEY, 'More')?.verdict).toBe('violation');
  expect(of(PORTS)?.verdict).toBe('violation');
});

test('stacks that are not under check are not told to be mended', () => {
  const frozen = [...freeze({ Records: bucket }), { rule: KEY, stack: 'Elsewhere', resource: 'A', count: 1 }];
  const file = join(folder, 'exceptions.yaml');
  check({ Records: bucket }, frozen);
  const deployment = deploymentOf({ Resources: { Records: bucket } });
  const register = loadRegister(file, {
    knownRules: RULE_IDS,
    today: '2026-06-01',
    terms: { ...MIYAZAKI, trustedKeys: [signer.trusted] },
    stacks: new Set([deployment.templates[0]?.path as string]),
  });
  const { findings } = assess({ deployment, rules, profile: MIYAZAKI, defaultZone: 'my-number', register });
  expect(findings.map(({ rule }) => rule)).not.toContain('BaselineOnlyShrinks');
});

test('a baseline that is worked off is stale', () => {
  const { of } = check({ Handle: { Type: 'AWS::SQS::Queue' } }, freeze({ Records: bucket }), {
    remaining: [],
  });
  expect(of('ExceptionsAreInUse')?.message.en).toMatch(/matches no finding/);
});

test.each([
  ['without a report', { reported: undefined }, '2026-06-09', /not reported to the CISO within 7 days/],
  ['for too long', { expires: '2026-12-31' }, '2026-06-01', /longer than 184 days/],
  ['after its end', {}, '2026-12-01', /expired after 2026-11-30/],
])('it lifts nothing %s', (_name, change, today, message) => {
  const { of } = check({ Records: bucket }, freeze({ Records: bucket }), { change, today });
  expect(of(KEY)).toMatchObject({ verdict: 'violation', blocking: true });
  expect(of('EmergencyExceptionsAreReported')?.message.en).toMatch(message);
});

test('it does not lift what no exception lifts', () => {
  const { of } = check({ Records: bucket }, freeze({ Records: bucket }), {
    profile: { unwaivableRules: [KEY] },
  });
  expect(of(KEY)?.verdict).toBe('violation');
  expect(of('EmergencyExceptionsAreReported')?.message.en).toMatch(/no exception lifts \(S3Bucket/);
});
