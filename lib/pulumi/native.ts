import type { NativeType } from './catalog';
import type { Written } from './convert';
import { derived, isInputs, Pending, Pieces, type PulumiInputs, type PulumiValue } from './resource';

/** Properties of a resource of `aws-native` as CloudFormation writes them. */
export function nativeProperties(
  inputs: PulumiInputs,
  { names = {}, data = [] }: NativeType,
  written: Written,
): Record<string, unknown> {
  const opaque = new Set(data);
  const convert = (value: PulumiValue, path: string): unknown => {
    if (value instanceof Pending || value instanceof Pieces || !(Array.isArray(value) || isInputs(value)))
      return written(value);
    if (opaque.has(path)) return written(derived(value));
    if (Array.isArray(value)) return (value as readonly PulumiValue[]).map((item) => convert(item, path));
    return Object.fromEntries(
      Object.entries(value as PulumiInputs)
        .filter(([, item]) => item !== undefined && item !== null)
        .map(([key, item]) => {
          const at = path === '' ? key : `${path}.${key}`;
          const name = Object.hasOwn(names, at)
            ? names[at]
            : Object.hasOwn(names, key)
              ? names[key]
              : key.slice(0, 1).toUpperCase() + key.slice(1);
          return [name, convert(item, at)];
        }),
    );
  };
  return convert(inputs, '') as Record<string, unknown>;
}
