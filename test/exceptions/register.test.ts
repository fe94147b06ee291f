import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assess } from '../../lib/assess';
import { InputError } from '../../lib/errors';
import { loadRegister } from '../../lib/exceptions/register';
import { MIYAZAKI } from '../../lib/policy/profile';
import { RULES } from '../../lib/rules';
import { deploymentOf } from '../helpers/inline';

const folder = mkdtempSync(join(tmpdir(), 'jichitai-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ENTRY = {
  application: 'R6-012',
  rules: ['S3BucketCustomerManagedKey'],
  scope: { resources: ['Records'] },
  reason: 'the system is replaced in spring',
  compensatingMeasures: 'SSE-S3 and no outside access',
  applicant: 'welfare section',
  approver: 'CISO',
  office: 'CISO',
  applied: '2026-04-01',
  decided: '2026-04-05',
  decision: 'approved',
  starts: '2026-04-05',
  expires: '2026-09-30',
};
const IDS = new Set(RULES.map(({ id }) => id));

function register(entries: readonly object[], now = '2026-06-01T00:00:00Z') {
  const file = join(folder, 'exceptions.yaml');
  writeFileSync(file, JSON.stringify({ exceptions: entries }, undefined, 2));
  return loadRegister(file, IDS, new Date(now));
}

function verdict(
  loaded: ReturnType<typeof loadRegister>,
  template: object = { Records: { Type: 'AWS::S3::Bucket' } },
) {
  const { findings, summary } = assess({
    deployment: deploymentOf({ Resources: template }),
    rules: RULES.filter(({ id }) =>
      ['S3BucketCustomerManagedKey', 'ExceptionsAreApproved', 'EmergencyExceptionsAreReported'].includes(id),
    ),
    profile: MIYAZAKI,
    defaultZone: 'my-number',
    register: loaded,
  });
  return { findings, summary, of: findings.find(({ rule }) => rule === 'S3BucketCustomerManagedKey') };
}

test('an approved entry lifts the finding, which stays visible and is counted apart', () => {
  const { of, summary } = verdict(register([ENTRY]));
  expect(of).toMatchObject({
    verdict: 'excepted',
    blocking: false,
    exception: { application: 'R6-012', approver: 'CISO', expires: '2026-09-30' },
  });
  expect(summary).toMatchObject({ excepted: 1, violation: 0, compliant: 0 });
});

test.each([
  ['rejected', { decision: 'rejected' }, /not approved/],
  ['pending', { decision: 'pending' }, /not approved/],
  ['approved by the applicant', { approver: ' welfare section ' }, /applicant and approver/],
  ['expired', { expires: '2026-05-31' }, /expired/],
  ['not yet valid', { starts: '2026-06-02' }, /not valid before/],
  ['over before it starts', { starts: '2026-06-01', expires: '2026-05-01' }, /ends before/],
])('an entry that is %s lifts nothing and is itself a finding', (_name, change, reason) => {
  const { of, findings } = verdict(register([{ ...ENTRY, ...change }]));
  expect(of).toMatchObject({ verdict: 'violation', blocking: true });
  const refused = findings.find(({ rule }) => rule === 'ExceptionsAreApproved');
  expect(refused?.message.en).toMatch(reason);
  expect(refused?.resource.template).toContain('exceptions.yaml');
  expect(refused?.line).toBe(3);
});

test.each([
  ['another rule', { rules: ['LogGroupRetention'] }],
  ['another resource', { scope: { resources: ['Record'] } }],
  ['another zone', { scope: { resources: ['Records'], zones: ['lgwan'] } }],
  ['another stack', { scope: { stacks: ['Other'] } }],
])('an entry for %s lifts nothing', (_name, change) => {
  expect(verdict(register([{ ...ENTRY, ...change }])).of).toMatchObject({ verdict: 'violation' });
});

test.each([
  // 2026-09-30 ends in Asia/Tokyo at 15:00 UTC.
  ['2026-09-30T14:59:59Z', 'excepted'],
  ['2026-09-30T15:00:00Z', 'violation'],
  // 2026-04-05 begins there at 15:00 UTC of the day before.
  ['2026-04-04T15:00:00Z', 'excepted'],
  ['2026-04-04T14:59:59Z', 'violation'],
])('terms are days of Asia/Tokyo: at %s the finding is %s', (now, expected) => {
  expect(verdict(register([ENTRY], now)).of?.verdict).toBe(expected);
});

test.each([
  ['no expiry', { expires: undefined }, /expires/],
  ['an empty reason', { reason: ' ' }, /reason/],
  ['no scope', { scope: {} }, /scope/],
  ['an unknown key', { aproved: true }, /aproved/],
  ['a rule that there is not', { rules: ['NoSuchRule'] }, /NoSuchRule/],
  ['a day that is none', { starts: '2026-13-01' }, /starts/],
])('a register with %s cannot be used at all', (_name, change, message) => {
  expect(() => register([{ ...ENTRY, ...change }])).toThrow(InputError);
  expect(() => register([{ ...ENTRY, ...change }])).toThrow(message);
});

describe('an exception in an emergency', () => {
  const { decided: _, decision: __, ...rest } = ENTRY;
  const EMERGENCY = { ...rest, kind: 'emergency', starts: '2026-05-28', expires: '2026-06-10' };

  test.each([
    ['counts without approval at first', {}, '2026-06-01', 'excepted'],
    ['counts on the last day for its report', {}, '2026-06-04', 'excepted'],
    ['no longer counts where nobody reported it', {}, '2026-06-05', 'violation'],
    ['counts on where it was reported in time', { reported: '2026-06-04' }, '2026-06-09', 'excepted'],
    ['does not count where it was reported late', { reported: '2026-06-05' }, '2026-06-09', 'violation'],
    ['does not count where the report is dated ahead', { reported: '2026-06-04' }, '2026-06-03', 'violation'],
    ['does not count for long terms', { expires: '2026-06-11' }, '2026-06-01', 'violation'],
    ['ends with its term', { reported: '2026-05-29' }, '2026-06-11', 'violation'],
  ])('%s', (_name, change, day, expected) => {
    const { of, findings } = verdict(register([{ ...EMERGENCY, ...change }], `${day}T03:00:00Z`));
    expect(of?.verdict).toBe(expected);
    expect(findings.some(({ rule }) => rule === 'EmergencyExceptionsAreReported')).toBe(
      expected === 'violation',
    );
  });

  test.each([
    ['a decision', { decision: 'approved', decided: '2026-05-28' }],
    ['no kind, and so no decision that is missing', { kind: undefined }],
  ])('cannot have %s', (_name, change) => {
    expect(() => register([{ ...EMERGENCY, ...change }])).toThrow(InputError);
  });
});

test('an application number is used once', () => {
  expect(() => register([ENTRY, ENTRY])).toThrow(/R6-012 is used twice/);
});
