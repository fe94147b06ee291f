import { credentialsIn } from '../../credential-formats';
import { own } from '../../model/template';
import { type Secrecy, secrecyOf } from './names';

/** Not read: names and references within the template, what CDK writes for itself, blobs. */
const PASSED_OVER = new Set([
  'Ref',
  'Fn::GetAtt',
  'Fn::ImportValue',
  'Fn::FindInMap',
  'Fn::GetAZs',
  'Condition',
  'DependsOn',
  'aws:cdk:path',
  'aws:asset:path',
  'aws:asset:property',
  'Fn::Transform',
]);
const NAME_KEYS = [
  'Name',
  'Key',
  'ParameterKey',
  'ParameterName',
  'OptionName',
  'Variable',
  'HeaderName',
  'name',
  'key',
];
const VALUE_KEYS = new Set([
  'Value',
  'ParameterValue',
  'StringValue',
  'HeaderValue',
  'value',
  'Default',
  'default',
  'defaultValue',
  'PlainValue',
]);
/** What tells how long tokens are good for goes by their names. */
const NO_SECRETS_BELOW = new Set([
  'TokenValidityUnits',
  'AttributeMapping',
  'AttributeDefinitions',
  'KeySchema',
  'Schema',
  'Dimensions',
  'DimensionKey',
]);
/** Shorter ones are no credentials. */
const SHORTEST_KEY = 16;

/** What a key says of the value under it. */
export interface KeySays {
  readonly isPassedOver: boolean;
  readonly isValue: boolean;
  readonly isFunction: boolean;
  readonly secrecy: Secrecy | undefined;
  /** The key itself. */
  readonly showsCredentials: boolean;
}

const KEYS = new Map<string, KeySays>();
/** Keys of maps are of the author's own, and so without end. */
const MOST_KEYS = 20_000;

export function keySays(key: string): KeySays {
  let says = KEYS.get(key);
  if (says === undefined) {
    says = {
      isPassedOver: PASSED_OVER.has(key) || NO_SECRETS_BELOW.has(key),
      isValue: VALUE_KEYS.has(key),
      isFunction: key.startsWith('Fn::'),
      secrecy: secrecyOf(key),
      showsCredentials: key.length >= SHORTEST_KEY && credentialsIn(key).length > 0,
    };
    if (KEYS.size < MOST_KEYS) KEYS.set(key, says);
  }
  return says;
}

/** What the name says that stands beside a value. */
export function secrecyByPair(
  node: Readonly<Record<string, unknown>>,
  secrecy: Secrecy | undefined,
): Secrecy | undefined {
  // What a store of secrets is to fetch goes by its name.
  const type = own(node, 'Type');
  if (type === 'SECRETS_MANAGER' || type === 'PARAMETER_STORE') return undefined;
  for (const key of NAME_KEYS) {
    const name = own(node, key);
    if (typeof name === 'string') return secrecyOf(name);
  }
  return secrecy;
}
