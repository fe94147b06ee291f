import { credentialsIn, isPlaceholder } from '../../credential-formats';
import type { Secrecy } from './names';

/** What a literal under a name is: `path` where it rather looks like the name under which a secret is kept. */
export type Look = 'secret' | 'path' | 'open';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** What is looked up when a request comes: JSON paths, mappings of API Gateway. */
const LOOKED_UP =
  /^(?:'?\$\{?(?:stageVariables|context|input|util)\b|(?:method|integration|context|stageVariables|route|request)\.[\w.$-]+$|\$\$?\.|\$[A-Za-z_]\w*\.[\w.()]+$|arn:|\{\{resolve:|States\.|data\.|var\.|env\.|process\.env|https?:\/\/[^@\s]*$|s3:\/\/|ssm:|file:|vault:|secretsmanager:|alias\/)/;
const SWITCH =
  /^(?:true|false|yes|no|on|off|\d{1,3}|minutes|hours|days|seconds|header|query|cookie|body|basic|bearer|authorizer|apikey|hash|range|string|integer|text)$/i;

/** How a literal looks that stands under a name. */
export function lookOf(value: string, secrecy: Secrecy): Look {
  const text = value.trim().replace(/^'([^']*)'$/, '$1');
  if (text === '' || isPlaceholder(text) || LOOKED_UP.test(text) || SWITCH.test(text)) return 'open';
  if (secrecy === 'perhaps') return looksRandom(text) || credentialsIn(text).length > 0 ? 'secret' : 'open';
  // A sentence about a secret is none.
  if (/\s/.test(text) && text.split(/\s+/).length > 3 && credentialsIn(text).length === 0) return 'open';
  if (isPath(text)) return 'path';
  return 'secret';
}

/** Words with slashes between them; keys of AWS hold slashes as well, and more besides. */
function isPath(text: string): boolean {
  return /^[\w.-]{0,200}\/[\w./-]{1,500}$/.test(text) && !looksRandom(text) && !isSecretKey(text);
}

/** The form of a secret access key of AWS. */
export function isSecretKey(text: string): boolean {
  return /^[A-Za-z0-9/+]{40}$/.test(text) && /[A-Z]/.test(text) && /[a-z]/.test(text) && /[0-9]/.test(text);
}

/** The bits that one letter of a text tells, by how often each occurs. */
export function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const letter of text) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

const SHORTEST_RANDOM = 16;
const LONGEST_RANDOM = 4_096;
const LEAST_BITS = 3;
/** How often what people make up changes between small letters, capitals and digits. */
const LEAST_CHANGES = 0.25;

/** Whether a text looks made by chance: no words, no identifier of a resource. */
export function looksRandom(text: string): boolean {
  if (text.length < SHORTEST_RANDOM || text.length > LONGEST_RANDOM) return false;
  if (!/^[A-Za-z0-9+/=_.~:-]+$/.test(text) || !/[A-Za-z]/.test(text) || !/[0-9]/.test(text)) return false;
  if (
    UUID.test(text) ||
    /^(?:ami|subnet|vpc|sg|vol|eni|rtb|igw|tgw|acl|eipalloc|lt|sha\d{3}|v\d)[-:]/.test(text)
  )
    return false;
  // Words, figures and versions with signs between them.
  if (text.split(/[-_./:]/).every((part) => /^(?:[A-Za-z]{0,20}\d{0,4}|\d{0,12})$/.test(part))) return false;
  if (/\.(?:zip|jar|json|ya?ml|txt|pem|csv|js|py|tar|gz|com|net|jp|org|io)$/i.test(text)) return false;
  return entropyOf(text) >= LEAST_BITS && changesOf(text) >= LEAST_CHANGES;
}

function changesOf(text: string): number {
  let changes = 0;
  let last = '';
  for (const letter of text) {
    const kind = letter >= '0' && letter <= '9' ? 'd' : letter >= 'A' && letter <= 'Z' ? 'C' : 'c';
    if (last !== '' && kind !== last) changes++;
    last = kind;
  }
  return changes / text.length;
}
