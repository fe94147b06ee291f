import type { Field } from '../../../model/field';
import { ALWAYS, type Guard } from '../../../model/guard';
import type { Resource } from '../../../model/resource';
import { asBoolean, asNumber, identityOf, type Value } from '../../../model/value';
import { parseRange } from '../addresses';
import { addressesOf, type Family } from './address-sets';
import type { IntervalSet } from './intervals';

/** What something of a network is known by: a resource of the deployment, or an id from elsewhere. */
export type Key = string;

/** One of the things that a property can be. */
export interface Option {
  readonly when: Guard;
  readonly value: Value;
}

/** Beyond this many combinations of alternatives a record says that it does not know. */
const MOST_COMBINATIONS = 64;

/** What has properties: a resource, or an entry of a list in one. Most of them are literals, and need no fields. */
export type Holder = Pick<Field, 'get' | 'valueAt' | 'itemValuesAt'>;

/** All combinations of the alternatives of some properties. */
export function combinations(
  holder: Holder,
  paths: readonly string[],
  within: Guard,
): readonly { readonly when: Guard; readonly values: readonly Value[] }[] {
  let so: { when: Guard; values: Value[] }[] = [{ when: within, values: [] }];
  for (const path of paths) {
    const only = holder.valueAt(path);
    if (only !== undefined) {
      for (const combination of so) combination.values.push(only);
      continue;
    }
    const field = holder.get(path);
    so = so.flatMap(({ when, values }) =>
      field.alternatives
        .map((option) => ({ when: when.and(option.when), values: [...values, option.value] }))
        .filter((combination) => !combination.when.isNever),
    );
    if (so.length > MOST_COMBINATIONS) {
      so = [{ when: within, values: (so[0] as { values: Value[] }).values.map(() => TOO_MANY) }];
    }
  }
  return so.filter(({ values }) => values.every(({ kind }) => kind !== 'impossible'));
}

const TOO_MANY: Value = {
  kind: 'unknown',
  reason: { ja: '取り得る組合せが多すぎる', en: 'too many combinations' },
  mayBeAbsent: true,
};

/** The alternatives of one property. */
export function optionsAt(holder: Holder, path: string, within: Guard): readonly Option[] {
  const value = holder.valueAt(path);
  if (value === undefined) return optionsOf(holder.get(path), within);
  return value.kind === 'impossible' ? [] : [{ when: within, value }];
}

/** The same of a field. */
export function optionsOf({ alternatives }: Field, within: Guard): readonly Option[] {
  const [only, second] = alternatives;
  const options =
    only?.when === ALWAYS && second === undefined
      ? [{ when: within, value: only.value }]
      : alternatives
          .map(({ when, value }) => ({ when: within.and(when), value }))
          .filter(({ when }) => !when.isNever);
  if (options.length > MOST_COMBINATIONS) return [{ when: within, value: TOO_MANY }];
  return options.filter(({ value }) => value.kind !== 'impossible');
}

export function keyOfResource(resource: Resource): Key {
  return `@${resource.id}`;
}

/**
 * Default groups and network ACLs are attributes of their VPC, as the default table is of a transit gateway in what a
 * program of Pulumi becomes.
 */
const PARTS: Readonly<Record<string, string>> = {
  DefaultSecurityGroup: 'DefaultSecurityGroup',
  DefaultNetworkAcl: 'DefaultNetworkAcl',
  AssociationDefaultRouteTableId: 'default',
  PropagationDefaultRouteTableId: 'default',
};

/** The key of what a value names; undefined for nothing, and for what no two places can be told to share. */
export function keyOf(value: Value): Key | undefined {
  if (value.kind === 'reference') {
    const key = keyOfResource(value.resource);
    return Object.hasOwn(PARTS, value.attribute) ? `${key}#${PARTS[value.attribute]}` : key;
  }
  if (value.kind === 'known')
    return value.value === null || value.value === '' ? undefined : String(value.value);
  return value.kind === 'absent' ? undefined : identityOf(value);
}

/** Whether a key is that of an id, which may be anything; not one that stands for something of the deployment. */
export function isOutside(key: Key): boolean {
  return !key.startsWith('@');
}

/** A range of addresses: undefined where it is not known. */
export interface Range {
  readonly family: Family;
  readonly prefix: number;
  readonly addresses: IntervalSet;
}

export function rangeOf(value: Value): Range | undefined {
  const range = value.kind === 'known' ? parseRange(String(value.value)) : undefined;
  return range === undefined
    ? undefined
    : { family: range.version, prefix: range.prefix, addresses: addressesOf(range) };
}

export function isAbsent(value: Value): boolean {
  return value.kind === 'absent';
}

/** Whether a value may be missing. */
export function mayBeAbsent(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'unknown' && value.mayBeAbsent === true);
}

export function numberIn(value: Value): number | undefined {
  return value.kind === 'known' ? asNumber(value.value) : undefined;
}

/** A switch; undefined where it is not known. */
export function flagIn(value: Value, whenAbsent: boolean): boolean | undefined {
  if (value.kind === 'absent') return whenAbsent;
  return value.kind === 'known' ? asBoolean(value.value) : undefined;
}

/** A setting that is spelled `enable` or `disable`; undefined where it is not known. */
export function enabledIn(value: Value, whenAbsent: boolean): boolean | undefined {
  if (value.kind === 'absent') return whenAbsent;
  return value.kind === 'known' ? String(value.value).toLowerCase() === 'enable' : undefined;
}

/** What the items of a list name, and when there may be some that are not known. */
export interface Names {
  readonly known: readonly { readonly when: Guard; readonly key: Key }[];
  readonly open: readonly Guard[];
}

/** The names in the list of one property. */
export function namesAt(holder: Holder, path: string, within: Guard): Names {
  const values = holder.itemValuesAt(path);
  if (values === undefined) return namesIn(holder.get(path), within);
  const known: { when: Guard; key: Key }[] = [];
  const open: Guard[] = [];
  for (const value of values) {
    const key = keyOf(value);
    if (key !== undefined) known.push({ when: within, key });
    else if (value.kind !== 'impossible' && !within.isNever) open.push(within);
  }
  return { known, open };
}

/** The same of a field. */
export function namesIn(field: Field, within: Guard): Names {
  const items = field.items();
  const known: { when: Guard; key: Key }[] = [];
  const open: Guard[] = items.open.map(({ when }) => when.and(within));
  for (const item of items.known) {
    for (const { when, value } of optionsOf(item, within)) {
      const key = keyOf(value);
      if (key !== undefined) known.push({ when, key });
      else if (value.kind !== 'absent') open.push(when);
    }
  }
  return { known, open: open.filter((when) => !when.isNever) };
}
