import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../lib/assess';
import { RULE_IDS } from '../../lib/check';
import { InputError } from '../../lib/errors';
import { loadRegister } from '../../lib/exceptions/register';
import { MIYAZAKI } from '../../lib/policy/profile';
import { RULES } from '../../lib/rules';
import { deploymentOf } from '../helpers/inline';
import { ciso, ENTRY, FOLDER, RULE, registerWith, TRUSTED, verdictWith } from '../helpers/register';

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

/** What the helper calls the template. */
const TEMPLATE = deploymentOf({ Resources: {} }).templates[0]?.path as string;

test('a signed entry lifts the finding, which stays visible and is counted apart', () => {
  const { of, summary, findings } = verdictWith(registerWith([ciso.sign(ENTRY)]));
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
  const path = join(FOLDER, 'register');
  mkdirSync(path);
  writeFileSync(join(path, 'R6-012.yaml'), JSON.stringify(ciso.sign(ENTRY)));
  writeFileSync(
    join(path, 'list.yml'),
    JSON.stringify({ exceptions: [ciso.sign({ ...ENTRY, application: 'R6-013' })] }),
  );
  writeFileSync(join(path, 'README.md'), 'not a part of it');
  const options = { knownRules: RULE_IDS, today: '2026-06-01', terms: { ...MIYAZAKI, trustedKeys: TRUSTED } };
  expect(verdictWith(loadRegister(path, options)).of(RULE)).toMatchObject({
    verdict: 'excepted',
    exception: { application: 'R6-012' },
  });
  mkdirSync(join(path, 'empty'));
  // Without an application it lifts nothing.
  expect(verdictWith(loadRegister(join(path, 'empty'), options)).of(RULE)?.verdict).toBe('violation');
  expect(() => loadRegister(join(path, 'gone'), options)).toThrow(/gone: cannot be read \(ENOENT\)/);
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
  const { of } = verdictWith(registerWith([ciso.sign({ ...ENTRY, ...change })]));
  expect(of(RULE)).toMatchObject({ verdict: 'violation' });
  expect(of('ExceptionsAreInUse')).toMatchObject({
    severity: 'warning',
    blocking: false,
    property: 'R6-012',
  });
  expect(of('ExceptionsAreInUse')?.message.en).toMatch(/matches no finding any more/);
});

test('an entry whose finding has been mended is stale', () => {
  const { of } = verdictWith(registerWith([ciso.sign(ENTRY)]), { Other: { Type: 'AWS::SQS::Queue' } });
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
    expect(verdictWith(registerWith([ciso.sign({ ...ENTRY, scope })]), resources).of(RULE)?.verdict).toBe(
      expected,
    );
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
      verdictWith(
        registerWith([
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
  expect(() => registerWith([{ ...ENTRY, ...change }])).toThrow(InputError);
  expect(() => registerWith([{ ...ENTRY, ...change }])).toThrow(message);
});

test('all faults of all files are told at once, with file and line', () => {
  const path = join(FOLDER, 'faulty');
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

test('what is left of a baseline that there is not is an error', () => {
  expect(() => registerWith([ENTRY], { more: { remaining: { 'R6-012': [] } } })).toThrow(
    /remaining\.R6-012: there is no baseline R6-012/,
  );
});

test('an application number is used once', () => {
  expect(() => registerWith([ENTRY, ENTRY])).toThrow(/R6-012 is used twice/);
});
