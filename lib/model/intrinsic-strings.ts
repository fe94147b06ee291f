import type { Evaluator } from './evaluator';
import type { Guard } from './guard';
import { type Call, evaluatedList, malformed, partsOf } from './intrinsic';
import { placeholdersIn } from './placeholders';
import { own } from './template';
import { type Alternative, type Expression, IMPOSSIBLE, known, type Part, unknown } from './value';

/** More different texts than this for one value are not told apart. */
const MOST_TEXTS = 64;
const DEEPEST_JSON = 100;

export function join(call: Call): readonly Alternative[] {
  const { argument, evaluator, template } = call;
  if (!Array.isArray(argument) || argument.length !== 2 || typeof argument[0] !== 'string')
    return malformed('Fn::Join');
  const delimiter = argument[0];
  return evaluatedList(call, argument[1], (items, list) => {
    if (list.kind === 'impossible') return IMPOSSIBLE;
    if (items === undefined)
      return unknown({ ja: '要素の分からない一覧', en: 'a list whose items are not known' });
    const parts: Part[] = [];
    for (const [index, item] of items.entries()) {
      const itemParts = partsOf(item);
      if (item.kind === 'impossible') return IMPOSSIBLE;
      if (itemParts === undefined)
        return unknown({ ja: '文字列でない要素', en: 'an item that is not a string' });
      if (index > 0) parts.push(delimiter);
      parts.push(...itemParts);
    }
    return evaluator.dynamic(parts, template);
  });
}

export function sub({ evaluator, template, argument }: Call): readonly Alternative[] {
  const [format, variables] = Array.isArray(argument) ? argument : [argument, undefined];
  if (typeof format !== 'string') return malformed('Fn::Sub');
  const literals: string[] = [];
  const lists: (readonly Alternative[])[] = [];
  let last = 0;
  let literal = '';
  for (const { start, end, inner } of placeholdersIn(format)) {
    literal += format.slice(last, start);
    last = end;
    const name = inner.trim();
    if (name.startsWith('!')) {
      literal += `\${${name.slice(1)}}`;
      continue;
    }
    literals.push(literal);
    literal = '';
    const given = own(variables, name);
    if (given !== undefined) lists.push(evaluator.evaluate({ template, raw: given }));
    else if (name.includes('.') && !template.resources.has(name)) {
      lists.push(evaluator.evaluate({ template, raw: { 'Fn::GetAtt': name } }));
    } else lists.push(evaluator.named(name, template));
  }
  literal += format.slice(last);
  return evaluator.combine(lists, (values) => {
    const parts: Part[] = [];
    for (const [index, value] of values.entries()) {
      if (value.kind === 'impossible') return IMPOSSIBLE;
      parts.push(literals[index] as string);
      parts.push(
        ...(partsOf(value) ?? [unknown({ ja: '文字列でない値', en: 'a value that is not a string' })]),
      );
    }
    return evaluator.dynamic([...parts, literal], template);
  });
}

export function base64({ evaluator, template, argument }: Call): readonly Alternative[] {
  return evaluator.combine([evaluator.evaluate({ template, raw: argument })], ([value]) => {
    if (value?.kind === 'known') return known(Buffer.from(String(value.value)).toString('base64'));
    if (value?.kind === 'impossible') return value;
    const parts = partsOf(value);
    return parts === undefined
      ? unknown({ ja: '文字列でない値', en: 'a value that is not a string' })
      : { kind: 'text', parts, base64: true };
  });
}

export function toJsonString({ evaluator, template, argument }: Call): readonly Alternative[] {
  return evaluator.settle(
    dataOf(evaluator, { template, raw: argument }, 0).map(({ when, value, open }) => ({
      when,
      value:
        open === undefined
          ? known(JSON.stringify(value) ?? 'null')
          : open === 'impossible'
            ? IMPOSSIBLE
            : unknown({ ja: '一部の分からないJSON', en: 'JSON of which a part is not known' }),
    })),
  );
}

interface Data {
  readonly when: Guard;
  readonly value: unknown;
  /** Something below is not known, or cannot be. */
  readonly open: 'unknown' | 'impossible' | undefined;
}

/** Everything below a node, as data; undefined stands for what is not written. */
function dataOf(evaluator: Evaluator, expression: Expression, depth: number): readonly Data[] {
  return evaluator.evaluate(expression).flatMap(({ when, value }): readonly Data[] => {
    if (value.kind === 'known') return [{ when, value: value.value, open: undefined }];
    if (value.kind === 'absent') return [{ when, value: undefined, open: undefined }];
    if (value.kind === 'impossible') return [{ when, value: undefined, open: 'impossible' }];
    if ((value.kind !== 'list' && value.kind !== 'object') || depth > DEEPEST_JSON)
      return [{ when, value: undefined, open: 'unknown' }];
    const keys: readonly (string | number)[] = value.kind === 'list' ? [...value.items.keys()] : value.keys;
    const children: readonly Expression[] =
      value.kind === 'list' ? value.items : value.entries.map(([, expression]) => expression);
    interface Entries extends Data {
      readonly value: readonly (readonly [string | number, unknown])[];
    }
    let so: readonly Entries[] = [{ when, value: [], open: undefined }];
    for (const [index, child] of children.entries()) {
      const nexts = dataOf(evaluator, child, depth + 1);
      so = so
        .flatMap((left) =>
          nexts.map((next) => ({
            when: left.when.and(next.when),
            value: [...left.value, [keys[index] as string | number, next.value] as const],
            open: [left.open, next.open].includes('impossible') ? 'impossible' : (left.open ?? next.open),
          })),
        )
        .filter((one) => !one.when.isNever);
      if (so.length > MOST_TEXTS) return [{ when, value: undefined, open: 'unknown' }];
    }
    return so.map((one) => {
      const present = one.value.filter(([, item]) => item !== undefined);
      return {
        when: one.when,
        value: value.kind === 'list' ? present.map(([, item]) => item) : Object.fromEntries(present),
        open: one.open,
      };
    });
  });
}
