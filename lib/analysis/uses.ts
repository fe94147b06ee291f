import { Claim } from '../model/claim';
import type { Deployment } from '../model/deployment';
import { ALWAYS, type Guard, NEVER } from '../model/guard';
import { placeholdersIn } from '../model/placeholders';
import type { Resource } from '../model/resource';
import { isRecord, own, type Template } from '../model/template';
import { UNDETERMINED } from './network/alternatives';
import { referredTo } from './network/web-acls';

/** Who names what in a template. */
interface Uses {
  /** Logical ids of resources that name a resource, by its own. */
  readonly byResources: ReadonlyMap<string, readonly string[]>;
  /** Logical ids that an output hands on. */
  readonly byOutputs: ReadonlySet<string>;
  /** The functions that take something from another template, with the logical ids of who does. */
  readonly imports: readonly { readonly user: string; readonly raw: unknown }[];
}

const memo = new WeakMap<Template, Uses>();

/**
 * Says that something in the deployment uses a resource. What names it in its own template counts, other than those
 * that `ignore` says are a part of it; where an output hands it on, it cannot be told whether somebody takes it.
 */
export function isUsed(resource: Resource, ignore: (user: Resource) => boolean): Claim {
  const { template, logicalId } = resource;
  const uses = usesIn(template);
  let used: Guard = NEVER;
  for (const id of uses.byResources.get(logicalId) ?? []) {
    const user = id === logicalId ? undefined : template.resources.get(id);
    if (user !== undefined && !ignore(user)) used = used.or(user.exists);
    if (used === ALWAYS) return Claim.HOLDS;
  }
  for (const user of importersIn(resource.deployment).get(resource) ?? []) {
    if (!ignore(user)) used = used.or(user.exists);
  }
  return Claim.when(used).or(uses.byOutputs.has(logicalId) ? UNDETERMINED : Claim.BREAKS);
}

function usesIn(template: Template): Uses {
  let uses = memo.get(template);
  if (uses === undefined) {
    const byResources = new Map<string, string[]>();
    const imports: { readonly user: string; readonly raw: unknown }[] = [];
    const resources = own(template.raw, 'Resources');
    for (const [user, raw] of Object.entries(isRecord(resources) ? resources : {})) {
      const taken = takenBy(own(raw, 'Properties'));
      for (const id of taken.names) {
        // Names of parameters are more than those of resources.
        if (!template.resources.has(id)) continue;
        const users = byResources.get(id);
        if (users === undefined) byResources.set(id, [user]);
        else if (users[users.length - 1] !== user) users.push(user);
      }
      for (const node of taken.imports) imports.push({ user, raw: node });
    }
    uses = { byResources, byOutputs: new Set(namesIn(template.outputs)), imports };
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
      for (const { user: id, raw } of usesIn(template).imports) {
        const user = template.resources.get(id);
        if (user === undefined) continue;
        for (const { value } of deployment.evaluator.evaluate({ template, raw })) {
          for (const target of referredTo(value)) {
            const list = users.get(target);
            if (list === undefined) users.set(target, [user]);
            else list.push(user);
          }
        }
      }
    }
    found = users;
    importers.set(deployment, found);
  }
  return found;
}

/** What a piece of a template takes from elsewhere. */
interface Taken {
  /** Logical ids that Ref, Fn::GetAtt and Fn::Sub name. */
  readonly names: string[];
  /** The functions that take something from another template. */
  readonly imports: unknown[];
}

function takenBy(raw: unknown): Taken {
  const taken: Taken = { names: [], imports: [] };
  if (typeof raw === 'object' && raw !== null) collect(raw, taken);
  return taken;
}

/** The two parts of what Fn::GetAtt is given; empty where they are no texts. */
function attributeOf(argument: unknown): readonly [id: string, attribute: string] {
  if (Array.isArray(argument) && argument.length === 2) {
    const [id, attribute]: readonly unknown[] = argument;
    return [typeof id === 'string' ? id : '', typeof attribute === 'string' ? attribute : ''];
  }
  const parts: readonly unknown[] = Array.isArray(argument) ? argument : [argument];
  const [first = '', ...rest] = parts.map((part) => (typeof part === 'string' ? part : ''));
  if (Array.isArray(argument)) return [first, rest.join('.')];
  const dot = first.indexOf('.');
  return dot < 0 ? [first, ''] : [first.slice(0, dot), first.slice(dot + 1)];
}

/** With which functions other than Ref begin. */
const CAPITAL_F = 0x46;

/** Looks at everything once: templates are not deeper than the loader allows. */
function collect(node: object, taken: Taken): void {
  if (Array.isArray(node)) {
    for (let at = 0; at < node.length; at++) {
      const item: unknown = node[at];
      if (typeof item === 'object' && item !== null) collect(item, taken);
    }
    return;
  }
  for (const key in node) {
    const value = (node as Record<string, unknown>)[key];
    // Most keys are those of properties, and most of these hold texts.
    if (key === 'Ref') {
      if (typeof value === 'string') taken.names.push(value);
    } else if (key.charCodeAt(0) === CAPITAL_F && key.startsWith('Fn::'))
      collectFrom(key, value, node, taken);
    if (typeof value === 'object' && value !== null) collect(value, taken);
  }
}

function collectFrom(key: string, value: unknown, node: object, taken: Taken): void {
  switch (key) {
    case 'Fn::GetAtt': {
      const [id, attribute] = attributeOf(value);
      taken.names.push(id);
      if (attribute.startsWith('Outputs.')) taken.imports.push(node);
      return;
    }
    case 'Fn::Sub': {
      const text: unknown = Array.isArray(value) ? value[0] : value;
      if (typeof text !== 'string') return;
      for (const { inner } of placeholdersIn(text)) {
        if (inner !== '' && !inner.startsWith('!')) taken.names.push(inner.split('.', 1)[0] ?? '');
      }
      return;
    }
    case 'Fn::ImportValue':
      taken.imports.push(node);
      return;
    default:
  }
}

/** Logical ids that Ref, Fn::GetAtt and Fn::Sub name anywhere in a piece of a template. */
export function namesIn(raw: unknown): readonly string[] {
  return takenBy(raw).names;
}
