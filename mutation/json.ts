/** Templates as plain data, changed one place at a time without touching the original. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = { readonly [key: string]: Json };
export type Step = string | number;

/** Stands for "no longer written". */
export const GONE = Symbol('gone');

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

/** A function of CloudFormation: one key, which says which. */
export function isIntrinsic(value: Json | undefined): value is JsonObject {
  if (!isObject(value)) return false;
  const [key, second] = Object.keys(value);
  return second === undefined && key !== undefined && (key === 'Ref' || key.startsWith('Fn::'));
}

/** What stands at a place; undefined where there is none. */
export function valueAt(root: Json, at: readonly Step[]): Json | undefined {
  let value: Json | undefined = root;
  for (const step of at) {
    if (typeof step === 'number') value = isList(value) ? value[step] : undefined;
    else value = isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
  }
  return value;
}

/** A copy that differs at one place; whatever is beside it is shared with the original. */
export function replaceAt(root: Json, at: readonly Step[], to: Json | typeof GONE): Json {
  const [step, ...rest] = at;
  if (step === undefined) {
    if (to === GONE) throw new Error('the root itself cannot be dropped');
    return to;
  }
  const gone = to === GONE && rest.length === 0;
  if (typeof step === 'number') {
    if (!isList(root)) throw new Error(`there is no list at ${step}`);
    const copy = [...root];
    if (gone) copy.splice(step, 1);
    else copy[step] = replaceAt(root[step] as Json, rest, to);
    return copy;
  }
  if (!isObject(root)) throw new Error(`there is no object at ${step}`);
  const entries = Object.entries(root);
  if (gone) return Object.fromEntries(entries.filter(([key]) => key !== step));
  const changed = replaceAt((root[step] ?? {}) as Json, rest, to);
  if (!Object.hasOwn(root, step)) return Object.fromEntries([...entries, [step, changed]]);
  return Object.fromEntries(entries.map(([key, value]) => [key, key === step ? changed : value]));
}

/** Logical ids that a piece of a template refers to, by Ref, Fn::GetAtt or Fn::Sub. */
export function referencesIn(value: Json, found: Set<string> = new Set()): ReadonlySet<string> {
  if (isList(value)) for (const item of value) referencesIn(item, found);
  if (!isObject(value)) return found;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'Ref' && typeof inner === 'string') found.add(inner);
    else if (key === 'Fn::GetAtt') {
      const [id] = isList(inner) ? inner : String(inner).split('.');
      found.add(String(id));
    } else if (key === 'Fn::Sub') {
      const text = isList(inner) ? inner[0] : inner;
      for (const [, name] of String(text).matchAll(/\$\{([^!}.]+)/g)) found.add(name as string);
      if (isList(inner)) referencesIn(inner, found);
    } else referencesIn(inner, found);
  }
  return found;
}

/** A short text for people. */
export function shown(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}
