import { Claim } from '../model/claim';
import type { Field } from '../model/field';
import { ALWAYS, NEVER } from '../model/guard';
import { oneOf } from '../model/requirement';
import type { Resource } from '../model/resource';
import { isRecord, own } from '../model/template';
import type { Known } from '../model/value';

/** Properties that hold tags, as a list of keys and values or as a map. */
export const TAG_PROPERTIES = [
  'Tags',
  'FileSystemTags',
  'AccessPointTags',
  'UserPoolTags',
  'BackupVaultTags',
  'HostedZoneTags',
];

/** Those of stores of data and of servers. */
export const TAGS_OF_STORES = ['Tags', 'FileSystemTags'] as const;

/** A tag as a list of a template has it. */
export interface WrittenTag {
  readonly Key: string;
  readonly Value: string;
}

/**
 * The tags of a property where that is a list in which all of them are written out, as nearly all are; undefined where
 * something has to be worked out first. A shortcut past the evaluator: every resource is asked for its tags, several times.
 */
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

/** States that the resource itself or its stack has a tag of one of some values. */
export function hasTag(store: Resource, name: Known['value'] | undefined, wanted: Field): Claim {
  if (name === undefined || wanted.alternatives.some(({ value }) => value.kind !== 'known'))
    return new Claim(NEVER, NEVER);
  const expected = oneOf(...wanted.strings().map(({ text }) => text));
  const properties = TAGS_OF_STORES.filter((property) => store.rawProperty(property) !== undefined);
  const onResource = Claim.any(
    properties.map((property) => {
      const tags = store.get(property);
      const inMap = tags.keys().includes(String(name))
        ? tags.child(String(name)).must(expected)
        : Claim.BREAKS;
      const inList = tags
        .items()
        .some((item) => item.get('Key').must(oneOf(name)).and(item.get('Value').must(expected)));
      return inMap.or(inList);
    }),
  );
  const stackTag = own(store.template.stack.tags, String(name));
  const onStack = wanted.strings().some(({ text }) => text === stackTag);
  return onResource.or(Claim.when(onStack ? ALWAYS : NEVER));
}
