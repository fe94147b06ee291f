import type { Text } from '../text';
import { BEARERS, WORDINGS } from './clause-words';
import { CLAUSE_VERDICTS, type ClauseResult, type ClauseVerdict, inspect } from './inspection';
import { subjectOf } from './place';
import type { ReportInput } from './report';
import { LIST_COMMA, printable, VERDICTS } from './words';

/** Columns of the self-inspection sheet, with their widths in characters. */
export const COLUMNS: readonly (Text & { readonly width: number })[] = [
  { ja: '条項番号', en: 'Clause', width: 14 },
  { ja: '義務（趣旨）', en: 'Duty', width: 44 },
  { ja: '文言', en: 'Wording', width: 12 },
  { ja: '担い手', en: 'Borne by', width: 20 },
  { ja: '判定', en: 'Verdict', width: 12 },
  { ja: '検査の内訳', en: 'Results', width: 26 },
  { ja: '対象リソース', en: 'Resources', width: 40 },
  { ja: '示すべき資料', en: 'What is to be shown', width: 32 },
  { ja: '証跡', en: 'Evidence', width: 28 },
  { ja: '改善策', en: 'Improvement', width: 44 },
  { ja: '期限', en: 'Due', width: 12 },
  { ja: '責任者', en: 'Responsible', width: 14 },
];
export const VERDICT_COLUMN = 4;

const MOST_RESOURCES = 20;
const MOST_FIXES = 5;

export interface SheetRow {
  readonly verdict: ClauseVerdict;
  /** One for each column. */
  readonly cells: readonly string[];
}

/** The self-inspection sheet (10.2): one row for each clause. What people must fill in is empty. */
export function sheetRows(input: ReportInput): readonly SheetRow[] {
  return inspect(input.assessment, input.rules).map((result) => ({
    verdict: result.verdict,
    cells: cellsOf(result, input).map(printable),
  }));
}

function cellsOf(result: ClauseResult, { language, assessment, now }: ReportInput): readonly string[] {
  const { clause, verdict, rules, findings } = result;
  const say = (text: Text) => text[language];
  const isJudged = verdict === 'compliant' || verdict === 'violation' || verdict === 'undetermined';
  return [
    clause.number,
    say(clause.duty),
    say(WORDINGS[clause.wording]),
    clause.bearers.map((bearer) => say(BEARERS[bearer])).join(say(LIST_COMMA)),
    say(CLAUSE_VERDICTS[verdict]),
    rules.length === 0 ? '' : tally(result, say),
    resourcesOf(result, say),
    clause.evidence === undefined ? '' : say(clause.evidence),
    isJudged ? say(evidenceOf(assessment.tool, now)) : '',
    improvements(result, say),
    [...new Set(findings.flatMap(({ exception }) => exception?.expires ?? []))].sort()[0] ?? '',
    '',
  ];
}

function tally({ counts, rules, findings }: ClauseResult, say: (text: Text) => string): string {
  const parts = (['compliant', 'violation', 'undetermined', 'evidence', 'excepted'] as const)
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) =>
      say({
        ja: `${VERDICTS[verdict].ja}${counts[verdict]}件`,
        en: `${counts[verdict]} ${VERDICTS[verdict].en}`,
      }),
    );
  const applications = [
    ...new Set(
      findings.flatMap(({ exception }) =>
        exception === undefined ? [] : `${exception.application} (${exception.approver})`,
      ),
    ),
  ];
  return [
    say({ ja: `規則${rules.length}件：`, en: `rules (${rules.length}): ` }) +
      (parts.length === 0 ? say({ ja: '該当なし', en: 'nothing to judge' }) : parts.join(say(LIST_COMMA))),
    ...(applications.length === 0
      ? []
      : [`${say({ ja: '例外措置：', en: 'exceptions: ' })}${applications.join(say(LIST_COMMA))}`]),
  ].join('\n');
}

function resourcesOf({ findings }: ClauseResult, say: (text: Text) => string): string {
  const names = [
    ...new Set(
      findings
        .filter(({ verdict }) => verdict !== 'evidence')
        .map((finding) => `${subjectOf(finding)} (${finding.rule})`),
    ),
  ];
  return shortened(names, MOST_RESOURCES, say);
}

/** What to change, by the rules that something breaks. */
function improvements({ findings }: ClauseResult, say: (text: Text) => string): string {
  const fixes = [
    ...new Set(
      findings
        .filter(({ verdict }) => verdict === 'violation' || verdict === 'undetermined')
        .map(({ fix }) => say(fix)),
    ),
  ];
  return shortened(fixes, MOST_FIXES, say);
}

function shortened(items: readonly string[], most: number, say: (text: Text) => string): string {
  const rest = items.length - most;
  const more = rest > 0 ? [say({ ja: `ほか${rest}件`, en: `and ${rest} more` })] : [];
  return [...items.slice(0, most), ...more].join('\n');
}

function evidenceOf(tool: { readonly name: string; readonly version: string }, now: Date): Text {
  const day = japaneseTime(now).slice(0, 10);
  return {
    ja: `${day} ${tool.name} ${tool.version}による検査結果`,
    en: `results of ${tool.name} ${tool.version}, ${day}`,
  };
}

const TOKYO_IS_AHEAD_MS = 9 * 3_600_000;

/** A moment in Japan Standard Time, as 2026-11-24T12:04:05+09:00. */
export function japaneseTime(now: Date): string {
  return `${new Date(now.getTime() + TOKYO_IS_AHEAD_MS).toISOString().slice(0, 19)}+09:00`;
}
