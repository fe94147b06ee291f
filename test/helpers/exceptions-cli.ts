import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '../../lib/cli/main';

/** An empty folder for each test. */
export let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jichitai-exceptions-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

export const at = (name: string) => join(folder, name);
export const read = (name: string) => readFileSync(at(name), 'utf8');

/** Runs the command in the folder: arguments that name a file there are made whole. */
export async function run(...args: readonly string[]) {
  let stdout = '';
  let stderr = '';
  const status = await main(
    args.map((arg) => (/^[\w-]+\.(ya?ml|jwk|pem|bin|json)$|^register$/.test(arg) ? at(arg) : arg)),
    {
      stdout: (text) => (stdout += text),
      stderr: (text) => (stderr += text),
      environment: { LANG: 'en_US.UTF-8' },
    },
  );
  return { status, stdout, stderr };
}

/** A template of which only the retention breaks the policy. */
export function template(days = 7): void {
  writeFileSync(
    at('web.yaml'),
    `Metadata: { Jichitai: { Zone: internet, Confidentiality: 1, Integrity: 1, Availability: 1 } }
Resources:
  Log:
    Type: AWS::Logs::LogGroup
    DeletionPolicy: Retain
    UpdateReplacePolicy: Retain
    Properties: { RetentionInDays: ${days} }
`,
  );
}

export const DRAFT = [
  ...['exceptions', 'apply', 'LogGroupRetention', 'web.yaml', '--at', '2026-11-24'],
  ...['--application', 'R8-012', '--expires', '2027-03-31', '--applicant', 'citizens section'],
  ...['--approver', 'CISO', '--office', 'CISO', '--reason', 'it ends', '--measures', 'nightly copies'],
];
export const REGISTER = ['--exceptions', 'exceptions.yaml', '--profile', 'city.yaml', '--at', '2026-11-24'];
export const SIGN = ['exceptions', 'sign', 'R8-012', ...REGISTER];

export async function key(name = 'ciso.jwk', ...more: readonly string[]): Promise<void> {
  const { stdout, status } = await run(
    ...['exceptions', 'keygen', '--office', 'CISO', '--key', name, '--at', '2026-04-01', ...more],
  );
  expect(status).toBe(0);
  writeFileSync(at('city.yaml'), `name: city\n${stdout}`);
}

export function codeIn(stdout: string): string {
  return /--confirm ([0-9a-f]{10})/.exec(stdout)?.[1] as string;
}

/** Signs what the register has under R8-012, as an approver does. */
export async function approve(...more: readonly string[]): Promise<string> {
  const shown = await run(...SIGN, '--key', 'ciso.jwk', ...more);
  expect(shown.status).toBe(1);
  const signed = await run(...SIGN, '--key', 'ciso.jwk', '--confirm', codeIn(shown.stdout), ...more);
  expect(signed).toMatchObject({ status: 0, stderr: '' });
  return signed.stdout;
}
