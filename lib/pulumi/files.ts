import type { Source } from '../model/source';
import { isRecord, own } from '../model/template';
import { previewSteps, stateResources } from './recognise';
import { type PulumiResource, type PulumiStack, partsOfUrn, type SourcePosition } from './resource';
import { decode, decodeInputs } from './wire';

/** Steps after which there is no such resource. */
const GONE = new Set(['delete', 'delete-replaced', 'read-discard', 'discard', 'remove-pending-replace']);

/** The stacks of such a file. @param shown the file as shown to the user */
export function stacksOfFile({ data, lineOf }: Source, file: string, shown: string): readonly PulumiStack[] {
  const steps = previewSteps(data);
  const config = own(data, 'config');
  const list =
    steps === undefined
      ? (stateResources(data) ?? []).map((state, at) => ({
          state,
          path: ['deployment', 'resources', String(at)],
        }))
      : steps.flatMap((step, at) =>
          GONE.has(String(own(step, 'op')))
            ? []
            : [{ state: own(step, 'newState') ?? own(step, 'oldState'), path: ['steps', String(at)] }],
        );
  const byStack = new Map<string, { project: string; stack: string; resources: PulumiResource[] }>();
  for (const { state, path } of list) {
    const resource = resourceOf(state, () => ({ file: shown, ...line(lineOf(path)) }));
    if (resource === undefined) continue;
    const { stack, project } = partsOfUrn(resource.urn);
    const key = `${project}/${stack}`;
    const entry = byStack.get(key) ?? { project, stack, resources: [] };
    byStack.set(key, entry);
    // Of a resource that is replaced there are several steps; the last is what will be there.
    const before = entry.resources.findIndex(({ urn }) => urn === resource.urn);
    if (before < 0) entry.resources.push(resource);
    else entry.resources[before] = resource;
  }
  if (byStack.size === 0) byStack.set('', { project: '', stack: file, resources: [] });
  return [...byStack.values()].map((entry) => ({
    ...entry,
    file,
    ...(isRecord(config)
      ? { config: Object.fromEntries(Object.entries(config).map(([key, value]) => [key, textOf(value)])) }
      : {}),
  }));
}

function resourceOf(state: unknown, place: () => SourcePosition): PulumiResource | undefined {
  const [urn, type] = ['urn', 'type'].map((key) => own(state, key));
  if (typeof urn !== 'string' || typeof type !== 'string' || own(state, 'delete') === true) return undefined;
  const [id, provider, parent] = ['id', 'provider', 'parent'].map((key) => own(state, key));
  const outputs = own(state, 'outputs');
  const decoded = isRecord(outputs) ? decode(outputs) : undefined;
  const custom = own(state, 'custom') === true;
  return {
    urn,
    type,
    name: partsOfUrn(urn).name,
    inputs: decodeInputs(own(state, 'inputs'), own(state, 'propertyDependencies')),
    custom,
    ...(typeof parent === 'string' ? { parent } : {}),
    ...(typeof provider === 'string' && provider !== '' ? { provider } : {}),
    ...(own(state, 'protect') === true || own(state, 'retainOnDelete') === true ? { kept: true } : {}),
    ...(own(state, 'external') === true ? { read: true } : {}),
    ...(typeof id === 'string' && decode(id) === id ? { id } : {}),
    ...(decoded === undefined ? {} : { outputs: decoded as NonNullable<PulumiResource['outputs']> }),
    source: sourcePosition(own(state, 'sourcePosition')) ?? place(),
  };
}

/** `project:///index.ts#12,3` is line 12 of `index.ts`. */
export function sourcePosition(text: unknown): SourcePosition | undefined {
  const [, file, row] =
    /^(?:project|file):\/\/(.*?)(?:#(\d+)(?:,\d+)?)?$/.exec(typeof text === 'string' ? text : '') ?? [];
  if (file === undefined || file === '') return undefined;
  const path = decodeURIComponent(String(text).startsWith('project:') ? file.replace(/^\/+/, '') : file);
  return { file: path, ...line(row === undefined ? undefined : Number(row)) };
}

function line(number: number | undefined): { line?: number } {
  return number === undefined ? {} : { line: number };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
