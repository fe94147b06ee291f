import { Claim } from '../../model/claim';
import type { Resource } from '../../model/resource';
import type { Facts } from '../../policy/profile';
import { arnOf } from '../arn-pattern';
import { entrances } from './entrances';
import type { Grant } from './grants';
import { type By, permissionsOf } from './permissions';
import { isAboutEverything } from './statements';
import { ALL_USES } from './stores';
import { targetsNamed } from './targets-named';

/** A right to get at a resource of the deployment that a statement names, by reference or by a pattern. */
export interface NamedRight {
  readonly resource: Resource;
  readonly action: string;
  readonly grant: Grant;
  /** Whether it is there, and names the resource by less than everything. */
  readonly given: Claim;
}

const ASSUME = 'sts:AssumeRole';

/**
 * The rights of an identity to some resources of the deployment and to roles that leave it to their account who
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
      .map(({ grant, allowed }) => ({ resource, action, grant, given: byName({ grant, allowed }) }))
      .filter(({ given }) => !given.breaks.isAlways);
  const data =
    named.size === 0
      ? []
      : targetsNamed(identity.deployment, permissions.naming([...named])).flatMap(
          ({ resource, arn, actions }) => {
            const asked = actions.filter((action) => named.has(action));
            if (asked.length === 0 || !isAsked(resource)) return [];
            return asked.flatMap((action) =>
              found(resource, action, permissions.statementsFor({ action, target: arn, within: true })),
            );
          },
        );
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

function byName({ grant: { statement }, allowed }: By): Claim {
  if (statement === undefined) return Claim.BREAKS;
  const { holds, breaks } = allowed.and(isAboutEverything(statement).not());
  return new Claim(holds, breaks);
}
