import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { approve, at, DRAFT, folder, key, REGISTER, read, run, template } from '../helpers/exceptions-cli';

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
