import { isRecord } from '../model/template';
import { Pending, type PulumiInputs, type PulumiValue } from './resource';

/** The key by which a value of Pulumi's protocol says that it is a special one. */
const SIGNATURE = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';
const OUTPUT = 'd0e6a833031e9bbcd3f4e8bde6ca49a4';
const ASSET = 'c44067f5952c0a294b673a41bacd8c17';
const ARCHIVE = '0def7320c3a5731c473e5ecbe6d01bc7';
const REFERENCE = '5cf8f73096256a8f31e491e813e4eb8e';
/** What stands for a text that is not known. */
export const UNKNOWN_STRING = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';
/** What stands for a value that is not known, by its kind: string, Boolean, number, list, asset, archive, object. */
const UNKNOWNS = new Set([
  UNKNOWN_STRING,
  '1c4a061d-8072-4f0a-a4cb-0ff528b18fe7',
  '3eeb2bf0-c639-47a8-9e75-3b44932eb421',
  '6a19a0b0-7e62-4c92-b797-7f8e31da9cc2',
  '030794c1-ac77-496b-92df-f27374a8bd58',
  'e48ece36-62e2-4504-bad9-02848725956a',
  'dd056dcd-154b-4c76-9bd3-c8f88648b5ff',
]);

/** Values of Pulumi's protocol, and of the files that its command writes. */
export function decode(value: unknown, isSecret = false): PulumiValue {
  // What a preview shows instead of a secret.
  if (value === '[secret]') return pending([], true);
  if (typeof value === 'string' && UNKNOWNS.has(value)) return pending([], isSecret);
  if (Array.isArray(value)) return value.map((item) => decode(item, isSecret));
  if (isRecord(value))
    return Object.hasOwn(value, SIGNATURE) ? special(value, isSecret) : entries(value, isSecret);
  if (value === null || value === undefined) return value;
  // The text of a secret goes no further than this.
  return isSecret ? pending([], true) : (value as PulumiValue);
}

/** The inputs of a resource. Those that are not known come from the resources that each depends on. */
export function decodeInputs(inputs: unknown, dependencies: unknown): PulumiInputs {
  const decoded = isRecord(inputs) ? entries(inputs, false) : {};
  return Object.fromEntries(
    Object.entries(decoded)
      // What the provider's check has filled in itself is noted there.
      .filter(([name]) => name !== '__defaults')
      .map(([name, value]) => [
        name,
        withSources(value, textsOf(isRecord(dependencies) ? dependencies[name] : [])),
      ]),
  );
}

function entries(record: Record<string, unknown>, isSecret: boolean): { [key: string]: PulumiValue } {
  return Object.fromEntries(Object.entries(record).map(([key, item]) => [key, decode(item, isSecret)]));
}

function special(value: Record<string, unknown>, isSecret: boolean): PulumiValue {
  switch (value[SIGNATURE]) {
    case SECRET: {
      const { plaintext } = value;
      if (Object.hasOwn(value, 'value')) return decode(value['value'], true);
      return typeof plaintext === 'string' ? decode(parsed(plaintext), true) : pending([], true);
    }
    case OUTPUT: {
      const from = textsOf(value['dependencies']);
      const secret = isSecret || value['secret'] === true;
      return Object.hasOwn(value, 'value')
        ? withSources(decode(value['value'], secret), from)
        : pending(from, secret);
    }
    case ASSET:
    case ARCHIVE: {
      const { text, path, uri, hash } = value;
      return typeof text === 'string' && text !== ''
        ? decode(text, isSecret)
        : String(path ?? uri ?? hash ?? '');
    }
    case REFERENCE:
      return pending(textsOf([value['urn']]), isSecret);
    default:
      return pending([], isSecret);
  }
}

function pending(from: readonly string[], isSecret: boolean): Pending {
  return isSecret ? new Pending(from, undefined, true) : new Pending(from);
}

/** A secret of a state file is JSON in a text. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}

/** Says where the values of a property come from that say nothing themselves. */
export function withSources(value: PulumiValue, urns: readonly string[]): PulumiValue {
  if (urns.length === 0) return value;
  const open = countOpen(value);
  let next = 0;
  const visit = (item: PulumiValue): PulumiValue => {
    if (item instanceof Pending) {
      if (item.from.length > 0) return item;
      const at = next++;
      // As many values as resources stand in the same order.
      const from = urns.length > 1 && urns.length === open ? [urns[at] as string] : urns;
      return new Pending(from, item.output, item.secret);
    }
    if (Array.isArray(item)) return (item as readonly PulumiValue[]).map(visit);
    if (!isRecord(item) || 'parts' in item) return item;
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, visit(inner as PulumiValue)]));
  };
  return open === 0 ? value : visit(value);
}

function countOpen(value: PulumiValue): number {
  if (value instanceof Pending) return value.from.length > 0 ? 0 : 1;
  if (Array.isArray(value))
    return (value as readonly PulumiValue[]).reduce<number>((sum, item) => sum + countOpen(item), 0);
  if (!isRecord(value) || 'parts' in value) return 0;
  return Object.values(value).reduce<number>((sum, item) => sum + countOpen(item as PulumiValue), 0);
}
