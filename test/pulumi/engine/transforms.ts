import { type ChannelCredentials, credentials } from '@grpc/grpc-js';
import { CallbacksClient } from '@pulumi/pulumi/proto/callback_grpc_pb';
import { type Callback, CallbackInvokeRequest } from '@pulumi/pulumi/proto/callback_pb';
import {
  TransformInvokeRequest,
  TransformInvokeResponse,
  TransformRequest,
  type TransformResourceOptions,
  TransformResponse,
} from '@pulumi/pulumi/proto/resource_pb';
import {
  decode,
  encode,
  isObject,
  isSecret,
  type Json,
  mapProperties,
  OUTPUT_VALUE,
  type Properties,
  SIGNATURE,
  secretValue,
  UNKNOWN,
} from './wire';

export interface Transformed {
  readonly properties: Properties;
  readonly options: TransformResourceOptions;
}

export interface ToTransform extends Transformed {
  readonly type: string;
  readonly name: string;
  readonly custom: boolean;
  readonly parent: string;
}

/** Calls back into the program, which serves its transforms itself. */
export class Callbacks {
  readonly #clients = new Map<string, CallbacksClient>();
  readonly #credentials: ChannelCredentials = credentials.createInsecure();

  /** One transform after the other, each on the answer of the one before. A transform that throws ends all. */
  async transform(transforms: readonly Callback[], resource: ToTransform): Promise<Transformed> {
    let { properties, options } = resource;
    for (const transform of transforms) {
      const request = new TransformRequest()
        .setType(resource.type)
        .setName(resource.name)
        .setCustom(resource.custom)
        .setParent(resource.parent)
        .setProperties(encode(properties))
        .setOptions(options);
      const answer = TransformResponse.deserializeBinary(
        await this.#invoke(transform, request.serializeBinary()),
      );
      properties = answer.hasProperties() ? decode(answer.getProperties()) : properties;
      options = answer.getOptions() ?? options;
    }
    return { properties, options };
  }

  /** The arguments of a data source, after the stack's transforms. */
  async transformInvoke(
    transforms: readonly Callback[],
    token: string,
    args: Properties,
  ): Promise<Properties> {
    let transformed = args;
    for (const transform of transforms) {
      const request = new TransformInvokeRequest().setToken(token).setArgs(encode(transformed));
      const answer = TransformInvokeResponse.deserializeBinary(
        await this.#invoke(transform, request.serializeBinary()),
      );
      transformed = answer.hasArgs() ? decode(answer.getArgs()) : transformed;
    }
    return transformed;
  }

  close(): void {
    for (const client of this.#clients.values()) client.close();
  }

  #invoke(callback: Callback, request: Uint8Array): Promise<Uint8Array> {
    const target = callback.getTarget();
    const client = this.#clients.get(target) ?? new CallbacksClient(target, this.#credentials);
    this.#clients.set(target, client);
    const message = new CallbackInvokeRequest().setToken(callback.getToken()).setRequest(request);
    return new Promise((resolve, reject) => {
      client.invoke(message, (error, response) =>
        error === null ? resolve(response.getResponse_asU8()) : reject(new Error(error.details)),
      );
    });
  }
}

/** Unknowns and secrets as output values: a transform gets them as `Output`s, and so does not lose them. */
export function upgraded(properties: Properties): Properties {
  const upgrade = (value: Json): Json | undefined => {
    if (value === UNKNOWN) return { [SIGNATURE]: OUTPUT_VALUE };
    if (!isSecret(value)) return undefined;
    const inner = secretValue(value);
    return { [SIGNATURE]: OUTPUT_VALUE, secret: true, ...(inner === UNKNOWN ? {} : { value: inner }) };
  };
  return mapProperties(properties, upgrade);
}

/** Each property as an output value that carries what it depends on. */
export function withDependencies(
  properties: Properties,
  dependencies: { readonly [property: string]: readonly string[] },
): Properties {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const urns = dependencies[name] ?? [];
      if (urns.length === 0) return [name, value];
      const output = isObject(value) && value[SIGNATURE] === OUTPUT_VALUE ? value : undefined;
      return [name, { ...(output ?? { [SIGNATURE]: OUTPUT_VALUE, value }), dependencies: urns }];
    }),
  );
}

/** What each property depends on by the output values in it. */
export function dependenciesOf(properties: Properties): { readonly [property: string]: readonly string[] } {
  return Object.fromEntries(
    Object.entries(properties).map(([name, value]) => {
      const urns = new Set<string>();
      const collect = (part: Json): undefined => {
        if (isObject(part) && part[SIGNATURE] === OUTPUT_VALUE && Array.isArray(part['dependencies']))
          for (const urn of part['dependencies']) urns.add(String(urn));
        return undefined;
      };
      mapProperties({ value }, collect);
      return [name, [...urns]];
    }),
  );
}
