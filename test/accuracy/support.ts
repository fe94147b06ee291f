import type { Finding } from '../../lib/finding';
import type { Profile } from '../../lib/policy/profile';
import type { ZoneName } from '../../lib/policy/zones';
import { RULES } from '../../lib/rules';
import { assessInline, type TemplateBody } from '../helpers/inline';

export type Label = 'compliant' | 'violation' | 'undetermined' | 'evidence';

/** A situation as somebody writes it who knows the policy and AWS, and not the rules. */
export interface AccuracyCase {
  /** The situation, and why the verdict is what it is. */
  readonly name: string;
  readonly clause: string;
  readonly expect: Label;
  /** Logical id of the resource under judgement; several where the policy does not say which one is at fault. */
  readonly on: string | readonly string[];
  readonly resources?: Readonly<Record<string, unknown>>;
  readonly template?: TemplateBody;
  readonly templates?: readonly TemplateBody[];
  /** Zone for what declares none. @default my-number */
  readonly zone?: ZoneName | 'none';
  readonly profile?: Partial<Profile>;
}

const templatesOf = (item: AccuracyCase): readonly TemplateBody[] =>
  item.templates ?? [item.template ?? { Resources: item.resources }];

/** An object as a person would write it in YAML, with short forms of functions. */
function shortYaml(template: TemplateBody): string {
  return typeof template === 'string' ? template : yaml(JSON.parse(JSON.stringify(template)));
}

function yaml(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(yaml).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value);
  const [key, inner] = entries[0] ?? [];
  const name = entries.length === 1 ? /^(?:Ref$|Fn::(?!Transform|ForEach)(\w+)$)/.exec(key ?? '') : null;
  // A node takes one tag only, so that a function right inside of another one has the long form around it.
  const text = name === null ? '' : yaml(inner);
  if (name !== null && !text.startsWith('!')) return `!${name[1] ?? 'Ref'} ${text}`;
  return `{ ${entries.map(([each, item]) => `${JSON.stringify(each)}: ${yaml(item)}`).join(', ')} }`;
}

/** What all rules together say of a situation, as it is written or with its objects as YAML. */
export function judge(
  item: AccuracyCase,
  write: (template: TemplateBody) => TemplateBody = (template) => template,
): {
  readonly verdict: Label;
  readonly findings: readonly Finding[];
} {
  const zone = item.zone ?? 'my-number';
  const assessment = assessInline(RULES, templatesOf(item).map(write), {
    ...(item.profile === undefined ? {} : { profile: item.profile }),
    ...(zone === 'none' ? {} : { zone }),
  });
  const findings = assessment.findings.filter(
    ({ resource, clauses }) =>
      [item.on].flat().includes(resource.logicalId ?? '') && clauses.includes(item.clause),
  );
  const blocking = findings.filter(({ severity }) => severity === 'error');
  const verdict =
    (['violation', 'undetermined'] as const).find((label) =>
      blocking.some((finding) => finding.verdict === label),
    ) ?? (findings.some((finding) => finding.verdict === 'evidence') ? 'evidence' : 'compliant');
  return { verdict, findings };
}

/** Runs labelled situations against all rules. Refuses a table that lacks one of the three verdicts. */
export function accuracyCases(theme: string, cases: readonly AccuracyCase[]): void {
  describe(theme, () => {
    test.each(['compliant', 'violation', 'undetermined'])('has situations that are %s', (label) => {
      expect(cases.map(({ expect: expected }) => expected)).toContain(label);
    });
    test.each(cases.map((item) => [`${item.clause} ${item.expect}: ${item.name}`, item] as const))(
      '%s',
      (_name, item) => {
        const { verdict, findings } = judge(item);
        const said = findings.map((finding) => `${finding.rule} ${finding.verdict}: ${finding.message.en}`);
        // What was said takes no part in the comparison, and stands in the report where a verdict differs.
        expect({ verdict, said }).toEqual({
          verdict: item.expect,
          said: verdict === item.expect ? said : [],
        });
      },
    );
    const objects = cases.filter((item) =>
      templatesOf(item).some((template) => typeof template === 'object'),
    );
    test.each(objects.map((item) => [`${item.clause} ${item.expect}: ${item.name}`, item] as const))(
      'in YAML with short forms, %s',
      (_name, item) => {
        expect(judge(item, shortYaml).verdict).toBe(judge(item).verdict);
      },
    );
  });
}

export const ref = (id: string) => ({ Ref: id });
export const att = (id: string, attribute: string) => ({ 'Fn::GetAtt': [id, attribute] });
export const sub = (text: string) => ({ 'Fn::Sub': text });
export const when = (condition: string, yes: unknown, no: unknown) => ({ 'Fn::If': [condition, yes, no] });
export const NO_VALUE = { Ref: 'AWS::NoValue' };

/** A resource, with what stands beside its properties. */
export const res = (type: string, properties: object = {}, beside: object = {}) => ({
  Type: type,
  Properties: properties,
  ...beside,
});

/** Tags that put a resource in a zone. */
export const zoned = (zone: ZoneName) => [{ Key: 'jichitai:zone', Value: zone }];

/** A VPC, in a zone of its own where one is given. */
export const vpc = (zone?: ZoneName) =>
  res('AWS::EC2::VPC', {
    CidrBlock: '10.20.0.0/16',
    ...(zone === undefined ? {} : { Tags: zoned(zone) }),
  });
