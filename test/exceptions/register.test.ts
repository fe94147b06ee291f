import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type AssessOptions, assess } from '../../lib/assess';
import { RULE_IDS, termsOf } from '../../lib/check';
import { InputError } from '../../lib/errors';
import { loadRegister } from '../../lib/exceptions/register';
import { dayInJapan } from '../../lib/policy/calendar';
import { MIYAZAKI, type Profile } from '../../lib/policy/profile';
import { RULES } from '../../lib/rules';
import { Signer } from '../helpers/exceptions';
import { deploymentOf } from '../helpers/inline';

const folder = mkdtempSync(join(tmpdir(), 'jichitai-register-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ciso = new Signer();
const section = new Signer({ id: 'section-key', office: 'CISO', holder: 'welfare section' }, 'ES256');
const deputy = new Signer({ id: 'deputy-key', holder: 'deputy' });
const stranger = new Signer({ id: 'stranger-key' });
const TRUSTED = [ciso, section, deputy].map(({ trusted }) => trusted);

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

function write(entries: readonly object[], more: object = {}): string {
  const file = join(folder, 'exceptions.yaml');
  writeFileSync(file, JSON.stringify({ exceptions: entries, ...more }, undefined, 2));
  return file;
}

function register(
  entries: readonly object[],
  { today = '2026-06-01', more = {}, profile = {} as Partial<Profile> } = {},
) {
  return loadRegister(write(entries, more), {
    knownRules: RULE_IDS,
    today,
    terms: termsOf({ ...MIYAZAKI, trustedKeys: TRUSTED, ...profile }),
  });
}

/** What the helper calls the template. */
const TEMPLATE = deploymentOf({ Resources: {} }).templates[0]?.path as string;
const RULE = 'S3BucketCustomerManagedKey';
const ABOUT = RULES.filter((rule) => 'isAboutExceptions' in rule);

function verdict(
  loaded: ReturnType<typeof loadRegister>,
  resources: object = { Records: { Type: 'AWS::S3::Bucket' } },
  more: Partial<AssessOptions> = {},
) {
  const { findings, summary, blocking } = assess({
    deployment: deploymentOf({ Resources: resources }),
    rules: [...RULES.filter(({ id }) => id === RULE), ...ABOUT],
    profile: MIYAZAKI,
    defaultZone: 'my-number',
    register: loaded,
    ...more,
  });
  const of = (rule: string) => findings.find((finding) => finding.rule === rule);
  return { findings, summary, blocking, of };
}

test('a signed entry lifts the finding, which stays visible and is counted apart', () => {
  const { of, summary, findings } = verdict(register([ciso.sign(ENTRY)]));
  expect(of(RULE)).toMatchObject({
    verdict: 'excepted',
    blocking: false,
    exception: {
      application: 'R6-012',
      kind: 'regular',
      approver: 'CISO',
      office: 'CISO',
      expires: '2026-09-30',
    },
  });
  expect(summary).toMatchObject({ excepted: 1, violation: 0, compliant: 0 });
  expect(findings).toHaveLength(1);
});

test('a register is a folder as well, with one application or a list in each file', () => {
  const path = join(folder, 'register');
  mkdirSync(path);
  writeFileSync(join(path, 'R6-012.yaml'), JSON.stringify(ciso.sign(ENTRY)));
  writeFileSync(
    join(path, 'list.yml'),
    JSON.stringify({ exceptions: [ciso.sign({ ...ENTRY, application: 'R6-013' })] }),
  );
  writeFileSync(join(path, 'README.md'), 'not a part of it');
  const options = { knownRules: RULE_IDS, today: '2026-06-01', terms: { ...MIYAZAKI, trustedKeys: TRUSTED } };
  expect(verdict(loadRegister(path, options)).of(RULE)).toMatchObject({
    verdict: 'excepted',
    exception: { application: 'R6-012' },
  });
  mkdirSync(join(path, 'empty'));
  // Without an application it lifts nothing.
  expect(verdict(loadRegister(join(path, 'empty'), options)).of(RULE)?.verdict).toBe('violation');
  expect(() => loadRegister(join(path, 'gone'), options)).toThrow(/gone: cannot be read \(ENOENT\)/);
});

describe('an entry lifts nothing and is itself a finding that says why, when it is', () => {
  const signed = (change: object, by = ciso) => by.sign({ ...ENTRY, ...change });
  const cases: readonly (readonly [string, object, RegExp, Partial<Profile>?])[] = [
    ['unsigned', ENTRY, /not signed/],
    ['signed in no form of an exception', { ...ENTRY, signature: 'yes' }, /EdDSA and ES256 only/],
    ['altered', { ...ciso.sign(ENTRY), expires: '2026-10-31' }, /altered after it was signed/],
    [
      'signed under the name of another key',
      stranger.sign(ENTRY, 'ciso-key'),
      /altered .* or signed with another key/,
    ],
    [
      'signed with a key that nobody trusts',
      stranger.sign(ENTRY),
      /stranger-key, which the profile does not/,
    ],
    ['signed for another office', signed({ office: 'CIO' }), /that of CISO and does not sign for CIO/],
    [
      'signed with a revoked key, whenever that was',
      signed({}),
      /revoked on 2026-05-31/,
      { trustedKeys: [{ ...ciso.trusted, revoked: '2026-05-31' }] },
    ],
    [
      'decided before the key was valid',
      signed({}),
      /not valid on 2026-04-05/,
      { trustedKeys: [{ ...ciso.trusted, validFrom: '2026-04-06' }] },
    ],
    [
      'decided when the key was not valid any more',
      signed({}),
      /not valid on 2026-04-05/,
      { trustedKeys: [{ ...ciso.trusted, validUntil: '2026-04-04' }] },
    ],
    ['signed by another than its approver', signed({}, deputy), /held by deputy, who is not the CISO/],
    [
      'approved with the key of its applicant',
      signed({}, section),
      /welfare section approved it with the own key/,
    ],
    ['approved by its applicant', signed({ approver: ' Welfare　section ' }), /applicant and approver/],
    ['rejected', signed({ decision: 'rejected' }), /not approved \(rejected\)/],
    ['pending', signed({ decision: 'pending', decided: undefined }), /not approved \(pending\)/],
    ['decided on a day to come', signed({ decided: '2026-06-02' }), /day to come/],
    [
      'for a rule that no exception lifts',
      signed({}),
      /no exception lifts \(S3BucketCustomerManagedKey\)/,
      { unwaivableRules: [RULE] },
    ],
    ['for a rule about exceptions', signed({ rules: ['ExceptionsAreApproved'] }), /no exception lifts/],
    ['too long', signed({ expires: '2027-04-06' }), /longer than 366 days/],
    ['expired', signed({ expires: '2026-05-31' }), /expired after 2026-05-31/],
    ['not yet valid', signed({ starts: '2026-06-02' }), /not valid before 2026-06-02/],
    [
      'over before it starts',
      signed({ starts: '2026-06-01', expires: '2026-05-01' }),
      /ends before it starts/,
    ],
  ];

  const rows = cases.map(([name, entry, reason, profile = {}]) => [name, entry, reason, profile] as const);
  test.each(rows)('%s', (_name, entry, reason, profile) => {
    const { of } = verdict(register([entry], { profile }));
    expect(of(RULE)).toMatchObject({ verdict: 'violation', blocking: true });
    expect(of('ExceptionsAreApproved')?.message.en).toMatch(reason);
    expect(of('ExceptionsAreApproved')?.property).toBe('R6-012');
    expect(of('ExceptionsAreApproved')?.resource.template).toContain('exceptions.yaml');
    expect(of('ExceptionsAreApproved')?.line).toBe(3);
    // It is not reported as stale on top.
    expect(of('ExceptionsAreInUse')).toBeUndefined();
  });

  test('and says all that is wrong at once', () => {
    const { of } = verdict(register([{ ...ENTRY, decision: 'rejected', expires: '2026-05-31' }]));
    expect(of('ExceptionsAreApproved')?.message.en).toMatch(/not signed; .*rejected.*; .*expired/);
  });
});

test('what a key signed while it was valid counts on, and so does what it signed before it is revoked', () => {
  const trust = (change: object) => ({ profile: { trustedKeys: [{ ...ciso.trusted, ...change }] } });
  for (const change of [
    { validUntil: '2026-04-05' },
    { validFrom: '2026-04-05' },
    { revoked: '2026-06-02' },
  ]) {
    expect(verdict(register([ciso.sign(ENTRY)], trust(change))).of(RULE)?.verdict).toBe('excepted');
  }
});

test('the approver who holds a key signs with it, however the name is written', () => {
  const entry = deputy.sign({ ...ENTRY, approver: 'ＤＥＰＵＴＹ' });
  expect(verdict(register([entry])).of(RULE)?.verdict).toBe('excepted');
});

test('a term may be a whole fiscal year, of a leap year too', () => {
  const year = { decided: '2027-03-20', starts: '2027-04-01', expires: '2028-03-31' };
  const loaded = register([ciso.sign({ ...ENTRY, ...year })], { today: '2027-06-01' });
  expect(verdict(loaded).of(RULE)?.verdict).toBe('excepted');
});

test.each([
  ['another rule', { rules: ['LogGroupRetention'] }],
  ['another resource', { scope: { resources: ['Record'] } }],
  ['another zone', { scope: { resources: ['Records'], zones: ['lgwan'] } }],
  ['another stack', { scope: { stacks: ['Other'] } }],
  [
    'another piece of the finding',
    { scope: { resources: ['Records'], findings: ['VersioningConfiguration'] } },
  ],
])('an entry for %s lifts nothing and is reported as stale', (_name, change) => {
  const { of } = verdict(register([ciso.sign({ ...ENTRY, ...change })]));
  expect(of(RULE)).toMatchObject({ verdict: 'violation' });
  expect(of('ExceptionsAreInUse')).toMatchObject({
    severity: 'warning',
    blocking: false,
    property: 'R6-012',
  });
  expect(of('ExceptionsAreInUse')?.message.en).toMatch(/matches no finding any more/);
});

test('an entry whose finding has been mended is stale', () => {
  const { of } = verdict(register([ciso.sign(ENTRY)]), { Other: { Type: 'AWS::SQS::Queue' } });
  expect(of('ExceptionsAreInUse')).toBeDefined();
});

describe('a scope', () => {
  const resources = {
    Records: { Type: 'AWS::S3::Bucket', Metadata: { 'aws:cdk:path': 'App/Data/Records/Resource' } },
  };
  test.each([
    [{ resources: ['App/Data'] }, 'excepted'],
    [{ resources: ['App/Dat'] }, 'violation'],
    [{ zones: ['my-number'] }, 'excepted'],
    [{ zones: ['my-number', 'lgwan'], resources: ['Nothing', 'App/Data/Records'] }, 'excepted'],
    [{ stacks: [TEMPLATE] }, 'excepted'],
    [
      { resources: ['Records'], findings: ['BucketEncryption.ServerSideEncryptionConfiguration'] },
      'excepted',
    ],
    [
      {
        resources: ['Records'],
        findings: ['BucketEncryption.ServerSideEncryptionConfiguration: not set (SSE-S3)'],
      },
      'excepted',
    ],
    [
      { resources: ['Records'], findings: ['BucketEncryption.ServerSideEncryptionConfiguration: AES256'] },
      'violation',
    ],
  ])('of %j gives %s', (scope, expected) => {
    expect(verdict(register([ciso.sign({ ...ENTRY, scope })]), resources).of(RULE)?.verdict).toBe(expected);
  });

  test('that is limited to some faults of a finding does not lift it with others in it', () => {
    const open = {
      Group: {
        Type: 'AWS::EC2::SecurityGroup',
        Properties: {
          GroupDescription: 'x',
          SecurityGroupIngress: [22, 3389].map((port) => ({
            IpProtocol: 'tcp',
            FromPort: port,
            ToPort: port,
            CidrIp: '0.0.0.0/0',
          })),
        },
      },
    };
    const rules = RULES.filter(({ id }) => id === 'NoAdministrationPortFromAnywhere');
    const finding = assess({ deployment: deploymentOf({ Resources: open }), rules, profile: MIYAZAKI })
      .findings[0];
    const pieces = [...new Set(finding?.evidence.map(({ path, actual }) => `${path}: ${actual.en}`))];
    expect(pieces).toHaveLength(4);
    const lift = (findings: readonly string[] | undefined) =>
      verdict(
        register([
          ciso.sign({
            ...ENTRY,
            rules: ['NoAdministrationPortFromAnywhere'],
            scope: { resources: ['Group'], findings },
          }),
        ]),
        open,
        { rules },
      ).findings[0]?.verdict;
    expect(lift(undefined)).toBe('excepted');
    expect(lift(pieces)).toBe('excepted');
    expect(lift(pieces.slice(0, 3))).toBe('violation');
  });
});

describe('the clock', () => {
  test.each([
    // 2026-09-30 ends in Asia/Tokyo at 15:00 UTC.
    ['2026-09-30T14:59:59Z', 'excepted'],
    ['2026-09-30T15:00:00Z', 'violation'],
    // 2026-04-05 begins there at 15:00 UTC of the day before.
    ['2026-04-04T15:00:00Z', 'excepted'],
    ['2026-04-04T14:59:59Z', 'violation'],
    // New year's and leap days, for good measure.
    ['2026-05-31T23:59:59Z', 'excepted'],
  ])('is that of Asia/Tokyo: at %s the finding is %s', (now, expected) => {
    const today = dayInJapan(new Date(now));
    expect(verdict(register([ciso.sign(ENTRY)], { today })).of(RULE)?.verdict).toBe(expected);
  });

  test.each([
    ['2026-08-30', undefined],
    ['2026-08-31', /end of 2026-09-30, in 30 days/],
    ['2026-09-29', /in 1 day$/],
    ['2026-09-30', /expires today, at the end of 2026-09-30/],
  ])('warns before the end: on %s %s', (today, warning) => {
    const { of, blocking } = verdict(register([ciso.sign(ENTRY)], { today }));
    expect(blocking).toBe(false);
    const found = of('ExceptionsAreRenewedInTime');
    if (warning === undefined) expect(found).toBeUndefined();
    else {
      expect(found).toMatchObject({ severity: 'warning', blocking: false });
      expect(found?.message.en).toMatch(warning);
    }
  });

  test('warns as early as the profile says', () => {
    const loaded = register([ciso.sign(ENTRY)], { profile: { exceptionWarningDays: 200 } });
    expect(verdict(loaded).of('ExceptionsAreRenewedInTime')).toBeDefined();
  });
});

test.each([
  ['no expiry', { expires: undefined }, /line 3, exceptions\.0: .*expires/],
  ['an empty reason', { reason: ' ' }, /line \d+, exceptions\.0\.reason: must not be blank/],
  ['no scope', { scope: {} }, /scope/],
  ['an unknown key', { aproved: true }, /exceptions\.0\.aproved: is not a key that is known here/],
  ['a rule that there is not', { rules: ['NoSuchRule'] }, /there is no rule NoSuchRule/],
  ['a day of no form', { starts: '2026-13-01' }, /starts: must be a day as YYYY-MM-DD/],
  ['a day that is none', { starts: '2026-02-30' }, /starts: there is no such day/],
  ['an approval without a day', { decided: undefined }, /decided/],
  ['a clause of no form', { clauses: ['8.4 (1)'] }, /clauses\.0/],
  ['a kind that there is not', { kind: 'urgent' }, /kind.*regular, emergency, baseline/],
])('a register with %s cannot be used at all', (_name, change, message) => {
  expect(() => register([{ ...ENTRY, ...change }])).toThrow(InputError);
  expect(() => register([{ ...ENTRY, ...change }])).toThrow(message);
});

test('all faults of all files are told at once, with file and line', () => {
  const path = join(folder, 'faulty');
  mkdirSync(path);
  writeFileSync(join(path, 'a.yaml'), `application: R6-001\nrules: [NoSuchRule]\nscope: {}\n`);
  writeFileSync(
    join(path, 'b.yaml'),
    JSON.stringify(
      { exceptions: [ENTRY, { ...ENTRY, rules: ['NorThisOne'], starts: '2026-02-30' }] },
      null,
      1,
    ),
  );
  writeFileSync(join(path, 'c.yaml'), 'exceptions: [\n');
  let message = '';
  try {
    loadRegister(path, { knownRules: RULE_IDS });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    ({ message } = error);
  }
  expect(message).toMatch(/a\.yaml:3, scope: /);
  expect(message).toMatch(/a\.yaml:1, top: .*reason/);
  expect(message).toMatch(/b\.yaml:\d+, exceptions\.1\.starts: there is no such day/);
  expect(message).toMatch(/b\.yaml:\d+, exceptions\.1\.rules\.0: there is no rule NorThisOne/);
  expect(message).toMatch(
    /b\.yaml:\d+, exceptions\.1\.application: .*R6-012 is used twice \(also in .*b\.yaml:4/,
  );
  expect(message).toMatch(/c\.yaml:\d+, top: not valid YAML/);
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
  ])('%s', (_name, change, today, expected) => {
    const { of } = verdict(register([ciso.sign({ ...EMERGENCY, ...change })], { today }));
    expect(of(RULE)?.verdict).toBe(expected);
    expect(of('EmergencyExceptionsAreReported') !== undefined).toBe(expected === 'violation');
  });

  test('is signed by who takes it: the applicant may do so, and nobody else may for them', () => {
    expect(verdict(register([section.sign(EMERGENCY)])).of(RULE)).toMatchObject({
      verdict: 'excepted',
      exception: { kind: 'emergency' },
    });
    expect(verdict(register([EMERGENCY])).of('EmergencyExceptionsAreReported')?.message.en).toMatch(
      /not signed/,
    );
    expect(verdict(register([deputy.sign(EMERGENCY)])).of(RULE)?.verdict).toBe('violation');
  });

  test.each([
    ['a decision', { decision: 'approved', decided: '2026-05-28' }],
    ['no kind, and so no decision that is missing', { kind: undefined }],
    ['frozen findings', { frozen: [{ rule: RULE, stack: 'a', resource: 'b', count: 1 }] }],
  ])('cannot have %s', (_name, change) => {
    expect(() => register([{ ...EMERGENCY, ...change }])).toThrow(InputError);
  });
});

describe('a citation', () => {
  const cite = (exception: unknown, entries: readonly object[] = [ciso.sign(ENTRY)]) =>
    verdict(register(entries), {
      Records: { Type: 'AWS::S3::Bucket', Metadata: { Jichitai: { Exception: exception } } },
    });

  test('of the application that covers the resource is in order', () => {
    expect(cite('R6-012').of('CitedExceptionsApply')).toBeUndefined();
    expect(cite('R6-012').of(RULE)?.verdict).toBe('excepted');
  });

  test('goes first among those that cover it', () => {
    const both = ['R6-011', 'R6-012'].map((application) => ciso.sign({ ...ENTRY, application }));
    expect(cite('R6-012', both).of(RULE)?.exception?.application).toBe('R6-012');
    expect(cite(['R6-099', 'R6-011'], both).of(RULE)?.exception?.application).toBe('R6-011');
    // The other one is not stale for that.
    expect(cite('R6-012', both).of('ExceptionsAreInUse')).toBeUndefined();
  });

  test.each([
    ['is not in the register', 'R6-099', undefined, /R6-099 is not in the register/],
    ['does not count', 'R6-012', [ENTRY], /R6-012 does not count \(it is not signed\)/],
    [
      'is for something else',
      'R6-012',
      [ciso.sign({ ...ENTRY, scope: { resources: ['Other'] } })],
      /not in the scope of R6-012/,
    ],
  ])('of an application that %s lifts nothing, and is a finding', (_name, cited, entries, message) => {
    const { of } = cite(cited, entries);
    if (entries !== undefined) expect(of(RULE)?.verdict).toBe('violation');
    expect(of('CitedExceptionsApply')?.message.en).toMatch(message);
  });

  test('where no register is given is a finding', () => {
    const { of } = verdict(undefined as never, {
      Records: { Type: 'AWS::S3::Bucket', Metadata: { Jichitai: { Exception: 'R6-012' } } },
    });
    expect(of('CitedExceptionsApply')?.message.en).toMatch(/no register of exceptions is given/);
  });

  test.each([
    [RULE, 'suppresses'],
    [`Jichitai::${RULE}`, 'suppresses'],
    [`JichitaiChecks-${RULE}[x]`, 'suppresses'],
    ['AwsSolutions-S1', undefined],
  ])('in the manner of cdk-nag suppresses nothing by itself: %s', (id, told) => {
    const resources = {
      Records: {
        Type: 'AWS::S3::Bucket',
        Metadata: { cdk_nag: { rules_to_suppress: [{ id, reason: 'the vendor said so' }] } },
      },
    };
    const { of } = verdict(register([]), resources);
    expect(of(RULE)).toMatchObject({ verdict: 'violation', blocking: true });
    if (told === undefined) expect(of('CitedExceptionsApply')).toBeUndefined();
    else expect(of('CitedExceptionsApply')?.message.en).toContain(told);
    // An entry that covers it makes it good.
    const covered = verdict(register([ciso.sign(ENTRY)]), resources);
    expect(covered.of(RULE)?.verdict).toBe('excepted');
    expect(covered.of('CitedExceptionsApply')).toBeUndefined();
  });
});

test('what is left of a baseline that there is not is an error', () => {
  expect(() => register([ENTRY], { more: { remaining: { 'R6-012': [] } } })).toThrow(
    /remaining\.R6-012: there is no baseline R6-012/,
  );
});

test('an application number is used once', () => {
  expect(() => register([ENTRY, ENTRY])).toThrow(/R6-012 is used twice/);
});
