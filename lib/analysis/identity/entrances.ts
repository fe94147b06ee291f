import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import type { Resource } from '../../model/resource';
import type { Account } from './principals';
import { trustOf } from './trust';

/** A role that somebody can become. */
export interface Entrance {
  readonly role: Resource;
  readonly opens: Claim;
}

export interface Entrances {
  /** By the id of the deployment that a role names. */
  readonly named: ReadonlyMap<Resource, readonly Entrance[]>;
  /** Roles that let in whomever the policies of their account allow to come. */
  readonly byAccount: readonly Entrance[];
  readonly byService: ReadonlyMap<string, readonly Entrance[]>;
}

const indexes = new WeakMap<Deployment, Entrances>();

/** Who may become which roles of a deployment, the other way round than roles say it. */
export function entrances(deployment: Deployment): Entrances {
  let index = indexes.get(deployment);
  if (index === undefined) {
    const named = new Map<Resource, Entrance[]>();
    const byService = new Map<string, Entrance[]>();
    const byAccount: Entrance[] = [];
    const push = <K>(map: Map<K, Entrance[]>, key: K, entrance: Entrance) => {
      const list = map.get(key);
      if (list === undefined) map.set(key, [entrance]);
      else list.push(entrance);
    };
    for (const role of deployment.ofType('AWS::IAM::Role')) {
      for (const { opens, principal } of trustOf(role).ways) {
        const entrance = { role, opens: new Claim(opens.holds, opens.breaks) };
        if (principal.resource !== undefined) push(named, principal.resource, entrance);
        else if (principal.kind === 'account' && isHere(principal.account, role)) byAccount.push(entrance);
        else if (principal.kind === 'service' && principal.text !== undefined) {
          push(byService, principal.text.replace(/\.amazonaws\.com\.cn$/, '.amazonaws.com'), entrance);
        }
      }
    }
    index = { named, byService, byAccount };
    indexes.set(deployment, index);
  }
  return index;
}

/** Whether an account is certainly the one of a resource. */
export function isHere(account: Account, { template }: Resource): boolean {
  return account === 'own' || (account !== 'unknown' && account.id === template.stack.account);
}
