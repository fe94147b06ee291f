/** In place of an output: a value that is made of outputs, and none of them itself. */
export const DERIVED = '';

/** A value that is not there before deployment. It is a class of its own, so that no input can pass for one. */
export class Pending {
  constructor(
    /** The resources that it comes from, by URN; empty where nothing says so. */
    readonly from: readonly string[] = [],
    /** The output of the first of them that it is, where that is known; `DERIVED` for what is made of outputs. */
    readonly output?: string,
    /** It is a secret, whose text is shown nowhere. */
    readonly secret?: true,
  ) {}
}

/** The same value with what is not known in it made of outputs, and none of them itself. */
export function derived(value: PulumiValue): PulumiValue {
  if (value instanceof Pending)
    return value.output === undefined ? new Pending(value.from, DERIVED, value.secret) : value;
  if (value instanceof Pieces) return value;
  if (Array.isArray(value)) return (value as readonly PulumiValue[]).map(derived);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, derived(item as PulumiValue)]));
}

/** A string of which some parts are not there before deployment. */
export class Pieces {
  constructor(readonly parts: readonly (string | Pending)[]) {}
}

/** What an input of a resource can be. */
export type PulumiValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | Pending
  | Pieces
  | readonly PulumiValue[]
  | { readonly [key: string]: PulumiValue };

export type PulumiInputs = Readonly<Record<string, PulumiValue>>;

/** A place in a program, from 1. */
export interface SourcePosition {
  readonly file: string;
  readonly line?: number;
}

/** A resource as a program registers it. */
export interface PulumiResource {
  readonly urn: string;
  /** As in `aws:s3/bucket:Bucket`. */
  readonly type: string;
  readonly name: string;
  readonly inputs: PulumiInputs;
  /** A component is none: it makes nothing by itself. */
  readonly custom: boolean;
  /** The provider, as `<urn>::<id>`. */
  readonly provider?: string;
  /** The URN of the component that it is a part of. */
  readonly parent?: string;
  /** It cannot be deleted, or is kept when its stack goes. */
  readonly kept?: boolean;
  /** It is read, and not managed. */
  readonly read?: boolean;
  /** What the deployed resource is called, where it is there already. */
  readonly id?: string;
  readonly outputs?: PulumiInputs;
  readonly source?: SourcePosition;
}

/** The resources of one stack. */
export interface PulumiStack {
  readonly project: string;
  readonly stack: string;
  /** The file that shows them, or the folder of the program. */
  readonly file: string;
  readonly resources: readonly PulumiResource[];
  /** Configuration of the stack, as in `aws:region`. */
  readonly config?: Readonly<Record<string, string>>;
}

/** The parts of a URN: `urn:pulumi:<stack>::<project>::<types of parents and own, with $>::<name>`. */
export function partsOfUrn(urn: string): { stack: string; project: string; type: string; name: string } {
  const [, rest = ''] = urn.split('urn:pulumi:');
  const [stack = '', project = '', types = '', ...name] = rest.split('::');
  return { stack, project, type: types.split('$').at(-1) as string, name: name.join('::') };
}

export function isInputs(value: unknown): value is PulumiInputs {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Pending) &&
    !(value instanceof Pieces)
  );
}
