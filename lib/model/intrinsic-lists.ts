import { cidrBlocks } from './cidr';
import type { Evaluator } from './evaluator';
import { type Call, evaluatedList, malformed, partsOf } from './intrinsic';
import type { Template } from './template';
import {
  type Alternative,
  asNumber,
  type Expression,
  IMPOSSIBLE,
  identityOf,
  known,
  type Part,
  unknown,
  type Value,
} from './value';

/** Delimiters that ids and ARNs do not hold, so that a reference is one piece. */
const NOT_IN_IDS = new Set([',', '|', '||', ';']);
/** Types of which an attribute can be any string. */
const MAY_BE_ANYTHING = /^(Custom::|AWS::CloudFormation::|AWS::SSM::Parameter$)/;

export function select(call: Call): readonly Alternative[] {
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

export function split({ evaluator, template, argument }: Call): readonly Alternative[] {
  if (!Array.isArray(argument) || argument.length !== 2 || typeof argument[0] !== 'string')
    return malformed('Fn::Split');
  const delimiter = argument[0];
  return evaluator.combine([evaluator.evaluate({ template, raw: argument[1] })], ([value]) =>
    splitValue(evaluator, value as Value, delimiter, template),
  );
}

/** The list that a string is at a delimiter. */
export function splitValue(evaluator: Evaluator, value: Value, delimiter: string, template: Template): Value {
  if (value.kind === 'impossible') return IMPOSSIBLE;
  const parts = partsOf(value);
  const isPiece = (part: Part) =>
    typeof part === 'string' ||
    (part.kind === 'reference' &&
      NOT_IN_IDS.has(delimiter) &&
      !MAY_BE_ANYTHING.test(part.resource.type) &&
      part.resource.template.macroEffect(part.resource.type) === undefined);
  if (parts?.every(isPiece)) {
    const pieces: Part[][] = [[]];
    for (const part of parts) {
      if (typeof part !== 'string') pieces[pieces.length - 1]?.push(part);
      else {
        for (const [index, piece] of (delimiter === '' ? [part] : part.split(delimiter)).entries()) {
          if (index > 0) pieces.push([]);
          pieces[pieces.length - 1]?.push(piece);
        }
      }
    }
    const items = pieces.map((piece) => expressionOf(evaluator.dynamic(piece, template), template));
    if (!items.includes(undefined)) return { kind: 'list', items: items as Expression[] };
  }
  const key = identityOf(value);
  return unknown(
    { ja: '分割できない文字列', en: 'a string that cannot be split' },
    key === undefined
      ? {}
      : { variable: evaluator.space.variable(`split\u0000${delimiter}\u0000${key}`, 'Fn::Split') },
  );
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

export function cidr({ evaluator, template, argument }: Call): readonly Alternative[] {
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

export function availabilityZones({ evaluator, template, argument }: Call): readonly Alternative[] {
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

export function length(call: Call): readonly Alternative[] {
  return evaluatedList(call, call.argument, (items, list) =>
    list.kind === 'impossible'
      ? IMPOSSIBLE
      : items === undefined
        ? unknown({ ja: '要素の分からない一覧', en: 'a list whose items are not known' })
        : known(items.length),
  );
}
