import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, REPOSITORY } from './build';

/** How a command ended. */
export interface Run {
  readonly status: number | null;
  /** Standard output and error, as a user sees them. */
  readonly output: string;
}

/** At most this many commands at once: the tests run on two cores. */
const AT_ONCE = 2;
let running = 0;
const waiting: (() => void)[] = [];

const PRELUDE = `
const cdk = require('aws-cdk-lib');
const s3 = require('aws-cdk-lib/aws-s3');
const { Construct } = require('constructs');
const { Aspects, CfnParameter, CfnWaitConditionHandle, Fn, NestedStack, Stack, Stage, Tags, Validations } = cdk;
const dist = process.env.JICHITAI_DIST;
const { JichitaiChecks, PolicyException, PolicyGuardrail, SafeDefaults, ZoneMarking } = require(dist + '/aspects');
const app = new cdk.App();
// A stack without anything that the policy speaks of.
const good = (scope, id = 'Good') => {
  const stack = new Stack(scope, id);
  new CfnWaitConditionHandle(stack, 'Handle');
  return stack;
};
// A stack with a bucket of the my-number zone that has no key of the customer's.
const bad = (scope, id = 'Bad') => {
  const stack = new Stack(scope, id);
  new s3.CfnBucket(stack, 'Bucket');
  Tags.of(stack).add('jichitai:zone', 'my-number');
  return stack;
};
const guard = (scope, props) => Aspects.of(scope).add(new PolicyGuardrail({ language: 'en', ...props }));
`;

/** A CDK app in a folder of its own, run by the real command. */
export class ScratchApp {
  readonly folder = mkdtempSync(join(tmpdir(), 'jichitai-app-'));

  /** @param source what the app does after the prelude above */
  constructor(source: string) {
    mkdirSync(this.folder, { recursive: true });
    symlinkSync(join(REPOSITORY, 'node_modules'), join(this.folder, 'node_modules'));
    this.rewrite(source);
  }

  /** Replaces the app; what it was synthesized to stays. */
  rewrite(source: string): void {
    writeFileSync(join(this.folder, 'app.js'), `${PRELUDE}\n${source}\n`);
  }

  /** `cdk synth` with further arguments. */
  synth(...args: readonly string[]): Promise<Run> {
    const cdk = join(REPOSITORY, 'node_modules', 'aws-cdk', 'bin', 'cdk');
    const fixed = ['synth', '--quiet', '--app', 'node app.js', '--no-notices', '--no-version-reporting'];
    return this.run(cdk, [...fixed, ...args]);
  }

  /** `jichitai-guardrails check` of the assembly. */
  check(...args: readonly string[]): Promise<Run> {
    return this.run(join(REPOSITORY, 'bin', 'jichitai-guardrails.js'), [
      'check',
      'cdk.out',
      '--lang',
      'en',
      ...args,
    ]);
  }

  read(file: string): string {
    return readFileSync(join(this.folder, 'cdk.out', file), 'utf8');
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async run(script: string, args: readonly string[]): Promise<Run> {
    const dist = ensureBuilt();
    if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
    running++;
    try {
      return await execute(script, args, this.folder, dist);
    } finally {
      running--;
      waiting.shift()?.();
    }
  }
}

function execute(script: string, args: readonly string[], cwd: string, dist: string): Promise<Run> {
  // NODE_ENV=test would tell CDK that the app runs inside a unit test.
  const { NODE_ENV: _, JEST_WORKER_ID: __, ...inherited } = process.env;
  const env = {
    ...inherited,
    JICHITAI_DIST: dist,
    // CDK's own checks take seconds, and are not what is tested.
    CDK_VALIDATION: 'false',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    CI: 'true',
  };
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd, env });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.on('error', reject);
    child.on('close', (status) => resolve({ status, output }));
  });
}
