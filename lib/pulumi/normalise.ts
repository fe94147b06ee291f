import { dirname } from 'node:path';
import type { TemplateFile } from '../model/load-template';
import type { Source } from '../model/source';
import { MARKS } from '../policy/zones';
import { adviceFor } from './advice';
import { fill, fillDefaults, type MadeResource } from './classic';
import { mainTables } from './main-tables';
import type { TypeMapping } from './mapping';
import { nativeProperties } from './native';
import type { Made } from './paths';
import { type Place, Places } from './places';
import { References } from './references';
import type { PulumiResource, PulumiStack, SourcePosition } from './resource';
import { sourceOf } from './source-of';
import { UNCHECKED_TYPE, wantsChecking } from './unchecked';

export interface NormalisedTemplate {
  readonly input: TemplateFile;
  readonly source: Source;
}

interface Body {
  readonly Type: string;
  readonly Properties: Made;
  readonly [attribute: string]: unknown;
}

/** Stacks of Pulumi as templates: one for each stack and each provider that it uses. */
export function normalise(stacks: readonly PulumiStack[]): readonly NormalisedTemplate[] {
  const places = new Places(stacks);
  const references = new References(places);
  const makers = stacks.flatMap((stack) =>
    places.groupsOf(stack).map((group) => new TemplateMaker(stack, group, places, references)),
  );
  for (const maker of makers) maker.make();
  return makers.map((maker) => maker.template());
}

/** Makes the template of resources that share a stack and a provider's settings. */
class TemplateMaker {
  private readonly bodies = new Map<string, Body>();
  private readonly origins = new Map<string, PulumiResource>();
  private byUrn: ReadonlyMap<string, PulumiResource> | undefined;

  constructor(
    private readonly stack: PulumiStack,
    private readonly group: readonly Place[],
    private readonly places: Places,
    private readonly references: References,
  ) {}

  make(): void {
    for (const place of this.group) if (place.whole === undefined) this.add(place);
    for (const place of this.group) if (place.whole !== undefined) this.fold(place);
    for (const { id, mapping } of this.group) {
      const body = this.bodies.get(id);
      if (body !== undefined && mapping !== undefined) fillDefaults(body.Properties, mapping);
    }
  }

  /** The template, once all others have been made that may name what is in it. */
  template(): NormalisedTemplate {
    const { file, project, stack } = this.stack;
    this.addMainTables();
    const [first] = this.group;
    const { region, account, tags } = first?.settings ?? {};
    const known = Object.entries(tags ?? {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    const data = {
      ...this.marks(),
      Resources: Object.fromEntries(this.bodies),
      Outputs: this.references.outputsOf(first?.template ?? ''),
    };
    return {
      input: {
        file,
        root: dirname(file),
        stack: { stackName: `${project}/${stack}`, region, account, tags: Object.fromEntries(known) },
      },
      source: {
        data,
        lineOf: ([section, id]) => (section === 'Resources' ? this.sourceAt(id as string)?.line : undefined),
        mayMention: () => false,
        origin: {
          fileOf: (id) => this.sourceAt(id)?.file,
          adviceFor: (id, path) =>
            adviceFor(this.origins.get(id)?.type ?? '', this.bodies.get(id)?.Type ?? '', path),
        },
      },
    };
  }

  private sourceAt(id: string): SourcePosition | undefined {
    const resource = this.origins.get(id);
    if (resource === undefined) return undefined;
    this.byUrn ??= new Map(this.stack.resources.map((one) => [one.urn, one]));
    return sourceOf(resource, this.byUrn);
  }

  private add({ resource, type, mapping, native, id }: Place): void {
    const { inputs } = resource;
    const written = this.references.writer(resource);
    if (type === undefined) {
      if (wantsChecking(resource.type)) this.set(id, resource, UNCHECKED_TYPE, { Type: resource.type });
      return;
    }
    const made: Made =
      native === undefined ? {} : nativeProperties(inputs, native, (value) => written(value, ''));
    const others = mapping === undefined ? [] : fill(made, inputs, mapping, written, { Ref: id });
    this.set(id, resource, type, made, deletionPolicy(resource, mapping?.snapshot));
    this.addOthers(id, resource, others);
  }

  private addOthers(id: string, resource: PulumiResource, others: readonly MadeResource[]): void {
    for (const { suffix, type, properties } of others) this.set(id + suffix, resource, type, properties);
  }

  private addMainTables(): void {
    const beside = this.references.besideOf(this.group[0]?.template ?? '');
    const { dropped, added } = mainTables(this.bodies, beside);
    for (const { id, of, type, properties } of added) {
      const origin = this.origins.get(of);
      if (origin !== undefined) this.set(id, origin, type, properties);
    }
    for (const id of dropped) this.bodies.delete(id);
  }

  /** Writes what belongs to another resource into that one. */
  private fold(place: Place): void {
    const { resource, mapping, whole, id } = place;
    const target = this.places.byUrn(whole ?? '');
    const body = target === undefined ? undefined : this.bodies.get(target.id);
    if (target === undefined || body === undefined || mapping === undefined) {
      this.set(id, resource, UNCHECKED_TYPE, { Type: resource.type, Belongs: true });
      return;
    }
    const written = this.references.writer(resource);
    const self = this.references.selfOf(place);
    this.addOthers(id, resource, fill(body.Properties, resource.inputs, mapping, written, self));
    fillDefaults(body.Properties, mapping);
  }

  private set(id: string, resource: PulumiResource, Type: string, Properties: Made, more: object = {}): void {
    this.bodies.set(id, { Type, Properties, Metadata: { 'aws:cdk:path': resource.urn }, ...more });
    this.origins.set(id, resource);
  }

  /** Marks of the whole stack, from its configuration: `jichitai:zone` and the like. */
  private marks(): object {
    const { config = {} } = this.stack;
    const found = Object.values(MARKS).flatMap(({ tag, metadata }) =>
      config[tag] === undefined ? [] : [[metadata, config[tag]] as const],
    );
    return found.length === 0 ? {} : { Metadata: { Jichitai: Object.fromEntries(found) } };
  }
}

/** What becomes of a resource when its stack goes. Pulumi deletes it unless something keeps it. */
function deletionPolicy({ kept, inputs }: PulumiResource, snapshot: TypeMapping['snapshot']): object {
  const isOn = (name: string) => inputs[name] === true || inputs[name] === 'true';
  const keepsSnapshot =
    snapshot !== undefined && ('if' in snapshot ? isOn(snapshot.if) : !isOn(snapshot.unless));
  const policy = kept === true ? 'Retain' : keepsSnapshot ? 'Snapshot' : 'Delete';
  return { DeletionPolicy: policy, UpdateReplacePolicy: policy };
}
