import type { Finding } from '../assess';
import { jsonText } from './escape';
import { fingerprintsOf } from './fingerprint';
import { bestPlace, subjectOf } from './place';
import type { ReportInput } from './report';
import { paragraphOf, printable } from './words';

type Severity = 'info' | 'minor' | 'major' | 'critical' | 'blocker';

/** A report of GitLab code quality: a list of issues, which merge requests show beside the lines changed. */
export function gitlabReport(input: ReportInput): string {
  const { findings } = input.assessment;
  const fingerprints = fingerprintsOf(findings);
  const issues = findings.map((finding, at) => {
    const { file, line } = bestPlace(finding, input);
    return {
      description: printable(`${subjectOf(finding)}: ${paragraphOf(finding, input.language)}`),
      check_name: finding.rule,
      fingerprint: fingerprints[at],
      severity: severityOf(finding),
      location: { path: file, lines: { begin: line ?? 1 } },
    };
  });
  return jsonText(issues);
}

/** How soon it is to be dealt with, among what blocks. */
function severityOf({ blocking, verdict, priority }: Finding): Severity {
  if (verdict === 'evidence' || verdict === 'excepted') return 'info';
  if (!blocking) return 'minor';
  return priority === 'critical' ? 'blocker' : priority === 'high' ? 'critical' : 'major';
}
