import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { lineOfOffset } from './json-scan';

/** A text with what finds places in it. */
interface Indexed {
  readonly tree: Node | undefined;
  /** Offsets at which lines begin. */
  readonly lines: readonly number[];
  readonly members: Map<Node, ReadonlyMap<string, Node>>;
}

/** Texts are looked into by turns, rule by rule; of very many the first ones are indexed again. */
const kept = new Map<string, Indexed>();
const MOST_KEPT_CHARACTERS = 50_000_000;
let keptCharacters = 0;

function indexed(text: string): Indexed {
  let found = kept.get(text);
  if (found === undefined) {
    found = { tree: parseTree(text), lines: lineBeginnings(text), members: new Map() };
    kept.set(text, found);
    keptCharacters += text.length;
    for (const oldest of kept.keys()) {
      if (keptCharacters <= MOST_KEPT_CHARACTERS || kept.size === 1) break;
      kept.delete(oldest);
      keptCharacters -= oldest.length;
    }
  }
  return found;
}

/** Line of a path in a JSON text: that of the deepest part of it that exists. */
export function lineAt(text: string, path: readonly string[]): number | undefined {
  const { tree, lines, members } = indexed(text);
  if (tree === undefined) return undefined;
  let node = tree;
  for (const key of path) {
    const next = node.type === 'array' ? node.children?.[Number(key)] : membersOf(node, members).get(key);
    if (next === undefined) break;
    node = next;
  }
  const { offset } = node.parent?.type === 'property' ? node.parent : node;
  let [low, high] = [0, lines.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as number) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

function membersOf(node: Node, members: Indexed['members']): ReadonlyMap<string, Node> {
  let found = members.get(node);
  if (found === undefined) {
    const entries = (node.type === 'object' ? (node.children ?? []) : []).flatMap(({ children }) => {
      const [key, value] = children ?? [];
      return key === undefined || value === undefined ? [] : [[String(key.value), value] as const];
    });
    found = new Map(entries);
    members.set(node, found);
  }
  return found;
}

function lineBeginnings(text: string): readonly number[] {
  const lines = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines.push(at + 1);
  return lines;
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
