import type { CfnResource, PolicyViolation } from 'aws-cdk-lib';
import { Stack, TagManager } from 'aws-cdk-lib';
import { NagRuleCompliance, type NagRuleResult } from 'cdk-nag';
import { citationsIn } from '../lib/analysis/citations';
import type { Register } from '../lib/assess';
import { NAG_PREFIX } from '../lib/exceptions/nag-prefix';
import type { Exceptable, Exception } from '../lib/finding';
import { ALWAYS } from '../lib/model/guard';
import { VERDICTS } from '../lib/report/words';
import { type Language, plain } from '../lib/text';
import { type Acknowledgement, acknowledgementOf } from './acknowledgements';
import type { NagRule } from './nag-rules';
import { ACKNOWLEDGED, exceptionNotes, NAMESPACE } from './violations';

/** A resource, and the one to put before cdk-nag: it reads constructs, where overrides do not show. */
export interface NagSubject {
  readonly node: CfnResource;
  /** Undefined where the finished resource cannot be shown to cdk-nag. */
  readonly asDeployed: CfnResource | undefined;
}

/** Findings of cdk-nag's rules, one violation for each rule and resource. */
export function checkNagRules(
  subjects: readonly NagSubject[],
  rules: readonly NagRule[],
  acknowledgements: readonly Acknowledgement[],
  register: Register | undefined,
  language: Language,
): readonly PolicyViolation[] {
  return subjects.flatMap((subject) => {
    const zone = zoneOf(subject.node);
    return rules
      .filter(({ zones }) => zones === undefined || zone === undefined || zones.includes(zone))
      .flatMap((rule) => {
        const fault = faultOf(rule, subject, language);
        if (fault === undefined) return [];
        const exception = register?.covers(
          exceptable(rule, subject.node, fault, zone),
          citedAt(subject.node),
        );
        return [violation(rule, subject.node, fault, exception, acknowledgements, language)];
      });
  });
}

interface Fault {
  readonly undetermined: boolean;
  /** What the rule says of it, each by itself. */
  readonly details: readonly string[];
}

/** What is wrong by a rule. An error of the rule means that it could not tell, which is no pass. */
function faultOf(
  { check }: NagRule,
  { node, asDeployed }: NagSubject,
  language: Language,
): Fault | undefined {
  if (asDeployed === undefined) {
    if (isOutOfReach(check, node)) return undefined;
    const detail =
      language === 'ja'
        ? 'プロパティが上書きされていて、cdk-nag には最終形が見えません'
        : 'properties are overridden, and cdk-nag cannot be shown the outcome';
    return { undetermined: true, details: [detail] };
  }
  try {
    const result = check(asDeployed);
    if (Array.isArray(result))
      return result.length === 0 ? undefined : { undetermined: false, details: result };
    return result === NagRuleCompliance.NON_COMPLIANT ? { undetermined: false, details: [] } : undefined;
  } catch (error) {
    return { undetermined: true, details: [(error as Error).message] };
  }
}

function isOutOfReach(check: (node: CfnResource) => NagRuleResult, node: CfnResource): boolean {
  try {
    return check(node) === NagRuleCompliance.NOT_APPLICABLE;
  } catch {
    return false;
  }
}

function violation(
  { name, clauses, mandatory, duty }: NagRule,
  { node }: CfnResource,
  { undetermined, details }: Fault,
  exception: Exception | undefined,
  acknowledgements: readonly Acknowledgement[],
  language: Language,
): PolicyViolation {
  const id = `${NAG_PREFIX}${name}`;
  const acknowledgement = acknowledgementOf(acknowledgements, [id, name], node.path);
  const verdict = exception !== undefined ? 'excepted' : undetermined ? 'undetermined' : 'violation';
  const label = (ja: string, en: string) => `\n   ${language === 'ja' ? ja : en}: `;
  return {
    ruleName: `${NAMESPACE}::${id}`,
    description: [
      `[${VERDICTS[verdict][language]}] ${duty[language]}${details.length === 0 ? '' : ` (${details.join(', ')})`}`,
      `${label('規則', 'Rule')}cdk-nag ${name}`,
      `${label('条項', 'Clauses')}${clauses.join(', ')}`,
      `${label('対象', 'Resource')}${node.path}`,
      ...exceptionNotes(exception, acknowledgement, language).map((note) => `\n   ${note}`),
    ].join(''),
    severity: exception !== undefined ? 'info' : mandatory ? 'fatal' : 'warning',
    ruleMetadata: {
      verdict,
      clauses: clauses.join(' '),
      ...(acknowledgement === undefined ? {} : { [ACKNOWLEDGED]: acknowledgement.at || '/' }),
    },
    violatingResources: [{ constructPath: node.path, locations: ['Properties'] }],
  };
}

/** A finding as the register of exceptions knows it, which names rules of cdk-nag with their prefix. */
function exceptable(
  { name, mandatory }: NagRule,
  node: CfnResource,
  { details }: Fault,
  zone: string | undefined,
): Exceptable {
  const stack = Stack.of(node);
  return {
    rule: `${NAG_PREFIX}${name}`,
    blocking: mandatory,
    ...(zone === undefined ? {} : { zone }),
    resource: {
      template: stack.templateFile,
      stack: stack.stackName,
      logicalId: stack.resolve(node.logicalId),
      type: node.cfnResourceType,
      constructPath: node.node.path,
    },
    evidence: details.map((detail) => ({
      path: '',
      actual: plain(detail),
      required: plain(''),
      outcome: 'breaks',
      when: ALWAYS,
    })),
  };
}

function citedAt(node: CfnResource): readonly string[] {
  return citationsIn(node.cfnOptions.metadata);
}

function zoneOf(node: CfnResource): string | undefined {
  const own = TagManager.of(node)?.tagValues()['jichitai:zone'];
  const { tags, templateOptions } = Stack.of(node);
  const declared = templateOptions.metadata?.['Jichitai'] as { Zone?: string } | undefined;
  return own ?? tags.tagValues()['jichitai:zone'] ?? declared?.Zone;
}
