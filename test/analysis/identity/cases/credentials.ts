import { deny, document, inline, permit, vendor, vendorRole } from '../../../accuracy/iam-pieces';
import type { AccuracyCase } from '../../../accuracy/support';
import { casesOf, namedRole } from './pieces';

// 7.2(1)③(エ): nothing that a vendor can become changes privileged ids and passwords. What is allowed and not denied
// counts, wherever it is written; reading and listing change nothing.

export const credentials = casesOf('7.2(1)③(エ)', 'Operator');
const may = (...statements: object[]) => vendor({ Operator: inline(...statements) });
const IAM_USER = 'arn:aws:iam::*:user/*';
export const withPolicies = (more: object, ...statements: object[]) =>
  vendorRole({ Policies: [{ PolicyName: 'work', PolicyDocument: document(...statements) }], ...more });
export const exceptFor = (condition: object) => deny('iam:*', { Condition: condition });

export const CREDENTIAL_CASES: readonly AccuracyCase[] = [
  // Wildcards on both sides take in CreateAccessKey.
  credentials('violation', 'a wildcard on both sides of AccessKey', may(permit('iam:*AccessKey*', IAM_USER))),
  // Nothing that begins with Get or List and has AccessKey changes one.
  credentials(
    'compliant',
    'wildcards that read access keys only',
    may(permit(['iam:Get*AccessKey*', 'iam:List*AccessKeys'], IAM_USER)),
  ),
  credentials(
    'violation',
    'a question mark in place of a letter',
    may(permit('iam:?pdateLoginProfile', IAM_USER)),
  ),
  credentials(
    'violation',
    'a wildcard in the middle of an action on trust',
    may(permit('iam:Update*Policy', 'arn:aws:iam::*:role/*')),
  ),
  // iam:Generate*, iam:Simulate*: reports and simulations.
  credentials(
    'compliant',
    'reports and simulations of IAM',
    may(permit(['iam:Generate*', 'iam:Simulate*', 'iam:Get*'])),
  ),
  // All but EC2 and logs is denied, whatever is allowed.
  credentials(
    'compliant',
    'everything, with a Deny of all but two services',
    may(permit('*'), { Effect: 'Deny', NotAction: ['ec2:Describe*', 'logs:*'], Resource: '*' }),
  ),
  credentials(
    'violation',
    'everything, with a Deny of all but IAM and EC2',
    may(permit('*'), { Effect: 'Deny', NotAction: ['ec2:*', 'iam:*'], Resource: '*' }),
  ),
  // The master password of Redshift is none of those services'.
  credentials(
    'violation',
    'all but a list of services: passwords of Redshift are left',
    may({
      Effect: 'Allow',
      NotAction: [
        'iam:*',
        'sts:*',
        'secretsmanager:*',
        'rds:*',
        'cognito-idp:*',
        'lambda:*',
        'ssm:*',
        'cloudformation:*',
      ],
      Resource: '*',
    }),
  ),
  credentials(
    'violation',
    'the Deny is for some users only',
    may(permit('iam:UpdateLoginProfile', IAM_USER), {
      Effect: 'Deny',
      Action: 'iam:UpdateLoginProfile',
      Resource: 'arn:aws:iam::*:user/vendor/*',
    }),
  ),
  // No user has an ARN like these: the statements give nothing.
  credentials(
    'compliant',
    'access keys on a resource that is no user',
    may(permit('iam:CreateAccessKey', 'arn:aws:s3:::juki/*')),
  ),
  credentials(
    'compliant',
    'log-in profiles on roles, which have none',
    may(permit('iam:*LoginProfile', 'arn:aws:iam::*:role/*')),
  ),
  credentials(
    'violation',
    'all users but one',
    may({ Effect: 'Allow', Action: 'iam:CreateAccessKey', NotResource: 'arn:aws:iam::*:user/root-kanri' }),
  ),
  // Secrets: reading is not writing.
  credentials(
    'violation',
    'secret values, with wildcards in the ARN',
    may(permit('secretsmanager:Put*Value', 'arn:aws:secretsmanager:*:*:secret:*/admin-??????')),
  ),
  credentials(
    'compliant',
    'secrets are described and read',
    may(permit(['secretsmanager:Describe*', 'secretsmanager:GetSecretValue'])),
  ),
  credentials(
    'violation',
    'passwords of a user pool, by a wildcard in the middle',
    may(permit('cognito-idp:Admin*Password', '*')),
  ),
  credentials(
    'compliant',
    'users of a pool are looked at',
    may(permit(['cognito-idp:AdminGetUser', 'cognito-idp:AdminList*', 'cognito-idp:ListUsers'])),
  ),
  credentials('violation', 'passwords in a directory', may(permit('ds:Reset*'))),
  credentials('violation', 'assignments in Identity Center', may(permit(['sso:*AccountAssignment']))),
  credentials(
    'compliant',
    'assignments in Identity Center are listed',
    may(permit(['sso:List*', 'sso:Describe*'])),
  ),
  // What the role is tagged with, is what the condition sees; nobody may tag its sessions.
  credentials(
    'compliant',
    'a right for those tagged otherwise',
    vendor({
      Operator: withPolicies(
        { Tags: [{ Key: 'Duty', Value: 'watch' }] },
        permit('iam:*', '*', { Condition: { StringEquals: { 'aws:PrincipalTag/Duty': 'admin' } } }),
      ),
    }),
  ),
  credentials(
    'violation',
    'a right for those tagged as this role is, in other letters of the key',
    vendor({
      Operator: withPolicies(
        { Tags: [{ Key: 'Duty', Value: 'admin' }] },
        permit('iam:*', '*', { Condition: { StringLike: { 'AWS:principaltag/duty': 'adm*' } } }),
      ),
    }),
  ),
  credentials(
    'compliant',
    'denied unless tagged otherwise than this role is',
    vendor({
      Operator: withPolicies(
        { Tags: [{ Key: 'Duty', Value: 'watch' }] },
        permit('iam:*'),
        exceptFor({ StringNotEquals: { 'aws:PrincipalTag/Duty': 'admin' } }),
      ),
    }),
  ),
  // The Deny is for all whose ARN is not like the city's roles: the vendor's is not.
  credentials(
    'compliant',
    'denied to all but roles of the city by name',
    vendor({
      Operator: namedRole('vendor-ops', {
        Policies: [
          {
            PolicyName: 'p',
            PolicyDocument: document(
              permit('iam:*'),
              exceptFor({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/city-*' } }),
            ),
          },
        ],
      }),
    }),
  ),
  credentials(
    'violation',
    'the vendor’s role has a name like those of the city',
    vendor({
      Operator: namedRole('city-vendor', {
        Policies: [
          {
            PolicyName: 'p',
            PolicyDocument: document(
              permit('iam:*'),
              exceptFor({ ArnNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/city-*' } }),
            ),
          },
        ],
      }),
    }),
  ),
  // No tags come with the making of a key, and ForAnyValue of none is false.
  credentials(
    'violation',
    'a Deny with ForAnyValue on tags that the request never has',
    may(
      permit('iam:CreateAccessKey'),
      deny('iam:CreateAccessKey', {
        Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': ['Section'] } },
      }),
    ),
  ),
  // TLS is always there: denied without it only.
  credentials(
    'violation',
    'denied without TLS',
    may(permit('iam:*'), exceptFor({ Bool: { 'aws:SecureTransport': 'false' } })),
  ),
];
