import { createHash } from 'node:crypto';
import type { Profile } from '../lib/policy/profile';
import type { ZoneName } from '../lib/policy/zones';
import { RULES } from '../lib/rules';
import type { Rule } from '../lib/rules/define';
import type { Json, JsonObject } from '../mutation/json';
import { readTables } from '../scripts/docs/tables';

/** Templates of one deployment that somebody wrote for a reason. */
export interface Sample {
  /** Where they come from. */
  readonly name: string;
  /** The rule that it was written for. */
  readonly rule: Rule;
  readonly templates: readonly JsonObject[];
  readonly zone: ZoneName | undefined;
  readonly profile: Partial<Profile>;
  readonly today?: string;
}

/**
 * The templates of all tables of cases: each rule has some that meet it, some that break it and some that leave it open.
 * @param load loads a test file: `require` of whoever asks
 */
export function samplesOfRules(load: (file: string) => unknown): readonly Sample[] {
  const tables = readTables(load);
  const seen = new Set<string>();
  const cases = RULES.flatMap((rule) => (tables.get(rule.id)?.cases ?? []).map((item) => ({ rule, item })));
  return cases.flatMap(({ rule, item }): readonly Sample[] => {
    const given = [item.template ?? { Resources: item.resources }].flat();
    if (given.some((template) => typeof template === 'string')) return [];
    // Through JSON, as a file would be: what is undefined is not there, and nothing is shared.
    const text = JSON.stringify(given);
    const zone = item.zone ?? 'my-number';
    const key = createHash('sha256').update(`${text}${zone}`).digest('hex');
    if (seen.has(key)) return [];
    seen.add(key);
    return [
      {
        name: `${rule.id}, ${item.name}`,
        rule,
        templates: JSON.parse(text) as readonly JsonObject[],
        zone: zone === 'none' ? undefined : zone,
        profile: item.profile ?? {},
        ...(item.today === undefined ? {} : { today: item.today }),
      },
    ];
  });
}

/** The resources of a template. */
export function resourcesOf(template: JsonObject): Readonly<Record<string, Json>> {
  const { Resources } = template as { Resources?: Json };
  return typeof Resources === 'object' && Resources !== null && !Array.isArray(Resources)
    ? (Resources as JsonObject)
    : {};
}
