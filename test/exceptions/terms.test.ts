import { rmSync } from 'node:fs';
import { InputError } from '../../lib/errors';
import { dayInJapan } from '../../lib/policy/calendar';
import { ciso, deputy, ENTRY, FOLDER, RULE, registerWith, section, verdictWith } from '../helpers/register';

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

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
    expect(verdictWith(registerWith([ciso.sign(ENTRY)], { today })).of(RULE)?.verdict).toBe(expected);
  });

  test.each([
    ['2026-08-30', undefined],
    ['2026-08-31', /end of 2026-09-30, in 30 days/],
    ['2026-09-29', /in 1 day$/],
    ['2026-09-30', /expires today, at the end of 2026-09-30/],
  ])('warns before the end: on %s %s', (today, warning) => {
    const { of, blocking } = verdictWith(registerWith([ciso.sign(ENTRY)], { today }));
    expect(blocking).toBe(false);
    const found = of('ExceptionsAreRenewedInTime');
    if (warning === undefined) expect(found).toBeUndefined();
    else {
      expect(found).toMatchObject({ severity: 'warning', blocking: false });
      expect(found?.message.en).toMatch(warning);
    }
  });

  test('warns as early as the profile says', () => {
    const loaded = registerWith([ciso.sign(ENTRY)], { profile: { exceptionWarningDays: 200 } });
    expect(verdictWith(loaded).of('ExceptionsAreRenewedInTime')).toBeDefined();
  });
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
    const { of } = verdictWith(registerWith([ciso.sign({ ...EMERGENCY, ...change })], { today }));
    expect(of(RULE)?.verdict).toBe(expected);
    expect(of('EmergencyExceptionsAreReported') !== undefined).toBe(expected === 'violation');
  });

  test('is signed by who takes it: the applicant may do so, and nobody else may for them', () => {
    expect(verdictWith(registerWith([section.sign(EMERGENCY)])).of(RULE)).toMatchObject({
      verdict: 'excepted',
      exception: { kind: 'emergency' },
    });
    expect(verdictWith(registerWith([EMERGENCY])).of('EmergencyExceptionsAreReported')?.message.en).toMatch(
      /not signed/,
    );
    expect(verdictWith(registerWith([deputy.sign(EMERGENCY)])).of(RULE)?.verdict).toBe('violation');
  });

  test.each([
    ['a decision', { decision: 'approved', decided: '2026-05-28' }],
    ['no kind, and so no decision that is missing', { kind: undefined }],
    ['frozen findings', { frozen: [{ rule: RULE, stack: 'a', resource: 'b', count: 1 }] }],
  ])('cannot have %s', (_name, change) => {
    expect(() => registerWith([{ ...EMERGENCY, ...change }])).toThrow(InputError);
  });
});
