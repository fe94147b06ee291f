import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ADMINISTRATIVE_ACTIONS,
  CREDENTIAL_ACTIONS,
} from '../../../lib/analysis/identity/credential-actions';
import {
  ESCALATING_ACTIONS,
  ESCALATION_PATHS,
  type EscalationPath,
  nameOfPath,
} from '../../../lib/analysis/identity/escalation-paths';
import { VendorCannotChangePrivilegedCredentials } from '../../../lib/rules/identity/VendorCannotChangePrivilegedCredentials';
import { REPOSITORY } from '../../helpers/build';
import { assessInline } from '../../helpers/inline';
import { may, role, vendorMay } from '../../rules/identity/iam';

const DATA = join(REPOSITORY, 'node_modules', '@cloud-copilot', 'iam-data', 'data', 'actions');

const services = new Set(readdirSync(DATA).map((name) => name.replace('.json', '')));

/** An action of a closed service that the reference never listed. */
const UNLISTED = 'codestar:CreateProjectFromTemplate';
const ALL = new Set([...CREDENTIAL_ACTIONS, ...ADMINISTRATIVE_ACTIONS, ...ESCALATING_ACTIONS]);

test.each([...ALL].filter((action) => action !== UNLISTED))('there is an action %s', (action) => {
  const [service, name] = action.split(':') as [string, string];
  expect(services).toContain(service);
  const actions = JSON.parse(readFileSync(join(DATA, `${service}.json`), 'utf8')) as Record<
    string,
    { name: string }
  >;
  expect(Object.values(actions).map((item) => item.name)).toContain(name);
});

const arn = { 'Fn::GetAtt': ['Strong', 'Arn'] };
const by = (service: string) => ({
  Effect: 'Allow',
  Principal: { Service: service },
  Action: 'sts:AssumeRole',
});
/** A role that may change credentials. */
const strong = (trust: unknown) =>
  role(trust, {
    Policies: [
      { PolicyName: 'p', PolicyDocument: { Version: '2012-10-17', Statement: may('iam:CreateAccessKey') } },
    ],
  });
const profile = { Type: 'AWS::IAM::InstanceProfile', Properties: { Roles: [{ Ref: 'Strong' }] } };

/** Something with the role, for each property that holds it. */
function holding(type: string, path: string): Record<string, unknown> {
  const usesProfile = path.includes('IamInstanceProfile') || path === 'JobFlowRole';
  const value = usesProfile
    ? path.endsWith('.Arn')
      ? { 'Fn::GetAtt': ['Profile', 'Arn'] }
      : { Ref: 'Profile' }
    : arn;
  const properties = path.split('.').reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
  return {
    Strong: strong(by(usesProfile ? 'ec2.amazonaws.com' : 'lambda.amazonaws.com')),
    Profile: profile,
    Holder: { Type: type, Properties: properties },
  };
}

/** A pipeline that builds what stands in its source. */
const pipelineFrom = (type: string, ...between: readonly object[]) => ({
  Source: { Type: type, Properties: {} },
  Project: { Type: 'AWS::CodeBuild::Project', Properties: { ServiceRole: arn } },
  Pipeline: {
    Type: 'AWS::CodePipeline::Pipeline',
    Properties: {
      Stages: [
        {
          Name: 'Source',
          Actions: [
            {
              ActionTypeId: { Category: 'Source' },
              Configuration:
                type === 'AWS::S3::Bucket'
                  ? { S3Bucket: { Ref: 'Source' } }
                  : { RepositoryName: { 'Fn::GetAtt': ['Source', 'Name'] } },
            },
          ],
        },
        ...between,
        {
          Name: 'Build',
          Actions: [
            { ActionTypeId: { Category: 'Build' }, Configuration: { ProjectName: { Ref: 'Project' } } },
          ],
        },
      ],
    },
  },
});

function around({ gains }: EscalationPath): Record<string, unknown> {
  switch (gains.kind) {
    case 'passed role':
    case 'role of service':
      return { Strong: strong(by(gains.service)) };
    case 'role of pipeline':
      return { Strong: strong(by('codebuild.amazonaws.com')), ...pipelineFrom(gains.source) };
    case 'role of':
      return holding(gains.holder.type, gains.holder.path);
    case 'role':
      return {
        Strong: strong({
          Effect: 'Allow',
          Principal: { AWS: { 'Fn::GetAtt': ['R', 'Arn'] } },
          Action: 'sts:AssumeRole',
        }),
      };
  }
}

function findings(path: EscalationPath, actions: readonly string[]) {
  const statements = actions.map((action) => may(action, action === 'iam:PassRole' ? { Resource: arn } : {}));
  const { findings: found } = assessInline(
    [VendorCannotChangePrivilegedCredentials],
    [{ Resources: { R: vendorMay(...statements), ...around(path) } }],
  );
  return found.filter(({ verdict }) => verdict === 'violation');
}

const roleOf = (gains: EscalationPath['gains']): string =>
  'service' in gains ? gains.service : JSON.stringify(gains);

/** Whether another path to the same role needs less. */
function isEnough(actions: readonly string[], gains: EscalationPath['gains']): boolean {
  return ESCALATION_PATHS.some(
    (other) =>
      roleOf(other.gains) === roleOf(gains) &&
      other.actions.every((action) => actions.includes(action)) &&
      (other.andOneOf === undefined || other.andOneOf.some((action) => actions.includes(action))),
  );
}

/** Those that write rights or credentials themselves, and need no other id for it. */
const DIRECT = [
  'iam:CreatePolicyVersion',
  'iam:SetDefaultPolicyVersion',
  'iam:CreateAccessKey',
  'iam:CreateLoginProfile',
  'iam:UpdateLoginProfile',
  'iam:AttachUserPolicy',
  'iam:AttachGroupPolicy',
  'iam:AttachRolePolicy',
  'iam:PutUserPolicy',
  'iam:PutGroupPolicy',
  'iam:PutRolePolicy',
  'iam:AddUserToGroup',
  'iam:UpdateAssumeRolePolicy',
  'iam:PutRolePermissionsBoundary',
  'iam:DeleteRolePermissionsBoundary',
  'iam:PutUserPermissionsBoundary',
  'iam:DeleteUserPermissionsBoundary',
  'iam:DeleteRolePolicy',
  'iam:DetachRolePolicy',
  'iam:DeactivateMFADevice',
  'iam:ResyncMFADevice',
  'iam:CreateServiceSpecificCredential',
  'iam:ResetServiceSpecificCredential',
  'iam:CreateSAMLProvider',
  'iam:UpdateSAMLProvider',
  'iam:CreateOpenIDConnectProvider',
  'sts:AssumeRoot',
  'sso:CreateAccountAssignment',
  'sso:PutInlinePolicyToPermissionSet',
  'sso:AttachManagedPolicyToPermissionSet',
  'identitystore:CreateGroupMembership',
  'cognito-idp:AdminSetUserPassword',
  'ds:ResetUserPassword',
  'secretsmanager:PutSecretValue',
  'rds:ModifyDBCluster',
  'eks:CreateAccessEntry',
  'eks:AssociateAccessPolicy',
  'codestar:CreateProjectFromTemplate',
  'codestar:AssociateTeamMember',
];

test.each(DIRECT)('%s changes rights or credentials itself', (action) => {
  const { findings: found } = assessInline(
    [VendorCannotChangePrivilegedCredentials],
    [{ Resources: { R: vendorMay(may(action)) } }],
  );
  expect(found.map(({ verdict }) => verdict)).toEqual(['violation']);
  expect(found[0]?.message.en).toContain(action);
});

const named = ESCALATION_PATHS.map((path) => {
  const over = path.gains.kind === 'role of' ? ` (${path.gains.holder.type}, ${path.gains.holder.path})` : '';
  return [`${nameOfPath(path)}${over}`, path] as const;
});

test('a pipeline that somebody approves is no way', () => {
  const approval = { Name: 'Approve', Actions: [{ ActionTypeId: { Category: 'Approval' } }] };
  const { findings: found } = assessInline(
    [VendorCannotChangePrivilegedCredentials],
    [
      {
        Resources: {
          R: vendorMay(may('codecommit:GitPush')),
          Strong: strong(by('codebuild.amazonaws.com')),
          ...pipelineFrom('AWS::CodeCommit::Repository', approval),
        },
      },
    ],
  );
  expect(found).toEqual([]);
});

test('each path has a name of its own', () => {
  expect(new Set(named.map(([name]) => name)).size).toBe(named.length);
});

describe.each(named)('%s', (_name, path) => {
  const { actions, andOneOf, gains } = path;
  const ends = andOneOf ?? [undefined];
  const whole = (end: string | undefined) => [...actions, ...(end === undefined ? [] : [end])];

  test.each(ends)('leads to the rights of another role (%s)', (end) => {
    const found = findings(path, whole(end));
    expect(found).toHaveLength(1);
    // A role that the vendor can become is told itself.
    const subject = gains.kind === 'role' ? 'Strong' : 'R';
    expect(found[0]?.resource.logicalId).toBe(subject);
    if (gains.kind !== 'role') {
      expect(found[0]?.message.en).toContain(nameOfPath(path));
      expect(found[0]?.message.en).toContain('as Strong');
      expect(found[0]?.message.en).toContain('iam:CreateAccessKey');
    }
  });

  if (gains.kind === 'role') return;
  test.each(actions)('does not without %s', (missing) => {
    const rest = whole(ends[0]).filter((action) => action !== missing);
    expect(findings(path, rest)).toHaveLength(isEnough(rest, gains) ? 1 : 0);
  });
  if (andOneOf === undefined) return;
  test('does not without its end', () => {
    expect(findings(path, actions)).toEqual([]);
  });
});
