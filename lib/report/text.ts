import type { Assessment, Summary } from '../assess';
import type { Finding } from '../finding';
import type { Language, Text } from '../text';
import { exceptionText, LIST_COMMA, PRIORITIES, printable, SEVERITIES, VERDICTS } from './words';

/** The assessment for people, grouped by template and resource. */
export function textReport(assessment: Assessment, language: Language): string {
  const say = (text: Text) => text[language];
  const lines: string[] = [];
  let group: string | undefined;
  for (const finding of assessment.findings) {
    const heading = headingOf(finding);
    if (heading !== group) {
      lines.push('', printable(heading));
      group = heading;
    }
    lines.push(...findingLines(finding, language).map((line) => `  ${printable(line)}`));
  }
  if (lines[0] === '') lines.shift();
  if (lines.length > 0) lines.push('');
  lines.push(...summaryLines(assessment).map((text) => printable(say(text))));
  return `${lines.join('\n')}\n`;
}

function headingOf({ resource }: Finding): string {
  const where = resource.constructPath ?? resource.logicalId ?? resource.stack;
  const what = resource.type === undefined ? '' : ` (${resource.type})`;
  return where === undefined ? resource.template : `${where}${what} – ${resource.template}`;
}

/** One finding: verdict, rule, clauses and place, then what is there, what must be, and how to mend it. */
export function findingLines(finding: Finding, language: Language): readonly string[] {
  const verdict = VERDICTS[finding.verdict][language];
  const severity = SEVERITIES[finding.severity][language];
  // What needs evidence waits for people anyway.
  const weight = finding.verdict === 'evidence' ? '' : `  ${PRIORITIES[finding.priority][language]}`;
  const place = finding.line === undefined ? '' : `  ${finding.resource.template}:${finding.line}`;
  const lines = [
    `[${verdict}/${severity}] ${finding.rule} ${finding.clauses.join(LIST_COMMA[language])}${weight}${place}`,
    `  ${finding.title[language]}`,
    `  ${finding.message[language]}`,
  ];
  if (finding.exception !== undefined) {
    lines.push(`  ${exceptionText(finding.exception)[language]}`);
  } else if (finding.verdict !== 'evidence') {
    // What needs evidence is in order as far as the templates show: there is nothing to change in them.
    lines.push(language === 'ja' ? `  対応：${finding.fix.ja}` : `  fix: ${finding.fix.en}`);
  }
  return lines;
}

/** What was checked, against what, and how it came out. */
export function summaryLines(assessment: Assessment): readonly Text[] {
  const { tool, summary, assumptions } = assessment;
  const lines: Text[] = [
    {
      ja: `${tool.name} ${tool.version}：プロファイル${tool.profile}、情報セキュリティポリシー${tool.policyEdition}版`,
      en: `${tool.name} ${tool.version}: profile ${tool.profile}, policy edition ${tool.policyEdition}`,
    },
    {
      ja: `検査対象：テンプレート${summary.templates}件、リソース${summary.resources}件、規則${summary.rules}件`,
      en: `checked: ${many(summary.templates, 'template')}, ${many(summary.resources, 'resource')}, ${many(summary.rules, 'rule')}`,
    },
    counts(summary),
    ...assumptions.map((assumption) => ({ ja: `前提：${assumption}`, en: `assumed: ${assumption}` })),
  ];
  if (summary.resources === 0) {
    lines.push({
      ja: '検査対象のリソースがないため、何も検査していません。',
      en: 'There are no resources, so nothing was checked.',
    });
  }
  const blocking = assessment.findings.filter((finding) => finding.blocking).length;
  lines.push(
    assessment.blocking
      ? {
          ja: `配備を止める指摘が${blocking}件あります。`,
          en: `${many(blocking, 'finding')} ${blocking === 1 ? 'blocks' : 'block'} the deployment.`,
        }
      : { ja: '配備を止める指摘はありません。', en: 'Nothing blocks the deployment.' },
  );
  return lines;
}

function many(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function counts(summary: Summary): Text {
  const parts = (['compliant', 'violation', 'undetermined', 'evidence', 'excepted'] as const).map(
    (verdict) => [VERDICTS[verdict], summary[verdict]] as const,
  );
  return {
    ja: `判定：${parts.map(([name, count]) => `${name.ja}${count}件`).join('、')}`,
    en: `results: ${parts.map(([name, count]) => `${count} ${name.en}`).join(', ')}`,
  };
}
