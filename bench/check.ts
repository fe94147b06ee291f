import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeTemplates } from './assembly';

/**
 * Times `check` over templates of about 400 resources each against the floor, a process that reads and parses the same
 * files, both by turns. Needs `npm run synth` before it: the resources are those of the three-zone example.
 *
 *     npm run bench -- [STACKS...]      default: 1 10 50
 */
const ROOT = join(__dirname, '..');
const ROUNDS = 5;
const SOURCES = readdirSync(join(ROOT, 'cdk.out'))
  .filter((name) => name.endsWith('.template.json'))
  .map((name) => join(ROOT, 'cdk.out', name));

function seconds(args: readonly string[]): number {
  const start = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [...args], { encoding: 'utf8' });
  if (status !== 0 && status !== 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - start) / 1e9;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

const sizes = process.argv.slice(2).map(Number);
const folder = mkdtempSync(join(tmpdir(), 'jichitai-bench-'));
try {
  console.log('| stacks | resources | node -e 0 | floor | check | check / floor | µs per resource |');
  console.log('|---|---|---|---|---|---|---|');
  for (const stacks of sizes.length === 0 ? [1, 10, 50] : sizes) {
    const templates = join(folder, 'templates');
    const resources = writeTemplates(SOURCES, stacks, templates);
    const times: Record<'bare' | 'floor' | 'check', number[]> = { bare: [], floor: [], check: [] };
    for (let round = 0; round <= ROUNDS; round++) {
      const bare = seconds(['-e', '0']);
      const floor = seconds([join(__dirname, 'floor.cjs'), templates]);
      const check = seconds([
        join(ROOT, 'bin', 'jichitai-guardrails.js'),
        'check',
        templates,
        '--format',
        'json',
        '--output',
        join(folder, 'report.json'),
      ]);
      // The first round warms the caches of the file system.
      if (round === 0) continue;
      times.bare.push(bare);
      times.floor.push(floor);
      times.check.push(check);
    }
    const [bare, floor, check] = [median(times.bare), median(times.floor), median(times.check)];
    const cells = [
      stacks,
      resources,
      `${bare.toFixed(3)} s`,
      `${floor.toFixed(3)} s`,
      `${check.toFixed(3)} s`,
      (check / floor).toFixed(1),
      ((check / resources) * 1e6).toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
