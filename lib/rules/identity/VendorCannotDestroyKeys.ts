import { hasNone } from '../../analysis/identity/administrators';
import { asked } from '../../analysis/identity/asked';
import { IDENTITY_TYPES } from '../../analysis/identity/identities';
import { isEffective } from '../../analysis/identity/keys';
import { outsiderCanBecome } from '../../analysis/identity/outside';
import { type Permission, permissionsOf } from '../../analysis/identity/permissions';
import { defineRule } from '../define';
import { LIMITED_BY_POLICIES } from '../reliefs';

/** What makes everything under a key unreadable. */
const DESTROYING = ['kms:ScheduleKeyDeletion', 'kms:DeleteImportedKeyMaterial', 'kms:DeleteCustomKeyStore'];

export const VendorCannotDestroyKeys = defineRule({
  id: 'VendorCannotDestroyKeys',
  clauses: ['9.2(7)③', '8.1⑥'],
  title: {
    ja: '委託事業者等は、暗号鍵を廃棄する権限を持たない',
    en: 'Vendors and operators have no right to destroy keys',
  },
  why: {
    ja: '暗号鍵の廃棄は情報資産の廃棄に当たり、本市が許可して行う。委託事業者等の誤りや悪意で、全ての情報が読めなくなる。',
    en: "To destroy a key is to dispose of data, which the city permits and does. A vendor's mistake would make all of it unreadable.",
  },
  fix: {
    ja: 'kms:ScheduleKeyDeletion等をAllow文から除くか、Resourceを"*"とするConditionのないDeny文で拒否するか、PermissionsBoundaryで許可範囲から外してください。',
    en: 'Take kms:ScheduleKeyDeletion and the like out of the Allow statements, deny them in a statement with Resource "*" and no condition, or leave them out of a PermissionsBoundary.',
  },
  cdk: {
    ja: 'grantAdmin等を渡さず、VendorAdministratorRoleを用いる',
    en: 'VendorAdministratorRole, and no grantAdmin of Key',
  },
  relievedBy: [LIMITED_BY_POLICIES],
  resources: IDENTITY_TYPES,
  check: (identity, { marks }) => {
    const found = permissionsOf(identity, marks.facts).allowed(DESTROYING);
    const rights = hasNone(found.map(ofKeysThatLeaveIt), {
      ja: '暗号鍵を廃棄する操作を許可しないこと',
      en: 'without actions that destroy keys',
    });
    return rights.holds.isAlways ? rights : asked(rights, outsiderCanBecome(identity, marks));
  },
});

/** What a statement allows on keys whose own policy does not leave it to the account is nothing. */
function ofKeysThatLeaveIt(permission: Permission): Permission {
  const { statement, actions } = permission;
  if (statement === undefined) return permission;
  return {
    ...permission,
    actions: actions.map(({ action, allowed }) => ({
      action,
      allowed: allowed.and(isEffective(statement, action)),
    })),
  };
}
