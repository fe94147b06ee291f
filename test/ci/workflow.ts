import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAllDocuments } from 'yaml';
import { REPOSITORY } from '../helpers/build';

/** The documents in a YAML file of the repository. */
export function yamlOf(name: string): readonly unknown[] {
  return parseAllDocuments(readFileSync(join(REPOSITORY, name), 'utf8')).map((document) => {
    expect(document.errors).toEqual([]);
    return document.toJS() as unknown;
  });
}

export interface Shell {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a script as CI servers do. */
export function shell(script: string, cwd: string, env: Readonly<Record<string, string>>): Shell {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script],
    {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] ?? '', HOME: cwd, ...env },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return { status, output: `${stdout}${stderr}` };
}

interface Step {
  readonly name: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly with?: Readonly<Record<string, string>>;
  readonly 'working-directory'?: string;
  readonly 'continue-on-error'?: boolean;
}

export interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

export type Context = Readonly<Record<string, string>>;

/** `${{ inputs.synth }}` and the like, from a table of what is known. */
export function expand(text: string, context: Context): string {
  return text.replace(/\$\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => context[name] ?? '');
}

/** The few kinds of condition that the action has: comparisons joined by `&&`. */
export function holds(condition: string | undefined, context: Context): boolean {
  if (condition === undefined || condition === 'always()') return true;
  return condition.split('&&').every((part) => {
    const [, name, operator, value] = /^\s*([\w.-]+)\s*(==|!=)\s*'([^']*)'\s*$/.exec(part) ?? [];
    if (name === undefined) throw new Error(`a condition that this test does not know: ${part}`);
    return ((context[name] ?? '') === value) === (operator === '==');
  });
}
