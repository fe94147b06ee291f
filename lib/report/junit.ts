import type { Finding } from '../assess';
import { xmlText } from './escape';
import { bestPlace, subjectOf } from './place';
import type { ReportInput } from './report';
import { exceptionText, LIST_COMMA, paragraphOf, VERDICTS } from './words';

/**
 * JUnit XML, for the test pages of CI servers: a suite for each template with its findings, and one of the rules that
 * nothing was found against. A violation that blocks is a failure, what blocks because it cannot be determined an
 * error; what only warns, needs evidence or is excepted is skipped, with the reason.
 */
export function junitReport(input: ReportInput): string {
  const { assessment, language } = input;
  const byTemplate = new Map<string, Finding[]>(assessment.templates.map(({ path }) => [path, []]));
  for (const finding of assessment.findings) {
    const list = byTemplate.get(finding.resource.template);
    if (list === undefined) byTemplate.set(finding.resource.template, [finding]);
    else list.push(finding);
  }
  const suites = [...byTemplate].map(([template, findings]) => ({
    name: template === '' ? assessment.tool.name : template,
    cases: findings.map((finding) => caseOf(finding, input)),
  }));
  suites.push({
    name: language === 'ja' ? '全て適合した規則' : 'rules that hold everywhere',
    cases: input.rules.flatMap((rule) => {
      const counts = assessment.byRule.get(rule.id);
      const found =
        counts === undefined ||
        counts.violation + counts.undetermined + counts.evidence + counts.excepted > 0 ||
        counts.compliant === 0;
      if (found) return [];
      const name = `${rule.title[language]} (${counts.compliant})`;
      return [{ classname: rule.id, name, outcome: undefined, out: '' }];
    }),
  });
  const stamp = input.now.toISOString().slice(0, 19);
  const all = suites.flatMap(({ cases }) => cases);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${xmlText(assessment.tool.name)}" tests="${all.length}" failures="${count(all, 'failure')}" errors="${count(all, 'error')}" time="0">`,
    ...suites.flatMap(({ name, cases }, id) => [
      `  <testsuite name="${xmlText(name)}" package="${xmlText(name)}" id="${id}" timestamp="${stamp}" hostname="localhost" tests="${cases.length}" failures="${count(cases, 'failure')}" errors="${count(cases, 'error')}" skipped="${count(cases, 'skipped')}" time="0">`,
      '    <properties>',
      ...[
        ['profile', assessment.tool.profile],
        ['policyEdition', assessment.tool.policyEdition],
        ['version', assessment.tool.version],
      ].map(([key, value]) => `      <property name="${key}" value="${xmlText(value as string)}"/>`),
      '    </properties>',
      ...cases.flatMap(caseLines),
      '    <system-out></system-out>',
      '    <system-err></system-err>',
      '  </testsuite>',
    ]),
    '</testsuites>',
    '',
  ].join('\n');
}

interface Case {
  readonly classname: string;
  readonly name: string;
  readonly outcome: Outcome | undefined;
  readonly out: string;
}

interface Outcome {
  readonly element: 'failure' | 'error' | 'skipped';
  readonly type: string;
  readonly message: string;
}

function caseOf(finding: Finding, input: ReportInput): Case {
  const { language } = input;
  const { verdict, blocking, exception } = finding;
  const element = !blocking ? 'skipped' : verdict === 'undetermined' ? 'error' : 'failure';
  const { file, line } = bestPlace(finding, input);
  const where = line === undefined ? file : `${file}:${line}`;
  return {
    classname: finding.rule,
    name: `${subjectOf(finding)}: ${finding.title[language]}`,
    outcome: {
      element,
      type: exception === undefined ? VERDICTS[verdict].en : exceptionText(exception).en,
      message: paragraphOf(finding, language),
    },
    out: `${finding.clauses.join(LIST_COMMA[language])}  ${where}`,
  };
}

function caseLines({ classname, name, outcome, out }: Case): readonly string[] {
  const start = `    <testcase classname="${xmlText(classname)}" name="${xmlText(name)}" time="0"`;
  if (outcome === undefined) return [`${start}/>`];
  const { element, type, message } = outcome;
  // What is skipped has no attributes in the schema, and its text is not shown everywhere.
  const inside =
    element === 'skipped'
      ? `<skipped>${xmlText(message)}</skipped>`
      : `<${element} type="${xmlText(type)}" message="${xmlText(message)}">${xmlText(`${message}\n${out}`)}</${element}>`;
  return [`${start}>`, `      ${inside}`, '    </testcase>'];
}

function count(cases: readonly Case[], element: Outcome['element']): number {
  return cases.filter(({ outcome }) => outcome?.element === element).length;
}
