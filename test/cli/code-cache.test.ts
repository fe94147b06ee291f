import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { ensureBuilt, REPOSITORY } from '../helpers/build';

// What V8 made of the package's code is kept between runs, in a folder of the user alone.
ensureBuilt();
const COMMAND = join(REPOSITORY, 'bin', 'jichitai-guardrails.js');
/** Before the packed code of a file. */
const HEADER = 20;
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'jichitai-code-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

const folder = () => join(home, 'cache', 'jichitai-guardrails');
const kept = () => (existsSync(folder()) ? readdirSync(folder()).sort() : []);
const version = (environment: Readonly<Record<string, string>> = {}) =>
  spawnSync(process.execPath, [COMMAND, '--version'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], TMPDIR: home, XDG_CACHE_HOME: join(home, 'cache'), ...environment },
  });

test('the code is kept for the user alone, and what was kept gives the same', () => {
  const first = version();
  expect(first.status).toBe(0);
  expect(statSync(folder()).mode & 0o777).toBe(0o700);
  const [file] = kept();
  expect(file).toMatch(/^core-v[\d.]+-\w+\.code$/);
  expect(statSync(join(folder(), file as string)).mode & 0o777).toBe(0o600);
  expect(version().stdout).toBe(first.stdout);
});

test('a file that is not of this code is not run, and made anew', () => {
  const { stdout } = version();
  const file = join(folder(), kept()[0] as string);
  const good = readFileSync(file);
  // Its code is another: what stands there would say so.
  const other = Buffer.from(good);
  other.write('X', HEADER);
  for (const bad of [other, good.subarray(0, 1000), Buffer.alloc(0)]) {
    writeFileSync(file, bad);
    const { status, stdout: said } = version();
    expect({ status, said }).toEqual({ status: 0, said: stdout });
    expect(readFileSync(file).subarray(HEADER, 1000).equals(good.subarray(HEADER, 1000))).toBe(true);
  }
});

test('compiled code that is damaged, or that V8 refuses, is made anew', () => {
  const { stdout } = version();
  const file = join(folder(), kept()[0] as string);
  const good = readFileSync(file);
  const code = HEADER + good.readUInt32LE(0) + good.readUInt32LE(4);
  const damaged = Buffer.from(good).fill(0x5a, good.length - 100_000);
  const refused = Buffer.from(good).fill(0, code, code + 64);
  refused.writeUInt32LE(crc32(refused.subarray(HEADER)), 16);
  for (const bad of [damaged, refused]) {
    writeFileSync(file, bad);
    expect(version().stdout).toBe(stdout);
    expect(readFileSync(file).equals(bad)).toBe(false);
  }
});

test('a folder that others may write to is not used', () => {
  mkdirSync(folder(), { recursive: true });
  chmodSync(folder(), 0o777);
  expect(version().status).toBe(0);
  expect(kept()).toEqual([]);
  // The folder for temporary files has one of the user's own.
  expect(readdirSync(home).filter((name) => /^jichitai-guardrails-\d+$/.test(name))).toHaveLength(1);
});

test('without a folder, or where nothing is to be kept, everything works as it does with one', () => {
  writeFileSync(join(home, 'cache'), '');
  expect(version({ TMPDIR: join(home, 'cache') }).status).toBe(0);
  rmSync(join(home, 'cache'));
  expect(version({ NODE_DISABLE_COMPILE_CACHE: '1' }).status).toBe(0);
  expect(version({ NODE_OPTIONS: '--no-deprecation' }).status).toBe(0);
  expect(kept()).toEqual([]);
});
