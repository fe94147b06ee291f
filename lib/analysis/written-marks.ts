import type { Deployment } from '../model/deployment';
import { perResource, type Resource } from '../model/resource';
import { own, type Template } from '../model/template';
import { isMarkValue, MARKS, type MarkName } from '../policy/zones';
import { TAG_PROPERTIES, writtenTagMap, writtenTags } from './tags';

/** Types that have their tags elsewhere as well: region by region, or by the type of what they are put on. */
export const TAGGED_ELSEWHERE: ReadonlySet<string> = new Set([
  'AWS::DynamoDB::GlobalTable',
  'AWS::EC2::ClientVpnEndpoint',
]);

const MAY_HOLD_TAGS: ReadonlySet<string> = new Set(TAG_PROPERTIES);

const BY_TAG: ReadonlyMap<string, MarkName> = new Map(
  (Object.keys(MARKS) as MarkName[]).map((name) => [MARKS[name].tag, name]),
);

/** The mark that a tag stands for. */
export function markOfTag(tag: string): MarkName | undefined {
  return BY_TAG.get(tag);
}

/** The marks of a resource of which all tags are written out: one object for all of a template that have the same. */
export interface WrittenMarks {
  readonly values: ReadonlyMap<MarkName, string>;
  /** Whether each is a value that the mark can have. */
  readonly areSound: boolean;
}

const NOT_WRITTEN: WrittenMarks = { values: new Map(), areSound: false };

/** The marks among the tags of a resource; undefined where its tags have to be worked out first. */
export function writtenMarks(resource: Resource): WrittenMarks | undefined {
  const marks = marksOf(resource);
  return marks === NOT_WRITTEN ? undefined : marks;
}

const marksOf = perResource(readMarks);

function readMarks(resource: Resource): WrittenMarks {
  if (TAGGED_ELSEWHERE.has(resource.type)) return NOT_WRITTEN;
  const found: string[] = [];
  for (const property of resource.propertyNames) {
    if (!MAY_HOLD_TAGS.has(property)) continue;
    const list = writtenTags(resource, property);
    const map = list === undefined ? writtenTagMap(resource, property) : undefined;
    // Of several properties the order counts.
    if (found.length > 0 || (list === undefined && map === undefined)) return NOT_WRITTEN;
    if (list !== undefined) {
      for (const { Key, Value } of list) if (BY_TAG.has(Key)) found.push(Key, Value);
    } else for (const key in map) if (BY_TAG.has(key)) found.push(key, map[key] as string);
  }
  return shared(resource.template, found);
}

/** The marks of the resources of a template. */
interface SharedMarks {
  readonly byTags: Map<string, WrittenMarks>;
  /** Those that were asked for last, which nearly always are those of the next resource, too. */
  lastTags: readonly string[];
  last: WrittenMarks;
}

const SHARED = new WeakMap<Template, SharedMarks>();

/** @param tags keys and values of the tags that are marks, by turns */
function shared(template: Template, tags: readonly string[]): WrittenMarks {
  let ofTemplate = SHARED.get(template);
  if (ofTemplate === undefined) {
    const byTags = new Map<string, WrittenMarks>();
    ofTemplate = { byTags, lastTags: tags, last: marksAmong(tags, byTags) };
    SHARED.set(template, ofTemplate);
  } else if (!areSame(tags, ofTemplate.lastTags)) {
    ofTemplate.last = marksAmong(tags, ofTemplate.byTags);
    ofTemplate.lastTags = tags;
  }
  return ofTemplate.last;
}

function areSame(some: readonly string[], others: readonly string[]): boolean {
  if (some.length !== others.length) return false;
  for (let at = 0; at < some.length; at++) if (some[at] !== others[at]) return false;
  return true;
}

function marksAmong(tags: readonly string[], byTags: Map<string, WrittenMarks>): WrittenMarks {
  // Keys are known; the length of a value says where it ends.
  let id = '';
  for (let at = 0; at < tags.length; at += 2) {
    const value = tags[at + 1] as string;
    id += `${tags[at]} ${value.length} ${value}`;
  }
  let marks = byTags.get(id);
  if (marks === undefined) {
    const values = new Map<MarkName, string>();
    let areSound = true;
    for (let at = 0; at < tags.length; at += 2) {
      const name = BY_TAG.get(tags[at] as string) as MarkName;
      const value = tags[at + 1] as string;
      // The first of several is the one that counts.
      if (!values.has(name)) values.set(name, value);
      areSound &&= isMarkValue(name, value);
    }
    marks = { values, areSound };
    byTags.set(id, marks);
  }
  return marks;
}

/** Whether anything in a deployment may declare a mark: where it cannot be told at a glance, something may. */
export function mayOccur(name: MarkName, { templates }: Deployment): boolean {
  const { tag, metadata } = MARKS[name];
  for (const template of templates) {
    if (own(template.stack.tags, tag) !== undefined) return true;
    if (own(own(template.raw['Metadata'], 'Jichitai'), metadata) !== undefined) return true;
    for (const resource of template.resources.values()) {
      const written = writtenMarks(resource);
      if (written === undefined ? mayBeTagged(resource, tag) : written.values.has(name)) return true;
    }
  }
  return false;
}

const PARTS_OF_TAG: ReadonlySet<string> = new Set(['Key', 'Value', 'PropagateAtLaunch']);

/** Whether a tag may be among those of a resource: not if there is a list of tags in which all keys are written out. */
function mayBeTagged(resource: Resource, tag: string): boolean {
  if (TAGGED_ELSEWHERE.has(resource.type)) return true;
  for (const property of TAG_PROPERTIES) {
    const raw = resource.rawProperty(property);
    if (raw === undefined) continue;
    if (!Array.isArray(raw) || resource.rewritten !== undefined) return true;
    for (const item of raw) {
      const key = own(item, 'Key');
      if (typeof key !== 'string' || key.includes('{{') || key === tag) return true;
      if (Object.keys(item as object).some((part) => !PARTS_OF_TAG.has(part))) return true;
    }
  }
  return false;
}
