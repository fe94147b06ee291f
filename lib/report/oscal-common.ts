import { createHash } from 'node:crypto';
import { japaneseTime } from './sheet';

export const OSCAL_VERSION = '1.1.2';
/** Of the properties that OSCAL does not define itself. */
export const NAMESPACE = 'https://jichitai-guardrails.invalid/ns/oscal';

/** A UUID (version 5) that is the same for the same parts. */
export function uuidOf(...parts: readonly string[]): string {
  const hex = createHash('sha1')
    .update([NAMESPACE, ...parts].join('\u0000'))
    .digest('hex');
  const variant = ((Number.parseInt(hex.slice(16, 18), 16) & 0x3f) | 0x80).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    variant + hex.slice(18, 20),
    hex.slice(20, 32),
  ].join('-');
}

// In the order in which the policy counts its items: アイウエオ.
const KANA = [
  ...'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン',
];

/** The id of a control: a token of ASCII letters, as in `p7.2-1-3-d` for 7.2(1)③(エ). */
export function controlId(clause: string): string {
  const [, section = '', rest = ''] = /^(\d+(?:\.\d+)?)(.*)$/.exec(clause) ?? [];
  const steps = [...rest.matchAll(/\((\d+)\)|([①-⑳])|\(([ア-ン])\)/g)].map(([, number, circled, kana]) => {
    if (number !== undefined) return number;
    if (circled !== undefined) return String(circled.charCodeAt(0) - '①'.charCodeAt(0) + 1);
    const at = KANA.indexOf(kana as string);
    return at < 26 ? String.fromCharCode(97 + at) : `k${at + 1}`;
  });
  return [`p${section}`, ...steps].join('-');
}

export function metadataOf(title: string, version: string, now: Date) {
  return { title, 'last-modified': japaneseTime(now), version, 'oscal-version': OSCAL_VERSION };
}

export function prop(name: string, value: string) {
  return { name, ns: NAMESPACE, value };
}
