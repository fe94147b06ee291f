import type { Construct } from 'constructs';
import { AdministratorRole, type AdministratorRoleProps } from './administrator-role';

/** Properties of an `OperatorRole`. */
export interface OperatorRoleProps extends AdministratorRoleProps {
  /**
   * Accounts of the operator, each a number of twelve digits. Whom the operator lets use the role is
   * then up to the operator; better to name `operatorPrincipalArns`.
   *
   * @default - none; at least one account or principal must be named
   */
  readonly operatorAccountIds?: string[];

  /**
   * Users or roles of the operator, by ARN. Neither wildcards nor root users.
   *
   * @default - none; at least one account or principal must be named
   */
  readonly operatorPrincipalArns?: string[];

  /**
   * An id that the operator has to present, so that no customer of the operator can be mistaken for another.
   *
   * @default - none
   */
  readonly externalId?: string;
}

/**
 * The role of the company that operates a system day by day. Like that of a vendor: MFA (7.5(1)⑦), one hour (7.2(6)),
 * a permissions boundary (7.2(1)③(ア)), and no change of privileged ids and passwords (7.2(1)③(エ)), of keys
 * (9.2(7)③) or of logs (7.1(6)②).
 *
 * @throws if nobody is named, an account, ARN or range is malformed, or a statement allows too much.
 */
export class OperatorRole extends AdministratorRole {
  constructor(scope: Construct, id: string, props: OperatorRoleProps) {
    const layout = {
      constructName: 'OperatorRole',
      party: 'operator',
      description: 'Outside party that operates a system',
      accounts: { prop: 'operatorAccountIds', values: props.operatorAccountIds ?? [] },
      principals: { prop: 'operatorPrincipalArns', values: props.operatorPrincipalArns ?? [] },
      ...(props.externalId === undefined ? {} : { externalId: props.externalId }),
    };
    super(scope, id, layout, props);
  }
}
