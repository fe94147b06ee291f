import { Duration, Stack, Tags, Token } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { narrowRangeProblem } from '../../lib/policy/address-range';
import { literal, PropErrors } from '../private/prop-errors';
import { PARTY_TAG } from '../private/zones';
import { credentialDenials } from './credential-guard';

/** The longest session of an administrator, in seconds: the shortest that IAM lets a role have. */
const SESSION_SECONDS = 3600;

/** Actions by which administrators could give more rights to themselves, or to anybody. */
const RESERVED = /^(\*|(iam|sts|organizations|sso|identitystore):.*)$/i;

/** What the roles of all administrators have in common. */
export interface AdministratorRoleProps {
  /**
   * What the administrator may do. Allow statements only, each naming its services: no `*`, no IAM.
   * The same statements are the role's permissions boundary, so that a policy which somebody
   * attaches later gives nothing more. About 2,000 characters fit beside the denials.
   */
  readonly statements: iam.PolicyStatement[];

  /**
   * Addresses, as CIDR ranges, from which the administrator works (7.2(2)②).
   *
   * @default - any
   */
  readonly sourceCidrs?: string[];

  /**
   * Name of the role.
   *
   * @default - CloudFormation makes one
   */
  readonly roleName?: string;
}

/** In what the roles of the parties differ. */
export interface AdministratorRoleLayout {
  /** Name of the construct, for error messages. */
  readonly constructName: string;
  /** Who the administrator is: `municipality`, `operator` or `vendor`. */
  readonly party: string;
  /** What IAM shows of the role. */
  readonly description: string;
  /** Accounts that may assume the role, and the prop that names them. */
  readonly accounts: NamedList;
  /** Users and roles that may assume it, and the prop that names them. */
  readonly principals: NamedList;
  /** An id that has to be presented. */
  readonly externalId?: string;
}

/** A prop that holds a list. */
export interface NamedList {
  /** Name of the prop. */
  readonly prop: string;
  /** What it holds. */
  readonly values: string[];
}

/**
 * A role that administers a system. It is assumed with multi-factor authentication only (7.5(1)⑦, 4(1)②(ア)), by
 * those named, for one hour at most (7.2(6)). It may do what `statements` allow, within a permissions
 * boundary (7.2(1)③(ア)), and is denied every change of privileged ids and passwords (7.2(1)③(エ)), of
 * keys (9.2(7)③) and of logs (7.1(6)②).
 */
export abstract class AdministratorRole extends Construct implements iam.IGrantable {
  /** The role. */
  public readonly role: iam.IRole;
  /** The most that the role can ever do. */
  public readonly permissionsBoundary: iam.IManagedPolicy;
  public readonly grantPrincipal: iam.IPrincipal;

  protected constructor(
    scope: Construct,
    id: string,
    layout: AdministratorRoleLayout,
    props: AdministratorRoleProps,
  ) {
    checkProps(scope, id, layout, props);
    super(scope, id);

    this.permissionsBoundary = new iam.ManagedPolicy(this, 'Boundary', {
      description: `The most that the role can be allowed: ${layout.description}`,
      statements: [...copies(props.statements), ...credentialDenials()],
    });
    const role = new iam.Role(this, 'Role', {
      ...(props.roleName === undefined ? {} : { roleName: props.roleName }),
      description: `${layout.description}; MFA, one hour, no change of credentials`,
      assumedBy: trusted(this, layout, props.sourceCidrs),
      maxSessionDuration: Duration.seconds(SESSION_SECONDS),
      permissionsBoundary: this.permissionsBoundary,
      inlinePolicies: {
        // Said here as well as in the boundary, so that whoever removes one meets the other.
        DenyCredentialChanges: new iam.PolicyDocument({ statements: credentialDenials() }),
        Administration: new iam.PolicyDocument({ statements: copies(props.statements) }),
      },
    });
    Tags.of(this).add(PARTY_TAG, layout.party);
    this.role = role;
    this.grantPrincipal = role;
  }
}

/** A statement is frozen by the document that takes it; two documents need two. */
function copies(statements: iam.PolicyStatement[]): iam.PolicyStatement[] {
  return statements.map((statement) => statement.copy());
}

function trusted(scope: Construct, layout: AdministratorRoleLayout, sourceCidrs?: string[]): iam.IPrincipal {
  const { externalId } = layout;
  const principals = [
    ...layout.accounts.values.map(
      (account) => new iam.ArnPrincipal(`arn:${Stack.of(scope).partition}:iam::${account}:root`),
    ),
    ...layout.principals.values.map((arn) => new iam.ArnPrincipal(arn)),
  ];
  // `Bool`, not `BoolIfExists`: a session without MFA, such as that of an access key, has no such key at all.
  const conditions: Record<string, Record<string, string | string[]>> = {
    Bool: { 'aws:MultiFactorAuthPresent': 'true' },
    NumericLessThan: { 'aws:MultiFactorAuthAge': String(SESSION_SECONDS) },
    ...(externalId === undefined ? {} : { StringEquals: { 'sts:ExternalId': externalId } }),
    ...(sourceCidrs === undefined ? {} : { IpAddress: { 'aws:SourceIp': sourceCidrs } }),
  };
  return new iam.PrincipalWithConditions(new iam.CompositePrincipal(...principals), conditions);
}

function checkProps(
  scope: Construct,
  id: string,
  layout: AdministratorRoleLayout,
  props: AdministratorRoleProps,
): void {
  const errors = new PropErrors(layout.constructName);
  const { accounts, principals } = layout;
  if (accounts.values.length + principals.values.length === 0) {
    const either = accounts.prop === principals.prop ? '' : `or \`${principals.prop}\` `;
    errors.add(accounts.prop, `${either}must name at least one account or principal`);
  }
  for (const account of known(accounts.values).filter((value) => !/^\d{12}$/.test(value))) {
    errors.add(accounts.prop, `must hold account numbers of twelve digits, but holds '${account}'`);
  }
  const principal = /^arn:[a-z-]+:iam::\d{12}:(role|user)\/[^*?]+$/;
  for (const arn of known(principals.values).filter((value) => !principal.test(value))) {
    errors.add(principals.prop, `must hold ARNs of roles or users, without wildcards, but holds '${arn}'`);
  }
  for (const cidr of known(props.sourceCidrs ?? [])) errors.addIf('sourceCidrs', narrowRangeProblem(cidr));
  if (literal(props.sourceCidrs)?.length === 0) errors.add('sourceCidrs', 'must not be empty');
  if (props.statements.length === 0) errors.add('statements', 'must hold at least one statement');
  props.statements.forEach((statement, index) => {
    errors.addIf(`statements[${index}]`, statementProblem(statement));
  });
  errors.throwIfAny(scope, id);
}

function known(values: string[]): string[] {
  return Token.isUnresolved(values) ? [] : values.filter((value) => !Token.isUnresolved(value));
}

/** An administrator of one system needs some services, never all of them, and never IAM's credentials. */
function statementProblem(statement: iam.PolicyStatement): string | undefined {
  if (statement.effect !== iam.Effect.ALLOW) return 'must allow something; what is denied is built in';
  if (statement.notActions.length > 0) return 'must name actions, not those that are left out';
  if (statement.notResources.length > 0) return 'must name resources, not those that are left out';
  const tooWide = known(statement.actions).filter((action) => RESERVED.test(action));
  if (tooWide.length === 0) return undefined;
  const passesNamedRoles =
    tooWide.every((action) => /^iam:(Get|List|PassRole$)/i.test(action)) &&
    (!tooWide.some((action) => /^iam:PassRole$/i.test(action)) || !statement.resources.includes('*'));
  return passesNamedRoles
    ? undefined
    : `must name the actions of a service, and of IAM only reading and passing named roles, but allows ${tooWide.join(', ')}`;
}
