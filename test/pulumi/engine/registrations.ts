import { fileURLToPath } from 'node:url';
import type { Alias } from '@pulumi/pulumi/proto/alias_pb';
import type { Callback } from '@pulumi/pulumi/proto/callback_pb';
import {
  type ReadResourceRequest,
  type RegisterResourceRequest,
  TransformResourceOptions,
} from '@pulumi/pulumi/proto/resource_pb';
import type { SourcePosition } from '@pulumi/pulumi/proto/source_pb';
import { type EngineResource, type Position, type StackName, urnOf } from './resource';
import { type Callbacks, dependenciesOf, upgraded, withDependencies } from './transforms';
import { decode, UNKNOWN, withoutOutputValues } from './wire';

/** Everything that the program registered, in order, and the transforms that later registrations pass. */
export class Registrations {
  readonly stackTransforms: Callback[] = [];
  readonly #resources = new Map<string, EngineResource>();
  readonly #transforms = new Map<string, readonly Callback[]>();
  readonly #providers = new Map<string, Readonly<Record<string, string>>>();

  constructor(
    private readonly stack: StackName,
    private readonly dryRun: boolean,
    private readonly callbacks: Callbacks,
  ) {}

  all(): readonly EngineResource[] {
    return [...this.#resources.values()];
  }

  get(urn: string): EngineResource | undefined {
    return this.#resources.get(urn);
  }

  update(resource: EngineResource): void {
    this.#resources.set(resource.urn, resource);
  }

  /** The resource of a registration, after its own transforms, its parents' and the stack's, in this order. */
  async registered(request: RegisterResourceRequest): Promise<EngineResource> {
    const type = request.getType();
    const name = request.getName();
    const custom = request.getCustom();
    const parent = request.getParent();
    const urn = urnOf(this.stack, type, name, parent);
    if (this.#resources.has(urn))
      throw new Error(`Duplicate resource URN '${urn}'; try giving it a unique name`);

    const own = request.getTransformsList();
    const asked = upgraded(decode(request.getObject()));
    const askedDependencies = propertyDependencies(request);
    const { properties, options } = await this.callbacks.transform(
      [...own, ...this.#transformsFrom(parent), ...this.stackTransforms],
      {
        type,
        name,
        custom,
        parent,
        properties: own.length === 0 ? asked : withDependencies(asked, askedDependencies),
        options: optionsOf(request),
      },
    );
    this.#transforms.set(urn, own);
    // Only with transforms of its own are a resource's dependencies taken from their answers.
    const perProperty = own.length === 0 ? askedDependencies : dependenciesOf(properties);
    const above = this.#resources.get(parent);
    const protect = options.hasProtect() ? options.getProtect() : above?.protect;
    const retain = options.hasRetainOnDelete() ? options.getRetainOnDelete() : above?.retainOnDelete;
    const provider = this.#provider(request, urn, options);
    return present({
      urn,
      type,
      name,
      custom,
      inputs: withoutOutputValues(properties),
      outputs: {},
      parent,
      dependencies: [...new Set([...options.getDependsOnList(), ...Object.values(perProperty).flat()])],
      propertyDependencies: perProperty,
      provider,
      remote: request.getRemote() || undefined,
      protect,
      retainOnDelete: retain,
      deletedWith: options.getDeletedWith() || above?.deletedWith,
      ignoreChanges: options.getIgnoreChangesList(),
      additionalSecretOutputs: options.getAdditionalSecretOutputsList(),
      importId: request.getImportid(),
      version: options.getVersion(),
      aliases: options.getAliasesList().map((alias) => this.#aliasUrn(alias, type, name, parent)),
      ...positions(request),
    });
  }

  /** A resource that is read and not managed: by `get` of its class, or a reference to another stack. */
  read(request: ReadResourceRequest): EngineResource {
    const type = request.getType();
    const name = request.getName();
    const parent = request.getParent();
    const version = request.getVersion();
    return present({
      urn: urnOf(this.stack, type, name, parent),
      type,
      name,
      custom: true,
      id: request.getId(),
      inputs: withoutOutputValues(decode(request.getProperties())),
      outputs: {},
      parent,
      dependencies: request.getDependenciesList(),
      propertyDependencies: {},
      provider: request.getProvider() || this.#defaultProvider(type, version),
      external: true,
      additionalSecretOutputs: request.getAdditionalsecretoutputsList(),
      version,
      ...positions(request),
    });
  }

  #transformsFrom(parent: string): readonly Callback[] {
    const found: Callback[] = [];
    for (let urn = parent; urn !== ''; urn = this.#resources.get(urn)?.parent ?? '')
      found.push(...(this.#transforms.get(urn) ?? []));
    return found;
  }

  #provider(
    request: RegisterResourceRequest,
    urn: string,
    options: TransformResourceOptions,
  ): string | undefined {
    const inherited = this.#providers.get(request.getParent()) ?? {};
    const type = request.getType();
    if (!request.getCustom() && !request.getRemote()) {
      this.#providers.set(urn, { ...inherited, ...Object.fromEntries(request.getProvidersMap().entries()) });
      return undefined;
    }
    if (type.startsWith('pulumi:')) return undefined;
    const named = options.getProvider() || inherited[type.split(':')[0]!];
    return named ?? this.#defaultProvider(type, options.getVersion());
  }

  /** The engine makes one provider for each package and version that resources do not name one for. */
  #defaultProvider(type: string, version: string): string | undefined {
    const [package_ = ''] = type.split(':');
    if (package_ === 'pulumi') return undefined;
    const providerType = `pulumi:providers:${package_}`;
    const name = version === '' ? 'default' : `default_${version.replace(/[^A-Za-z0-9]/g, '_')}`;
    const urn = urnOf(this.stack, providerType, name);
    const id = this.dryRun ? UNKNOWN : `id-of-${name}`;
    if (!this.#resources.has(urn))
      this.update(
        present({
          urn,
          type: providerType,
          name,
          custom: true,
          id: this.dryRun ? undefined : id,
          inputs: version === '' ? {} : { version },
          outputs: version === '' ? {} : { version },
          dependencies: [],
          propertyDependencies: {},
          defaultProvider: true,
          stackTrace: [],
        }),
      );
    return `${urn}::${id}`;
  }

  #aliasUrn(alias: Alias, type: string, name: string, parent: string): string {
    const spec = alias.getSpec();
    if (spec === undefined) return alias.getUrn();
    const above = spec.getNoparent() ? undefined : spec.getParenturn() || parent;
    const stack = {
      project: spec.getProject() || this.stack.project,
      stack: spec.getStack() || this.stack.stack,
    };
    return urnOf(stack, spec.getType() || type, spec.getName() || name, above);
  }
}

function propertyDependencies(request: RegisterResourceRequest): Readonly<Record<string, readonly string[]>> {
  const entries = [...request.getPropertydependenciesMap().entries()] as [
    string,
    { getUrnsList(): string[] },
  ][];
  return Object.fromEntries(entries.map(([name, dependencies]) => [name, dependencies.getUrnsList()]));
}

function optionsOf(request: RegisterResourceRequest): TransformResourceOptions {
  const options = new TransformResourceOptions()
    .setDependsOnList(request.getDependenciesList())
    .setIgnoreChangesList(request.getIgnorechangesList())
    .setReplaceOnChangesList(request.getReplaceonchangesList())
    .setVersion(request.getVersion())
    .setAliasesList(request.getAliasesList())
    .setProvider(request.getProvider())
    .setPluginDownloadUrl(request.getPlugindownloadurl())
    .setDeletedWith(request.getDeletedwith())
    .setAdditionalSecretOutputsList(request.getAdditionalsecretoutputsList())
    .setImport(request.getImportid());
  const timeouts = request.getCustomtimeouts();
  if (timeouts !== undefined) options.setCustomTimeouts(timeouts);
  if (request.hasProtect()) options.setProtect(request.getProtect()!);
  if (request.hasRetainondelete()) options.setRetainOnDelete(request.getRetainondelete()!);
  if (request.getDeletebeforereplacedefined())
    options.setDeleteBeforeReplace(request.getDeletebeforereplace());
  return options;
}

function positions(request: RegisterResourceRequest | ReadResourceRequest) {
  const frames = request.getStacktrace()?.getFramesList() ?? [];
  return {
    sourcePosition: position(request.getSourceposition()),
    stackTrace: frames.flatMap((frame) => position(frame.getPc()) ?? []),
  };
}

function position(given: SourcePosition | undefined): Position | undefined {
  if (given === undefined || !given.getUri().startsWith('file:')) return undefined;
  return { file: fileURLToPath(given.getUri()), line: given.getLine(), column: given.getColumn() };
}

type Given = { [key in keyof EngineResource]: EngineResource[key] | undefined };

/** Leaves out what the program did not say. */
function present(given: Given): EngineResource {
  const kept = Object.entries(given).filter(
    ([key, value]) =>
      value !== undefined &&
      value !== '' &&
      (key === 'dependencies' || key === 'stackTrace' || !Array.isArray(value) || value.length > 0),
  );
  return Object.fromEntries(kept) as unknown as EngineResource;
}
