import { relative } from 'node:path';
import type { ProgramRun } from './program';
import { type EngineResource, type Position, STACK_TYPE } from './resource';
import { isSecret, type Json, mapProperties, type Properties, SIGNATURE, secretValue } from './wire';

const SECRET = '1b47061264138c4ac30d75fd1eb44270';

export interface StateOptions {
  /** The project's root, from which source positions count. */
  readonly root: string;
  /** Secrets in clear, as `--show-secrets` has them. @default false */
  readonly showSecrets?: boolean;
}

/** What `pulumi preview --json` writes for a new stack. */
export function previewJson(
  { resources, logs }: Pick<ProgramRun, 'resources' | 'logs'>,
  options: StateOptions & { readonly config?: { readonly [key: string]: string } },
): Json {
  // The steps of default providers are not shown.
  const shown = resources.filter(({ defaultProvider }) => defaultProvider !== true);
  const steps = shown.map((resource) => {
    const op = resource.external === true ? 'read' : 'create';
    return {
      op,
      urn: resource.urn,
      ...(resource.provider === undefined ? {} : { provider: resource.provider }),
      newState: {
        ...state(resource, options),
        inputs: blinded(resource.inputs),
        outputs: blinded(resource.outputs),
      },
      detailedDiff: null,
    };
  });
  const created = steps.filter(({ op }) => op === 'create').length;
  const diagnostics = logs.map(({ severity, text, urn }) => ({
    ...(urn === undefined ? {} : { urn }),
    message: `${severity}: ${text}\n`,
    severity,
  }));
  return {
    ...(options.config === undefined ? {} : { config: options.config }),
    steps,
    ...(diagnostics.length === 0 ? {} : { diagnostics }),
    duration: 1_000_000_000,
    changeSummary: { create: created, ...(created === steps.length ? {} : { read: steps.length - created }) },
  };
}

/** What `pulumi stack export` writes after an update. */
export function stackExportJson(resources: readonly EngineResource[], options: StateOptions): Json {
  const sealed = (properties: Properties): Properties =>
    mapProperties(properties, (value) => {
      if (!isSecret(value)) return undefined;
      const plaintext = JSON.stringify(secretValue(value));
      // What is encrypted cannot be read back. Only its form counts here.
      return {
        [SIGNATURE]: SECRET,
        ...(options.showSecrets ? { plaintext } : { ciphertext: 'AAABAExample' }),
      };
    });
  return {
    version: 3,
    deployment: {
      manifest: { time: '2026-11-24T12:00:00Z', magic: '0'.repeat(64), version: 'v3.248.0' },
      secrets_providers: { type: 'passphrase', state: { salt: 'v1:example' } },
      resources: resources.map((resource) => ({
        ...state(resource, options),
        inputs: sealed(resource.inputs),
        outputs: sealed(resource.outputs),
        ...(resource.external === true ? {} : { created: TIME, modified: TIME }),
      })),
      metadata: {},
    },
  };
}

const TIME = '2026-11-24T12:00:00Z';

/** All of a resource but its properties. Empty parts are left out, as the engine's JSON does. */
function state(resource: EngineResource, { root }: StateOptions): { readonly [key: string]: Json } {
  const { urn, custom, id, type, parent, protect, external, provider, sourcePosition } = resource;
  const parts: { readonly [key: string]: Json | undefined } = {
    urn,
    custom,
    id,
    type,
    parent,
    protect,
    external,
    dependencies: resource.dependencies,
    provider,
    propertyDependencies: nullWhereEmpty(resource.propertyDependencies),
    additionalSecretOutputs: resource.additionalSecretOutputs,
    aliases: resource.aliases,
    importID: resource.importId,
    retainOnDelete: resource.retainOnDelete,
    deletedWith: resource.deletedWith,
    sourcePosition: type === STACK_TYPE ? undefined : sourcePosition && projectUri(sourcePosition, root),
    ignoreChanges: resource.ignoreChanges,
  };
  const kept = Object.entries(parts).filter(
    ([key, value]) => key === 'custom' || (!isEmpty(value) && value !== false),
  );
  return Object.fromEntries(kept) as { readonly [key: string]: Json };
}

function isEmpty(value: Json | undefined): boolean {
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  );
}

/** A property that depends on nothing is listed with `null` (in Go, a list that was never made). */
function nullWhereEmpty(dependencies: EngineResource['propertyDependencies']): Json {
  return Object.fromEntries(
    Object.entries(dependencies).map(([name, urns]) => [name, urns.length === 0 ? null : urns]),
  );
}

function projectUri({ file, line, column }: Position, root: string): string {
  return `project:///${relative(root, file).split('\\').join('/')}#${line},${column}`;
}

/** A preview tells of a secret only that it is one. */
function blinded(properties: Properties): Properties {
  return mapProperties(properties, (value) => (isSecret(value) ? '[secret]' : undefined));
}
