import { cidrBlocks } from './cidr';
import type { Evaluator } from './evaluator';
import { ALWAYS } from './guard';
import { own, type Template } from './template';
import {
  type Alternative,
  always,
  asNumber,
  type Expression,
  IMPOSSIBLE,
  identityOf,
  known,
  type Reference,
  type Unknown,
  unknown,
  type Value,
} from './value';

export interface Call {
  readonly evaluator: Evaluator;
  readonly template: Template;
  /** What stands behind the function's name. */
  readonly argument: unknown;
}

type Intrinsic = (call: Call) => readonly Alternative[];
type Part = string | Reference | Unknown;

/** Every function but Ref, GetAtt and those of conditions, by its name in a template. */
export const INTRINSICS: Readonly<Record<string, Intrinsic>> = {
  'Fn::If': ifElse,
  'Fn::Join': join,
  'Fn::Sub': sub,
  'Fn::Select': select,
  'Fn::Split': split,
  'Fn::FindInMap': findInMap,
  'Fn::Base64': base64,
  'Fn::Cidr': cidr,
  'Fn::GetAZs': availabilityZones,
  'Fn::ImportValue': ({ evaluator, template, argument }) =>
    evaluator.combine([evaluator.evaluate({ template, raw: argument })], ([name]) =>
      evaluator.exports.imported(evaluator, template, name as Value),
    ),
  'Fn::GetStackOutput': ({ evaluator, template, argument }) =>
    evaluator.combine(
      ['StackName', 'OutputName', 'Region'].map((key) =>
        evaluator.evaluate({ template, raw: own(argument, key) }),
      ),
      ([stack, output, region]) =>
        evaluator.exports.stackOutput(evaluator, template, stack as Value, output as Value, region as Value),
    ),
  'Fn::Length': length,
  'Fn::ToJsonString': toJsonString,
  'Fn::Transform': ({ argument }) => {
    const name = String(own(argument, 'Name') ?? '?');
    return always(
      unknown({ ja: `マクロ${name}の出力`, en: `the output of macro ${name}` }, { mayBeAbsent: true }),
    );
  },
};

function malformed(name: string): readonly Alternative[] {
  return always(
    unknown({ ja: `${name}の引数が正しくない`, en: `${name} with arguments that it does not take` }),
  );
}

function ifElse({ evaluator, template, argument }: Call): readonly Alternative[] {
  if (!Array.isArray(argument) || argument.length !== 3 || typeof argument[0] !== 'string')
    return malformed('Fn::If');
  const guard = evaluator.conditions.named(argument[0], template);
  return evaluator.settle(
    [
      [guard, argument[1]],
      [guard.not(), argument[2]],
    ].flatMap(([when, raw]) =>
      evaluator
        .evaluate({ template, raw })
        .map((alternative) => ({ when: alternative.when.and(when), value: alternative.value })),
    ),
  );
}

/** A value as parts of a string; undefined when it is no scalar. */
function partsOf(value: Value | undefined): readonly Part[] | undefined {
  switch (value?.kind) {
    case 'known':
      return [String(value.value)];
    case 'text':
      return value.base64 === true
        ? [unknown({ ja: 'Base64の文字列', en: 'a string in Base64' })]
        : value.parts;
    case 'reference':
    case 'unknown':
      return [value];
    default:
      return undefined;
  }
}

/** The items of a list that are there, per alternative; undefined for what is not a list of known length. */
function itemsOf(
  { evaluator, template }: Call,
  raw: unknown,
): readonly { list: Alternative; items?: Expression[] }[] {
  return evaluator
    .evaluate({ template, raw })
    .map((list) => (list.value.kind === 'list' ? { list, items: [...list.value.items] } : { list }));
}

/** The evaluated items of a list expression, with those that are AWS::NoValue left out. */
function evaluatedList(
  call: Call,
  raw: unknown,
  make: (items: readonly Value[] | undefined, list: Value) => Value | readonly Alternative[],
): readonly Alternative[] {
  const { evaluator } = call;
  return evaluator.settle(
    itemsOf(call, raw).flatMap(({ list, items }) => {
      const results =
        items === undefined
          ? evaluator.combine([always(list.value)], ([value]) => make(undefined, value as Value))
          : evaluator.combine(
              items.map((item) => evaluator.evaluate(item)),
              (values) =>
                make(
                  values.filter((value) => value.kind !== 'absent'),
                  list.value,
                ),
            );
      return results.map((result) => ({ when: result.when.and(list.when), value: result.value }));
    }),
  );
}

function join(call: Call): readonly Alternative[] {
  const { argument, evaluator } = call;
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
    return evaluator.dynamic(parts);
  });
}

function sub({ evaluator, template, argument }: Call): readonly Alternative[] {
  const [format, variables] = Array.isArray(argument) ? argument : [argument, undefined];
  if (typeof format !== 'string') return malformed('Fn::Sub');
  const literals: string[] = [];
  const lists: (readonly Alternative[])[] = [];
  let last = 0;
  let literal = '';
  for (const match of format.matchAll(/\$\{([^}]*)\}/g)) {
    literal += format.slice(last, match.index);
    last = match.index + match[0].length;
    const name = (match[1] as string).trim();
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
    return evaluator.dynamic([...parts, literal]);
  });
}

function select(call: Call): readonly Alternative[] {
  const { evaluator, template, argument } = call;
  if (!Array.isArray(argument) || argument.length !== 2) return malformed('Fn::Select');
  return evaluator.combine([evaluator.evaluate({ template, raw: argument[0] })], ([index]) => {
    const at = index?.kind === 'known' ? asNumber(index.value) : undefined;
    return evaluatedList(call, argument[1], (items, list) => {
      if (list.kind === 'impossible' || index?.kind === 'impossible') return IMPOSSIBLE;
      if (items !== undefined && at !== undefined) {
        return items[at] ?? unknown({ ja: '範囲外の要素', en: 'an item beyond the end of the list' });
      }
      if (list.kind === 'reference' && list.attribute === 'Ipv6CidrBlocks' && at !== undefined) {
        return { ...list, attribute: `Ipv6CidrBlocks.${at}` };
      }
      const key = items === undefined && at !== undefined ? identityOf(list) : undefined;
      const name = `Fn::Select ${at ?? '?'}`;
      return unknown(
        { ja: '一覧の分からない要素', en: 'an item of a list that is not known' },
        key === undefined
          ? {}
          : { variable: evaluator.space.variable(`select\u0000${at}\u0000${key}`, name) },
      );
    });
  });
}

function split({ evaluator, template, argument }: Call): readonly Alternative[] {
  if (!Array.isArray(argument) || argument.length !== 2 || typeof argument[0] !== 'string')
    return malformed('Fn::Split');
  const delimiter = argument[0];
  return evaluator.combine([evaluator.evaluate({ template, raw: argument[1] })], ([value]) => {
    if (value?.kind === 'impossible') return IMPOSSIBLE;
    const parts = partsOf(value);
    // Ids and ARNs have no such delimiters in them, so a reference is one piece.
    const whole = [',', '|', '||', ';'].includes(delimiter);
    if (parts?.every((part) => typeof part === 'string' || (whole && part.kind === 'reference'))) {
      const pieces: Part[][] = [[]];
      for (const part of parts) {
        if (typeof part !== 'string') pieces[pieces.length - 1]?.push(part);
        else {
          for (const [index, piece] of part.split(delimiter).entries()) {
            if (index > 0) pieces.push([]);
            pieces[pieces.length - 1]?.push(piece);
          }
        }
      }
      const items = pieces.map((piece) => expressionOf(evaluator.dynamic(piece), template));
      if (!items.includes(undefined)) return { kind: 'list', items: items as Expression[] };
    }
    const key = value === undefined ? undefined : identityOf(value);
    return unknown(
      { ja: '分割できない文字列', en: 'a string that cannot be split' },
      key === undefined
        ? {}
        : { variable: evaluator.space.variable(`split\u0000${delimiter}\u0000${key}`, 'Fn::Split') },
    );
  });
}

/** Writes a value back as an expression of its template; undefined for what cannot be written. */
function expressionOf(value: Value, template: Template): Expression | undefined {
  if (value.kind === 'known') return { template, raw: value.value };
  if (value.kind !== 'reference') return undefined;
  const { resource, attribute } = value;
  return {
    template: resource.template,
    raw:
      attribute === 'Ref' ? { Ref: resource.logicalId } : { 'Fn::GetAtt': [resource.logicalId, attribute] },
  };
}

function findInMap({ evaluator, template, argument }: Call): readonly Alternative[] {
  if (!Array.isArray(argument) || argument.length < 3) return malformed('Fn::FindInMap');
  const fallback = own(argument[3], 'DefaultValue');
  const missing = (): readonly Alternative[] =>
    fallback === undefined ? always(IMPOSSIBLE) : evaluator.evaluate({ template, raw: fallback });
  /** Goes down one key; a key that is not known chooses among those that there are. */
  const down = (node: unknown, keys: readonly unknown[]): readonly Alternative[] => {
    if (keys.length === 0) return evaluator.evaluate({ template, raw: node });
    return evaluator.combine([evaluator.evaluate({ template, raw: keys[0] })], ([key]) => {
      const names = typeof node === 'object' && node !== null ? Object.keys(node) : [];
      if (key?.kind === 'known') {
        const name = String(key.value);
        return names.includes(name) ? down(own(node, name), keys.slice(1)) : missing();
      }
      const identity = key === undefined ? undefined : identityOf(key);
      if (identity === undefined || names.length === 0) {
        return unknown({ ja: '対応表の分からない項目', en: 'an entry of a mapping that is not known' });
      }
      const variable =
        key?.kind === 'unknown' && key.variable !== undefined
          ? key.variable
          : evaluator.space.variable(`key\u0000${identity}`, 'Fn::FindInMap');
      let rest = ALWAYS;
      const found = names.flatMap((name) => {
        const is = evaluator.space.equals(variable, name);
        rest = rest.minus(is);
        return down(own(node, name), keys.slice(1)).map(({ when, value }) => ({ when: when.and(is), value }));
      });
      return [...found, ...missing().map(({ when, value }) => ({ when: when.and(rest), value }))];
    });
  };
  return down(template.mappings, argument.slice(0, 3));
}

function base64({ evaluator, template, argument }: Call): readonly Alternative[] {
  return evaluator.combine([evaluator.evaluate({ template, raw: argument })], ([value]) => {
    if (value?.kind === 'known') return known(Buffer.from(String(value.value)).toString('base64'));
    if (value?.kind === 'impossible') return value;
    const parts = partsOf(value);
    return parts === undefined
      ? unknown({ ja: '文字列でない値', en: 'a value that is not a string' })
      : { kind: 'text', parts, base64: true };
  });
}

function cidr({ evaluator, template, argument }: Call): readonly Alternative[] {
  if (!Array.isArray(argument) || argument.length < 2) return malformed('Fn::Cidr');
  const lists = argument.map((raw) => evaluator.evaluate({ template, raw }));
  return evaluator.combine(lists, ([block, count, bits]) => {
    if (block?.kind === 'impossible') return block;
    const [n, b] = [count, bits].map((value) =>
      value?.kind === 'known' ? asNumber(value.value) : undefined,
    );
    if (block?.kind === 'known' && n !== undefined && (bits === undefined || b !== undefined)) {
      const blocks = cidrBlocks(String(block.value), n, b);
      if (blocks !== undefined) return evaluator.list(blocks, template);
    }
    return unknown({ ja: '計算できないアドレス範囲', en: 'address ranges that cannot be worked out' });
  });
}

function availabilityZones({ evaluator, template, argument }: Call): readonly Alternative[] {
  return evaluator.combine([evaluator.evaluate({ template, raw: argument })], ([region]) => {
    const here =
      region?.kind === 'known' && region.value === ''
        ? evaluator.named('AWS::Region', template)[0]?.value
        : region;
    const key = here === undefined ? undefined : identityOf(here);
    return unknown(
      { ja: 'アベイラビリティゾーンの一覧', en: 'the list of availability zones' },
      key === undefined ? {} : { variable: evaluator.space.variable(`zones\u0000${key}`, 'Fn::GetAZs') },
    );
  });
}

function length(call: Call): readonly Alternative[] {
  return evaluatedList(call, call.argument, (items, list) =>
    list.kind === 'impossible'
      ? IMPOSSIBLE
      : items === undefined
        ? unknown({ ja: '要素の分からない一覧', en: 'a list whose items are not known' })
        : known(items.length),
  );
}

function toJsonString({ evaluator, template, argument }: Call): readonly Alternative[] {
  interface Data {
    readonly when: Alternative['when'];
    readonly value: unknown;
    /** Something below is not known. */
    readonly open: boolean;
  }
  /** Everything below a node, as data; undefined stands for what is not written. */
  const data = (expression: Expression): readonly Data[] =>
    evaluator.evaluate(expression).flatMap(({ when, value }): readonly Data[] => {
      if (value.kind === 'known') return [{ when, value: value.value, open: false }];
      if (value.kind === 'absent') return [{ when, value: undefined, open: false }];
      if (value.kind !== 'list' && value.kind !== 'object') return [{ when, value: undefined, open: true }];
      const keys: readonly (string | number)[] =
        value.kind === 'list' ? [...value.items.keys()] : [...value.entries.keys()];
      const children = value.kind === 'list' ? value.items : [...value.entries.values()];
      let so = [{ when, value: [] as (readonly [string | number, unknown])[], open: false }];
      for (const [index, child] of children.entries()) {
        const nexts = data(child);
        so = so.flatMap((left) =>
          nexts.map((next) => ({
            when: left.when.and(next.when),
            value: [...left.value, [keys[index] as string | number, next.value] as const],
            open: left.open || next.open,
          })),
        );
        if (so.length > 64) return [{ when, value: undefined, open: true }];
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
  return evaluator.settle(
    data({ template, raw: argument }).map(({ when, value, open }) => ({
      when,
      value: open
        ? unknown({ ja: '一部の分からないJSON', en: 'JSON of which a part is not known' })
        : known(JSON.stringify(value)),
    })),
  );
}
