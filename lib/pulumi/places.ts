import { classicMapping, type NativeType, nativeType } from './catalog';
import { typeOf } from './classic';
import { Identities } from './identities';
import type { TypeMapping } from './mapping';
import { type ProviderSettings, providersOf, settingsFor } from './providers';
import { Pending, type PulumiResource, type PulumiStack, type PulumiValue } from './resource';

/** Where a resource of Pulumi stands among those of CloudFormation. */
export interface Place {
  readonly resource: PulumiResource;
  readonly settings: ProviderSettings;
  /** The type of CloudFormation; undefined where there is none for it. */
  readonly type: string | undefined;
  readonly mapping: TypeMapping | undefined;
  readonly native: NativeType | undefined;
  /** Its logical id. */
  readonly id: string;
  /** The key of the template that it is in. */
  readonly template: string;
  readonly stackName: string;
  /** The URN of the resource that it belongs to, where it has none of its own; null where that cannot be told. */
  readonly whole: string | null | undefined;
}

/** Properties that hold what a resource is called. */
const NAMES = /^(id|name|bucket|identifier|\w+(Name|Identifier))$/;

/** All resources that become some of CloudFormation. */
export class Places {
  readonly identities: Identities;
  private readonly places = new Map<string, Place>();
  private readonly groups = new Map<PulumiStack, Map<string, Place[]>>();

  constructor(stacks: readonly PulumiStack[]) {
    this.identities = new Identities(stacks.flatMap(({ resources }) => resources));
    for (const stack of stacks) this.addStack(stack);
    // A resource that belongs to another one stands where that one does.
    for (const groups of this.groups.values()) {
      for (const list of groups.values()) {
        for (const [at, place] of list.entries()) {
          const whole = this.wholeOf(place);
          if (whole === undefined) continue;
          list[at] = { ...place, whole };
          this.places.set(place.resource.urn, list[at] as Place);
        }
      }
    }
  }

  byUrn(urn: string): Place | undefined {
    return this.places.get(urn);
  }

  /** The place of a resource, or of the one that it belongs to. */
  standing(urn: string): Place | undefined {
    const place = this.places.get(urn);
    return place?.whole === undefined
      ? place
      : place.whole === null
        ? undefined
        : this.places.get(place.whole);
  }

  groupsOf(stack: PulumiStack): readonly (readonly Place[])[] {
    return [...(this.groups.get(stack)?.values() ?? [])];
  }

  private addStack(stack: PulumiStack): void {
    const providers = providersOf(stack);
    const ids = new Set<string>();
    const groups = new Map<string, Place[]>();
    for (const resource of stack.resources) {
      if (!resource.custom || resource.read === true || resource.type.startsWith('pulumi:')) continue;
      const mapping = classicMapping(resource.type);
      const native = mapping === undefined ? nativeType(resource.type) : undefined;
      const settings = settingsFor(resource, providers);
      const key = JSON.stringify([settings.region, settings.account, settings.tags]);
      let id = resource.name;
      for (let number = 1; ids.has(id); number++)
        id =
          number === 1
            ? `${resource.name} (${resource.type})`
            : `${resource.name} (${resource.type} ${number})`;
      ids.add(id);
      const place: Place = {
        resource,
        settings,
        type: mapping === undefined ? native?.type : typeOf(mapping, resource.inputs),
        mapping,
        native,
        id,
        template: `${stack.project}/${stack.stack}/${key}`,
        stackName: `${stack.project}/${stack.stack}`,
        whole: undefined,
      };
      this.places.set(resource.urn, place);
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [place]);
      else group.push(place);
    }
    this.groups.set(stack, groups);
  }

  /** The resource that one belongs to; undefined for one that stands by itself. */
  private wholeOf({ resource, mapping, type }: Place): string | null | undefined {
    if (mapping?.into === undefined) return undefined;
    const { into } = mapping;
    if (typeof into !== 'string') return this.alike(resource, into, type);
    const value = resource.inputs[into];
    if (value instanceof Pending) {
      const [only, second] = value.from;
      return only !== undefined && second === undefined ? this.wholeAt(only, type) : null;
    }
    if (typeof value !== 'string') return null;
    const urn = this.identities.of(value)?.urn;
    if (urn !== undefined) return this.wholeAt(urn, type);
    return this.named(value, type);
  }

  /** The only resource of a type that has the same values in some properties. */
  private alike(
    { inputs }: PulumiResource,
    names: readonly string[],
    type: string | undefined,
  ): string | null {
    for (const name of names) {
      const value = inputs[name];
      const urn = value instanceof Pending && value.from.length === 1 ? value.from[0] : undefined;
      const whole = urn === undefined ? null : this.wholeAt(urn, type);
      if (whole !== null) return whole;
    }
    const found = this.ofType(type).filter(({ resource }) =>
      names.every((name) => isSame(resource.inputs[name], inputs[name])),
    );
    return found.length === 1 ? (found[0] as Place).resource.urn : null;
  }

  /** Resources that become one of a type, without those that belong to one. */
  private ofType(type: string | undefined): readonly Place[] {
    return [...this.places.values()].filter(
      (place) => place.type === type && place.mapping?.into === undefined,
    );
  }

  /** The resource of a URN, or the one that this one belongs to, if it is of the type. */
  private wholeAt(urn: string, type: string | undefined): string | null {
    const place = this.places.get(urn);
    if (place === undefined) return null;
    if (place.mapping?.into !== undefined) return this.wholeOf(place) ?? null;
    return place.type === type ? urn : null;
  }

  /** The only resource of a type whose name, or id, is a text. */
  private named(text: string, type: string | undefined): string | null {
    const found = this.ofType(type).filter(
      ({ resource }) =>
        resource.id === text ||
        Object.entries(resource.inputs).some(([key, value]) => value === text && NAMES.test(key)),
    );
    return found.length === 1 ? (found[0] as Place).resource.urn : null;
  }
}

/** Whether two values are the same: a text, or what comes from one resource. */
function isSame(a: PulumiValue, b: PulumiValue): boolean {
  if (!(a instanceof Pending && b instanceof Pending)) return a !== undefined && a === b;
  const outputs = a.output === undefined || b.output === undefined || a.output === b.output;
  return a.from.length === 1 && b.from.length === 1 && a.from[0] === b.from[0] && outputs;
}
