import { conditionsHold } from './evaluation-conditions';
import { type Context, isLikeAction, isLikeResource } from './evaluation-text';

/**
 * The oracle: whether AWS lets one request through, step by step as the IAM User Guide's flow chart goes ("How AWS
 * enforcement code logic evaluates requests to allow or deny access", "Policy evaluation for requests within a single
 * account", "Cross-account policy evaluation logic"). Slow and plain on purpose, and not to be shared with lib: what
 * both would have wrong, no test would find.
 *
 * Not told: resource control policies, endpoint policies, grants of KMS, service principals, the root user.
 */
export interface Request {
  readonly principal: {
    readonly arn: string;
    readonly account: string;
    readonly tags?: Readonly<Record<string, string>>;
  };
  readonly action: string;
  readonly resource: string;
  readonly resourceAccount: string;
  /** All keys of the request: one that is not here is not in the request. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
}

export interface Policies {
  readonly identity: readonly unknown[];
  readonly resource?: unknown;
  readonly boundary?: readonly unknown[];
  readonly session?: readonly unknown[];
  /** A list for each level of the organization. */
  readonly serviceControl?: readonly (readonly unknown[])[];
}

export type Outcome = 'allow' | 'implicit-deny' | 'explicit-deny';

interface Statement {
  readonly Effect: 'Allow' | 'Deny';
  readonly Principal?: unknown;
  readonly NotPrincipal?: unknown;
  readonly Action?: string | readonly string[];
  readonly NotAction?: string | readonly string[];
  readonly Resource?: string | readonly string[];
  readonly NotResource?: string | readonly string[];
  readonly Condition?: unknown;
}

/** Whom an Allow of a resource-based policy names: it decides what else the request needs. */
type Named = 'everyone' | 'itself' | 'role or user of the session' | 'account';

export function evaluate(request: Request, policies: Policies): Outcome {
  const { identity, resource, boundary, session, serviceControl = [] } = policies;
  const given = resource === undefined ? [] : [resource];
  const context = contextOf(request);
  const applies = (effect: string) => (policy: unknown) =>
    statementsOf(policy).some(
      (each) => each.Effect === effect && statementApplies(each, policy, request, context),
    );
  const denies = applies('Deny');
  const allows = applies('Allow');

  // 1. Deny evaluation: one Deny that applies, in whatever policy, ends it.
  const everywhere = [...identity, ...(boundary ?? []), ...(session ?? []), ...serviceControl.flat()];
  if (everywhere.some(denies)) return 'explicit-deny';
  if (given.some((policy) => namedBy(policy, 'Deny', request, context).length > 0)) return 'explicit-deny';

  // 2. Service control policies of the principal's account: each level must allow.
  if (!serviceControl.every((level) => level.some(allows))) return 'implicit-deny';

  const identityAllows = identity.some(allows);
  const withinBoundary = boundary === undefined || boundary.some(allows);
  const withinSession = session === undefined ? !isFederatedUser(request) : session.some(allows);
  const named = given.flatMap((policy) => namedBy(policy, 'Allow', request, context));

  // Cross-account: "allowed only if both evaluations return a decision of Allow".
  if (request.principal.account !== request.resourceAccount) {
    const allowed = named.length > 0 && identityAllows && withinBoundary && withinSession;
    return allowed ? 'allow' : 'implicit-deny';
  }

  // 3. Resource-based policies: what they give to the principal itself needs nothing else.
  if (named.includes('everyone') || named.includes('itself')) return 'allow';

  // 4. Identity-based policies. Trust policies and key policies must allow too; by the account they leave it to IAM.
  const needsBoth = isTrust(request) || isKey(request);
  const byIdentity = identityAllows && (!needsBoth || named.includes('account'));
  // What is given to the role of a session needs no identity-based policy, but stays within boundary and session.
  if (!byIdentity && !named.includes('role or user of the session')) return 'implicit-deny';

  // 5. Permissions boundary. 6. Session policies.
  return withinBoundary && withinSession ? 'allow' : 'implicit-deny';
}

const listOf = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : ([value].flat() as readonly T[]);

const statementsOf = (policy: unknown) =>
  listOf((policy as { readonly Statement?: Statement | readonly Statement[] }).Statement);

/** Names of keys know no case. The tags of the principal are keys of each of its requests. */
function contextOf(request: Request): Context {
  const tags = Object.entries(request.principal.tags ?? {}).map(
    ([key, value]) => [`aws:PrincipalTag/${key}`, value] as const,
  );
  return new Map(
    [...Object.entries(request.context), ...tags].map(([key, value]) => [
      key.toLowerCase(),
      listOf<string>(value),
    ]),
  );
}

/** Action, Resource and Condition of a statement; who is named, is asked apart. */
function statementApplies(
  statement: Statement,
  policy: unknown,
  request: Request,
  context: Context,
): boolean {
  // Variables came with this version; in an older policy `${` is text.
  const modern = (policy as { readonly Version?: string }).Version === '2012-10-17';
  const variables = modern ? context : undefined;
  const action = (pattern: string) => isLikeAction(request.action, pattern);
  const resource = (pattern: string) => isLikeResource(request.resource, pattern, variables);
  if (statement.Action !== undefined && !listOf(statement.Action).some(action)) return false;
  if (listOf(statement.NotAction).some(action)) return false;
  // A trust policy has no Resource: it is about the role that it belongs to.
  if (statement.Resource !== undefined && !listOf(statement.Resource).some(resource)) return false;
  if (listOf(statement.NotResource).some(resource)) return false;
  return conditionsHold(statement.Condition, context, variables);
}

/** How the statements of this effect that apply name the principal of the request; those that do not are left out. */
function namedBy(policy: unknown, effect: string, request: Request, context: Context): readonly Named[] {
  return statementsOf(policy)
    .filter((each) => each.Effect === effect && statementApplies(each, policy, request, context))
    .flatMap((each) => {
      if (each.NotPrincipal !== undefined)
        return exempt(each.NotPrincipal, request) ? [] : ['everyone' as const];
      return principalsOf(each.Principal).flatMap((principal) => named(principal, request) ?? []);
    });
}

/** `*`, `{ AWS: ... }`; a service or an identity provider is not who asks. ("AWS JSON policy elements: Principal") */
const principalsOf = (element: unknown): readonly string[] =>
  element === '*'
    ? ['*']
    : listOf((element as { readonly AWS?: string | readonly string[] } | undefined)?.AWS);

function named(principal: string, request: Request): Named | undefined {
  const { arn, account } = request.principal;
  if (principal === '*') return 'everyone';
  if (principal === account || principal === `arn:aws:iam::${account}:root`) return 'account';
  // A role does not ask itself, its session does: what names the role is limited by boundary and session policy.
  if (principal === roleOrUserOf(arn)) return 'role or user of the session';
  return principal === arn ? 'itself' : undefined;
}

/** The role of a session, the user of a federated session, a role for itself. */
function roleOrUserOf(arn: string): string | undefined {
  const [, account, kind, name] =
    /^arn:aws:sts::(\d+):(assumed-role|federated-user)\/([^/]+)/.exec(arn) ?? [];
  if (kind !== undefined)
    return `arn:aws:iam::${account}:${kind === 'assumed-role' ? 'role' : 'user'}/${name}`;
  return /:role\//.test(arn) ? arn : undefined;
}

/**
 * NotPrincipal lets out who is listed with all that stands above: the session, its role, and the account. ("AWS JSON
 * policy elements: NotPrincipal": what misses one of them may or may not deny)
 */
function exempt(element: unknown, request: Request): boolean {
  const { arn, account } = request.principal;
  const listed = principalsOf(element);
  const chain = new Set([arn, roleOrUserOf(arn) ?? arn]);
  const isListed = (each: string) => listed.includes(each);
  const accountListed = isListed(account) || isListed(`arn:aws:iam::${account}:root`);
  const found = [...chain].filter(isListed).length + (accountListed ? 1 : 0);
  if (found !== 0 && found !== chain.size + 1)
    throw new Error('not documented: NotPrincipal with a part of the chain');
  return found !== 0;
}

const isFederatedUser = ({ principal }: Request) => principal.arn.includes(':federated-user/');
const isTrust = ({ action, resource }: Request) =>
  action.toLowerCase().startsWith('sts:') && /^arn:aws:iam::\d+:role\//.test(resource);
const isKey = ({ action, resource }: Request) =>
  action.toLowerCase().startsWith('kms:') && /^arn:aws:kms:[^:]*:\d+:key\//.test(resource);
