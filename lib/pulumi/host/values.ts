import * as pulumi from '@pulumi/pulumi';
import { Pending, type PulumiInputs, type PulumiValue } from '../resource';

/** The output of a resource that an `Output` is, where it is one as it came from there. */
export interface Origin {
  readonly resource: pulumi.Resource;
  readonly output: string;
}

export type OriginOf = (output: object) => Origin | undefined;

/** What of an `Output` is told to those who ask for it as Pulumi's own code does. */
interface Told {
  readonly isKnown: Promise<boolean>;
  readonly isSecret: Promise<boolean>;
  promise(withUnknowns?: boolean): Promise<unknown>;
  resources?(): Set<pulumi.Resource>;
  readonly allResources?: () => Promise<Set<pulumi.Resource>>;
}

/** The inputs of a resource, as far as they are known: nothing throws because something is not. */
export async function readInputs(props: object, originOf: OriginOf): Promise<PulumiInputs> {
  const entries = await Promise.all(
    Object.entries(props).map(async ([key, value]) => [key, await read(value, originOf, [], false)] as const),
  );
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

async function read(
  value: unknown,
  originOf: OriginOf,
  from: readonly string[],
  isSecret: boolean,
): Promise<PulumiValue> {
  if (value === null || value === undefined) return value;
  if (value instanceof Promise) return read(await value, originOf, from, isSecret);
  if (pulumi.Output.isInstance(value)) return readOutput(value as unknown as Told, originOf, isSecret);
  if (pulumi.isUnknown(value)) return pending(from, undefined, isSecret);
  if (pulumi.Resource.isInstance(value)) return new Pending([await urnOf(value)], 'id');
  if (pulumi.asset.Asset.isInstance(value) || pulumi.asset.Archive.isInstance(value))
    return read(await textOf(value), originOf, from, isSecret);
  const item = value as unknown;
  if (Array.isArray(item)) return Promise.all(item.map((inner) => read(inner, originOf, from, isSecret)));
  if (typeof item === 'object') {
    const entries = await Promise.all(
      Object.entries(item as object).map(
        async ([key, item]) => [key, await read(item, originOf, from, isSecret)] as const,
      ),
    );
    return Object.fromEntries(entries);
  }
  if (isSecret) return pending(from, undefined, true);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : pending(from, undefined, false);
}

async function readOutput(output: Told, originOf: OriginOf, within: boolean): Promise<PulumiValue> {
  const isSecret = within || (await output.isSecret);
  const origin = originOf(output);
  // The identity of another resource stays a reference to it, also once it is known.
  if (origin !== undefined && (isReference(origin.output) || !(await output.isKnown)))
    return pending([await urnOf(origin.resource)], origin.output, isSecret);
  const resources =
    output.allResources === undefined ? (output.resources?.() ?? new Set()) : await output.allResources();
  const from = await Promise.all([...resources].map(urnOf));
  if (!(await output.isKnown)) {
    const partly = await output.promise(true);
    return partly === undefined || partly === null || pulumi.isUnknown(partly)
      ? pending(from, undefined, isSecret)
      : read(partly, originOf, from, isSecret);
  }
  return read(await output.promise(true), originOf, from, isSecret);
}

/** Whether an output tells which resource it is of. A plain `…Id` does not, as it can be the id of another one. */
function isReference(output: string): boolean {
  return output === 'id' || output === 'arn' || output.endsWith('Arn');
}

function pending(from: readonly string[], output: string | undefined, isSecret: boolean): Pending {
  return isSecret ? new Pending(from, output, true) : new Pending(from, output);
}

export async function urnOf({ urn }: pulumi.Resource): Promise<string> {
  return String(await (urn as unknown as Told).promise(true));
}

async function textOf(value: object): Promise<unknown> {
  const { text, path, uri } = value as { text?: unknown; path?: unknown; uri?: unknown };
  return text ?? path ?? uri ?? '';
}
