import { isAbsolute, posix, win32 } from 'node:path';
import type { Finding } from '../assess';
import { placeOf } from '../creation-stack';
import type { ReportInput } from './report';

/** Where a reader is to look: a file and, as far as they are known, line and column in it, from 1. */
export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

/** In the app's source where CDK recorded it, else in the template. */
export function bestPlace(finding: Finding, input: Pick<ReportInput, 'placeOf' | 'prefix'>): Place {
  const source = input.placeOf?.(finding);
  return source === undefined
    ? templatePlace(finding, input)
    : { ...source, file: inRepository(source.file, input.prefix) };
}

export function templatePlace(
  { resource: { template }, line }: Finding,
  { prefix }: Pick<ReportInput, 'prefix'>,
): Place {
  const file = inRepository(template, prefix);
  return line === undefined ? { file } : { file, line };
}

function inRepository(file: string, prefix: string | undefined): string {
  if (prefix === undefined || file === '' || isAbsolute(file) || win32.isAbsolute(file)) return file;
  return posix.normalize(posix.join(prefix, file));
}

/** The resource of a finding as its people call it. */
export function subjectOf({ resource }: Finding): string {
  return resource.constructPath ?? resource.logicalId ?? resource.stack ?? resource.template;
}

/** What CDK wrote beside its templates about constructs. */
export interface ConstructMetadata {
  /** Entries by construct path, with a slash before it. */
  readonly byPath: ReadonlyMap<string, unknown>;
  /** Entries by logical id, of the stack of one template alone. */
  readonly byLogicalId: ReadonlyMap<string, unknown>;
}

/** Looks places up in the metadata of the constructs of a template; undefined where there is none. */
export function placesFrom(
  metadataOf: (template: string) => ConstructMetadata | undefined,
): NonNullable<ReportInput['placeOf']> {
  return ({ resource: { template, constructPath, logicalId } }) => {
    const metadata = metadataOf(template);
    // Without path metadata in its template a resource is known by its logical id.
    const entries =
      constructPath === undefined
        ? metadata?.byLogicalId.get(logicalId ?? '')
        : metadata?.byPath.get(`/${constructPath}`);
    return placeOf(dataOf(entries, 'aws:cdk:creationStack'));
  };
}

/** The data of the entry of one kind among those of a construct. */
export function dataOf(entries: unknown, type: string): unknown {
  if (!Array.isArray(entries)) return undefined;
  return (entries as { type?: unknown; data?: unknown }[]).find((entry) => entry?.type === type)?.data;
}
