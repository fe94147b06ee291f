import type { RuleCase } from '../../helpers/rule-cases';

/** A resource of some type. */
export const of = (Type: string, Properties: object = {}, more: object = {}) => ({
  Type,
  Properties,
  ...more,
});
export const ref = (Ref: string) => ({ Ref });
export const att = (name: string, attribute = 'Arn') => ({ 'Fn::GetAtt': [name, attribute] });
export const when = (yes: unknown, no: unknown) => ({ 'Fn::If': ['C', yes, no] });
export const NONE = ref('AWS::NoValue');
/** Known to nobody before deployment. */
export const p = ref('P');

/** A template with a free parameter P, a condition C that hangs on another, and some marks. */
export const marked = (marks: object, Resources: object) => ({
  Metadata: { Jichitai: marks },
  Parameters: { P: { Type: 'String', Default: 'x' }, Q: { Type: 'String', AllowedValues: ['a', 'b'] } },
  Conditions: { C: { 'Fn::Equals': [ref('Q'), 'a'] } },
  Resources,
});

/** Integrity and availability 2. */
export const matters = (Resources: object) =>
  marked({ Confidentiality: 2, Integrity: 2, Availability: 2 }, Resources);

/** The same as a stack whose region, and whatever else, is known. */
export const inTokyo = (body: object, stack: object = {}) => ({
  body,
  stack: { region: 'ap-northeast-1', ...stack },
});
export const inOsaka = (body: object) => ({ body, stack: { region: 'ap-northeast-3' } });

/** A case for resources that matter. */
export const about = (
  name: string,
  expect: RuleCase['expect'],
  resources: object,
  more: Partial<RuleCase> = {},
): RuleCase => ({ name, expect, template: matters(resources), ...more });
