import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { join } from 'node:path';

const PRELOAD = join(__dirname, 'preload.cjs');
/** How long a host may take. It is killed after that. */
export const PATIENCE_MS = 60_000;
const LATE = `the host took longer than ${PATIENCE_MS / 1000} s.
Node 20.19.6 and later of 20 loop for ever where Pulumi's host shows an error whose stack goes through a file of
@pulumi/pulumi itself, as that of every error in an apply or an async function (nodejs/node#64011).`;

export interface Ended {
  /** Where a signal ended the host: 128 and its number, as a shell has it. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Host {
  readonly ended: Promise<Ended>;
  /** The first line on stdout. Fails where the host ends without one. */
  readonly firstLine: Promise<string>;
  stop(): void;
}

/** Starts one of Pulumi's hosts in a process of its own. */
export function startHost(args: readonly string[], cwd: string, env: Readonly<Record<string, string>>): Host {
  const child = spawn(process.execPath, ['-r', PRELOAD, ...args], {
    cwd,
    env: environment(env),
  });
  const written = { stdout: '', stderr: '' };
  let late = false;
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      if (late) reject(new Error(`${LATE}\n${written.stderr}`));
      resolve({ ...written, exitCode: code ?? 128 + constants.signals[signal ?? 'SIGKILL'] });
    });
  });
  const firstLine = new Promise<string>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      written.stdout += text;
      if (written.stdout.includes('\n')) resolve(written.stdout.split('\n')[0]!);
    });
    child.on('close', () => reject(new Error(`the host ended before it wrote a line:\n${written.stderr}`)));
  });
  // A program's host need not write anything, and a pack's is stopped before it ends.
  firstLine.catch(() => undefined);
  ended.catch(() => undefined);
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    written.stderr += text;
  });
  const timer = setTimeout(() => {
    late = true;
    child.kill('SIGKILL');
  }, PATIENCE_MS);
  return { ended, firstLine, stop: () => child.kill() };
}

/** The caller's environment, less what Pulumi and Node would take as settings of their own. */
function environment(more: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(PULUMI_|AWS_|JEST_|OTEL_|NODE_OPTIONS$|TRACEPARENT$)/.test(name),
  );
  return { ...Object.fromEntries(inherited), PULUMI_NODEJS_TYPESCRIPT: 'false', ...more };
}

/** What is configured for a stack. */
export interface Configuration {
  /** Values by key; a key without a namespace is one of the project. Objects are written as JSON. */
  readonly config?: { readonly [key: string]: string };
  /** Which keys are secret. */
  readonly secretConfig?: readonly string[];
}

/** The configuration in the form in which the language plugin hands it to a host. */
export function configurationEnv(
  project: string,
  { config = {}, secretConfig = [] }: Configuration,
): Record<string, string> {
  return {
    PULUMI_CONFIG: JSON.stringify(fullKeys(project, config)),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(secretConfig.map((key) => fullKey(project, key))),
  };
}

/** Every key with its namespace. */
export function fullKeys(
  project: string,
  config: { readonly [key: string]: string },
): Record<string, string> {
  return Object.fromEntries(Object.entries(config).map(([key, value]) => [fullKey(project, key), value]));
}

function fullKey(project: string, key: string): string {
  return key.includes(':') ? key : `${project}:${key}`;
}
