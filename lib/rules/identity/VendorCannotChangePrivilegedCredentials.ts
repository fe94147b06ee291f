import { hasNone } from '../../analysis/identity/administrators';
import { asked } from '../../analysis/identity/asked';
import { CREDENTIAL_ACTIONS } from '../../analysis/identity/credential-actions';
import { IDENTITY_TYPES } from '../../analysis/identity/identities';
import { outsiderCanBecome } from '../../analysis/identity/outside';
import { permissionsOf } from '../../analysis/identity/permissions';
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
    const rights = hasNone(permissionsOf(identity, marks.facts).allowed(CREDENTIAL_ACTIONS), {
      ja: '特権ID、パスワード及び権限を変更する操作を許可しないこと',
      en: 'without actions that change privileged ids, their passwords or their rights',
    });
    return rights.holds.isAlways ? rights : asked(rights, outsiderCanBecome(identity, marks));
  },
});
