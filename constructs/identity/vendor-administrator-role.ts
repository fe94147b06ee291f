import type { Construct } from 'constructs';
import { AdministratorRole, type AdministratorRoleProps } from './administrator-role';

/** Properties of a `VendorAdministratorRole`. */
export interface VendorAdministratorRoleProps extends AdministratorRoleProps {
  /**
   * Accounts of the vendor, each a number of twelve digits. Whom the vendor lets use the role is
   * then up to the vendor; better to name `vendorPrincipalArns`.
   *
   * @default - none; at least one account or principal must be named
   */
  readonly vendorAccountIds?: string[];

  /**
   * Users or roles of the vendor, by ARN. Neither wildcards nor root users. MFA counts when it is
   * given while this role is assumed; the session of a federated role carries no sign of it.
   *
   * @default - none; at least one account or principal must be named
   */
  readonly vendorPrincipalArns?: string[];

  /**
   * An id that the vendor has to present, so that no customer of the vendor can be mistaken for another.
   *
   * @default - none
   */
  readonly externalId?: string;
}

/**
 * The role of the vendor that built or maintains a system: MFA (7.5(1)⑦), one hour (7.2(6)), what `statements` allow
 * within a permissions boundary (7.2(1)③(ア)), and no change of privileged ids and passwords (7.2(1)③(エ)), of keys
 * (9.2(7)③) or of logs (7.1(6)②).
 *
 * @throws if nobody is named, an account, ARN or range is malformed, or a statement allows too much.
 */
export class VendorAdministratorRole extends AdministratorRole {
  constructor(scope: Construct, id: string, props: VendorAdministratorRoleProps) {
    const layout = {
      constructName: 'VendorAdministratorRole',
      party: 'vendor',
      description: 'Outside party that administers a system',
      accounts: { prop: 'vendorAccountIds', values: props.vendorAccountIds ?? [] },
      principals: { prop: 'vendorPrincipalArns', values: props.vendorPrincipalArns ?? [] },
      ...(props.externalId === undefined ? {} : { externalId: props.externalId }),
    };
    super(scope, id, layout, props);
  }
}
