import type { Finding } from '../assess';
import { isOpen } from './compare';
import { commandProperty, commandText } from './escape';
import { gravestFirst } from './gravity';
import { bestPlace, subjectOf } from './place';
import type { ReportInput } from './report';
import { summaryLines } from './text';
import { exceptionText, paragraphOf, VERDICTS } from './words';

/**
 * Annotations of a GitHub workflow. A step shows ten of each kind, so the gravest come first, and what blocks nothing
 * and asks nothing of the code (evidence, exceptions) is one notice each, not one for each finding.
 */
export function githubReport(input: ReportInput): string {
  const { assessment, language } = input;
  const { findings } = assessment;
  const lines = gravestFirst(findings.filter(isOpen)).map((finding) => {
    const { file, line, column } = bestPlace(finding, input);
    return command(
      finding.blocking ? 'error' : 'warning',
      {
        file,
        ...(line === undefined ? {} : { line: String(line) }),
        ...(column === undefined ? {} : { col: String(column) }),
        title: `${finding.rule} ${finding.clauses.join(' ')}`,
      },
      `${subjectOf(finding)}: ${paragraphOf(finding, language)}`,
    );
  });
  lines.push(
    ...folded('excepted', findings, input, (finding) =>
      finding.exception === undefined ? '' : exceptionText(finding.exception)[language],
    ),
    ...folded('evidence', findings, input, ({ message }) => message[language]),
    command(
      'notice',
      { title: assessment.tool.name },
      summaryLines(assessment)
        .map((text) => text[language])
        .join('\n'),
    ),
  );
  return lines.join('');
}

/** All findings of one verdict in one notice. */
function folded(
  verdict: 'excepted' | 'evidence',
  findings: readonly Finding[],
  { language }: ReportInput,
  say: (finding: Finding) => string,
): readonly string[] {
  const these = findings.filter((finding) => finding.verdict === verdict);
  if (these.length === 0) return [];
  const title = `${VERDICTS[verdict][language]}${language === 'ja' ? '：' : ': '}${these.length}`;
  const text = these.map((finding) => `${finding.rule} ${subjectOf(finding)}: ${say(finding)}`);
  return [command('notice', { title }, text.join('\n'))];
}

function command(
  name: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const written = Object.entries(properties).map(([key, value]) => `${key}=${commandProperty(value)}`);
  return `::${name} ${written.join(',')}::${commandText(message)}\n`;
}
