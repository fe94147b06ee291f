/** Whether something is so; undefined where it cannot be told. Kleene's logic. */
export type Certainty = boolean | undefined;

export function not(a: Certainty): Certainty {
  return a === undefined ? undefined : !a;
}

/** True of none. Asks no further than it must. */
export function every<T>(items: Iterable<T>, test: (item: T) => Certainty): Certainty {
  let so: Certainty = true;
  for (const item of items) {
    const found = test(item);
    if (found === false) return false;
    if (found === undefined) so = undefined;
  }
  return so;
}

/** False of none. */
export function some<T>(items: Iterable<T>, test: (item: T) => Certainty): Certainty {
  let so: Certainty = false;
  for (const item of items) {
    const found = test(item);
    if (found === true) return true;
    if (found === undefined) so = undefined;
  }
  return so;
}

export function both(...parts: readonly Certainty[]): Certainty {
  return every(parts, (part) => part);
}

export function either(...parts: readonly Certainty[]): Certainty {
  return some(parts, (part) => part);
}
