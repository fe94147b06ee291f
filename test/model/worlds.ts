import type { Guard, Variable } from '../../lib/model/guard';

/** A choice of every variable. */
export type World = (variable: Variable) => string;

/** Whether a guard holds in a world, by walking down its diagram. */
export function holdsIn(guard: Guard, world: World): boolean {
  let node = guard;
  while (node.variable !== undefined) {
    const next = node.branches.get(world(node.variable)) ?? node.otherwise;
    if (next === undefined)
      throw new Error(`${world(node.variable)} is outside of ${node.variable.name}'s domain`);
    node = next;
  }
  return node.isAlways;
}

/** All ways to choose one of each list. */
export function product<T>(lists: readonly (readonly T[])[]): T[][] {
  return lists.reduce<T[][]>((so, list) => so.flatMap((left) => list.map((item) => [...left, item])), [[]]);
}

/** How often a property is tried: `FUZZ_RUNS` for a long run. */
export function runs(usual: number): { readonly numRuns: number; readonly seed?: number } {
  const { FUZZ_RUNS, FUZZ_SEED } = process.env;
  return {
    numRuns: FUZZ_RUNS === undefined ? usual : Number(FUZZ_RUNS),
    ...(FUZZ_SEED === undefined ? {} : { seed: Number(FUZZ_SEED) }),
  };
}
