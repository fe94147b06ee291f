import type { Finding } from '../assess';
import type { Text } from '../text';
import { type Comparison, compare, isOpen } from './compare';
import { markdownCode, markdownText } from './escape';
import { gravestFirst } from './gravity';
import { bestPlace, subjectOf } from './place';
import type { ReportInput } from './report';
import { summaryLines } from './text';
import { exceptionText, PRIORITIES, VERDICTS } from './words';

/** By which a comment is found again, to be brought up to date instead of written anew. */
export const MARKER = '<!-- jichitai-guardrails -->';

/** GitHub takes comments of 65,536 characters. */
const MOST_CHARACTERS = 60_000;

/**
 * Markdown for a comment on a pull request: what is new, what is fixed and what stays against the base; without a base
 * all that is found. The gravest comes first; what does not fit into a comment is counted.
 */
export function markdownReport(input: ReportInput): string {
  const { assessment, language, base } = input;
  const say = (text: Text) => text[language];
  const { findings, summary } = assessment;
  const comparison = base === undefined ? undefined : compare(assessment, base);
  const blocking = findings.filter((finding) => finding.blocking).length;
  const parts = [
    MARKER,
    `## ${assessment.blocking ? '❌' : '✅'} ${assessment.tool.name}${say({ ja: '：', en: ': ' })}${say(
      blocking === 0
        ? { ja: '配備を止める指摘はありません', en: 'nothing blocks the deployment' }
        : {
            ja: `配備を止める指摘が${blocking}件あります`,
            en: `findings that block the deployment: ${blocking}`,
          },
    )}`,
    [
      row(
        ['compliant', 'violation', 'undetermined', 'evidence', 'excepted'].map((verdict) =>
          say(VERDICTS[verdict as keyof typeof VERDICTS]),
        ),
      ),
      row(['--:', '--:', '--:', '--:', '--:']),
      row(
        [summary.compliant, summary.violation, summary.undetermined, summary.evidence, summary.excepted].map(
          String,
        ),
      ),
    ].join('\n'),
    ...(comparison === undefined ? [] : [changesOf(comparison, say)]),
  ];
  const budget = { left: MOST_CHARACTERS - parts.join('').length - 1_500 };
  const open = findings.filter(isOpen);
  const sections: readonly (readonly [Text, readonly Finding[], boolean])[] = [
    ...(comparison === undefined
      ? ([[{ ja: '指摘', en: 'Findings' }, open, false]] as const)
      : ([
          [{ ja: '新たな指摘', en: 'New' }, comparison.added, false],
          [{ ja: '解消した指摘', en: 'Fixed' }, comparison.fixed, false],
          [{ ja: '以前からの指摘', en: 'Unchanged' }, comparison.unchanged, true],
        ] as const)),
    [VERDICTS.excepted, findings.filter(({ verdict }) => verdict === 'excepted'), true],
    [VERDICTS.evidence, findings.filter(({ verdict }) => verdict === 'evidence'), true],
  ];
  for (const [title, list, isFolded] of sections) {
    if (list.length > 0) parts.push(section(say(title), list, isFolded, budget, input));
  }
  parts.push(
    summaryLines(assessment)
      .map((text) => markdownText(say(text)))
      .join('  \n'),
  );
  return `${parts.join('\n\n')}\n`;
}

function changesOf({ added, fixed, unchanged }: Comparison, say: (text: Text) => string): string {
  return `**${say({
    ja: `比較元に対して：新たな指摘${added.length}件、解消${fixed.length}件、変わらず${unchanged.length}件`,
    en: `Against the base: ${added.length} new, ${fixed.length} fixed, ${unchanged.length} unchanged`,
  })}**`;
}

function section(
  title: string,
  findings: readonly Finding[],
  isFolded: boolean,
  budget: { left: number },
  input: ReportInput,
): string {
  const { language } = input;
  const say = (text: Text) => text[language];
  const head = [
    row(
      [
        { ja: '判定', en: 'Verdict' },
        { ja: '規則', en: 'Rule' },
        { ja: '場所', en: 'Place' },
        { ja: '内容と対応', en: 'What is there, and what to change' },
      ].map(say),
    ),
    row(['---', '---', '---', '---']),
  ];
  const rows: string[] = [];
  for (const finding of gravestFirst(findings)) {
    const line = findingRow(finding, input);
    if (line.length > budget.left) break;
    budget.left -= line.length + 1;
    rows.push(line);
  }
  const rest = findings.length - rows.length;
  const table = [...head, ...rows].join('\n');
  const more = rest === 0 ? '' : `\n\n${say({ ja: `ほか${rest}件`, en: `and ${rest} more` })}`;
  const heading = `${title}${say({ ja: `（${findings.length}件）`, en: ` (${findings.length})` })}`;
  return isFolded
    ? `<details><summary>${heading}</summary>\n\n${table}${more}\n\n</details>`
    : `### ${heading}\n\n${table}${more}`;
}

function findingRow(finding: Finding, input: ReportInput): string {
  const { language } = input;
  const { file, line } = bestPlace(finding, input);
  const { verdict, message, fix, exception } = finding;
  const weight =
    verdict === 'evidence' || verdict === 'excepted' ? '' : `<br>${PRIORITIES[finding.priority][language]}`;
  const answer = exception === undefined ? fix : exceptionText(exception);
  const text = verdict === 'evidence' ? [message] : [message, answer];
  return row([
    `${VERDICTS[verdict][language]}${weight}`,
    `${markdownCode(finding.rule)}<br>${finding.clauses.join(' ')}`,
    `${markdownCode(subjectOf(finding))}<br>${markdownCode(line === undefined ? file : `${file}:${line}`)}`,
    text.map((part) => markdownText(part[language])).join('<br>'),
  ]);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
