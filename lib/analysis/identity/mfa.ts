import { Claim } from '../../model/claim';
import type { Deployment } from '../../model/deployment';
import { NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import { concat, type Text } from '../../text';
import { Chains, chainsBy } from './chains';
import { conditionsOf, WITHOUT_MFA, type WithoutMfa } from './conditions';
import { ADMINISTRATIVE_ACTIONS } from './credential-actions';
import { grantsOf } from './grants';
import { permissionsOf } from './permissions';
import type { KeyState } from './policy-text';
import type { Principal } from './principals';
import { requiresMfa, trustOf, type Way } from './trust';

const REQUIRED: Text = {
  ja: '多要素認証の要求（Bool条件でaws:MultiFactorAuthPresentがtrue）',
  en: 'open only with multi-factor authentication (Bool aws:MultiFactorAuthPresent true)',
};
const OF_THE_PROVIDER: Text = {
  ja: '認証連携先で多要素認証を必須としていることの証跡',
  en: 'shown to require multi-factor authentication at the identity provider',
};

/** Whether nobody becomes a role without a second factor, over whatever roles of the deployment. */
const closed = chainsBy(
  (_deployment: Deployment) =>
    new Chains({
      start: Claim.HOLDS,
      way: (way, role, before) => {
        const { kind, resource } = way.principal;
        if (kind === 'service' || kind === 'federated' || kind === 'workload') return Claim.HOLDS;
        const chained = isChained(way, role) ? wasClosed(resource, before) : Claim.BREAKS;
        return requiresMfa(way, trustOf(role)).or(chained).onlyIf(way.opens);
      },
      join: (role, ways) =>
        Claim.all([...ways, ...trustOf(role).open.map(({ when }) => new Claim(when.not(), NEVER))]),
    }),
);

/** Whether an identity provider logs in to a role, over whatever roles of the deployment. */
const federated = chainsBy(
  (_deployment: Deployment) =>
    new Chains({
      start: Claim.BREAKS,
      way: ({ opens, principal: { kind, resource } }, _role, before) => {
        if (kind === 'federated' || kind === 'workload') return opens;
        return kind === 'role' && resource !== undefined ? opens.and(before(resource)) : Claim.BREAKS;
      },
      join: (_role, ways) => Claim.any(ways),
    }),
);

/**
 * Whether nobody comes this way without a second factor. What assumes a role with the credentials of another role
 * cannot show one, whatever was shown to become that other role: there it must have been asked for.
 */
export function closedWithoutMfa(way: Way, role: Resource, facts: Facts): Claim {
  const { principal, statement } = way;
  if (principal.kind === 'service') return Claim.HOLDS;
  const asked = requiresMfa(way, trustOf(role));
  if (asked.holds.isAlways) return Claim.HOLDS;
  const field = statement.field.get('Condition');
  const logsIn = concat({ ja: '', en: 'a log-in by ' }, principal.shown, { ja: 'による認証連携', en: '' });
  const shown = field.states('needed', logsIn, OF_THE_PROVIDER);
  const isDeclared = providerRequiresMfa(principal, role, facts);
  if (principal.kind === 'federated' || principal.kind === 'workload') {
    if (isDeclared) return Claim.HOLDS;
    return new Claim(asked.holds, asked.breaks).or(shown);
  }
  const { deployment } = role;
  const actual = concat({ ja: '', en: 'open to ' }, principal.shown, {
    ja: 'が多要素認証なしで引き受けられる',
    en: ' without multi-factor authentication',
  });
  if (!isChained(way, role)) return asked.explained(field.path, actual, REQUIRED, field.at);
  const chained = wasClosed(principal.resource, (other) => closed(deployment).of(other));
  const provider =
    principal.resource === undefined ? Claim.BREAKS : federated(deployment).of(principal.resource);
  return asked.or(chained).explained(field.path, actual, REQUIRED, field.at).and(shown.onlyIf(provider));
}

/** Whether the profile says that the provider who logs somebody in asks for a second factor. */
function providerRequiresMfa(
  { resource, identity, text, kind }: Principal,
  { deployment }: Resource,
  facts: Facts,
): boolean {
  const declared = facts.providersRequiringMfa ?? [];
  if (declared.length === 0 || kind !== 'federated') return false;
  if (text !== undefined) {
    if (text.includes('/AWSReservedSSO_') || text.includes('aws-reserved/sso.amazonaws.com'))
      return declared.includes(IDENTITY_CENTER);
    return declared.some((name) => text === name || text.endsWith(`-provider/${name}`));
  }
  const made = resource ?? deployment.ofType(...PROVIDERS).find(({ id }) => identity?.startsWith(`@${id}#`));
  if (made === undefined) return false;
  const names = [made.logicalId, made.get('Name').literal, made.get('Url').literal].map(String);
  return names.some((name) => declared.includes(name) || declared.includes(name.replace(/^https:\/\//, '')));
}

/** How a profile names IAM Identity Center. */
export const IDENTITY_CENTER = 'identity-center';
const PROVIDERS = ['AWS::IAM::SAMLProvider', 'AWS::IAM::OIDCProvider'];

const STATES: Readonly<Record<WithoutMfa, KeyState>> = {
  absent: { kind: 'absent' },
  false: { kind: 'values', values: ['false'] },
};

/** Who has no second factor yet must be able to set one up. */
const SETTING_UP = ['iam:CreateVirtualMFADevice', 'iam:EnableMFADevice', 'iam:ResyncMFADevice'];
const ADMINISTERING = ADMINISTRATIVE_ACTIONS.filter((action) => !SETTING_UP.includes(action));

/** Whether some statement of an identity's policies asks for a second factor. */
export function mentionsFactor(identity: Resource): boolean {
  return grantsOf(identity).some(
    ({ statement }) =>
      statement !== undefined &&
      conditionsOf(statement.condition).entries.some(({ key }) => key.startsWith('aws:multifactorauth')),
  );
}

/** Whether an identity can do nothing that administrators do without having shown a second factor. */
export function administersWithMfaOnly(identity: Resource, facts: Facts): Claim {
  const permissions = permissionsOf(identity, facts);
  const { holds, breaks } = Claim.all(
    WITHOUT_MFA.map((state) =>
      permissions
        .allowsAny(ADMINISTERING, {
          'aws:multifactorauthpresent': STATES[state],
          'aws:multifactorauthage': STATES.absent,
        })
        .not(),
    ),
  );
  return new Claim(holds, breaks);
}

/** Whether a role of this account goes on to a role. */
function isChained({ principal: { kind, account } }: Way, { template }: Resource): boolean {
  const isHere = account === 'own' || (account !== 'unknown' && account.id === template.stack.account);
  return kind === 'role' && isHere;
}

/** Whether the role from which one goes on was closed without a second factor; one that is not here cannot be told. */
function wasClosed(role: Resource | undefined, before: (other: Resource) => Claim): Claim {
  return role === undefined ? new Claim(NEVER, NEVER) : before(role);
}
