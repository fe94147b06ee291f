import { Struct } from 'google-protobuf/google/protobuf/struct_pb';

/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Properties as they go over the wire, decoded to JSON: unknowns, secrets and references in their marked forms. */
export type Properties = { readonly [key: string]: Json };

/** Stands for a value that is known after the deployment only. */
export const UNKNOWN = '04da6b54-80e4-46f7-96ec-b56ff0331ba9';
/** The key by which a marked object is told from an ordinary one. */
export const SIGNATURE = '4dabf18193072939515e22adb298388d';
const SECRET = '1b47061264138c4ac30d75fd1eb44270';
export const OUTPUT_VALUE = 'd0e6a833031e9bbcd3f4e8bde6ca49a4';

/** A value wrapped as a secret, as the SDK sends it. */
export function secret(value: Json): Json {
  return { [SIGNATURE]: SECRET, value };
}

export function isObject(value: Json | undefined): value is { readonly [key: string]: Json } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether the value itself (not a part of it) is a secret. */
export function isSecret(value: Json | undefined): boolean {
  return isObject(value) && value[SIGNATURE] === SECRET;
}

/** Replaces what the visitor answers for, and looks into everything else. */
export function mapValue(value: Json, visit: (value: Json) => Json | undefined): Json {
  const replaced = visit(value);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(value)) return value.map((item) => mapValue(item, visit));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapValue(item, visit)]));
}

export function mapProperties(properties: Properties, visit: (value: Json) => Json | undefined): Properties {
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, mapValue(value, visit)]));
}

/** What is inside a secret. */
export function secretValue(value: Json): Json {
  return (isObject(value) ? value['value'] : undefined) ?? null;
}

/** An output value (it carries its dependencies) as the plain value that the engine keeps. */
export function withoutOutputValues(properties: Properties): Properties {
  const plain = (value: Json): Json | undefined => {
    if (!isObject(value) || value[SIGNATURE] !== OUTPUT_VALUE) return undefined;
    const inner = value['value'] === undefined ? UNKNOWN : mapValue(value['value'], plain);
    return value['secret'] === true ? secret(inner) : inner;
  };
  return mapProperties(properties, plain);
}

export function decode(struct: Struct | undefined): Properties {
  return (struct?.toJavaScript() ?? {}) as Properties;
}

export function encode(properties: Properties): Struct {
  return Struct.fromJavaScript(properties as Parameters<typeof Struct.fromJavaScript>[0]);
}
