import { createHash } from 'node:crypto';
import type { Rule } from '../rules/define';
import { csvReport } from './csv';
import { fingerprintsOf } from './fingerprint';
import type { ReportInput } from './report';
import { japaneseTime } from './sheet';
import { textReport } from './text';

// Audit evidence (10.1): what was checked, by which rules, against which figures, and how it came out, in files whose
// hashes are listed in a manifest. The manifest holds the hash of the one before, so that no bundle can be changed,
// left out or slipped in later without notice, as long as the last hash is known to somebody else.

export const MANIFEST = 'manifest.json';
export const FORMAT = 'jichitai-guardrails/evidence';

/** What an assessment does not say of what it was made from. */
export interface EvidenceSources {
  readonly templates: readonly { readonly path: string; readonly sha256: string; readonly bytes: number }[];
  /** The profile with all that it extends, facts included. */
  readonly profile: object;
  /** The register of exceptions, as it is written. */
  readonly register?: string;
  /** Tables of software support dates. */
  readonly supportDates: object;
  /** Of the repository that is checked. */
  readonly commit?: { readonly id: string; readonly changed?: boolean };
  readonly previous?: PreviousBundle;
  readonly redacted: boolean;
}

export interface PreviousBundle {
  readonly sha256: string;
  readonly sequence: number;
}

export interface Manifest {
  readonly format: typeof FORMAT;
  readonly version: 1;
  /** From 1. */
  readonly sequence: number;
  /** Japan Standard Time. */
  readonly time: string;
  readonly redacted: boolean;
  readonly previous: PreviousBundle | null;
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

/** The files of a bundle, by name, the manifest among them. */
export function evidenceBundle(input: ReportInput, sources: EvidenceSources): ReadonlyMap<string, string> {
  const { assessment, now, rules } = input;
  const { screen: _screen, placeOf: _placeOf, ...plain } = input;
  const time = japaneseTime(now);
  const json = (value: object) => `${JSON.stringify(value, undefined, 2)}\n`;
  const files = new Map<string, string>([
    ['assessment.json', json(wholeAssessment(input))],
    [
      'check.json',
      json({
        time,
        tool: assessment.tool,
        rulePack: { version: assessment.tool.version, rules: rules.length, sha256: rulePackHash(rules) },
        commit: sources.commit ?? null,
        redacted: sources.redacted,
      }),
    ],
    ['profile.json', json(sources.profile)],
    ...(sources.register === undefined ? [] : [['exceptions.yaml', sources.register] as const]),
    ['report.txt', textReport(plain)],
    ['self-inspection.csv', csvReport(plain)],
    ['support-dates.json', json(sources.supportDates)],
    ['templates.json', json({ templates: sources.templates })],
  ]);
  const { previous } = sources;
  const manifest: Manifest = {
    format: FORMAT,
    version: 1,
    sequence: (previous?.sequence ?? 0) + 1,
    time,
    redacted: sources.redacted,
    previous: previous ?? null,
    files: [...files].map(([path, text]) => ({ path, bytes: Buffer.byteLength(text), sha256: sha256(text) })),
  };
  return files.set(MANIFEST, json(manifest));
}

/** Everything that was found, in both languages. */
function wholeAssessment({ assessment }: ReportInput): object {
  const { tool, summary, blocking, assumptions, findings, byRule, templates } = assessment;
  const fingerprints = fingerprintsOf(findings);
  return {
    tool,
    summary,
    blocking,
    assumptions,
    templates,
    byRule: Object.fromEntries(byRule),
    findings: findings.map((finding, at) => ({
      fingerprint: fingerprints[at],
      ...finding,
      evidence: finding.evidence.map(({ path, actual, required, outcome }) => ({
        path,
        actual,
        required,
        outcome,
      })),
    })),
  };
}

/** Of what the rules ask, so that a changed one shows. */
function rulePackHash(rules: readonly Rule[]): string {
  return sha256(
    JSON.stringify(
      rules.map(({ id, clauses, duty, title, fix }) => [id, clauses, duty ?? 'must', title, fix]),
    ),
  );
}

export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}
