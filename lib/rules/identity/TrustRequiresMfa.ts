import { isAdministrator } from '../../analysis/identity/administrators';
import { asked } from '../../analysis/identity/asked';
import {
  administersWithMfaOnly,
  closedWithoutMfa,
  IDENTITY_CENTER,
  mentionsFactor,
} from '../../analysis/identity/mfa';
import { outsiderCanBecome, partyOf } from '../../analysis/identity/outside';
import { isAmong, isOwnAccount } from '../../analysis/identity/principals';
import { trustOf, type Way } from '../../analysis/identity/trust';
import { Claim } from '../../model/claim';
import { NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import { concat } from '../../text';
import { type Context, defineRule } from '../define';

export const TrustRequiresMfa = defineRule({
  id: 'TrustRequiresMfa',
  clauses: ['7.5(1)⑦', '4(1)②(ア)'],
  title: {
    ja: '委託事業者等が引き受けられるIAMロールは、信頼ポリシーの全ての文で多要素認証を要求する',
    en: 'IAM roles that a vendor or operator can assume require multi-factor authentication in every trust statement',
  },
  why: {
    ja: '委託事業者の保守用の認証情報は庁外の端末にある。多要素認証がなければ、それが盗まれただけで、庁外からウェブサイトや業務システムを改ざんできる。',
    en: 'A vendor keeps its credentials on machines outside of the city hall. Without a second factor, stealing them is enough to alter sites and systems from anywhere.',
  },
  fix: {
    ja: 'AssumeRolePolicyDocumentの全てのAllow文のConditionに、Boolで"aws:MultiFactorAuthPresent": "true"を指定してください。BoolIfExistsは、多要素認証の情報がない要求も許すため認められません。',
    en: 'Put "aws:MultiFactorAuthPresent": "true" under Bool in the Condition of every Allow statement of AssumeRolePolicyDocument; BoolIfExists also lets in requests that say nothing of a second factor.',
  },
  cdk: {
    ja: "VendorAdministratorRoleを用いるか、new PrincipalWithConditions(principal, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })を指定する",
    en: "use VendorAdministratorRole, or new PrincipalWithConditions(principal, { Bool: { 'aws:MultiFactorAuthPresent': 'true' } })",
  },
  resources: ['AWS::IAM::Role', 'AWS::SSO::PermissionSet'],
  check: (identity, context) => {
    if (identity.type === 'AWS::SSO::PermissionSet') return permissionSet(identity, context);
    const { ways, open } = trustOf(identity);
    return Claim.all([
      ...ways.map((way) => {
        const closed = closedWithoutMfa(way, identity, context.marks.facts).onlyIf(way.opens);
        // Most ways are closed; only the others need to be asked whose they are.
        if (closed.holds.isAlways && closed.evidence.length === 0) return closed;
        const asks = isAskedOf(way, identity, context).and(administersOtherwise(identity, context).not());
        return asked(closed, asks);
      }),
      ...open.map((piece) => new Claim(piece.when.not(), NEVER, [piece])),
    ]);
  },
});

/** Whether somebody logs in to a permission set with a second factor is set in IAM Identity Center, outside of templates. */
function permissionSet(set: Resource, { marks }: Context): Claim {
  if (marks.facts.providersRequiringMfa?.includes(IDENTITY_CENTER)) return Claim.HOLDS;
  return set
    .get('')
    .states(
      'needed',
      { ja: 'IAM Identity Centerで認証する', en: 'logged in to by IAM Identity Center' },
      {
        ja: 'IAM Identity Centerで多要素認証を必須としていることの証跡',
        en: 'shown to require multi-factor authentication in IAM Identity Center',
      },
    )
    .onlyIf(partyOf(set, marks).outside);
}

/** An administrator whose rights ask for the second factor, each of them, need not be asked on the way in. */
function administersOtherwise(role: Resource, { marks }: Context): Claim {
  if (!mentionsFactor(role)) return Claim.BREAKS;
  const { holds, breaks } = isAdministrator(role, marks.facts).and(administersWithMfaOnly(role, marks.facts));
  return new Claim(holds, breaks);
}

/**
 * Whether the policy asks a second factor of whoever comes this way.
 *
 * 7.5(1)⑦ asks it of vendors and operators with administrative rights, 4(1)②(ア) of everybody in the my-number zone.
 * - A role marked as a vendor's or operator's: always.
 * - From another account: of users and of the account as a whole (which stands for its people); of its roles, and where
 *   an external id shows that a service of the account is meant, only for administrative rights, since no service has a
 *   second factor to show. Not of the municipality's own role outside of the my-number zone.
 * - From the own account: for administrative rights, if outside parties may be meant or the zone is my-number.
 */
function isAskedOf(
  { principal, conditions, statement }: Way,
  role: Resource,
  { marks, profile }: Context,
): Claim {
  const { kind, account, resource } = principal;
  const party = partyOf(role, marks);
  const outsideAccounts = profile.facts.outsideAccounts;
  if (isAmong(account, outsideAccounts, role.template)) return Claim.HOLDS;
  const ofPipeline = party.declaredOutside;
  if (kind === 'workload') return ofPipeline;
  const myNumber = marks.inZone(role, ['my-number']);
  const administrator = isAdministrator(role, marks.facts);
  const overRole = resource === undefined ? Claim.BREAKS : outsiderCanBecome(resource, marks);
  const fromHere = administrator.and(Claim.any([party.outside, overRole, myNumber]));
  const forService =
    kind === 'role' || (kind === 'account' && conditions.entries.some(({ key }) => key === 'sts:externalid'));
  const fromElsewhere = (forService ? administrator : Claim.HOLDS).and(party.municipality.not().or(myNumber));
  if (kind === 'federated') return party.declaredOutside.or(fromHere);
  if (kind === 'anyone') return party.declaredOutside.or(fromElsewhere);
  const own = isOwnAccount(account, role.template);
  const whose: Claim =
    account === 'unknown'
      ? statement.field.get('Principal').states(
          'undetermined',
          concat(principal.shown, {
            ja: '（どのアカウントか不明）',
            en: ', of an account that is not known',
          }),
          { ja: '配備前に定まるプリンシパル', en: 'a principal that is known before deployment' },
        )
      : Claim.BREAKS;
  return Claim.any([
    party.declaredOutside,
    whose.and(fromHere.or(fromElsewhere)),
    own.and(fromHere),
    own.not().and(fromElsewhere),
    // The same either way, where it cannot be told whose account it is.
    fromHere.and(fromElsewhere),
  ]);
}
