import type { GuardSpace } from './guard';
import { environmentKey } from './pseudo';
import type { Template } from './template';
import { identityOf, type Part, textOf, type Unknown, unknown, type Value } from './value';

/** Stands in a dynamic reference for a part of it that is like no other. */
const UNTOLD = '\u0000';

/** A string from parts; what is fetched at deployment becomes unknown, also where it spans parts. */
export function withDynamicReferences(parts: readonly Part[], template: Template, space: GuardSpace): Value {
  const joined = textOf(parts);
  const pieces =
    joined.kind === 'text' ? joined.parts : joined.kind === 'known' ? [String(joined.value)] : undefined;
  if (
    pieces === undefined ||
    !pieces.some((part) => typeof part === 'string' && part.includes('{{resolve:'))
  ) {
    return joined;
  }
  const out: Part[] = [];
  let open: Part[] | undefined;
  for (const part of pieces) {
    if (typeof part !== 'string') {
      (open ?? out).push(part);
      continue;
    }
    let rest = part;
    while (rest !== '') {
      const mark = open === undefined ? '{{resolve:' : '}}';
      const at = rest.indexOf(mark);
      if (open === undefined) {
        if (at > 0 || at < 0) out.push(at < 0 ? rest : rest.slice(0, at));
        if (at < 0) break;
        open = [];
      } else {
        open.push(at < 0 ? rest : rest.slice(0, at));
        if (at < 0) break;
        out.push(dynamicReference(open, template, space));
        open = undefined;
      }
      rest = rest.slice(at + mark.length);
    }
  }
  // What is not closed here may be closed by a string around this one.
  if (open !== undefined) out.push('{{resolve:', ...open);
  return textOf(out);
}

function dynamicReference(resolves: readonly Part[], template: Template, space: GuardSpace): Unknown {
  const body = resolves
    .map((part) => (typeof part === 'string' ? part : `\${${identityOf(part) ?? UNTOLD}}`))
    .join('');
  const secret = /^(secretsmanager|ssm-secure):/.test(body);
  const variable = body.includes(UNTOLD)
    ? undefined
    : // A store belongs to one account and region.
      space.variable(`dynamic\u0000${environmentKey(template)}\u0000${body}`, `resolve:${body}`);
  return unknown(
    { ja: `動的参照 ${body.split(':')[0]}`, en: `dynamic reference to ${body.split(':')[0]}` },
    { resolves, ...(variable === undefined ? {} : { variable }), ...(secret ? { secret } : {}) },
  );
}
