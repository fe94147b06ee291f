import { ADMINISTRATOR, allow, fromVendor, LONG, MFA, of, role, tagged, vendor } from './iam-pieces';
import { type AccuracyCase, accuracyCases, att, NO_VALUE, ref, res, sub, when } from './support';

// Log-in of users, length of privileged sessions, development apart from production.

const pool = (mode?: unknown) =>
  res(
    'AWS::Cognito::UserPool',
    mode === undefined ? {} : { MfaConfiguration: mode, EnabledMfas: ['SOFTWARE_TOKEN_MFA'] },
  );
const login = (
  name: string,
  expect: AccuracyCase['expect'],
  template: AccuracyCase['template'],
  more: Partial<AccuracyCase> = {},
): AccuracyCase => ({ name, clause: '4(1)②(ア)', on: 'Staff', expect, template: template ?? {}, ...more });

accuracyCases('log-in of users', [
  login('required', 'compliant', { Resources: { Staff: pool('ON') } }),
  login('left to the user', 'violation', { Resources: { Staff: pool('OPTIONAL') } }),
  login('absent means off', 'violation', { Resources: { Staff: pool() } }),
  login(
    // Residents are free to choose; that none of the staff log in here (5.4④) is for somebody to show.
    'optional for the residents of the Internet zone: nothing blocks, whose pool it is has to be shown',
    'evidence',
    { Resources: { Staff: pool('OPTIONAL') } },
    { zone: 'internet' },
  ),
  login('required in production only', 'violation', {
    Parameters: { Env: { Type: 'String' } },
    Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
    Resources: { Staff: pool(when('Prod', 'ON', 'OPTIONAL')) },
  }),
  login('a free parameter', 'undetermined', {
    Parameters: { Mfa: { Type: 'String', Default: 'ON' } },
    Resources: { Staff: pool(ref('Mfa')) },
  }),
  login('a parameter that allows OPTIONAL', 'violation', {
    Parameters: { Mfa: { Type: 'String', Default: 'ON', AllowedValues: ['ON', 'OPTIONAL'] } },
    Resources: { Staff: pool(ref('Mfa')) },
  }),
  login('the pool’s own tag puts it into the my-number zone', 'violation', {
    Metadata: { Jichitai: { Zone: 'internet' } },
    Resources: {
      Staff: res('AWS::Cognito::UserPool', {
        MfaConfiguration: 'OFF',
        UserPoolTags: { 'jichitai:zone': 'my-number' },
      }),
    },
  }),
]);

const session = (
  name: string,
  expect: AccuracyCase['expect'],
  template: AccuracyCase['template'],
  on: string = 'Operator',
): AccuracyCase => ({ name, clause: '7.2(6)', on, expect, template: template ?? {} });

accuracyCases('length of privileged sessions', [
  session(
    'twelve hours for a vendor',
    'violation',
    vendor({ Operator: role(fromVendor(MFA), { MaxSessionDuration: 43200 }) }),
  ),
  session(
    'an hour as a string',
    'compliant',
    vendor({ Operator: role(fromVendor(MFA), { MaxSessionDuration: '3600' }) }),
  ),
  session('absent means an hour', 'compliant', vendor({ Operator: role(fromVendor(MFA)) })),
  session(
    'an administrator of the municipality, four hours',
    'violation',
    of(
      { Party: 'municipality' },
      {
        Operator: role([allow({ AWS: ref('AWS::AccountId') }, MFA)], {
          ...LONG,
          ManagedPolicyArns: [ADMINISTRATOR],
        }),
      },
    ),
  ),
  session(
    'a job of a service with no privileges may run long',
    'compliant',
    of(
      { Party: 'municipality' },
      {
        Operator: role([allow({ Service: 'codebuild.amazonaws.com' })], LONG),
      },
    ),
  ),
  session(
    'readers of the municipality are not privileged',
    'compliant',
    of(
      { Party: 'municipality' },
      {
        Operator: role([allow({ AWS: ref('AWS::AccountId') }, MFA)], {
          ...LONG,
          ManagedPolicyArns: ['arn:aws:iam::aws:policy/job-function/ViewOnlyAccess'],
        }),
      },
    ),
  ),
  session(
    'a free parameter with a good default',
    'undetermined',
    vendor(
      { Operator: role(fromVendor(MFA), { MaxSessionDuration: ref('Seconds') }) },
      { Parameters: { Seconds: { Type: 'Number', Default: 3600 } } },
    ),
  ),
  session(
    'a parameter bounded above by the limit',
    'compliant',
    vendor(
      { Operator: role(fromVendor(MFA), { MaxSessionDuration: ref('Seconds') }) },
      { Parameters: { Seconds: { Type: 'Number', Default: 3600, MinValue: 3600, MaxValue: 3600 } } },
    ),
  ),
  session(
    'long outside of production',
    'violation',
    vendor(
      { Operator: role(fromVendor(MFA), { MaxSessionDuration: when('Prod', NO_VALUE, 28800) }) },
      {
        Parameters: { Env: { Type: 'String' } },
        Conditions: { Prod: { 'Fn::Equals': [ref('Env'), 'prod'] } },
      },
    ),
  ),
  session(
    'a permission set of eight hours',
    'violation',
    vendor({
      Set: res('AWS::SSO::PermissionSet', {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
        Name: 'Ops',
        SessionDuration: 'PT8H',
      }),
    }),
    'Set',
  ),
  session(
    'a permission set of sixty minutes',
    'compliant',
    vendor({
      Set: res('AWS::SSO::PermissionSet', {
        InstanceArn: 'arn:aws:sso:::instance/ssoins-1',
        Name: 'Ops',
        SessionDuration: 'PT60M',
      }),
    }),
    'Set',
  ),
  session(
    'rights that make an administrator come by a policy of its own',
    'violation',
    of(
      { Party: 'municipality' },
      {
        Operator: role([allow({ AWS: ref('AWS::AccountId') }, MFA)], LONG),
        Rights: res('AWS::IAM::ManagedPolicy', {
          Roles: [ref('Operator')],
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action: 'iam:*', Resource: '*' }] },
        }),
      },
    ),
  ),
]);

const apart = (
  name: string,
  expect: AccuracyCase['expect'],
  templates: NonNullable<AccuracyCase['templates']>,
  on: AccuracyCase['on'] = 'Live',
): AccuracyCase => ({ name, clause: '7.3(3)①(ア)', on, expect, templates });
const production = { Environment: 'production', Zone: 'my-number' };
const development = { Environment: 'development', Zone: 'my-number' };
const DEVELOPER_TEMPLATE = of(
  development,
  { Developer: role([allow({ Service: 'codebuild.amazonaws.com' })]) },
  { Outputs: { Arn: { Value: att('Developer', 'Arn'), Export: { Name: 'dev-role' } } } },
);
const imported = { 'Fn::ImportValue': 'dev-role' };

accuracyCases('development apart from production', [
  apart('a production role trusts a role of development by import', 'violation', [
    DEVELOPER_TEMPLATE,
    of(production, { Live: role([allow({ AWS: imported })]) }),
  ]),
  apart('a production role trusts a role of production', 'compliant', [
    of(production, {
      Deploy: role([allow({ Service: 'codebuild.amazonaws.com' })]),
      Live: role([allow({ AWS: att('Deploy', 'Arn') })]),
    }),
  ]),
  apart('the same two roles in one template, told apart by tags', 'violation', [
    of(production, {
      Deploy: role([allow({ Service: 'codebuild.amazonaws.com' })], tagged('environment', 'development')),
      Live: role([allow({ AWS: [att('Deploy', 'Arn')] })]),
    }),
  ]),
  apart('development may trust development', 'compliant', [
    DEVELOPER_TEMPLATE,
    of(development, { Live: role([allow({ AWS: imported })]) }),
  ]),
  apart('the role of development is denied, not trusted', 'compliant', [
    DEVELOPER_TEMPLATE,
    of(production, {
      Live: role([allow({ Service: 'ec2.amazonaws.com' }), { ...allow({ AWS: imported }), Effect: 'Deny' }]),
    }),
  ]),
  apart('whether development is trusted is for a parameter to say', 'undetermined', [
    of(
      production,
      { Live: role([allow({ AWS: ref('Trusted') })]) },
      { Parameters: { Trusted: { Type: 'String' } } },
    ),
  ]),
  apart(
    'a bucket of production opens to a role of development',
    'violation',
    [
      DEVELOPER_TEMPLATE,
      of(production, {
        Store: res('AWS::S3::Bucket'),
        Live: res('AWS::S3::BucketPolicy', {
          Bucket: ref('Store'),
          PolicyDocument: {
            Statement: [
              {
                Effect: 'Allow',
                Principal: { AWS: imported },
                Action: 's3:GetObject',
                Resource: sub('${Store.Arn}/*'),
              },
            ],
          },
        }),
      }),
    ],
    ['Live', 'Store'],
  ),
  apart('a key of production may be used by a role of development', 'violation', [
    DEVELOPER_TEMPLATE,
    of(production, {
      Live: res('AWS::KMS::Key', {
        KeyPolicy: {
          Statement: [
            {
              Effect: 'Allow',
              Principal: { AWS: sub('arn:aws:iam::${AWS::AccountId}:root') },
              Action: 'kms:*',
              Resource: '*',
            },
            { Effect: 'Allow', Principal: { AWS: imported }, Action: 'kms:Decrypt', Resource: '*' },
          ],
        },
      }),
    }),
  ]),
]);
