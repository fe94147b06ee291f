import { deny, document, inline, permit, serviceTrust, tagged, vendorRole } from '../../accuracy/iam-pieces';
import { type AccuracyCase, att, judge, ref, res } from '../../accuracy/support';
import { ESCALATION_PATHS, type EscalationPath } from './cases/escalation';
import { ENVIRONMENT } from './cases/pieces';
import { describeCore } from './core';

// 7.2(1)③(エ): a vendor's role that reaches a stronger one reaches the privileged credentials. For each published path a
// template in which the vendor's role has the actions that are needed, and no more, and templates that lack one thing.

const ROOT = {
  Statement: [
    {
      Effect: 'Allow',
      Principal: { AWS: { 'Fn::Sub': 'arn:aws:iam::${AWS::AccountId}:root' } },
      Action: 'sts:AssumeRole',
    },
  ],
};
const POOL = 'cognito-identity.amazonaws.com';
const USERS = {
  Statement: [
    {
      Effect: 'Allow',
      Principal: { Federated: POOL },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: { StringEquals: { [`${POOL}:aud`]: ref('Pool') } },
    },
  ],
};
const trustOf = (service: string) => ({ account: ROOT, [POOL]: USERS })[service] ?? serviceTrust(service);
const roleOf = (service: string, more: object) =>
  res('AWS::IAM::Role', { AssumeRolePolicyDocument: trustOf(service), ...more });
const STRONG = { ManagedPolicyArns: ['arn:aws:iam::aws:policy/AdministratorAccess'] };
const WEAK = {
  Policies: [
    { PolicyName: 'read', PolicyDocument: document(permit('s3:GetObject', 'arn:aws:s3:::juki-open/*')) },
  ],
};

/** The vendor's role in a template of the city, beside the city's administrator. */
const city = (operator: object, resources: object, more: object = {}): object => {
  const { Type, Properties } = operator as { readonly Type: string; readonly Properties: object };
  return {
    ...more,
    Metadata: { Jichitai: { Party: 'municipality' } },
    Resources: {
      Operator: { Type, Properties: { ...Properties, ...tagged('party', 'vendor') } },
      ...resources,
    },
  };
};
const verdict = (template: object) =>
  judge({ name: '', clause: '7.2(1)③(エ)', on: 'Operator', expect: 'violation', template } as AccuracyCase);

interface Setting {
  readonly actions?: readonly string[];
  readonly strong?: object;
  readonly trusted?: string;
  /** Which roles may be passed. @default - any of the account */
  readonly passed?: unknown;
}
const setting = (
  path: EscalationPath,
  {
    actions = path.name.split(' + '),
    strong = STRONG,
    trusted = path.service ?? 'ec2.amazonaws.com',
    passed = '*',
  }: Setting,
) =>
  city(
    inline(
      permit(actions.filter((action) => action !== 'iam:PassRole')),
      ...(actions.includes('iam:PassRole') ? [permit('iam:PassRole', passed)] : []),
    ),
    { Admin: roleOf(trusted, strong), ...path.carrier?.('Admin') },
  );
/** A right to pass any role is one to pass those that are in no template, too. */
const THE_ROLE = att('Admin', 'Arn');

const rows = ESCALATION_PATHS.map((path) => [path.name, path] as const);
const throughRole = rows.filter(([, { service }]) => service !== undefined);
const passing = throughRole.filter(([name]) => name.startsWith('iam:PassRole + '));

describeCore('published ways to more privileges', () => {
  test('are at least 40, each named once', () => {
    expect(new Set(rows.map(([name]) => name)).size).toBe(rows.length);
    expect(rows.length).toBeGreaterThanOrEqual(40);
  });

  test.each(rows)('%s', (_name, path) => {
    expect(verdict(setting(path, {})).verdict).toBe('violation');
  });

  test.each(rows)('%s: without an action that it needs', (_name, path) => {
    expect(verdict(setting(path, { actions: path.near })).verdict).toBe('compliant');
  });

  // What the role can do is no more than to read open files.
  test.each(throughRole)('%s: there is no stronger role', (_name, path) => {
    expect(verdict(setting(path, { strong: WEAK, passed: THE_ROLE })).verdict).toBe('compliant');
  });

  // The service cannot become the stronger role, so it is of no use to pass it.
  test.each(passing)('%s: the stronger role trusts another service', (_name, path) => {
    expect(verdict(setting(path, { trusted: 'firehose.amazonaws.com', passed: THE_ROLE })).verdict).toBe(
      'compliant',
    );
  });
});

const CREATE = ['lambda:CreateFunction', 'lambda:InvokeFunction'];
const passTo = (service: string) => ({ Condition: { StringEquals: { 'iam:PassedToService': service } } });
const admin = (more: object = {}) => roleOf('lambda.amazonaws.com', { ...STRONG, ...more });
const run = (role: string) =>
  res('AWS::Lambda::Function', {
    Role: att(role, 'Arn'),
    Handler: 'i.h',
    Runtime: 'nodejs22.x',
    Code: { ZipFile: '' },
  });
/** A function whose role may start servers with the administrator's rights. */
const STEP = roleOf('lambda.amazonaws.com', {
  Policies: [
    {
      PolicyName: 'p',
      PolicyDocument: document(permit('ec2:RunInstances'), permit('iam:PassRole', att('Admin', 'Arn'))),
    },
  ],
});
const SERVERS = {
  Admin: roleOf('ec2.amazonaws.com', STRONG),
  Profile: res('AWS::IAM::InstanceProfile', { Roles: [ref('Admin')] }),
};

describeCore('what lies on the way', () => {
  test.each<[expected: string, name: string, template: object]>([
    [
      'compliant',
      'the role may be passed to another service than it trusts',
      city(inline(permit(CREATE), permit('iam:PassRole', '*', passTo('ecs-tasks.amazonaws.com'))), {
        Admin: admin(),
      }),
    ],
    [
      'violation',
      'the role may be passed to the service that it trusts',
      city(inline(permit(CREATE), permit('iam:PassRole', '*', passTo('lambda.amazonaws.com'))), {
        Admin: admin(),
      }),
    ],
    [
      'compliant',
      'other roles may be passed only',
      city(inline(permit(CREATE), permit('iam:PassRole', 'arn:aws:iam::*:role/app-*')), {
        Admin: admin({ RoleName: 'kanri-admin' }),
      }),
    ],
    [
      'violation',
      'roles may be passed whose names are like the administrator’s',
      city(inline(permit(CREATE), permit('iam:PassRole', 'arn:aws:iam::*:role/*-admin')), {
        Admin: admin({ RoleName: 'kanri-admin' }),
      }),
    ],
    [
      'compliant',
      'passing the administrator’s role is denied',
      city(
        inline(permit([...CREATE, 'iam:PassRole']), { ...deny('iam:Pass*'), Resource: att('Admin', 'Arn') }),
        { Admin: admin() },
      ),
    ],
    [
      'compliant',
      'a boundary without functions',
      city(
        vendorRole({
          PermissionsBoundary: ref('Most'),
          Policies: [{ PolicyName: 'p', PolicyDocument: document(permit([...CREATE, 'iam:PassRole'])) }],
        }),
        {
          Admin: admin(),
          Most: res('AWS::IAM::ManagedPolicy', {
            PolicyDocument: document(permit(['iam:PassRole', 's3:*'])),
          }),
        },
      ),
    ],
    [
      'violation',
      'the code of one function, which has the administrator’s role',
      city(inline(permit('lambda:UpdateFunctionCode', att('F', 'Arn'))), { Admin: admin(), F: run('Admin') }),
    ],
    [
      'compliant',
      'the code of another function than the administrator’s',
      city(inline(permit('lambda:UpdateFunctionCode', att('G', 'Arn'))), {
        Admin: admin(),
        F: run('Admin'),
        Reader: roleOf('lambda.amazonaws.com', WEAK),
        G: run('Reader'),
      }),
    ],
    // Code of F, as which servers start, as which everything can be done.
    [
      'violation',
      'two steps: a function whose role starts servers',
      city(inline(permit('lambda:UpdateFunctionCode')), { ...SERVERS, Step: STEP, F: run('Step') }),
    ],
    [
      'compliant',
      'two steps, and the second leads to a reader',
      city(inline(permit('lambda:UpdateFunctionCode')), {
        ...SERVERS,
        Admin: roleOf('ec2.amazonaws.com', WEAK),
        Step: STEP,
        F: run('Step'),
      }),
    ],
    // Everything but credentials: the role is stronger, and changes none.
    [
      'compliant',
      'a stronger role that changes no credentials',
      city(inline(permit(CREATE), permit('iam:PassRole', att('Admin', 'Arn'))), {
        Admin: roleOf('lambda.amazonaws.com', {
          Policies: [{ PolicyName: 'p', PolicyDocument: document(permit(['s3:*', 'dynamodb:*'])) }],
        }),
      }),
    ],
    [
      'violation',
      'the stronger role is there in development only',
      city(
        inline(permit([...CREATE, 'iam:PassRole'])),
        { Admin: { ...admin(), Condition: 'Development' } },
        { ...ENVIRONMENT, Conditions: { Development: { 'Fn::Equals': [ref('Env'), 'dev'] } } },
      ),
    ],
    [
      'violation',
      'actions with wildcards in the middle',
      city(inline(permit(['lambda:Create*', 'lambda:Inv*Function', 'iam:Pass?ole'])), { Admin: admin() }),
    ],
  ])('%s: %s', (expected, _name, template) => {
    const { verdict: found, findings } = verdict(template);
    expect(
      [found, ...findings.map(({ message }) => message.en)].slice(0, found === expected ? 1 : undefined),
    ).toEqual([expected]);
  });
});
