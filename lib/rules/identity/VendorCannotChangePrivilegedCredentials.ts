import { hasNone } from '../../analysis/identity/administrators';
import { asked } from '../../analysis/identity/asked';
import { CREDENTIAL_ACTIONS } from '../../analysis/identity/credential-actions';
import { describeWay } from '../../analysis/identity/escalation-text';
import { escalationsOf, type Step } from '../../analysis/identity/escalations';
import { IDENTITY_TYPES } from '../../analysis/identity/identities';
import { letsOutsiderIn } from '../../analysis/identity/outside';
import { permissionsOf } from '../../analysis/identity/permissions';
import type { Marks } from '../../analysis/marks';
import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import type { Text } from '../../text';
import { defineRule } from '../define';

export const VendorCannotChangePrivilegedCredentials = defineRule({
  id: 'VendorCannotChangePrivilegedCredentials',
  clauses: ['7.2(1)③(エ)'],
  title: {
    ja: '委託事業者等は、特権を付与されたID及びパスワードを変更する権限を持たない',
    en: 'Vendors and operators have no right to change privileged ids and passwords',
  },
  why: {
    ja: '委託事業者が特権IDや信頼関係を変更できると、契約の範囲を超えた権限を自らに与え、又は市の管理者を締め出すことができる。',
    en: 'A vendor that can change privileged ids or trust can give itself rights beyond its contract, or lock the administrators of the city out.',
  },
  fix: {
    ja: '当該操作をAllow文から除くか、ResourceをワイルドカードとするConditionのないDeny文で拒否するか、PermissionsBoundaryで許可範囲から外してください。"iam:*"などのワイルドカードやNotActionによる許可にも注意してください。',
    en: 'Take these actions out of the Allow statements, deny them in a statement with Resource "*" and no condition, or leave them out of a PermissionsBoundary; mind wildcards such as "iam:*" and NotAction.',
  },
  cdk: {
    ja: 'VendorAdministratorRoleを用いる',
    en: 'use VendorAdministratorRole',
  },
  resources: IDENTITY_TYPES,
  check: (identity, { marks }) => {
    const rights = hasNone(permissionsOf(identity, marks.facts).allowed(CREDENTIAL_ACTIONS), REQUIRED);
    // Whoever may do it itself need not be told over which other id, too.
    if (rights.breaks.isAlways) return asked(rights, letsOutsiderIn(identity, marks));
    const outside = letsOutsiderIn(identity, marks);
    return outside.breaks.isAlways ? Claim.HOLDS : asked(rights.and(escalates(identity, marks)), outside);
  },
});

const REQUIRED: Text = {
  ja: '特権ID、パスワード及び権限を変更する操作を許可しないこと',
  en: 'without actions that change privileged ids, their passwords or their rights',
};

/** Says that an id does not come by such rights over another one. */
function escalates(identity: Resource, marks: Marks): Claim {
  // A role that lets outside parties in is judged itself.
  const isJudged = ({ role, over }: Step) =>
    over === undefined && role !== undefined && !letsOutsiderIn(role, marks).holds.isNever;
  const ways = escalationsOf(
    identity,
    marks.facts,
    (step) => step.path.gains.kind === 'role' && isJudged(step),
  );
  return Claim.all(
    ways.slice(0, MOST_WAYS).map(({ steps, actions, open }) => {
      const by = steps[0]?.by?.grant;
      return open.not().explained(by?.path ?? '', describeWay(steps, actions), REQUIRED, by?.at);
    }),
  );
}

/** More ways than this help nobody. */
const MOST_WAYS = 3;
