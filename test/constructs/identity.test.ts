import { CfnParameter, type Stack } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  DeploymentRole,
  DeploymentSource,
  OperatorRole,
  PasswordPolicy,
  PrivilegedRole,
  StaffUserPool,
  VendorAdministratorRole,
} from '../../constructs';
import { failureOf, guardedFindings, type Statement, statementsOf, templateOf } from './support';

const OPERATE = () =>
  new iam.PolicyStatement({
    actions: ['ecs:UpdateService'],
    resources: ['arn:aws:ecs:ap-northeast-1:111122223333:service/*'],
  });
const VENDOR = 'arn:aws:iam::444455556666:user/maintenance';

describe('VendorAdministratorRole', () => {
  const template = templateOf(
    (stack) =>
      new VendorAdministratorRole(stack, 'Vendor', {
        vendorAccountIds: ['777788889999'],
        vendorPrincipalArns: [VENDOR],
        statements: [OPERATE()],
        externalId: 'city-2024',
        sourceCidrs: ['203.0.113.0/24'],
      }),
  );
  const [role] = Object.values(template.findResources('AWS::IAM::Role'));
  const [boundary] = Object.values(template.findResources('AWS::IAM::ManagedPolicy'));
  const trust: Statement[] = role!['Properties'].AssumeRolePolicyDocument.Statement;

  test('is assumed with MFA, in every statement, by those named only (7.5(1)⑦)', () => {
    expect(trust.length).toBeGreaterThan(0);
    for (const statement of trust) {
      expect(statement.Action).toBe('sts:AssumeRole');
      expect(statement.Condition).toEqual({
        Bool: { 'aws:MultiFactorAuthPresent': 'true' },
        NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' },
        StringEquals: { 'sts:ExternalId': 'city-2024' },
        IpAddress: { 'aws:SourceIp': ['203.0.113.0/24'] },
      });
    }
    const principals = JSON.stringify(trust.map((statement) => statement.Principal));
    expect(principals).toContain('777788889999:root');
    expect(principals).toContain(VENDOR);
    expect(principals).not.toContain('*');
  });

  test('lasts one hour (7.2(6))', () => {
    expect(role!['Properties'].MaxSessionDuration).toBe(3600);
  });

  test('has a boundary that allows no more than the role was made for (7.2(1)③(ア))', () => {
    const [id] = Object.keys(template.findResources('AWS::IAM::ManagedPolicy'));
    expect(role!['Properties'].PermissionsBoundary).toEqual({ Ref: id });
    const allowed = boundary!['Properties'].PolicyDocument.Statement.filter(
      (s: Statement) => s.Effect === 'Allow',
    );
    expect(allowed.flatMap((statement: Statement) => statement.Action)).toEqual(['ecs:UpdateService']);
  });

  test.each([
    ['a log-in profile', 'iam:UpdateLoginProfile'],
    ['an access key', 'iam:CreateAccessKey'],
    ['an MFA device', 'iam:DeactivateMFADevice'],
    ['the trust of a role', 'iam:UpdateAssumeRolePolicy'],
    ['a policy', 'iam:PutRolePolicy'],
    ['a boundary', 'iam:DeleteRolePermissionsBoundary'],
    ['a secret', 'secretsmanager:PutSecretValue'],
    ['a master password', 'rds:ModifyDBCluster'],
    ['a user’s password', 'cognito-idp:AdminSetUserPassword'],
    ['an assignment of single sign-on', 'sso:CreateAccountAssignment'],
    ['the life of a key', 'kms:ScheduleKeyDeletion'],
    ['a trail', 'cloudtrail:StopLogging'],
  ])('is denied to change %s, by itself and by its boundary (7.2(1)③(エ))', (_, action) => {
    const inline = role!['Properties'].Policies.flatMap(
      (policy: { PolicyDocument: { Statement: Statement[] } }) => policy.PolicyDocument.Statement,
    );
    for (const statements of [inline, boundary!['Properties'].PolicyDocument.Statement]) {
      const denied = statements.filter((s: Statement) => s.Effect === 'Deny' && s.Resource === '*');
      expect(denied.flatMap((statement: Statement) => statement.Action)).toContain(action);
    }
  });

  test('leaves room in the 6,144 characters of a managed policy', () => {
    const deniedAlone = JSON.stringify(
      boundary!['Properties'].PolicyDocument.Statement.filter((s: Statement) => s.Effect === 'Deny'),
    );
    expect(deniedAlone.length).toBeLessThan(4144);
  });

  test('is marked as the vendor’s', () => {
    template.hasResourceProperties('AWS::IAM::Role', {
      Tags: Match.arrayWith([{ Key: 'jichitai:party', Value: 'vendor' }]),
    });
  });

  test('gets nothing more from a later policy, since the boundary stays', () => {
    const later = templateOf((stack) => {
      const vendor = new VendorAdministratorRole(stack, 'Vendor', {
        vendorPrincipalArns: [VENDOR],
        statements: [OPERATE()],
      });
      vendor.grantPrincipal.addToPrincipalPolicy(
        new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: ['arn:aws:s3:::city/*'] }),
      );
    });
    const [policy] = Object.values(later.findResources('AWS::IAM::ManagedPolicy'));
    expect(JSON.stringify(policy)).not.toContain('s3:GetObject');
  });

  test('says all that is wrong at once', () => {
    const message = failureOf(
      (stack) =>
        new VendorAdministratorRole(stack, 'Vendor', {
          vendorAccountIds: ['42'],
          vendorPrincipalArns: ['*', 'arn:aws:iam::444455556666:root', 'arn:aws:iam::444455556666:role/*'],
          sourceCidrs: ['0.0.0.0/0'],
          statements: [
            new iam.PolicyStatement({ actions: ['*'], resources: ['*'] }),
            new iam.PolicyStatement({ actions: ['ecs:UpdateService', 'iam:CreateUser'], resources: ['*'] }),
            new iam.PolicyStatement({ actions: ['iam:PassRole'], resources: ['*'] }),
            new iam.PolicyStatement({ notActions: ['iam:*'], resources: ['*'] }),
            new iam.PolicyStatement({ actions: ['s3:GetObject'], notResources: ['arn:aws:s3:::secret/*'] }),
            new iam.PolicyStatement({ effect: iam.Effect.DENY, actions: ['s3:*'], resources: ['*'] }),
          ],
        }),
    );
    expect(message).toMatchInlineSnapshot(`
"VendorAdministratorRole at 'Stack/Vendor' cannot be built:
  - \`vendorAccountIds\` must hold account numbers of twelve digits, but holds '42'
  - \`vendorPrincipalArns\` must hold ARNs of roles or users, without wildcards, but holds '*'
  - \`vendorPrincipalArns\` must hold ARNs of roles or users, without wildcards, but holds 'arn:aws:iam::444455556666:root'
  - \`vendorPrincipalArns\` must hold ARNs of roles or users, without wildcards, but holds 'arn:aws:iam::444455556666:role/*'
  - \`sourceCidrs\` must hold ranges of addresses, /8 at the widest, but holds '0.0.0.0/0'
  - \`statements[0]\` must name the actions of a service, and of IAM only reading and passing named roles, but allows *
  - \`statements[1]\` must name the actions of a service, and of IAM only reading and passing named roles, but allows iam:CreateUser
  - \`statements[2]\` must name the actions of a service, and of IAM only reading and passing named roles, but allows iam:PassRole
  - \`statements[3]\` must name actions, not those that are left out
  - \`statements[4]\` must name resources, not those that are left out
  - \`statements[5]\` must allow something; what is denied is built in"
`);
  });

  test('needs somebody to be named, and something to do', () => {
    const message = failureOf((stack) => new VendorAdministratorRole(stack, 'Vendor', { statements: [] }));
    expect(message).toContain('`vendorAccountIds` or `vendorPrincipalArns` must name at least one');
    expect(message).toContain('`statements` must hold at least one statement');
  });

  test('may read IAM and pass roles that are named', () => {
    templateOf(
      (stack) =>
        new VendorAdministratorRole(stack, 'Vendor', {
          vendorPrincipalArns: [VENDOR],
          statements: [
            new iam.PolicyStatement({ actions: ['iam:GetRole', 'iam:ListRoles'], resources: ['*'] }),
            new iam.PolicyStatement({
              actions: ['iam:PassRole'],
              resources: ['arn:aws:iam::111122223333:role/task'],
            }),
          ],
        }),
    ).resourceCountIs('AWS::IAM::Role', 1);
  });

  test('accepts tokens', () => {
    templateOf((stack) => {
      const token = (id: string) => new CfnParameter(stack, id).valueAsString;
      new VendorAdministratorRole(stack, 'Vendor', {
        vendorAccountIds: [token('Account')],
        vendorPrincipalArns: [token('Arn')],
        sourceCidrs: [token('Cidr')],
        statements: [OPERATE()],
      });
    }).resourceCountIs('AWS::IAM::Role', 1);
  });
});

describe('roles of administrators', () => {
  const operator = (stack: Stack) =>
    new OperatorRole(stack, 'X', { operatorPrincipalArns: [VENDOR], statements: [OPERATE()] });
  const staff = (stack: Stack) =>
    new PrivilegedRole(stack, 'X', { staffPrincipalArns: [VENDOR], statements: [OPERATE()] });

  test.each([
    ['operator', operator],
    ['municipality', staff],
  ])('of the party %s are guarded alike', (party, build) => {
    const made = templateOf(build);
    const [{ Properties: properties }] = Object.values(made.findResources('AWS::IAM::Role')) as [
      { Properties: Record<string, unknown> },
    ];
    expect(properties).toMatchObject({
      MaxSessionDuration: 3600,
      PermissionsBoundary: expect.anything(),
      Tags: [{ Key: 'jichitai:party', Value: party }],
      AssumeRolePolicyDocument: {
        Statement: [{ Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } } }],
      },
    });
    expect(JSON.stringify(properties)).toContain('iam:UpdateAssumeRolePolicy');
  });

  test('name their own props when they are wrong', () => {
    expect(failureOf((stack) => new OperatorRole(stack, 'X', { statements: [OPERATE()] }))).toContain(
      '`operatorAccountIds` or `operatorPrincipalArns` must name at least one',
    );
    expect(
      failureOf(
        (stack) => new PrivilegedRole(stack, 'X', { staffPrincipalArns: [], statements: [OPERATE()] }),
      ),
    ).toContain('`staffPrincipalArns` must name at least one');
  });

  test('are seen by the guardrail once somebody takes the boundary and the MFA away', () => {
    const rules = guardedFindings((stack) => {
      const { role } = operator(stack);
      const resource = role.node.defaultChild as iam.CfnRole;
      resource.addPropertyDeletionOverride('AssumeRolePolicyDocument.Statement.0.Condition');
      resource.addPropertyOverride('MaxSessionDuration', 43_200);
    });
    expect(rules).toEqual(expect.arrayContaining(['TrustRequiresMfa', 'PrivilegedSessionIsShort']));
  });
});

describe('DeploymentRole', () => {
  const github = (stack: Stack, repository = 'city/juki', environment = 'production') =>
    DeploymentSource.github(
      new iam.OidcProviderNative(stack, 'Provider', { url: 'https://token.actions.githubusercontent.com' }),
      repository,
      environment,
    );

  test('trusts one environment of one repository', () => {
    templateOf((stack) => new DeploymentRole(stack, 'X', { source: github(stack) })).hasResourceProperties(
      'AWS::IAM::Role',
      {
        AssumeRolePolicyDocument: {
          Statement: [
            Match.objectLike({
              Condition: {
                StringEquals: {
                  'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
                  'token.actions.githubusercontent.com:sub': 'repo:city/juki:environment:production',
                },
              },
            }),
          ],
        },
      },
    );
  });

  test('may assume the roles of the bootstrap, and do nothing else', () => {
    const made = templateOf(
      (stack) => new DeploymentRole(stack, 'X', { source: DeploymentSource.codeBuild() }),
    );
    const [role] = Object.values(made.findResources('AWS::IAM::Role'));
    const statements = (
      role!['Properties'].Policies as { PolicyDocument: { Statement: Statement[] } }[]
    ).flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    const allowed = statements.filter(({ Effect }) => Effect === 'Allow');
    expect(allowed.flatMap(({ Action }) => Action)).toEqual(['sts:AssumeRole', 'sts:TagSession']);
    expect(JSON.stringify(allowed)).toContain(':role/cdk-hnb659fds-deploy-role-*');
    expect(JSON.stringify(allowed)).not.toContain('cfn-exec');
  });

  test('says all that is wrong at once', () => {
    expect(
      failureOf(
        (stack) =>
          new DeploymentRole(stack, 'X', {
            source: github(stack, 'juki', '*'),
            targetAccountIds: ['42'],
            qualifier: 'City!',
          }),
      ),
    ).toMatchInlineSnapshot(`
"DeploymentRole at 'Stack/X' cannot be built:
  - \`source\` must be owner/name, but is 'juki'
  - \`source\` must name one environment, without wildcards, but names '*'
  - \`targetAccountIds\` must hold account numbers of twelve digits, but holds '42'
  - \`qualifier\` must be of up to ten small letters and digits, but is 'City!'"
`);
  });
});

describe('StaffUserPool', () => {
  const template = templateOf((stack) =>
    new StaffUserPool(stack, 'Users').addClient('Web', { callbackUrls: ['https://juki.city.example.jp/'] }),
  );

  test('asks for a second factor, and lets nobody register by himself', () => {
    template.hasResourceProperties('AWS::Cognito::UserPool', {
      MfaConfiguration: 'ON',
      EnabledMfas: ['SOFTWARE_TOKEN_MFA'],
      AdminCreateUserConfig: { AllowAdminCreateUserOnly: true },
      KeyConfiguration: { KeyType: 'CUSTOMER_MANAGED_KEY', KmsKeyArn: Match.anyValue() },
      Policies: { PasswordPolicy: Match.objectLike({ MinimumLength: 12 }) },
    });
  });

  test('ends a log-in within a working day, and a token within an hour (7.2(4))', () => {
    template.hasResourceProperties('AWS::Cognito::UserPoolClient', {
      RefreshTokenValidity: 720,
      AccessTokenValidity: 60,
      IdTokenValidity: 60,
      EnableTokenRevocation: true,
      PreventUserExistenceErrors: 'ENABLED',
    });
  });

  test('says all that is wrong at once', () => {
    expect(
      failureOf(
        (stack) => new StaffUserPool(stack, 'X', { minimumPasswordLength: 6, temporaryPasswordDays: 30 }),
      ),
    ).toMatch(/`minimumPasswordLength` .*12[\s\S]*`temporaryPasswordDays` .*7/);
    expect(() =>
      templateOf((stack) =>
        new StaffUserPool(stack, 'X').addClient('Web', { callbackUrls: ['http://x/'], loginHours: 24 }),
      ),
    ).toThrow(/`callbackUrls`[\s\S]*`loginHours`/);
  });
});

describe('PasswordPolicy', () => {
  const template = templateOf((stack) => new PasswordPolicy(stack, 'X', { minimumLength: 16 }));

  test('is set by a function that can do nothing else', () => {
    template.hasResourceProperties('Custom::AccountPasswordPolicy', { MinimumPasswordLength: 16 });
    const actions = statementsOf(template, 'AWS::IAM::Policy', 'PolicyDocument').flatMap(
      ({ Action }) => Action,
    );
    expect(actions.filter((action) => action.startsWith('iam:'))).toEqual([
      'iam:UpdateAccountPasswordPolicy',
    ]);
  });

  test('cannot be weak', () => {
    expect(failureOf((stack) => new PasswordPolicy(stack, 'X', { minimumLength: 8 }))).toContain(
      '`minimumLength` must be at least 14 characters, but is 8',
    );
  });
});
