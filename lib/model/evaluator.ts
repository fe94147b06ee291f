import { plain } from '../text';
import { Conditions } from './conditions';
import { withDynamicReferences } from './dynamic-references';
import type { Exports } from './exports';
import { ALWAYS, type Guard, GuardLimitError, type GuardSpace, NEVER, type Variable } from './guard';
import { INTRINSICS } from './intrinsics';
import { macroReason } from './macros';
import { parameterValue } from './parameters';
import { pseudoParameter } from './pseudo';
import { isRecord, own, type Template } from './template';
import {
  ABSENT,
  type Alternative,
  always,
  type Expression,
  identityOf,
  known,
  type ListValue,
  MOST_ALTERNATIVES,
  ObjectValue,
  type Part,
  type Reference,
  textOf,
  type Unknown,
  unknown,
  type Value,
  WrittenList,
} from './value';

const TOO_MANY = unknown(
  { ja: '取り得る値が多すぎる', en: 'too many possible values' },
  { mayBeAbsent: true },
);
const TRUE = known(true);
const FALSE = known(false);
/** Deeper nesting of intrinsic functions than any template that people write. */
const DEEPEST = 150;

/** Attributes that are no more than one of the resource's own properties. */
const ATTRIBUTE_IS_PROPERTY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'AWS::EC2::VPC': { CidrBlock: 'CidrBlock' },
  'AWS::EC2::Subnet': { CidrBlock: 'CidrBlock', AvailabilityZone: 'AvailabilityZone', VpcId: 'VpcId' },
  'AWS::EC2::SecurityGroup': { VpcId: 'VpcId' },
};

/** Whether a string of a template is what it is, and holds no dynamic reference. */
export function isLiteral(text: string): boolean {
  return !text.includes('{{resolve:');
}

/** Works out the intrinsic functions of CloudFormation, as far as that can be done before deployment. */
export class Evaluator {
  readonly conditions: Conditions;
  /** What functions come out as; by template, since one file may be the template of several nested stacks. */
  private readonly memo = new Map<Template, Map<object, readonly Alternative[]>>();
  private depth = 0;

  constructor(
    readonly space: GuardSpace,
    readonly exports: Exports,
  ) {
    this.conditions = new Conditions(this);
  }

  /** All values that the expression can take, under guards that exclude each other and together are always true. */
  evaluate(expression: Expression): readonly Alternative[] {
    return this.evaluateRaw(expression.raw, expression.template);
  }

  /** The same, for a piece of a template. */
  evaluateRaw(raw: unknown, template: Template): readonly Alternative[] {
    const value = this.plain(raw, template);
    if (value !== undefined) return always(value);
    return this.called(raw as Record<string, unknown>, template);
  }

  /** The one value that a piece of a template always has; undefined where there is a choice. */
  onlyValue(raw: unknown, template: Template): Value | undefined {
    const value = this.plain(raw, template);
    if (value !== undefined) return value;
    const [only, second] = this.called(raw as Record<string, unknown>, template);
    return second === undefined && only?.when === ALWAYS ? only.value : undefined;
  }

  /** The one value that always stands below another one, at some keys; undefined where there is a choice. */
  valueBelow(above: Value | undefined, keys: readonly string[]): Value | undefined {
    let value = above;
    for (const key of keys) {
      if (value === undefined || value.kind === 'absent') return value;
      if (value.kind !== 'object') return undefined;
      value = this.onlyValue(value.entry(key), value.template);
    }
    return value;
  }

  /** The values of the items of a list, or of what counts as one, those left out that are not there; undefined where there is a choice. */
  itemValues(value: Value | undefined): readonly Value[] | undefined {
    if (value === undefined || value.kind === 'unknown') return undefined;
    if (value.kind === 'absent' || value.kind === 'impossible') return [];
    if (value.kind !== 'list') return [value];
    // A list that a function gives has items of its own.
    if (!(value instanceof WrittenList)) return undefined;
    const { raw, template } = value;
    const values: Value[] = [];
    for (let at = 0; at < raw.length; at++) {
      const item = this.onlyValue(raw[at], template);
      if (item === undefined) return undefined;
      if (item.kind !== 'absent') values.push(item);
    }
    return values;
  }

  /** The value of a piece of a template that is no function, as most are; undefined where it is one. */
  plain(raw: unknown, template: Template): Value | undefined {
    switch (typeof raw) {
      case 'string':
        return this.literal(raw, template);
      case 'boolean':
        return raw ? TRUE : FALSE;
      case 'undefined':
        return ABSENT;
      case 'number':
        return known(raw);
      case 'object':
        if (raw === null) return known(raw);
        if (Array.isArray(raw)) return this.list(raw, template);
        return functionIn(raw as Record<string, unknown>) === undefined
          ? new ObjectValue(template, raw as Record<string, unknown>)
          : undefined;
      default:
        return unknown(plain(typeof raw));
    }
  }

  /** The result of a function, which is worked out once. */
  private called(raw: Record<string, unknown>, template: Template): readonly Alternative[] {
    let memo = this.memo.get(template);
    if (memo === undefined) {
      memo = new Map();
      this.memo.set(template, memo);
    }
    const remembered = memo.get(raw);
    if (remembered !== undefined) return remembered;
    if (this.depth > DEEPEST) {
      this.space.limited = true;
      return always(
        unknown(
          { ja: '入れ子が深すぎるか循環している', en: 'nested too deeply, or in a circle' },
          { mayBeAbsent: true },
        ),
      );
    }
    this.depth++;
    let result: readonly Alternative[];
    try {
      result = this.call(raw, template);
    } catch (error) {
      if (!(error instanceof GuardLimitError)) throw error;
      result = always(
        unknown(
          { ja: '条件の組合せが多すぎる', en: 'too many combinations of conditions' },
          { mayBeAbsent: true },
        ),
      );
    } finally {
      this.depth--;
    }
    memo.set(raw, result);
    return result;
  }

  private call(record: Record<string, unknown>, template: Template): readonly Alternative[] {
    const key = functionIn(record) as string;
    const argument = record[key];
    if (key === 'Ref') return this.ref(argument, template);
    if (key === 'Fn::GetAtt') return this.getAtt(argument, template);
    if (key === 'Fn::Transform')
      return always(unknown(macroReason(own(argument, 'Name')), { mayBeAbsent: true }));
    if (key.startsWith('Fn::ForEach::')) {
      return always(
        unknown(
          { ja: `展開できない${key}`, en: `${key}, which cannot be written out` },
          { mayBeAbsent: true },
        ),
      );
    }
    const intrinsic = Object.hasOwn(INTRINSICS, key) ? INTRINSICS[key] : undefined;
    if (intrinsic === undefined) {
      return always(
        unknown(
          { ja: `関数${key}は評価できない`, en: `the function ${key} cannot be evaluated` },
          { mayBeAbsent: true },
        ),
      );
    }
    return intrinsic({ evaluator: this, template, argument });
  }

  list(items: readonly unknown[], template: Template): ListValue {
    return new WrittenList(template, items);
  }

  /** A string of the template, with dynamic references made unknown. */
  literal(text: string, template: Template): Value {
    return isLiteral(text) ? known(text) : this.dynamic([text], template);
  }

  /** A string from parts; what is fetched at deployment becomes unknown, also where it spans parts. */
  dynamic(parts: readonly Part[], template: Template): Value {
    return withDynamicReferences(parts, template, this.space);
  }

  private ref(argument: unknown, template: Template): readonly Alternative[] {
    if (typeof argument !== 'string') {
      const names = argument === undefined ? [] : this.evaluate({ template, raw: argument });
      const [only] = names;
      if (names.length === 1 && only?.value.kind === 'known')
        return this.named(String(only.value.value), template);
      return always(unknown({ ja: 'Refの対象が文字列でない', en: 'the name in Ref is not a string' }));
    }
    return this.named(argument, template);
  }

  /** What `Ref` gives for a name. */
  named(name: string, template: Template): readonly Alternative[] {
    if (name.startsWith('AWS::')) return always(pseudoParameter(name, template, this.space));
    if (Object.hasOwn(template.parameters, name)) return parameterValue(this, name, template);
    const resource = template.resources.get(name);
    if (resource !== undefined) return always({ kind: 'reference', resource, attribute: 'Ref' });
    return always(undefinedName(name, this.space, template));
  }

  private getAtt(argument: unknown, template: Template): readonly Alternative[] {
    let name: string;
    let attribute: string | undefined;
    if (typeof argument === 'string') {
      const dot = argument.indexOf('.');
      name = dot < 0 ? argument : argument.slice(0, dot);
      attribute = dot < 0 ? undefined : argument.slice(dot + 1);
    } else {
      const parts = Array.isArray(argument) ? argument : [];
      if (typeof parts[0] !== 'string') {
        return always(
          unknown({
            ja: 'Fn::GetAttの引数が正しくない',
            en: 'Fn::GetAtt with arguments that it does not take',
          }),
        );
      }
      name = parts[0];
      attribute = parts.slice(1).every((part) => typeof part === 'string')
        ? parts.slice(1).join('.')
        : undefined;
    }
    const resource = template.resources.get(name);
    if (resource === undefined) return always(undefinedName(name, this.space, template));
    if (attribute === undefined || attribute === '') {
      return always(
        unknown({ ja: `${name}の属性が定まらない`, en: `an attribute of ${name} that is not a literal` }),
      );
    }
    return this.attribute({ kind: 'reference', resource, attribute });
  }

  /** What an attribute of a resource is: an output of a nested stack, one of its own properties, or a reference. */
  attribute(reference: Reference): readonly Alternative[] {
    const { resource, attribute } = reference;
    if (resource.type === 'AWS::CloudFormation::Stack' && attribute.startsWith('Outputs.')) {
      return this.exports.nestedOutput(this, resource, attribute.slice('Outputs.'.length));
    }
    const property = own(own(ATTRIBUTE_IS_PROPERTY, resource.type), attribute) as string | undefined;
    const raw = property === undefined ? undefined : resource.rawProperty(property);
    if (raw === undefined || resource.template.macroEffect(resource.type) !== undefined)
      return always(reference);
    // What is not written is decided by AWS.
    return this.combine([this.evaluate({ template: resource.template, raw })], ([value]) =>
      value === undefined ||
      value.kind === 'absent' ||
      (value.kind === 'unknown' && value.mayBeAbsent === true)
        ? reference
        : value,
    );
  }

  /** Narrows alternatives to a guard, fills in what it decides, and joins those that say the same. */
  settle(alternatives: readonly Alternative[]): readonly Alternative[] {
    if (alternatives.length === 1 && alternatives[0]?.when === ALWAYS) return alternatives;
    const merged = new Map<unknown, Alternative>();
    let all: Guard = NEVER;
    for (const alternative of alternatives) {
      all = all.or(alternative.when);
      // Beyond the limit only the guard is of interest.
      for (const pinned of merged.size > MOST_ALTERNATIVES ? [] : this.pin(alternative)) {
        if (pinned.when.isNever) continue;
        const key = identityOf(pinned.value) ?? pinned.value;
        const same = merged.get(key);
        merged.set(key, same === undefined ? pinned : { when: same.when.or(pinned.when), value: same.value });
      }
    }
    return merged.size > MOST_ALTERNATIVES ? [{ when: all, value: TOO_MANY }] : [...merged.values()];
  }

  /** Under a guard that decides a variable, the variable's value is known. */
  pin(alternative: Alternative): readonly Alternative[] {
    const { when, value } = alternative;
    if (when === ALWAYS || when.isNever) return [alternative];
    const variable =
      value.kind === 'unknown'
        ? value.variable
        : value.kind === 'text'
          ? value.parts.find((part): part is Unknown => isPinnable(part, when))?.variable
          : undefined;
    if (variable === undefined) return [alternative];
    const { values, open } = when.valuesOf(variable);
    if (open || values.length === 0 || values.length > MOST_ALTERNATIVES) return [alternative];
    const pinned: Alternative[] = [];
    for (const literal of values) {
      const decided = when.and(this.space.equals(variable, literal));
      pinned.push(...this.pin({ when: decided, value: substitute(value, variable, literal) }));
      if (pinned.length > MOST_ALTERNATIVES) return [alternative];
    }
    return pinned;
  }

  /** Applies a function to each combination of the alternatives of several expressions. */
  combine(
    lists: readonly (readonly Alternative[])[],
    make: (values: readonly Value[]) => Value | readonly Alternative[],
  ): readonly Alternative[] {
    if (lists.every((alternatives) => alternatives.length === 1 && alternatives[0]?.when === ALWAYS)) {
      const made = make(lists.map((alternatives) => (alternatives[0] as Alternative).value));
      return this.settle(Array.isArray(made) ? (made as readonly Alternative[]) : always(made as Value));
    }
    let combinations: { when: typeof ALWAYS; values: readonly Value[] }[] = [{ when: ALWAYS, values: [] }];
    for (const alternatives of lists) {
      combinations = combinations.flatMap((so) =>
        alternatives
          .map((next) => ({ when: so.when.and(next.when), values: [...so.values, next.value] }))
          .filter((next) => !next.when.isNever),
      );
      if (combinations.length > MOST_ALTERNATIVES) return always(TOO_MANY);
    }
    return this.settle(
      combinations.flatMap(({ when, values }) => {
        const made = make(values);
        const results = Array.isArray(made) ? (made as readonly Alternative[]) : always(made as Value);
        return results.map((result) => ({ when: when.and(result.when), value: result.value }));
      }),
    );
  }
}

/** The function that an object calls: its only key, or one that may write keys beside it. */
function functionIn(record: Record<string, unknown>): string | undefined {
  let only: string | undefined;
  let more = false;
  let beside: string | undefined;
  for (const key in record) {
    if (!Object.hasOwn(record, key)) continue;
    if (only === undefined) only = key;
    else more = true;
    if (key === 'Fn::Transform' || (key.startsWith('Fn::ForEach::') && beside === undefined)) beside = key;
    if (beside === 'Fn::Transform') break;
  }
  if (more || only === undefined) return beside;
  return only === 'Ref' || only.startsWith('Fn::') ? only : undefined;
}

function isPinnable(part: unknown, when: Alternative['when']): boolean {
  if (!isRecord(part) || part['kind'] !== 'unknown' || part['variable'] === undefined) return false;
  const { open, values } = when.valuesOf(part['variable'] as Variable);
  return !open && values.length > 0;
}

function substitute(value: Value, variable: Variable, literal: string): Value {
  if (value.kind === 'unknown') return known(literal);
  if (value.kind !== 'text') return value;
  const filled = textOf(
    value.parts.map((part) =>
      typeof part !== 'string' && part.kind === 'unknown' && part.variable === variable ? literal : part,
    ),
  );
  if (value.base64 !== true) return filled;
  if (filled.kind === 'known') return known(Buffer.from(String(filled.value)).toString('base64'));
  const parts = filled.kind === 'text' ? filled.parts : [filled as Reference | Unknown];
  return { kind: 'text', parts, base64: true };
}

function undefinedName(name: string, space: GuardSpace, template: Template): Unknown {
  return unknown(
    { ja: `未定義の名前${name}`, en: `the undefined name ${name}` },
    { variable: space.variable(`${template.key}\u0000undefined\u0000${name}`, name) },
  );
}
