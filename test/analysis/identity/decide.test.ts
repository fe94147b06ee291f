import { type Decision, decide, type Policies, type Request } from '../../../lib/analysis/identity/decide';

const ACCOUNT = '111122223333';
const OTHER = '444455556666';
const USER = `arn:aws:iam::${ACCOUNT}:user/staff/mori`;
const ROLE = `arn:aws:iam::${ACCOUNT}:role/team/clerk`;
const SESSION = `arn:aws:sts::${ACCOUNT}:assumed-role/clerk/mori`;
const OBJECT = 'arn:aws:s3:::ledger/2026/a.csv';

interface Case {
  readonly name: string;
  readonly expect: Decision;
  readonly principal?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly action?: string;
  readonly resource?: string;
  readonly resourceAccount?: string;
  readonly context?: Request['context'];
  readonly absentKeys?: Request['absentKeys'];
  readonly policies: Partial<Policies>;
}

const policy = (...statements: readonly object[]) => ({ Version: '2012-10-17', Statement: statements });
const allow = (more: object = {}) => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...more });
const deny = (more: object = {}) => ({ Effect: 'Deny', Action: 's3:GetObject', Resource: '*', ...more });
const by = (Condition: object) => policy(allow({ Condition }));

function run(title: string, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases.map((item) => [item.name, item] as const))('%s', (_name, item) => {
      const principal = item.principal ?? ROLE;
      const request: Request = {
        principal: {
          arn: principal,
          account: principal.split(':')[4] ?? ACCOUNT,
          ...(item.tags === undefined ? {} : { tags: item.tags }),
        },
        action: item.action ?? 's3:GetObject',
        resource: item.resource ?? OBJECT,
        resourceAccount: item.resourceAccount ?? ACCOUNT,
        context: item.context ?? {},
        ...(item.absentKeys === undefined ? {} : { absentKeys: item.absentKeys }),
      };
      expect(decide(request, { identity: [], ...item.policies })).toBe(item.expect);
    });
  });
}

run('actions and resources', [
  { name: 'allows nothing by itself', expect: 'implicit-deny', policies: {} },
  {
    name: 'compares actions without case',
    expect: 'allow',
    policies: { identity: [policy(allow({ Action: 'S3:getobject' }))] },
  },
  {
    name: 'takes a wildcard in the middle of an action',
    expect: 'allow',
    policies: { identity: [policy(allow({ Action: 's3:*Object' }))] },
  },
  {
    name: 'does not take a wildcard for more than it stands for',
    expect: 'implicit-deny',
    policies: { identity: [policy(allow({ Action: 's3:Get?bject?' }))] },
  },
  {
    name: 'spares what a Deny with NotAction names',
    expect: 'allow',
    policies: { identity: [policy(allow(), { Effect: 'Deny', NotAction: 's3:Get*', Resource: '*' })] },
  },
  {
    name: 'denies what a Deny with NotAction does not name',
    expect: 'explicit-deny',
    policies: { identity: [policy(allow(), { Effect: 'Deny', NotAction: 's3:Put*', Resource: '*' })] },
  },
  {
    name: 'denies beyond NotResource',
    expect: 'explicit-deny',
    policies: {
      identity: [policy(allow(), { Effect: 'Deny', Action: '*', NotResource: 'arn:aws:s3:::other/*' })],
    },
  },
  {
    name: 'lets a star at the end of a part go on beyond the colon',
    expect: 'allow',
    policies: { identity: [policy(allow({ Resource: 'arn:aws:s3:*' }))] },
  },
  {
    name: 'keeps a star within its part of the ARN elsewhere',
    expect: 'implicit-deny',
    resource: 'arn:aws:sqs:ap-northeast-1:111122223333:inbox',
    action: 'sqs:SendMessage',
    policies: { identity: [policy(allow({ Action: 'sqs:*', Resource: 'arn:aws:sqs:a*3:inbox' }))] },
  },
  {
    name: 'compares resources letter by letter',
    expect: 'implicit-deny',
    policies: { identity: [policy(allow({ Resource: 'arn:aws:s3:::Ledger/*' }))] },
  },
  {
    name: 'cannot tell what becomes of a statement that AWS does not take',
    expect: 'undetermined',
    policies: { identity: [policy({ Effect: 'allow', Action: '*', Resource: '*' })] },
  },
  {
    name: 'lets anybody ask who they are',
    expect: 'allow',
    action: 'sts:GetCallerIdentity',
    resource: '*',
    policies: { identity: [policy(deny({ Action: '*' }))] },
  },
]);

const MFA = 'aws:MultiFactorAuthPresent';
run('conditions', [
  {
    name: 'Bool does not match a key that is absent',
    expect: 'implicit-deny',
    absentKeys: 'others',
    policies: { identity: [by({ Bool: { [MFA]: 'true' } })] },
  },
  {
    name: 'BoolIfExists matches a key that is absent',
    expect: 'allow',
    absentKeys: 'others',
    policies: { identity: [by({ BoolIfExists: { [MFA]: 'true' } })] },
  },
  {
    name: 'a Deny with Bool false leaves out whoever shows no such key',
    expect: 'allow',
    absentKeys: 'others',
    policies: { identity: [policy(allow(), deny({ Condition: { Bool: { [MFA]: 'false' } } }))] },
  },
  {
    name: 'a Deny with BoolIfExists false takes them in',
    expect: 'explicit-deny',
    absentKeys: 'others',
    policies: { identity: [policy(allow(), deny({ Condition: { BoolIfExists: { [MFA]: false } } }))] },
  },
  {
    name: 'keys compare without case',
    expect: 'allow',
    context: { 'AWS:MULTIFACTORAUTHPRESENT': 'true' },
    policies: { identity: [by({ bool: { [MFA]: 'True' } })] },
  },
  {
    name: 'what is not known of the request is not decided',
    expect: 'undetermined',
    policies: { identity: [by({ Bool: { [MFA]: 'true' } })] },
  },
  {
    name: 'a second Allow makes it of no account',
    expect: 'allow',
    policies: { identity: [by({ Bool: { [MFA]: 'true' } }), policy(allow())] },
  },
  {
    name: 'Null true asks for absence',
    expect: 'allow',
    absentKeys: ['aws:TokenIssueTime'],
    policies: { identity: [by({ Null: { 'aws:TokenIssueTime': 'true' } })] },
  },
  {
    name: 'negated operators match what is absent',
    expect: 'allow',
    absentKeys: 'others',
    policies: { identity: [by({ StringNotEquals: { 'aws:SourceVpc': 'vpc-1' } })] },
  },
  {
    name: 'of the values of a negated operator none may match',
    expect: 'implicit-deny',
    context: { 'aws:SourceVpc': 'vpc-2' },
    policies: { identity: [by({ StringNotEquals: { 'aws:SourceVpc': ['vpc-1', 'vpc-2'] } })] },
  },
  {
    name: 'StringEquals takes a star for a star',
    expect: 'implicit-deny',
    context: { 'aws:SourceVpc': 'vpc-2' },
    policies: { identity: [by({ StringEquals: { 'aws:SourceVpc': 'vpc-*' } })] },
  },
  {
    name: 'ForAllValues matches an empty list',
    expect: 'allow',
    context: { 'aws:TagKeys': [] },
    policies: { identity: [by({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['owner'] } })] },
  },
  {
    name: 'ForAllValues asks for each of the values',
    expect: 'implicit-deny',
    context: { 'aws:TagKeys': ['owner', 'cost'] },
    policies: { identity: [by({ 'ForAllValues:StringEquals': { 'aws:TagKeys': ['owner'] } })] },
  },
  {
    name: 'ForAnyValue asks for one of them',
    expect: 'allow',
    context: { 'aws:TagKeys': ['owner', 'cost'] },
    policies: { identity: [by({ 'ForAnyValue:StringLike': { 'aws:TagKeys': 'co*' } })] },
  },
  {
    name: 'ForAnyValue does not match what is absent, negated or not',
    expect: 'implicit-deny',
    absentKeys: 'others',
    policies: { identity: [by({ 'ForAnyValue:StringNotEquals': { 'aws:TagKeys': 'cost' } })] },
  },
  {
    name: 'ArnLike compares part by part',
    expect: 'implicit-deny',
    context: { 'aws:SourceArn': 'arn:aws:sns:ap-northeast-1:111122223333:alarms' },
    policies: { identity: [by({ ArnLike: { 'aws:SourceArn': 'arn:aws:sns:*:alarms' } })] },
  },
  {
    name: 'StringLike does not',
    expect: 'allow',
    context: { 'aws:SourceArn': 'arn:aws:sns:ap-northeast-1:111122223333:alarms' },
    policies: { identity: [by({ StringLike: { 'aws:SourceArn': 'arn:aws:sns:*:alarms' } })] },
  },
  {
    name: 'numbers compare as such',
    expect: 'allow',
    context: { 's3:max-keys': '9' },
    policies: { identity: [by({ NumericLessThanEquals: { 's3:max-keys': '10' } })] },
  },
  {
    name: 'dates compare as such, in seconds too',
    expect: 'implicit-deny',
    context: { 'aws:CurrentTime': '1795000000' },
    policies: { identity: [by({ DateLessThan: { 'aws:CurrentTime': '2026-11-01T00:00:00Z' } })] },
  },
  {
    name: 'addresses lie in ranges',
    expect: 'explicit-deny',
    context: { 'aws:SourceIp': '203.0.113.9' },
    policies: {
      identity: [
        policy(
          allow(),
          deny({ Condition: { NotIpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '192.0.2.0/24'] } } }),
        ),
      ],
    },
  },
  {
    name: 'an operator that there is not decides nothing',
    expect: 'undetermined',
    context: { 'aws:SourceVpc': 'vpc-1' },
    policies: { identity: [by({ StringMatches: { 'aws:SourceVpc': 'vpc-1' } })] },
  },
]);

run('policy variables', [
  {
    name: 'stand for what the request holds',
    expect: 'allow',
    principal: USER,
    resource: 'arn:aws:s3:::home/mori/a',
    policies: { identity: [policy(allow({ Resource: 'arn:aws:s3:::home/${aws:username}/*' }))] },
  },
  {
    name: 'are plain text in the old version',
    expect: 'implicit-deny',
    principal: USER,
    resource: 'arn:aws:s3:::home/mori/a',
    policies: {
      identity: [
        { Version: '2008-10-17', Statement: allow({ Resource: 'arn:aws:s3:::home/${aws:username}/*' }) },
      ],
    },
  },
  {
    name: 'match nothing where the request has no such value',
    expect: 'implicit-deny',
    tags: {},
    resource: 'arn:aws:s3:::home/tax/a',
    policies: { identity: [policy(allow({ Resource: 'arn:aws:s3:::home/${aws:PrincipalTag/section}/*' }))] },
  },
  {
    name: 'have a default',
    expect: 'allow',
    tags: {},
    resource: 'arn:aws:s3:::home/tax/a',
    policies: {
      identity: [policy(allow({ Resource: "arn:aws:s3:::home/${aws:PrincipalTag/section, 'tax'}/*" }))],
    },
  },
  {
    name: 'bring no wildcards with them',
    expect: 'implicit-deny',
    tags: { section: '*' },
    resource: 'arn:aws:s3:::home/tax/a',
    policies: { identity: [policy(allow({ Resource: 'arn:aws:s3:::home/${aws:PrincipalTag/section}/*' }))] },
  },
  {
    name: 'match by negation where the request has no such value',
    expect: 'allow',
    tags: {},
    context: { 'aws:SourceVpc': 'vpc-1' },
    policies: { identity: [by({ StringNotEquals: { 'aws:SourceVpc': '${aws:PrincipalTag/vpc}' } })] },
  },
]);

const to = (principal: unknown, more: object = {}) =>
  policy(
    allow({
      Principal: typeof principal === 'string' && principal !== '*' ? { AWS: principal } : principal,
      ...more,
    }),
  );
const NARROW = [policy(allow({ Action: 'ec2:*' }))];
run('policies of resources', [
  {
    name: 'are enough in one account where they name the user',
    expect: 'allow',
    principal: USER,
    policies: { resource: to(USER), boundary: NARROW },
  },
  {
    name: 'are limited by a boundary where they name the role',
    expect: 'implicit-deny',
    policies: { resource: to(ROLE), boundary: NARROW },
  },
  {
    name: 'are limited by the policy of a session where they name the role',
    expect: 'implicit-deny',
    principal: SESSION,
    policies: { resource: to(ROLE), session: NARROW },
  },
  {
    name: 'are not limited where they name the session',
    expect: 'allow',
    principal: SESSION,
    policies: { resource: to(SESSION), boundary: NARROW, session: NARROW },
  },
  {
    name: 'are not enough where they name the account',
    expect: 'implicit-deny',
    policies: { resource: to(ACCOUNT) },
  },
  {
    name: 'let nobody in from elsewhere whose own policies do not let them',
    expect: 'implicit-deny',
    principal: `arn:aws:iam::${OTHER}:role/clerk`,
    policies: { resource: to(`arn:aws:iam::${OTHER}:role/clerk`) },
  },
  {
    name: 'let in whoever both allow',
    expect: 'allow',
    principal: `arn:aws:iam::${OTHER}:role/clerk`,
    policies: { identity: [policy(allow())], resource: to(OTHER) },
  },
  {
    name: 'are needed between accounts',
    expect: 'implicit-deny',
    resourceAccount: OTHER,
    policies: { identity: [policy(allow())] },
  },
  {
    name: 'deny all of an account',
    expect: 'explicit-deny',
    policies: {
      identity: [policy(allow())],
      resource: policy(deny({ Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` } })),
    },
  },
  {
    name: 'deny whom NotPrincipal does not name',
    expect: 'explicit-deny',
    policies: { identity: [policy(allow())], resource: policy(deny({ NotPrincipal: { AWS: USER } })) },
  },
  {
    name: 'spare whom NotPrincipal names with its account',
    expect: 'allow',
    principal: USER,
    policies: {
      identity: [policy(allow())],
      resource: policy(deny({ NotPrincipal: { AWS: [USER, `arn:aws:iam::${ACCOUNT}:root`] } })),
    },
  },
  {
    name: 'let a service in that they name',
    expect: 'allow',
    principal: 'logs.amazonaws.com',
    policies: { resource: policy(allow({ Principal: { Service: 'logs.amazonaws.com' } })) },
  },
  {
    name: 'let in nobody unnamed by an account',
    expect: 'implicit-deny',
    principal: '*',
    policies: { resource: to(ACCOUNT) },
  },
  {
    name: 'take no wildcard in the ARN of a principal',
    expect: 'undetermined',
    policies: { resource: to(`arn:aws:iam::${ACCOUNT}:role/*`) },
  },
]);

const KEY = `arn:aws:kms:ap-northeast-1:${ACCOUNT}:key/1234`;
const decrypt = { Action: 'kms:Decrypt' };
run('keys, roles, the root user and the organization', [
  {
    name: 'a key leaves it to IAM where its policy names the account',
    expect: 'allow',
    action: 'kms:Decrypt',
    resource: KEY,
    policies: { identity: [policy(allow(decrypt))], resource: to(ACCOUNT, { Action: 'kms:*' }) },
  },
  {
    name: 'and to nobody else',
    expect: 'implicit-deny',
    action: 'kms:Decrypt',
    resource: KEY,
    policies: { identity: [policy(allow(decrypt))], resource: to(USER, { Action: 'kms:*' }) },
  },
  {
    name: 'a key whose policy is not told decides nothing',
    expect: 'undetermined',
    action: 'kms:Decrypt',
    resource: KEY,
    policies: { identity: [policy(allow(decrypt))] },
  },
  {
    name: 'a trust policy that names a role of the account is enough',
    expect: 'allow',
    action: 'sts:AssumeRole',
    resource: `arn:aws:iam::${ACCOUNT}:role/admin`,
    policies: {
      resource: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { AWS: ROLE }, Action: 'sts:AssumeRole' }],
      },
    },
  },
  {
    name: 'the root user needs no policy',
    expect: 'allow',
    principal: `arn:aws:iam::${ACCOUNT}:root`,
    policies: {},
  },
  {
    name: 'each level of the organization must allow',
    expect: 'implicit-deny',
    policies: { identity: [policy(allow())], serviceControl: [[policy(allow())], []] },
  },
  {
    name: 'one level denies for all',
    expect: 'explicit-deny',
    principal: `arn:aws:iam::${ACCOUNT}:root`,
    policies: { serviceControl: [[policy(allow())], [policy(allow(), deny())]] },
  },
  {
    name: 'control policies do not bind services',
    expect: 'allow',
    principal: 'logs.amazonaws.com',
    policies: {
      resource: policy(allow({ Principal: { Service: 'logs.amazonaws.com' } })),
      serviceControl: [[policy(deny())]],
    },
  },
]);
