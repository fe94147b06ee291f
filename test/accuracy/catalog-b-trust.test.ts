import { accuracyCases, NO_VALUE, ref, res, sub, when } from './support';

const GITHUB = 'token.actions.githubusercontent.com';
const github = (condition: object) =>
  res('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: sub(`arn:aws:iam::\${AWS::AccountId}:oidc-provider/${GITHUB}`) },
          Action: 'sts:AssumeRoleWithWebIdentity',
          Condition: condition,
        },
      ],
    },
  });
const AUD = { [`${GITHUB}:aud`]: 'sts.amazonaws.com' };
const like = (subject: unknown) => ({
  StringEquals: AUD,
  StringLike: { [`${GITHUB}:sub`]: subject },
});

const delegate = (statement: object, beside: object = {}) =>
  res('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Version: '2012-10-17',
      Statement: [
        { Effect: 'Allow', Principal: { Service: 'codebuild.amazonaws.com' }, Action: 'sts:AssumeRole' },
      ],
    },
    Policies: [
      {
        PolicyName: 'delegate',
        PolicyDocument: { Version: '2012-10-17', Statement: [{ Effect: 'Allow', ...statement }] },
      },
    ],
    ...beside,
  });
const MAKES_ROLES = {
  Action: ['iam:CreateRole', 'iam:PutRolePolicy', 'iam:AttachRolePolicy'],
  Resource: sub('arn:aws:iam::${AWS::AccountId}:role/*'),
};
const BOUNDARY = 'arn:aws:iam::111122223333:policy/city-boundary';

accuracyCases('catalog b: roles for GitHub', [
  {
    name: 'the audience alone is that of all repositories of the world',
    clause: '7.2(1)①',
    expect: 'violation',
    on: 'Role',
    resources: { Role: github({ StringEquals: AUD }) },
  },
  {
    name: 'one branch of one repository',
    clause: '7.2(1)①',
    expect: 'compliant',
    on: 'Role',
    resources: {
      Role: github({
        StringEquals: { ...AUD, [`${GITHUB}:sub`]: 'repo:miyazaki-city/juki:ref:refs/heads/main' },
      }),
    },
  },
  {
    name: 'any repository of anybody',
    clause: '7.2(1)①',
    expect: 'violation',
    on: 'Role',
    resources: { Role: github(like('repo:*')) },
  },
  {
    name: 'one repository in a list whose other member is everything',
    clause: '7.2(1)①',
    expect: 'violation',
    on: 'Role',
    resources: { Role: github(like(['repo:miyazaki-city/juki:*', '*'])) },
  },
  {
    name: 'the star follows the name of the organization without a slash, so anybody registers one that fits',
    clause: '7.2(1)①',
    expect: 'violation',
    on: 'Role',
    resources: { Role: github(like('repo:miyazaki-city*')) },
  },
  {
    name: 'one repository, whatever the branch',
    clause: '7.2(1)①',
    expect: 'compliant',
    on: 'Role',
    resources: { Role: github(like('repo:miyazaki-city/juki:*')) },
  },
  {
    name: 'the subject is a parameter',
    clause: '7.2(1)①',
    expect: 'undetermined',
    on: 'Role',
    template: {
      Parameters: { Subject: { Type: 'String', Default: 'repo:miyazaki-city/juki:*' } },
      Resources: { Role: github(like(ref('Subject'))) },
    },
  },
  {
    name: 'a star taken as such by StringEquals lets nobody in',
    clause: '7.2(1)①',
    expect: 'compliant',
    on: 'Role',
    resources: { Role: github({ StringEquals: { ...AUD, [`${GITHUB}:sub`]: 'repo:*' } }) },
  },
]);

accuracyCases('catalog b: boundaries of delegated privileges', [
  {
    name: 'makes roles with any rights',
    clause: '7.2(1)③(イ)',
    expect: 'violation',
    on: 'Role',
    resources: { Role: delegate(MAKES_ROLES) },
  },
  {
    name: 'makes roles only within the boundary of the city',
    clause: '7.2(1)③(イ)',
    expect: 'compliant',
    on: 'Role',
    resources: {
      Role: delegate({
        ...MAKES_ROLES,
        Condition: { StringEquals: { 'iam:PermissionsBoundary': BOUNDARY } },
      }),
    },
  },
  {
    name: 'has no privileges and needs no boundary',
    clause: '7.2(1)③(イ)',
    expect: 'compliant',
    on: 'Role',
    resources: { Role: delegate({ Action: 's3:GetObject', Resource: 'arn:aws:s3:::juki-forms/*' }) },
  },
  {
    name: 'the boundary of those roles may be everything',
    clause: '7.2(1)③(イ)',
    expect: 'violation',
    on: 'Role',
    resources: {
      Role: delegate({
        ...MAKES_ROLES,
        Condition: {
          StringEquals: { 'iam:PermissionsBoundary': 'arn:aws:iam::aws:policy/AdministratorAccess' },
        },
      }),
    },
  },
  {
    name: 'the condition of a boundary can be left out by a choice',
    clause: '7.2(1)③(イ)',
    expect: 'violation',
    on: 'Role',
    template: {
      Parameters: { Bounded: { Type: 'String', AllowedValues: ['true', 'false'] } },
      Conditions: { IsBounded: { 'Fn::Equals': [ref('Bounded'), 'true'] } },
      Resources: {
        Role: delegate({
          ...MAKES_ROLES,
          Condition: when('IsBounded', { StringEquals: { 'iam:PermissionsBoundary': BOUNDARY } }, NO_VALUE),
        }),
      },
    },
  },
  {
    name: 'which actions are delegated is decided at deployment',
    clause: '7.2(1)③(イ)',
    expect: 'undetermined',
    on: 'Role',
    template: {
      Parameters: { Actions: { Type: 'CommaDelimitedList' } },
      Resources: { Role: delegate({ Action: ref('Actions'), Resource: '*' }) },
    },
  },
]);
