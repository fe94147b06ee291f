import type { Assessment } from '../assess';
import type { Language } from '../text';
import { jsonText } from './escape';
import { fingerprintsOf } from './fingerprint';

/** The assessment as JSON, with texts in one language. The shape is a contract: see the README. */
export function jsonReport(assessment: Assessment, language: Language): string {
  const { tool, summary, findings, assumptions } = assessment;
  const fingerprints = fingerprintsOf(findings);
  return jsonText({
    tool,
    summary,
    blocking: assessment.blocking,
    assumptions,
    findings: findings.map((finding, at) => ({
      fingerprint: fingerprints[at],
      rule: finding.rule,
      verdict: finding.verdict,
      severity: finding.severity,
      blocking: finding.blocking,
      priority: finding.priority,
      clauses: finding.clauses,
      zone: finding.zone ?? null,
      resource: {
        template: finding.resource.template,
        stack: finding.resource.stack ?? null,
        logicalId: finding.resource.logicalId ?? null,
        type: finding.resource.type ?? null,
        constructPath: finding.resource.constructPath ?? null,
      },
      property: finding.property ?? null,
      line: finding.line ?? null,
      title: finding.title[language],
      message: finding.message[language],
      fix: finding.fix[language],
      ...(finding.exception === undefined ? {} : { exception: finding.exception }),
    })),
  });
}
