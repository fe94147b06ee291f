import type { Field } from '../../model/field';
import type { Template } from '../../model/template';
import { known, type Value } from '../../model/value';
import type { Conditions, Entry } from './conditions';
import { type Principal, principalInIam } from './principals';

const POSITIVE = new Set(['arnlike', 'arnequals', 'stringlike', 'stringequals', 'stringequalsignorecase']);
/** Keys that name the account of a caller; keys of KMS have one of their own. */
const ACCOUNT = new Set(['aws:principalaccount', 'kms:calleraccount']);

/** Those of an account, or of everybody, whom the conditions of an Allow let in: by their ARNs, or by their accounts. */
export function narrowed(
  principal: Principal,
  conditions: Conditions,
  template: Template,
): readonly Principal[] {
  if (principal.kind !== 'anyone' && principal.kind !== 'account') return [principal];
  for (const entry of conditions.entries) {
    if (!limits(entry, principal)) continue;
    const values = entry.values.known.map(onlyValue);
    const named = values.map((value) =>
      value === undefined ? undefined : byCondition(entry, value, principal, template),
    );
    if (named.length > 0 && named.every((one) => one !== undefined)) return named;
  }
  return [principal];
}

function limits({ key, operator, values, when }: Entry, principal: Principal): boolean {
  const isAsked = key === 'aws:principalarn' || (ACCOUNT.has(key) && principal.kind === 'anyone');
  if (!isAsked || !POSITIVE.has(operator.base) || !principal.when.implies(when)) return false;
  return !operator.ifExists && !operator.forAllValues && values.open.length === 0;
}

function onlyValue(item: Field): Value | undefined {
  const [only, second] = item.alternatives;
  return second === undefined ? only?.value : undefined;
}

function byCondition(
  { key }: Entry,
  value: Value,
  principal: Principal,
  template: Template,
): Principal | undefined {
  if (ACCOUNT.has(key)) {
    if (value.kind === 'unknown' && value.variable?.name === 'AWS::AccountId') {
      return { ...principal, kind: 'account', account: 'own', shown: principal.shown };
    }
    // A pattern of numbers stands for an account that nobody can tell, and may be one of those that are known.
    const id = value.kind === 'known' ? String(value.value) : undefined;
    if (id === undefined || !/^[\d*?]+$/.test(id) || /^[*?]+$/.test(id)) return undefined;
    return { ...principal, kind: 'account', account: { id } };
  }
  if (value.kind !== 'known' && value.kind !== 'reference' && value.kind !== 'text') return undefined;
  const found = principalInIam(value.kind === 'known' ? known(value.value) : value, template);
  if (found.kind === 'unknown') return undefined;
  const account = found.account === 'unknown' ? principal.account : found.account;
  return { ...principal, ...found, account };
}
