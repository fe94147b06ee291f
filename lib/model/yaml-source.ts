import {
  type CollectionTag,
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  Pair,
  parseDocument,
  Scalar,
  type ScalarTag,
  visit,
  YAMLMap,
} from 'yaml';
import { InputError } from '../errors';
import { concat, type Text } from '../text';
import type { Source } from './source';

/** Short forms of the intrinsic functions: each is the tag of a node. */
const SHORT_FORMS = new Map(
  [
    'And',
    'Base64',
    'Cidr',
    'Equals',
    'FindInMap',
    'GetAtt',
    'GetAZs',
    'GetStackOutput',
    'If',
    'ImportValue',
    'Join',
    'Length',
    'Not',
    'Or',
    'Select',
    'Split',
    'Sub',
    'ToJsonString',
    'Transform',
  ].map((name) => [`!${name}`, `Fn::${name}`]),
);
SHORT_FORMS.set('!Ref', 'Ref').set('!Condition', 'Condition');

// A tagged node is parsed as what it is written as, and wrapped in its long form afterwards.
const customTags: (ScalarTag | CollectionTag)[] = [...SHORT_FORMS.keys()].flatMap((tag) => [
  { tag, resolve: (text: string) => text } as ScalarTag,
  { tag, collection: 'seq' } as CollectionTag,
  { tag, collection: 'map' } as CollectionTag,
]);

/**
 * Parses YAML (1.2 core schema, merge keys, short-form tags).
 * @throws InputError with file and line
 */
export function parseYaml(text: string, file: string, maxAliasCount: number): Source {
  const lineCounter = new LineCounter();
  const line = (offset: number) => lineCounter.linePos(offset).line;
  try {
    const document = parseDocument(text, {
      schema: 'core',
      merge: true,
      lineCounter,
      customTags,
      prettyErrors: false,
    });
    const [fault] = [
      ...document.errors,
      // An unknown tag would be read as if it were not there.
      ...document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED'),
    ];
    if (fault !== undefined) throw new InputError(notYaml(fault.message), file, line(fault.pos[0]));
    writeLongForms(document);
    return { data: document.toJS({ maxAliasCount }), lineOf: (path) => line(offsetOf(document, path)) };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(notYaml((error as Error).message), file, 1);
  }
}

function notYaml(why: string): Text {
  return concat({ ja: 'YAMLとして読めません：', en: 'not valid YAML: ' }, why);
}

function writeLongForms(document: Document): void {
  visit(document, {
    Node(_key, node) {
      // Account ids and the like: a leading zero is part of the text.
      if (isScalar(node) && typeof node.value === 'number' && /^0\d+$/.test(node.source ?? '')) {
        node.value = node.source as string;
      }
      const longForm = node.tag === undefined ? undefined : SHORT_FORMS.get(node.tag);
      if (longForm === undefined || !('tag' in node)) return undefined;
      delete node.tag;
      const wrapper = new YAMLMap();
      wrapper.items.push(new Pair(new Scalar(longForm), node));
      if (node.range) wrapper.range = node.range;
      if ('anchor' in node && node.anchor !== undefined) {
        wrapper.anchor = node.anchor as string;
        delete node.anchor;
      }
      return wrapper;
    },
  });
}

/** Where the deepest part of the path that exists begins. */
function offsetOf(document: Document, path: readonly string[]): number {
  let node = document.contents as Node | null | undefined;
  let offset = 0;
  for (const key of path) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key);
      if (pair === undefined) break;
      offset = (pair.key as Scalar).range?.[0] ?? offset;
      node = pair.value as Node | null;
    } else if (isSeq(node)) {
      const item = node.items[Number(key)] as Node | undefined;
      if (item === undefined) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}
