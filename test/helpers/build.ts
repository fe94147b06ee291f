import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The root of this repository. */
export const REPOSITORY = join(__dirname, '..', '..');

const DIST = join(REPOSITORY, 'dist');
const STAMP = join(DIST, '.built');
const LOCK = join(REPOSITORY, 'node_modules', '.cache-jichitai-build');
const SOURCES = [
  'index.ts',
  'lib',
  'aspects',
  'constructs',
  'examples',
  'package.json',
  'scripts',
  'tsconfig.json',
];
/** A build takes seconds; on a machine that does much besides, a minute. */
const LOCK_LASTS_MS = 240_000;

/**
 * Compiles the package when a source is newer than what was compiled, for tests that run it as users do.
 * Several test processes may ask at once: one builds, the others wait.
 * Type errors do not stop it, since the compiler emits all the same and the type check is a step of its own.
 *
 * @returns the folder with the compiled package
 */
export function ensureBuilt(): string {
  while (isStale()) {
    if (lock()) {
      try {
        if (isStale()) build();
      } finally {
        rmSync(LOCK, { recursive: true, force: true });
      }
    } else sleep(100);
  }
  return DIST;
}

function build(): void {
  const started = new Date();
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(REPOSITORY, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', 'tsconfig.build.json'],
    { cwd: REPOSITORY, encoding: 'utf8' },
  );
  if (!existsSync(join(DIST, 'aspects', 'index.js')))
    throw new Error(`nothing was compiled:\n${stdout}${stderr}`);
  const bundle = spawnSync(process.execPath, ['scripts/bundle.mjs'], {
    cwd: REPOSITORY,
    encoding: 'utf8',
  });
  if (bundle.status !== 0) throw new Error(`the command line was not bundled:\n${bundle.stderr}`);
  writeFileSync(STAMP, '');
  // A source that was saved during the build is newer than the build.
  utimesSync(STAMP, started, started);
}

function isStale(): boolean {
  if (!existsSync(STAMP)) return true;
  const built = statSync(STAMP).mtimeMs;
  return SOURCES.some((source) => newest(join(REPOSITORY, source)) > built);
}

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const stat = statSync(path);
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** A folder is made by one process only. One that was left behind by a process that died is taken over. */
function lock(): boolean {
  try {
    mkdirSync(LOCK);
    return true;
  } catch {
    const age = existsSync(LOCK) ? Date.now() - statSync(LOCK).mtimeMs : 0;
    if (age > LOCK_LASTS_MS) rmSync(LOCK, { recursive: true, force: true });
    return false;
  }
}

function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
