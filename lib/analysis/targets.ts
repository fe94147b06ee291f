import type { Deployment } from '../model/deployment';
import type { Field } from '../model/field';
import type { Guard } from '../model/guard';
import { physicalName } from '../model/physical-name';
import type { Resource } from '../model/resource';
import { identityOf } from '../model/value';

type Names = ReadonlyMap<string, readonly Resource[]>;

const NAMES = new WeakMap<Deployment, Map<string, Names>>();

/** Resources of a type that a field points at, by reference or by their physical name, and when it does. */
export function targetsOf(
  field: Field,
  deployment: Deployment,
  type: string,
): readonly { readonly when: Guard; readonly resource: Resource }[] {
  return field.alternatives.flatMap(({ when, value }) => {
    if (value.kind === 'reference')
      return value.resource.type === type ? [{ when, resource: value.resource }] : [];
    const name = identityOf(value);
    const named = name === undefined ? [] : (namesOf(deployment, type).get(name) ?? []);
    return named
      .map((resource) => ({ when: when.and(resource.exists), resource }))
      .filter((target) => !target.when.isNever);
  });
}

function namesOf(deployment: Deployment, type: string): Names {
  let types = NAMES.get(deployment);
  if (types === undefined) {
    types = new Map();
    NAMES.set(deployment, types);
  }
  let names = types.get(type);
  if (names === undefined) {
    const found = new Map<string, Resource[]>();
    for (const resource of deployment.ofType(type)) {
      const name = physicalName(resource);
      if (name === undefined) continue;
      const same = found.get(name);
      if (same === undefined) found.set(name, [resource]);
      else same.push(resource);
    }
    names = found;
    types.set(type, names);
  }
  return names;
}
