import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { supportTables } from '../analysis/support/tables';
import type { Assessment } from '../assess';
import { InputError } from '../errors';
import { readSource } from '../model/read-source';
import { isRecord } from '../model/template';
import { isDay } from '../policy/calendar';
import type { Profile } from '../policy/profile';
import { type EvidenceSources, evidenceBundle, MANIFEST, sha256 } from '../report/evidence';
import { redactAssessment, redactorOf } from '../report/redact';
import type { ReportInput } from '../report/report';
import { type ReadBundle, verifyBundle, verifyChain } from '../report/verify-evidence';
import type { Language, Text } from '../text';

/** Larger than any bundle of ours; what unpacks to more is something else. */
const MOST_BYTES = 512 * 1024 * 1024;

export interface EvidenceOptions {
  /** What was read: templates, and known facts about other networks. */
  readonly sources: readonly string[];
  readonly profile: Profile;
  readonly exceptions?: string;
  /** The bundle that the new one continues. */
  readonly previous?: string;
  readonly redacted: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/**
 * Writes a bundle of evidence, as a zip file or as a folder that is not there yet.
 *
 * @returns the hash of its manifest, which somebody else should keep
 * @throws InputError where the bundle before is broken, or the new one cannot be written
 */
export function writeEvidence(target: string, input: ReportInput, options: EvidenceOptions): string {
  const files = evidenceBundle(input, sourcesOf(options));
  const draft = `${target}.${process.pid}.tmp`;
  // Evidence is added to, never written over.
  if (existsSync(target)) throw new InputError({ ja: '既に存在します', en: 'is there already' }, target);
  try {
    if (target.endsWith('.zip')) {
      const entries = Object.fromEntries([...files].map(([name, text]) => [name, strToU8(text)]));
      writeFileSync(draft, zipSync(entries, { mtime: input.now, level: 6 }));
    } else {
      mkdirSync(draft);
      for (const [name, text] of files) writeFileSync(join(draft, name), text);
    }
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true, recursive: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new InputError(
      { ja: `証跡を書き込めません（${code}）`, en: `the evidence cannot be written (${code})` },
      target,
    );
  }
  return sha256(files.get(MANIFEST) as string);
}

function sourcesOf(options: EvidenceOptions): EvidenceSources {
  const { sources, profile, exceptions, previous, redacted, environment } = options;
  const register = exceptions === undefined ? undefined : readFileSync(exceptions, 'utf8');
  const redactor = redactorOf([
    ...profile.allowedAdministrators,
    ...(profile.facts.approvedConnections ?? []),
  ]);
  const commit = commitOf(environment);
  return {
    templates: sources.map((path) => {
      const data = readFileSync(path);
      return { path: redacted ? redactor.path(path) : path, sha256: sha256(data), bytes: data.length };
    }),
    profile: redacted ? (JSON.parse(redactor.text(JSON.stringify(profile))) as object) : profile,
    // It is about people: a copy for outside has the hash alone.
    ...(register === undefined ? {} : { register: redacted ? `# sha256 ${sha256(register)}\n` : register }),
    supportDates: supportTables(),
    ...(commit === undefined ? {} : { commit }),
    ...(previous === undefined ? {} : { previous: soundHead(previous) }),
    redacted,
  };
}

function soundHead(path: string): NonNullable<EvidenceSources['previous']> {
  const { faults, head } = verifyBundle(readBundle(path));
  const [fault] = faults;
  if (fault !== undefined) throw new InputError(fault);
  return head as NonNullable<typeof head>;
}

/** The commit that is checked out, else what the CI server says. */
function commitOf(environment: EvidenceOptions['environment']): EvidenceSources['commit'] {
  const git = (...args: string[]) =>
    execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    return { id: git('rev-parse', 'HEAD'), changed: git('status', '--porcelain') !== '' };
  } catch {
    const id =
      environment['GITHUB_SHA'] ??
      environment['CI_COMMIT_SHA'] ??
      environment['CODEBUILD_RESOLVED_SOURCE_VERSION'];
    return id === undefined || id === '' ? undefined : { id };
  }
}

/** Reads a bundle, a folder or a zip file. @throws InputError where it is neither */
export function readBundle(path: string): ReadBundle {
  const name = basename(path);
  try {
    if (statSync(path).isDirectory()) {
      return {
        name,
        files: new Map(readdirSync(path).map((file) => [file, readFileSync(join(path, file))])),
      };
    }
    let total = 0;
    const entries = unzipSync(readFileSync(path), {
      filter: ({ originalSize }) => {
        total += originalSize;
        if (total > MOST_BYTES) throw new Error('too large');
        return true;
      },
    });
    return { name, files: new Map(Object.entries(entries)) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const why = code === undefined ? String((error as Error).message) : String(code);
    throw new InputError(
      { ja: `証跡として読めません（${why}）`, en: `cannot be read as evidence (${why})` },
      path,
    );
  }
}

/** Verifies bundles, in the order in which they are named. @returns the report, and whether all is in order */
export function verifyEvidence(
  paths: readonly string[],
  language: Language,
): { readonly text: string; readonly ok: boolean } {
  const say = (text: Text) => text[language];
  const bundles = paths.map(readBundle);
  const results = verifyChain(bundles);
  const lines = results.flatMap(({ faults, head, manifest }, at) => {
    const { name } = bundles[at] as ReadBundle;
    if (faults.length > 0 || head === undefined || manifest === undefined) return faults.map(say);
    const before = at === 0 && manifest.previous !== null;
    return [
      say({
        ja: `${name}：改変なし（第${head.sequence}号、${manifest.time}、sha256 ${head.sha256}）`,
        en: `${name}: unchanged (number ${head.sequence}, ${manifest.time}, sha256 ${head.sha256})`,
      }),
      ...(before
        ? [
            say({
              ja: `${name}：直前の証跡（sha256 ${manifest.previous?.sha256}）は確認していない`,
              en: `${name}: the bundle before it (sha256 ${manifest.previous?.sha256}) was not looked at`,
            }),
          ]
        : []),
    ];
  });
  return { text: `${lines.join('\n')}\n`, ok: results.every(({ faults }) => faults.length === 0) };
}

/** An assessment for people outside, without what templates and register call by a name (7.1(5)). */
export function redacted(assessment: Assessment, register: string | undefined): Assessment {
  return redactAssessment(assessment, [
    ...filesOf(assessment).flatMap((path) => [...namesInTemplate(readSource(path).data)]),
    ...(register === undefined ? [] : shortTexts(readSource(register).data)),
  ]);
}

/** Each file that a check read networks and resources from. */
export function filesOf({ templates, factsFiles }: Assessment): readonly string[] {
  return [...templates.map(({ path }) => path), ...factsFiles];
}

/** Whatever a register says in a word or two: numbers of applications, people, offices. */
function* shortTexts(data: unknown): Iterable<string> {
  if (typeof data === 'string') {
    if (data.length <= 60 && !isDay(data)) yield data;
  } else if (typeof data === 'object' && data !== null) {
    for (const item of Object.values(data)) yield* shortTexts(item);
  }
}

const NAMED =
  /(Name|Names|Identifier|Alias|Domain|Owner|User|Users|Email|Endpoint|Hostname|Description|Path)$/;

function* namesInTemplate(data: unknown, key = ''): Iterable<string> {
  if (typeof data === 'string') {
    // `stack` is how known facts call one.
    if (NAMED.test(key) || key === 'stack') yield data;
  } else if (Array.isArray(data)) {
    for (const item of data) yield* namesInTemplate(item, key);
  } else if (isRecord(data)) {
    if (
      typeof data['Key'] === 'string' &&
      typeof data['Value'] === 'string' &&
      !data['Key'].startsWith('jichitai:')
    ) {
      yield data['Value'];
    }
    for (const [name, value] of Object.entries(data)) {
      if (key === 'Parameters' || key === 'Resources' || key === 'Outputs') yield name;
      yield* namesInTemplate(value, name);
    }
  }
}
