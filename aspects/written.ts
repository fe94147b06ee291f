import { type CfnResource, Token } from 'aws-cdk-lib';

interface Internals {
  readonly rawOverrides?: Readonly<Record<string, unknown>>;
  readonly _cfnProperties?: Readonly<Record<string, unknown>>;
}

/**
 * The value of a property, by its CloudFormation path, as far as it was written: in the construct, in the
 * properties of a generic CfnResource, or as an override (null where an override removes it).
 */
export function readProperty(node: CfnResource, path: string): unknown {
  const keys = path.split('.');
  const { rawOverrides, _cfnProperties } = node as unknown as Internals;
  const override = walk(rawOverrides?.['Properties'], keys);
  if (override.found) return override.value ?? null;
  return walk(node, keys.map(camelCase)).value ?? walk(_cfnProperties, keys).value;
}

/** Whether anybody decided on a property: also by a token, an override or its removal. */
export function isWritten(node: CfnResource, path: string): boolean {
  return readProperty(node, path) !== undefined;
}

/** Writes a property that is not written. */
export function fillIn(node: CfnResource, path: string, value: unknown): void {
  const [first = '', ...rest] = path.split('.');
  const name = camelCase(first);
  // Where the construct has the property it is set there, so that other aspects see it as well.
  if (!(name in node)) {
    node.addPropertyOverride(path, pascalKeys(value));
    return;
  }
  const record = node as unknown as Record<string, unknown>;
  record[name] = nest(record[name], rest.map(camelCase), value);
}

function nest(current: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const record = (current ?? {}) as Record<string, unknown>;
  return { ...record, [key]: nest(record[key], rest, value) };
}

/** A token on the way hides what is inside, and counts as written. */
function walk(start: unknown, keys: readonly string[]): { found: boolean; value?: unknown } {
  let value = start;
  for (const key of keys) {
    if (value === undefined || value === null) return { found: false };
    if (Token.isUnresolved(value)) break;
    if (typeof value !== 'object' || !(key in value)) return { found: false };
    value = (value as Record<string, unknown>)[key];
  }
  return { found: true, value };
}

/** CDK's spelling of a CloudFormation name: `DBClusterIdentifier` becomes `dbClusterIdentifier`. */
function camelCase(name: string): string {
  return name.replace(/^[A-Z]+(?=[A-Z][a-z])|^[A-Z]/, (head) => head.toLowerCase());
}

function pascalKeys(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      `${key[0]?.toUpperCase()}${key.slice(1)}`,
      pascalKeys(inner),
    ]),
  );
}
