import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPaths } from '../../lib/check';
import { TEST_DAY } from '../helpers/inline';
import { synthesizePatterns } from './patterns';
import { REVIEWED } from './reviewed';

/** Real templates that nobody here wrote: what is said of them was reviewed, finding by finding. */
const outdir = mkdtempSync(join(tmpdir(), 'jichitai-patterns-'));
afterAll(() => rmSync(outdir, { recursive: true, force: true }));

beforeAll(() => {
  // CDK's own checks take seconds, and the patterns print what they override.
  process.env['CDK_VALIDATION'] = 'false';
  jest.spyOn(console, 'log').mockImplementation(() => {});
  jest.spyOn(console, 'error').mockImplementation(() => {});
  jest.spyOn(console, 'warn').mockImplementation(() => {});
  jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
  synthesizePatterns(outdir);
  jest.restoreAllMocks();
});

test('the findings are those that were reviewed', () => {
  const { findings, summary } = checkPaths([outdir], { today: TEST_DAY });
  const found: Record<string, string[]> = {};
  for (const { rule, verdict, resource } of findings) {
    if (rule === 'GuardrailCoversEveryStack') continue;
    found[rule] = [...(found[rule] ?? []), `${verdict} ${resource.stack}/${resource.logicalId ?? ''}`].sort();
  }
  expect(found).toEqual(
    Object.fromEntries(
      Object.entries(REVIEWED).map(([rule, { findings: reviewed }]) => [rule, [...reviewed]]),
    ),
  );
  expect(summary.templates).toBe(5);
});

test('nothing in them is undetermined: what they leave open CDK fills in', () => {
  expect(checkPaths([outdir], { today: TEST_DAY }).summary.undetermined).toBe(0);
});

test('an assembly whose app has no guardrail is reported, stack by stack', () => {
  const { findings } = checkPaths([outdir], { today: TEST_DAY });
  const uncovered = findings.filter(({ rule }) => rule === 'GuardrailCoversEveryStack');
  expect(uncovered.map(({ resource }) => resource.stack).sort()).toEqual([
    'Api',
    'Queue',
    'Search',
    'Service',
    'Site',
  ]);
  expect(uncovered.every(({ severity }) => severity === 'warning')).toBe(true);
});
