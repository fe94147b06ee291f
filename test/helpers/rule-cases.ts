import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../../lib/policy/profile';
import type { ZoneName } from '../../lib/policy/zones';
import type { Rule } from '../../lib/rules/define';
import { isDeploymentRule } from '../../lib/rules/define';
import { REPOSITORY } from './build';
import { assessInline, type TemplateBody } from './inline';

export type Expected = 'compliant' | 'violation' | 'undetermined' | 'evidence' | 'not-applicable';

export interface RuleCase {
  /** What the case shows: completes "it …". */
  readonly name: string;
  readonly expect: Expected;
  /** One template, or those of one deployment. Alternatively only its resources, by logical id. */
  readonly template?: TemplateBody | readonly TemplateBody[];
  readonly resources?: Readonly<Record<string, unknown>>;
  /** Zone for what declares none. @default my-number */
  readonly zone?: ZoneName | 'none';
  /** The resource that is judged. @default - the only one of the rule's types */
  readonly subject?: string;
  readonly profile?: Partial<Profile>;
  /** The day of the check, YYYY-MM-DD. @default - a fixed one */
  readonly today?: string;
  /** The property that the finding must name. */
  readonly property?: string | RegExp;
  /** Must occur in the English message. */
  readonly message?: RegExp;
  /** Shown in the rule reference. @default - the shortest case of its verdict is */
  readonly example?: true;
}

/** The tables of cases, for who reads them without running them: the rule reference is made of them. */
export interface RuleTable {
  readonly rule: Rule;
  readonly cases: readonly RuleCase[];
  /** Verdicts of which there is no case, with the reason. */
  readonly without: Partial<Record<'compliant' | 'violation' | 'undetermined', string>>;
  /** Where the rule is tested. @default - the file that holds the table */
  readonly files?: readonly string[];
}

/** Where a function stands under this name on the global object, tables go there instead of being run. */
export const TABLE_READER = Symbol.for('jichitai-guardrails.rule-tables');

/**
 * Runs cases for a rule, each of which says what its subject's verdict is. Refuses a table in which nothing is
 * compliant, nothing violates or nothing is undetermined (`without` names, with a reason, what a rule cannot have).
 */
export function ruleCases(
  rule: Rule,
  cases: readonly RuleCase[],
  without: Partial<Record<'compliant' | 'violation' | 'undetermined', string>> = {},
): void {
  const reader = (globalThis as Record<symbol, unknown>)[TABLE_READER];
  if (typeof reader === 'function') {
    reader({ rule, cases, without } satisfies RuleTable);
    return;
  }
  describe(rule.id, () => {
    for (const verdict of ['compliant', 'violation', 'undetermined'] as const) {
      if (without[verdict] !== undefined) continue;
      test(`has a case that is ${verdict}`, () => {
        expect(cases.map(({ expect: expected }) => expected)).toContain(verdict);
      });
    }
    test.each(cases.map((item) => [item.name, item] as const))('%s', (_name, item) => {
      const given = item.template ?? { Resources: item.resources };
      const templates = Array.isArray(given) ? (given as readonly TemplateBody[]) : [given as TemplateBody];
      const zone = item.zone ?? 'my-number';
      const assessment = assessInline([rule], templates, {
        ...(item.profile === undefined ? {} : { profile: item.profile }),
        ...(zone === 'none' ? {} : { zone }),
        ...(item.today === undefined ? {} : { today: item.today }),
      });
      const findings = assessment.findings.filter(
        ({ resource }) => item.subject === undefined || resource.logicalId === item.subject,
      );
      const verdict =
        findings.length > 0
          ? findings[0]?.verdict
          : item.subject === undefined && assessment.summary.compliant === 0 && !isDeploymentRule(rule)
            ? 'not-applicable'
            : 'compliant';
      expect({ verdict, messages: findings.map(({ message }) => message.en) }).toEqual({
        verdict: item.expect,
        messages: expect.anything(),
      });
      if (item.subject === undefined) expect(findings.length).toBeLessThanOrEqual(1);
      if (item.property !== undefined) {
        expect(findings[0]?.property).toEqual(
          typeof item.property === 'string' ? item.property : expect.stringMatching(item.property),
        );
      }
      if (item.message !== undefined) expect(findings[0]?.message.en).toMatch(item.message);
    });
  });
}

/**
 * Says where a rule is tested that judges something else than templates, so that no table can hold its cases.
 * @param files tests that name the rule, from the root of the repository
 */
export function testedElsewhere(rule: Rule, reason: string, ...files: readonly string[]): void {
  const reader = (globalThis as Record<symbol, unknown>)[TABLE_READER];
  if (typeof reader === 'function') {
    const without = { compliant: reason, violation: reason, undetermined: reason };
    reader({ rule, cases: [], without, files } satisfies RuleTable);
    return;
  }
  test.each(files)(`${rule.id} is tested by %s`, (file) => {
    expect(readFileSync(join(REPOSITORY, file), 'utf8')).toContain(rule.id);
  });
}
