import type { Text } from '../text';
import { catalog, classicMapping, nativeType } from './catalog';
import type { Target } from './mapping';

/** How a property of CloudFormation is called in the package of a resource; undefined where that cannot be told. */
export function adviceFor(type: string, made: string, path: string | undefined): Text | undefined {
  if (path === undefined) return undefined;
  if (path === 'DeletionPolicy' || path === 'UpdateReplacePolicy')
    return {
      ja: 'Pulumiではリソースの選択肢retainOnDelete又はprotect',
      en: 'in Pulumi: the resource option retainOnDelete or protect',
    };
  const plain = path.replaceAll(/\[[^[\]]*\]/g, '');
  // A type, or nothing at all, is no property.
  if (plain === '' || plain.startsWith('AWS::')) return undefined;
  const name = nativeType(type) === undefined ? classicName(type, made, plain) : nativeName(type, plain);
  if (name === undefined) return undefined;
  return { ja: `Pulumiでは${name}`, en: `in Pulumi: ${name}` };
}

function nativeName(type: string, path: string): string {
  const { names = {} } = nativeType(type) ?? {};
  const back = new Map(Object.entries(names).map(([sdk, name]) => [name, sdk.split('.').at(-1) as string]));
  return path
    .split('.')
    .map((part) => back.get(part) ?? part.slice(0, 1).toLowerCase() + part.slice(1))
    .join('.');
}

/** The property of the type, or of another one whose properties become those of the same resource. */
function classicName(type: string, made: string, path: string): string | undefined {
  const own = classicMapping(type);
  const companions = Object.entries(catalog().classic).filter(
    ([, mapping]) => mapping.into !== undefined && mapping.type === made,
  );
  for (const [token, mapping] of [[type, own] as const, ...companions]) {
    if (mapping === undefined) continue;
    const [found] = Object.entries(mapping.properties).filter(([, target]) => leadsTo(target, path));
    if (found === undefined) continue;
    const name = found[0].replaceAll(/\[\*\]|\{\*\}/g, '');
    return token === type ? name : `${name} (${token.split(':').at(-1)})`;
  }
  return undefined;
}

function leadsTo(target: Target, path: string): boolean {
  if (typeof target === 'string') {
    const plain = target.replaceAll(/\[[^[\]]*\]|\{\*\}/g, '');
    return plain === path || plain.startsWith(`${path}.`);
  }
  return 'to' in target ? leadsTo(target.to, path) : target.some((one) => leadsTo(one, path));
}
