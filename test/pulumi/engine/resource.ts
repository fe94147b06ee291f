import type { Properties } from './wire';

/** Where in the program something was written, as the SDK tells: mapped to the source by its source map. */
export interface Position {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A resource as the engine knows it at the end of a run. Optional parts are absent where the program says nothing. */
export interface EngineResource {
  readonly urn: string;
  readonly type: string;
  readonly name: string;
  /** False for a component, which no provider makes. */
  readonly custom: boolean;
  /** Made up during an update; absent in a preview, unless it was read. */
  readonly id?: string;
  /** As registered, after all transforms. */
  readonly inputs: Properties;
  /** As answered to the program, and what a component registered as its outputs. */
  readonly outputs: Properties;
  readonly parent?: string;
  readonly dependencies: readonly string[];
  readonly propertyDependencies: { readonly [property: string]: readonly string[] };
  /** `<urn>::<id>` of the provider. A default provider where the program names none. */
  readonly provider?: string;
  /** The default provider itself, which no program registers. */
  readonly defaultProvider?: boolean;
  /** Read from the cloud (`get`, a stack reference), not managed by the stack. */
  readonly external?: boolean;
  /** A component that a provider makes in a process of its own. */
  readonly remote?: boolean;
  readonly protect?: boolean;
  readonly retainOnDelete?: boolean;
  readonly deletedWith?: string;
  readonly ignoreChanges?: readonly string[];
  readonly additionalSecretOutputs?: readonly string[];
  readonly importId?: string;
  readonly version?: string;
  /** URNs that the resource had before. */
  readonly aliases?: readonly string[];
  /** Where the constructor was called. */
  readonly sourcePosition?: Position;
  /** The calls from there up. */
  readonly stackTrace: readonly Position[];
}

export interface LogMessage {
  readonly severity: 'debug' | 'info' | 'warning' | 'error';
  readonly text: string;
  readonly urn?: string;
}

/** The stack that is deployed. */
export interface StackName {
  readonly project: string;
  readonly stack: string;
}

export const STACK_TYPE = 'pulumi:pulumi:Stack';

/** A URN: the types of the parents stand before the type, but for the stack's own. */
export function urnOf({ project, stack }: StackName, type: string, name: string, parent?: string): string {
  const parents = parent?.split('::')[2] ?? '';
  const prefix = parents === '' || parents === STACK_TYPE ? '' : `${parents}$`;
  return `urn:pulumi:${stack}::${project}::${prefix}${type}::${name}`;
}
