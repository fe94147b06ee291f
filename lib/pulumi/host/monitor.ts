/** Values in a message of Pulumi's protocol. */
export interface Struct {
  toJavaScript(): object;
}

/** Messages of Pulumi's protocol, as far as they are read here. */
export interface Registration {
  getType(): string;
  getName(): string;
  getParent(): string;
  getCustom(): boolean;
  getRemote(): boolean;
  getProvider(): string;
  getProtect(): boolean;
  getRetainondelete?(): boolean;
  getObject(): Struct | undefined;
  setObject(values: Struct): unknown;
  getPropertydependenciesMap(): {
    forEach(callback: (value: { getUrnsList(): string[] }, key: string) => void): void;
  };
  getSourceposition?(): { getUri(): string; getLine(): number } | undefined;
}

export interface Registered {
  getUrn(): string;
  getId(): string;
  setId?(id: string): unknown;
  getObject(): Struct | undefined;
  setObject?(values: Struct): unknown;
}

/** A message with values under one name or another. */
export type Message = Readonly<Record<string, unknown>> & { getTok?(): string };

export type Answer<T> = (error: unknown, answer?: T) => void;

/** The connection to the engine, as far as it is used here. */
export interface Monitor {
  registerResource(request: Registration, callback: Answer<Registered>): unknown;
  registerStackTransform?(request: unknown, callback: Answer<unknown>): unknown;
  signalAndWaitForShutdown?(request: unknown, callback: Answer<unknown>): unknown;
  registerResourceOutputs(request: Message, callback: Answer<unknown>): unknown;
  readResource(request: Message, callback: Answer<unknown>): unknown;
  invoke(request: Message, callback: Answer<unknown>): unknown;
  call(request: Message, callback: Answer<unknown>): unknown;
}

/** The status of gRPC by which an older engine answers. */
export const UNIMPLEMENTED = 12;
