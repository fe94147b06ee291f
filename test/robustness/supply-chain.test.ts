import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { REPOSITORY } from '../helpers/build';

interface Locked {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  /** It lies in the archive of another one, and has its hash. */
  readonly inBundle?: boolean;
  readonly integrity?: string;
  readonly hasInstallScript?: boolean;
  readonly [list: string]: unknown;
}

const read = (file: string) => readFileSync(join(REPOSITORY, file), 'utf8');
const manifest = JSON.parse(read('package.json')) as Readonly<
  Record<string, Readonly<Record<string, string>>>
>;
const lock = (JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> })
  .packages;
const shipped = Object.entries(lock).filter(
  ([path, { dev, optional }]) => path !== '' && dev !== true && optional !== true,
);
const namesIn = (list: string) => Object.keys(manifest[list] ?? {}).sort();

/** The packages that a page gives a reason for: the first cell of each row of its first table. */
function explainedOn(page: string): readonly string[] {
  const [table = ''] = /(^\|.*\n)+/m.exec(read(page)) ?? [];
  return table
    .split('\n')
    .slice(2)
    .flatMap((row) => /^\| `([^`]+)` \| .{20,}/.exec(row)?.[1] ?? [])
    .sort();
}

test.each(['docs/dependencies.md', 'docs/dependencies.ja.md'])(
  '%s has each package that comes with this one, with its reason, and no other',
  (page) => {
    expect(explainedOn(page)).toEqual([...namesIn('dependencies'), ...namesIn('peerDependencies')].sort());
  },
);

test('the lock file is that of the manifest', () => {
  for (const list of ['dependencies', 'devDependencies', 'peerDependencies'])
    expect(lock['']?.[list]).toEqual(manifest[list]);
});

test('nothing that comes with this package runs a script when it is installed', () => {
  const { preinstall, install, postinstall, prepare } = manifest['scripts'] ?? {};
  expect([preinstall, install, postinstall, prepare]).toEqual([undefined, undefined, undefined, undefined]);
  expect(shipped.length).toBeGreaterThan(10);
  expect(
    shipped.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([path]) => path),
  ).toEqual([]);
});

test('each package that comes with this one is locked with the hash of what was published', () => {
  expect(
    shipped
      .filter(([, { integrity, inBundle }]) => integrity === undefined && inBundle !== true)
      .map(([path]) => path),
  ).toEqual([]);
});
