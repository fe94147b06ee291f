import { Claim } from '../../model/claim';
import { NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { concat, type Text } from '../../text';
import { requiresMfa, trustOf, type Way } from './trust';

const REQUIRED: Text = {
  ja: '多要素認証の要求（Bool条件でaws:MultiFactorAuthPresentがtrue）',
  en: 'open only with multi-factor authentication (Bool aws:MultiFactorAuthPresent true)',
};
const OF_THE_PROVIDER: Text = {
  ja: '認証連携先で多要素認証を必須としていることの証跡',
  en: 'shown to require multi-factor authentication at the identity provider',
};

/**
 * Whether nobody comes this way without a second factor. What assumes a role with the credentials of another role
 * cannot show one, whatever was shown to become that other role: there it must have been asked for.
 */
export function closedWithoutMfa(way: Way, role: Resource, seen: ReadonlySet<Resource> = new Set()): Claim {
  const { principal, statement } = way;
  if (principal.kind === 'service') return Claim.HOLDS;
  const asked = requiresMfa(way, trustOf(role));
  if (asked.holds.isAlways) return Claim.HOLDS;
  const field = statement.field.get('Condition');
  if (principal.kind === 'federated' || principal.kind === 'workload') {
    const actual = concat({ ja: '', en: 'a log-in by ' }, principal.shown, { ja: 'による認証連携', en: '' });
    return new Claim(asked.holds, asked.breaks).or(field.states('needed', actual, OF_THE_PROVIDER));
  }
  const chained =
    principal.kind === 'role' && isHere(principal.account, role) ? before(way, role, seen) : Claim.BREAKS;
  const actual = concat({ ja: '', en: 'open to ' }, principal.shown, {
    ja: 'が多要素認証なしで引き受けられる',
    en: ' without multi-factor authentication',
  });
  return asked.or(chained).explained(field.path, actual, REQUIRED, field.at);
}

/** Whether a role of this account, from which one goes on, was closed without a second factor. */
function before({ principal: { resource } }: Way, role: Resource, seen: ReadonlySet<Resource>): Claim {
  if (resource === undefined) return new Claim(NEVER, NEVER);
  return seen.has(resource) ? Claim.HOLDS : everyWay(resource, new Set(seen).add(role));
}

function everyWay(role: Resource, seen: ReadonlySet<Resource>): Claim {
  const { ways, open } = trustOf(role);
  return Claim.all([
    ...ways.map((way) => closedWithoutMfa(way, role, seen).onlyIf(way.opens)),
    ...open.map(({ when }) => new Claim(when.not(), NEVER)),
  ]);
}

function isHere(account: Way['principal']['account'], { template }: Resource): boolean {
  return account === 'own' || (account !== 'unknown' && account.id === template.stack.account);
}
