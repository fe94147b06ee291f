import { allow, document, managed, permit, role } from '../../../accuracy/iam-pieces';
import { type AccuracyCase, ref, res } from '../../../accuracy/support';
import { attached, casesOf } from './pieces';

// 7.2(1)③(ア): few administrators. 7.2(1)③(オ): default names of administrators are changed. 7.2(6): privileged sessions
// are short. What makes an administrator is what somebody can do in the end, not what a policy is called.

const few = casesOf('7.2(1)③(ア)', 'X');
const people = allow(
  { AWS: 'arn:aws:iam::111122223333:root' },
  { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
);
const may = (statements: object[], more: object = {}) =>
  role([people], { Policies: [{ PolicyName: 'p', PolicyDocument: document(...statements) }], ...more });
const denyAllBut = (NotAction: unknown) => ({ Effect: 'Deny', NotAction, Resource: '*' });
const city = (Resources: object, more: object = {}) => ({
  Metadata: { Jichitai: { Party: 'municipality' } },
  ...more,
  Resources,
});

export const ADMINISTRATOR_CASES: readonly AccuracyCase[] = [
  few(
    'violation',
    'the ARN of AdministratorAccess by Sub and a mapping',
    city(
      {
        X: role([people], {
          ManagedPolicyArns: [
            {
              'Fn::Sub': [
                'arn:${AWS::Partition}:iam::aws:policy/${Name}',
                { Name: { 'Fn::FindInMap': ['Duty', 'ops', 'Policy'] } },
              ],
            },
          ],
        }),
      },
      { Mappings: { Duty: { ops: { Policy: 'AdministratorAccess' } } } },
    ),
  ),
  // Within the boundary only objects are read.
  few(
    'compliant',
    'AdministratorAccess within a boundary of reading',
    city({
      X: role([people], { ...managed('AdministratorAccess'), PermissionsBoundary: ref('Most') }),
      Most: attached([permit(['s3:Get*', 's3:List*'])], {}),
    }),
  ),
  few(
    'compliant',
    'AdministratorAccess with a Deny of all but reading objects',
    city({ X: may([denyAllBut(['s3:Get*', 's3:List*'])], managed('AdministratorAccess')) }),
  ),
  few(
    'violation',
    'AdministratorAccess with a Deny of all but IAM',
    city({ X: may([denyAllBut('iam:*')], managed('AdministratorAccess')) }),
  ),
  // Organizations is not all there is.
  few(
    'violation',
    'everything but one service',
    city({ X: may([{ Effect: 'Allow', NotAction: 'organizations:*', Resource: '*' }]) }),
  ),
  // A second factor or a region makes no fewer administrators.
  few(
    'violation',
    'everything, under a condition on the region',
    city({
      X: may([
        permit('*', '*', { Condition: { StringEquals: { 'aws:RequestedRegion': 'ap-northeast-1' } } }),
      ]),
    }),
  ),
  few(
    'compliant',
    'everything on one bucket',
    city({ X: may([permit('*', ['arn:aws:s3:::juki', 'arn:aws:s3:::juki/*'])]) }),
  ),
  few(
    'violation',
    'a group of administrators',
    city({ X: res('AWS::IAM::Group', managed('AdministratorAccess')) }),
  ),
  few(
    'compliant',
    'a group of administrators that the profile names',
    city({ X: res('AWS::IAM::Group', { GroupName: 'kanrisha', ...managed('AdministratorAccess') }) }),
    { profile: { allowedAdministrators: ['kanrisha'] } },
  ),
  few('compliant', 'ViewOnlyAccess', city({ X: role([people], managed('job-function/ViewOnlyAccess')) })),
  few(
    'undetermined',
    'which policy is a parameter',
    city(
      { X: role([people], { ManagedPolicyArns: [ref('Policy')] }) },
      { Parameters: { Policy: { Type: 'String' } } },
    ),
  ),
];

const named = casesOf('7.2(1)③(オ)', 'X');
const cluster = (MasterUsername: unknown) =>
  res('AWS::RDS::DBCluster', { Engine: 'aurora-postgresql', MasterUsername });
const fromSecret = (secret: unknown) => ({
  'Fn::Join': ['', ['{{resolve:secretsmanager:', secret, ':SecretString:username}}']],
});
const login = (username: string) =>
  res('AWS::SecretsManager::Secret', {
    GenerateSecretString: {
      SecretStringTemplate: { 'Fn::Sub': [`{"username":"${username}"}`, { Part: 'min' }] },
      GenerateStringKey: 'password',
    },
  });

export const NAME_CASES: readonly AccuracyCase[] = [
  named('violation', 'a default name put together from parts', {
    Resources: { X: cluster({ 'Fn::Join': ['', ['post', 'gres']] }) },
  }),
  named('compliant', 'a name that begins like a default one', {
    Resources: { X: cluster({ 'Fn::Join': ['_', ['postgres', 'juki', 'kanri']] }) },
  }),
  named('violation', 'a default name in a secret’s template, with Sub', {
    Resources: { Login: login('ad${Part}'), X: cluster(fromSecret(ref('Login'))) },
  }),
  named('violation', 'a default name that another template exports', [
    {
      Resources: { T: res('AWS::SNS::Topic', {}) },
      Outputs: { U: { Value: 'Root', Export: { Name: 'user' } } },
    },
    { Resources: { X: cluster({ 'Fn::ImportValue': 'user' }) } },
  ]),
  named('compliant', 'a name of its own that another template exports', [
    {
      Resources: { T: res('AWS::SNS::Topic', {}) },
      Outputs: { U: { Value: 'juki_kanri', Export: { Name: 'user' } } },
    },
    { Resources: { X: cluster({ 'Fn::ImportValue': 'user' }) } },
  ]),
  named('undetermined', 'a name that only Parameter Store knows', {
    Resources: { X: cluster('{{resolve:ssm:/juki/db/user:1}}') },
  }),
];

const session = casesOf('7.2(6)', 'X');
const LONG = { MaxSessionDuration: 43200 };
const set = (SessionDuration: string) =>
  res('AWS::SSO::PermissionSet', {
    InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
    Name: 'Ops',
    SessionDuration,
    ManagedPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
  });
const preferences = (maxSessionDuration: string) =>
  res('AWS::SSM::Document', {
    Name: 'SSM-SessionManagerRunShell',
    DocumentType: 'Session',
    Content: {
      schemaVersion: '1.0',
      sessionType: 'Standard_Stream',
      inputs: { maxSessionDuration, idleSessionTimeout: '10' },
    },
  });

export const SESSION_CASES: readonly AccuracyCase[] = [
  // Only reading is left: no privileges, so no limit.
  session(
    'compliant',
    'long, administrator by name, but all but reading is denied',
    city({ X: may([denyAllBut(['s3:Get*'])], { ...managed('AdministratorAccess'), ...LONG }) }),
  ),
  session(
    'compliant',
    'long, administrator within a boundary of ReadOnlyAccess',
    city({
      X: role([people], {
        ...managed('AdministratorAccess'),
        ...LONG,
        PermissionsBoundary: 'arn:aws:iam::aws:policy/ReadOnlyAccess',
      }),
    }),
  ),
  session(
    'violation',
    'long, may attach policies to all roles',
    city({ X: may([permit('iam:*Policy*')], LONG) }),
  ),
  session('compliant', 'long, reads objects', city({ X: may([permit('s3:Get*')], LONG) })),
  session('violation', 'long, its rights come from another template', [
    city({ X: role([people], LONG) }, { Outputs: { Name: { Value: ref('X'), Export: { Name: 'x' } } } }),
    city({ P: attached([permit('*')], { Roles: [{ 'Fn::ImportValue': 'x' }] }) }),
  ]),
  session(
    'violation',
    'the length by mapping, long in one environment',
    city(
      {
        X: role([people], {
          ...managed('AdministratorAccess'),
          MaxSessionDuration: { 'Fn::FindInMap': ['Length', ref('Env'), 'Seconds'] },
        }),
      },
      {
        Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'dev'] } },
        Mappings: { Length: { prod: { Seconds: 3600 }, dev: { Seconds: 7200 } } },
      },
    ),
  ),
  session(
    'compliant',
    'the length by mapping, an hour in each',
    city(
      {
        X: role([people], {
          ...managed('AdministratorAccess'),
          MaxSessionDuration: { 'Fn::FindInMap': ['Length', ref('Env'), 'Seconds'] },
        }),
      },
      {
        Parameters: { Env: { Type: 'String', AllowedValues: ['prod', 'dev'] } },
        Mappings: { Length: { prod: { Seconds: '3600' }, dev: { Seconds: 3600 } } },
      },
    ),
  ),
  session('violation', 'a permission set of an hour and a minute', city({ X: set('PT1H1M') })),
  session('compliant', 'a permission set of 3,600 seconds', city({ X: set('PT3600S') })),
  session(
    'undetermined',
    'the length of a permission set is a parameter',
    city(
      { X: { ...set(''), Properties: { ...set('').Properties, SessionDuration: ref('Length') } } },
      { Parameters: { Length: { Type: 'String', Default: 'PT1H' } } },
    ),
  ),
  session('violation', 'shells of 61 minutes', city({ X: preferences('61') })),
  session('compliant', 'shells of an hour', city({ X: preferences('60') })),
];
