import fc from 'fast-check';
import type { Policies, Request } from './evaluation-logic';
import { KEYS, type Key, TAG, VARIABLE } from './random-keys';

/**
 * Random requests and policies that have something to do with each other: patterns are made from the request's action
 * and resource, conditions from keys that the request may have. What the AWS documentation leaves open is not made:
 * several values without a set operator, ForAnyValue with IfExists, a part of a chain in NotPrincipal, wildcards in the
 * middle of a part of an ARN that could run over its end or in the type of a resource, variables before the fifth colon or in NotResource.
 */
export interface Situation {
  readonly request: Request;
  readonly policies: Policies;
  /** Keys of which it is not known whether they are in the request; all others are there, or certainly absent. */
  readonly open: readonly string[];
}

const CITY = '111122223333';
const OTHER = '444455556666';
const TARGETS = [
  ['s3:GetObject', 'arn:aws:s3:::juki/kihon/a.csv'],
  ['s3:PutObjectTagging', 'arn:aws:s3:::juki-log/juki/x'],
  ['sqs:SendMessage', 'arn:aws:sqs:ap-northeast-1:ACCOUNT:juki-1'],
  ['secretsmanager:GetSecretValue', 'arn:aws:secretsmanager:ap-northeast-1:ACCOUNT:secret:juki/db-AbCdEf'],
  ['kms:Decrypt', 'arn:aws:kms:ap-northeast-1:ACCOUNT:key/0a1b2c3d'],
  ['sts:AssumeRole', 'arn:aws:iam::ACCOUNT:role/juki-admin'],
  ['iam:PassRole', 'arn:aws:iam::ACCOUNT:role/juki-admin'],
] as const;
const PRINCIPALS = [
  `arn:aws:iam::${CITY}:user/taro`,
  `arn:aws:iam::${CITY}:role/ops`,
  `arn:aws:sts::${CITY}:assumed-role/ops/taro`,
];

const someOf = <T>(values: readonly T[], max = 3) =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.min(max, values.length) });
/** One value as it is, or in a list, as people write it. */
const oneOrList = <T>(values: fc.Arbitrary<readonly T[]>) =>
  fc.tuple(values, fc.boolean()).map(([list, plain]) => (plain && list.length === 1 ? (list[0] as T) : list));

/** What begins and ends like the text, with a wildcard between. */
const cut = (text: string) =>
  fc
    .tuple(fc.nat({ max: text.length }), fc.nat({ max: text.length }))
    .map(([one, two]) => `${text.slice(0, Math.min(one, two))}*${text.slice(Math.max(one, two))}`);
const oneMark = (text: string) =>
  fc.nat({ max: text.length - 1 }).map((at) => `${text.slice(0, at)}?${text.slice(at + 1)}`);

function actionPattern(action: string): fc.Arbitrary<string> {
  const [service, name] = action.split(':') as [string, string];
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        '*',
        `${service}:*`,
        action,
        action.toUpperCase(),
        `${service}:${name.toLowerCase()}`,
      ),
    },
    { weight: 3, arbitrary: fc.oneof(cut(name), oneMark(name)).map((pattern) => `${service}:${pattern}`) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        `${action}s`,
        `${service}:${name.slice(0, 3)}`,
        `${service}:*Tagging`,
        'ec2:*',
        'iam:*',
      ),
    },
  );
}

function resourcePattern(resource: string, variables: boolean): fc.Arbitrary<string> {
  // "You can't use a wildcard in the portion of the ARN that specifies the resource type" ("IAM ARNs").
  const [, head = '', type = '', own = ''] =
    /^((?:[^:]*:){5})((?:secret:|key\/|role\/)?)(.*)$/.exec(resource) ?? [];
  const before = head + type;
  const wide = head.replace('ap-northeast-1', '*').replace(/\d{12}/, '*');
  const whole = ['*', resource, `${head}*`, `${before}*`, `${wide}${type}${own}`, `${wide}*`];
  const others = [before + own.toUpperCase(), `${resource}x`, before + own.slice(0, 4), 'arn:aws:ec2:*:*:*'];
  return fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...whole) },
    { weight: 3, arbitrary: fc.oneof(cut(own), oneMark(own)).map((pattern) => before + pattern) },
    { weight: 2, arbitrary: fc.constantFrom(...others) },
    ...(variables
      ? [{ weight: 1, arbitrary: fc.constant(before + own.replace('juki', `\${${VARIABLE}}`)) }]
      : []),
  );
}

/** One operator with one key. */
const condition: fc.Arbitrary<readonly [string, string, unknown]> = fc.constantFrom(...KEYS).chain((key) => {
  const test = fc
    .constantFrom(...key.asked)
    .chain(({ operators, wanted }) =>
      fc.tuple(
        fc.constantFrom(...operators),
        oneOrList(someOf(wanted)),
        fc.constantFrom('', '', 'IfExists'),
        fc.constantFrom(
          ...(key.many ? ['ForAllValues:', 'ForAnyValue:'] : ['', '', '', 'ForAllValues:', 'ForAnyValue:']),
        ),
      ),
    );
  const name = fc.constantFrom(key.name, key.name, key.name.toUpperCase(), key.name.toLowerCase());
  const asked = fc
    .tuple(test, name)
    .map(
      ([[operator, wanted, ifExists, set], spelt]) =>
        [set + operator + (set === 'ForAnyValue:' ? '' : ifExists), spelt, wanted] as const,
    );
  const isNull = fc
    .tuple(fc.constantFrom('true', 'false', true, false), name)
    .map(([wanted, spelt]) => ['Null', spelt, wanted] as const);
  return fc.oneof({ weight: 6, arbitrary: asked }, { weight: 1, arbitrary: isNull });
});

const conditions = fc.array(condition, { minLength: 1, maxLength: 2 }).map((list) => {
  const block: Record<string, Record<string, unknown>> = {};
  for (const [operator, key, wanted] of list) block[operator] = { ...block[operator], [key]: wanted };
  return { Condition: block };
});

interface Target {
  readonly arn: string;
  readonly action: string;
  readonly resource: string;
}

function principal(arn: string): fc.Arbitrary<object> {
  const role = `arn:aws:iam::${CITY}:role/ops`;
  const account = fc.constantFrom(CITY, `arn:aws:iam::${CITY}:root`);
  const others = [
    'arn:aws:iam::444455556666:root',
    `arn:aws:iam::${CITY}:user/hanako`,
    `arn:aws:iam::${CITY}:role/audit`,
  ];
  const aws = oneOrList(someOf([arn, role, CITY, `arn:aws:iam::${CITY}:root`, ...others]));
  const chain = fc
    .tuple(account, someOf(others))
    .map(([own, more]) => [...new Set([...more, arn, arn.includes('user/') ? arn : role]), own]);
  return fc.oneof(
    { weight: 5, arbitrary: aws.map((AWS) => ({ Principal: { AWS } })) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(
        { Principal: '*' },
        { Principal: { AWS: '*' } },
        { Principal: { AWS: [OTHER, '*'] } },
      ),
    },
    { weight: 1, arbitrary: fc.constant({ Principal: { Service: 'lambda.amazonaws.com' } }) },
    { weight: 1, arbitrary: fc.oneof(chain, someOf(others)).map((AWS) => ({ NotPrincipal: { AWS } })) },
  );
}

function statement({ arn, action, resource }: Target, kind: 'identity' | 'resource'): fc.Arbitrary<object> {
  const actions = oneOrList(fc.array(actionPattern(action), { minLength: 1, maxLength: 3 }));
  const resources = (variables: boolean) =>
    oneOrList(fc.array(resourcePattern(resource, variables), { minLength: 1, maxLength: 3 }));
  const isTrust = kind === 'resource' && action === 'sts:AssumeRole';
  return fc
    .tuple(
      fc.constantFrom(...['Allow', 'Allow', 'Allow', 'Deny'].map((Effect) => ({ Effect }))),
      fc.oneof(
        { weight: 4, arbitrary: actions.map((Action) => ({ Action })) },
        { weight: 1, arbitrary: actions.map((NotAction) => ({ NotAction })) },
      ),
      isTrust
        ? fc.constant({})
        : fc.oneof(
            { weight: 3, arbitrary: fc.constant({ Resource: '*' }) },
            { weight: 4, arbitrary: resources(true).map((Resource) => ({ Resource })) },
            { weight: 1, arbitrary: resources(false).map((NotResource) => ({ NotResource })) },
          ),
      fc.oneof({ weight: 1, arbitrary: fc.constant({}) }, { weight: 3, arbitrary: conditions }),
      kind === 'resource' ? principal(arn) : fc.constant({}),
    )
    .map((parts) => Object.assign({}, ...parts) as object);
}

const document = (statements: fc.Arbitrary<object>) =>
  fc
    .tuple(
      oneOrList(fc.array(statements, { minLength: 1, maxLength: 2 })),
      fc.constantFrom('2012-10-17', '2012-10-17', '2012-10-17', '2008-10-17', undefined),
    )
    .map(([Statement, Version]) => ({ ...(Version && { Version }), Statement }));

const given = (key: Key): fc.Arbitrary<string | readonly string[]> =>
  key.many ? fc.subarray([...key.stands], { maxLength: 3 }) : fc.constantFrom(...key.stands);

/** @param openKeys how many keys may be open; 0 for requests of which everything is known */
export const situations = (openKeys: number): fc.Arbitrary<Situation> =>
  fc
    .tuple(fc.constantFrom(...PRINCIPALS), fc.constantFrom(...TARGETS), fc.constantFrom(CITY, CITY, OTHER))
    .chain(([arn, [action, pattern], resourceAccount]) => {
      const resource = pattern.replace('ACCOUNT', resourceAccount);
      const of = (kind: 'identity' | 'resource') => document(statement({ arn, action, resource }, kind));
      const maybe = <T>(arbitrary: fc.Arbitrary<T>, absent: number) =>
        fc.option(arbitrary, { nil: undefined, freq: absent });
      // A role always has a trust policy, a key a key policy.
      const always = /^(kms|sts):/.test(action);
      return fc.record({
        arn: fc.constant(arn),
        action: fc.oneof(
          { weight: 4, arbitrary: fc.constant(action) },
          { weight: 1, arbitrary: fc.constant(action.toLowerCase()) },
        ),
        resource: fc.constant(resource),
        resourceAccount: fc.constant(resourceAccount),
        values: fc.tuple(
          ...KEYS.map((key) => fc.option(given(key), { nil: undefined, freq: key.always ? 1e6 : 2 })),
        ),
        order: fc.shuffledSubarray(
          KEYS.filter(({ always }) => !always),
          { minLength: 10 },
        ),
        byTags: fc.boolean(),
        identity: fc.array(of('identity'), { maxLength: 3 }),
        resourcePolicy: maybe(of('resource'), always ? 1e6 : resourceAccount === CITY ? 1 : 9),
        boundary: maybe(fc.tuple(of('identity')), 1),
        session: arn.includes('user/')
          ? fc.constant(undefined)
          : maybe(fc.array(of('identity'), { minLength: 1, maxLength: 2 }), 1),
        serviceControl: maybe(
          fc.array(fc.array(of('identity'), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
          1,
        ),
      });
    })
    .map((drawn) => {
      const written = JSON.stringify([
        drawn.identity,
        drawn.resourcePolicy,
        drawn.boundary,
        drawn.session,
      ]).toLowerCase();
      const asked = drawn.order.filter(({ name }) => written.includes(name.toLowerCase()));
      // A key that no policy asks for makes no difference: mostly those are left open that are asked for.
      const open = (asked.length === 0 ? drawn.order : asked).slice(0, openKeys);
      const names = new Set(open.map(({ name }) => name));
      const known = KEYS.flatMap(({ name }, index) => {
        const value = drawn.values[index];
        return value === undefined || names.has(name) ? [] : [[name, value] as const];
      });
      // The tags of the principal are told by the principal, or as keys of the request.
      const tag = drawn.byTags ? (Object.fromEntries(known)[VARIABLE] as string | undefined) : undefined;
      return {
        open: [...names],
        request: {
          principal: { arn: drawn.arn, account: CITY, ...(tag !== undefined && { tags: { [TAG]: tag } }) },
          action: drawn.action,
          resource: drawn.resource,
          resourceAccount: drawn.resourceAccount,
          context: Object.fromEntries(
            tag === undefined ? known : known.filter(([name]) => name !== VARIABLE),
          ),
        },
        policies: {
          identity: drawn.identity,
          ...(drawn.resourcePolicy && { resource: drawn.resourcePolicy }),
          ...(drawn.boundary && { boundary: drawn.boundary }),
          ...(drawn.session && { session: drawn.session }),
          ...(drawn.serviceControl && { serviceControl: drawn.serviceControl }),
        },
      };
    });
