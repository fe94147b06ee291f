import { type Guard, NEVER } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import { arnOf } from '../arn-pattern';
import { entrances } from './entrances';
import type { Grant } from './grants';
import { type By, permissionsOf } from './permissions';
import { isAboutEverything } from './statements';
import { ALL_USES, targetsOf } from './stores';

/** A right to get at a resource of the deployment that a statement names, by reference or by a pattern. */
export interface NamedRight {
  readonly resource: Resource;
  readonly action: string;
  readonly grant: Grant;
  readonly certain: Guard;
}

const ASSUME = 'sts:AssumeRole';

/**
 * The certain rights of an identity to some resources of the deployment and to roles that leave it to their account who
 * becomes them. A right to everything is none of these: it says nothing of those resources, which may be in another
 * account. Neither is one to resources in an account that is certainly another one.
 */
export function namedRights(
  identity: Resource,
  facts: Facts,
  concerns: (resource: Resource) => boolean,
): readonly NamedRight[] {
  const permissions = permissionsOf(identity, facts).seen();
  const named = permissions.mayName(ALL_USES);
  const isAsked = (resource: Resource) =>
    resource !== identity && !isElsewhere(resource, identity) && concerns(resource);
  const found = (resource: Resource, action: string, statements: readonly By[]): readonly NamedRight[] =>
    statements
      .map(({ grant, allowed }) => ({ resource, action, grant, certain: certainly({ grant, allowed }) }))
      .filter(({ certain }) => !certain.isNever);
  const data =
    named.size === 0
      ? []
      : targetsOf(identity.deployment).flatMap(({ resource, arn, actions }) => {
          const asked = actions.filter((action) => named.has(action));
          if (asked.length === 0 || !isAsked(resource)) return [];
          return asked.flatMap((action) =>
            found(resource, action, permissions.statementsFor({ action, target: arn, within: true })),
          );
        });
  if (permissions.mayName([ASSUME]).size === 0) return data;
  const roles = entrances(identity.deployment)
    .byAccount.filter(({ role }) => isAsked(role))
    .flatMap(({ role, opens }) =>
      found(
        role,
        ASSUME,
        permissions
          .statementsFor({ action: ASSUME, target: arnOf(role) })
          .map(({ grant, allowed }) => ({ grant, allowed: allowed.and(opens) })),
      ),
    );
  return [...data, ...roles];
}

function isElsewhere(a: Resource, b: Resource): boolean {
  const [one, other] = [a.template.stack.account, b.template.stack.account];
  return one !== undefined && other !== undefined && one !== other;
}

function certainly({ grant: { statement }, allowed }: By): Guard {
  return statement === undefined ? NEVER : allowed.holds.minus(isAboutEverything(statement).holds);
}
