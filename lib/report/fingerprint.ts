import { basename } from 'node:path';
import type { Finding } from '../assess';

/**
 * What stays the same of findings while the app around them changes: the rule and the resource, by stack and logical
 * id. Neither line, wording nor value counts, nor the folder of the assembly; several findings of a rule about one
 * resource are numbered.
 *
 * @returns one for each finding, unique among them, 32 hexadecimal digits
 */
export function fingerprintsOf(findings: readonly Finding[]): readonly string[] {
  // Loaded once something is hashed: a small check does without.
  const { createHash, hash } = require('node:crypto') as typeof import('node:crypto') & {
    // Newer than the oldest Node.js that this package takes, and four times as fast for what is short.
    readonly hash?: (algorithm: string, text: string) => string;
  };
  const sha256 = (text: string) => hash?.('sha256', text) ?? createHash('sha256').update(text).digest('hex');
  const seen = new Map<string, number>();
  return findings.map(({ rule, resource: { stack, template, logicalId, constructPath } }) => {
    const what = [rule, stack ?? basename(template), logicalId ?? constructPath ?? ''].join('\u0000');
    const number = (seen.get(what) ?? 0) + 1;
    seen.set(what, number);
    return sha256(`${what}\u0000${number}`).slice(0, 32);
  });
}
