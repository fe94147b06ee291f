import { DATA_STORES, isClusterMember } from '../analysis/data-stores';
import { isAdministrator } from '../analysis/identity/administrators';
import { type Becoming, becomingOf } from '../analysis/identity/becoming';
import { CREDENTIAL_ACTIONS } from '../analysis/identity/credential-actions';
import { IDENTITY_TYPES, shapeOf } from '../analysis/identity/identities';
import { permissionsOf } from '../analysis/identity/permissions';
import type { Principal } from '../analysis/identity/principals';
import { type Reach, reachOf } from '../analysis/identity/reach';
import { isOutsider, resourcePolicyOf } from '../analysis/identity/resource-policy';
import { storeParts } from '../analysis/identity/store-actions';
import { Marks } from '../analysis/marks';
import type { Deployment } from '../model/deployment';
import { ALWAYS } from '../model/guard';
import type { Resource } from '../model/resource';
import { describeValue } from '../model/value';
import type { Facts, Profile } from '../policy/profile';
import { plain, type Text } from '../text';
import { version } from '../version';
import type { AccessOptions } from './index';
import { calledAs, namesOf } from './names';
import type { AccessReport, BecomingRow, PrincipalRow, PrincipalSort, ReachRow, StoreRow } from './report';
import { certaintyOf, displayName, namedOf, reachRow } from './rows';

/** What makes everything under a key unreadable. 9.2(7)③ */
const DESTROYING = ['kms:ScheduleKeyDeletion', 'kms:DeleteImportedKeyMaterial', 'kms:DeleteCustomKeyStore'];

const SORTS: Readonly<Record<string, PrincipalSort>> = {
  'AWS::IAM::Role': 'role',
  'AWS::IAM::User': 'user',
  'AWS::IAM::Group': 'group',
  'AWS::SSO::PermissionSet': 'permission-set',
};

/** Principals that a reader looks for first come first. */
const ORDER: readonly PrincipalSort[] = [
  'anyone',
  'account',
  'outside-role',
  'outside-user',
  'federated',
  'unknown',
  'permission-set',
  'user',
  'group',
  'role',
  'service',
];

interface Store {
  readonly resource: Resource;
  readonly row: StoreRow;
}

/** Everybody who is asked about. */
type Someone =
  | { readonly identity: Resource }
  | { readonly sort: PrincipalSort; readonly name: Text; readonly at: ReadonlyMap<Resource, Principal> };

/** @throws InputError for a name that nothing has */
export function buildAccess(
  deployment: Deployment,
  profile: Profile,
  { zone, principal, resource }: AccessOptions,
): AccessReport {
  const marks = new Marks(profile.facts, zone);
  const wanted = resource === undefined ? sensitiveStores(deployment, marks) : askedFor(resource, deployment);
  const all = wanted.map((one): Store => ({ resource: one, row: storeRow(one, marks) })).sort(byName);
  const stores = all.filter((one) => storeParts(one.resource.type) !== undefined);
  const everybody: readonly Someone[] = [
    ...deployment.ofType(...IDENTITY_TYPES).map((identity) => ({ identity })),
    ...outsidersOf(stores),
  ];
  const chosen =
    principal === undefined
      ? everybody
      : calledAs(
          principal,
          everybody.map((thing) => ({ thing, names: namesOfSomeone(thing) })),
          '--principal',
        );
  const isPair = principal !== undefined && resource !== undefined;
  const principals = chosen.map((one) => principalRow(one, stores, marks, profile.facts, isPair));
  return {
    tool: { name: 'jichitai-guardrails', version, profile: profile.name },
    asked: {
      ...(principal === undefined ? {} : { principal }),
      ...(resource === undefined ? {} : { resource }),
    },
    templates: deployment.templates.length,
    stores: stores.map(({ row }) => row),
    principals: principals.sort(compareRows),
    untold: all.filter((one) => !stores.includes(one)).map(({ row }) => row),
  };
}

/** Stores that are not certainly below confidentiality 2. */
function sensitiveStores(deployment: Deployment, marks: Marks): readonly Resource[] {
  return deployment.ofType(...DATA_STORES).filter((store) => {
    if (store.type === 'AWS::RDS::DBInstance' && isClusterMember(store).holds.isAlways) return false;
    return !marks.atLeast(store, 'confidentiality', 2).breaks.isAlways;
  });
}

function askedFor(asked: string, deployment: Deployment): readonly Resource[] {
  const told = deployment.resources.filter(
    ({ type }) => storeParts(type) !== undefined || DATA_STORES.includes(type),
  );
  return calledAs(
    asked,
    told.map((thing) => ({ thing, names: namesOf(thing) })),
    '--resource',
  );
}

function byName(a: Store, b: Store): number {
  return compare(
    [a.row.name, a.row.template, a.row.logicalId],
    [b.row.name, b.row.template, b.row.logicalId],
  );
}

function compare(a: readonly string[], b: readonly string[]): number {
  for (const [at, left] of a.entries()) {
    const right = b[at] as string;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

function compareRows(a: PrincipalRow, b: PrincipalRow): number {
  const order = ORDER.indexOf(a.sort) - ORDER.indexOf(b.sort);
  if (order !== 0) return order;
  const keys = ({ name, identity }: PrincipalRow) => [
    name.en,
    identity?.template ?? '',
    identity?.logicalId ?? '',
  ];
  return compare(keys(a), keys(b));
}

function storeRow(store: Resource, marks: Marks): StoreRow {
  const confidentiality = marks.single(store, 'confidentiality');
  return { ...namedOf(store, marks), ...(confidentiality === undefined ? {} : { confidentiality }) };
}

/** Whom policies of stores name and the deployment does not make. */
function outsidersOf(stores: readonly Store[]): readonly Someone[] {
  const found = new Map<string, { sort: PrincipalSort; name: Text; at: Map<Resource, Principal> }>();
  for (const { resource: store } of stores) {
    for (const { grant, named, excepting } of resourcePolicyOf(store).statements) {
      if (grant.allows.breaks.isAlways) continue;
      const principals: readonly Principal[] = excepting ? [EVERYBODY] : named.known;
      for (const principal of principals) {
        if (!isOutsider(principal, store)) continue;
        const sort = sortOf(principal);
        const name = sort === 'anyone' ? ANYONE : nameOfOutsider(principal);
        const key = `${sort} ${name.en}`;
        const one = found.get(key) ?? { sort, name, at: new Map() };
        if (!one.at.has(store)) one.at.set(store, principal);
        found.set(key, one);
      }
    }
  }
  return [...found.values()];
}

const ANYONE: Text = { ja: '不特定の者', en: 'anyone' };

/** Whom an Allow with NotPrincipal lets in. */
const EVERYBODY: Principal = {
  kind: 'anyone',
  account: 'unknown',
  shown: ANYONE,
  when: ALWAYS,
  identity: undefined,
  isOpen: false,
};

function nameOfOutsider({ shown, text, account }: Principal): Text {
  if (text !== undefined && /^arn:aws[a-z-]*:iam::\d{12}:root$/.test(text) && typeof account === 'object')
    return plain(account.id);
  return text === undefined ? shown : plain(text);
}

function sortOf({ kind }: Principal): PrincipalSort {
  switch (kind) {
    case 'role':
      return 'outside-role';
    case 'user':
      return 'outside-user';
    case 'workload':
      return 'federated';
    default:
      return kind;
  }
}

function namesOfSomeone(someone: Someone): readonly string[] {
  if ('identity' in someone) return namesOf(someone.identity);
  const { name, sort } = someone;
  return [name.en, name.ja, ...(sort === 'anyone' ? ['*'] : [])];
}

function principalRow(
  someone: Someone,
  stores: readonly Store[],
  marks: Marks,
  facts: Facts,
  withNone: boolean,
): PrincipalRow {
  const reaches = stores.flatMap(({ resource: store, row }): readonly ReachRow[] => {
    const outsider = 'identity' in someone ? undefined : someone.at.get(store);
    if (!('identity' in someone) && outsider === undefined) return [];
    const who = 'identity' in someone ? someone : { outsider: outsider as Principal };
    const reach = reachOf(who, store, facts) as Reach;
    const made = reachRow(reach, row, who, marks);
    return withNone || Object.values(made.levels).some((level) => level !== 'no') ? [made] : [];
  });
  if (!('identity' in someone)) {
    const { sort, name } = someone;
    return { sort, name, becoming: [], reaches };
  }
  const { identity } = someone;
  const party = marks.single(identity, 'party');
  return {
    sort: SORTS[identity.type] as PrincipalSort,
    name: plain(displayName(identity)),
    identity: namedOf(identity, marks),
    ...(party === undefined ? {} : { party }),
    becoming: becomingOf(identity, facts).map((way) => becomingRow(way, identity)),
    rights: rightsOf(identity, facts),
    reaches,
  };
}

function becomingRow({ from, kind, over, mfa, opens }: Becoming, identity: Resource): BecomingRow {
  return {
    from,
    kind,
    over: over.map(displayName),
    mfa,
    certainty: certaintyOf(opens, identity.exists),
  };
}

function rightsOf(identity: Resource, facts: Facts): NonNullable<PrincipalRow['rights']> {
  const permissions = permissionsOf(identity, facts);
  const of = (actions: readonly string[]) => certaintyOf(permissions.allowsAny(actions), identity.exists);
  return {
    administrator: certaintyOf(isAdministrator(identity, facts), identity.exists),
    credentials: of(CREDENTIAL_ACTIONS),
    keyDestruction: of(DESTROYING),
    ...boundaryOf(identity),
  };
}

function boundaryOf(identity: Resource): { readonly boundary?: Text } {
  const path = shapeOf(identity)?.boundary;
  const alternatives = path === undefined ? [] : identity.get(path).alternatives;
  const found = alternatives.find(({ value }) => value.kind !== 'absent' && value.kind !== 'impossible');
  if (found === undefined) return {};
  const { value } = found;
  return { boundary: value.kind === 'reference' ? plain(displayName(value.resource)) : describeValue(value) };
}
