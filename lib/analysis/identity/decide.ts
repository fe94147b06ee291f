import { both, type Certainty, either, every, not, some } from './certainty';
import { matchesCondition, operatorOf } from './condition-operators';
import { OpenKeys } from './open-keys';
import { arnPatternCovers, patternCovers } from './patterns';
import { type Lookup, plainText, resolve } from './policy-text';
import { type Caller, callerOf, isLeftOut, isNamed, type Named, namedBy } from './principal-match';
import { requestKeys } from './request-keys';

/** A request to AWS. */
export interface Request {
  readonly principal: {
    /** Of a user, a role, a session of a role, or the root user; the name of a service; `*` for nobody who signs in. */
    readonly arn: string;
    readonly account: string;
    /** All tags that it has, where they are known. */
    readonly tags?: Readonly<Record<string, string>>;
  };
  /** As `service:Name`. */
  readonly action: string;
  /** An ARN, or `*` for an action that concerns no resource. */
  readonly resource: string;
  readonly resourceAccount: string;
  /** Keys that certainly are in the request. */
  readonly context: Readonly<Record<string, string | readonly string[]>>;
  /** Keys that certainly are not in the request. @default - what `context` does not say is not known */
  readonly absentKeys?: 'others' | readonly string[];
}

/** The policies that bear on a request, as plain JSON. */
export interface Policies {
  /** Of the principal: its own, those attached to it, those of its groups. */
  readonly identity: readonly unknown[];
  /** Of the resource, such as a bucket policy, a key policy or the trust policy of a role. */
  readonly resource?: unknown;
  /** The permissions boundary. */
  readonly boundary?: readonly unknown[];
  /** Those that were passed when the session was made. */
  readonly session?: readonly unknown[];
  /** Service control policies, a list for each level of the organization. */
  readonly serviceControl?: readonly (readonly unknown[])[];
}

export type Decision = 'allow' | 'implicit-deny' | 'explicit-deny' | 'undetermined';

/**
 * Decides a request as AWS documents it: what any policy denies is denied; the service control policies of each level
 * must allow it; in one account the policy of the principal or that of the resource is enough, between accounts both
 * must allow it; a permissions boundary and the policies of a session limit what the principal's policies allow.
 *
 * `undetermined` where what is not known of the request, or not documented, decides it.
 */
export function decide(request: Request, policies: Policies): Decision {
  const caller = callerOf(request.principal.arn, request.principal.account);
  if (request.action.toLowerCase() === NEEDS_NOTHING && !isOutside(caller)) return 'allow';
  const keys = new OpenKeys(requestKeys(request, caller));
  const decision = decideWith(request, policies, caller, keys.lookup);
  if (decision !== 'undetermined') return decision;
  // Conditions on one key hold or fail together: what comes out in each of its states comes out.
  for (const lookup of keys.states()) {
    const inState = decideWith(request, policies, caller, lookup);
    if (inState === 'undetermined') return inState;
    keys.decided.add(inState);
    if (keys.decided.size > 1) return 'undetermined';
  }
  const [only] = keys.decided;
  return only ?? 'undetermined';
}

function decideWith(request: Request, policies: Policies, caller: Caller, lookup: Lookup): Decision {
  const asked: Asked = { request, caller, lookup, action: request.action.toLowerCase() };
  const identity = effectOf(policies.identity, asked);
  const boundary = limitOf(policies.boundary, asked);
  const session = limitOf(policies.session, asked);
  const levels = isControlled(caller) ? (policies.serviceControl ?? []) : [];
  const control = levels.map((level) => effectOf(level, asked));
  const resource = resourceEffectOf(policies.resource, asked, policies.boundary !== undefined);
  const denied = either(
    identity.denies,
    boundary.denies,
    session.denies,
    resource.denies,
    ...control.map(({ denies }) => denies),
  );
  if (denied === true) return 'explicit-deny';
  const allowed = both(
    every(control, ({ allows }) => allows),
    allows(asked, policies, identity.allows, boundary.allows, session.allows, resource),
  );
  if (denied === undefined) return 'undetermined';
  return allowed === undefined ? 'undetermined' : allowed ? 'allow' : 'implicit-deny';
}

interface Asked {
  readonly request: Request;
  readonly caller: Caller;
  readonly lookup: Lookup;
  /** In lower case. */
  readonly action: string;
}

function isOutside({ kind }: Caller): boolean {
  return kind === 'external' || kind === 'anonymous';
}

/** Whoever has shown who they are may ask who they are, whatever denies it. */
const NEEDS_NOTHING = 'sts:getcalleridentity';

/** Service control policies bind the accounts of an organization, but for the roles that services made for themselves. */
function isControlled(caller: Caller): boolean {
  return !isOutside(caller) && !(caller.kind === 'session' && caller.name.startsWith('AWSServiceRoleFor'));
}

/** Whether the policies of principal and resource together allow the request. */
function allows(
  { caller, action, request }: Asked,
  { resource: policy }: Policies,
  byIdentity: Certainty,
  withinBoundary: Certainty,
  withinSession: Certainty,
  resource: ResourceEffect,
): Certainty {
  if (isOutside(caller)) return resource.itself;
  // The root user has every right in its account, and a boundary is none of its own.
  const ofPrincipal = caller.kind === 'root' ? true : both(byIdentity, withinBoundary, withinSession);
  if (caller.account !== request.resourceAccount) {
    return both(ofPrincipal, either(resource.itself, resource.asRole, resource.asAccount));
  }
  const byResource = either(resource.itself, both(resource.asRole, withinBoundary, withinSession));
  const trusts = needsResourcePolicy(action, request.resource)
    ? policy === undefined
      ? undefined
      : resource.asAccount
    : true;
  return either(byResource, both(ofPrincipal, trusts));
}

/**
 * Keys and roles always have a policy of their own, and let in nobody of their account whom it does not name, unless it
 * names the account and so leaves it to the policies of the principals.
 */
function needsResourcePolicy(action: string, resource: string): boolean {
  if (action.startsWith('sts:assumerole')) return resource !== '*';
  return action.startsWith('kms:') && /^arn:[^:]*:kms:[^:]*:[^:]*:key\//.test(resource);
}

interface Effect {
  readonly allows: Certainty;
  readonly denies: Certainty;
}

const NO_LIMIT: Effect = { allows: true, denies: false };

function limitOf(policies: readonly unknown[] | undefined, asked: Asked): Effect {
  return policies === undefined ? NO_LIMIT : effectOf(policies, asked);
}

/** What policies allow and deny that name no principal. */
function effectOf(policies: readonly unknown[], asked: Asked): Effect {
  const statements = policies.flatMap(statementsIn);
  const of = (effect: 'Allow' | 'Deny') =>
    some(statements, (statement) => both(has(statement, effect), isAbout(statement, asked, false)));
  return { allows: of('Allow'), denies: of('Deny') };
}

interface ResourceEffect extends Named {
  readonly denies: Certainty;
}

function resourceEffectOf(policy: unknown, asked: Asked, isBounded: boolean): ResourceEffect {
  let so: ResourceEffect = { itself: false, asRole: false, asAccount: false, denies: false };
  if (policy === undefined) return so;
  const { caller } = asked;
  for (const statement of statementsIn(policy)) {
    const about = isAbout(statement, asked, true);
    if (about === false) continue;
    const allowed = both(has(statement, 'Allow'), about);
    const denied = both(has(statement, 'Deny'), about);
    const excepted = statement.raw['NotPrincipal'];
    if (excepted !== undefined) {
      const others = not(isLeftOut(excepted, caller));
      so = {
        ...so,
        itself: either(so.itself, both(allowed, others)),
        // Such a denial takes in whoever has a boundary, whomever it leaves out.
        denies: either(so.denies, both(denied, isBounded && !isOutside(caller) ? true : others)),
      };
      continue;
    }
    const named = namedBy(statement.raw['Principal'], caller);
    so = {
      itself: either(so.itself, both(allowed, named.itself)),
      asRole: either(so.asRole, both(allowed, named.asRole)),
      asAccount: either(so.asAccount, both(allowed, named.asAccount)),
      denies: either(so.denies, both(denied, isNamed(named))),
    };
  }
  return so;
}

interface PlainStatement {
  readonly raw: Readonly<Record<string, unknown>>;
  /** `${…}` has a meaning in policies of this version alone. */
  readonly hasVariables: boolean;
}

function statementsIn(policy: unknown): readonly PlainStatement[] {
  const document = isRecord(policy) ? policy : {};
  const hasVariables = document['Version'] === '2012-10-17';
  const statements = isRecord(policy) ? listOf(document['Statement']) : [undefined];
  return statements.map((raw) => ({ raw: isRecord(raw) ? raw : {}, hasVariables }));
}

/** A statement without an effect that there is, is none that AWS takes: what becomes of it cannot be told. */
function has({ raw }: PlainStatement, effect: 'Allow' | 'Deny'): Certainty {
  const written = raw['Effect'];
  return written === 'Allow' || written === 'Deny' ? written === effect : undefined;
}

function isAbout(statement: PlainStatement, asked: Asked, ofResource: boolean): Certainty {
  return both(
    isAboutAction(statement, asked),
    isAboutResource(statement, asked, ofResource),
    meetsConditions(statement, asked),
  );
}

function isAboutAction({ raw }: PlainStatement, { action }: Asked): Certainty {
  const covers = (patterns: unknown) =>
    some(listOf(patterns), (pattern) =>
      typeof pattern === 'string' ? patternCovers(pattern.toLowerCase(), action) : undefined,
    );
  if (raw['Action'] !== undefined) return covers(raw['Action']);
  return raw['NotAction'] === undefined ? undefined : not(covers(raw['NotAction']));
}

function isAboutResource(
  { raw, hasVariables }: PlainStatement,
  { request, lookup }: Asked,
  ofResource: boolean,
): Certainty {
  const name = plainText(request.resource);
  const covers = (patterns: unknown) =>
    some(listOf(patterns), (pattern) => {
      if (typeof pattern !== 'string') return undefined;
      const resolved = resolve(pattern, lookup, true, hasVariables);
      if (resolved === 'unknown') return undefined;
      if (resolved === 'nothing') return false;
      return resolved.text === '*' || arnPatternCovers(resolved.text, name);
    });
  if (raw['Resource'] !== undefined) return covers(raw['Resource']);
  if (raw['NotResource'] !== undefined) return not(covers(raw['NotResource']));
  // A trust policy names no resource: it is the one that it belongs to.
  return ofResource ? true : undefined;
}

function meetsConditions({ raw, hasVariables }: PlainStatement, { lookup }: Asked): Certainty {
  const conditions = raw['Condition'];
  if (conditions === undefined) return true;
  if (!isRecord(conditions)) return undefined;
  return every(Object.entries(conditions), ([operator, keys]) =>
    isRecord(keys)
      ? every(Object.entries(keys), ([key, values]) =>
          matchesCondition(
            operatorOf(operator),
            lookup(key, operatorOf(operator).base),
            listOf(values).map(String),
            lookup,
            hasVariables,
          ),
        )
      : undefined,
  );
}

function listOf(value: unknown): readonly unknown[] {
  return value === undefined ? [] : Array.isArray(value) ? value : [value];
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
