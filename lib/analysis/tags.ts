import { perResource, type Resource } from '../model/resource';
import { isRecord, own } from '../model/template';

/** Properties that hold tags, as a list of keys and values or as a map. */
export const TAG_PROPERTIES = [
  'Tags',
  'FileSystemTags',
  'AccessPointTags',
  'UserPoolTags',
  'BackupVaultTags',
  'HostedZoneTags',
];

/** A tag that is written out. */
export interface LiteralTag {
  readonly key: string;
  readonly value: string;
}

/**
 * The tags of a property where all of them are written out, as nearly all are; undefined where something has to be
 * worked out first. A shortcut past the evaluator: every resource is asked for its tags, several times.
 */
export function literalTags(resource: Resource, property: string): readonly LiteralTag[] | undefined {
  if (property === 'Tags') return ownTags(resource).literal;
  return readTags(resource, property);
}

const ownTags = perResource((resource) => ({ literal: readTags(resource, 'Tags') }));

function readTags(resource: Resource, property: string): readonly LiteralTag[] | undefined {
  return writtenTags(resource, property)?.map(({ Key, Value }) => ({ key: Key, value: Value }));
}

/** A tag as a list of a template has it. */
export interface WrittenTag {
  readonly Key: string;
  readonly Value: string;
}

/** The tags of a property as they stand there, where that is a list in which all are written out. */
export function writtenTags(resource: Resource, property: string): readonly WrittenTag[] | undefined {
  const raw = resource.rawProperty(property);
  if (!Array.isArray(raw) || !isAsWritten(resource)) return undefined;
  for (let at = 0; at < raw.length; at++) {
    const item: unknown = raw[at];
    if (!isWrittenOut(own(item, 'Key')) || !isWrittenOut(own(item, 'Value'))) return undefined;
  }
  return raw as readonly WrittenTag[];
}

/** The same, where it is a map. One with a key that could be a function's, or that of an item of a list, is left out. */
export function writtenTagMap(
  resource: Resource,
  property: string,
): Readonly<Record<string, string>> | undefined {
  const raw = resource.rawProperty(property);
  if (!isRecord(raw) || !isAsWritten(resource) || resource.propertyNames.some(isFunction)) return undefined;
  for (const key in raw) {
    if (key === 'Key' || isFunction(key)) return undefined;
    if (!Object.hasOwn(raw, key) || !isWrittenOut(raw[key])) return undefined;
  }
  return raw as Readonly<Record<string, string>>;
}

function isFunction(key: string): boolean {
  return key === 'Ref' || key.startsWith('Fn::');
}

function isAsWritten(resource: Resource): boolean {
  return resource.exists.isAlways && resource.rewritten === undefined;
}

/** A text in which nothing is fetched at deployment. */
function isWrittenOut(value: unknown): value is string {
  return typeof value === 'string' && !value.includes('{{');
}
