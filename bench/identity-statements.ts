// What the templates of identity-policies.ts are made of: rights and trusts, chosen by numbers that only look random.

/** Roles and policies at scale 1; policies are documents, wherever they stand. */
export const ROLES = 500;
export const POLICIES = 1500;
export const ROLES_PER_STACK = 50;
/** Documents per stack beside the trust policies: one for each role, and the rest shared or of resources. */
export const SHARED_PER_STACK = 30;
export const RESOURCE_POLICIES_PER_STACK = 70;

export type Pick = <T>(values: readonly T[]) => T;

/** Numbers that look random and are the same each time (mulberry32). */
export function picker(seed: number): Pick {
  let state = seed;
  return (values) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    const fraction = ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    return values[Math.floor(fraction * values.length)] as (typeof values)[number];
  };
}

export const att = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
export const join = (...parts: unknown[]) => ({ 'Fn::Join': ['', parts] });
export const document = (...statements: object[]) => ({ Version: '2012-10-17', Statement: statements });
export const ACCOUNT = { Ref: 'AWS::AccountId' };
export const ROOT = { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:root' };
const FACTOR = { Bool: { 'aws:MultiFactorAuthPresent': 'true' } };

const SERVICES = ['lambda', 'ecs-tasks', 'codebuild', 'states', 'glue', 'ec2', 'events', 'firehose'];
const ACTIONS = [
  ['s3:GetObject*', 's3:GetBucket*', 's3:List*'],
  ['s3:PutObject', 's3:DeleteObject*', 's3:Abort*'],
  ['dynamodb:*Item', 'dynamodb:Query', 'dynamodb:Scan'],
  ['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'],
  ['kms:Decrypt', 'kms:GenerateDataKey*', 'kms:DescribeKey'],
  ['logs:CreateLogStream', 'logs:PutLogEvents'],
  ['secretsmanager:GetSecretValue', 'secretsmanager:DescribeSecret'],
  ['ssm:GetParameter*', 'ssm:Describe*'],
  ['ec2:Describe*', 'cloudwatch:*Data', 'cloudwatch:List*'],
  ['states:StartExecution', 'lambda:InvokeFunction'],
  ['iam:Get*', 'iam:List*', 'iam:Simulate*'],
  ['rds:Describe*', 'rds-data:*Statement'],
];
const CONDITIONS = [
  {},
  {},
  {},
  { Condition: { StringEquals: { 'aws:RequestedRegion': ['ap-northeast-1', 'ap-northeast-3'] } } },
  { Condition: { StringLike: { 'aws:PrincipalTag/Section': ['juki*', 'zei-?'] } } },
  { Condition: { 'ForAllValues:StringEquals': { 'aws:TagKeys': ['Section', 'Zone'] } } },
  { Condition: { IpAddress: { 'aws:SourceIp': ['10.0.0.0/8', '192.168.0.0/16'] } } },
  { Condition: { StringEqualsIfExists: { 'kms:CallerAccount': ACCOUNT } } },
];

/** What one stack has, and what it may refer to in the others. */
export interface Stack {
  readonly number: number;
  readonly pick: Pick;
}

export const roleId = (index: number) => `Role${index}`;
const imported = (stack: number, index: number) => ({ 'Fn::ImportValue': `stack-${stack}-role-${index}` });
export const resourceId = (index: number) => `Data${index}`;

function resourceOf({ pick, number }: Stack): unknown {
  const own = att(resourceId(pick([...Array(RESOURCE_POLICIES_PER_STACK).keys()])));
  return pick<unknown>([
    own,
    own,
    join(own, '/*'),
    [own, join(own, '/*')],
    { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::system-${number}-*/work/*` },
    `arn:aws:dynamodb:ap-northeast-1:111122223333:table/system-${number}-*`,
    '*',
  ]);
}

const allow = (stack: Stack): object => ({
  Effect: 'Allow',
  Action: stack.pick(ACTIONS),
  Resource: resourceOf(stack),
  ...stack.pick(CONDITIONS),
});

/** Rights of one role: some statements of its work, and of a few the right to become or to pass another one. */
export function statementsOf(stack: Stack): object[] {
  const { pick, number } = stack;
  const some = [...Array(pick([1, 2, 3, 4])).keys()].map(() => allow(stack));
  const other = roleId(pick([...Array(ROLES_PER_STACK).keys()]));
  const more = pick<object[]>([
    [],
    [],
    [],
    [{ Effect: 'Allow', Action: 'sts:AssumeRole', Resource: att(other) }],
    [
      {
        Effect: 'Allow',
        Action: 'iam:PassRole',
        Resource: { 'Fn::Sub': `arn:aws:iam::\${AWS::AccountId}:role/system-${number}-*` },
      },
    ],
    [{ Effect: 'Deny', NotAction: ['s3:*', 'logs:*', 'kms:*', 'dynamodb:*'], Resource: '*' }],
    [
      {
        Effect: 'Deny',
        Action: ['iam:*', 'organizations:*'],
        Resource: '*',
        Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/city-*' } },
      },
    ],
  ]);
  return [...some, ...more];
}

/** Who may become a role: services mostly, staff, vendors, pipelines, and other roles of this stack or another one. */
export function trustOf(
  { pick, number }: Stack,
  index: number,
): { readonly statement: object; readonly vendor: boolean } {
  const assume = (Principal: object, more: object = {}) => ({
    Effect: 'Allow',
    Principal,
    Action: 'sts:AssumeRole',
    ...more,
  });
  const kind = index % 20;
  if (kind < 11) return { statement: assume({ Service: `${pick(SERVICES)}.amazonaws.com` }), vendor: false };
  if (kind < 14)
    return { statement: assume({ AWS: att(roleId(pick([...Array(index).keys()]))) }), vendor: false };
  if (kind === 14 && number > 0) {
    return { statement: assume({ AWS: imported(pick([...Array(number).keys()]), 0) }), vendor: false };
  }
  if (kind < 17) return { statement: assume({ AWS: ROOT }, { Condition: FACTOR }), vendor: false };
  if (kind < 19)
    return {
      statement: assume({ AWS: 'arn:aws:iam::444455556666:root' }, { Condition: FACTOR }),
      vendor: true,
    };
  const github = 'token.actions.githubusercontent.com';
  return {
    statement: {
      Effect: 'Allow',
      Principal: { Federated: { 'Fn::Sub': `arn:aws:iam::\${AWS::AccountId}:oidc-provider/${github}` } },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: {
          [`${github}:aud`]: 'sts.amazonaws.com',
          [`${github}:sub`]: 'repo:city/system:ref:refs/heads/main',
        },
      },
    },
    vendor: false,
  };
}

export function role(stack: Stack, index: number): object {
  const { statement, vendor } = trustOf(stack, index);
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      AssumeRolePolicyDocument: document(statement),
      MaxSessionDuration: 3600,
      ...(index % 3 === 0 && { RoleName: `system-${stack.number}-${index}` }),
      ...(vendor && { PermissionsBoundary: { Ref: 'Boundary' } }),
      Tags: [
        { Key: 'Section', Value: stack.pick(['juki-1', 'zei-1', 'fukushi']) },
        ...(vendor ? [{ Key: 'jichitai:party', Value: 'vendor' }] : []),
      ],
    },
  };
}
