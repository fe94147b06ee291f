import { createPublicKey, sign as signBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { main } from '../../lib/cli/main';
import { Signer } from '../helpers/exceptions';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jichitai-exceptions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(at(name), 'utf8');

/** Runs the command in the folder: arguments that name a file there are made whole. */
async function run(...args: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const status = await main(
    args.map((arg) => (/^[\w-]+\.(ya?ml|jwk|pem|bin|json)$|^register$/.test(arg) ? at(arg) : arg)),
    {
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
      environment: { LANG: 'en_US.UTF-8' },
    },
  );
  return { status, stdout, stderr };
}

/** A template of which only the retention breaks the policy. */
function template(days = 7): void {
  writeFileSync(
    at('web.yaml'),
    `Metadata: { Jichitai: { Zone: internet, Confidentiality: 1, Integrity: 1, Availability: 1 } }
Resources:
  Log:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties: { RetentionInDays: ${days} }
`,
  );
}

const DRAFT = [
  ...['exceptions', 'apply', 'LogGroupRetention', 'web.yaml', '--at', '2026-11-24'],
  ...['--application', 'R8-012', '--expires', '2027-03-31', '--applicant', 'citizens section'],
  ...['--approver', 'CISO', '--office', 'CISO', '--reason', 'it ends', '--measures', 'nightly copies'],
];
const REGISTER = ['--exceptions', 'exceptions.yaml', '--profile', 'city.yaml', '--at', '2026-11-24'];
const SIGN = ['exceptions', 'sign', 'R8-012', ...REGISTER];

async function key(name = 'ciso.jwk', ...more: readonly string[]): Promise<void> {
  const { stdout, status } = await run(
    ...['exceptions', 'keygen', '--office', 'CISO', '--key', name, '--at', '2026-04-01', ...more],
  );
  expect(status).toBe(0);
  writeFileSync(at('city.yaml'), `name: city\n${stdout}`);
}

function codeIn(stdout: string): string {
  return /--confirm ([0-9a-f]{10})/.exec(stdout)?.[1] as string;
}

/** Signs what the register has under R8-012, as an approver does. */
async function approve(...more: readonly string[]): Promise<string> {
  const shown = await run(...SIGN, '--key', 'ciso.jwk', ...more);
  expect(shown.status).toBe(1);
  const signed = await run(...SIGN, '--key', 'ciso.jwk', '--confirm', codeIn(shown.stdout), ...more);
  expect(signed).toMatchObject({ status: 0, stderr: '' });
  return signed.stdout;
}

describe('from an empty folder to an exception that counts', () => {
  test.each(['EdDSA', 'ES256'])('with a key for %s', async (algorithm) => {
    template();
    await key('ciso.jwk', '--alg', algorithm);
    expect((await run('check', 'web.yaml', ...REGISTER.slice(2))).status).toBe(1);
    expect((await run(...DRAFT, '--exceptions', 'exceptions.yaml')).status).toBe(0);
    // Not before it is signed.
    expect((await run('check', 'web.yaml', ...REGISTER)).stdout).toContain('R8-012: it is not signed');
    expect((await run('exceptions', 'verify', ...REGISTER)).status).toBe(1);
    await approve();
    expect((await run('exceptions', 'verify', ...REGISTER)).status).toBe(0);
    const { status, stdout } = await run('check', 'web.yaml', ...REGISTER);
    expect(status).toBe(0);
    expect(stdout).toContain('excepted by application R8-012, approved by CISO, until 2027-03-31');
    expect(stdout).toContain('0 violation, 0 undetermined');
    expect(stdout).toContain('assumed: the day of the check is 2026-11-24');
    const json = JSON.parse((await run('check', 'web.yaml', ...REGISTER, '--format', 'json')).stdout);
    expect(json.summary).toMatchObject({ excepted: 1, violation: 0 });
    expect(json.findings.find(({ verdict }: { verdict: string }) => verdict === 'excepted')).toMatchObject({
      rule: 'LogGroupRetention',
      blocking: false,
      exception: {
        application: 'R8-012',
        kind: 'regular',
        approver: 'CISO',
        office: 'CISO',
        expires: '2027-03-31',
      },
    });
  });

  test('what-ifs: it warns before the end and breaks after it', async () => {
    template();
    await key();
    await run(...DRAFT, '--exceptions', 'exceptions.yaml');
    await approve();
    const check = (day: string) => run('check', 'web.yaml', ...REGISTER.slice(0, 4), '--at', day);
    expect((await check('2027-02-28')).stdout).not.toContain('ExceptionsAreRenewedInTime');
    const soon = await check('2027-03-01');
    expect(soon.status).toBe(0);
    expect(soon.stdout).toContain('it expires at the end of 2027-03-31, in 30 days');
    // The day ends in Japan.
    expect((await check('2027-03-31T14:59:59Z')).status).toBe(0);
    expect((await check('2027-03-31T15:00:00Z')).status).toBe(1);
    expect((await check('2027-04-01T00:30:00+09:00')).status).toBe(1);
    expect((await check('tomorrow')).stderr).toMatch(/--at must be a day/);
    expect((await check('2027-02-30T00:00:00Z')).status).toBe(2);
  });
});

describe('keygen', () => {
  test('keeps the private key to its owner, and shows none of it', async () => {
    const { stdout, stderr } = await run(
      ...['exceptions', 'keygen', '--office', 'CISO', '--key', 'ciso.jwk', '--holder', '情報 太郎'],
      ...['--key-id', 'ciso-2026', '--starts', '2026-04-01'],
    );
    const jwk = JSON.parse(read('ciso.jwk'));
    expect(statSync(at('ciso.jwk')).mode & 0o777).toBe(0o600);
    expect(jwk).toMatchObject({ kty: 'OKP', crv: 'Ed25519', kid: 'ciso-2026', d: expect.any(String) });
    expect(stdout + stderr).not.toContain(jwk.d);
    const { d: _, kid: __, ...publicKey } = jwk;
    expect(parse(stdout)).toEqual({
      trustedKeys: [
        {
          id: 'ciso-2026',
          office: 'CISO',
          holder: '情報 太郎',
          validFrom: '2026-04-01',
          validUntil: '2028-03-31',
          publicKey,
        },
      ],
    });
  });

  test('overwrites nothing', async () => {
    writeFileSync(at('ciso.jwk'), 'mine');
    const { status, stderr, stdout } = await run(
      'exceptions',
      'keygen',
      '--office',
      'CISO',
      '--key',
      'ciso.jwk',
    );
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toMatch(/ciso\.jwk: is there already; a key is never overwritten/);
    expect(read('ciso.jwk')).toBe('mine');
  });

  test.each([
    [['--key', 'a.jwk'], /--office is needed/],
    [['--office', 'CISO'], /--key is needed: a new file/],
    [['--office', 'CISO', '--key', 'a.jwk', '--alg', 'HS256'], /--alg must be one of EdDSA, ES256/],
    [['--office', 'CISO', '--key', 'a.jwk', '--expires', '2000-01-01'], /--expires is before --starts/],
    [['--office', 'CISO', '--key', 'a.jwk', '--zone', 'lgwan'], /--zone is not for this command/],
    [['--office', 'CISO', '--public-key', 'a.pem'], /a\.pem: cannot be read \(ENOENT\)/],
  ])('%j: %s', async (args, message) => {
    const { status, stderr } = await run('exceptions', 'keygen', ...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe('apply', () => {
  test('drafts the narrowest scope that covers the finding, with what a person has to fill in', async () => {
    template();
    const { stdout } = await run(...DRAFT.slice(0, 10));
    expect(parse(stdout)).toEqual({
      application: 'R8-012',
      kind: 'regular',
      rules: ['LogGroupRetention'],
      clauses: ['7.1(6)①', '8.1⑤'],
      scope: { stacks: [at('web.yaml')], resources: ['Log'] },
      reason: '（記入 / to be filled in）',
      compensatingMeasures: '（記入 / to be filled in）',
      applicant: '（記入 / to be filled in）',
      approver: '（記入 / to be filled in）',
      office: '（記入 / to be filled in）',
      applied: '2026-11-24',
      decision: 'pending',
      starts: '2026-11-24',
      expires: '2027-03-31',
    });
  });

  test('lists the faults of a finding that names several', async () => {
    writeFileSync(
      at('web.yaml'),
      `Resources:
  Group:
    Type: AWS::EC2::SecurityGroup
    Properties:
      GroupDescription: x
      SecurityGroupIngress:
        - { IpProtocol: tcp, FromPort: 22, ToPort: 22, CidrIp: 0.0.0.0/0 }
        - { IpProtocol: tcp, FromPort: 3389, ToPort: 3389, CidrIp: 0.0.0.0/0 }
`,
    );
    const { stdout } = await run(
      ...['exceptions', 'apply', 'noadministrationportfromanywhere', 'web.yaml'],
      ...['--application', 'R8-013', '--expires', '2027-03-31', '--kind', 'emergency'],
    );
    const draft = parse(stdout);
    expect(draft.kind).toBe('emergency');
    expect(draft.decision).toBeUndefined();
    expect(draft.scope.findings).toEqual(
      expect.arrayContaining([expect.stringContaining('SecurityGroupIngress[1].FromPort: 3389')]),
    );
  });

  test('adds to a file as it stands, and to a folder as a file of its own', async () => {
    template();
    writeFileSync(at('exceptions.yaml'), '# Kept by the information policy section.\nexceptions: []\n');
    await run(...DRAFT, '--exceptions', 'exceptions.yaml');
    expect(read('exceptions.yaml')).toMatch(/^# Kept by the information policy section\.\nexceptions:/);
    expect(parse(read('exceptions.yaml')).exceptions).toHaveLength(1);
    mkdirSync(at('register'));
    await run(...DRAFT, '--exceptions', 'register');
    expect(readdirSync(at('register'))).toEqual(['R8-012.yaml']);
    expect(read('register/R8-012.yaml')).toMatch(/^# yaml-language-server: \$schema=node_modules\//);
    const again = await run(...DRAFT, '--exceptions', 'register');
    expect(again).toMatchObject({ status: 2, stderr: expect.stringContaining('is not overwritten') });
    const alone = await run(...DRAFT, '--exceptions', join(folder, 'register', 'R8-012.yaml'));
    expect(alone.stderr).toContain('holds one application alone');
  });

  test.each([
    [['LogGroupRetention', 'web.yaml', '--expires', '2027-03-31'], /--application is needed/],
    [['LogGroupRetention', 'web.yaml', '--application', 'R8-1'], /--expires is needed/],
    [['LogGroupRetention', 'web.yaml', '--application', 'R8-1', '--expires', 'soon'], /must be a day/],
    [['NoSuchRule', 'web.yaml'], /there is no rule "NoSuchRule"/],
    [[], /name the rule/],
    [['S3BucketVersioned', 'web.yaml'], /no finding of S3BucketVersioned, so there is nothing/],
    [['LogGroupRetention', 'web.yaml', '--resource', 'Other'], /at these resources/],
    [
      ['LogGroupRetention', 'web.yaml', '--application', 'R8-1', '--expires', '2027-01-01', '--kind', 'x'],
      /--kind must be one of/,
    ],
  ])('%j: %s', async (args, message) => {
    template();
    const { status, stderr } = await run('exceptions', 'apply', ...args);
    expect(stderr).toMatch(message);
    expect(status).toBe(2);
  });
});

describe('sign', () => {
  beforeEach(async () => {
    template();
    await key();
    await run(...DRAFT, '--exceptions', 'exceptions.yaml');
  });

  test('shows all that is approved, and signs nothing without its code', async () => {
    const before = read('exceptions.yaml');
    const { status, stdout } = await run(...SIGN, '--key', 'ciso.jwk');
    expect(status).toBe(1);
    const entry = parse(before).exceptions[0];
    const texts = Object.entries(entry)
      .filter(([name]) => name !== 'decision')
      .flatMap(([, value]) =>
        typeof value === 'object' && value !== null ? Object.values(value).flat() : [value],
      );
    for (const text of texts) expect(stdout).toContain(String(text));
    expect(stdout).toContain('decision: approved\ndecided: 2026-11-24');
    expect(stdout).toContain('Nothing is signed yet');
    expect(read('exceptions.yaml')).toBe(before);
    const wrong = await run(...SIGN, '--key', 'ciso.jwk', '--confirm', '0123456789');
    expect(wrong).toMatchObject({ status: 2, stderr: expect.stringContaining('the code does not fit') });
    expect(read('exceptions.yaml')).toBe(before);
  });

  test('signs nothing that changed after it was shown', async () => {
    const code = codeIn((await run(...SIGN, '--key', 'ciso.jwk')).stdout);
    writeFileSync(
      at('exceptions.yaml'),
      read('exceptions.yaml').replace('- Log\n', '- Log\n        - Logs\n'),
    );
    expect((await run(...SIGN, '--key', 'ciso.jwk', '--confirm', code)).status).toBe(2);
    expect(read('exceptions.yaml')).not.toContain('signature');
  });

  test('no text can pass for another field, or colour the terminal', async () => {
    writeFileSync(
      at('exceptions.yaml'),
      read('exceptions.yaml').replace('reason: it ends', 'reason: "it ends\\nexpires: 2026-12-01\\u001b[8m"'),
    );
    const { stdout } = await run(...SIGN, '--key', 'ciso.jwk');
    expect(stdout).toContain('reason: it ends\\nexpires: 2026-12-01\\u001b[8m\n');
  });

  test('keeps the comments of the file, and the private key to itself', async () => {
    writeFileSync(
      at('exceptions.yaml'),
      read('exceptions.yaml').replace('reason:', '# agreed in June\n    reason:'),
    );
    const said = await approve();
    expect(read('exceptions.yaml')).toContain('# agreed in June');
    expect(said + read('exceptions.yaml')).not.toContain(JSON.parse(read('ciso.jwk')).d);
  });

  test('signs again what has changed since', async () => {
    await approve();
    writeFileSync(at('exceptions.yaml'), read('exceptions.yaml').replace('it ends', 'it ends later'));
    expect((await run('exceptions', 'verify', ...REGISTER)).stdout).toContain('altered after it was signed');
    await approve();
    expect((await run('exceptions', 'verify', ...REGISTER)).status).toBe(0);
  });

  test.each([
    [
      'that is still to be filled in',
      'it ends',
      '（記入 / to be filled in）',
      2,
      /still to be filled in: reason/,
    ],
    [
      'that was rejected',
      'decision: pending',
      'decision: rejected\n    decided: 2026-11-24',
      2,
      /was rejected/,
    ],
    ['of the applicant', 'approver: CISO', 'approver: citizens section', 1, /applicant and approver/],
    ['for too long', 'expires: "2027-03-31"', 'expires: "2028-03-31"', 1, /longer than 366 days/],
    ['of another office', 'office: CISO', 'office: CIO', 1, /is that of CISO and does not sign for CIO/],
    ['that is over', 'expires: "2027-03-31"', 'expires: "2026-11-24"\n', 1, undefined],
  ])('does not sign an entry %s', async (_name, from, to, status, message) => {
    writeFileSync(at('exceptions.yaml'), read('exceptions.yaml').replace(from, to));
    const shown = await run(...SIGN, '--key', 'ciso.jwk');
    expect(shown.status).toBe(status);
    if (message !== undefined) {
      expect(shown.stderr).toMatch(message);
      expect(shown.stdout).not.toContain('--confirm');
    }
    expect(read('exceptions.yaml')).not.toContain('signature');
  });

  test.each([
    [['exceptions', 'sign', ...REGISTER], /name the application/],
    [['exceptions', 'sign', 'R8-099', ...REGISTER, '--key', 'ciso.jwk'], /no application R8-099/],
    [SIGN, /give either --key.* or --key-id/],
    [[...SIGN, '--key-id', 'gone'], /the profile does not trust the key gone/],
    [[...SIGN, '--key', 'web.yaml'], /web\.yaml: is no private key/],
    [
      ['exceptions', 'sign', 'R8-012', '--profile', 'city.yaml', '--key', 'ciso.jwk'],
      /--exceptions is needed/,
    ],
    [
      ['exceptions', 'sign', 'R8-012', '--exceptions', 'exceptions.yaml', '--key', 'ciso.jwk'],
      /the profile does not trust the key/,
    ],
  ])('%j: %s', async (args, message) => {
    const { status, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });

  test('takes over what a key elsewhere signed, in the form that KMS gives', async () => {
    const kms = new Signer({}, 'ES256');
    const pem = createPublicKey({ key: { ...kms.trusted.publicKey }, format: 'jwk' });
    writeFileSync(at('kms.pem'), pem.export({ type: 'spki', format: 'pem' }));
    const { stdout } = await run(
      ...['exceptions', 'keygen', '--office', 'CISO', '--public-key', 'kms.pem', '--key-id', 'kms'],
      ...['--starts', '2026-04-01'],
    );
    writeFileSync(at('city.yaml'), `name: city\n${stdout}`);
    const call = [...SIGN, '--key-id', 'kms'];
    const confirm = ['--confirm', codeIn((await run(...call)).stdout)];
    expect((await run(...call, ...confirm)).stderr).toMatch(/with --key-id, give --signing-input/);
    expect((await run(...call, ...confirm, '--signing-input', 'input.bin')).status).toBe(0);
    const der = signBytes('sha256', readFileSync(at('input.bin')), kms['privateKey']);
    writeFileSync(at('wrong.bin'), signBytes('sha256', Buffer.from('other'), kms['privateKey']));
    writeFileSync(at('signature.bin'), der);
    const wrong = await run(...call, ...confirm, '--signature', 'wrong.bin');
    expect(wrong.stderr).toMatch(/not one of the key kms; the register is left as it was/);
    expect((await run(...call, ...confirm, '--signature', 'signature.bin')).status).toBe(0);
    expect((await run('check', 'web.yaml', ...REGISTER)).status).toBe(0);
  });
});

describe('verify, list and expire-soon', () => {
  beforeEach(async () => {
    template();
    await key();
    await run(...DRAFT, '--exceptions', 'exceptions.yaml');
    await approve();
    await run(...DRAFT.map((arg) => (arg === 'R8-012' ? 'R8-013' : arg)), '--exceptions', 'exceptions.yaml');
  });

  test('say what counts, and why the rest does not', async () => {
    const verified = await run('exceptions', 'verify', ...REGISTER);
    expect(verified.status).toBe(1);
    expect(verified.stdout).toMatch(/R8-012 {2}counts \(127 days left\)[\s\S]*R8-013 {2}does not count/);
    expect(verified.stdout).toContain('  - it is not signed');
    const listed = await run('exceptions', 'list', ...REGISTER, '--format', 'json');
    expect(listed.status).toBe(0);
    const rows = JSON.parse(listed.stdout);
    expect(rows).toMatchObject([
      { application: 'R8-012', counts: true, daysLeft: 127, reasons: [] },
      {
        application: 'R8-013',
        counts: false,
        reasons: [{ code: 'unsigned' }, { code: 'not-approved' }],
        file: at('exceptions.yaml'),
      },
    ]);
    expect(listed.stdout).not.toContain('signature');
  });

  test('expire-soon fails where something ends', async () => {
    const soon = (...more: readonly string[]) =>
      run('exceptions', 'expire-soon', ...REGISTER.slice(0, 4), ...more);
    expect(await soon('--at', '2027-02-28')).toMatchObject({ status: 0, stdout: 'There is none.\n' });
    expect(await soon('--at', '2027-03-01')).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('R8-012'),
    });
    expect((await soon('--at', '2027-02-28', '--days', '60')).status).toBe(1);
    expect((await soon('--days', 'many')).status).toBe(2);
  });

  test.each([
    [['exceptions'], /followed by one of keygen, apply, sign, verify, list, expire-soon/],
    [['exceptions', 'toString'], /followed by one of/],
    [['exceptions', 'verify'], /--exceptions is needed/],
    [['exceptions', 'list', 'more', ...REGISTER], /more is not for this command/],
    [['exceptions', 'verify', ...REGISTER, '--key', 'a.jwk'], /--key is not for this command/],
    [['exceptions', 'verify', '--exceptions', 'gone.yaml'], /gone\.yaml: cannot be read/],
  ])('%j: %s', async (args, message) => {
    const { status, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('baseline', () => {
  const FREEZE = [
    ...['baseline', 'web.yaml', ...REGISTER, '--application', 'R8-012', '--expires', '2027-03-31'],
    ...['--applicant', 'systems section', '--approver', 'CISO', '--office', 'CISO'],
    ...['--reason', 'found at adoption', '--measures', 'worked off by spring'],
  ];
  const LOWER = ['baseline', 'web.yaml', ...REGISTER];
  const check = () => run('check', 'web.yaml', ...REGISTER);

  test('freezes what blocks, lets it be worked off, and never goes up again', async () => {
    template();
    await key();
    expect(await run(...FREEZE)).toMatchObject({ status: 0, stderr: '' });
    const [entry] = parse(read('exceptions.yaml')).exceptions;
    expect(entry.frozen).toEqual([
      { rule: 'LogGroupRetention', stack: at('web.yaml'), resource: 'Log', count: 1 },
    ]);
    // An unsigned one is nothing, and is not frozen over.
    expect((await check()).status).toBe(1);
    expect((await run(...LOWER)).stderr).toMatch(/R8-012 is not signed yet/);
    await approve();
    const frozen = await check();
    expect(frozen.status).toBe(0);
    expect(frozen.stdout).toContain(
      'frozen at adoption by application R8-012, reported to CISO, until 2027-03-31',
    );
    // What is new fails.
    template();
    writeFileSync(
      at('web.yaml'),
      `${read('web.yaml')}  New: { Type: AWS::Logs::LogGroup, Properties: { RetentionInDays: 1 } }\n`,
    );
    expect((await check()).status).toBe(1);
    expect(await run(...LOWER)).toMatchObject({
      status: 1,
      stdout: expect.stringContaining('1 that blocks'),
    });
    expect(read('exceptions.yaml')).not.toContain('remaining');
    // What is mended must be taken off.
    template(400);
    expect((await check()).stdout).toContain('R8-012: it still allows 1 that is mended already');
    expect((await check()).status).toBe(1);
    expect((await run(...LOWER)).stdout).toContain('R8-012: 0 left (1 worked off)');
    const done = await check();
    expect(done.status).toBe(0);
    expect(done.stdout).toContain('ExceptionsAreInUse');
    // And does not come back.
    template();
    expect((await check()).status).toBe(1);
    await run(...LOWER);
    expect((await check()).status).toBe(1);
  });

  test('has to be reported, and is signed anew with that', async () => {
    template();
    await key();
    await run(...FREEZE);
    await approve();
    const later = ['--exceptions', 'exceptions.yaml', '--profile', 'city.yaml', '--at', '2026-12-02'];
    const overdue = await run('check', 'web.yaml', ...later);
    expect(overdue.status).toBe(1);
    expect(overdue.stdout).toContain('was not reported to the CISO within 7 days');
    writeFileSync(
      at('exceptions.yaml'),
      read('exceptions.yaml').replace('starts:', 'reported: 2026-11-24\n    starts:'),
    );
    await approve();
    expect((await run('check', 'web.yaml', ...later)).status).toBe(0);
  });

  test('leaves out what no exception lifts, and says so', async () => {
    template();
    await key();
    writeFileSync(at('city.yaml'), `${read('city.yaml')}unwaivableRules: [LogGroupRetention]\n`);
    const { status, stdout } = await run(...FREEZE);
    expect({ status, stdout }).toEqual({ status: 1, stdout: 'There is nothing to freeze.\n' });
    expect(readdirSync(folder)).not.toContain('exceptions.yaml');
  });

  test('has nothing to freeze where nothing blocks', async () => {
    template(400);
    await key();
    expect((await run(...FREEZE)).status).toBe(0);
    expect(readdirSync(folder)).not.toContain('exceptions.yaml');
  });

  test('becomes a list where it was a file of its own', async () => {
    template();
    await key();
    mkdirSync(at('register'));
    const there = (args: readonly string[]) =>
      args.map((arg) => (arg === 'exceptions.yaml' ? 'register' : arg));
    await run(...there(FREEZE));
    const shown = await run(...there(SIGN), '--key', 'ciso.jwk');
    await run(...there(SIGN), '--key', 'ciso.jwk', '--confirm', codeIn(shown.stdout));
    template(400);
    expect(await run(...there(LOWER))).toMatchObject({ status: 0, stderr: '' });
    expect(parse(read('register/R8-012.yaml'))).toMatchObject({
      exceptions: [{ application: 'R8-012' }],
      remaining: { 'R8-012': [] },
    });
    expect((await run('exceptions', 'verify', ...there(REGISTER))).status).toBe(0);
  });
});

test('an unknown rule in unwaivableRules is an error, since it would guard nothing', async () => {
  template();
  writeFileSync(at('city.yaml'), 'name: city\nunwaivableRules: [LogGroupRetentoin]\n');
  const { status, stderr } = await run('check', 'web.yaml', '--profile', 'city.yaml');
  expect(status).toBe(2);
  expect(stderr).toContain('unwaivableRules: there is no rule LogGroupRetentoin');
});
