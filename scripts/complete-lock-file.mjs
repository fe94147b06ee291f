// Adds to package-lock.json the optional packages of other platforms that npm left out: it writes them only
// where the registry at hand serves them, and `npm ci` refuses a lock without them. Their versions are pinned
// by the packages that want them; os, cpu and libc are in their names. Run after each change of dependencies.
import { readFileSync, writeFileSync } from 'node:fs';

const FILE = 'package-lock.json';
const lock = JSON.parse(readFileSync(FILE, 'utf8'));
const CPUS = {
  arm64: 'arm64',
  x64: 'x64',
  ia32: 'ia32',
  arm: 'arm',
  ppc64: 'ppc64',
  s390x: 's390x',
  riscv64: 'riscv64',
  loong64: 'loong64',
};
const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];

let added = 0;
for (const [place, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`;
    if (lock.packages[key] !== undefined || lock.packages[`${place}/${key}`] !== undefined) continue;
    if (!/^\d+\.\d+\.\d+$/.test(version))
      throw new Error(`${place} wants ${name}@${version}, which is not one version`);
    const words = name.split('/').pop().split('-');
    const os = SYSTEMS.find((system) => words.includes(system));
    const cpu = CPUS[words.find((word) => word in CPUS)];
    if (os === undefined || cpu === undefined) throw new Error(`the platform of ${name} is not in its name`);
    const libc = words.some((word) => word.startsWith('musl'))
      ? ['musl']
      : words.some((word) => word.startsWith('gnu')) && os === 'linux'
        ? ['glibc']
        : undefined;
    lock.packages[key] = {
      version,
      cpu: [cpu],
      ...(entry.dev ? { dev: true } : {}),
      ...(libc === undefined ? {} : { libc }),
      optional: true,
      os: [os],
    };
    added++;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(FILE, `${JSON.stringify(lock, undefined, 2)}\n`);
console.log(`${added} packages added`);
