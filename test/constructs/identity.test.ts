import { CfnParameter } from 'aws-cdk-lib';
import { Match } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { VendorAdministratorRole } from '../../constructs';
import { failureOf, type Statement, templateOf } from './support';

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
