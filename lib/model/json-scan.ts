export function lineOfOffset(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** What is wrong with a valid JSON text all the same. */
export type JsonFault =
  | { readonly kind: 'duplicate'; readonly key: string; readonly line: number }
  | { readonly kind: 'depth' | 'size'; readonly line: number };

/** Where the resources of a template begin, with their keys: nearly all places that are asked for are in one. */
export type ResourceOffsets = ReadonlyMap<string, number>;

/**
 * The first key that one object of a valid JSON text holds twice, or the first place that is nested deeper than this
 * or stands behind more values than this. JSON.parse keeps the last of two keys in silence, so that a checker and a
 * deployment might read different templates. Where there is no fault, where resources begin.
 */
export function scanJson(text: string, deepest: number, most: number): JsonFault | ResourceOffsets {
  const resources = new Map<string, number>();
  let section = '';
  const open: (Keys | undefined)[] = [];
  let keys: Keys | undefined;
  let expectKey = false;
  let values = 0;
  for (let at = 0; at < text.length; at++) {
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
        open.push(keys);
        if (open.length > deepest) return { kind: 'depth', line: lineOfOffset(text, at) };
        keys = new Keys();
        expectKey = true;
        break;
      case 0x5b: // [
        open.push(keys);
        if (open.length > deepest) return { kind: 'depth', line: lineOfOffset(text, at) };
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
        if (++values > most) return { kind: 'size', line: lineOfOffset(text, at) };
        break;
      case 0x22: {
        // "
        const start = at + 1;
        at = endOfString(text, start);
        if (!expectKey || keys === undefined) break;
        const written = text.slice(start, at);
        const key = written.includes('\\') ? copyOf(written) : written;
        if (!keys.add(key)) return { kind: 'duplicate', key, line: lineOfOffset(text, start) };
        if (open.length === 1) section = key;
        else if (open.length === 2 && section === 'Resources') resources.set(copyOf(written), start - 1);
        expectKey = false;
        break;
      }
      default:
    }
  }
  return resources;
}

/** A string of its own: what is cut out of a text keeps the whole text in memory. */
function copyOf(written: string): string {
  return JSON.parse(`"${written}"`) as string;
}

/** The keys of one object. Most have one or two, for which a set costs more than it saves. */
class Keys {
  private first: string | undefined;
  private second: string | undefined;
  private more: Set<string> | undefined;

  /** False where the key was there before. */
  add(key: string): boolean {
    if (this.first === undefined) this.first = key;
    else if (key === this.first) return false;
    else if (this.second === undefined) this.second = key;
    else if (key === this.second) return false;
    else {
      this.more ??= new Set();
      if (this.more.has(key)) return false;
      this.more.add(key);
    }
    return true;
  }
}

function isEscaped(text: string, at: number): boolean {
  let backslashes = 0;
  while (text.charCodeAt(at - 1 - backslashes) === 0x5c) backslashes++;
  return backslashes % 2 === 1;
}

/** Where a string that starts here has its closing quote. */
export function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start);
  while (isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at;
}
