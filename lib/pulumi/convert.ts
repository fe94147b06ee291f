import type { Conversion } from './mapping';
import { derived, isInputs, Pending, Pieces, type PulumiValue } from './resource';

/** Writes a value as a piece of a template: what is not known, and what refers to other resources, are functions there. */
export type Written = (value: PulumiValue) => unknown;

/** Converts a value on its way into a template. Undefined where nothing is to be written. */
export function convert(value: PulumiValue, as: Conversion | undefined, written: Written): unknown {
  if (as === undefined) return written(value);
  if (typeof as === 'object' && 'always' in as) return as.always;
  if (typeof as === 'object' && 'cased' in as) {
    const isText = typeof value === 'string' || value instanceof Pieces;
    const whole = value instanceof Pending ? derived(value) : value;
    return cased(isText ? documentOf(value, written) : written(whole), as.cased);
  }
  if (value instanceof Pending) {
    // A document that is made of the outputs of a resource is none of these outputs.
    return written(as === 'list' ? [value] : as === 'json' ? derived(value) : value);
  }
  if (as === 'json') return documentOf(value, written);
  if (as === 'tags') return pairsOf(value, 'Key', 'Value', written);
  if (as === 'list') return Array.isArray(value) ? written(value) : [written(value)];
  if (as === 'single')
    return Array.isArray(value) ? (value.length > 0 ? written(value[0]) : undefined) : written(value);
  if (as === 'not')
    return typeof value === 'boolean'
      ? !value
      : value === 'true'
        ? false
        : value === 'false'
          ? true
          : written(value);
  if (as === 'base64') return { 'Fn::Base64': written(value) };
  if ('pairs' in as) return pairsOf(value, as.pairs[0], as.pairs[1], written);
  if ('map' in as) return mapOf(value, as.map, written);
  if ('times' in as) return typeof value === 'number' ? value * as.times : written(value);
  if ('text' in as)
    return {
      'Fn::Join': [
        '',
        as.text.split('$').flatMap((part, at) => (at === 0 ? [part] : [written(value), part])),
      ],
    };
  const word = Object.hasOwn(as.words, String(value)) ? as.words[String(value)] : as.words['*'];
  return word === undefined ? written(value) : (word ?? undefined);
}

function pairsOf(value: PulumiValue, key: string, content: string, written: Written): unknown {
  if (!isInputs(value)) return written(value);
  return Object.entries(value)
    .filter(([, item]) => item !== undefined && item !== null)
    .map(([name, item]) => ({ [key]: name, [content]: written(item) }));
}

function mapOf(value: PulumiValue, [key, content]: readonly [string, string], written: Written): unknown {
  if (!Array.isArray(value)) return written(value);
  const entries: [string, unknown][] = [];
  for (const item of value as readonly PulumiValue[]) {
    const name = isInputs(item) ? item[key] : undefined;
    // A map with a key that is not known is not known.
    if (!isInputs(item) || typeof name !== 'string')
      return written(item instanceof Pending ? item : new Pending());
    entries.push([name, written(item[content])]);
  }
  return Object.fromEntries(entries);
}

/** A document that the package takes as text. */
function documentOf(value: PulumiValue, written: Written): unknown {
  if (typeof value === 'string') return parsed(value, written) ?? value;
  // Parts of a document are often made of an output, as in the ARN of the objects in a bucket.
  if (!(value instanceof Pieces)) return written(derived(value));
  // Parts that are not known stand in the text under a name that no text has by chance, and are put back behind.
  const pending: Pending[] = [];
  const mark = (at: number) => `\ue000${at}\ue001`;
  const text = value.parts
    .map((part) => (typeof part === 'string' ? part : mark(pending.push(part) - 1)))
    .join('');
  const restored = (item: string) => {
    const parts = item
      .split(/\ue000(\d+)\ue001/)
      .map((part, at) => (at % 2 === 0 ? part : (pending[Number(part)] as Pending)));
    return parts.length === 1 ? item : written(new Pieces(parts));
  };
  return (
    parsed(text.replaceAll('\ue000', '\\ue000').replaceAll('\ue001', '\\ue001'), restored) ?? written(value)
  );
}

function parsed(text: string, restored: (item: string) => unknown): unknown {
  if (!/^\s*[{[]/.test(text)) return undefined;
  try {
    return JSON.parse(text, (_, item) => {
      if (typeof item === 'string') return restored(item);
      // An entry under a name that is not known.
      const isOpen = isInputs(item) && Object.keys(item).some((key) => key.includes('\ue000'));
      return isOpen ? restored('\ue0000\ue001') : item;
    });
  } catch {
    return undefined;
  }
}

/** Keys with a capital letter, but for functions and data. */
function cased(
  value: unknown,
  table: { names?: Readonly<Record<string, string>>; data?: readonly string[] },
): unknown {
  if (Array.isArray(value)) return value.map((item) => cased(item, table));
  if (typeof value !== 'object' || value === null) return value;
  const { names = {}, data = [] } = table;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (key === 'Ref' || key.startsWith('Fn::')) return [key, item];
      const name = Object.hasOwn(names, key)
        ? (names[key] as string)
        : key.slice(0, 1).toUpperCase() + key.slice(1);
      return [name, data.includes(key) ? item : cased(item, table)];
    }),
  );
}
