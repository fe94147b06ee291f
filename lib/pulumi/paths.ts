import { isInputs, Pending, type PulumiInputs, type PulumiValue } from './resource';

/** Keys and marks of a path: `a.b[*].c` is `a`, `b`, `[*]`, `c`. */
export function stepsOf(path: string): readonly string[] {
  let steps = memo.get(path);
  if (steps === undefined) {
    steps = path.match(/\[[^[\]]*\]|\{\*\}|[^.[{]+/g) ?? [];
    memo.set(path, steps);
  }
  return steps;
}

const memo = new Map<string, readonly string[]>();

/** A value found at a path, and which items and keys the marks of the path stand for. */
export interface Found {
  readonly value: PulumiValue;
  readonly at: readonly (number | string)[];
  /** How many steps of the path led to it: fewer than there are where it is not known before. */
  readonly steps: number;
}

/** The values at a path. One that is not known, and those within it, are found once, where it begins. */
export function valuesAt(inputs: PulumiInputs, path: string): readonly Found[] {
  const steps = stepsOf(path);
  let found: Found[] = [{ value: inputs, at: [], steps: 0 }];
  for (const step of steps) {
    found = found.flatMap(({ value, at, steps: done }): Found[] => {
      if (value === undefined || value === null) return [];
      if (value instanceof Pending) return [{ value, at, steps: done }];
      const next = (item: PulumiValue, index?: number | string): Found => ({
        value: item,
        at: index === undefined ? at : [...at, index],
        steps: done + 1,
      });
      if (step === '[*]') return Array.isArray(value) ? value.map((item, index) => next(item, index)) : [];
      if (step === '{*}')
        return isInputs(value) ? Object.keys(value).map((key) => next(value[key], key)) : [];
      if (step.startsWith('[')) return Array.isArray(value) ? [next(value[Number(step.slice(1, -1))])] : [];
      return isInputs(value) && Object.hasOwn(value, step) ? [next(value[step])] : [];
    });
  }
  return found.filter(({ value }) => value !== undefined && value !== null);
}

/** Properties of a resource of CloudFormation in the making. */
export type Made = Record<string, unknown>;

/**
 * Writes a value at a path. `added` are items that were added for what belongs together, by list. Where a list on the way is not known (`at` is too short), the value becomes that list.
 */
export function put(
  made: Made,
  path: string,
  at: readonly (number | string)[],
  value: unknown,
  added = new Map<string, number>(),
): void {
  const steps = stepsOf(path);
  const indices = [...at];
  let holder: unknown = made;
  for (const [position, step] of steps.entries()) {
    const following = steps[position + 1];
    const isShared = step === '[+]' && following !== undefined;
    const list = steps.slice(0, position).join('.');
    const key = (isShared ? added.get(list) : undefined) ?? keyOf(step, indices, holder);
    if (isShared) added.set(list, key as number);
    const isOpen = following === '[*]' || following === '{*}' ? indices.length === 0 : false;
    if (following === undefined || isOpen) {
      set(holder, key, value);
      return;
    }
    let inner = get(holder, key);
    if (inner === undefined) {
      inner = following.startsWith('[') ? [] : {};
      set(holder, key, inner);
    }
    // What is not known stays so, whatever else is said of it.
    if (typeof inner !== 'object' || inner === null || isUnknown(inner)) return;
    holder = inner;
  }
}

export function get(holder: unknown, key: string | number): unknown {
  return Object.hasOwn(holder as object, key) ? (holder as Record<string | number, unknown>)[key] : undefined;
}

function set(holder: unknown, key: string | number, value: unknown): void {
  Object.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}

function keyOf(step: string, indices: (number | string)[], holder: unknown): string | number {
  if (step === '[*]' || step === '{*}') return indices.shift() ?? 0;
  if (step === '[+]') return (holder as unknown[]).length;
  return step.startsWith('[') ? Number(step.slice(1, -1)) : step;
}

/** The name of the function that stands in a template for what is known after deployment only. */
export const UNKNOWN = 'Fn::KnownAfterDeployment';

function isUnknown(value: object): boolean {
  return Object.hasOwn(value, UNKNOWN) || Object.hasOwn(value, 'Ref') || Object.hasOwn(value, 'Fn::GetAtt');
}

/** Whether something is written at a path, or on the way there is something that is not known. */
export function isWritten(made: Made, path: string): boolean {
  let holder: unknown = made;
  for (const step of stepsOf(path)) {
    if (typeof holder !== 'object' || holder === null) return false;
    if (isUnknown(holder)) return true;
    holder = get(holder, step.startsWith('[') ? Number(step.slice(1, -1)) : step);
    if (holder === undefined) return false;
  }
  return true;
}
