import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayInJapan, dayMeant, daysAfter } from '../../lib/policy/calendar';
import { loadProfile } from '../../lib/policy/load-profile';
import { Signer } from '../helpers/exceptions';

const folder = mkdtempSync(join(tmpdir(), 'jichitai-keys-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function load(...trustedKeys: readonly object[]) {
  const file = join(folder, 'city.yaml');
  writeFileSync(file, JSON.stringify({ name: 'city', trustedKeys }, undefined, 1));
  return loadProfile(file).trustedKeys;
}

const one = new Signer({ id: 'one' }).trusted;
const two = new Signer({ id: 'two', holder: 'deputy', revoked: '2026-11-01' }, 'ES256').trusted;

test('keys of a profile are read as they stand; the built-in profile trusts none', () => {
  expect(load(one, two)).toEqual([one, two]);
  expect(loadProfile('miyazaki').trustedKeys).toEqual([]);
});

test.each([
  ['a private key', [{ ...one, publicKey: { ...one.publicKey, d: 'secret' } }], /publicKey\.d: is not a key/],
  ['another curve', [{ ...one, publicKey: { ...one.publicKey, crv: 'P-384' } }], /crv.*Ed25519, P-256/],
  ['no office', [{ ...one, office: undefined }], /office/],
  [
    'a day that is none',
    [{ ...one, validUntil: '2027-02-30' }],
    /line \d+, trustedKeys\.0\.validUntil: there is no/,
  ],
  ['an end before its start', [{ ...one, validUntil: '1999-01-01' }], /is before validFrom/],
  ['an id twice', [one, { ...two, id: 'one' }], /trustedKeys\.1\.id: the key one is listed twice/],
  ['a key twice', [one, { ...one, id: 'other' }], /the same public key is listed under another id/],
])('%s in a profile is an error', (_name, keys, message) => {
  expect(() => load(...keys)).toThrow(message);
});

test('what was a secret by mistake is not repeated in the message', () => {
  const d = 'x'.repeat(43);
  expect(() => load({ ...one, publicKey: { ...one.publicKey, d } })).not.toThrow(d);
});

test.each([
  ['2026-11-24', '2026-11-24'],
  ['2026-11-24T14:59:59Z', '2026-11-24'],
  ['2026-11-24T15:00:00Z', '2026-11-25'],
  ['2026-11-24T15:00:00.001Z', '2026-11-25'],
  ['2026-11-25T00:00+09:00', '2026-11-25'],
  ['2026-12-31T23:59:59-05:00', '2027-01-01'],
  ['2026-02-29', undefined],
  ['2026-02-29T00:00:00Z', undefined],
  ['2026-11-24T25:00:00Z', undefined],
  ['2026-11-24T00:00:00', undefined],
  ['24.11.2026', undefined],
])('the day meant by %s is %s', (text, day) => {
  expect(dayMeant(text)).toBe(day);
});

test('days are counted over the ends of months and years', () => {
  expect(daysAfter('2027-12-31', 1)).toBe('2028-01-01');
  expect(daysAfter('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysAfter('2028-03-01', -1)).toBe('2028-02-29');
  expect(dayInJapan(new Date('2028-02-29T15:00:00Z'))).toBe('2028-03-01');
});
