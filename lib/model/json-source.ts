import type { ParseError } from 'jsonc-parser';
import { endOfString, lineOfOffset, type ResourceOffsets } from './json-scan';

/** A value of a JSON text, with the values directly in it once they are asked for. */
interface Node {
  /** Where it begins, with its key where it has one. */
  readonly offset: number;
  readonly start: number;
  members?: ReadonlyMap<string, Node>;
  items?: readonly Node[];
}

/** A JSON text in which places are looked for. */
export interface JsonText {
  readonly text: () => string;
  /** Where resources begin, so that what is before them need not be read again. One object for each text. */
  readonly resources: ResourceOffsets;
}

/** A text with what finds places in it. */
interface Indexed {
  readonly text: string;
  readonly root: Node;
  /** Resources that were looked into. */
  readonly resources: Map<string, Node>;
  /** Offsets at which lines begin. */
  readonly lines: Uint32Array;
}

/** Texts are looked into one after the other, and those of a few stacks by turns. */
const kept = new Map<ResourceOffsets, Indexed>();
const MOST_KEPT_CHARACTERS = 5_000_000;
let keptCharacters = 0;

function indexed({ text: read, resources: key }: JsonText): Indexed {
  let found = kept.get(key);
  if (found === undefined) {
    const text = read();
    const start = text.search(/\S/);
    found = { text, root: { offset: start, start }, resources: new Map(), lines: lineBeginnings(text) };
    kept.set(key, found);
    keptCharacters += text.length;
    for (const [oldest, { text: given }] of kept) {
      if (keptCharacters <= MOST_KEPT_CHARACTERS || kept.size === 1) break;
      kept.delete(oldest);
      keptCharacters -= given.length;
    }
  }
  return found;
}

/** Line of a path in a sound JSON text: that of the deepest part of it that exists. */
export function lineAt(source: JsonText, path: readonly string[]): number | undefined {
  const found = indexed(source);
  const { text } = found;
  const { lines } = found;
  const resource = path[0] === 'Resources' ? resourceIn(found, path[1], source.resources) : undefined;
  let node = resource ?? found.root;
  for (let depth = resource === undefined ? 0 : 2; depth < path.length; depth++) {
    const key = path[depth] as string;
    lookInto(node, text);
    const next = node.items === undefined ? node.members?.get(key) : node.items[Number(key)];
    if (next === undefined) break;
    node = next;
  }
  const { offset } = node;
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

function resourceIn(
  { text, resources }: Indexed,
  logicalId: string | undefined,
  offsets: ResourceOffsets,
): Node | undefined {
  const offset = logicalId === undefined ? undefined : offsets.get(logicalId);
  if (offset === undefined) return undefined;
  let node = resources.get(logicalId as string);
  if (node === undefined) {
    const afterKey = afterSpace(text, endOfString(text, offset + 1) + 1);
    node = { offset, start: afterSpace(text, afterKey + 1) };
    resources.set(logicalId as string, node);
  }
  return node;
}

/** Notes what an object or list has directly in it; what is deeper is passed over. */
function lookInto(node: Node, text: string): void {
  if (node.members !== undefined || node.items !== undefined) return;
  const members = new Map<string, Node>();
  const items: Node[] = [];
  const isList = text[node.start] === '[';
  if (isList) node.items = items;
  else node.members = members;
  if (!isList && text[node.start] !== '{') return;
  let at = afterSpace(text, node.start + 1);
  while (text[at] !== '}' && text[at] !== ']') {
    const offset = at;
    let key = '';
    if (!isList) {
      at = endOfString(text, at + 1) + 1;
      const written = text.slice(offset + 1, at - 1);
      key = written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written;
      at = afterSpace(text, afterSpace(text, at) + 1);
    }
    const child: Node = { offset, start: at };
    if (isList) items.push(child);
    else members.set(key, child);
    at = afterSpace(text, afterValue(text, at));
    if (text[at] === ',') at = afterSpace(text, at + 1);
  }
}

function afterSpace(text: string, start: number): number {
  let at = start;
  while (text.charCodeAt(at) <= 0x20) at++;
  return at;
}

function afterValue(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
      case 0x5b: // [
        depth++;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        // What closes is either the value itself, or, for a scalar, what it stands in.
        if (depth === 0) return at;
        if (--depth === 0) return at + 1;
        break;
      case 0x22: // "
        at = endOfString(text, at + 1);
        if (depth === 0) return at + 1;
        break;
      case 0x2c: // ,
        if (depth === 0) return at;
        break;
      default:
    }
  }
  return text.length;
}

function lineBeginnings(text: string): Uint32Array {
  let count = 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++;
  const lines = new Uint32Array(count);
  let line = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines[++line] = at + 1;
  return lines;
}

/** The first syntax error of a text that is not JSON. */
export function firstError(text: string): { readonly message: string; readonly line: number } | undefined {
  // Loaded for a text that is broken: the lines of findings are found without it.
  const { parseTree, printParseErrorCode } = require('jsonc-parser') as typeof import('jsonc-parser');
  const errors: ParseError[] = [];
  try {
    parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    // Nested so deeply that the parser, which recurses, gave up.
    return undefined;
  }
  const [first] = errors;
  if (first === undefined) return undefined;
  return { message: printParseErrorCode(first.error), line: lineOfOffset(text, first.offset) };
}
