import types from './data/pulumi-types.json';
import type { TypeMapping } from './mapping';

/** The generated tables; read once a Pulumi program is checked. */
interface Tables {
  /** Types of `aws`, by token. */
  readonly classic: Readonly<Record<string, TypeMapping>>;
  readonly aliases: Readonly<Record<string, string>>;
  /** Types of either package that no rule and no analysis looks at. */
  readonly unjudged: readonly string[];
  readonly native: Readonly<Record<string, NativeType>>;
  /** Attributes that `Fn::GetAtt` takes, by type of CloudFormation. */
  readonly attributes: Readonly<Record<string, readonly string[]>>;
  /** Names of outputs, by token of `aws`, where one of them is what `Ref` gives. */
  readonly identifiers: Readonly<Record<string, readonly string[]>>;
}

/** A type of `aws-native`, whose properties are CloudFormation's in camel case. */
export interface NativeType {
  readonly type: string;
  /** Names that are not the same with a capital letter. */
  readonly names?: Readonly<Record<string, string>>;
  /** Paths of objects whose keys are data. */
  readonly data?: readonly string[];
}

export function catalog(): Tables {
  return types as unknown as Tables;
}

/** The mapping of a type of `@pulumi/aws`; undefined where there is none. */
export function classicMapping(type: string): TypeMapping | undefined {
  const { classic, aliases } = catalog();
  const token = Object.hasOwn(classic, type)
    ? type
    : Object.hasOwn(aliases, type)
      ? aliases[type]
      : undefined;
  return token === undefined ? undefined : classic[token];
}

export function nativeType(type: string): NativeType | undefined {
  const { native } = catalog();
  return Object.hasOwn(native, type) ? native[type] : undefined;
}
