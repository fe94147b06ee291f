import type { PulumiResource } from '../../lib/pulumi/resource';
import type { Situation } from './conformance/situation';
import { resource } from './helpers';
import { NotSaid, nativeForm } from './native-form';

export type Template = Readonly<Record<string, { Type: string; Properties?: object }>>;

/** A situation whose form of aws-native is that of the template. */
export function situation(
  rule: string,
  verdict: Situation['verdict'],
  name: string,
  { cloudformation, aws }: { readonly cloudformation: Template; readonly aws: readonly PulumiResource[] },
  zone: Situation['zone'] = 'my-number',
): Situation {
  const native = nativeOf(cloudformation);
  return { name, rule, verdict, zone, cloudformation, aws, ...(native === undefined ? {} : { native }) };
}

/** Undefined where aws-native has no such type. */
function nativeOf(cloudformation: Template): readonly PulumiResource[] | undefined {
  try {
    return nativeForm(cloudformation);
  } catch (error) {
    if (error instanceof NotSaid) return undefined;
    throw error;
  }
}

/** One resource, as a template and as a program has it. */
export function one(
  [type, properties]: readonly [type: string, properties: object],
  [token, inputs]: readonly [token: string, inputs: object],
) {
  return {
    cloudformation: { It: { Type: type, Properties: properties } } as Template,
    aws: [resource(token, 'It', inputs)] as readonly PulumiResource[],
  };
}
