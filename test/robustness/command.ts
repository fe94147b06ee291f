import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ensureBuilt, REPOSITORY } from '../helpers/build';

/** How a command ended, and what it took. */
export interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
  /** Of the processor: the clock also counts what others do meanwhile. */
  readonly seconds: number;
  /** Resident, at most. */
  readonly megabytes: number;
}

const BIN = join(REPOSITORY, 'bin', 'jichitai-guardrails.js');
const METER = join(__dirname, 'meter.cjs');

/**
 * Runs the command as users do.
 * @param stdout a file descriptor for the standard output, or what happens to the pipe. @default - it is read
 */
export function command(args: readonly string[], stdout?: number | 'closed'): Promise<Ended> {
  ensureBuilt();
  const { NODE_ENV: _, JEST_WORKER_ID: __, ...env } = process.env;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['-r', METER, BIN, ...args], {
      env: { ...env, LANG: 'en_US.UTF-8' },
      stdio: ['ignore', typeof stdout === 'number' ? stdout : 'pipe', 'pipe', 'pipe'],
    });
    const read = ['', '', '', ''];
    for (const at of [1, 2, 3]) {
      const stream = child.stdio[at] as NodeJS.ReadableStream | null;
      if (at === 1 && stdout === 'closed') child.stdout?.destroy();
      else stream?.on('data', (data) => (read[at] += String(data)));
    }
    child.on('error', reject);
    child.on('close', (status) => {
      const { seconds, megabytes } = JSON.parse(read[3] || '{"seconds":0,"megabytes":0}');
      resolve({ status, stdout: read[1] as string, stderr: read[2] as string, seconds, megabytes });
    });
  });
}
