import { Claim } from '../model/claim';
import type { Deployment } from '../model/deployment';
import { placeholdersIn } from '../model/placeholders';
import type { Resource } from '../model/resource';
import { isRecord, own, type Template } from '../model/template';
import { UNDETERMINED } from './network/alternatives';
import { referredTo } from './network/web-acls';

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
  const importers = (importersIn(resource.deployment).get(resource) ?? []).filter((user) => !ignore(user));
  const used = Claim.any([...users, ...importers].map((user) => Claim.when(user.exists)));
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

const importers = new WeakMap<Deployment, ReadonlyMap<Resource, readonly Resource[]>>();

/** Who takes what another template of the deployment hands on, by export or as the output of a nested stack. */
function importersIn(deployment: Deployment): ReadonlyMap<Resource, readonly Resource[]> {
  let found = importers.get(deployment);
  if (found === undefined) {
    const users = new Map<Resource, Resource[]>();
    for (const template of deployment.templates) {
      for (const user of template.resources.values()) {
        for (const raw of takenBy(rawProperties(user)).imports) {
          for (const { value } of deployment.evaluator.evaluate({ template, raw })) {
            for (const target of referredTo(value)) {
              const list = users.get(target);
              if (list === undefined) users.set(target, [user]);
              else list.push(user);
            }
          }
        }
      }
    }
    found = users;
    importers.set(deployment, found);
  }
  return found;
}

function rawProperties({ template, logicalId }: Resource): unknown {
  return own(own(own(template.raw, 'Resources'), logicalId), 'Properties');
}

/** What a piece of a template takes from elsewhere. */
interface Taken {
  /** Logical ids that Ref, Fn::GetAtt and Fn::Sub name. */
  readonly names: string[];
  /** The functions that take something from another template. */
  readonly imports: unknown[];
}

const TAKEN = new WeakMap<object, Taken>();

function takenBy(raw: unknown): Taken {
  if (typeof raw !== 'object' || raw === null) return { names: [], imports: [] };
  let taken = TAKEN.get(raw);
  if (taken === undefined) {
    taken = { names: [], imports: [] };
    collect(raw, taken);
    TAKEN.set(raw, taken);
  }
  return taken;
}

/** The two parts of what Fn::GetAtt is given; empty where they are no texts. */
function attributeOf(argument: unknown): readonly [id: string, attribute: string] {
  const parts: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  const [first = '', ...rest] = parts.map((part) => (typeof part === 'string' ? part : ''));
  if (Array.isArray(argument)) return [first, rest.join('.')];
  const dot = first.indexOf('.');
  return dot < 0 ? [first, ''] : [first.slice(0, dot), first.slice(dot + 1)];
}

/** Looks at everything once: templates are not deeper than the loader allows. */
function collect(node: object, taken: Taken): void {
  if (Array.isArray(node)) {
    for (const item of node) if (typeof item === 'object' && item !== null) collect(item, taken);
    return;
  }
  for (const key in node) {
    const value = (node as Record<string, unknown>)[key];
    switch (key) {
      case 'Ref':
        if (typeof value === 'string') taken.names.push(value);
        break;
      case 'Fn::GetAtt': {
        const [id, attribute] = attributeOf(value);
        taken.names.push(id);
        if (attribute.startsWith('Outputs.')) taken.imports.push(node);
        break;
      }
      case 'Fn::Sub': {
        const text: unknown = Array.isArray(value) ? value[0] : value;
        if (typeof text !== 'string') break;
        for (const { inner } of placeholdersIn(text)) {
          if (inner !== '' && !inner.startsWith('!')) taken.names.push(inner.split('.', 1)[0] ?? '');
        }
        break;
      }
      case 'Fn::ImportValue':
        taken.imports.push(node);
        break;
      default:
    }
    if (typeof value === 'object' && value !== null) collect(value, taken);
  }
}

/** Logical ids that Ref, Fn::GetAtt and Fn::Sub name anywhere in a piece of a template. */
export function namesIn(raw: unknown): readonly string[] {
  return takenBy(raw).names;
}
