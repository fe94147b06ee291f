import { stringify } from 'yaml';
import type { Assessment } from '../../lib/assess';
import type { Rule } from '../../lib/rules/define';
import { assessInline, type TemplateBody } from '../../test/helpers/inline';
import type { RuleCase } from '../../test/helpers/rule-cases';
import type { Tested } from './tables';

/** A case as the rule reference shows it. */
export interface Snippet {
  readonly template: Readonly<Record<string, unknown>>;
  /** The template in YAML. */
  readonly yaml: string;
  /** What of the profile differs; undefined for the built-in one. */
  readonly profile: RuleCase['profile'];
  /** The day of the check, where the verdict depends on it. */
  readonly today: RuleCase['today'];
  readonly assessment: Assessment;
}

/** The case of a verdict that is marked as the example, or the shortest one. */
export function snippetOf(tested: Tested, expected: 'compliant' | 'violation'): Snippet | undefined {
  const fitting = tested.cases
    .filter((item) => item.expect === expected)
    .flatMap((item) => {
      const template = templateOf(item);
      if (template === undefined) return [];
      const snippet = shown(tested.rule, item, template);
      return snippet === undefined ? [] : [{ item, snippet }];
    });
  const [best] = fitting.sort(
    (a, b) =>
      Number(b.item.example === true) - Number(a.item.example === true) ||
      Number(a.item.profile !== undefined) - Number(b.item.profile !== undefined) ||
      Number(isAboutFirstType(b.snippet, tested.rule)) - Number(isAboutFirstType(a.snippet, tested.rule)) ||
      a.snippet.yaml.length - b.snippet.yaml.length,
  );
  return best?.snippet;
}

/** The type that a rule names first is the one that most people have. */
function isAboutFirstType({ template }: Snippet, rule: Rule): boolean {
  const first = 'check' in rule ? rule.resources[0] : undefined;
  return Object.values(template['Resources'] as object).some(({ Type }) => Type === first);
}

function templateOf({ template, resources }: RuleCase): Readonly<Record<string, unknown>> | undefined {
  if (resources !== undefined) return { Resources: resources };
  // One that is written as text is about how it is written, and several say more than an example should.
  if (typeof template !== 'object' || Array.isArray(template) || !('Resources' in template)) return undefined;
  return template as Readonly<Record<string, unknown>>;
}

/** The zone stands in the template where the verdict depends on it, so that it can be checked as it is. */
function shown(rule: Rule, item: RuleCase, template: Readonly<Record<string, unknown>>): Snippet | undefined {
  const zone = item.zone ?? 'my-number';
  const metadata = template['Metadata'] as { readonly Jichitai?: object } | undefined;
  const zoned =
    zone === 'none'
      ? []
      : [
          {
            Metadata: { ...metadata, Jichitai: { Zone: zone, ...metadata?.Jichitai } },
            ...without(template),
          },
        ];
  for (const candidate of [template, ...zoned]) {
    const yaml = yamlOf(candidate);
    const assessment = assessYaml(rule, yaml, item.profile, item.today);
    if (verdictOf(assessment, rule, item) === item.expect)
      return { template: candidate, yaml, profile: item.profile, today: item.today, assessment };
  }
  return undefined;
}

function without({ Metadata: _, ...rest }: Readonly<Record<string, unknown>>): object {
  return rest;
}

export function assessYaml(
  rule: Rule,
  yaml: TemplateBody,
  profile: RuleCase['profile'],
  today: RuleCase['today'],
): Assessment {
  return assessInline([rule], [yaml], {
    ...(profile === undefined ? {} : { profile }),
    ...(today === undefined ? {} : { today }),
  });
}

function verdictOf({ findings, summary }: Assessment, rule: Rule, { subject }: RuleCase): string {
  const own = findings.filter(({ resource }) => subject === undefined || resource.logicalId === subject);
  if (own.length > 0) return own[0]?.verdict as string;
  // An example on which the rule has nothing to say shows nothing.
  return summary.compliant > 0 || 'checkDeployment' in rule ? 'compliant' : 'not-applicable';
}

export function yamlOf(value: unknown): string {
  return stringify(value, { lineWidth: 0, aliasDuplicateObjects: false }).trimEnd();
}
