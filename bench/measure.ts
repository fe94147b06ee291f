import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where the command keeps what V8 compiles of its code: not the user's own, which other versions fill. */
const compiled = mkdtempSync(join(tmpdir(), 'jichitai-compiled-'));
process.on('exit', () => rmSync(compiled, { recursive: true, force: true }));
// What CDK checks by itself is not what is timed.
const ENVIRONMENT = { ...process.env, CDK_VALIDATION: 'false', XDG_CACHE_HOME: compiled };

/** What one process took. */
export interface Sample {
  /** Seconds by the clock. */
  readonly wall: number;
  /** Seconds of processor time, user and system: what other processes change little. */
  readonly processor: number;
  /** Peak of resident memory, MB. */
  readonly memory: number;
}

/** Runs node with arguments. @throws Error where it does not end with 0 or 1 */
export function run(args: readonly string[]): Sample {
  const start = process.hrtime.bigint();
  const { status, output } = spawnSync(process.execPath, ['-r', join(__dirname, 'usage.cjs'), ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
    env: ENVIRONMENT,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (status !== 0 && status !== 1)
    throw new Error(`${args.join(' ')} ended with ${status}: ${output[2]?.slice(-2000)}`);
  const { processor, memory } = JSON.parse(output[3] ?? '') as Omit<Sample, 'wall'>;
  return { wall, processor, memory };
}

/** Runs it untimed, as somebody did before: the command keeps its compiled code in runs without options for Node only. */
export function warm(args: readonly string[]): void {
  spawnSync(process.execPath, args, { stdio: 'ignore', env: ENVIRONMENT });
}

/** Runs contenders by turns, since a machine is not the same from one minute to the next. */
export function interleave<Name extends string>(
  contenders: Readonly<Record<Name, () => Sample>>,
  rounds: number,
): Readonly<Record<Name, Series>> {
  const names = Object.keys(contenders) as Name[];
  const samples = new Map<Name, Sample[]>(names.map((name) => [name, []]));
  // The first round warms the caches of the file system.
  for (let round = rounds === 1 ? 1 : 0; round <= rounds; round++) {
    for (const name of names) {
      const sample = contenders[name]();
      if (round > 0) samples.get(name)?.push(sample);
    }
  }
  return Object.fromEntries(names.map((name) => [name, new Series(samples.get(name) ?? [])])) as Record<
    Name,
    Series
  >;
}

/** Samples of one contender. */
export class Series {
  constructor(private readonly samples: readonly Sample[]) {}

  median(of: keyof Sample): number {
    const values = this.samples.map((sample) => sample[of]).sort((a, b) => a - b);
    return values[Math.floor(values.length / 2)] ?? Number.NaN;
  }

  /** How far the samples lie apart, as a part of the median. */
  spread(of: keyof Sample): number {
    const values = this.samples.map((sample) => sample[of]);
    return (Math.max(...values) - Math.min(...values)) / this.median(of);
  }
}
