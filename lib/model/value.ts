import { concat, plain, type Text } from '../text';
import { ALWAYS, type Guard, type Variable } from './guard';
import type { Resource } from './resource';
import type { Template } from './template';

/**
 * The value model. A property is worked out as far as it can be before deployment and no further:
 * what is not known says so, with the reason, and what depends on a choice lists its alternatives.
 */
export type Value = Known | TextValue | ListValue | ObjectValue | Reference | Absent | Unknown | Impossible;

/** A literal. */
export interface Known {
  readonly kind: 'known';
  readonly value: string | number | boolean | null;
}

/** A piece of a string. */
export type Part = string | Reference | Unknown;

/** A string of which only parts are known. Never all literal, never a single part. */
export interface TextValue {
  readonly kind: 'text';
  readonly parts: readonly Part[];
  /** The parts are the plain text, but the property holds it in Base64 (`Fn::Base64`). There may be a single part. */
  readonly base64?: true;
}

export interface ListValue {
  readonly kind: 'list';
  readonly items: readonly Expression[];
}

/** A list as it is written. */
export class WrittenList implements ListValue {
  readonly kind = 'list';
  private expressions: readonly Expression[] | undefined;

  constructor(
    readonly template: Template,
    readonly raw: readonly unknown[],
  ) {}

  get items(): readonly Expression[] {
    const { template } = this;
    this.expressions ??= this.raw.map((raw) => ({ template, raw }));
    return this.expressions;
  }
}

/** An object as it is written. Rules ask for one or two of its entries. */
export class ObjectValue {
  readonly kind = 'object';

  constructor(
    readonly template: Template,
    readonly raw: Readonly<Record<string, unknown>>,
  ) {}

  /** Own keys only: a key may be `__proto__`. */
  get keys(): readonly string[] {
    return Object.keys(this.raw);
  }

  /** All entries, to be evaluated. */
  get entries(): readonly (readonly [key: string, expression: Expression])[] {
    return Object.keys(this.raw).map((key) => [key, { template: this.template, raw: this.raw[key] }]);
  }

  /** What is written under a key, unevaluated; undefined where there is no such key. */
  entry(key: string): unknown {
    return Object.hasOwn(this.raw, key) ? this.raw[key] : undefined;
  }
}

/** A resource of the deployment, or one of its attributes. */
export interface Reference {
  readonly kind: 'reference';
  readonly resource: Resource;
  /** `Ref`, or the attribute's name as in Fn::GetAtt. */
  readonly attribute: string;
}

/** Not written, or AWS::NoValue. */
export interface Absent {
  readonly kind: 'absent';
}

export interface Unknown {
  readonly kind: 'unknown';
  readonly reason: Text;
  /** What it depends on. Two unknowns of one variable are the same value. */
  readonly variable?: Variable;
  /** It may turn out not to be written at all. */
  readonly mayBeAbsent?: true;
  /** It is fetched at deployment from a store of secrets. */
  readonly secret?: true;
  /** The bounds of a number, where what declares it sets any. */
  readonly least?: number;
  readonly most?: number;
  /** What stands between `{{resolve:` and `}}`, where it is a dynamic reference. */
  readonly resolves?: readonly Part[];
}

/** A choice with which the deployment cannot be made, so that nothing need hold of it. */
export interface Impossible {
  readonly kind: 'impossible';
}

/** A piece of a template, not yet evaluated. */
export interface Expression {
  readonly template: Template;
  readonly raw: unknown;
}

/** One of several values, and when it is the one. */
export interface Alternative {
  readonly when: Guard;
  readonly value: Value;
}

/** More alternatives than this for one value are not told apart: the value is unknown then. */
export const MOST_ALTERNATIVES = 256;

export const ABSENT: Absent = { kind: 'absent' };
export const IMPOSSIBLE: Impossible = { kind: 'impossible' };

export function known(value: Known['value']): Known {
  return { kind: 'known', value };
}

export function unknown(reason: Text, more: Omit<Unknown, 'kind' | 'reason'> = {}): Unknown {
  return { kind: 'unknown', reason, ...more };
}

export function always(value: Value): readonly Alternative[] {
  return [{ when: ALWAYS, value }];
}

export const ALWAYS_ABSENT = always(ABSENT);

/** A string from parts: merges literals, and is plain when all of it is known. */
export function textOf(parts: readonly Part[]): Value {
  const merged: Part[] = [];
  for (const part of parts) {
    const last = merged.length - 1;
    if (typeof part === 'string' && typeof merged[last] === 'string') merged[last] += part;
    else if (part !== '') merged.push(part);
  }
  const [first, second] = merged;
  if (first === undefined) return known('');
  if (second === undefined) return typeof first === 'string' ? known(first) : first;
  return { kind: 'text', parts: merged };
}

/** A text that is the same for two values exactly when they are certainly equal; undefined for lists and objects. */
export function identityOf(value: Value): string | undefined {
  switch (value.kind) {
    case 'known':
      return `=${String(value.value)}`;
    case 'reference':
      return `@${value.resource.id}#${value.attribute}`;
    case 'unknown':
      return value.variable === undefined ? undefined : `?${value.variable.order}`;
    case 'text': {
      const parts = value.parts.map((part) => (typeof part === 'string' ? `=${part}` : identityOf(part)));
      if (parts.includes(undefined)) return undefined;
      return `${value.base64 === true ? 'base64' : ''}${JSON.stringify(parts)}`;
    }
    default:
      return undefined;
  }
}

/**
 * What must be so for a value to be a literal: that an open value in it is another literal; `none` where it
 * certainly differs; undefined where that cannot be told.
 */
export function holeOf(
  value: Value,
  literal: string,
): { readonly variable: Variable; readonly literal: string } | 'none' | undefined {
  switch (value.kind) {
    case 'unknown':
      return value.variable === undefined ? undefined : { variable: value.variable, literal };
    case 'reference':
      return literal === '' ? 'none' : undefined;
    case 'text': {
      if (value.base64 === true) return undefined;
      const { parts } = value;
      const [prefix, suffix] = [parts[0], parts[parts.length - 1]].map((part) =>
        typeof part === 'string' ? part : '',
      ) as [string, string];
      if (literal.length < prefix.length + suffix.length) return 'none';
      if (!literal.startsWith(prefix) || !literal.endsWith(suffix)) return 'none';
      const [hole, second] = parts.filter((part) => typeof part !== 'string');
      if (hole === undefined || second !== undefined) return undefined;
      return holeOf(hole, literal.slice(prefix.length, literal.length - suffix.length));
    }
    case 'list':
    case 'object':
      return 'none';
    default:
      return undefined;
  }
}

/** How a value is shown in a finding. */
export function describeValue(value: Value): Text {
  switch (value.kind) {
    case 'known':
      return plain(JSON.stringify(value.value));
    case 'reference':
      return plain(describeReference(value));
    case 'text':
      return plain(
        `"${value.parts.map((part) => (typeof part === 'string' ? part : part.kind === 'reference' ? `\${${describeReference(part)}}` : `\${${part.variable?.name ?? '?'}}`)).join('')}"`,
      );
    case 'list':
      return { ja: `${value.items.length}個の要素`, en: `a list of ${value.items.length}` };
    case 'object':
      return plain(`{${value.keys.join(', ')}}`);
    case 'absent':
      return { ja: '指定なし', en: 'not set' };
    case 'unknown':
      return concat({ ja: '不明（', en: 'not known (' }, value.reason, { ja: '）', en: ')' });
    case 'impossible':
      return { ja: '配備できない組合せ', en: 'a choice that cannot be deployed' };
  }
}

function describeReference(reference: Reference): string {
  return reference.attribute === 'Ref'
    ? reference.resource.logicalId
    : `${reference.resource.logicalId}.${reference.attribute}`;
}

/** Reads a value as a Boolean as CloudFormation does; undefined when it is not one. */
export function asBoolean(value: Known['value']): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  // YAML 1.1, which CloudFormation reads, has these spellings of a Boolean.
  if (/^(true|yes|on)$/i.test(value)) return true;
  if (/^(false|no|off)$/i.test(value)) return false;
  return undefined;
}

/** Reads a value as a number as CloudFormation does; undefined when it is not one. */
export function asNumber(value: Known['value']): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || !/^\s*[-+]?\d+(\.\d+)?\s*$/.test(value)) return undefined;
  return Number(value);
}

/** Whether two literals are the same to CloudFormation: `"443"` is `443` and `"true"` is `true`. */
export function sameLiteral(a: Known['value'], b: Known['value']): boolean {
  if (a === b) return true;
  if (a === null || b === null) return false;
  if (typeof a === 'number' || typeof b === 'number')
    return asNumber(a) === asNumber(b) && asNumber(a) !== undefined;
  if (typeof a === 'boolean' || typeof b === 'boolean') {
    const left = asBoolean(a);
    return left !== undefined && left === asBoolean(b);
  }
  return false;
}
