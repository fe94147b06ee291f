import type { Guard } from '../../model/guard';
import type { Resource } from '../../model/resource';
import type { Holder } from './escalation-paths';
import { namedIn } from './named';

/** A role that something has, and when. */
export interface HeldRole {
  readonly role: Resource;
  readonly when: Guard;
}

const ROLE = 'AWS::IAM::Role';
const PROFILE = 'AWS::IAM::InstanceProfile';

/** The roles of the deployment that a resource has, by itself or by an instance profile. */
export function rolesOf(resource: Resource, { path }: Holder): readonly HeldRole[] {
  const field = resource.get(path);
  return field.alternatives.flatMap(({ when, value }): readonly HeldRole[] => {
    if (when.isNever) return [];
    const found =
      value.kind === 'reference'
        ? value.resource
        : value.kind === 'known'
          ? named(String(value.value), resource)
          : undefined;
    if (found === undefined) return [];
    return found.type === ROLE ? [{ role: found, when }] : profileRoles(found, when);
  });
}

function named(text: string, { template }: Resource): Resource | undefined {
  const name = text.slice(text.lastIndexOf('/') + 1);
  return namedIn(PROFILE, name, template) ?? namedIn(ROLE, name, template);
}

function profileRoles(profile: Resource, when: Guard): readonly HeldRole[] {
  if (profile.type !== PROFILE) return [];
  return profile
    .get('Roles')
    .items()
    .known.flatMap((item) =>
      item.references().map(({ value, when: given }) => ({ role: value.resource, when: given.and(when) })),
    )
    .filter(({ role }) => role.type === ROLE);
}
