/**
 * Condition keys of random policies: with what they are asked for, and values that stand for all values. For each list
 * of wanted values, `stands` has a value for every way in which some of them can match at once and the others not (two
 * where there are many, so that two keys can be alike or differ), which `random-keys.test.ts` checks. So a request whose
 * key is not known can be completed in all ways that make a difference.
 */
export interface Key {
  readonly name: string;
  /** Operators that need a match, each with the values that a policy may want. */
  readonly asked: readonly { readonly operators: readonly string[]; readonly wanted: readonly string[] }[];
  readonly stands: readonly string[];
  /** A key of several values, which needs ForAllValues or ForAnyValue. */
  readonly many?: true;
  /** There in each request: it is never left open. */
  readonly always?: true;
}

const EQUAL = ['StringEquals', 'StringNotEquals'];
const EQUAL_NO_CASE = ['StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase'];
const LIKE = ['StringLike', 'StringNotLike'];
const ARN = ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals'];
const NUMERIC = ['Equals', 'NotEquals', 'LessThan', 'LessThanEquals', 'GreaterThan', 'GreaterThanEquals'];

export const TAG = 'Section';
/** The key that variables of policies name. */
export const VARIABLE = `aws:PrincipalTag/${TAG}`;
const OF_VARIABLE = `\${${VARIABLE}}`;

/** @param stars values have asterisks of their own; what one would mean in the value of a variable, is not documented */
const text = (name: string, stars: boolean): Key => ({
  name,
  asked: [
    { operators: EQUAL, wanted: ['juki', 'JUKI', ...(stars ? ['juki*', OF_VARIABLE] : [])] },
    { operators: EQUAL_NO_CASE, wanted: ['Juki', ...(stars ? ['juki*'] : [])] },
    {
      operators: LIKE,
      wanted: ['juki', 'juki*', '*-1', 'z*', 'j?ki', '*', ...(stars ? ['juki${*}', OF_VARIABLE] : [])],
    },
  ],
  stands: [
    ...['juki', 'JUKI', 'Juki', 'jaki', 'joki', 'jukia', 'jukib', 'juki-1', 'juki-1-1'],
    ...['x-1', 'y-1', 'za', 'zb', 'z-1', 'zz-1', 'x', 'y', ...(stars ? ['juki*', 'JUKI*'] : [])],
  ],
});

const number = (name: string): Key => ({
  name,
  asked: [{ operators: NUMERIC.map((each) => `Numeric${each}`), wanted: ['900', '3600', '43200'] }],
  stands: ['300', '900', '1800', '3600', '7200', '43200', '50000'],
});

const date = (name: string, more: Partial<Key> = {}): Key => ({
  name,
  asked: [
    {
      operators: NUMERIC.map((each) => `Date${each}`),
      wanted: ['2026-04-01T00:00:00Z', '2027-03-31T15:00:00Z'],
    },
  ],
  stands: [
    ...['2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z', '2026-11-24T09:00:00+09:00'],
    ...['2027-03-31T15:00:00Z', '2028-01-01T00:00:00Z'],
  ],
  ...more,
});

const texts = (name: string): Key => ({
  name,
  asked: [
    { operators: EQUAL, wanted: ['juki', 'zei'] },
    { operators: LIKE, wanted: ['ju*', '*i'] },
  ],
  stands: ['juki', 'jumin', 'jumini', 'zei', 'kaigi', 'x'],
  many: true,
});

export const KEYS: readonly Key[] = [
  text(VARIABLE, false),
  text('aws:RequestTag/Section', true),
  text('s3:prefix', true),
  {
    name: 'aws:MultiFactorAuthPresent',
    asked: [{ operators: ['Bool'], wanted: ['true', 'false'] }],
    stands: ['true', 'false'],
  },
  number('aws:MultiFactorAuthAge'),
  date('aws:TokenIssueTime'),
  date('aws:CurrentTime', { always: true }),
  {
    name: 'aws:SourceIp',
    asked: [
      {
        operators: ['IpAddress', 'NotIpAddress'],
        wanted: ['203.0.113.0/24', '203.0.113.7', '10.0.0.0/8', '2001:db8::/32', '0.0.0.0/0'],
      },
    ],
    stands: ['203.0.113.7', '203.0.113.9', '10.1.2.3', '192.0.2.1', '2001:db8::1', '2001:db9::1'],
  },
  {
    name: 'aws:SourceArn',
    asked: [
      {
        operators: ARN,
        wanted: [
          'arn:aws:sns:ap-northeast-1:111122223333:juki',
          'arn:aws:sns:*:111122223333:*',
          'arn:aws:s3:::juki-*',
          'arn:aws:*:*:*:juki?*',
        ],
      },
    ],
    stands: [
      'arn:aws:sns:ap-northeast-1:111122223333:juki',
      'arn:aws:sns:ap-northeast-3:111122223333:zei',
      'arn:aws:sns:ap-northeast-1:111122223333:juki-2',
      'arn:aws:sns:ap-northeast-1:444455556666:juki',
      'arn:aws:sns:ap-northeast-1:444455556666:juki:2',
      'arn:aws:s3:::juki-2',
      'arn:aws:s3:::juki',
    ],
  },
  {
    name: 'app:Digest',
    asked: [{ operators: ['BinaryEquals'], wanted: ['anVraQ==', 'emVp'] }],
    stands: ['anVraQ==', 'emVp', 'eA=='],
  },
  texts('aws:TagKeys'),
  texts('aws:CalledVia'),
];
