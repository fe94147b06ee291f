import { dirname, resolve } from 'node:path';
import { type Configuration, configurationEnv, type Ended, startHost } from './host';
import { type Invocation, Monitor, type MonitorOptions } from './monitor';
import { type EngineResource, type LogMessage, STACK_TYPE } from './resource';
import { serve } from './server';
import type { Properties } from './wire';

const HOST = require.resolve('@pulumi/pulumi/cmd/run');

export interface ProgramOptions extends MonitorOptions, Configuration {
  /** The program's file, in TypeScript or JavaScript. */
  readonly program: string;
  /** Where the program runs, and the project's root. @default the program's folder */
  readonly cwd?: string;
  readonly args?: readonly string[];
  readonly organization?: string;
  readonly env?: { readonly [name: string]: string };
}

export interface ProgramRun {
  /** All that the program registered, in order, and the default providers that the engine made for them. */
  readonly resources: readonly EngineResource[];
  /** Messages to the user. Debug messages are left out. */
  readonly logs: readonly LogMessage[];
  /** Data sources that the program asked, in order. One whose arguments are unknown is not asked. */
  readonly invocations: readonly Invocation[];
  /** What the program exports. */
  readonly stackOutputs: Properties;
  /** 0; or 32 where the host told the error in a log message; or another number, or 128 and a signal's number. */
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether Pulumi would go on: the exit code is 0. Messages count for nothing, be they errors. */
  readonly succeeded: boolean;
}

/** Runs a program in the real language host against an engine that plays an empty stack. */
export async function runProgram(options: ProgramOptions): Promise<ProgramRun> {
  const monitor = new Monitor(options);
  const server = await serve(monitor);
  try {
    const { exitCode, stdout, stderr } = await run(options, server.address);
    const root = monitor.resources.find(({ type }) => type === STACK_TYPE);
    return {
      resources: monitor.resources,
      logs: server.logs,
      invocations: monitor.invocations,
      stackOutputs: root?.outputs ?? {},
      exitCode,
      stdout,
      stderr,
      succeeded: exitCode === 0,
    };
  } finally {
    server.close();
  }
}

/** The only resource of the name. Fails where there is none, or another. */
export function resourceNamed({ resources }: Pick<ProgramRun, 'resources'>, name: string): EngineResource {
  const found = resources.filter((resource) => resource.name === name);
  if (found.length !== 1) throw new Error(`${found.length} resources have the name ${name}`);
  return found[0]!;
}

function run(options: ProgramOptions, address: string): Promise<Ended> {
  const { project, stack, dryRun, organization = 'organization', args = [] } = options;
  const program = resolve(options.program);
  const cwd = resolve(options.cwd ?? dirname(program));
  const flags = {
    monitor: address,
    engine: address,
    organization,
    project,
    stack,
    'root-directory': cwd,
    pwd: cwd,
    parallel: '16',
    'dry-run': String(dryRun),
  };
  const written = Object.entries(flags).map(([name, value]) => `--${name}=${value}`);
  const env = { ...configurationEnv(project, options), ...options.env };
  return startHost([HOST, ...written, program, ...args], cwd, env).ended;
}
