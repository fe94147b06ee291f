import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { stringify } from 'yaml';
import { main } from '../lib/cli/main';
import type { Sample } from './corpus';

// Whatever bytes stand in a file, the command ends in order.

/** What is done to the bytes of a template. */
export type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'flip'; readonly at: number; readonly to: number }
  | { readonly kind: 'insert'; readonly at: number; readonly bytes: Uint8Array }
  | { readonly kind: 'double'; readonly at: number; readonly length: number };

const PIECES = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ',',
    ':',
    '\\',
    '\\u',
    '\u0000',
    '\uFEFF',
    '\r',
    '\r\n',
    '\t',
    '#',
    '---\n',
    '...\n',
  ],
  ...[
    '&a ',
    '*a ',
    '<<: *a\n',
    '!Ref ',
    '!Sub ',
    '!GetAtt ',
    '!!binary ',
    '? ',
    '- ',
    '|\n',
    '>-\n',
    '%YAML 1.2\n',
  ],
  ...[
    '__proto__',
    '"__proto__":{"a":1},',
    'Fn::Transform',
    'Fn::ForEach::L',
    'null',
    '1e999',
    '0x',
    '\u202e',
    '\u001b[',
  ],
].map((text) => Buffer.from(text));
const BROKEN = [
  [0xff],
  [0xed, 0xa0, 0x80],
  [0xc0, 0x80],
  [0xf8],
  [0xe3, 0x81],
  [0xfe, 0xff],
  [0xff, 0xfe],
].map((list) => Uint8Array.from(list));

const place = fc.nat();
const DAMAGE: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constant('flip' as const), at: place, to: fc.nat(255) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: place,
    bytes: fc.constantFrom<Uint8Array>(...PIECES, ...BROKEN),
  }),
  fc.record({ kind: fc.constant('double' as const), at: place, length: fc.nat(2_000) }),
);

/** How a template is written, and what then happens to it. */
export interface Writing {
  readonly yaml: boolean;
  readonly encoding: 'utf8' | 'utf16le' | 'latin1';
  readonly damages: readonly Damage[];
}

export const WRITINGS: fc.Arbitrary<Writing> = fc.record({
  yaml: fc.boolean(),
  encoding: fc.constantFrom(
    'utf8' as const,
    'utf8' as const,
    'utf8' as const,
    'utf16le' as const,
    'latin1' as const,
  ),
  damages: fc.array(DAMAGE, { maxLength: 4 }),
});

/** The bytes of the first template of a sample. */
export function bytesOf({ templates }: Sample, { yaml, encoding, damages }: Writing): Uint8Array {
  const text = yaml
    ? stringify(templates[0], { version: '1.1', aliasDuplicateObjects: false })
    : JSON.stringify(templates[0], undefined, 1);
  let bytes: Buffer = Buffer.from(text, encoding);
  for (const damage of damages) {
    const at = damage.at % (bytes.length + 1);
    const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
    switch (damage.kind) {
      case 'cut':
        bytes = before;
        break;
      case 'flip':
        bytes = Buffer.concat([before, Uint8Array.of(damage.to), after.subarray(1)]);
        break;
      case 'insert':
        bytes = Buffer.concat([before, damage.bytes, after]);
        break;
      case 'double':
        bytes = Buffer.concat([before, after.subarray(0, damage.length), after]);
    }
  }
  return bytes;
}

export interface Ended {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command over one file, in this process. */
export async function check(bytes: Uint8Array, file: string, ...args: readonly string[]): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'jichitai-fuzz-'));
  try {
    mkdirSync(join(folder, 'in'));
    writeFileSync(join(folder, 'in', file), bytes);
    let [stdout, stderr] = ['', ''];
    const status = await main(['check', join(folder, 'in', file), '--zone', 'my-number', ...args], {
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
      environment: { LANG: 'en_US.UTF-8' },
    });
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    if (left.length !== 2) throw new Error(`something was written: ${left.join(', ')}`);
    return { status, stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What is wrong with how a command ended. */
export function faultsOf({ status, stdout, stderr }: Ended): readonly string[] {
  return [
    ...([0, 1, 2].includes(status) ? [] : [`status ${status}`]),
    ...(/^\s+at .*[:(].*\d+\)?$/m.test(stderr) ? ['a stack trace'] : []),
    ...(stderr.includes('an internal error') ? [`an internal error: ${stderr.slice(0, 300)}`] : []),
    ...(status === 2 && !/^jichitai-guardrails: [^\n]+\n$/.test(stderr)
      ? [`not one message: ${stderr.slice(0, 300)}`]
      : []),
    ...(status === 2 && stdout !== '' ? ['a report of what was not checked'] : []),
    ...(/(?!\n)[\p{Cc}\p{Bidi_Control}]/u.test(stdout + stderr) ? ['characters that a terminal obeys'] : []),
  ];
}
