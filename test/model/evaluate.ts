import type { Deployment } from '../../lib/model/deployment';
import { describeGuard } from '../../lib/model/describe-guard';
import type { Field } from '../../lib/model/field';
import type { StackInfo } from '../../lib/model/template';
import type { Expression, Value } from '../../lib/model/value';
import { deploymentOf, type TemplateBody } from '../helpers/inline';

/** A value in one line, as tests write it: `"x"`, `unknown(P)`, `@Bucket.Arn`, `"a" + unknown(P)`, `[…]`. */
export function show(deployment: Deployment, value: Value): string {
  switch (value.kind) {
    case 'known':
      return JSON.stringify(value.value);
    case 'reference':
      return `@${value.resource.logicalId}${value.attribute === 'Ref' ? '' : `.${value.attribute}`}`;
    case 'unknown':
      return `${value.secret === true ? 'secret' : 'unknown'}(${value.variable?.name ?? value.reason.en})${value.mayBeAbsent === true ? '?' : ''}`;
    case 'text': {
      const parts = value.parts.map((part) =>
        typeof part === 'string' ? JSON.stringify(part) : show(deployment, part),
      );
      return `${value.base64 === true ? 'base64 ' : ''}${parts.join(' + ')}`;
    }
    case 'list':
      return `[${value.items.map((item) => showExpression(deployment, item)).join(', ')}]`;
    case 'object':
      return `{${[...value.entries].map(([key, item]) => `${key}: ${showExpression(deployment, item)}`).join(', ')}}`;
    default:
      return value.kind;
  }
}

function showExpression(deployment: Deployment, expression: Expression): string {
  return deployment.evaluator
    .evaluate(expression)
    .map(({ value }) => show(deployment, value))
    .join(' | ');
}

/** The alternatives of a field: value, then the condition under which it holds (`''` for always). */
export function alternatives(deployment: Deployment, field: Field): Record<string, string> {
  return Object.fromEntries(
    field.alternatives.map(({ when, value }) => [show(deployment, value), describeGuard(when)?.en ?? '']),
  );
}

/** What `Properties.P` of the resource `Subject` can be, in a template with these further sections. */
export function evaluated(
  expression: unknown,
  sections: object = {},
  ...others: readonly Given[]
): Record<string, string> {
  const { Resources = {}, ...rest } = sections as { Resources?: object };
  const body = {
    ...rest,
    Resources: { Subject: { Type: 'Test::Subject', Properties: { P: expression } }, ...Resources },
  };
  return subject(body, ...others);
}

type Given = TemplateBody | { readonly body: TemplateBody; readonly stack: StackInfo };

/** The same, of templates that are written out: the first has the resource `Subject`. */
export function subject(template: Given, ...others: readonly Given[]): Record<string, string> {
  const deployment = deploymentOf(template, ...others);
  const resource = deployment.templates[0]?.resources.get('Subject');
  if (resource === undefined) throw new Error('there is no Subject');
  return alternatives(deployment, resource.get('P'));
}

/** A value that is the only one, always. */
export function always(value: string): Record<string, string> {
  return { [value]: '' };
}
