import type { Request } from './decide';
import type { KeyState, Lookup } from './policy-text';
import type { Caller } from './principal-match';

const ABSENT: KeyState = { kind: 'absent' };
const UNKNOWN: KeyState = { kind: 'unknown' };
const TAG = 'aws:principaltag/';

/**
 * The context keys of a request: those that it names, and those that follow from who makes it. Keys compare without
 * case.
 */
export function requestKeys(request: Request, caller: Caller): Lookup {
  const states = new Map<string, KeyState>();
  const set = (key: string, ...values: readonly string[]) => {
    states.set(key.toLowerCase(), { kind: 'values', values });
  };
  for (const [key, value] of impliedKeys(request, caller)) set(key, value);
  const { tags } = request.principal;
  for (const [key, value] of Object.entries(tags ?? {})) set(`${TAG}${key}`, value);
  const { absentKeys = [], context } = request;
  if (absentKeys !== 'others') for (const key of absentKeys) states.set(key.toLowerCase(), ABSENT);
  for (const [key, value] of Object.entries(context)) {
    set(key, ...(typeof value === 'string' ? [value] : value));
  }
  return (asked) => {
    const key = asked.toLowerCase();
    const known = states.get(key);
    if (known !== undefined) return known;
    if (absentKeys === 'others' || (tags !== undefined && key.startsWith(TAG))) return ABSENT;
    return UNKNOWN;
  };
}

const TYPES: Readonly<Partial<Record<Caller['kind'], string>>> = {
  user: 'User',
  session: 'AssumedRole',
  'federated-user': 'FederatedUser',
  root: 'Account',
};

function impliedKeys(request: Request, caller: Caller): readonly (readonly [string, string])[] {
  const keys: [string, string][] = [['aws:ResourceAccount', request.resourceAccount]];
  const type = TYPES[caller.kind];
  if (type === undefined) return keys;
  const { account, partition, name, arn } = caller;
  keys.push(['aws:PrincipalAccount', account], ['aws:PrincipalType', type]);
  // Of a session it is the ARN of the role, whose path the ARN of the session leaves out.
  keys.push([
    'aws:PrincipalArn',
    caller.session === undefined ? arn : `arn:${partition}:iam::${account}:role/${name}`,
  ]);
  if (caller.kind === 'user') keys.push(['aws:username', name]);
  return keys;
}
