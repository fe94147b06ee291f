import type { RegisterEntry } from './entry';

/**
 * Data as the one text that RFC 8785 (JSON Canonicalization Scheme) gives it: without spaces, keys in the order of
 * their UTF-16 code units, numbers and strings as ECMAScript writes them.
 */
export function canonicalJson(data: unknown): string {
  if (Array.isArray(data)) return `[${data.map(canonicalJson).join(',')}]`;
  if (typeof data !== 'object' || data === null) return JSON.stringify(data);
  const members = Object.entries(data)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => `${JSON.stringify(key)}:${canonicalJson(value)}`);
  return `{${members.join(',')}}`;
}

/** What a signature is over: all of an entry but the signature itself. */
export function contentOf({ signature: _, ...content }: RegisterEntry): string {
  return canonicalJson(content);
}
