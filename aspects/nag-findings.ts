import type { CfnResource, PolicyViolation } from 'aws-cdk-lib';
import { Stack, TagManager } from 'aws-cdk-lib';
import { NagRuleCompliance, type NagRuleResult } from 'cdk-nag';
import { VERDICTS } from '../lib/report/words';
import type { Language } from '../lib/text';
import { type Acknowledgement, acknowledgementOf } from './acknowledgements';
import type { NagRule } from './nag-rules';
import { ignoredNote, NAMESPACE } from './violations';

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
  language: Language,
): readonly PolicyViolation[] {
  return subjects.flatMap((subject) => {
    const zone = zoneOf(subject.node);
    return rules
      .filter(({ zones }) => zones === undefined || zone === undefined || zones.includes(zone))
      .flatMap((rule) => {
        const fault = faultOf(rule, subject, language);
        return fault === undefined ? [] : [violation(rule, subject.node, fault, acknowledgements, language)];
      });
  });
}

interface Fault {
  readonly undetermined: boolean;
  readonly detail: string;
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
    return { undetermined: true, detail };
  }
  try {
    const result = check(asDeployed);
    if (Array.isArray(result))
      return result.length === 0 ? undefined : { undetermined: false, detail: result.join(', ') };
    return result === NagRuleCompliance.NON_COMPLIANT ? { undetermined: false, detail: '' } : undefined;
  } catch (error) {
    return { undetermined: true, detail: (error as Error).message };
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
  { undetermined, detail }: Fault,
  acknowledgements: readonly Acknowledgement[],
  language: Language,
): PolicyViolation {
  const id = `${NAG_PREFIX}${name}`;
  const acknowledgement = mandatory ? acknowledgementOf(acknowledgements, [id, name], node.path) : undefined;
  const verdict = VERDICTS[undetermined ? 'undetermined' : 'violation'][language];
  const label = (ja: string, en: string) => `\n   ${language === 'ja' ? ja : en}: `;
  return {
    ruleName: `${NAMESPACE}::${id}`,
    description: [
      `[${verdict}] ${duty[language]}${detail === '' ? '' : ` (${detail})`}`,
      `${label('規則', 'Rule')}cdk-nag ${name}`,
      `${label('条項', 'Clauses')}${clauses.join(', ')}`,
      `${label('対象', 'Resource')}${node.path}`,
      acknowledgement === undefined ? '' : `\n   ${ignoredNote(acknowledgement, language)}`,
    ].join(''),
    severity: mandatory ? 'fatal' : 'warning',
    ruleMetadata: { verdict: undetermined ? 'undetermined' : 'violation', clauses: clauses.join(' ') },
    violatingResources: [{ constructPath: node.path, locations: ['Properties'] }],
  };
}

/** Keeps cdk-nag's rules apart from the engine's, which may be named alike. */
export const NAG_PREFIX = 'CdkNag-';

function zoneOf(node: CfnResource): string | undefined {
  const own = TagManager.of(node)?.tagValues()['jichitai:zone'];
  const { tags, templateOptions } = Stack.of(node);
  const declared = templateOptions.metadata?.['Jichitai'] as { Zone?: string } | undefined;
  return own ?? tags.tagValues()['jichitai:zone'] ?? declared?.Zone;
}
