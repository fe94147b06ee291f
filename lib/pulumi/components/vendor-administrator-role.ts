import * as aws from '@pulumi/aws';
import * as pulumi from '@pulumi/pulumi';
import { RESERVED_ACTIONS } from '../../policy/reserved-actions';
import { MARKS } from '../../policy/zones';
import { ArgErrors } from './arg-errors';
import { narrowRangeProblem } from './cidr';
import { checkMarks, type Marks, tagsOf } from './marks';

/** The longest session of an administrator, in seconds: the shortest that IAM lets a role have. */
const SESSION_SECONDS = 3600;

/** Actions by which administrators could give more rights to themselves, or to anybody. */
const RESERVED = /^(\*|(iam|sts|organizations|sso|identitystore):.*)$/i;

/** Something that an administrator may do. */
export interface AllowedActions {
  /** Actions, each naming its service: no `*`; of IAM reading, and passing roles that are named. */
  readonly actions: readonly string[];
  /** ARNs of what they are done with. */
  readonly resources: readonly pulumi.Input<string>[];
  /** Conditions, as a statement has them. @default - none */
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** Arguments of a `VendorAdministratorRole`. */
export interface VendorAdministratorRoleArgs {
  /** Zone and classification. @default - those of the stack or the provider */
  readonly marks?: Marks;
  /**
   * What the vendor may do. The same is the role's permissions boundary, so that a policy which somebody attaches later
   * gives nothing more. About 2,000 characters fit beside the denials.
   */
  readonly statements: readonly AllowedActions[];
  /**
   * Accounts of the vendor, each a number of twelve digits. Whom the vendor lets use the role is then up to the vendor;
   * better to name `vendorPrincipalArns`.
   * @default - none; at least one account or principal must be named
   */
  readonly vendorAccountIds?: readonly string[];
  /**
   * Users or roles of the vendor, by ARN. Neither wildcards nor root users. MFA counts when it is given while this role
   * is assumed; the session of a federated role carries no sign of it.
   * @default - none; at least one account or principal must be named
   */
  readonly vendorPrincipalArns?: readonly string[];
  /** An id that the vendor has to present, so that no customer of it can be mistaken for another. @default - none */
  readonly externalId?: string;
  /** Addresses, as IPv4 ranges of /8 at the widest, from which the vendor works (7.2(2)②). @default - any */
  readonly sourceCidrs?: readonly string[];
  /** Name of the role. @default - Pulumi makes one */
  readonly roleName?: pulumi.Input<string>;
}

/**
 * The role of the vendor that built or maintains a system: MFA (7.5(1)⑦, 4(1)②(ア)), one hour (7.2(6)), what `statements`
 * allow within a permissions boundary (7.2(1)③(ア)), and no change of privileged ids and passwords (7.2(1)③(エ)), of keys
 * (9.2(7)③) or of logs (7.1(6)②).
 *
 * @throws Error that names every argument which is too weak
 */
export class VendorAdministratorRole extends pulumi.ComponentResource {
  /** The role. */
  readonly role: aws.iam.Role;
  /** The most that the role can ever do. */
  readonly permissionsBoundary: aws.iam.Policy;

  constructor(name: string, args: VendorAdministratorRoleArgs, options?: pulumi.ComponentResourceOptions) {
    checkArgs(name, args);
    super('jichitai:identity:VendorAdministratorRole', name, {}, options);
    const parent = { parent: this };
    const tags = tagsOf(args.marks, { [MARKS.party.tag]: 'vendor' });
    const allowed = args.statements.map(({ actions, resources, conditions }) => ({
      Effect: 'Allow',
      Action: [...actions],
      Resource: [...resources],
      ...(conditions === undefined ? {} : { Condition: conditions }),
    }));
    this.permissionsBoundary = new aws.iam.Policy(
      `${name}-boundary`,
      {
        description: 'The most that the role can be allowed: outside party that administers a system',
        policy: document([...allowed, ...denials()]),
        tags,
      },
      parent,
    );
    this.role = new aws.iam.Role(
      name,
      {
        ...(args.roleName === undefined ? {} : { name: args.roleName }),
        description: 'Outside party that administers a system; MFA, one hour, no change of credentials',
        assumeRolePolicy: document([trust(args)]),
        maxSessionDuration: SESSION_SECONDS,
        permissionsBoundary: this.permissionsBoundary.arn,
        tags,
      },
      parent,
    );
    const role = this.role.id;
    // Said here as well as in the boundary, so that whoever removes one meets the other.
    const denied = new aws.iam.RolePolicy(
      `${name}-denials`,
      { role, name: 'DenyCredentialChanges', policy: document(denials()) },
      parent,
    );
    // What the role may do comes once it is denied the rest.
    new aws.iam.RolePolicy(
      `${name}-administration`,
      { role, name: 'Administration', policy: document(allowed) },
      { parent: this, dependsOn: [denied] },
    );
    this.registerOutputs({ role: this.role.arn, permissionsBoundary: this.permissionsBoundary.arn });
  }
}

function document(statements: readonly object[]): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: '2012-10-17', Statement: statements });
}

/** One statement for each thing that is protected. */
function denials(): readonly object[] {
  return Object.entries(RESERVED_ACTIONS).map(([sid, actions]) => ({
    Sid: sid,
    Effect: 'Deny',
    Action: [...actions],
    Resource: '*',
  }));
}

function trust(args: VendorAdministratorRoleArgs): object {
  const accounts = (args.vendorAccountIds ?? []).map((account) => `arn:aws:iam::${account}:root`);
  return {
    Effect: 'Allow',
    Principal: { AWS: [...accounts, ...(args.vendorPrincipalArns ?? [])] },
    Action: 'sts:AssumeRole',
    Condition: {
      // `Bool`, not `BoolIfExists`: a session without MFA, such as that of an access key, has no such key at all.
      Bool: { 'aws:MultiFactorAuthPresent': 'true' },
      NumericLessThan: { 'aws:MultiFactorAuthAge': String(SESSION_SECONDS) },
      ...(args.externalId === undefined ? {} : { StringEquals: { 'sts:ExternalId': args.externalId } }),
      ...(args.sourceCidrs === undefined ? {} : { IpAddress: { 'aws:SourceIp': [...args.sourceCidrs] } }),
    },
  };
}

function checkArgs(name: string, args: VendorAdministratorRoleArgs): void {
  const errors = new ArgErrors('VendorAdministratorRole', name);
  const { vendorAccountIds = [], vendorPrincipalArns = [], sourceCidrs, statements } = args;
  if (vendorAccountIds.length + vendorPrincipalArns.length === 0)
    errors.add('vendorAccountIds', 'or `vendorPrincipalArns` must name at least one account or principal');
  errors.accountNumbers('vendorAccountIds', vendorAccountIds);
  for (const arn of vendorPrincipalArns)
    if (!/^arn:[a-z-]+:iam::\d{12}:(role|user)\/[^*?]+$/.test(arn))
      errors.add(
        'vendorPrincipalArns',
        `must hold ARNs of roles or users, without wildcards, but holds '${arn}'`,
      );
  if (sourceCidrs?.length === 0) errors.add('sourceCidrs', 'must not be empty');
  for (const cidr of sourceCidrs ?? []) errors.addIf('sourceCidrs', narrowRangeProblem(cidr));
  if (args.externalId?.trim() === '') errors.add('externalId', 'must not be empty');
  if (statements.length === 0) errors.add('statements', 'must hold at least one statement');
  statements.forEach((statement, index) => {
    errors.addIf(`statements[${index}]`, statementProblem(statement));
  });
  checkMarks(args.marks, errors);
  errors.throwIfAny();
}

/** An administrator of one system needs some services, never all of them, and never IAM's credentials. */
function statementProblem({ actions, resources }: AllowedActions): string | undefined {
  if (actions.length === 0) return 'must name actions';
  if (resources.length === 0) return 'must name resources';
  const tooWide = actions.filter((action) => RESERVED.test(action));
  if (tooWide.length === 0) return undefined;
  const passes = tooWide.some((action) => /^iam:PassRole$/i.test(action));
  const onlyReads = tooWide.every((action) => /^iam:(Get|List|PassRole$)/i.test(action));
  return onlyReads && !(passes && resources.includes('*'))
    ? undefined
    : `must name the actions of a service, and of IAM only reading and passing named roles, but allows ${tooWide.join(', ')}`;
}
