import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join, posix } from 'node:path';
import { parse } from 'yaml';

/** Where the guardrail of a Pulumi program goes, and what it says. */
export interface PulumiGuardrail {
  /** The file of the guardrail, from the project's folder. */
  readonly file: string;
  readonly text: string;
  /** The file that the program starts from. */
  readonly entry: string;
  /** What its first line must be. */
  readonly first: string;
  /** Whether it has that line, or enforces the policy in another way. */
  readonly isThere: boolean;
}

const SOURCES = ['index.ts', 'index.mts', 'index.js', 'index.mjs', 'index.cjs'];

/** The guardrail for a program in a language of Node; undefined where it is in another, or has no file to be seen. */
export function pulumiGuardrail(
  folder: string,
  profile: string,
  register: string,
): PulumiGuardrail | undefined {
  const project = projectOf(folder);
  if (project === undefined || runtimeOf(project) !== 'nodejs') return undefined;
  const entry = entryOf(folder, project);
  if (entry === undefined) return undefined;
  const extension = extname(entry);
  const file = posix.join(posix.dirname(entry), `guardrail${extension}`);
  const isScript = /^\.(c?js)$/.test(extension) && !(extension === '.js' && isModule(folder));
  // Pulumi runs the program in the folder that `main` names.
  const from = posix.relative(workingFolderOf(folder, project), '.');
  const at = (name: string) => `'${posix.join(from, name)}'`;
  const enforce = `enforcePolicy({ profile: ${at(profile)}, exceptions: ${at(register)} });\n`;
  const path = `./guardrail${extension === '.ts' && !isModule(folder) ? '' : extension.replace('ts', 'js')}`;
  const text = readFileSync(join(folder, entry), 'utf8');
  return {
    file,
    text: isScript
      ? `const { enforcePolicy } = require('jichitai-guardrails/pulumi');\n\n${enforce}`
      : `import { enforcePolicy } from 'jichitai-guardrails/pulumi';\n\n${enforce}`,
    entry,
    first: isScript ? `require('${path}');` : `import '${path}';`,
    isThere: /['"]\.\/guardrail(?:\.\w+)?['"]|\benforcePolicy\b/.test(text),
  };
}

/** The name of the only stack of a project, which CI previews; undefined where there are several, or none. */
export function onlyStackOf(folder: string): string | undefined {
  const names = readdirSync(folder).flatMap((name) => /^Pulumi\.([\w.-]+)\.ya?ml$/.exec(name)?.[1] ?? []);
  return names.length === 1 ? names[0] : undefined;
}

type Project = Readonly<Record<string, unknown>>;

function projectOf(folder: string): Project | undefined {
  try {
    const project = parse(readFileSync(join(folder, 'Pulumi.yaml'), 'utf8')) as unknown;
    return typeof project === 'object' && project !== null ? (project as Project) : undefined;
  } catch {
    return undefined;
  }
}

function runtimeOf({ runtime }: Project): unknown {
  return typeof runtime === 'object' && runtime !== null ? (runtime as { name?: unknown }).name : runtime;
}

function entryOf(folder: string, project: Project): string | undefined {
  const main = mainOf(project);
  if (isFile(folder, main)) return main;
  const working = workingFolderOf(folder, project);
  const named = packageOf(join(folder, working))['main'];
  const candidates = [...(typeof named === 'string' ? [named] : []), ...SOURCES];
  const isSource = (name: string) => name.endsWith('ts');
  // What `main` names may be compiled, and made anew by the next build.
  return [...candidates.filter(isSource), ...candidates]
    .map((name) => posix.join(working, name))
    .find((name) => !name.startsWith('..') && isFile(folder, name));
}

function workingFolderOf(folder: string, project: Project): string {
  const main = mainOf(project);
  return isFile(folder, main) ? posix.dirname(main) : main;
}

/** `main` of the project: a file or a folder, within the project's. */
function mainOf({ main }: Project): string {
  const path = typeof main === 'string' ? posix.normalize(main).replace(/\/$/, '') : '.';
  return path.startsWith('..') || posix.isAbsolute(path) ? '.' : path;
}

function isFile(folder: string, name: string): boolean {
  const file = join(folder, name);
  return existsSync(file) && statSync(file).isFile() && /\.[mc]?[jt]s$/.test(name);
}

function isModule(folder: string): boolean {
  return packageOf(folder)['type'] === 'module';
}

function packageOf(folder: string): Project {
  try {
    return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Project;
  } catch {
    return {};
  }
}
