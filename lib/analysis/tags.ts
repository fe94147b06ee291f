import { perResource, type Resource } from '../model/resource';
import { own } from '../model/template';

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
  const raw = resource.rawProperty(property);
  if (!Array.isArray(raw) || resource.rewritten !== undefined || !resource.exists.isAlways) return undefined;
  const tags: LiteralTag[] = [];
  for (const item of raw) {
    const key = own(item, 'Key');
    const value = own(item, 'Value');
    if (typeof key !== 'string' || typeof value !== 'string') return undefined;
    if (key.includes('{{') || value.includes('{{')) return undefined;
    tags.push({ key, value });
  }
  return tags;
}
