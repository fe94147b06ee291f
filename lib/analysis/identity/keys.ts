import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import type { Statement } from '../policy-document';
import { isHere } from './entrances';
import { resourceGrants } from './resource-grants';
import { documentAt } from './statements';

/**
 * Whether the policy of a key names its account, and so leaves it to the policies of identities who may do something
 * with it. Where it does not, what those allow is nothing. A key without a policy of its own has one that does.
 */
export function leavesItToAccount(key: Resource, action: string): Claim {
  const policy = key.get('KeyPolicy');
  if (policy.isAbsent) return Claim.HOLDS;
  const { holds, breaks } = Claim.any(
    resourceGrants(documentAt(policy, key), key)
      .filter(
        ({ principal: { kind, account } }) =>
          kind === 'anyone' || (kind === 'account' && mayBeHere(account, key)),
      )
      .map(({ may }) => may(action)),
  );
  return new Claim(holds, breaks);
}

/** An account that is written out may be the own one, where that is not known. */
function mayBeHere(account: Parameters<typeof isHere>[0], key: Resource): boolean {
  return isHere(account, key) || account === 'unknown' || key.template.stack.account === undefined;
}

/** Whether a statement is effective for keys: those that it names by reference must leave it to their account. */
export function isEffective({ resources }: Statement, action: string): Claim {
  const keys = resources.known.map((item) => {
    const [only, second] = item.alternatives;
    const isKey =
      second === undefined && only?.value.kind === 'reference' && only.value.resource.type === KEY;
    return isKey && only?.value.kind === 'reference' ? only.value.resource : undefined;
  });
  if (resources.open.length > 0 || keys.length === 0 || keys.includes(undefined)) return Claim.HOLDS;
  return Claim.any((keys as Resource[]).map((key) => leavesItToAccount(key, action)));
}

const KEY = 'AWS::KMS::Key';
