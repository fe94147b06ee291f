import type { Text } from '../text';
import { isRecord, own, type Raw } from './template';

/** A template with its loops written out, and where each thing came from. */
export interface Expanded {
  readonly raw: Raw;
  /** For resources that a loop made: where the loop stands. */
  readonly origins: ReadonlyMap<string, readonly string[]>;
  /** Loops that could not be written out. */
  readonly failures: readonly { readonly path: readonly string[]; readonly message: Text }[];
}

/** Most copies that the loops of one template may make together, and nodes in them. */
const MOST_COPIES = 10_000;
const MOST_NODES = 1_000_000;

/**
 * Writes out `Fn::ForEach` (AWS::LanguageExtensions) in Conditions, Resources, their Properties and Outputs.
 * The collection must be written in the template or be a mapping's entry: a parameter is not known yet.
 */
export function expandLoops(raw: Raw): Expanded {
  const origins = new Map<string, readonly string[]>();
  const failures: { path: readonly string[]; message: Text }[] = [];
  let copies = 0;
  let nodes = 0;
  const fail = (path: readonly string[], message: Text) => failures.push({ path, message });

  const collection = (node: unknown): string[] | undefined => {
    if (isRecord(node) && Object.keys(node).length === 1) {
      const keys = node['Fn::FindInMap'];
      if (Array.isArray(keys) && keys.length === 3 && keys.every((key) => typeof key === 'string')) {
        const [map, top, second] = keys as [string, string, string];
        const found = own(own(own(raw['Mappings'], map), top), second);
        return isRecord(found) ? undefined : collection(found);
      }
    }
    if (
      !Array.isArray(node) ||
      !node.every((item) => ['string', 'number', 'boolean'].includes(typeof item))
    ) {
      return undefined;
    }
    return node.map(String);
  };

  const expand = (
    node: unknown,
    variables: ReadonlyMap<string, string>,
    path: readonly string[],
    loop: readonly string[] | undefined,
  ): unknown => {
    if (loop !== undefined) nodes++;
    if (typeof node === 'string') return fill(node, variables);
    if (Array.isArray(node))
      return node.map((item, index) => expand(item, variables, [...path, String(index)], loop));
    if (!isRecord(node)) return node;
    // A reference to the loop's variable is the item itself.
    const reference = Object.keys(node).length === 1 ? node['Ref'] : undefined;
    if (typeof reference === 'string' && variables.has(reference)) return variables.get(reference);
    const out: Record<string, unknown> = {};
    const put = (key: string, value: unknown) =>
      Object.defineProperty(out, key, { value, enumerable: true, configurable: true, writable: true });
    for (const [key, value] of Object.entries(node)) {
      if (!key.startsWith('Fn::ForEach::')) {
        const name = fill(key, variables);
        if (Object.hasOwn(out, name)) fail(loop ?? [...path, key], writtenTwice(name));
        if (loop !== undefined && path.length === 1 && path[0] === 'Resources') origins.set(name, loop);
        put(name, expand(value, variables, [...path, key], loop));
        continue;
      }
      const here = [...path, key];
      const [identifier, list, body] = Array.isArray(value) ? value : [];
      const items = collection(expand(list, variables, here, undefined));
      const isSound = typeof identifier === 'string' && items !== undefined && isRecord(body);
      const giveUp = () => {
        fail(loop ?? here, notExpanded(key, isSound));
        // Whatever holds it is not known.
        put(key, value);
      };
      if (!isSound || copies + items.length > MOST_COPIES) {
        giveUp();
        continue;
      }
      copies += items.length;
      for (const item of items) {
        if (nodes > MOST_NODES) {
          giveUp();
          break;
        }
        const inner = new Map(variables).set(identifier, item);
        const copy = expand(body, inner, path, loop ?? here) as Record<string, unknown>;
        for (const [name, made] of Object.entries(copy)) {
          if (Object.hasOwn(out, name)) fail(here, writtenTwice(name));
          put(name, made);
        }
      }
    }
    return out;
  };

  const result: Record<string, unknown> = { ...raw };
  for (const name of ['Conditions', 'Resources', 'Outputs']) {
    if (isRecord(raw[name])) result[name] = expand(raw[name], new Map(), [name], undefined);
  }
  return { raw: result, origins, failures };
}

function notExpanded(loop: string, isTooLarge: boolean): Text {
  return isTooLarge
    ? {
        ja: `${loop}を展開すると大きすぎるため、展開される内容を検査できません`,
        en: `${loop} makes too much to be written out, so that what it makes cannot be checked`,
      }
    : {
        ja: `${loop}の繰返し対象が配備前に定まらないため、展開される内容を検査できません`,
        en: `${loop} runs over a collection that is not known before deployment, so that what it makes cannot be checked`,
      };
}

function writtenTwice(name: string): Text {
  return {
    ja: `繰返しの展開により${name}が二度定義されます`,
    en: `${name} is defined twice once the loops are written out`,
  };
}

/** Fills in `${Name}`, and `&{Name}`, which leaves letters and digits only. */
function fill(text: string, variables: ReadonlyMap<string, string>): string {
  if (variables.size === 0) return text;
  return text.replace(/([$&])\{([^{}!]+)\}/g, (whole, sign: string, name: string) => {
    const value = variables.get(name.trim());
    if (value === undefined) return whole;
    return sign === '&' ? value.replace(/[^A-Za-z0-9]/g, '') : value;
  });
}
