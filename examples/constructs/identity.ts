import { ArnFormat, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { VendorAdministratorRole, Zone } from '../../index';
import type { ConstructExample } from './example';

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
];
