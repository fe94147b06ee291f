import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { checkPaths } from '../lib/check';
import { ensureBuilt } from './helpers/build';

// The package's code is compressed; what it loads it with is tried here as its users' programs use it.
const dist = ensureBuilt();
const loader = join(dist, 'package', 'load.js');
const folder = mkdtempSync(join(tmpdir(), 'jichitai-package-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const inNode = (program: string) =>
  spawnSync(process.execPath, ['-e', `const load = require(${JSON.stringify(loader)});\n${program}`], {
    encoding: 'utf8',
    cwd: folder,
  });

test("what the package gives to tests that Jest runs is of the tests' own realm", () => {
  const load = require(loader) as (name: string) => Record<string, { checkPaths: typeof checkPaths }>;
  const file = join(folder, 'topic.json');
  writeFileSync(file, JSON.stringify({ Resources: { Topic: { Type: 'AWS::SNS::Topic' } } }));
  const check = load('core')['lib-check'] as { checkPaths: typeof checkPaths };
  const { findings } = check.checkPaths([file]);
  expect(findings.length).toBeGreaterThan(0);
  expect(findings).toBeInstanceOf(Array);
  expect(() => check.checkPaths([join(folder, 'none.json')])).toThrow(Error);
});

test('a stack trace names lines of the code that the build leaves beside the package', () => {
  const { stdout } = inNode(
    "try { load('core')['lib-check'].checkPaths(['none.json']); } catch (error) { console.log(error.stack); }",
  );
  const [, file, line, column] = /\(?([^\s(]+[\\/]core)\.js:(\d+):(\d+)\)?$/m.exec(stdout) ?? [];
  expect(file).toBe(join(dist, 'package', 'core'));
  const plain = readFileSync(join(dist, 'plain', 'core.js'), 'utf8').split('\n');
  expect(plain[Number(line) - 1]?.slice(Number(column) - 1)).toMatch(/^new \w+\(/);
});

test('an error that nobody catches shows a line, not the whole code', () => {
  const { status, stderr } = inNode("load('core')['lib-check'].checkPaths(['none.json']);");
  expect(status).toBe(1);
  expect(stderr).toContain('none.json');
  expect(stderr.length).toBeLessThan(5000);
});

test('a file that fails to load fails again when it is asked for again', () => {
  const { stdout } = inNode(`
    for (let time = 0; time < 2; time++) try { load('nothing'); } catch (error) { console.log(error.code); }
    console.log(load('core') === load('core'));`);
  expect(stdout).toBe('ENOENT\nENOENT\ntrue\n');
});
