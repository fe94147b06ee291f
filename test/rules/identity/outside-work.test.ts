import { GithubOidcTrustNamesRepository } from '../../../lib/rules/identity/GithubOidcTrustNamesRepository';
import { OutsideRoleHasBoundary } from '../../../lib/rules/identity/OutsideRoleHasBoundary';
import { PrivilegedDelegateIsAppointed } from '../../../lib/rules/identity/PrivilegedDelegateIsAppointed';
import { RemoteCommandIsLimited } from '../../../lib/rules/identity/RemoteCommandIsLimited';
import { ruleCases } from '../../helpers/rule-cases';
import { ENV, either, make, NO_VALUE, ref } from '../network/pieces';

const HOST = 'token.actions.githubusercontent.com';
const AUD = { [`${HOST}:aud`]: 'sts.amazonaws.com' };
const sub = (...subjects: unknown[]) => ({ [`${HOST}:sub`]: subjects });
const role = (
  Condition: unknown,
  host = HOST,
  provider: unknown = `arn:aws:iam::111122223333:oidc-provider/${host}`,
) =>
  make('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        {
          Effect: 'Allow',
          Principal: { Federated: provider },
          Action: 'sts:AssumeRoleWithWebIdentity',
          ...(Condition === undefined ? {} : { Condition }),
        },
      ],
    },
  });
const named = (...subjects: unknown[]) => role({ StringEquals: AUD, StringLike: sub(...subjects) });

ruleCases(GithubOidcTrustNamesRepository, [
  {
    name: 'accepts a repository, and whatever runs in it',
    expect: 'compliant',
    example: true,
    resources: { Role: named('repo:miyazaki-city/reservation:*') },
  },
  {
    name: 'accepts one environment of a repository',
    expect: 'compliant',
    resources: {
      Role: role({ StringEquals: { ...AUD, ...sub('repo:miyazaki-city/reservation:environment:prod') } }),
    },
  },
  {
    name: 'refuses a trust without a subject',
    expect: 'violation',
    example: true,
    resources: { Role: role({ StringEquals: AUD }) },
  },
  { name: 'refuses a trust without conditions', expect: 'violation', resources: { Role: role(undefined) } },
  {
    name: 'refuses a trust without an audience',
    expect: 'violation',
    resources: { Role: role({ StringLike: sub('repo:miyazaki-city/reservation:*') }) },
  },
  { name: 'refuses every organization', expect: 'violation', resources: { Role: named('repo:*') } },
  {
    name: 'refuses organizations by a beginning',
    expect: 'violation',
    resources: { Role: named('repo:miyazaki*/app:*') },
  },
  {
    name: 'refuses every repository of an organization',
    expect: 'violation',
    resources: { Role: named('repo:miyazaki-city/*') },
  },
  {
    name: 'refuses one wide subject among others',
    expect: 'violation',
    resources: { Role: named('repo:miyazaki-city/reservation:*', '*') },
  },
  {
    name: 'refuses a condition that need not be met',
    expect: 'violation',
    resources: {
      Role: role({ StringEquals: AUD, 'ForAllValues:StringLike': sub('repo:miyazaki-city/reservation:*') }),
    },
  },
  {
    name: 'takes a subject with a wildcard letter by letter where it is compared so',
    expect: 'compliant',
    resources: { Role: role({ StringEquals: { ...AUD, ...sub('repo:*') } }) },
  },
  {
    name: 'knows the provider by reference',
    expect: 'violation',
    subject: 'Role',
    resources: {
      Provider: make('AWS::IAM::OIDCProvider', {
        Url: `https://${HOST}`,
        ClientIdList: ['sts.amazonaws.com'],
      }),
      Role: role(undefined, HOST, ref('Provider')),
    },
  },
  {
    name: 'asks the same of GitLab',
    expect: 'violation',
    resources: { Role: role({ StringEquals: { 'gitlab.com:aud': 'https://gitlab.com' } }, 'gitlab.com') },
  },
  {
    name: 'accepts a project of GitLab',
    expect: 'compliant',
    resources: {
      Role: role(
        {
          StringEquals: { 'gitlab.com:aud': 'https://gitlab.com' },
          StringLike: { 'gitlab.com:sub': 'project_path:miyazaki/app:ref_type:branch:*' },
        },
        'gitlab.com',
      ),
    },
  },
  {
    name: 'accepts a workspace of an organization in Terraform Cloud',
    expect: 'compliant',
    resources: {
      Role: role(
        {
          StringEquals: { 'app.terraform.io:aud': 'aws.workload.identity' },
          StringLike: {
            'app.terraform.io:sub': 'organization:miyazaki:project:app:workspace:prod:run_phase:*',
          },
        },
        'app.terraform.io',
      ),
    },
  },
  {
    name: 'asks nothing of a service',
    expect: 'compliant',
    resources: {
      Role: make('AWS::IAM::Role', {
        AssumeRolePolicyDocument: {
          Statement: [
            { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
          ],
        },
      }),
    },
  },
  {
    name: 'does not know a repository that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Repository: { Type: 'String', Default: 'miyazaki-city/reservation' } },
      Resources: { Role: named({ 'Fn::Sub': 'repo:${Repository}:*' }) },
    },
  },
  {
    name: 'names the condition under which everybody gets in',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: { Role: named(either('Production', 'repo:miyazaki-city/app:*', 'repo:*')) },
    },
  },
]);

const outside = (party: string | undefined, more: Record<string, unknown> = {}) =>
  make('AWS::IAM::Role', {
    AssumeRolePolicyDocument: {
      Statement: [
        { Effect: 'Allow', Principal: { AWS: 'arn:aws:iam::444455556666:user/a' }, Action: 'sts:AssumeRole' },
      ],
    },
    ...(party === undefined ? {} : { Tags: [{ Key: 'jichitai:party', Value: party }] }),
    ...more,
  });

ruleCases(OutsideRoleHasBoundary, [
  {
    name: 'accepts a vendor’s role with a boundary',
    expect: 'compliant',
    example: true,
    resources: { Role: outside('vendor', { PermissionsBoundary: 'arn:aws:iam::111122223333:policy/most' }) },
  },
  {
    name: 'warns of an operator’s role without one',
    expect: 'violation',
    example: true,
    resources: { Role: outside('operator') },
  },
  {
    name: 'asks nothing of the city’s own',
    expect: 'compliant',
    resources: { Role: outside('municipality') },
  },
  {
    name: 'asks nothing where no party is declared',
    expect: 'compliant',
    resources: { Role: outside(undefined) },
  },
  {
    name: 'does not know a party that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Party: { Type: 'String' } },
      Resources: {
        Role: {
          ...outside(undefined),
          Properties: {
            ...outside(undefined).Properties,
            Tags: [{ Key: 'jichitai:party', Value: ref('Party') }],
          },
        },
      },
    },
  },
  {
    name: 'names the condition under which there is none',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: {
        Role: outside('vendor', {
          PermissionsBoundary: either('Production', 'arn:aws:iam::111122223333:policy/most', NO_VALUE),
        }),
      },
    },
  },
]);

const policy = (Action: unknown, Resource: unknown, more: Record<string, unknown> = {}) =>
  make('AWS::IAM::Policy', {
    PolicyName: 'p',
    Roles: ['operators'],
    PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource, ...more }] },
  });

ruleCases(RemoteCommandIsLimited, [
  {
    name: 'accepts commands on one machine',
    expect: 'compliant',
    example: true,
    resources: {
      Policy: policy('ssm:SendCommand', [
        'arn:aws:ec2:ap-northeast-1:111122223333:instance/i-0123',
        'arn:aws:ssm:ap-northeast-1::document/AWS-RunPatchBaseline',
      ]),
    },
  },
  {
    name: 'refuses commands on everything',
    expect: 'violation',
    example: true,
    resources: { Policy: policy('ssm:SendCommand', '*') },
  },
  { name: 'reads wildcards', expect: 'violation', resources: { Policy: policy(['ssm:Start*'], '*') } },
  { name: 'reads containers', expect: 'violation', resources: { Policy: policy('ecs:ExecuteCommand', '*') } },
  {
    name: 'accepts a limit by condition',
    expect: 'compliant',
    resources: {
      Policy: policy('ssm:StartSession', '*', {
        Condition: { StringEquals: { 'ssm:resourceTag/system': 'yoyaku' } },
      }),
    },
  },
  {
    name: 'asks nothing of reading',
    expect: 'compliant',
    resources: { Policy: policy('ssm:GetParameter', '*') },
  },
  {
    name: 'leaves a right to everything to the rules on administrators',
    expect: 'compliant',
    resources: { Policy: policy('*', '*') },
  },
  {
    name: 'accepts a denial',
    expect: 'compliant',
    resources: { Policy: policy('ssm:SendCommand', '*', { Effect: 'Deny' }) },
  },
  {
    name: 'does not know a resource that is a parameter',
    expect: 'undetermined',
    template: {
      Parameters: { Arn: { Type: 'String' } },
      Resources: { Policy: policy('ssm:SendCommand', ref('Arn')) },
    },
  },
  {
    name: 'names the condition under which it is wide',
    expect: 'violation',
    message: /when Env is "test"/,
    template: {
      ...ENV,
      Resources: {
        Policy: policy('ssm:StartSession', either('Production', 'arn:aws:ec2:::instance/i-1', '*')),
      },
    },
  },
]);

const administrator = (more: Record<string, unknown> = {}) =>
  outside(undefined, { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'], ...more });

ruleCases(
  PrivilegedDelegateIsAppointed,
  [
    {
      name: 'asks to see who appointed an administrator whom people can become',
      expect: 'evidence',
      resources: { Role: administrator() },
    },
    {
      name: 'accepts one whom the profile names',
      expect: 'compliant',
      profile: { allowedAdministrators: ['Role'] },
      example: true,
      resources: { Role: administrator() },
    },
    {
      name: 'asks nothing of a role that only reads',
      expect: 'compliant',
      resources: { Role: outside(undefined) },
    },
    {
      name: 'asks nothing of a role that only a service becomes',
      expect: 'compliant',
      resources: {
        Role: administrator({
          AssumeRolePolicyDocument: {
            Statement: [
              { Effect: 'Allow', Principal: { Service: 'lambda.amazonaws.com' }, Action: 'sts:AssumeRole' },
            ],
          },
        }),
      },
    },
    {
      name: 'asks to see it for a permission set',
      expect: 'evidence',
      resources: {
        Set: make('AWS::SSO::PermissionSet', {
          ManagedPolicies: ['arn:aws:iam::aws:policy/AdministratorAccess'],
        }),
      },
    },
  ],
  {
    violation: 'an appointment is written outside of the templates',
    undetermined: 'where rights cannot be told, the rules on rights say so',
  },
);
