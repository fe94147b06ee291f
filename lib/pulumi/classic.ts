import { convert } from './convert';
import type { Conversion, Target, TypeMapping } from './mapping';
import { isWritten, type Made, put, stepsOf, valuesAt } from './paths';
import { derived, isInputs, Pending, type PulumiInputs, type PulumiValue } from './resource';
import { SPECIAL } from './special';

/** A value as a template writes it; the property is the one of the package that holds it. */
export type WrittenFor = (value: PulumiValue, property: string) => unknown;

/** A resource of CloudFormation that one of `@pulumi/aws` becomes. */
export interface MadeResource {
  /** What it adds to the logical id of the first. */
  readonly suffix: string;
  readonly type: string;
  readonly properties: Made;
}

/** The type of CloudFormation; undefined where the property that decides is not known. */
export function typeOf({ type }: TypeMapping, inputs: PulumiInputs): string | undefined {
  if (typeof type === 'string') return type;
  const value = inputs[type.by];
  if (value === undefined || value === null) return type.is['absent'] ?? type.is['*'];
  // That there is a value decides, whatever it is.
  if (Object.keys(type.is).every((name) => name === 'absent' || name === '*')) return type.is['*'];
  if (typeof value !== 'string' && typeof value !== 'boolean') return undefined;
  return Object.hasOwn(type.is, String(value)) ? type.is[String(value)] : type.is['*'];
}

/** Writes the properties of a resource into those of CloudFormation, and says which others it makes besides. */
export function fill(
  made: Made,
  inputs: PulumiInputs,
  mapping: TypeMapping,
  written: WrittenFor,
  self: unknown,
): readonly MadeResource[] {
  fillFrom(made, inputs, mapping.properties, written);
  const others =
    mapping.special === undefined ? undefined : SPECIAL[mapping.special]?.(made, inputs, written, self);
  return [...(others ?? []), ...partsOf(mapping, inputs, self, written)];
}

/** What absence means, once all that is said of a resource is written. */
export function fillDefaults(made: Made, { defaults = {} }: Pick<TypeMapping, 'defaults'>): void {
  for (const [path, value] of Object.entries(defaults))
    if (!isWritten(made, path)) put(made, path, [], value);
}

function fillFrom(
  made: Made,
  inputs: PulumiInputs,
  properties: TypeMapping['properties'],
  written: WrittenFor,
): void {
  const added = new Map<string, number>();
  for (const [path, target] of Object.entries(properties)) {
    const values = valuesAt(inputs, path);
    if (values.length === 0) continue;
    for (const { to, as } of targetsOf(target)) {
      for (const { value, at, steps } of values) {
        if (value === '') continue;
        const isWhole = steps === stepsOf(path).length;
        const content = isWhole
          ? convert(value, as, (item) => written(item, path))
          : written(open(value), path);
        if (content !== undefined) put(made, to, at, content, added);
      }
    }
  }
}

/** What stands for a whole list or object of which only a part is asked for is no output of a resource. */
function open(value: PulumiValue): PulumiValue {
  return value instanceof Pending ? derived(value) : value;
}

function targetsOf(target: Target): readonly { readonly to: string; readonly as: Conversion | undefined }[] {
  if (typeof target === 'string') return [{ to: target, as: undefined }];
  if ('to' in target) return [target];
  return target.flatMap(targetsOf);
}

/** Items of lists that are resources of their own. */
function partsOf(
  { parts = [] }: TypeMapping,
  inputs: PulumiInputs,
  self: unknown,
  written: WrittenFor,
): readonly MadeResource[] {
  return parts.flatMap(({ list, type, whole, properties, defaults }) =>
    valuesAt(inputs, list).flatMap(({ value }) => {
      const items = Array.isArray(value) ? (value as readonly PulumiValue[]) : [value];
      return items.map((item, at) => {
        const made: Made = {};
        put(made, whole, [], self);
        const itself = properties[''];
        if (itself !== undefined) {
          for (const { to, as } of targetsOf(itself))
            put(
              made,
              to,
              [],
              convert(item, as, (inner) => written(inner, list)),
            );
        } else if (isInputs(item)) {
          fillFrom(made, item, properties, (inner, path) => written(inner, `${list}.${path}`));
        } else {
          // Nothing of it is known: each property that it may have stays open.
          for (const target of Object.values(properties))
            for (const { to } of targetsOf(target))
              if (!isWritten(made, to)) put(made, to, [], written(open(item), list));
        }
        fillDefaults(made, defaults === undefined ? {} : { defaults });
        return { suffix: `.${list}[${at}]`, type, properties: made };
      });
    }),
  );
}
