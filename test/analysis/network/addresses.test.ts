import { contains, isLimited, parseRange } from '../../../lib/analysis/network/addresses';

const range = (text: string) => parseRange(text)!;

describe('parseRange', () => {
  test.each([
    ['10.0.0.5/8', 4, 0x0a000000n, 8],
    ['192.0.2.1', 4, 0xc0000201n, 32],
    ['::/0', 6, 0n, 0],
    ['2001:db8::1', 6, 0x20010db8000000000000000000000001n, 128],
    [' 10.0.0.0/16 ', 4, 0x0a000000n, 16],
  ])('reads %s', (text, version, start, prefix) => {
    expect(parseRange(text)).toEqual({ version, start, prefix });
  });
  test.each([
    '',
    'anywhere',
    '10.0.0.0/33',
    '10.0.0.0/',
    '10.0.0/8',
    '256.0.0.0/8',
    '1::2::3/64',
    '::/129',
    '/0',
  ])('refuses %j', (text) => {
    expect(parseRange(text)).toBeUndefined();
  });
});

test('contains compares within one version', () => {
  expect(contains(range('10.0.0.0/8'), range('10.9.0.0/16'))).toBe(true);
  expect(contains(range('10.9.0.0/16'), range('10.0.0.0/8'))).toBe(false);
  expect(contains(range('0.0.0.0/0'), range('::/0'))).toBe(false);
  expect(contains(range('fc00::/7'), range('fd12::/16'))).toBe(true);
});

test.each([
  ['0.0.0.0/0', false],
  ['0.0.0.0/1', false],
  ['128.0.0.0/1', false],
  ['203.0.0.0/8', false],
  ['203.0.113.0/24', true],
  ['10.0.0.0/8', true],
  ['8.0.0.0/6', false],
  ['172.16.0.0/12', true],
  ['::/0', false],
  ['2000::/3', false],
  ['2001:db8::/32', true],
  ['fc00::/7', true],
])('isLimited(%s) is %s', (text, expected) => {
  expect(isLimited(range(text))).toBe(expected);
});
