import { Claim } from '../model/claim';
import type { Resource } from '../model/resource';
import { isRecord, own, type Template } from '../model/template';
import { UNDETERMINED } from './network/alternatives';

/** Who names a logical id of a template. */
interface Uses {
  /** Resources that name it, by their logical ids. */
  readonly byResources: ReadonlyMap<string, ReadonlySet<string>>;
  /** Logical ids that an output hands on. */
  readonly byOutputs: ReadonlySet<string>;
}

const memo = new WeakMap<Template, Uses>();

/**
 * Says that something in the deployment uses a resource. What names it in its own template counts, other than those
 * that `ignore` says are a part of it; where an output hands it on, it cannot be told whether somebody takes it.
 */
export function isUsed(resource: Resource, ignore: (user: Resource) => boolean): Claim {
  const { template, logicalId } = resource;
  const uses = usesIn(template);
  const users = [...(uses.byResources.get(logicalId) ?? [])]
    .filter((id) => id !== logicalId)
    .map((id) => template.resources.get(id))
    .filter((user): user is Resource => user !== undefined && !ignore(user));
  const used = Claim.any(users.map((user) => Claim.when(user.exists)));
  const handedOn = uses.byOutputs.has(logicalId) ? UNDETERMINED : Claim.BREAKS;
  return used.or(handedOn);
}

function usesIn(template: Template): Uses {
  let uses = memo.get(template);
  if (uses === undefined) {
    const byResources = new Map<string, Set<string>>();
    const resources = own(template.raw, 'Resources');
    for (const [user, raw] of Object.entries(isRecord(resources) ? resources : {})) {
      for (const id of namesIn(own(raw, 'Properties'))) {
        const users = byResources.get(id);
        if (users === undefined) byResources.set(id, new Set([user]));
        else users.add(user);
      }
    }
    uses = { byResources, byOutputs: new Set(namesIn(template.outputs)) };
    memo.set(template, uses);
  }
  return uses;
}

/** Logical ids that Ref, Fn::GetAtt and Fn::Sub name anywhere in a piece of a template. */
export function namesIn(raw: unknown): readonly string[] {
  const found: string[] = [];
  const rest: unknown[] = [raw];
  while (rest.length > 0) {
    const piece = rest.pop();
    if (Array.isArray(piece)) for (const item of piece) rest.push(item);
    if (!isRecord(piece)) continue;
    for (const [key, value] of Object.entries(piece)) {
      if (key === 'Ref' && typeof value === 'string') found.push(value);
      if (key === 'Fn::GetAtt')
        found.push(String(Array.isArray(value) ? value[0] : value).split('.')[0] ?? '');
      if (key === 'Fn::Sub') {
        const text = String(Array.isArray(value) ? value[0] : value);
        for (const [, name = ''] of text.matchAll(/\$\{([^!}][^}]*)\}/g))
          found.push(name.split('.')[0] ?? '');
      }
      rest.push(value);
    }
  }
  return found;
}
