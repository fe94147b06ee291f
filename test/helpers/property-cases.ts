import type { Profile } from '../../lib/policy/profile';
import type { ZoneName } from '../../lib/policy/zones';
import type { Rule } from '../../lib/rules/define';
import { type RuleCase, ruleCases } from './rule-cases';

type Properties = Readonly<Record<string, unknown>>;

export interface PropertyTable {
  readonly type: string;
  /** Accepted; the first one is the documentation's. */
  readonly good: readonly Properties[];
  /** Refused; the first one is the documentation's. */
  readonly bad: readonly Properties[];
  /** Not known: `{ Ref: 'P' }` is a parameter. */
  readonly open: readonly Properties[];
  /** Good in production and bad otherwise, by `Fn::If` on the condition `Production`. */
  readonly either?: Properties;
  /** The property that the finding on the first bad one must name. */
  readonly property?: string | RegExp;
  /** Resources that stand beside each of them. */
  readonly beside?: Readonly<Record<string, unknown>>;
  readonly zone?: ZoneName | 'none';
  readonly profile?: Partial<Profile>;
  readonly more?: readonly RuleCase[];
  readonly without?: Parameters<typeof ruleCases>[2];
}

/** A parameter, and a condition that holds in production. */
export const OPEN = {
  Parameters: {
    P: { Type: 'String' },
    Env: { Type: 'String', AllowedValues: ['production', 'test'] },
  },
  Conditions: { Production: { 'Fn::Equals': [{ Ref: 'Env' }, 'production'] } },
} as const;

/** Cases of a rule that reads properties of one resource, called Subject. */
export function propertyCases(rule: Rule, table: PropertyTable): void {
  const { type, good, bad, open, either, beside = {}, more = [], without } = table;
  const where = {
    subject: 'Subject',
    ...(table.zone === undefined ? {} : { zone: table.zone }),
    ...(table.profile === undefined ? {} : { profile: table.profile }),
  };
  const resources = (Properties: Properties) => ({ Subject: { Type: type, Properties }, ...beside });
  const show = (properties: Properties) => JSON.stringify(properties);
  const cases: RuleCase[] = [
    ...good.map((properties, index) => ({
      name: `accepts ${show(properties)}`,
      expect: 'compliant' as const,
      resources: resources(properties),
      ...(index === 0 ? { example: true as const } : {}),
      ...where,
    })),
    ...bad.map((properties, index) => ({
      name: `refuses ${show(properties)}`,
      expect: 'violation' as const,
      resources: resources(properties),
      ...(index === 0 ? { example: true as const } : {}),
      ...(index === 0 && table.property !== undefined ? { property: table.property } : {}),
      ...where,
    })),
    ...open.map((properties) => ({
      name: `cannot tell ${show(properties)}`,
      expect: 'undetermined' as const,
      template: { ...OPEN, Resources: resources(properties) },
      ...where,
    })),
    ...(either === undefined
      ? []
      : [
          {
            name: 'names the condition under which it is refused',
            expect: 'violation' as const,
            template: { ...OPEN, Resources: resources(either) },
            message: /when Env is "test"/,
            ...where,
          },
        ]),
    ...more,
  ];
  ruleCases(rule, cases, without);
}

/** A value in production, and another one otherwise. */
export function either(production: unknown, otherwise: unknown): object {
  return { 'Fn::If': ['Production', production, otherwise] };
}
