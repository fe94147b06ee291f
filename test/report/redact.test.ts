import { jsonReport } from '../../lib/report/json';
import { redactAssessment, redactorOf } from '../../lib/report/redact';
import { textReport } from '../../lib/report/text';
import { inputOf, ORDINARY, sample } from './sample';

describe('a text', () => {
  const { text } = redactorOf(['JuminRecords', 'Jumin', 'arn-like:name']);

  test.each([
    ['an account', 'account 123456789012 may', 'account account-1 may'],
    ['an address', 'from 203.0.113.7 to 10.1.0.0/16', /^from address-\d to address-\d\/16$/],
    ['an IPv6 address', 'from 2001:db8::1/64', /^from address-\d\/64$/],
    ['an e-mail address', 'to sec@city.example.lg.jp', /^to address-\d$/],
    ['a host', 'https://office.example.com/x', /^https:\/\/host-1\/x$/],
    ['an id of a resource', 'tgw-0123456789abcdef0 and vpc-0a1b2c3d', /^id-\d and id-\d$/],
    ['a key', 'key/12345678-abcd-1234-abcd-123456789abc', /^key\/id-\d$/],
    ['the longer name first', 'JuminRecords of Jumin', /^name-\d of name-\d$/],
    ['an ARN', 'arn:aws:iam::123456789012:role/Jumin', /^arn:aws:iam::account-1:role\/name-\d$/],
  ])('loses %s', (_name, given, expected) => {
    const shown = text(given);
    if (typeof expected === 'string') expect(shown).toBe(expected);
    else expect(shown).toMatch(expected);
  });

  test.each([
    'everywhere is 0.0.0.0/0 and ::/0',
    'AWS::EC2::SecurityGroup: is 7; must be at least 365 days',
    's3.amazonaws.com',
    '169.254.169.123',
    'ELBSecurityPolicy-TLS13-1-2-2021-06',
    'JuminRecordsOld',
  ])('keeps %j', (given) => {
    expect(text(given)).toBe(given);
  });

  test('calls the same thing by the same name, and others by others', () => {
    const [first, second] = [text('123456789012 123456789012'), text('210987654321 123456789012')];
    expect(first).toMatch(/^(account-\d+) \1$/);
    expect(second.split(' ')[1]).toBe(first.split(' ')[0]);
    expect(second.split(' ')[0]).not.toBe(second.split(' ')[1]);
  });
});

test('an assessment has the same results, and none of its names', () => {
  const template = {
    ...ORDINARY,
    Resources: {
      ...ORDINARY.Resources,
      // Whatever is shown of a value.
      JuminLedger: { Type: 'AWS::Logs::LogGroup', Properties: { RetentionInDays: '203.0.113.7' } },
    },
  };
  const whole = sample(template);
  const plain = textReport(inputOf(whole)) + jsonReport(whole, 'ja');
  const shown = redactAssessment(whole, []);
  const redacted = textReport(inputOf(shown)) + jsonReport(shown, 'ja');
  for (const name of [
    'JuminLedger',
    'City0',
    'City/Records',
    '203.0.113.7',
    'inline-0.json',
    'CISO',
    'R8-012',
  ]) {
    expect(plain).toContain(name);
    // Titles and fixes are ours and speak of the CISO as everybody does.
    if (name !== 'CISO') expect(redacted).not.toContain(name);
  }
  expect(shown.findings.map(({ exception }) => exception?.approver)).not.toContain('CISO');
  expect(shown.summary).toEqual(whole.summary);
  expect(shown.findings.map(({ rule, verdict }) => [rule, verdict])).toEqual(
    whole.findings.map(({ rule, verdict }) => [rule, verdict]),
  );
  expect(shown.findings.map(({ title, fix }) => [title, fix])).toEqual(
    whole.findings.map(({ title, fix }) => [title, fix]),
  );
  expect(redactAssessment(whole, [])).toEqual(shown);
});
