import { ArnFormat, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import {
  DeploymentRole,
  DeploymentSource,
  OperatorRole,
  PasswordPolicy,
  PrivilegedRole,
  StaffUserPool,
  VendorAdministratorRole,
  Zone,
} from '../../index';
import { type ConstructExample, EVERYWHERE } from './example';

const VENDOR = 'arn:aws:iam::444455556666:user/maintenance';

/** What somebody may do who restarts services. */
function restartServices(stack: Stack): iam.PolicyStatement {
  const resource = { service: 'ecs', resource: 'service', resourceName: '*' };
  return new iam.PolicyStatement({
    actions: ['ecs:UpdateService'],
    resources: [stack.formatArn({ ...resource, arnFormat: ArnFormat.SLASH_RESOURCE_NAME })],
  });
}

export const IDENTITY: readonly ConstructExample[] = [
  {
    construct: 'VendorAdministratorRole',
    zones: [Zone.MANAGEMENT],
    summary: {
      ja: 'システムを保守する委託事業者のロール。特権IDの変更はできない',
      en: 'Role of a vendor that maintains a system; it cannot change privileged ids',
    },
    build: (stack) =>
      new VendorAdministratorRole(stack, 'Vendor', {
        vendorPrincipalArns: [VENDOR],
        statements: [restartServices(stack)],
      }),
  },
  {
    construct: 'VendorAdministratorRole',
    variant: 'limited further',
    zones: [Zone.MANAGEMENT],
    build: (stack) =>
      new VendorAdministratorRole(stack, 'Vendor', {
        vendorAccountIds: ['777788889999'],
        externalId: 'city-2024',
        sourceCidrs: ['203.0.113.0/24'],
        statements: [restartServices(stack)],
      }),
  },
  {
    construct: 'OperatorRole',
    zones: [Zone.MANAGEMENT],
    summary: {
      ja: '日々の運用を行う委託事業者のロール。特権IDの変更はできない',
      en: 'Role of the company that operates a system; it cannot change privileged ids',
    },
    build: (stack) =>
      new OperatorRole(stack, 'Operator', {
        operatorPrincipalArns: ['arn:aws:iam::444455556666:user/operation'],
        statements: [restartServices(stack)],
      }),
  },
  {
    construct: 'PrivilegedRole',
    zones: [Zone.MANAGEMENT],
    summary: {
      ja: '市の職員が特権で作業するためのロール。多要素認証、1時間',
      en: 'Role by which staff of the city administer a system: MFA, one hour',
    },
    build: (stack) =>
      new PrivilegedRole(stack, 'Staff', {
        staffPrincipalArns: [`arn:aws:iam::${stack.account}:user/joho-tanto`],
        statements: [restartServices(stack)],
      }),
  },
  {
    construct: 'DeploymentRole',
    zones: [Zone.MANAGEMENT],
    summary: {
      ja: 'パイプラインがデプロイに用いるロール。CDKの定めるロールを引き受けることしかできない',
      en: 'Role of a pipeline, which can do nothing but assume the roles of the CDK bootstrap',
    },
    build: (stack) => {
      const provider = new iam.OidcProviderNative(stack, 'Provider', {
        url: 'https://token.actions.githubusercontent.com',
        clientIds: ['sts.amazonaws.com'],
      });
      new DeploymentRole(stack, 'Deployment', {
        source: DeploymentSource.github(provider, 'city/juki', 'production'),
      });
    },
  },
  {
    construct: 'StaffUserPool',
    zones: EVERYWHERE,
    summary: {
      ja: '職員の利用者プール（Cognito）。多要素認証、パスワードの基準、短いトークン',
      en: 'User pool (Cognito) of staff: MFA, password policy, short tokens',
    },
    build: (stack) =>
      new StaffUserPool(stack, 'Users').addClient('Web', { callbackUrls: ['https://juki.city.example.jp/'] }),
  },
  {
    construct: 'PasswordPolicy',
    zones: [Zone.MANAGEMENT],
    summary: { ja: 'アカウントのパスワードの基準', en: 'Password policy of the account' },
    build: (stack) => new PasswordPolicy(stack, 'PasswordPolicy'),
  },
];
