import { Claim, type Evidence } from '../../model/claim';
import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import type { Text } from '../../text';
import { ADMINISTRATIVE_ACTIONS } from './credential-actions';
import { type Permission, type Permissions, permissionsOf } from './permissions';

const memo = new WeakMap<Permissions, Claim>();

/** Whether an identity has administrative rights (管理権限, 特権), by what it may do. */
export function isAdministrator(identity: Resource, facts: Facts): Claim {
  const permissions = permissionsOf(identity, facts);
  let claim = memo.get(permissions);
  if (claim === undefined) {
    const { holds, breaks } = permissions.allowsAny(ADMINISTRATIVE_ACTIONS);
    const open = holds.or(breaks).not();
    claim = new Claim(holds, breaks, open.isNever ? [] : [rightsUnknown(open)]);
    memo.set(permissions, claim);
  }
  return claim;
}

/** The names by which a profile may list an identity. */
export function namesOf(identity: Resource): readonly string[] {
  const names = ['RoleName', 'UserName', 'GroupName', 'Name'].map((key) => identity.get(key).literal);
  return [identity.logicalId, ...names.filter((name) => typeof name === 'string')];
}

function rightsUnknown(when: Guard): Evidence {
  return {
    path: '',
    actual: { ja: '権限の一部が分からない', en: 'rights of which a part is not known' },
    required: {
      ja: '管理権限の有無が定まること',
      en: 'known, since administrative rights decide whether the rule applies',
    },
    outcome: 'undetermined',
    when,
  };
}

const MOST_NAMED = 6;

/** Says that an identity has none of the rights found, and by which statements it has them. */
export function hasNone(permissions: readonly Permission[], required: Text): Claim {
  return Claim.all(
    permissions.map(({ path, at, actions }) => {
      const breaks = actions.reduce<Guard>((so, { allowed }) => so.or(allowed.holds), NEVER);
      const holds = actions.reduce<Guard>((so, { allowed }) => so.and(allowed.breaks), breaks.not());
      const open = breaks.or(holds).not();
      const piece = (
        outcome: 'breaks' | 'undetermined',
        when: Guard,
        named: readonly string[],
      ): Evidence[] => (when.isNever ? [] : [{ path, at, actual: listed(named), required, outcome, when }]);
      const certain = actions.filter(({ allowed }) => !allowed.holds.isNever).map(({ action }) => action);
      return new Claim(holds, breaks, [
        ...piece('breaks', breaks, certain),
        ...piece(
          'undetermined',
          open,
          actions.map(({ action }) => action),
        ),
      ]);
    }),
  );
}

function listed(actions: readonly string[]): Text {
  const shown = actions.slice(0, MOST_NAMED).join(', ');
  const more = actions.length - MOST_NAMED;
  return more > 0
    ? { ja: `${shown} ほか${more}件を許可`, en: `a right to ${shown} and ${more} more` }
    : { ja: `${shown}を許可`, en: `a right to ${shown}` };
}
