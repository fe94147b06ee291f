import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { Finding } from '../assess';
import { isDeploymentRule, type Rule } from '../rules/define';
import { compare } from './compare';
import { jsonText, markdownCode, markdownText, uriOf } from './escape';
import { fingerprintsOf } from './fingerprint';
import { bestPlace, type Place, subjectOf, templatePlace } from './place';
import type { ReportInput } from './report';
import { exceptionText, LIST_COMMA, paragraphOf, printable } from './words';

/**
 * SARIF 2.1.0, for code scanning and editors. A result is in the app's source where CDK recorded the place, with the
 * template beside it, else in the template. What cannot be determined fails like a violation, as the check does; what
 * is excepted is suppressed with its application; what needs evidence is for review.
 */
export function sarifReport(input: ReportInput): string {
  const { assessment, language, base } = input;
  const { tool, findings, summary } = assessment;
  const byId = new Map(input.rules.map((rule) => [rule.id, rule]));
  const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
  const index = new Map(ids.map((id, at) => [id, at]));
  const fingerprints = fingerprintsOf(findings);
  const added = base === undefined ? undefined : new Set(compare(assessment, base).added);
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: tool.name,
            version: tool.version,
            semanticVersion: tool.version,
            language,
            rules: ids.flatMap((id) => {
              const rule = byId.get(id);
              return rule === undefined ? [{ id }] : [descriptorOf(rule, input)];
            }),
            properties: { profile: tool.profile, policyEdition: tool.policyEdition },
          },
        },
        language,
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: true }],
        results: findings.map((finding, at) => ({
          ruleId: finding.rule,
          ruleIndex: index.get(finding.rule) as number,
          ...kindAndLevel(finding),
          message: { text: printable(paragraphOf(finding, language)) },
          locations: [
            {
              physicalLocation: physical(bestPlace(finding, input)),
              logicalLocations: [
                {
                  fullyQualifiedName: printable(subjectOf(finding)),
                  kind: finding.resource.logicalId === undefined ? 'module' : 'resource',
                },
              ],
            },
          ],
          ...related(finding, input),
          partialFingerprints: {
            'jichitaiGuardrails/v1': fingerprints[at] as string,
            // What code scanning would else make of the line in a file that it does not have.
            primaryLocationLineHash: `${fingerprints[at]}:1`,
          },
          ...(added === undefined ? {} : { baselineState: added.has(finding) ? 'new' : 'unchanged' }),
          suppressions: suppressionsOf(finding, input),
          properties: {
            verdict: finding.verdict,
            blocking: finding.blocking,
            priority: finding.priority,
            clauses: [...finding.clauses],
            ...(finding.zone === undefined ? {} : { zone: finding.zone }),
            ...(finding.property === undefined ? {} : { property: printable(finding.property) }),
          },
        })),
        properties: { ...summary, assumptions: [...assessment.assumptions] },
      },
    ],
  };
  return jsonText(log);
}

function kindAndLevel({ verdict, severity, blocking }: Finding): Pick<Result, 'kind' | 'level'> {
  if (verdict === 'evidence') return { kind: 'review', level: 'none' };
  return {
    kind: 'fail',
    level: blocking || (verdict === 'excepted' && severity === 'error') ? 'error' : 'warning',
  };
}

function physical({ file, line, column }: Place) {
  return {
    artifactLocation: { uri: uriOf(file) },
    region: { startLine: line ?? 1, ...(column === undefined ? {} : { startColumn: column }) },
  };
}

/** The place in the template, where the first one is in the source. */
function related(finding: Finding, input: ReportInput): Pick<Result, 'relatedLocations'> {
  if (input.placeOf?.(finding) === undefined) return {};
  return {
    relatedLocations: [
      {
        id: 1,
        physicalLocation: physical(templatePlace(finding, input)),
        message: { text: input.language === 'ja' ? 'テンプレート' : 'template' },
      },
    ],
  };
}

function suppressionsOf(
  { exception }: Finding,
  { language }: ReportInput,
): NonNullable<Result['suppressions']> {
  if (exception === undefined) return [];
  return [
    { kind: 'external', status: 'accepted', justification: printable(exceptionText(exception)[language]) },
  ];
}

function descriptorOf(rule: Rule, { language }: ReportInput): ReportingDescriptor {
  const say = (text: { ja: string; en: string }) => text[language];
  const must = (rule.duty ?? 'must') === 'must';
  const [clauses, fix, cdk, resources] =
    language === 'ja'
      ? ['条項', '対応（CloudFormation）', '対応（CDK）', '対象']
      : ['Clauses', 'Fix (CloudFormation)', 'Fix (CDK)', 'Resources'];
  const list = rule.clauses.join(LIST_COMMA[language]);
  return {
    id: rule.id,
    name: rule.id,
    shortDescription: { text: say(rule.title) },
    fullDescription: { text: say(rule.why) },
    help: {
      text: [
        say(rule.why),
        `${clauses}: ${list}`,
        `${fix}: ${say(rule.fix)}`,
        `${cdk}: ${say(rule.cdk)}`,
      ].join('\n'),
      markdown: [
        markdownText(say(rule.why)),
        `- **${clauses}**: ${list}`,
        `- **${fix}**: ${markdownText(say(rule.fix))}`,
        `- **${cdk}**: ${markdownText(say(rule.cdk))}`,
        ...(isDeploymentRule(rule)
          ? []
          : [`- **${resources}**: ${rule.resources.map((type) => markdownCode(type)).join(' ')}`]),
      ].join('\n'),
    },
    defaultConfiguration: { level: must ? 'error' : 'warning' },
    properties: { tags: ['security', ...rule.clauses], 'security-severity': must ? '7.0' : '4.0' },
  };
}
