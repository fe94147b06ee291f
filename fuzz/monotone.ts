import type { Finding } from '../lib/finding';
import { RULES } from '../lib/rules';
import type { Rule } from '../lib/rules/define';
import { type JsonObject, referencesIn } from '../mutation/json';
import { resourcesOf, type Sample } from './corpus';
import { judged, subjectOf, type Written, written } from './judged';

// Adding a resource takes no finding from another one, unless the declaration of the rule says that it may.

const WEIGHT = { violation: 3, undetermined: 2, evidence: 1, excepted: 0 } as const;
const BY_ID = new Map(RULES.map((rule) => [rule.id, rule]));

/** A resource, and a deployment with and without it. */
export interface Addition {
  readonly type: string;
  readonly before: readonly Written[];
  readonly after: readonly Written[];
}

/** All additions that lead to a sample: of each resource that nothing else in its template names. */
export function* additionsTo(sample: Sample): Generator<Addition> {
  const after = written(sample);
  for (const [at, template] of sample.templates.entries()) {
    const resources = resourcesOf(template);
    for (const [id, added] of Object.entries(resources)) {
      const { [id]: _, ...rest } = resources;
      const less: JsonObject = { ...template, Resources: rest };
      // What names a resource that is not there is another template, not the same with less in it.
      if (Object.keys(rest).length === 0 || names(less, id)) continue;
      const templates = sample.templates.map((other, index) => (index === at ? less : other));
      yield { type: typeOf(added), before: written({ templates }), after };
    }
  }
}

function names(template: JsonObject, id: string): boolean {
  return (
    referencesIn(template).has(id) ||
    Object.values(resourcesOf(template)).some((body) =>
      [(body as JsonObject)['DependsOn']].flat().includes(id),
    )
  );
}

/** A resource of one sample added to another one, under a name that is free there. */
export function additionOf(sample: Sample, from: Sample, choice: number): Addition | undefined {
  const [template] = sample.templates;
  const candidates = Object.entries(resourcesOf(from.templates[0] as JsonObject));
  const chosen = candidates[choice % Math.max(candidates.length, 1)];
  if (template === undefined || chosen === undefined) return undefined;
  const [id, added] = chosen;
  const resources = resourcesOf(template);
  const name = Object.hasOwn(resources, id) ? `${id}Added` : id;
  // What was undefined is found once it is there: then it is no mere addition.
  if (names(template, name)) return undefined;
  const more: JsonObject = { ...template, Resources: { ...resources, [name]: added } };
  return {
    type: typeOf(added),
    before: written(sample),
    after: written({ templates: [more, ...sample.templates.slice(1)] }),
  };
}

function typeOf(resource: unknown): string {
  return String((resource as JsonObject)['Type']);
}

/** Findings that an addition took away or weakened without leave. Those about the deployment as a whole are about it too. */
export function lostBy(
  rules: readonly Rule[],
  sample: Sample,
  { type, before, after }: Addition,
): readonly string[] {
  const [less, more] = [judged(rules, sample, before), judged(rules, sample, after)];
  if (less === undefined || more === undefined) return [];
  const left = new Map(more.findings.map((finding) => [subjectOf(finding), WEIGHT[finding.verdict]]));
  return less.findings
    .filter(({ resource }) => resource.logicalId !== undefined)
    .filter((finding) => (left.get(subjectOf(finding)) ?? 0) < WEIGHT[finding.verdict])
    .filter((finding) => !mayRelieve(finding, type))
    .map(
      (finding) =>
        `${finding.rule} of ${finding.resource.type} (${finding.verdict}), by ${type}: ${sample.name}`,
    );
}

function mayRelieve({ rule }: Finding, type: string): boolean {
  return (BY_ID.get(rule)?.relievedBy ?? []).some(({ types }) => types === 'any' || types.includes(type));
}
