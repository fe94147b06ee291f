import type { Construct } from 'constructs';
import { AdministratorRole, type AdministratorRoleProps } from './administrator-role';

/** Properties of a `PrivilegedRole`. */
export interface PrivilegedRoleProps extends AdministratorRoleProps {
  /**
   * Users or roles of those whom the city has appointed, by ARN. Neither wildcards nor root users: privileged ids are few,
   * and each has a name (7.2(1)③(ア)).
   */
  readonly staffPrincipalArns: string[];
}

/**
 * The role of the city's own administrators of a system: MFA (4(1)②(ア)), one hour (7.2(6)), what `statements` allow
 * within a permissions boundary (7.2(1)③(ア)). Changes of privileged ids, of keys and of logs are denied
 * here too: they belong to another role than daily work, and to another person.
 *
 * @throws if nobody is named, an ARN or range is malformed, or a statement allows too much.
 */
export class PrivilegedRole extends AdministratorRole {
  constructor(scope: Construct, id: string, props: PrivilegedRoleProps) {
    const layout = {
      constructName: 'PrivilegedRole',
      party: 'municipality',
      description: 'Staff of the city that administers a system',
      accounts: { prop: 'staffPrincipalArns', values: [] },
      principals: { prop: 'staffPrincipalArns', values: props.staffPrincipalArns },
    };
    super(scope, id, layout, props);
  }
}
