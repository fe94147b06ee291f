import { assess, type Finding } from '../../lib/assess';
import { loadTemplates } from '../../lib/model/load';
import { isRecord } from '../../lib/model/template';
import { MIYAZAKI } from '../../lib/policy/profile';
import type { ZoneName } from '../../lib/policy/zones';
import { normalise } from '../../lib/pulumi/normalise';
import { Pending, type PulumiInputs, type PulumiResource } from '../../lib/pulumi/resource';
import { RULES } from '../../lib/rules';
import type { Rule } from '../../lib/rules/define';
import { TEST_DAY } from '../helpers/inline';

type Options = Partial<Omit<PulumiResource, 'urn' | 'type' | 'name' | 'inputs'>>;

/** A resource as a program registers it. Another one of these among the inputs stands for its id. */
export function resource(
  type: string,
  name: string,
  inputs: object = {},
  options: Options = {},
): PulumiResource {
  return {
    urn: `urn:pulumi:dev::city::${type}::${name}`,
    type,
    name,
    inputs: withIds(inputs) as PulumiInputs,
    custom: true,
    ...options,
  };
}

/** An output of a resource, which is known after deployment only. */
export function ref({ urn }: PulumiResource, output = 'id'): Pending {
  return new Pending([urn], output);
}

function withIds(value: unknown): unknown {
  if (value instanceof Pending) return value;
  if (Array.isArray(value)) return value.map(withIds);
  if (!isRecord(value)) return value;
  if (typeof value['urn'] === 'string' && isRecord(value['inputs']))
    return ref(value as unknown as PulumiResource);
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, withIds(item)]));
}

/** The resources of CloudFormation that these become, by logical id. */
export function made(
  resources: readonly PulumiResource[],
): Record<string, { Type: string; Properties: object }> {
  const stack = { project: 'city', stack: 'dev', file: '/city/Pulumi.yaml', resources };
  const all = normalise([stack]).map(({ source }) => (source.data as { Resources: object }).Resources);
  return Object.assign({}, ...all);
}

/** What the rules say of these resources. */
export function findingsOf(
  resources: readonly PulumiResource[],
  options: { readonly rules?: readonly Rule[]; readonly zone?: ZoneName; readonly region?: string } = {},
): readonly Finding[] {
  const { rules = RULES, zone = 'my-number', region = 'ap-northeast-1' } = options;
  const config = { 'aws:region': region, 'aws-native:region': region };
  const stack = { project: 'city', stack: 'dev', file: '/city/Pulumi.yaml', resources, config };
  const deployment = loadTemplates(normalise([stack]));
  return assess({ deployment, rules, profile: MIYAZAKI, defaultZone: zone, today: TEST_DAY }).findings;
}
