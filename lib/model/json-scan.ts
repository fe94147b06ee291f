export function lineOfOffset(text: string, offset: number): number {
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
export function endOfString(text: string, start: number): number {
  let at = text.indexOf('"', start);
  while (isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at;
}
