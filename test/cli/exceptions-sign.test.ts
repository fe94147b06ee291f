import { createPublicKey, sign as signBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import { Signer } from '../helpers/exceptions';
import {
  approve,
  at,
  codeIn,
  DRAFT,
  key,
  REGISTER,
  read,
  run,
  SIGN,
  template,
} from '../helpers/exceptions-cli';

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
    [
      'that ends before it starts',
      'expires: "2027-03-31"',
      'expires: "2026-11-20"',
      1,
      /ends before it starts/,
    ],
  ])('does not sign an entry %s', async (_name, from, to, status, message) => {
    writeFileSync(at('exceptions.yaml'), read('exceptions.yaml').replace(from, to));
    const shown = await run(...SIGN, '--key', 'ciso.jwk');
    expect(shown.status).toBe(status);
    expect(shown.stderr).toMatch(message);
    expect(shown.stdout).not.toContain('--confirm');
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
