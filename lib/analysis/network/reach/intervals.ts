/** A whole number: addresses of IPv4, protocols and ports as numbers, addresses of IPv6 as bigints. */
export type Bound = number | bigint;

/**
 * A set of whole numbers as half-open intervals `[from, to)`, in ascending order and apart from each other: the bounds
 * one after the other, so that each bound is where membership changes. All bounds of a set are of one type.
 */
export type IntervalSet = readonly Bound[];

export const EMPTY: IntervalSet = [];

type Keep = (inA: boolean, inB: boolean) => boolean;

const BOTH: Keep = (inA, inB) => inA && inB;
const EITHER: Keep = (inA, inB) => inA || inB;
const FIRST_ONLY: Keep = (inA, inB) => inA && !inB;

function combine(a: IntervalSet, b: IntervalSet, keep: Keep): IntervalSet {
  const bounds: Bound[] = [];
  let [i, j] = [0, 0];
  let [inA, inB, inside] = [false, false, false];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    const next = (right === undefined || (left !== undefined && left <= right) ? left : right) as Bound;
    if (left === next) {
      inA = !inA;
      i++;
    }
    if (right === next) {
      inB = !inB;
      j++;
    }
    if (keep(inA, inB) !== inside) {
      inside = !inside;
      bounds.push(next);
    }
  }
  return bounds;
}

export function intersect(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a === b) return a;
  if (a.length === 0 || b.length === 0) return EMPTY;
  if (a.length === 2 && b.length === 2) return overlapOf(a, b);
  return combine(a, b, BOTH);
}

/** Two single intervals: by far the most frequent case. */
function overlapOf(a: IntervalSet, b: IntervalSet): IntervalSet {
  const [aFrom, aTo, bFrom, bTo] = [a[0], a[1], b[0], b[1]] as [Bound, Bound, Bound, Bound];
  if (bFrom <= aFrom && aTo <= bTo) return a;
  if (aFrom <= bFrom && bTo <= aTo) return b;
  if (aTo <= bFrom || bTo <= aFrom) return EMPTY;
  return aFrom < bFrom ? [bFrom, aTo] : [aFrom, bTo];
}

export function union(a: IntervalSet, b: IntervalSet): IntervalSet {
  if (a.length === 0 || a === b) return b;
  return b.length === 0 ? a : combine(a, b, EITHER);
}

export function minus(a: IntervalSet, b: IntervalSet): IntervalSet {
  return a.length === 0 || b.length === 0 ? a : combine(a, b, FIRST_ONLY);
}

export function contains(outer: IntervalSet, inner: IntervalSet): boolean {
  return outer === inner || minus(inner, outer).length === 0;
}

export function meets(a: IntervalSet, b: IntervalSet): boolean {
  return intersect(a, b).length > 0;
}

/** Whether a number is in the set: an odd number of bounds lies at or below it. */
export function holds(set: IntervalSet, value: Bound): boolean {
  let inside = false;
  for (const bound of set) {
    if (bound > value) return inside;
    inside = !inside;
  }
  return inside;
}

export function same(a: IntervalSet, b: IntervalSet): boolean {
  return a === b || (a.length === b.length && a.every((bound, index) => bound === b[index]));
}
