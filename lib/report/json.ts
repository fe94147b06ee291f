import type { Assessment, Finding } from '../assess';
import type { Language } from '../text';
import { jsonText } from './escape';
import { fingerprintsOf } from './fingerprint';

/** Findings that are written at once: the text of many thousands takes more memory than the check of them. */
const AT_ONCE = 200;

/** The assessment as JSON, with texts in one language. The shape is a contract: see the README. */
export function jsonReport(assessment: Assessment, language: Language): string {
  return [...jsonPieces(assessment, language)].join('');
}

/** The same in pieces, one after the other. */
export function* jsonPieces(assessment: Assessment, language: Language): Generator<string> {
  const { tool, summary, blocking, findings, assumptions } = assessment;
  const head = jsonText({ tool, summary, blocking, assumptions, findings: [] });
  if (findings.length === 0) {
    yield head;
    return;
  }
  const fingerprints = fingerprintsOf(findings);
  yield head.slice(0, -EMPTY_END.length);
  for (let from = 0; from < findings.length; from += AT_ONCE) {
    const some = findings
      .slice(from, from + AT_ONCE)
      .map((finding, at) => shown(finding, fingerprints[from + at], language));
    // As deep as they lie in the whole.
    const text = jsonText({ findings: some });
    yield `${from === 0 ? '[' : ','}\n${text.slice(BEGINNING.length, -END.length)}`;
  }
  yield END;
}

const EMPTY_END = '[]\n}\n';
const BEGINNING = '{\n  "findings": [\n';
const END = '\n  ]\n}\n';

function shown(finding: Finding, fingerprint: string | undefined, language: Language): object {
  return {
    fingerprint,
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
  };
}
