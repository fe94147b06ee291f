import type { Rule } from '../../lib/rules/define';
import { isDeploymentRule } from '../../lib/rules/define';
import type { Tested } from '../../scripts/docs/tables';
import { assessInline } from '../helpers/inline';
import type { RuleCase } from '../helpers/rule-cases';

export type { RuleCase };

export type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** A resource that is good or bad by a condition, beside the same others. */
export interface Mixture {
  readonly rule: Rule;
  readonly subject: string;
  readonly good: Resources;
  readonly bad: Resources;
  readonly mixed: Resources;
  readonly item: RuleCase;
}

const NO_VALUE = { Ref: 'AWS::NoValue' };

/** Pairs of cases whose subjects differ in properties only, made into one resource with `Fn::If` in each property. */
export function mixturesOf({ rule, cases }: Tested, most: number): readonly Mixture[] {
  if (isDeploymentRule(rule)) return [];
  const fitting = (expected: RuleCase['expect']) =>
    cases.filter(
      (item) =>
        item.expect === expected &&
        plainOf(item) !== undefined &&
        !/Fn::If|"Condition":"/.test(JSON.stringify(plainOf(item)?.Resources)),
    );
  const found: Mixture[] = [];
  const isBadByCondition = byCondition(rule, fitting('violation'));
  for (const bad of fitting('violation')) {
    for (const good of fitting('compliant')) {
      if (found.length >= most) return found;
      const mixture = mix(rule, good, bad);
      if (mixture !== undefined) found.push(mixture);
    }
  }
  return found.length > 0 ? found : isBadByCondition;
}

/** The bad resource made under a condition, where there is no good one that differs in properties alone. */
function byCondition(rule: Rule, cases: readonly RuleCase[]): readonly Mixture[] {
  return cases
    .flatMap((item): Mixture[] => {
      const resources = resourcesOf(item);
      const subject = item.subject ?? subjectOf(rule, resources);
      const bad = subject === undefined ? undefined : resources[subject];
      if (subject === undefined || bad === undefined) return [];
      const mixed = { ...resources, [subject]: { ...bad, Condition: 'IsBad' } };
      return [{ rule, subject, item, good: resources, bad: resources, mixed }];
    })
    .slice(0, 1);
}

interface Plain {
  readonly Metadata?: unknown;
  readonly Parameters?: object;
  readonly Resources: Resources;
}

/** The template of a case that is a single one without conditions. */
export function plainOf({ resources, template }: RuleCase): Plain | undefined {
  if (resources !== undefined) return { Resources: resources as Resources };
  if (typeof template !== 'object' || Array.isArray(template)) return undefined;
  const { Metadata, Parameters, Resources, ...more } = template as Partial<Plain>;
  if (Resources === undefined || Object.keys(more).length > 0) return undefined;
  return { Metadata, Parameters: Parameters ?? {}, Resources };
}

export function resourcesOf(item: RuleCase): Resources {
  return (plainOf(item) as Plain).Resources;
}

function mix(rule: Rule, good: RuleCase, bad: RuleCase): Mixture | undefined {
  const [one, other] = [resourcesOf(good), resourcesOf(bad)];
  const subject = bad.subject ?? subjectOf(rule, other);
  if (subject === undefined || (good.subject ?? subjectOf(rule, one)) !== subject) return undefined;
  if ((good.zone ?? 'my-number') !== (bad.zone ?? 'my-number')) return undefined;
  if (JSON.stringify(good.profile) !== JSON.stringify(bad.profile)) return undefined;
  const [{ Resources: _, ...goodRest }, { Resources: __, ...badRest }] = [
    plainOf(good) as Plain,
    plainOf(bad) as Plain,
  ];
  if (JSON.stringify(goodRest) !== JSON.stringify(badRest)) return undefined;
  const [left, right] = [one[subject], other[subject]];
  if (left === undefined || right === undefined || beside(left) !== beside(right)) return undefined;
  const others = { ...one, ...other };
  if (
    Object.keys(others).some(
      (id) => id !== subject && one[id] && other[id] && JSON.stringify(one[id]) !== JSON.stringify(other[id]),
    )
  )
    return undefined;
  const properties = (resource: Readonly<Record<string, unknown>>) =>
    (resource['Properties'] ?? {}) as Record<string, unknown>;
  const names = new Set([...Object.keys(properties(left)), ...Object.keys(properties(right))]);
  const mixed = Object.fromEntries(
    [...names].map((name) => [
      name,
      { 'Fn::If': ['IsBad', properties(right)[name] ?? NO_VALUE, properties(left)[name] ?? NO_VALUE] },
    ]),
  );
  const mixture: Mixture = {
    rule,
    subject,
    item: bad,
    good: { ...others, [subject]: left },
    bad: { ...others, [subject]: right },
    mixed: { ...others, [subject]: { ...left, Properties: mixed } },
  };
  // What stands beside may decide the verdict.
  const isSound =
    verdictOf(mixture, mixture.good) === 'compliant' && verdictOf(mixture, mixture.bad) === 'violation';
  return isSound ? mixture : undefined;
}

export function subjectOf(rule: Rule, resources: Resources): string | undefined {
  const types = isDeploymentRule(rule) ? [] : rule.resources;
  const ids = Object.keys(resources).filter((id) => types.includes(String(resources[id]?.['Type'])));
  return ids.length === 1 ? ids[0] : undefined;
}

/** Everything but the properties. */
function beside({ Properties: _, ...rest }: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(rest);
}

/** Which is chosen: at deployment by a parameter, or fixed in the template. */
export type Choice = 'open' | 'good' | 'bad';

const CONDITION: Readonly<Record<Choice, unknown>> = {
  open: { 'Fn::Equals': [{ Ref: 'Kind' }, 'bad'] },
  good: { 'Fn::Equals': ['x', 'bad'] },
  bad: { 'Fn::Equals': ['bad', 'bad'] },
};

export function verdictOf({ rule, subject, item }: Mixture, resources: Resources, choice?: Choice): string {
  const zone = item.zone ?? 'my-number';
  const { findings, summary } = assessInline(
    [rule],
    [
      {
        Metadata: plainOf(item)?.Metadata ?? {},
        Parameters: {
          ...plainOf(item)?.Parameters,
          Kind: { Type: 'String', AllowedValues: ['good', 'bad'] },
        },
        ...(choice === undefined ? {} : { Conditions: { IsBad: CONDITION[choice] } }),
        Resources: resources,
      },
    ],
    {
      ...(item.profile === undefined ? {} : { profile: item.profile }),
      ...(zone === 'none' ? {} : { zone }),
    },
  );
  const own = findings.filter(({ resource }) => resource.logicalId === subject);
  // A resource that is not made is not judged.
  const isMade = !(choice === 'good' && resources[subject]?.['Condition'] !== undefined);
  return own[0]?.verdict ?? (summary.compliant > 0 || !isMade ? 'compliant' : 'not-applicable');
}
