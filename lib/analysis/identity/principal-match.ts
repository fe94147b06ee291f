import { type Certainty, either, every, some } from './certainty';
import { arnParts } from './patterns';

/** Who makes a request. */
export interface Caller {
  /**
   * `session`: of a role, with or without its own name. `external`: an AWS service or somebody whom an identity provider
   * vouches for. `anonymous`: nobody who shows who they are.
   */
  readonly kind: 'user' | 'session' | 'federated-user' | 'root' | 'external' | 'anonymous';
  readonly arn: string;
  readonly partition: string;
  readonly account: string;
  /** Of the user, role or federated user, without a path. */
  readonly name: string;
  /** Of a session whose own name is told. */
  readonly session?: string;
}

export function callerOf(arn: string, account: string): Caller {
  if (arn === '*' || arn === '') {
    return { kind: 'anonymous', arn, partition: '', account, name: '' };
  }
  const [prefix, partition = 'aws', , , own, resource = ''] = arnParts(arn);
  const base = { arn, partition, account: own === undefined || own === '' ? account : own };
  const [type, ...names] = resource.split('/');
  const name = names[names.length - 1] ?? '';
  if (prefix !== 'arn') return { ...base, kind: 'external', name: '' };
  if (resource === 'root') return { ...base, kind: 'root', name: '' };
  if (type === 'user') return { ...base, kind: 'user', name };
  if (type === 'role') return { ...base, kind: 'session', name };
  if (type === 'assumed-role') return { ...base, kind: 'session', name: names[0] ?? '', session: name };
  if (type === 'federated-user') return { ...base, kind: 'federated-user', name };
  return { ...base, kind: 'external', name: '' };
}

/** How a Principal element names a caller: each way by itself has another effect in the caller's own account. */
export interface Named {
  /** As itself, or as one of everybody. */
  readonly itself: Certainty;
  /** As whoever assumes its role. */
  readonly asRole: Certainty;
  /** As one of its account. */
  readonly asAccount: Certainty;
}

const NOBODY: Named = { itself: false, asRole: false, asAccount: false };

export function namedBy(principal: unknown, caller: Caller): Named {
  if (principal === '*') return { ...NOBODY, itself: true };
  if (typeof principal !== 'object' || principal === null) return UNTOLD;
  let so = NOBODY;
  for (const [type, entries] of Object.entries(principal)) {
    for (const entry of Array.isArray(entries) ? entries : [entries]) {
      const one = typeof entry === 'string' ? namedAs(type, entry, caller) : UNTOLD;
      so = {
        itself: either(so.itself, one.itself),
        asRole: either(so.asRole, one.asRole),
        asAccount: either(so.asAccount, one.asAccount),
      };
    }
  }
  return so;
}

const UNTOLD: Named = { itself: undefined, asRole: undefined, asAccount: undefined };

function namedAs(type: string, entry: string, caller: Caller): Named {
  if (type !== 'AWS') {
    // Service and Federated name whom no account has. Who has a canonical id cannot be told.
    if (type === 'CanonicalUser') return caller.kind === 'external' ? NOBODY : UNTOLD;
    return { ...NOBODY, itself: caller.kind === 'external' && entry === caller.arn };
  }
  if (entry === '*') return { ...NOBODY, itself: true };
  if (caller.kind === 'external' || caller.kind === 'anonymous') return NOBODY;
  if (/^\d{12}$/.test(entry)) return { ...NOBODY, asAccount: entry === caller.account };
  const [prefix, partition, service, , account, resource = ''] = arnParts(entry);
  if (prefix !== 'arn') return UNTOLD;
  // AWS takes no wildcards in an ARN here.
  if (/[*?]/.test(entry)) return UNTOLD;
  if (account !== caller.account || partition !== caller.partition) return NOBODY;
  if (resource === 'root') return { ...NOBODY, asAccount: true };
  if (entry === caller.arn && caller.kind !== 'session') return { ...NOBODY, itself: true };
  const [kind, ...names] = resource.split('/');
  if (caller.kind === 'session' && service === 'iam' && kind === 'role') {
    // The ARN of a session leaves the path of its role out.
    const isRole =
      caller.session === undefined ? entry === caller.arn : names[names.length - 1] === caller.name;
    return { ...NOBODY, asRole: isRole };
  }
  if (caller.kind === 'session' && kind === 'assumed-role' && names[0] === caller.name) {
    const isSession = caller.session === undefined ? undefined : names[1] === caller.session;
    return { ...NOBODY, itself: isSession };
  }
  // Whose session a federated user is, its ARN does not say.
  if (caller.kind === 'federated-user' && kind === 'user') return { ...NOBODY, itself: undefined };
  return NOBODY;
}

/** Whether a caller is named in any way. */
export function isNamed({ itself, asRole, asAccount }: Named): Certainty {
  return either(itself, asRole, asAccount);
}

/**
 * Whether NotPrincipal leaves a caller out, so that the statement is not about it. Where a Deny leaves out the user or
 * the role and not its account, or the role and not its session, the documentation says no more than that it may be denied.
 */
export function isLeftOut(notPrincipal: unknown, caller: Caller): Certainty {
  const { itself, asRole, asAccount } = namedBy(notPrincipal, caller);
  if (caller.kind === 'external' || caller.kind === 'anonymous') return itself;
  const asked: readonly Certainty[] =
    caller.kind === 'root'
      ? [either(itself, asAccount)]
      : caller.kind === 'session'
        ? [asAccount, asRole, ...(caller.session === undefined ? [] : [itself])]
        : [asAccount, itself];
  if (notPrincipal === '*' || itselfAmongAll(notPrincipal)) return true;
  if (every(asked, (part) => part) === true) return true;
  return some(asked, (part) => part) === false ? false : undefined;
}

function itselfAmongAll(principal: unknown): boolean {
  const entries = (principal as Record<string, unknown> | null)?.['AWS'];
  return (Array.isArray(entries) ? entries : [entries]).includes('*');
}
