import {
  type Alias,
  type CollectionTag,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  type Pair,
  parseDocument,
  Scalar,
  type ScalarTag,
  type YAMLMap,
} from 'yaml';
import { InputError } from '../errors';
import { concat, type Text } from '../text';
import { DEEPEST_DATA, type Source, TOO_DEEP, writtenTwice } from './source';

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

/** Types of YAML that CloudFormation reads; sets, binaries and ordered maps are none. */
const TYPES = /^(tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)|!)$/;

// A tagged node is parsed as what it is written as, and wrapped in its long form afterwards.
const customTags: (ScalarTag | CollectionTag)[] = [...SHORT_FORMS.keys()].flatMap((tag) => [
  { tag, resolve: (text: string) => text } as ScalarTag,
  { tag, collection: 'seq' } as CollectionTag,
  { tag, collection: 'map' } as CollectionTag,
]);

/**
 * Parses YAML (1.2 core schema, merge keys, short-form tags).
 * @param mostNodes most nodes that the document may have with its aliases written out
 * @throws InputError with file and line
 */
export function parseYaml(text: string, file: string, mostNodes: number): Source {
  const lineCounter = new LineCounter();
  const line = (offset: number) => lineCounter.linePos(offset).line;
  try {
    const document = parseDocument(text, {
      schema: 'core',
      // Compared below, as the text that keys are in the end.
      uniqueKeys: false,
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
    const root = document.contents as Node | null;
    const builder = new Builder(mostNodes, (detail, node) => {
      return new InputError(detail, file, line(node?.range?.[0] ?? 0));
    });
    const data = builder.build(root, 0);
    return { data, lineOf: (path) => line(offsetOf(root, path, builder.targets)), mayMention: () => true };
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(error instanceof RangeError ? TOO_DEEP : notYaml((error as Error).message), file, 1);
  }
}

function notYaml(why: string): Text {
  // The parser recurses, and reports it as a fault of the text where that fails.
  if (why.includes('Maximum call stack')) return TOO_DEEP;
  return concat({ ja: 'YAMLとして読めません：', en: 'not valid YAML: ' }, why);
}

/** Makes data of nodes, in the order of the document: an alias means the last anchor before it. */
class Builder {
  /** What each alias stands for. */
  readonly targets = new Map<Alias, Node>();
  private readonly anchors = new Map<string, { node: Node; data: unknown; nodes: number } | 'open'>();
  private nodes = 0;

  constructor(
    private readonly mostNodes: number,
    private readonly fault: (detail: Text, node: Node | null) => InputError,
  ) {}

  build(node: Node | null, depth: number): unknown {
    if (node === null) return null;
    if (isAlias(node)) return this.alias(node);
    if (depth > DEEPEST_DATA) throw this.fault(TOO_DEEP, node);
    if (node.tag !== undefined && !SHORT_FORMS.has(node.tag) && !TYPES.test(node.tag)) {
      throw this.fault(notYaml(node.tag), node);
    }
    const before = this.nodes++;
    if (node.anchor !== undefined) this.anchors.set(node.anchor, 'open');
    const content = this.content(node, depth);
    const longForm = node.tag === undefined ? undefined : SHORT_FORMS.get(node.tag);
    const data = longForm === undefined ? content : { [longForm]: content };
    if (node.anchor !== undefined) this.anchors.set(node.anchor, { node, data, nodes: this.nodes - before });
    return data;
  }

  private content(node: Node, depth: number): unknown {
    if (isScalar(node)) return scalar(node);
    if (isSeq(node)) return node.items.map((item) => this.build(item as Node | null, depth + 1));
    if (isMap(node)) return this.map(node, depth);
    throw this.fault(notYaml(node.constructor.name), node);
  }

  private alias(node: Alias): unknown {
    const anchor = this.anchors.get(node.source);
    if (anchor === undefined) {
      throw this.fault(
        {
          ja: `エイリアスより前にアンカー${node.source}がありません`,
          en: `there is no anchor ${node.source} before this alias`,
        },
        node,
      );
    }
    if (anchor === 'open') {
      throw this.fault(
        {
          ja: `アンカー${node.source}が自分自身を含んでいます`,
          en: `the anchor ${node.source} contains itself`,
        },
        node,
      );
    }
    this.nodes += anchor.nodes;
    if (this.nodes > this.mostNodes) {
      throw this.fault(
        { ja: 'エイリアスを展開すると大きすぎます', en: 'too large with its aliases written out' },
        node,
      );
    }
    this.targets.set(node, anchor.node);
    return anchor.data;
  }

  private map(node: YAMLMap, depth: number): Record<string, unknown> {
    const data: Record<string, unknown> = {};
    const merged: unknown[] = [];
    for (const pair of node.items as Pair<Node | null, Node | null>[]) {
      const key = this.key(pair, node);
      const value = this.build(pair.value, depth + 1);
      if (isMerge(pair)) merged.push(...(Array.isArray(value) ? value : [value]));
      else if (Object.hasOwn(data, key)) {
        throw this.fault(writtenTwice(key), pair.key);
      } else put(data, key, value);
    }
    for (const source of merged) {
      if (typeof source !== 'object' || source === null || Array.isArray(source)) {
        throw this.fault(
          { ja: '<<で取り込む値がマップでありません', en: 'what << merges is not a map' },
          node,
        );
      }
      for (const [key, value] of Object.entries(source)) if (!Object.hasOwn(data, key)) put(data, key, value);
    }
    return data;
  }

  private key({ key }: Pair<Node | null, unknown>, map: YAMLMap): string {
    const target = isAlias(key) ? this.build(key, 0) : key;
    if (isScalar(target) && target.value !== null && target.tag === undefined) return keyText(target);
    if (typeof target === 'string') return target;
    throw this.fault({ ja: '文字列でないキーがあります', en: 'a key that is not a string' }, key ?? map);
  }
}

function put(data: Record<string, unknown>, key: string, value: unknown): void {
  // An assignment to `__proto__` would set the prototype.
  Object.defineProperty(data, key, { value, enumerable: true, configurable: true, writable: true });
}

function isMerge({ key }: Pair<Node | null, unknown>): boolean {
  return isScalar(key) && key.type === Scalar.PLAIN && key.value === '<<';
}

function keyText(key: Scalar): string {
  return typeof key.value === 'number' && key.source !== undefined ? key.source : String(key.value);
}

/** A scalar, as the YAML 1.1 that CloudFormation reads has it where that differs from the core schema. */
function scalar(node: Scalar): unknown {
  const { value, source } = node;
  if (typeof value === 'number' && source !== undefined && /^[-+]?\d+(\.\d*)?$/.test(source)) {
    // Account ids, versions and the like: a zero at either end is part of the text.
    return String(value) === source ? value : source;
  }
  if (node.type === Scalar.PLAIN && node.tag === undefined && typeof value === 'string') {
    if (/^(yes|Yes|YES|on|On|ON)$/.test(value)) return true;
    if (/^(no|No|NO|off|Off|OFF)$/.test(value)) return false;
  }
  return typeof value === 'bigint' ? String(value) : value;
}

/** Where the deepest part of the path that exists begins. */
function offsetOf(root: Node | null, path: readonly string[], targets: ReadonlyMap<Alias, Node>): number {
  let node = root;
  let offset = 0;
  for (const key of path) {
    node = isAlias(node) ? (targets.get(node) ?? null) : node;
    if (node?.tag !== undefined && SHORT_FORMS.get(node.tag) === key) continue;
    if (isMap(node)) {
      const pair = pairOf(node, key, targets);
      if (pair === undefined) break;
      offset = pair.key?.range?.[0] ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      const item = node.items[Number(key)] as Node | undefined;
      if (item === undefined) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else break;
  }
  return offset;
}

/** The pairs of maps by their keys: findings look into the same maps again and again. */
const indexes = new WeakMap<YAMLMap, Map<string, Pair<Node | null, Node | null>>>();

/** The pair of a key: the map's own, or one that it merges. */
function pairOf(
  map: YAMLMap,
  key: string,
  targets: ReadonlyMap<Alias, Node>,
): Pair<Node | null, Node | null> | undefined {
  const pairs = map.items as Pair<Node | null, Node | null>[];
  let index = indexes.get(map);
  if (index === undefined) {
    const keyed = pairs.filter((pair) => isScalar(pair.key) && !isMerge(pair));
    index = new Map(keyed.map((pair) => [keyText(pair.key as Scalar), pair]));
    indexes.set(map, index);
  }
  const own = index.get(key);
  if (own !== undefined) return own;
  for (const { value } of pairs.filter(isMerge)) {
    const source = isAlias(value) ? targets.get(value) : value;
    for (const one of isSeq(source) ? source.items : [source]) {
      const merged = isAlias(one) ? targets.get(one) : one;
      const found = isMap(merged) ? pairOf(merged, key, targets) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
