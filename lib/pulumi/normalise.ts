import { dirname } from 'node:path';
import type { TemplateFile } from '../model/load-template';
import type { Source } from '../model/source';
import { MARKS } from '../policy/zones';
import { adviceFor } from './advice';
import { fill, fillDefaults, partsOf } from './classic';
import { nativeProperties } from './native';
import type { Made } from './paths';
import { type Place, Places } from './places';
import { References } from './references';
import type { PulumiResource, PulumiStack } from './resource';
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
  return stacks.flatMap((stack) =>
    places.groupsOf(stack).map((group) => new TemplateMaker(stack, group, places, references).template()),
  );
}

/** Makes the template of resources that share a stack and a provider's settings. */
class TemplateMaker {
  private readonly bodies = new Map<string, Body>();
  private readonly origins = new Map<string, PulumiResource>();

  constructor(
    private readonly stack: PulumiStack,
    private readonly group: readonly Place[],
    private readonly places: Places,
    private readonly references: References,
  ) {}

  template(): NormalisedTemplate {
    const { file, project, stack } = this.stack;
    for (const place of this.group) if (place.whole === undefined) this.add(place);
    for (const place of this.group) if (place.whole !== undefined) this.fold(place);
    for (const { id, mapping } of this.group) {
      const body = this.bodies.get(id);
      if (body !== undefined && mapping !== undefined) fillDefaults(body.Properties, mapping);
    }
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
        lineOf: ([section, id]) =>
          section === 'Resources' ? this.origins.get(id as string)?.source?.line : undefined,
        mayMention: () => false,
        origin: {
          fileOf: (id) => this.origins.get(id)?.source?.file,
          adviceFor: (id, path) =>
            adviceFor(this.origins.get(id)?.type ?? '', this.bodies.get(id)?.Type ?? '', path),
        },
      },
    };
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
    const self = { Ref: id };
    if (mapping !== undefined) fill(made, inputs, mapping, written, self);
    this.set(id, resource, type, made, deletionPolicy(resource, mapping?.snapshot?.unless));
    if (mapping === undefined) return;
    for (const { suffix, type: partType, properties } of partsOf(mapping, inputs, self, written))
      this.set(id + suffix, resource, partType, properties);
  }

  /** Writes what belongs to another resource into that one. */
  private fold({ resource, mapping, whole, id }: Place): void {
    const target = this.places.byUrn(whole ?? '');
    const body = target === undefined ? undefined : this.bodies.get(target.id);
    if (target === undefined || body === undefined || mapping === undefined) {
      this.set(id, resource, UNCHECKED_TYPE, { Type: resource.type, Belongs: true });
      return;
    }
    fill(body.Properties, resource.inputs, mapping, this.references.writer(resource), { Ref: target.id });
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
function deletionPolicy({ kept, inputs }: PulumiResource, unless: string | undefined): object {
  const policy =
    kept === true
      ? 'Retain'
      : unless !== undefined && inputs[unless] !== true && inputs[unless] !== 'true'
        ? 'Snapshot'
        : 'Delete';
  return { DeletionPolicy: policy, UpdateReplacePolicy: policy };
}
