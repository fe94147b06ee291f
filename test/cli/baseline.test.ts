import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { parse } from 'yaml';
import {
  approve,
  at,
  codeIn,
  folder,
  key,
  REGISTER,
  read,
  run,
  SIGN,
  template,
} from '../helpers/exceptions-cli';

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
