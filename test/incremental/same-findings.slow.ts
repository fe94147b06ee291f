import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import type { Assessment } from '../../lib/assess';
import { type CheckOptions, checkPaths } from '../../lib/check';
import { edit, parts, RandomAssembly, SNIPPETS } from './random-assembly';

/** `npm run fuzz:cache` sets more. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 40);
const DAY: CheckOptions = { today: '2026-11-24' };

/** Everything that an assessment tells. */
function told({ findings, byRule, summary, ...rest }: Assessment): unknown {
  const said = findings.map(({ evidence, ...finding }) => ({
    ...finding,
    evidence: evidence.map(({ when: _, ...item }) => item),
  }));
  return JSON.parse(JSON.stringify({ ...rest, summary, byRule: [...byRule], said }));
}

test('no rule looks at more than the table has for it: then nothing would be kept', () => {
  const root = mkdtempSync(join(tmpdir(), 'jichitai-cache-'));
  try {
    for (const [index, snippet] of SNIPPETS.entries()) {
      const [file, cache] = [join(root, 'one.template.json'), join(root, `kept-${index}`)];
      writeFileSync(file, JSON.stringify(parse(snippet)));
      checkPaths([file], { ...DAY, cache });
      expect({ snippet, kept: readdirSync(cache).length }).toEqual({ snippet, kept: 1 });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});

test('whatever is edited, a check with kept results says what a check without says', () => {
  const root = mkdtempSync(join(tmpdir(), 'jichitai-cache-'));
  try {
    fc.assert(
      fc.property(
        parts,
        fc.array(edit, { minLength: 3, maxLength: 6 }),
        fc.boolean(),
        (first, edits, zoned) => {
          const [folder, cache] = [mkdtempSync(join(root, 'app-')), mkdtempSync(join(root, 'kept-'))];
          const options: CheckOptions = zoned ? { ...DAY, zone: 'my-number' } : DAY;
          const assembly = new RandomAssembly(first);
          for (const next of [undefined, ...edits]) {
            if (next !== undefined) assembly.apply(next);
            for (const name of readdirSync(folder)) rmSync(join(folder, name));
            for (const [name, content] of Object.entries(assembly.files))
              writeFileSync(join(folder, name), JSON.stringify(content, undefined, 1));
            const expected = told(checkPaths([folder], options));
            expect(told(checkPaths([folder], { ...options, cache }))).toEqual(expected);
            // Once more from what was just kept.
            expect(told(checkPaths([folder], { ...options, cache }))).toEqual(expected);
            expect(readdirSync(cache).length).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: RUNS, ...(process.env['FUZZ_RUNS'] === undefined ? { seed: 20261124 } : {}) },
    );
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}, 3_600_000);
