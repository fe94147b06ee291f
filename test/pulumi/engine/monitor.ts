import {
  type ServerUnaryCall,
  type sendUnaryData,
  status,
  type UntypedServiceImplementation,
} from '@grpc/grpc-js';
import type { Callback } from '@pulumi/pulumi/proto/callback_pb';
import { CallResponse, CheckFailure, InvokeResponse } from '@pulumi/pulumi/proto/provider_pb';
import {
  type ReadResourceRequest,
  ReadResourceResponse,
  type RegisterResourceOutputsRequest,
  type RegisterResourceRequest,
  RegisterResourceResponse,
  type ResourceCallRequest,
  type ResourceInvokeRequest,
  type SupportsFeatureRequest,
  SupportsFeatureResponse,
} from '@pulumi/pulumi/proto/resource_pb';
import { Empty } from 'google-protobuf/google/protobuf/empty_pb';
import { type Answers, madeUpArn, STANDARD_ANSWERS } from './data-sources';
import { Registrations } from './registrations';
import type { EngineResource, StackName } from './resource';
import { Callbacks } from './transforms';
import { decode, encode, isSecret, type Properties, secret, withoutOutputValues } from './wire';

/** What a provider adds to the inputs of a resource when it makes or reads it. */
export type Outputs = Properties | ((resource: EngineResource) => Properties);

export interface MonitorOptions extends StackName {
  readonly dryRun: boolean;
  /** Outputs by type token: of resources that an update makes, and of those that are read in any run. */
  readonly resourceOutputs?: { readonly [type: string]: Outputs };
  /** Answers of data sources by token, before the standard ones. */
  readonly invokes?: Answers;
  /** The outputs of other stacks by their full names. */
  readonly stackReferences?: { readonly [name: string]: Properties };
}

/** A data source that the program asked. */
export interface Invocation {
  readonly token: string;
  readonly args: Properties;
}

const FEATURES: ReadonlySet<string> = new Set([
  'secrets',
  'resourceReferences',
  'outputValues',
  'aliasSpecs',
  'deletedWith',
  'transforms',
  'invokeTransforms',
]);

/**
 * Plays the engine's resource monitor: a stack that has nothing yet, and providers that take every input as it is.
 * `getDeploymentInfo` stays unimplemented, so that the SDK asks for the features one by one.
 */
export class Monitor {
  readonly invocations: Invocation[] = [];
  readonly #callbacks = new Callbacks();
  readonly #registrations: Registrations;
  readonly #invokeTransforms: Callback[] = [];

  constructor(private readonly options: MonitorOptions) {
    this.#registrations = new Registrations(options, options.dryRun, this.#callbacks);
  }

  get resources(): readonly EngineResource[] {
    return this.#registrations.all();
  }

  close(): void {
    this.#callbacks.close();
  }

  service(): UntypedServiceImplementation {
    return {
      supportsFeature: answer((request: SupportsFeatureRequest) =>
        new SupportsFeatureResponse().setHassupport(FEATURES.has(request.getId())),
      ),
      registerResource: answer((request: RegisterResourceRequest) => this.#register(request)),
      readResource: answer((request: ReadResourceRequest) => this.#read(request)),
      registerResourceOutputs: answer((request: RegisterResourceOutputsRequest) => this.#outputs(request)),
      registerStackTransform: answer((callback: Callback) => {
        this.#registrations.stackTransforms.push(callback);
        return new Empty();
      }),
      registerStackInvokeTransform: answer((callback: Callback) => {
        this.#invokeTransforms.push(callback);
        return new Empty();
      }),
      invoke: answer((request: ResourceInvokeRequest) => this.#invoke(request)),
      call: answer((request: ResourceCallRequest) => this.#call(request)),
      signalAndWaitForShutdown: answer(() => new Empty()),
    };
  }

  async #register(request: RegisterResourceRequest): Promise<RegisterResourceResponse> {
    const registered = await this.#registrations.registered(request);
    const resource = this.options.dryRun || !registered.custom ? registered : this.#made(registered);
    const known = {
      ...resource,
      outputs: this.#secretOutputs(resource, { ...resource.inputs, ...resource.outputs }),
    };
    this.#registrations.update(known);
    return new RegisterResourceResponse()
      .setUrn(known.urn)
      .setId(known.id ?? '')
      .setObject(encode(known.outputs));
  }

  /** What an update makes of a resource: an id, an ARN, and what the test says. */
  #made(resource: EngineResource): EngineResource {
    const { type, name } = resource;
    const given = this.#given(resource);
    const id = resource.importId ?? (typeof given['id'] === 'string' ? given['id'] : `${name}-id`);
    const arn: Properties = type.startsWith('pulumi:') ? {} : { arn: madeUpArn(type, name) };
    // The providers that are made of Terraform's have the id among the outputs.
    const bridged: Properties = type.startsWith('aws:') ? { id } : {};
    return { ...resource, id, outputs: { ...arn, ...bridged, ...given } };
  }

  #read(request: ReadResourceRequest): ReadResourceResponse {
    const resource = this.#registrations.read(request);
    const outputs =
      resource.type === 'pulumi:pulumi:StackReference'
        ? this.#stackReference(resource)
        : { ...resource.inputs, ...this.#given(resource) };
    const known = { ...resource, outputs };
    this.#registrations.update(known);
    return new ReadResourceResponse().setUrn(known.urn).setProperties(encode(outputs));
  }

  #stackReference(resource: EngineResource): Properties {
    const name = resource.id ?? '';
    const outputs = this.options.stackReferences?.[name];
    if (outputs === undefined) throw new Error(`unknown stack "${name}"`);
    const secretOutputNames = Object.keys(outputs).filter((output) => isSecret(outputs[output]));
    return { name, outputs, secretOutputNames };
  }

  #given(resource: EngineResource): Properties {
    const outputs = this.options.resourceOutputs?.[resource.type] ?? {};
    return typeof outputs === 'function' ? outputs(resource) : outputs;
  }

  #secretOutputs(resource: EngineResource, outputs: Properties): Properties {
    const names = resource.additionalSecretOutputs ?? [];
    return Object.fromEntries(
      Object.entries(outputs).map(([name, value]) => [
        name,
        names.includes(name) && !isSecret(value) ? secret(value) : value,
      ]),
    );
  }

  #outputs(request: RegisterResourceOutputsRequest): Empty {
    const resource = this.#registrations.get(request.getUrn());
    if (resource === undefined) throw new Error(`no resource ${request.getUrn()}`);
    const outputs = withoutOutputValues(decode(request.getOutputs()));
    // A component has the outputs that it registers, and not its arguments.
    this.#registrations.update({ ...resource, outputs });
    return new Empty();
  }

  async #invoke(request: ResourceInvokeRequest): Promise<InvokeResponse> {
    const token = request.getTok();
    const args = await this.#callbacks.transformInvoke(
      this.#invokeTransforms,
      token,
      decode(request.getArgs()),
    );
    this.invocations.push({ token, args });
    try {
      return new InvokeResponse().setReturn(encode(this.#answer(token, args)));
    } catch (error) {
      return new InvokeResponse().setFailuresList([new CheckFailure().setReason((error as Error).message)]);
    }
  }

  /** A method of a resource: answered from the same table. */
  #call(request: ResourceCallRequest): CallResponse {
    const token = request.getTok();
    const args = decode(request.getArgs());
    this.invocations.push({ token, args });
    return new CallResponse().setReturn(encode(this.#answer(token, args)));
  }

  #answer(token: string, args: Properties): Properties {
    const found = this.options.invokes?.[token] ?? STANDARD_ANSWERS[token];
    if (found === undefined)
      throw new Error(`the test engine has no answer for ${token}: give it one in invokes`);
    return typeof found === 'function' ? found(args) : found;
  }
}

/** A handler whose errors reach the program as errors of the call. */
export function answer<Request, Response>(handle: (request: Request) => Response | Promise<Response>) {
  return (call: ServerUnaryCall<Request, Response>, callback: sendUnaryData<Response>): void => {
    Promise.resolve()
      .then(() => handle(call.request))
      .then(
        (response) => callback(null, response),
        (error: Error) => callback({ code: status.UNKNOWN, details: error.message }),
      );
  };
}
