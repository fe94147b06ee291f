import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { InputError } from '../errors';

/**
 * The statement that a CDK host leaves in a cloud assembly: which stacks a guardrail checked during
 * the synth that wrote the assembly, against what, with what outcome. It proves nothing against somebody
 * who forges it; it shows whoever reviews an assembly that the app enforced the policy by itself, and
 * shows the accident of a guardrail that was removed or never reached a stack.
 */
export interface Attestation {
  /** Version of this format. */
  readonly format: 1;
  readonly tool: { readonly name: string; readonly version: string };
  /**
   * SHA-256 of the assembly's manifest.json. A guardrail leaves a mark in the manifest, so that an attestation
   * which survives from an earlier synth no longer matches once the guardrail is gone.
   */
  readonly manifestSha256: string;
  readonly guardrails: readonly AttestedGuardrail[];
}

/** What one guardrail checked. */
export interface AttestedGuardrail {
  /** Construct path that the guardrail was put on; empty for the app. */
  readonly scope: string;
  readonly profile: string;
  readonly policyEdition: string;
  /** Register of exceptions that was applied, as it was given. */
  readonly exceptions?: string;
  readonly blocking: boolean;
  readonly findings: AttestedCounts;
  readonly stacks: readonly AttestedStack[];
}

/** Findings in the guardrail's scope, by verdict. */
export interface AttestedCounts {
  readonly violation: number;
  readonly undetermined: number;
  readonly excepted: number;
  readonly evidence: number;
}

/** One template that was checked. */
export interface AttestedStack {
  readonly constructPath: string;
  /** Relative to the folder of the attestation, with forward slashes. */
  readonly templateFile: string;
  /** SHA-256 of the template file's bytes. */
  readonly sha256: string;
  /** False where the guardrail was put on a part of the stack only. */
  readonly whole: boolean;
}

/** The attestations that belong to an assembly. */
export interface AttestationReading {
  /** Folder that the attestations lie in: template files are relative to it. */
  readonly directory: string;
  readonly attestations: readonly Attestation[];
  /** Files that another synth left behind: the manifest has changed since. */
  readonly stale: readonly string[];
}

/** Name of the first attestation of an assembly; further ones are numbered from 2. */
export const ATTESTATION_FILE = 'jichitai-guardrails.json';

/** The name of the nth attestation of an assembly, from 1. */
export function attestationFile(n: number): string {
  return n === 1 ? ATTESTATION_FILE : `jichitai-guardrails.${n}.json`;
}

export function isAttestationFile(name: string): boolean {
  return /^jichitai-guardrails(\.[1-9][0-9]{0,3})?\.json$/.test(name);
}

export function sha256(content: Buffer | string): string {
  // Loaded once something is hashed: a small check does without.
  const { createHash } = require('node:crypto') as typeof import('node:crypto');
  return createHash('sha256').update(content).digest('hex');
}

/**
 * Reads the attestations of the assembly in a folder. The attestation of a whole app lies in the
 * outermost assembly, so a nested assembly (a Stage) is looked up through those that enclose it.
 *
 * @throws InputError when an attestation is not one
 */
export function readAttestations(directory: string): AttestationReading {
  const home = outermostAssembly(directory);
  const attestations: Attestation[] = [];
  const stale: string[] = [];
  const manifest = join(home, 'manifest.json');
  const digest = existsSync(manifest) ? sha256(readFileSync(manifest)) : undefined;
  for (const name of existsSync(home) ? readdirSync(home).filter(isAttestationFile).sort() : []) {
    const file = join(home, name);
    const attestation = parseAttestation(readFileSync(file, 'utf8'), file);
    if (attestation.manifestSha256 === digest) attestations.push(attestation);
    else stale.push(file);
  }
  return { directory: home, attestations, stale };
}

function outermostAssembly(directory: string): string {
  const parent = dirname(directory);
  const manifest = join(parent, 'manifest.json');
  if (parent === directory || !existsSync(manifest)) return directory;
  return nests(manifest, relative(parent, directory).split(sep).join('/'))
    ? outermostAssembly(parent)
    : directory;
}

function nests(manifest: string, child: string): boolean {
  try {
    const { artifacts } = JSON.parse(readFileSync(manifest, 'utf8')) as {
      artifacts?: Record<string, unknown>;
    };
    return Object.values(artifacts ?? {}).some((artifact) => {
      const { type, properties } = artifact as { type?: string; properties?: { directoryName?: string } };
      return type === 'cdk:cloud-assembly' && properties?.directoryName === child;
    });
  } catch {
    // A folder that happens to hold some other manifest.json encloses nothing.
    return false;
  }
}

/**
 * Parses one attestation, strictly: a key that this version does not know is an error, since a reader that
 * skips what it does not understand would report more cover than there is.
 *
 * @throws InputError
 */
export function parseAttestation(text: string, file?: string): Attestation {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refused((error as Error).message, file);
  }
  const faults: string[] = [];
  checkShape(value, ATTESTATION, '', faults);
  if (faults.length > 0) throw refused(faults.join('; '), file);
  return value as Attestation;
}

function refused(why: string, file: string | undefined): InputError {
  return new InputError(
    { ja: `ガードレールの証明ではありません: ${why}`, en: `not a guardrail attestation: ${why}` },
    file,
  );
}

/** A shape: the test of a leaf, a list of one shape, or the shapes of an object's keys (`?` optional). */
type Shape = ((value: unknown) => string | undefined) | readonly [Shape] | { readonly [key: string]: Shape };

const text: Shape = (value) => (typeof value === 'string' ? undefined : 'must be a string');
const flag: Shape = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
const count: Shape = (value) =>
  Number.isInteger(value) && (value as number) >= 0 ? undefined : 'must be a whole number';
const digest: Shape = (value) =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value) ? undefined : 'must be a SHA-256 in hexadecimal';
const inside: Shape = (value) =>
  typeof value === 'string' && value !== '' && !value.startsWith('/') && !value.split('/').includes('..')
    ? undefined
    : 'must be a path inside the assembly';

const ATTESTATION: Shape = {
  format: (value: unknown) => (value === 1 ? undefined : 'must be 1'),
  tool: { name: text, version: text },
  manifestSha256: digest,
  guardrails: [
    {
      scope: text,
      profile: text,
      policyEdition: text,
      'exceptions?': text,
      blocking: flag,
      findings: { violation: count, undetermined: count, excepted: count, evidence: count },
      stacks: [{ constructPath: text, templateFile: inside, sha256: digest, whole: flag }],
    },
  ],
};

function checkShape(value: unknown, shape: Shape, path: string, faults: string[]): void {
  const at = path === '' ? 'the file' : `\`${path}\``;
  if (typeof shape === 'function') {
    const fault = shape(value);
    if (fault !== undefined) faults.push(`${at} ${fault}`);
  } else if (Array.isArray(shape)) {
    if (!Array.isArray(value)) faults.push(`${at} must be a list`);
    else for (const [i, item] of value.entries()) checkShape(item, shape[0], `${path}[${i}]`, faults);
  } else if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    faults.push(`${at} must be an object`);
  } else {
    checkKeys(value as Record<string, unknown>, shape as { readonly [key: string]: Shape }, path, faults);
  }
}

function checkKeys(
  value: Record<string, unknown>,
  shape: { readonly [key: string]: Shape },
  path: string,
  faults: string[],
): void {
  const prefix = path === '' ? '' : `${path}.`;
  const known = new Map(Object.entries(shape).map(([key, child]) => [key.replace('?', ''), { key, child }]));
  for (const key of Object.keys(value)) {
    if (!known.has(key)) faults.push(`\`${prefix}${key}\` is unknown`);
  }
  for (const [name, { key, child }] of known) {
    if (Object.hasOwn(value, name)) checkShape(value[name], child, `${prefix}${name}`, faults);
    else if (!key.endsWith('?')) faults.push(`\`${prefix}${name}\` is missing`);
  }
}
