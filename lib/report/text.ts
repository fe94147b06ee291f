import type { Assessment, Finding, Summary } from '../assess';
import type { Language, Text } from '../text';
import { compare, isOpen } from './compare';
import { gravestFirst } from './gravity';
import type { ReportInput, Screen } from './report';
import { cutTo, painted, type Style, unpainted, wrap } from './terminal';
import { exceptionText, LIST_COMMA, PRIORITIES, printable, SEVERITIES, VERDICTS } from './words';

const EVERYTHING: Screen = { colour: false };

/**
 * The assessment for people, by stack and resource. Where it would not fit on the screen, the gravest findings are
 * shown in short and the rest is counted; what needs evidence of the platform is one line unless all is asked for.
 */
export function textReport(input: ReportInput): string {
  const screen = input.screen ?? EVERYTHING;
  const { rows } = screen;
  const all = input.assessment.findings;
  const duties = rows === undefined ? [] : all.filter(isPlatformDuty);
  const findings = all.filter((finding) => !duties.includes(finding));
  const tail = [...dutyLines(duties, input), ...closingLines(input)].flatMap((line) =>
    onScreen(line, screen),
  );
  if (rows !== undefined) {
    const room = rows - tail.length - 1;
    const whole = listing(findings, input, fullLines);
    if (whole.length > room) return finish([...brief(findings, input, room), '', ...tail]);
    return finish([...whole, ...(whole.length > 0 ? [''] : []), ...tail]);
  }
  const whole = listing(findings, input, fullLines);
  return finish([...whole, ...(whole.length > 0 ? [''] : []), ...tail]);
}

/** A duty of the account or the whole deployment, of which no resource is told. */
function isPlatformDuty({ verdict, resource }: Finding): boolean {
  return verdict === 'evidence' && resource.logicalId === undefined;
}

type Describe = (finding: Finding, input: ReportInput) => readonly Line[];

interface Line {
  readonly text: string;
  readonly indent: number;
  readonly style?: Style;
  /** Coloured alone, at the beginning of the text. */
  readonly lead?: { readonly text: string; readonly style: Style };
  /** Cut to one line instead of broken into more. */
  readonly isCut?: true;
}

/** Findings under the headings of their stacks and resources. */
function listing(findings: readonly Finding[], input: ReportInput, describe: Describe): readonly string[] {
  const screen = input.screen ?? EVERYTHING;
  const lines: string[] = [];
  let last: { readonly stack?: string; readonly resource?: string } = {};
  for (const finding of findings) {
    const [stack, resource] = [stackHeading(finding, input.language), resourceHeading(finding)];
    if (stack !== last.stack) {
      if (lines.length > 0) lines.push('');
      lines.push(...onScreen({ text: stack, indent: 0, style: 'strong' }, screen));
    }
    if (resource !== undefined && (stack !== last.stack || resource !== last.resource)) {
      lines.push(...onScreen({ text: resource, indent: 2 }, screen));
    }
    last = { stack, ...(resource === undefined ? {} : { resource }) };
    lines.push(...describe(finding, input).flatMap((line) => onScreen(line, screen)));
  }
  return lines;
}

function stackHeading({ resource: { stack, template } }: Finding, language: Language): string {
  if (stack === undefined) return template === '' ? { ja: '配備全体', en: 'deployment' }[language] : template;
  return language === 'ja' ? `スタック${stack}（${template}）` : `stack ${stack} (${template})`;
}

function resourceHeading({ resource }: Finding): string | undefined {
  if (resource.logicalId === undefined) return undefined;
  return `${resource.constructPath ?? resource.logicalId} (${resource.type})`;
}

const COLOURS: Readonly<Record<Finding['verdict'], Style>> = {
  violation: 'red',
  undetermined: 'yellow',
  excepted: 'cyan',
  evidence: 'faint',
};

function fullLines(finding: Finding, { language }: ReportInput): readonly Line[] {
  const [head, ...rest] = findingLines(finding, language) as [string, ...string[]];
  const label = head.slice(0, head.indexOf(']') + 1);
  return [
    { text: head, indent: 4, lead: { text: label, style: colourOf(finding) } },
    ...rest.map(
      (text, at): Line => ({ text: text.trim(), indent: 6, ...(at === 0 ? {} : { style: 'faint' }) }),
    ),
  ];
}

function colourOf({ verdict, blocking }: Finding): Style {
  return verdict === 'violation' && !blocking ? 'yellow' : COLOURS[verdict];
}

/** The gravest findings, two lines each, as many as there is room for. */
function brief(findings: readonly Finding[], input: ReportInput, room: number): readonly string[] {
  const { language } = input;
  const ranked = gravestFirst(findings);
  const shown = (many: number) => {
    const some = new Set(ranked.slice(0, many));
    return listing(
      findings.filter((finding) => some.has(finding)),
      input,
      briefLines,
    );
  };
  // One line for what is left out.
  let many = 0;
  while (many < ranked.length && shown(many + 1).length < room) many++;
  const left = ranked.slice(many);
  const blocking = left.filter((finding) => finding.blocking).length;
  const text =
    left.length === 0
      ? { ja: '対応の方法は --verbose で表示する', en: 'what to change: --verbose' }[language]
      : language === 'ja'
        ? `… ほか${left.length}件（うち配備を止めるもの${blocking}件）。--verbose で全てを表示する`
        : `… and ${left.length} more, ${blocking} of which block: --verbose shows all`;
  return [
    ...shown(many),
    ...onScreen({ text, indent: 0, style: 'strong', isCut: true }, input.screen ?? EVERYTHING),
  ];
}

function briefLines(finding: Finding, { language }: ReportInput): readonly Line[] {
  const label = `[${VERDICTS[finding.verdict][language]}]`;
  const line = finding.line === undefined ? '' : `  :${finding.line}`;
  return [
    {
      text: `${label} ${finding.rule} ${finding.clauses.join(LIST_COMMA[language])}${line}`,
      indent: 4,
      lead: { text: label, style: colourOf(finding) },
      isCut: true,
    },
    { text: finding.message[language], indent: 6, style: 'faint', isCut: true },
  ];
}

function dutyLines(duties: readonly Finding[], { language }: ReportInput): readonly Line[] {
  if (duties.length === 0) return [];
  const rules = [...new Set(duties.map(({ rule }) => rule))];
  const text =
    language === 'ja'
      ? `[要証跡] 基盤又は配備全体の義務${duties.length}件（--verbose で表示）：${rules.join('、')}`
      : `[evidence needed] ${duties.length} duties of the platform or the whole deployment (--verbose shows them): ${rules.join(', ')}`;
  return [{ text, indent: 0, style: 'faint', isCut: true }];
}

function closingLines(input: ReportInput): readonly Line[] {
  const { assessment, language, base } = input;
  const lines = summaryLines(assessment).map((text): Line => ({ text: text[language], indent: 0 }));
  if (base !== undefined) {
    const { added, fixed, unchanged } = compare(assessment, base);
    const text =
      language === 'ja'
        ? `比較元に対して：新たな指摘${added.length}件、解消${fixed.length}件、変わらず${unchanged.length}件`
        : `against the base: ${added.length} new, ${fixed.length} fixed, ${unchanged.length} unchanged`;
    lines.splice(-1, 0, { text, indent: 0 });
  }
  const last = lines.pop() as Line;
  return [...lines, { ...last, style: assessment.blocking ? 'red' : 'green' }];
}

/** A line as it is shown: safe, within the width of the screen, and in its colours. */
function onScreen(
  { text, indent, style, lead, isCut }: Line,
  { columns, colour }: Screen,
): readonly string[] {
  const paint = colour ? painted : unpainted;
  const margin = ' '.repeat(indent);
  const safe = printable(text).replaceAll('\n', ' ');
  const lines =
    columns === undefined
      ? [margin + safe]
      : isCut === true
        ? [margin + cutTo(safe, columns - indent)]
        : wrap(safe, columns, margin);
  return lines.map((line, at) => {
    const shown = withoutCommand(line);
    if (style !== undefined) return paint(style, shown);
    const start = margin + (lead?.text ?? '');
    if (lead === undefined || at > 0 || !shown.startsWith(start)) return shown;
    return margin + paint(lead.style, lead.text) + shown.slice(start.length);
  });
}

/** Runners of CI take lines that begin like this for commands, and a name may. */
function withoutCommand(line: string): string {
  return line.replace(/^(\s*)(::|##\[|##vso)/, '$1\u00b7$2');
}

function finish(lines: readonly string[]): string {
  return `${lines.join('\n')}\n`;
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
  if (finding.exception !== undefined) lines.push(`  ${exceptionText(finding.exception)[language]}`);
  else if (finding.verdict !== 'evidence') {
    // What needs evidence is in order as far as the templates show: there is nothing to change in them.
    lines.push(language === 'ja' ? `  対応：${finding.fix.ja}` : `  fix: ${finding.fix.en}`);
  }
  return lines;
}

/** What was checked, against what, and how it came out. */
export function summaryLines(assessment: Assessment): readonly Text[] {
  const { tool, summary, assumptions, findings } = assessment;
  const open = findings.filter(isOpen);
  const resources = new Set(
    open.flatMap(({ resource: { template, logicalId } }) =>
      logicalId === undefined ? [] : [`${template}\u0000${logicalId}`],
    ),
  ).size;
  const rules = new Set(open.map(({ rule }) => rule)).size;
  const lines: Text[] = [
    {
      ja: `${tool.name} ${tool.version}：プロファイル${tool.profile}、情報セキュリティポリシー${tool.policyEdition}版`,
      en: `${tool.name} ${tool.version}: profile ${tool.profile}, policy edition ${tool.policyEdition}`,
    },
    {
      ja: `検査対象：テンプレート${summary.templates}件、リソース${summary.resources}件（指摘あり${resources}件）、規則${summary.rules}件（指摘あり${rules}件）`,
      en: `checked: ${many(summary.templates, 'template')}, ${many(summary.resources, 'resource')} (${resources} with findings), ${many(summary.rules, 'rule')} (${rules} with findings)`,
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
  const blocking = findings.filter((finding) => finding.blocking).length;
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
  const total = parts.reduce((sum, [, count]) => sum + count, 0);
  return {
    ja: `判定：${total}件のうち${parts.map(([name, count]) => `${name.ja}${count}件`).join('、')}`,
    en: `results: of ${total}, ${parts.map(([name, count]) => `${count} ${name.en}`).join(', ')}`,
  };
}
