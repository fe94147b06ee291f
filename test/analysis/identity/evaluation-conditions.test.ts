import { evaluate, type Request } from './evaluation-logic';
import { ALL, allow, asks, CITY, deny, except, one, policy, rows, USER } from './evaluation-rows';

// Expected values are those of the IAM User Guide's pages that stand as names of the groups.

const given = (context: Request['context'], tags?: Record<string, string>) =>
  asks({ context, principal: { arn: USER, account: CITY, ...(tags && { tags }) } });
const when = (condition: object) => one({ Condition: condition });
rows('IAM JSON policy elements: Condition operators', [
  [
    'keys know no case',
    'allow',
    when({ StringEquals: { 'AWS:requesttag/A': 'x' } }),
    given({ 'aws:RequestTag/a': 'x' }),
  ],
  ['StringEquals knows case', 'implicit-deny', when({ StringEquals: { k: 'X' } }), given({ k: 'x' })],
  [
    'StringEquals knows no wildcard',
    'implicit-deny',
    when({ StringEquals: { k: 'x*' } }),
    given({ k: 'xy' }),
  ],
  ['StringEqualsIgnoreCase', 'allow', when({ StringEqualsIgnoreCase: { k: 'X' } }), given({ k: 'x' })],
  ['StringLike', 'allow', when({ StringLike: { k: ['a', 'x?z*'] } }), given({ k: 'xyz' })],
  ['values are alternatives', 'allow', when({ StringEquals: { k: ['a', 'b'] } }), given({ k: 'b' })],
  [
    'values of a negated operator are none of them',
    'implicit-deny',
    when({ StringNotEquals: { k: ['a', 'b'] } }),
    given({ k: 'b' }),
  ],
  ['a missing key does not match', 'implicit-deny', when({ StringEquals: { k: 'x' } })],
  ['a missing key and a negated operator', 'allow', when({ StringNotEquals: { k: 'x' } })],
  ['a missing key and IfExists', 'allow', when({ StringEqualsIfExists: { k: 'x' } })],
  [
    'a key that is there and IfExists',
    'implicit-deny',
    when({ StringEqualsIfExists: { k: 'x' } }),
    given({ k: 'y' }),
  ],
  ['Null true', 'allow', when({ Null: { k: 'true' } })],
  ['Null false', 'implicit-deny', when({ Null: { k: false } })],
  [
    'all keys and operators',
    'implicit-deny',
    when({ Bool: { m: 'true' }, NumericLessThan: { n: '10' } }),
    given({ m: 'true', n: '10' }),
  ],
  ['Bool as a boolean', 'allow', when({ Bool: { m: true } }), given({ m: 'true' })],
  ['numbers, not texts', 'allow', when({ NumericGreaterThanEquals: { n: 9 } }), given({ n: '10' })],
  [
    'a date and seconds',
    'allow',
    when({ DateLessThan: { t: '2026-04-01T00:00:00Z' } }),
    given({ t: '1774000000' }),
  ],
  ['a range', 'allow', when({ IpAddress: { i: ['10.0.0.0/8', '2001:DB8::/32'] } }), given({ i: '10.9.9.9' })],
  [
    'an address without a range',
    'implicit-deny',
    when({ IpAddress: { i: '10.9.9.9' } }),
    given({ i: '10.9.9.8' }),
  ],
  ['another family', 'allow', when({ NotIpAddress: { i: '0.0.0.0/0' } }), given({ i: '2001:db8::1' })],
  ['bytes', 'allow', when({ BinaryEquals: { b: 'QUI=' } }), given({ b: 'QUI=' })],
  [
    'ARNs part by part',
    'implicit-deny',
    when({ ArnLike: { a: 'arn:aws:x:*:111122223333:finance/*' } }),
    given({ a: 'arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d' }),
  ],
  [
    'a string goes over colons',
    'allow',
    when({ StringLike: { a: 'arn:aws:x:*:111122223333:finance/*' } }),
    given({ a: 'arn:aws:x:us-east-2:999999999999:store/abc:111122223333:finance/d' }),
  ],
  [
    'ArnEquals knows wildcards',
    'allow',
    when({ ArnEquals: { a: 'arn:aws:sns:*:*:t?' } }),
    given({ a: 'arn:aws:sns:r:1:t1' }),
  ],
  [
    'tags of the principal',
    'allow',
    when({ StringEquals: { 'aws:PrincipalTag/Section': 'juki' } }),
    given({}, { section: 'juki' }),
  ],
]);

const set = (operator: string, values: readonly string[] | undefined, wanted: unknown) =>
  [when({ [operator]: { k: wanted } }), values === undefined ? given({}) : given({ k: values })] as const;
rows('Multivalued context key examples; Condition set operators', [
  [
    'ForAllValues: each is one of them',
    'allow',
    ...set('ForAllValues:StringLike', ['key1:hr', 'key2:audit'], ['key1*', 'key2*']),
  ],
  [
    'ForAllValues: one is none of them',
    'implicit-deny',
    ...set('ForAllValues:StringLike', ['key1:hr', 'key3'], ['key1*', 'key2*']),
  ],
  ['ForAllValues without the key', 'allow', ...set('ForAllValues:StringLike', undefined, 'key1*')],
  ['ForAllValues of nothing', 'allow', ...set('ForAllValues:StringLike', [], 'key1*')],
  [
    'ForAllValues with IfExists, key there',
    'implicit-deny',
    ...set('ForAllValues:StringEqualsIfExists', ['b'], 'a'),
  ],
  [
    'ForAllValues negated: key1:hr is like it',
    'implicit-deny',
    ...set('ForAllValues:StringNotLike', ['key1:hr'], 'key1*'),
  ],
  [
    'ForAllValues negated: none is like it',
    'allow',
    ...set('ForAllValues:StringNotLike', ['key2:audit'], 'key1*'),
  ],
  ['ForAllValues negated without the key', 'allow', ...set('ForAllValues:StringNotLike', undefined, 'key1*')],
  [
    'ForAnyValue: one is',
    'allow',
    ...set('ForAnyValue:StringEquals', ['x', 'webserver'], ['environment', 'webserver']),
  ],
  [
    'ForAnyValue: none is',
    'implicit-deny',
    ...set('ForAnyValue:StringEquals', ['x'], ['environment', 'webserver']),
  ],
  ['ForAnyValue without the key', 'implicit-deny', ...set('ForAnyValue:StringEquals', undefined, 'x')],
  [
    'ForAnyValue negated: one is neither',
    'allow',
    ...set('ForAnyValue:StringNotEquals', ['a', 'c'], ['a', 'b']),
  ],
  [
    'ForAnyValue negated: each is one of them',
    'implicit-deny',
    ...set('ForAnyValue:StringNotEquals', ['a', 'b'], ['a', 'b']),
  ],
  [
    'ForAnyValue negated without the key',
    'implicit-deny',
    ...set('ForAnyValue:StringNotEquals', undefined, 'x'),
  ],
]);

rows('IAM policy elements: Variables and tags', [
  [
    'in a resource',
    'allow',
    one({ Resource: 'arn:aws:s3:::${aws:username}/*' }),
    given({ 'aws:username': 'juki' }),
  ],
  ['without a value nothing is like it', 'implicit-deny', one({ Resource: 'arn:aws:s3:::${aws:username}*' })],
  [
    'a Deny without a value does not apply',
    'allow',
    { identity: [...ALL, policy(deny({ Resource: '*${aws:username}*' }))] },
  ],
  ['a default', 'allow', one({ Resource: "arn:aws:s3:::${aws:username, 'juki'}/*" })],
  [
    'a tag in a condition',
    'allow',
    when({ StringEquals: { k: '${aws:PrincipalTag/Section}' } }),
    given({ k: 'zei' }, { Section: 'zei' }),
  ],
  [
    'negated, without a value',
    'allow',
    when({ StringNotEquals: { k: '${aws:PrincipalTag/Section}' } }),
    given({ k: 'zei' }),
  ],
  [
    'one of several values is without a value',
    'allow',
    when({ StringEquals: { k: ['${aws:username}', 'zei'] } }),
    given({ k: 'zei' }),
  ],
  ['an asterisk', 'implicit-deny', when({ StringLike: { k: 'a${*}' } }), given({ k: 'ab' })],
  ['an asterisk that is one', 'allow', when({ StringLike: { k: 'a${*}' } }), given({ k: 'a*' })],
  [
    'the old version knows none',
    'implicit-deny',
    { identity: [{ Statement: allow({ Resource: 'arn:aws:s3:::${aws:username}/*' }) }] },
    given({ 'aws:username': 'juki' }),
  ],
]);

test.each([
  ['several values without a set operator', when({ StringEquals: { k: 'a' } }), given({ k: ['a', 'b'] })],
  [
    'ForAnyValue with IfExists without the key',
    when({ 'ForAnyValue:StringEqualsIfExists': { k: 'a' } }),
    given({}),
  ],
  ['NotPrincipal without the account', except(USER), asks()],
])('says nothing of what the documentation does not say: %s', (_name, policies, request) => {
  expect(() => evaluate(request, policies)).toThrow('not documented');
});
