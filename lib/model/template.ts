import type { Text } from '../text';
import type { Guard } from './guard';
import type { Resource } from './resource';
import type { Expression } from './value';

export type Raw = Readonly<Record<string, unknown>>;

/** Something wrong with a template that does not stop the rest of it from being checked. */
export interface TemplateProblem {
  readonly kind: 'undefined-reference' | 'macro' | 'nested-template' | 'for-each' | 'empty' | 'property-type';
  readonly path: readonly string[];
  readonly logicalId?: string;
  readonly message: Text;
}

/** What is known of the stack that a template becomes. */
export interface StackInfo {
  readonly stackName?: string | undefined;
  readonly constructPath?: string | undefined;
  readonly region?: string | undefined;
  readonly account?: string | undefined;
  readonly tags?: Readonly<Record<string, string>> | undefined;
  /** Undefined where the stack is not described but only its template. */
  readonly terminationProtection?: boolean | undefined;
}

/** Finds the line of a place in the file; 1-based, undefined when it cannot be told. */
export type LineFinder = (path: readonly string[]) => number | undefined;

/** The program that a template was made of, where that is no file of CloudFormation. */
export interface Origin {
  /** The file in which a resource is written; its lines are those that `lineOf` tells. */
  fileOf(logicalId: string): string | undefined;
  /** How a property is called there. */
  adviceFor(logicalId: string, path: string | undefined): Text | undefined;
}

/** Which part of the template a macro of unknown effect may rewrite. */
export type MacroEffect = (resourceType: string) => Text | undefined;

/** Whether the app itself had the template checked when it was synthesized. */
export type Enforcement = 'covered' | 'partly' | 'uncovered' | 'changed';

/** One template of the deployment. */
export interface Template {
  /** As shown to the user: the path given, or relative to the working directory. */
  readonly path: string;
  /** Unique in the deployment. */
  readonly key: string;
  readonly stack: StackInfo;
  readonly raw: Raw;
  /** As it stands in the file, which is read again; undefined for what another repository says. */
  readonly text: string | undefined;
  readonly parameters: Raw;
  readonly mappings: Raw;
  readonly conditions: Raw;
  readonly outputs: Raw;
  /** Keyed by logical id. */
  readonly resources: ReadonlyMap<string, Resource>;
  readonly problems: readonly TemplateProblem[];
  /** The AWS::CloudFormation::Stack that this template is nested under. */
  readonly parent?: Resource;
  /** Values passed by the parent, by parameter. */
  readonly arguments?: ReadonlyMap<string, Expression>;
  readonly lineOf: LineFinder;
  readonly origin?: Origin;
  /** Undefined for what is no stack of a cloud assembly. */
  readonly enforcement?: Enforcement;
  readonly macroEffect: MacroEffect;
  /** What another repository says of its stack: it is asked, and not judged. */
  readonly isContext?: true;
  /** When the stack exists at all: the parent's condition for a nested one. */
  readonly exists: Guard;
}

/** An own property, or undefined: template keys are data, `__proto__` and `constructor` among them. */
export function own(record: unknown, key: string): unknown {
  return isRecord(record) && Object.hasOwn(record, key) ? record[key] : undefined;
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The key of an object that has no other. Most objects are asked, so that no list is made of their keys. */
export function onlyKey(record: Raw): string | undefined {
  let only: string | undefined;
  for (const key in record) {
    if (!Object.hasOwn(record, key)) continue;
    if (only !== undefined) return undefined;
    only = key;
  }
  return only;
}

/** A scalar as text; empty for an object or a list, which may have a `toString` of its own that is no function. */
export function scalarText(value: unknown): string {
  return typeof value === 'object' && value !== null ? '' : String(value);
}

/** A section of a template: an empty one where it is missing or not an object. */
export function section(raw: Raw, name: string): Raw {
  const found = own(raw, name);
  return isRecord(found) ? found : {};
}
