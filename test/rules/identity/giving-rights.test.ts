import { DelegatedRoleCreationKeepsBoundary } from '../../../lib/rules/identity/DelegatedRoleCreationKeepsBoundary';
import { ruleCases } from '../../helpers/rule-cases';
import { ADMINISTRATOR_ACCESS, allow, may, mayNot, role } from './iam';

const BUILD = allow({ Service: 'codebuild.amazonaws.com' });
const BOUNDARY = 'arn:aws:iam::111122223333:policy/city-boundary';
const bounded = (operator = 'StringEquals', value: unknown = BOUNDARY) => ({
  Condition: { [operator]: { 'iam:PermissionsBoundary': value } },
});
const GIVES = ['iam:CreateRole', 'iam:AttachRolePolicy', 'iam:PutRolePolicy'];
const does = (statements: readonly unknown[], more: Record<string, unknown> = {}) => ({
  Role: role(BUILD, {
    Policies: [{ PolicyName: 'work', PolicyDocument: { Version: '2012-10-17', Statement: statements } }],
    ...more,
  }),
});
const ANY_ROLE = { Resource: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:role/*' } };

ruleCases(DelegatedRoleCreationKeepsBoundary, [
  {
    name: 'refuses to attach any policy to any role',
    expect: 'violation',
    example: true,
    property: 'Policies[0].PolicyDocument.Statement[0]',
    resources: does([may(GIVES, ANY_ROLE)]),
  },
  {
    name: 'accepts it within a boundary',
    expect: 'compliant',
    example: true,
    resources: does([may(GIVES, { ...ANY_ROLE, ...bounded() })]),
  },
  { name: 'refuses all of IAM', expect: 'violation', resources: does([may('iam:*')]) },
  {
    name: 'refuses users as well',
    expect: 'violation',
    resources: does([may('iam:PutUserPolicy', { Resource: 'arn:aws:iam::111122223333:user/*' })]),
  },
  { name: 'leaves what makes an administrator to others', expect: 'compliant', resources: does([may('*')]) },
  {
    name: 'accepts the roles of one system',
    expect: 'compliant',
    resources: does([may(GIVES, { Resource: 'arn:aws:iam::111122223333:role/juki-*' })]),
  },
  {
    name: 'refuses a boundary that is everything',
    expect: 'violation',
    resources: does([may(GIVES, bounded('StringEquals', ADMINISTRATOR_ACCESS))]),
  },
  {
    name: 'refuses any boundary',
    expect: 'violation',
    resources: does([may(GIVES, bounded('ArnLike', 'arn:aws:iam::*:policy/*'))]),
  },
  {
    name: 'refuses a boundary that need not be there',
    expect: 'violation',
    resources: does([may(GIVES, bounded('StringEqualsIfExists'))]),
  },
  {
    name: 'accepts some policies only',
    expect: 'compliant',
    resources: does([
      may('iam:AttachRolePolicy', { Condition: { ArnEquals: { 'iam:PolicyARN': BOUNDARY } } }),
    ]),
  },
  {
    name: 'refuses one of some policies that makes an administrator',
    expect: 'violation',
    resources: does([
      may('iam:AttachRolePolicy', {
        Condition: { ArnEquals: { 'iam:PolicyARN': [BOUNDARY, ADMINISTRATOR_ACCESS] } },
      }),
    ]),
  },
  {
    name: 'accepts a Deny of what is outside of the boundary',
    expect: 'compliant',
    resources: does([may('iam:*'), mayNot(GIVES.concat('iam:*UserPolicy'), bounded('StringNotEquals'))]),
  },
  {
    name: 'refuses a Deny that forgets an action',
    expect: 'violation',
    resources: does([may('iam:*'), mayNot('iam:AttachRolePolicy', bounded('StringNotEquals'))]),
  },
  {
    name: 'accepts the boundary of the role itself that leaves no such right',
    expect: 'compliant',
    subject: 'Role',
    resources: {
      Limit: {
        Type: 'AWS::IAM::ManagedPolicy',
        Properties: { PolicyDocument: { Version: '2012-10-17', Statement: [may('s3:*')] } },
      },
      ...does([may(GIVES)], { PermissionsBoundary: { Ref: 'Limit' } }),
    },
  },
  {
    name: 'reads policies that stand by themselves',
    expect: 'violation',
    subject: 'Role',
    resources: {
      Role: role(BUILD),
      Policy: {
        Type: 'AWS::IAM::Policy',
        Properties: {
          PolicyName: 'p',
          Roles: [{ Ref: 'Role' }],
          PolicyDocument: { Version: '2012-10-17', Statement: [may(GIVES)] },
        },
      },
    },
  },
  {
    name: 'accepts an administrator whom the profile names',
    expect: 'compliant',
    profile: { allowedAdministrators: ['Role'] },
    resources: does([may(GIVES)]),
  },
  {
    name: 'cannot tell which actions a parameter names',
    expect: 'undetermined',
    template: {
      Parameters: { Actions: { Type: 'CommaDelimitedList' } },
      Resources: does([may({ Ref: 'Actions' })]),
    },
  },
  {
    name: 'cannot tell a boundary that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Limit: { Type: 'String' } },
      Resources: does([may(GIVES, bounded('StringEquals', { Ref: 'Limit' }))]),
    },
  },
  {
    name: 'names the choice under which there is no boundary',
    expect: 'violation',
    message: /when Bounded is "no"/,
    template: {
      Parameters: { Bounded: { Type: 'String', AllowedValues: ['yes', 'no'] } },
      Conditions: { Is: { 'Fn::Equals': [{ Ref: 'Bounded' }, 'yes'] } },
      Resources: does([
        may(GIVES, { Condition: { 'Fn::If': ['Is', bounded().Condition, { Ref: 'AWS::NoValue' }] } }),
      ]),
    },
  },
]);
