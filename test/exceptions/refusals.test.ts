import { rmSync } from 'node:fs';
import type { Profile } from '../../lib/policy/profile';
import {
  ciso,
  deputy,
  ENTRY,
  FOLDER,
  RULE,
  registerWith,
  section,
  stranger,
  verdictWith,
} from '../helpers/register';

afterAll(() => rmSync(FOLDER, { recursive: true, force: true }));

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
    const { of } = verdictWith(registerWith([entry], { profile }));
    expect(of(RULE)).toMatchObject({ verdict: 'violation', blocking: true });
    expect(of('ExceptionsAreApproved')?.message.en).toMatch(reason);
    expect(of('ExceptionsAreApproved')?.property).toBe('R6-012');
    expect(of('ExceptionsAreApproved')?.resource.template).toContain('exceptions.yaml');
    expect(of('ExceptionsAreApproved')?.line).toBe(3);
    // It is not reported as stale on top.
    expect(of('ExceptionsAreInUse')).toBeUndefined();
  });

  test('and says all that is wrong at once', () => {
    const { of } = verdictWith(registerWith([{ ...ENTRY, decision: 'rejected', expires: '2026-05-31' }]));
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
    expect(verdictWith(registerWith([ciso.sign(ENTRY)], trust(change))).of(RULE)?.verdict).toBe('excepted');
  }
});

test('the approver who holds a key signs with it, however the name is written', () => {
  const entry = deputy.sign({ ...ENTRY, approver: 'ＤＥＰＵＴＹ' });
  expect(verdictWith(registerWith([entry])).of(RULE)?.verdict).toBe('excepted');
});

test('a term may be a whole fiscal year, of a leap year too', () => {
  const year = { decided: '2027-03-20', starts: '2027-04-01', expires: '2028-03-31' };
  const loaded = registerWith([ciso.sign({ ...ENTRY, ...year })], { today: '2027-06-01' });
  expect(verdictWith(loaded).of(RULE)?.verdict).toBe('excepted');
});
