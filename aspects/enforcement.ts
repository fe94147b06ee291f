import type { PolicyViolation } from 'aws-cdk-lib';
import type { Assessment } from '../lib/assess';
import { type CheckOptions, checkStacks } from '../lib/check';
import type { AttestedGuardrail } from '../lib/model/attestation';
import type { Language } from '../lib/text';
import { type Acknowledgement, acknowledgementOf } from './acknowledgements';
import { coverage } from './attest';
import type { Deployment } from './deployment';
import {
  findingViolation,
  type LocatedFinding,
  OUTCOME,
  outcomeViolation,
  unreadViolation,
} from './violations';

/** What a guardrail checks against, and how it reports. */
export interface EnforcementOptions {
  readonly profile?: string | undefined;
  readonly exceptions?: string | undefined;
  readonly facts?: readonly string[] | undefined;
  readonly language: Language;
}

/** The verdict on the scopes of an app that are checked against the same. */
export interface Enforcement {
  readonly assessment: Assessment;
  readonly findings: readonly LocatedFinding[];
  readonly violations: readonly PolicyViolation[];
}

/**
 * Checks the whole app, since references lead out of a scope, and reports on the scopes.
 *
 * @throws InputError for a profile, a register or a template that cannot be read
 */
export function enforce(
  deployment: Deployment,
  scopes: readonly string[],
  options: EnforcementOptions,
  acknowledgements: readonly Acknowledgement[],
): Enforcement {
  const { language } = options;
  const assessment = checkStacks(deployment.stacks, checkOptions(options));
  const findings = assessment.findings
    .filter((finding) => scopes.some((scope) => deployment.concerns(finding, scope)))
    .map((finding) => {
      const constructPath = deployment.constructPathOf(finding);
      const acknowledgement =
        finding.verdict === 'evidence'
          ? undefined
          : acknowledgementOf(acknowledgements, [finding.rule], constructPath);
      return { finding, constructPath, site: deployment.sourceSiteOf(constructPath), acknowledgement };
    });
  // What needs evidence asks nothing of the app's author: it is counted here and told by `check`.
  const violations = findings
    .filter(({ finding }) => finding.verdict !== 'evidence')
    .map((located) => findingViolation(located, language));
  // What the engine could not find it did not check, whatever else it says.
  const unread = deployment.templates.length - assessment.summary.templates;
  if (unread > 0) violations.push(unreadViolation(unread, language));
  const silenced = acknowledgementOf(acknowledgements, [OUTCOME], '');
  const outcome = outcomeViolation(scopes, assessment, findings, language, silenced);
  // Under the cdk command the outcome is shown when it is good, too: what was checked, against what.
  // A unit test would only be cluttered by it.
  const shown = outcome.severity === 'fatal' || (unread <= 0 && process.env['CDK_OUTDIR'] !== undefined);
  return { assessment, findings, violations: shown ? [...violations, outcome] : violations };
}

/** What an attestation says of one scope. */
export function attested(
  deployment: Deployment,
  { tool, findings }: Assessment,
  scope: string,
  { exceptions }: EnforcementOptions,
): AttestedGuardrail {
  const own = findings.filter((finding) => deployment.concerns(finding, scope));
  const count = (verdict: string) => own.filter((finding) => finding.verdict === verdict).length;
  return {
    scope,
    profile: tool.profile,
    policyEdition: tool.policyEdition,
    ...(exceptions === undefined ? {} : { exceptions }),
    blocking: own.some(({ blocking }) => blocking),
    findings: {
      violation: count('violation'),
      undetermined: count('undetermined'),
      excepted: count('excepted'),
      evidence: count('evidence'),
    },
    stacks: coverage(deployment, scope),
  };
}

/** What the engine is asked with. */
export function checkOptions({ profile, exceptions, facts, language }: EnforcementOptions): CheckOptions {
  return {
    language,
    ...(profile === undefined ? {} : { profile }),
    ...(exceptions === undefined ? {} : { exceptions }),
    ...(facts === undefined ? {} : { facts }),
  };
}
