import { nativeType } from '../../lib/pulumi/catalog';
import { Pending, Pieces, type PulumiResource, type PulumiValue } from '../../lib/pulumi/resource';
import { camelCase } from '../../scripts/docs/pulumi';
import { NATIVE_TOKENS } from './native-tokens';

/** Something of a template that a Pulumi program does not say in the same way. */
export class NotSaid extends Error {}

type Body = Readonly<Record<string, unknown>>;

const KNOWN_ATTRIBUTES = new Set([
  'Type',
  'Properties',
  'DeletionPolicy',
  'UpdateReplacePolicy',
  'DependsOn',
]);
const PSEUDO: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
};

/**
 * Resources of a template as a program with @pulumi/aws-native registers them at a preview.
 * @throws NotSaid
 */
export function nativeForm(resources: Readonly<Record<string, unknown>>): readonly PulumiResource[] {
  const urns = new Map(
    Object.entries(resources).map(([id, body]) => {
      const token = NATIVE_TOKENS.get(String((body as Body)['Type']));
      if (token === undefined) throw new NotSaid(String((body as Body)['Type']));
      return [id, `urn:pulumi:dev::city::${token}::${id}`] as const;
    }),
  );
  return Object.entries(resources).map(([id, body]) => resourceOf(id, body as Body, urns));
}

function resourceOf(id: string, body: Body, urns: ReadonlyMap<string, string>): PulumiResource {
  if (Object.keys(body).some((key) => !KNOWN_ATTRIBUTES.has(key)))
    throw new NotSaid(Object.keys(body).join());
  const { DeletionPolicy, UpdateReplacePolicy, Properties = {} } = body;
  const kept = DeletionPolicy === 'Retain' && UpdateReplacePolicy === 'Retain';
  if (!kept && (DeletionPolicy ?? UpdateReplacePolicy) !== undefined) throw new NotSaid('DeletionPolicy');
  const urn = urns.get(id) as string;
  const type = urn.split('::')[2] as string;
  const opaque = new Set(nativeType(type)?.data ?? []);
  return {
    urn,
    type,
    name: id,
    custom: true,
    inputs: translated(Properties, urns, (path) => opaque.has(path), '') as PulumiResource['inputs'],
    ...(kept ? { kept } : {}),
  };
}

function translated(
  value: unknown,
  urns: ReadonlyMap<string, string>,
  isData: (path: string) => boolean,
  path: string,
): PulumiValue {
  if (Array.isArray(value)) {
    return value.map((item) => translated(item, urns, isData, path)).filter((item) => item !== undefined);
  }
  if (typeof value === 'string' && value.includes('{{resolve:')) throw new NotSaid('dynamic reference');
  if (typeof value !== 'object' || value === null) return value as PulumiValue;
  const [[key, argument] = []] = Object.entries(value);
  if (key !== undefined && Object.keys(value).length === 1 && (key === 'Ref' || key.startsWith('Fn::')))
    return called(key, argument, urns);
  const keepsKeys = path !== '' && isData(path);
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const sdk = keepsKeys ? name : camelCase(name);
      const at = path === '' ? sdk : `${path}.${sdk}`;
      return [sdk, translated(item, urns, keepsKeys ? () => true : isData, at)];
    }),
  );
}

function called(key: string, argument: unknown, urns: ReadonlyMap<string, string>): PulumiValue {
  const output = (id: unknown, attribute: string): PulumiValue => {
    if (id === 'AWS::NoValue') return undefined;
    if (typeof id === 'string' && Object.hasOwn(PSEUDO, id)) return PSEUDO[id];
    const urn = urns.get(String(id));
    if (urn === undefined) throw new NotSaid(String(id));
    return new Pending([urn], attribute);
  };
  const pieces = (parts: readonly PulumiValue[]): PulumiValue =>
    parts.every((part) => typeof part === 'string')
      ? parts.join('')
      : new Pieces(
          parts.map((part) => {
            if (typeof part === 'string' || part instanceof Pending) return part;
            throw new NotSaid(key);
          }),
        );
  if (key === 'Ref') return output(argument, 'id');
  if (key === 'Fn::GetAtt' && Array.isArray(argument))
    return output(argument[0], camelCase(String(argument[1]).replaceAll('.', '')));
  if (key === 'Fn::Join' && Array.isArray(argument) && Array.isArray(argument[1])) {
    const separator = String(argument[0]);
    const items = argument[1].map((item) =>
      typeof item === 'string' ? item : translated(item, urns, () => false, ''),
    );
    return pieces(items.flatMap((item, at) => (at === 0 ? [item] : [separator, item])));
  }
  if (key === 'Fn::Sub' && typeof argument === 'string') {
    const parts = argument.split(/\$\{([^!}][^}]*)\}/);
    return pieces(
      parts.map((part, at) => {
        if (at % 2 === 0) return part;
        const [id, ...attribute] = part.split('.');
        return attribute.length === 0 ? output(id, 'id') : output(id, camelCase(attribute.join('')));
      }),
    );
  }
  throw new NotSaid(key);
}
