import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt } from '../helpers/build';
import { BOMBS } from './bombs';
import { command } from './command';

// What is made to exhaust a checker ends in order, within ten seconds of the processor and 512 MB.

const MOST_SECONDS = 10;
const MOST_MEGABYTES = 512;

const folder = mkdtempSync(join(tmpdir(), 'jichitai-limits-'));
beforeAll(() => void ensureBuilt(), 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** All of them for `FUZZ_RUNS`; the others take a minute. */
const cases = Object.entries(BOMBS).filter(
  ([, { isLong }]) => isLong !== true || process.env['FUZZ_RUNS'] !== undefined,
);

test.each(cases)(
  '%s',
  async (name, { make, status: expected }) => {
    const file = join(folder, name.endsWith('(YAML)') ? 'bomb.yaml' : 'bomb.json');
    writeFileSync(file, make());
    const { status, stderr, seconds, megabytes } = await command(['check', file, '--zone', 'my-number']);
    expect({
      status,
      message: /^$|^jichitai-guardrails: [^\n]+\n$/.test(stderr) ? '' : stderr.slice(0, 500),
    }).toEqual({
      status: expected,
      message: '',
    });
    expect(stderr).not.toContain('internal error');
    expect(seconds).toBeLessThan(MOST_SECONDS);
    expect(megabytes).toBeLessThan(MOST_MEGABYTES);
  },
  120_000,
);
