import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';

const trees = new WeakMap<{ text: string }, Node | undefined>();
let last: { text: string } | undefined;

/** Line of a path in a JSON text: that of the deepest part of it that exists. */
export function lineAt(text: string, path: readonly string[]): number | undefined {
  // Findings come template by template, so one tree is kept.
  if (last?.text !== text) {
    last = { text };
    trees.set(last, parseTree(text));
  }
  const tree = trees.get(last);
  if (tree === undefined) return undefined;
  let node: Node = tree;
  for (const key of path) {
    const segment = node.type === 'array' ? Number(key) : key;
    const next = findNodeAtLocation(node, [segment]);
    if (next === undefined) break;
    node = next;
  }
  const property = node.parent?.type === 'property' ? node.parent : node;
  return lineOfOffset(text, property.offset);
}

/** The first syntax error of a text that is not JSON. */
export function firstError(text: string): { readonly message: string; readonly line: number } | undefined {
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

function lineOfOffset(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/**
 * The first key that one object of a valid JSON text holds twice. JSON.parse keeps the last one in silence,
 * so that a checker and a deployment might read different templates.
 */
export function duplicateKey(text: string): { readonly key: string; readonly line: number } | undefined {
  const open: (Set<string> | undefined)[] = [];
  let keys: Set<string> | undefined;
  let expectKey = false;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
        open.push(keys);
        keys = new Set();
        expectKey = true;
        break;
      case 0x5b: // [
        open.push(keys);
        keys = undefined;
        expectKey = false;
        break;
      case 0x7d: // }
      case 0x5d: // ]
        keys = open.pop();
        expectKey = false;
        break;
      case 0x2c: // ,
        expectKey = keys !== undefined;
        break;
      case 0x22: {
        // "
        const start = at + 1;
        at = endOfString(text, start);
        if (!expectKey || keys === undefined) break;
        const written = text.slice(start, at);
        const key = written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written;
        if (keys.has(key)) return { key, line: lineOfOffset(text, start) };
        keys.add(key);
        expectKey = false;
        break;
      }
      default:
    }
  }
  return undefined;
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++;
  return backslashes % 2 === 1;
}

/** The line where a valid JSON text is first nested deeper than this; undefined when it is nowhere. */
export function deeperThan(text: string, most: number): number | undefined {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
      case 0x5b: // [
        if (++depth > most) return lineOfOffset(text, at);
        break;
      case 0x7d: // }
      case 0x5d: // ]
        depth--;
        break;
      case 0x22: // "
        at = endOfString(text, at + 1);
        break;
      default:
    }
  }
  return undefined;
}

/** Where a string that starts here has its closing quote. */
function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start);
  while (isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at;
}
