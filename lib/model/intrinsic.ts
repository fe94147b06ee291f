import type { Evaluator } from './evaluator';
import type { Template } from './template';
import { type Alternative, always, type Expression, type Part, unknown, type Value } from './value';

export interface Call {
  readonly evaluator: Evaluator;
  readonly template: Template;
  /** What stands behind the function's name. */
  readonly argument: unknown;
}

export type Intrinsic = (call: Call) => readonly Alternative[];

export function malformed(name: string): readonly Alternative[] {
  return always(
    unknown(
      { ja: `${name}の引数が正しくない`, en: `${name} with arguments that it does not take` },
      { mayBeAbsent: true },
    ),
  );
}

/** A value as parts of a string; undefined when it is no scalar. */
export function partsOf(value: Value | undefined): readonly Part[] | undefined {
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
export function evaluatedList(
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
              (values) => {
                const vague = values.find((value) => value.kind === 'unknown' && value.mayBeAbsent === true);
                return vague === undefined
                  ? make(
                      values.filter((value) => value.kind !== 'absent'),
                      list.value,
                    )
                  : make(undefined, vague);
              },
            );
      return results.map((result) => ({ when: result.when.and(list.when), value: result.value }));
    }),
  );
}
