import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import { NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import { plain, type Text } from '../../text';
import { arnOf } from '../arn-pattern';
import { isAdministrator } from './administrators';
import { isHere } from './entrances';
import { IDENTITY_TYPES } from './identities';
import { administersWithMfaOnly, closedWithoutMfa, IDENTITY_CENTER } from './mfa';
import { permissionsOf } from './permissions';
import type { PrincipalKind } from './principals';
import { trustOf, type Way } from './trust';

/** Whether nobody comes this way without a second factor; `provider`: for the identity provider to show. */
export type Mfa = 'yes' | 'no' | 'undetermined' | 'provider' | 'none';

export type BecomingKind = PrincipalKind | 'password' | 'access-key' | 'member' | 'identity-center';

/** One way in which somebody becomes an identity. */
export interface Becoming {
  readonly kind: BecomingKind;
  /** Who it is that begins. */
  readonly from: Text;
  /** Identities of the deployment over which it goes, the first one first; without the one that is asked about. */
  readonly over: readonly Resource[];
  readonly mfa: Mfa;
  readonly opens: Claim;
}

const ASSUME = 'sts:AssumeRole';
/** Longer chains of roles, and more of them, are not told one by one. */
const MOST_STEPS = 4;
const MOST_WAYS = 16;

/** How somebody becomes an identity, over whatever roles of the deployment. */
export function becomingOf(identity: Resource, facts: Facts): readonly Becoming[] {
  switch (identity.type) {
    case 'AWS::IAM::Role':
      return intoRole(identity, facts, [identity]).slice(0, MOST_WAYS);
    case 'AWS::IAM::User':
      return intoUser(identity, facts);
    case 'AWS::IAM::Group':
      return membersOf(identity).map((user) => ({
        kind: 'member',
        from: plain(user.logicalId),
        over: [user],
        mfa: 'undetermined',
        opens: Claim.HOLDS,
      }));
    default: {
      const mfa: Mfa = facts.providersRequiringMfa?.includes(IDENTITY_CENTER) === true ? 'yes' : 'provider';
      const from: Text = { ja: 'IAM Identity Centerの割当て', en: 'an assignment of IAM Identity Center' };
      return [{ kind: 'identity-center', from, over: [], mfa, opens: Claim.HOLDS }];
    }
  }
}

function intoRole(role: Resource, facts: Facts, seen: readonly Resource[]): readonly Becoming[] {
  const trust = trustOf(role);
  const found = trust.ways.flatMap((way): readonly Becoming[] => {
    const { principal, opens } = way;
    const mfa = mfaOf(way, role, facts);
    const { kind, resource } = principal;
    if (resource !== undefined) return after(resource, opens, facts, seen, mfa);
    const from = principal.text === undefined ? principal.shown : plain(principal.text);
    const itself: Becoming = { kind, from, over: [], mfa, opens };
    if (kind !== 'account' || !isHere(principal.account, role)) return [itself];
    const allowed = assumersOf(role, facts).filter(({ identity }) => !seen.includes(identity));
    return [
      itself,
      ...allowed.flatMap(({ identity, may }) => after(identity, opens.and(may), facts, seen, mfa)),
    ];
  });
  const open = trust.open.map(
    ({ actual, when }): Becoming => ({
      kind: 'unknown',
      from: actual,
      over: [],
      mfa: 'undetermined',
      opens: new Claim(NEVER, when.not()),
    }),
  );
  return [...found, ...open];
}

/** The ways into a role that go over another identity. */
function after(
  identity: Resource,
  opens: Claim,
  facts: Facts,
  seen: readonly Resource[],
  mfa: Mfa,
): readonly Becoming[] {
  const kind = identity.type === 'AWS::IAM::User' ? 'user' : 'role';
  const itself: Becoming = { kind, from: plain(identity.logicalId), over: [identity], mfa, opens };
  if (kind === 'user' || seen.includes(identity) || seen.length >= MOST_STEPS) return [itself];
  const before = intoRole(identity, facts, [...seen, identity]);
  return before.length === 0
    ? [itself]
    : before.map((way) => ({
        ...way,
        over: [...way.over, identity],
        mfa: mfa === 'yes' ? 'yes' : way.mfa,
        opens: way.opens.and(opens),
      }));
}

function mfaOf(way: Way, role: Resource, facts: Facts): Mfa {
  if (way.principal.kind === 'service') return 'none';
  const { holds, breaks, evidence } = closedWithoutMfa(way, role, facts);
  if (evidence.some(({ outcome }) => outcome === 'needed')) return 'provider';
  return holds.isAlways ? 'yes' : breaks.isAlways ? 'no' : 'undetermined';
}

interface Assumer {
  readonly identity: Resource;
  readonly may: Claim;
}

const assumers = new WeakMap<Facts, WeakMap<Deployment, readonly Resource[]>>();

/** Identities that may assume a role which leaves it to the policies of its account. */
function assumersOf(role: Resource, facts: Facts): readonly Assumer[] {
  const target = arnOf(role);
  return namingAssume(role.deployment, facts)
    .filter((identity) => identity !== role)
    .map((identity) => ({
      identity,
      may: permissionsOf(identity, facts).seen().may({ action: ASSUME, target }),
    }))
    .filter(({ may }) => !may.breaks.isAlways);
}

function namingAssume(deployment: Deployment, facts: Facts): readonly Resource[] {
  let byDeployment = assumers.get(facts);
  if (byDeployment === undefined) {
    byDeployment = new WeakMap();
    assumers.set(facts, byDeployment);
  }
  let found = byDeployment.get(deployment);
  if (found === undefined) {
    found = deployment
      .ofType('AWS::IAM::Role', 'AWS::IAM::User')
      .filter((identity) => permissionsOf(identity, facts).seen().mayName([ASSUME]).size > 0);
    byDeployment.set(deployment, found);
  }
  return found;
}

function intoUser(user: Resource, facts: Facts): readonly Becoming[] {
  const { deployment } = user;
  const administrator = isAdministrator(user, facts);
  const closed = administersWithMfaOnly(user, facts);
  // To log in is one thing; what asks for the second factor is what the user may do without it.
  const mfa: Mfa = administrator.breaks.isAlways
    ? 'undetermined'
    : closed.holds.isAlways
      ? 'yes'
      : closed.breaks.isAlways
        ? 'no'
        : 'undetermined';
  const keys = deployment.referrers(user, 'AWS::IAM::AccessKey', 'UserName');
  return [
    ...(user.get('LoginProfile').isAbsent
      ? []
      : [way('password', { ja: 'パスワード', en: 'a password' }, mfa)]),
    ...(keys.length === 0 ? [] : [way('access-key', { ja: 'アクセスキー', en: 'an access key' }, mfa)]),
  ];
}

function way(kind: BecomingKind, from: Text, mfa: Mfa): Becoming {
  return { kind, from, over: [], mfa, opens: Claim.HOLDS };
}

function membersOf(group: Resource): readonly Resource[] {
  const { deployment } = group;
  const added = deployment
    .referrers(group, 'AWS::IAM::UserToGroupAddition', 'GroupName')
    .flatMap(({ resource }) => resource.get('Users').items().known)
    .flatMap((item) => item.references().map(({ value }) => value.resource));
  const own = deployment.referrers(group, 'AWS::IAM::User', 'Groups').map(({ resource }) => resource);
  return [...new Set([...own, ...added])].filter(({ type }) => IDENTITY_TYPES.includes(type));
}
