import { isAbsolute } from 'node:path';
import * as pulumi from '@pulumi/pulumi';
import { shownPath } from '../../model/read-source';
import { sourcePosition } from '../files';
import {
  isInputs,
  Pending,
  Pieces,
  type PulumiInputs,
  type PulumiResource,
  type PulumiValue,
  partsOfUrn,
  type SourcePosition,
} from '../resource';
import { decodeInputs, withSources } from '../wire';
import { type Monitor, type Registered, type Registration, UNIMPLEMENTED } from './monitor';
import { Placeholders } from './placeholders';
import { hide, previewIdentities } from './preview';
import { type Origin, readInputs, urnOf } from './values';

/** What the program itself has passed on to the engine. */
interface Sent {
  readonly inputs: PulumiInputs;
  readonly dependencies: Readonly<Record<string, readonly string[]>>;
  readonly custom: boolean;
  readonly provider: string;
  readonly kept: boolean;
  readonly source: SourcePosition | undefined;
  readonly parent?: string;
  readonly id?: string;
  readonly outputs: PulumiInputs;
}

/** Notes every resource of a program: as the program registers it, and as the engine has it after all transforms. */
export class Recorder {
  private readonly sent = new Map<string, Sent>();
  private readonly final = new Map<
    string,
    {
      readonly inputs: PulumiInputs;
      readonly custom: boolean;
      readonly provider: string;
      readonly kept: boolean;
    }
  >();
  private readonly raw: { readonly resource: pulumi.Resource; readonly props: object }[] = [];
  private readonly origins = new Map<object, Origin>();
  private readonly placeholders = new Placeholders();

  /**
   * @param judge called once all resources are registered, and gives the error that the program is to end with
   * @param withPlaceholders whether a preview lets the program see texts in place of identities that are not known
   */
  constructor(judge: () => Promise<Error | undefined>, withPlaceholders: boolean) {
    const monitor = pulumi.runtime.getMonitor() as unknown as Monitor | undefined;
    if (monitor === undefined) throw new Error('enforcePolicy() works in a program that Pulumi runs');
    this.followMonitor(monitor, judge);
    if (withPlaceholders && pulumi.runtime.isDryRun())
      previewIdentities(monitor, this.placeholders, (type, name) => this.outputsOf(type, name));
    pulumi.runtime.registerStackTransformation(({ resource, props }) => {
      this.raw.push({ resource, props: { ...props } });
      return undefined;
    });
    if (monitor.registerStackTransform !== undefined) this.watchTransforms(monitor);
  }

  /** All resources, once they are registered. */
  async resources(): Promise<readonly PulumiResource[]> {
    const identified = await this.identified();
    const all = new Set([...this.sent.keys(), ...this.final.keys()]);
    return [...all].map((urn) => {
      const sent = this.sent.get(urn);
      const final = this.final.get(urn);
      const { inputs, custom, kept } = { ...(sent as Sent), ...final };
      const provider = [final?.provider, sent?.provider].find((one) => one !== undefined && one !== '') ?? '';
      const withFrom = Object.entries(inputs).map(([name, value]) => {
        const dependencies = sent?.dependencies[name] ?? [];
        const from = withSources(value, dependencies);
        // What a transform has made of a value is not what the program tells of it.
        const isAsSent =
          final === undefined || (isSame(sent?.inputs[name], value) && isOf(dependencies, value));
        return [name, isAsSent ? refined(from, identified.get(urn)?.[name]) : from];
      });
      const { type, name } = partsOfUrn(urn);
      return {
        urn,
        type,
        name,
        inputs: Object.fromEntries(withFrom) as PulumiInputs,
        custom,
        kept,
        ...(provider === '' ? {} : { provider }),
        ...(sent?.source === undefined ? {} : { source: sent.source }),
        ...(sent?.parent === undefined ? {} : { parent: sent.parent }),
        ...(sent?.id === undefined ? {} : { id: sent.id }),
        ...(sent === undefined ? {} : { outputs: sent.outputs }),
      };
    });
  }

  /** Resources of the program that were registered before anybody noted them. */
  async missed(): Promise<readonly string[]> {
    const seen = new Set([...this.sent.keys(), ...this.final.keys()]);
    const children = new Set<pulumi.Resource>(this.raw.map(({ resource }) => resource));
    const visit = (resource: pulumi.Resource) => {
      for (const child of (resource as { __childResources?: Set<pulumi.Resource> }).__childResources ?? []) {
        if (children.has(child)) continue;
        children.add(child);
        visit(child);
      }
    };
    for (const root of rootsOf()) visit(root);
    const urns = await Promise.all([...children].map(urnOf));
    return urns.filter((urn) => !seen.has(urn) && !urn.includes('pulumi:pulumi:Stack::'));
  }

  private followMonitor(monitor: Monitor, judge: () => Promise<Error | undefined>): void {
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (request, callback) => {
      hide(request, 'getObject', 'setObject', this.placeholders);
      return register(request, (error, response) => {
        if (response !== undefined && response !== null) this.note(request, response);
        callback(error, response);
      });
    };
    const shutdown = monitor.signalAndWaitForShutdown?.bind(monitor);
    if (shutdown === undefined) return;
    // The last thing that a program says, when nothing is left to do: some resources are made just before it.
    monitor.signalAndWaitForShutdown = (request, callback) => {
      void judge()
        .catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))))
        .then((failure) => {
          if (failure === undefined) return shutdown(request, callback);
          // The engine is not told that all is well; as if it did not know the question.
          callback(Object.assign(new Error(failure.message), { code: UNIMPLEMENTED }), undefined);
          // Nobody handles this one, so that the program ends with it.
          throw failure;
        });
    };
  }

  /** Names of the outputs of resources of a type and a name. */
  private outputsOf(type: string, name: string): readonly string[] {
    const own = this.raw.filter(({ resource }) => {
      const { __pulumiType, __name } = resource as { __pulumiType?: unknown; __name?: unknown };
      return __pulumiType === type && __name === name;
    });
    return own.flatMap(({ resource }) =>
      Object.entries(resource)
        .filter(([, value]) => pulumi.Output.isInstance(value))
        .map(([output]) => output),
    );
  }

  private note(request: Registration, response: Registered): void {
    const urn = response.getUrn();
    const parent = request.getParent();
    const outputs = decodeInputs(response.getObject()?.toJavaScript(), {});
    const id = this.placeholders.isIn(response.getId()) ? '' : response.getId();
    const dependencies: Record<string, readonly string[]> = {};
    request.getPropertydependenciesMap().forEach((value, key) => {
      dependencies[key] = value.getUrnsList();
    });
    const position = request.getSourceposition?.();
    const place =
      position === undefined ? undefined : sourcePosition(`${position.getUri()}#${position.getLine()}`);
    const source =
      place === undefined
        ? undefined
        : { ...place, file: isAbsolute(place.file) ? shownPath(place.file) : place.file };
    this.sent.set(urn, {
      inputs: decodeInputs(request.getObject()?.toJavaScript(), {}),
      dependencies,
      // What a component of another process makes is told by the engine.
      custom: request.getCustom() && !request.getRemote(),
      provider: request.getProvider(),
      kept: request.getProtect() || request.getRetainondelete?.() === true,
      source,
      ...(parent === '' ? {} : { parent }),
      ...(id === '' ? {} : { id }),
      outputs: this.placeholders.isIn(outputs) ? {} : outputs,
    });
  }

  /** Looks at what the engine has after the transforms of everybody else: it is registered again behind each of them. */
  private watchTransforms(monitor: Monitor): void {
    const look: pulumi.ResourceTransform = async (args) => {
      await this.noteFinal(args);
      return undefined;
    };
    const register = (monitor.registerStackTransform as NonNullable<Monitor['registerStackTransform']>).bind(
      monitor,
    );
    let own = 0;
    monitor.registerStackTransform = (request, callback) =>
      register(request, (error, answer) => {
        callback(error, answer);
        if (own > 0) own--;
        else if (error === null || error === undefined) {
          own++;
          pulumi.runtime.registerStackTransform(look);
        }
      });
    own++;
    pulumi.runtime.registerStackTransform(look);
  }

  private async noteFinal({ type, name, props, opts, custom }: pulumi.ResourceTransformArgs): Promise<void> {
    // A transform of the program may put in a text that stands for an output.
    const inputs = this.placeholders.read(await readInputs(props, () => undefined)) as PulumiInputs;
    const parent = opts.parent === undefined ? undefined : await urnOf(opts.parent);
    const urn = urnWithin(parent, type, name);
    const provider = (opts as pulumi.CustomResourceOptions).provider;
    const providerUrn = provider === undefined ? '' : `${await urnOf(provider)}::`;
    const { protect, retainOnDelete } = opts;
    this.final.set(urn, {
      inputs,
      custom,
      provider: providerUrn,
      kept: protect === true || retainOnDelete === true,
    });
  }

  /** Values of the program that are outputs of its resources, by URN, where each of them stands. */
  private async identified(): Promise<ReadonlyMap<string, PulumiInputs>> {
    for (const { resource } of this.raw) {
      for (const [output, value] of Object.entries(resource)) {
        if (pulumi.Output.isInstance(value) && output !== 'urn' && !this.origins.has(value))
          this.origins.set(value, { resource, output });
      }
    }
    const found = new Map<string, PulumiInputs>();
    for (const { resource, props } of this.raw)
      found.set(
        await urnOf(resource),
        this.placeholders.read(await readInputs(props, (output) => this.origins.get(output))) as PulumiInputs,
      );
    return found;
  }
}

/** A value with what the program tells of the outputs in it. */
function refined(value: PulumiValue, told: PulumiValue): PulumiValue {
  if (told === undefined || told === null) return value;
  if (value instanceof Pending) {
    if (told instanceof Pending && told.output === undefined) return value;
    return value.secret === true ? new Pending(value.from, undefined, true) : told;
  }
  if (told instanceof Pending) return told.output === undefined || typeof value !== 'string' ? value : told;
  if (Array.isArray(value) && Array.isArray(told) && value.length === told.length)
    return (value as readonly PulumiValue[]).map((item, at) =>
      refined(item, (told as readonly PulumiValue[])[at]),
    );
  if (isInputs(value) && isInputs(told))
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, refined(item, told[key])]));
  return value;
}

/** Whether nothing in a value comes from a resource beside these, or is already known to be an output. */
function isOf(urns: readonly string[], value: PulumiValue): boolean {
  if (value instanceof Pending)
    return value.output === undefined && value.from.every((urn) => urns.includes(urn));
  if (value instanceof Pieces) return value.parts.every((part) => isOf(urns, part));
  if (Array.isArray(value)) return (value as readonly PulumiValue[]).every((item) => isOf(urns, item));
  return !isInputs(value) || Object.values(value).every((item) => isOf(urns, item));
}

/** Whether two values are the same as far as they are known. */
function isSame(a: PulumiValue, b: PulumiValue): boolean {
  const known = (_: string, value: unknown) => (value instanceof Pending ? null : value);
  return JSON.stringify(a, known) === JSON.stringify(b, known);
}

function urnWithin(parent: string | undefined, type: string, name: string): string {
  const [, , types = ''] = parent?.split('::') ?? [];
  const own = types === '' || types === 'pulumi:pulumi:Stack' ? type : `${types}$${type}`;
  return `urn:pulumi:${pulumi.getStack()}::${pulumi.getProject()}::${own}::${name}`;
}

function rootsOf(): readonly pulumi.Resource[] {
  const root = pulumi.runtime.getStackResource?.();
  return root === undefined ? [] : [root];
}
