import { arnOf } from '../../../lib/analysis/arn-pattern';
import { type Ask, permissionsOf } from '../../../lib/analysis/identity/permissions';
import { MIYAZAKI } from '../../../lib/policy/profile';
import { deploymentOf } from '../../helpers/inline';
import { may, mayNot, role } from '../../rules/identity/iam';

interface Case {
  readonly name: string;
  readonly expect: 'yes' | 'no' | 'open';
  readonly statements: readonly unknown[];
  /** Of the role, besides its policy. */
  readonly properties?: Record<string, unknown>;
  readonly others?: Record<string, unknown>;
  readonly parameters?: Record<string, unknown>;
  readonly ask: Omit<Ask, 'target'>;
  /** Logical id of the resource that is asked about. */
  readonly target?: string;
  readonly control?: readonly (readonly object[])[];
}

const trust = { Effect: 'Allow', Principal: { Service: 'ec2.amazonaws.com' }, Action: 'sts:AssumeRole' };
const named = (RoleName: string, more: Record<string, unknown> = {}) => role(trust, { RoleName, ...more });
const pass: Case['ask'] = { action: 'iam:PassRole' };
const put: Case['ask'] = { action: 's3:PutObject' };
const arn = (id: string) => ({ 'Fn::GetAtt': [id, 'Arn'] });
const document = (...statements: readonly unknown[]) => ({ Version: '2012-10-17', Statement: statements });

const cases: readonly Case[] = [
  {
    name: 'finds a target by reference',
    expect: 'yes',
    statements: [may('iam:PassRole', { Resource: arn('Admin') })],
    others: { Admin: role(trust) },
    ask: pass,
    target: 'Admin',
  },
  {
    name: 'does not take one role for another',
    expect: 'no',
    statements: [may('iam:PassRole', { Resource: arn('Clerk') })],
    others: { Admin: role(trust), Clerk: role(trust) },
    ask: pass,
    target: 'Admin',
  },
  {
    name: 'finds a target by the name in an ARN put together from pieces, with its path',
    expect: 'yes',
    statements: [
      may('iam:PassRole', {
        Resource: { 'Fn::Sub': 'arn:${AWS::Partition}:iam::${AWS::AccountId}:role/ops/adm*' },
      }),
    ],
    others: { Admin: named('admin', { Path: '/ops/' }) },
    ask: pass,
    target: 'Admin',
  },
  {
    name: 'knows that a path is part of the ARN',
    expect: 'no',
    statements: [may('iam:PassRole', { Resource: 'arn:aws:iam::111122223333:role/admin' })],
    others: { Admin: named('admin', { Path: '/ops/' }) },
    ask: pass,
    target: 'Admin',
  },
  {
    name: 'leaves open what a parameter decides',
    expect: 'open',
    statements: [
      may('iam:PassRole', { Resource: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/app-${Name}' } }),
    ],
    others: { Admin: named('app-admin') },
    parameters: { Name: { Type: 'String' } },
    ask: pass,
    target: 'Admin',
  },
  {
    name: 'tells what a parameter cannot change',
    expect: 'no',
    statements: [
      may('iam:PassRole', { Resource: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/app-${Name}' } }),
    ],
    others: { Admin: named('admin') },
    parameters: { Name: { Type: 'String' } },
    ask: pass,
    target: 'Admin',
  },
  {
    name: 'takes back what a Deny denies of one target',
    expect: 'no',
    statements: [may('iam:*'), mayNot('iam:PassRole', { Resource: arn('Admin') })],
    others: { Admin: role(trust) },
    ask: pass,
    target: 'Admin',
  },
  {
    name: 'but not of others',
    expect: 'yes',
    statements: [may('iam:*'), mayNot('iam:PassRole', { Resource: arn('Admin') })],
    others: { Admin: role(trust), Clerk: role(trust) },
    ask: pass,
    target: 'Clerk',
  },
  {
    name: 'spares what NotResource names',
    expect: 'no',
    statements: [{ Effect: 'Allow', Action: 'iam:PassRole', NotResource: arn('Admin') }],
    others: { Admin: role(trust) },
    ask: pass,
    target: 'Admin',
  },
  {
    name: 'asks what is known of the request',
    expect: 'no',
    statements: [
      may('iam:PassRole', { Condition: { StringEquals: { 'iam:PassedToService': 'lambda.amazonaws.com' } } }),
    ],
    ask: { ...pass, known: { 'iam:passedtoservice': { kind: 'values', values: ['ec2.amazonaws.com'] } } },
  },
  {
    name: 'with patterns, too',
    expect: 'yes',
    statements: [
      may('iam:PassRole', { Condition: { StringLike: { 'iam:PassedToService': '*.amazonaws.com' } } }),
    ],
    ask: { ...pass, known: { 'iam:passedtoservice': { kind: 'values', values: ['ec2.amazonaws.com'] } } },
  },
  {
    name: 'leaves out a Deny that spares the role by its ARN',
    expect: 'yes',
    statements: [
      may('s3:PutObject'),
      mayNot('s3:*', { Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/writer' } } }),
    ],
    properties: { RoleName: 'writer' },
    ask: put,
  },
  {
    name: 'counts a Deny that spares others by their ARN',
    expect: 'no',
    statements: [
      may('s3:PutObject'),
      mayNot('s3:*', { Condition: { ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/writer' } } }),
    ],
    properties: { RoleName: 'reader' },
    ask: put,
  },
  {
    name: 'leaves open whom a tag of a session makes somebody else',
    expect: 'open',
    statements: [
      may('s3:PutObject'),
      mayNot('s3:*', { Condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'tax' } } }),
    ],
    ask: put,
  },
  {
    name: 'knows the tags of the role',
    expect: 'no',
    statements: [
      may('s3:PutObject'),
      mayNot('s3:*', { Condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'tax' } } }),
    ],
    properties: { Tags: [{ Key: 'team', Value: 'roads' }] },
    ask: put,
  },
  {
    name: 'does not count a Deny that lasts for some requests only',
    expect: 'yes',
    statements: [
      may('s3:PutObject'),
      mayNot('s3:*', { Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
    ],
    ask: put,
  },
  {
    name: 'counts it where the request is such a one',
    expect: 'no',
    statements: [
      may('s3:PutObject'),
      mayNot('s3:*', { Condition: { BoolIfExists: { 'aws:MultiFactorAuthPresent': 'false' } } }),
    ],
    ask: { ...put, known: { 'aws:multifactorauthpresent': { kind: 'absent' } } },
  },
  {
    name: 'keeps within the boundary, of which a target may be part',
    expect: 'no',
    statements: [may('iam:PassRole')],
    properties: { PermissionsBoundary: { Ref: 'Boundary' } },
    others: {
      Admin: named('admin'),
      Boundary: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: {
          PolicyDocument: document(may('iam:PassRole', { Resource: 'arn:aws:iam::*:role/app/*' })),
        },
      },
    },
    ask: pass,
    target: 'Admin',
  },
  {
    name: 'keeps within the service control policies that the profile names',
    expect: 'no',
    statements: [may('*')],
    ask: pass,
    control: [[document(may('*'))], [document(may('*'), mayNot('iam:*'))]],
  },
  {
    name: 'each level of which must allow',
    expect: 'no',
    statements: [may('*')],
    ask: pass,
    control: [[document(may('*'))], [document(may(['s3:*', 'ec2:*']))]],
  },
  {
    name: 'and may spare a role',
    expect: 'yes',
    statements: [may('*')],
    properties: { RoleName: 'keeper' },
    ask: pass,
    control: [
      [
        document(
          may('*'),
          mayNot('iam:*', {
            Condition: { StringNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/keep*' } },
          }),
        ),
      ],
    ],
  },
];

test.each(cases.map((item) => [item.name, item] as const))('%s', (_name, item) => {
  const deployment = deploymentOf({
    Parameters: item.parameters ?? {},
    Resources: {
      R: role(trust, {
        Policies: [{ PolicyName: 'p', PolicyDocument: document(...item.statements) }],
        ...item.properties,
      }),
      ...item.others,
    },
  });
  const find = (id: string) => deployment.resources.find(({ logicalId }) => logicalId === id)!;
  const facts =
    item.control === undefined
      ? MIYAZAKI.facts
      : { ...MIYAZAKI.facts, serviceControlPolicies: item.control as never };
  const target = item.target === undefined ? {} : { target: arnOf(find(item.target)) };
  const claim = permissionsOf(find('R'), facts).may({ ...item.ask, ...target });
  const found = claim.holds.isAlways ? 'yes' : claim.breaks.isAlways ? 'no' : 'open';
  expect(found).toBe(item.expect);
});
