import { isDeploymentRule } from '../../lib/rules/define';
import type { Tested } from '../../scripts/docs/tables';
import { assessInline } from '../helpers/inline';
import { plainOf, type Resources, type RuleCase, resourcesOf, subjectOf } from './conditional';

/** What a case says once one of its values is not known before deployment. */
export interface Veiled {
  readonly id: string;
  readonly path: string;
  readonly verdict: string;
  readonly item: RuleCase;
}

/** A value that nobody knows before deployment, whatever it is for: an output that no template exports. */
const UNKNOWN = { 'Fn::ImportValue': 'of-another-team' };

/**
 * Hides the values of the subject's properties, one at a time. What is hidden may be what was there, so that a violation
 * cannot become compliant, nor what was compliant a violation.
 */
export function* veiledCases({ rule, cases }: Tested, most: number): Generator<Veiled> {
  for (const expected of ['violation', 'compliant'] as const) {
    const fitting = cases
      .filter((item) => item.expect === expected && plainOf(item) !== undefined)
      .slice(0, most);
    for (const item of fitting) {
      const resources = resourcesOf(item);
      const subject = item.subject ?? subjectOf(rule, resources);
      if (subject === undefined || resources[subject] === undefined) continue;
      for (const path of pathsOf(resources[subject]?.['Properties'], [])) {
        const verdict = verdictOf(rule, item, subject, veil(resources, subject, path));
        yield { id: rule.id, path: path.join('.'), verdict, item };
      }
    }
  }
}

/** The places of literal values; functions and tags stay as they are. */
function* pathsOf(value: unknown, path: readonly string[]): Generator<readonly string[]> {
  if (path[0] === 'Tags') return;
  if (typeof value !== 'object' || value === null) {
    if (path.length > 0) yield path;
    return;
  }
  const keys = Object.keys(value);
  if (keys.length === 1 && (keys[0] === 'Ref' || keys[0]?.startsWith('Fn::'))) return;
  for (const key of keys) yield* pathsOf((value as Record<string, unknown>)[key], [...path, key]);
}

function veil(resources: Resources, subject: string, path: readonly string[]): Resources {
  const copy = structuredClone(resources) as Record<string, Record<string, unknown>>;
  let node = copy[subject]?.['Properties'] as Record<string, unknown>;
  for (const key of path.slice(0, -1)) node = node[key] as Record<string, unknown>;
  node[path[path.length - 1] as string] = UNKNOWN;
  return copy;
}

function verdictOf(rule: Tested['rule'], item: RuleCase, subject: string, resources: Resources): string {
  const zone = item.zone ?? 'my-number';
  const { findings, summary } = assessInline([rule], [{ ...plainOf(item), Resources: resources }], {
    ...(item.profile === undefined ? {} : { profile: item.profile }),
    ...(item.today === undefined ? {} : { today: item.today }),
    ...(zone === 'none' ? {} : { zone }),
  });
  const own = findings.filter(({ resource }) => isDeploymentRule(rule) || resource.logicalId === subject);
  return own[0]?.verdict ?? (summary.compliant > 0 ? 'compliant' : 'not-applicable');
}
