import { patternCovers } from './patterns';

/**
 * Action patterns of a statement that are all written out. Statements that name the same, as most do that a library
 * writes, share one object, which is asked each question once.
 */
export class ActionPatterns {
  /** In lower case, as they compare. */
  readonly patterns: readonly string[];
  private readonly covered = new Map<string, boolean>();
  private readonly named = new WeakMap<readonly string[], readonly string[]>();
  private readonly tested = new WeakMap<(written: string) => boolean, boolean>();

  constructor(
    /** As they are written. */
    readonly written: readonly string[],
  ) {
    this.patterns = written.map((pattern) => pattern.toLowerCase());
  }

  /** Whether one of them covers an action, as `service:Name`. */
  covers(action: string): boolean {
    let covers = this.covered.get(action);
    if (covers === undefined) {
      const name = action.toLowerCase();
      covers = this.patterns.some((pattern) => patternCovers(pattern, name));
      this.covered.set(action, covers);
    }
    return covers;
  }

  /** Those of some actions that one of them covers; the list is one that is asked about again and again. */
  among(actions: readonly string[]): readonly string[] {
    let named = this.named.get(actions);
    if (named === undefined) {
      named = actions.filter((action) => this.covers(action));
      this.named.set(actions, named);
    }
    return named;
  }

  /** Whether one of them is such as a test says, which is asked again and again. */
  some(test: (written: string) => boolean): boolean {
    let some = this.tested.get(test);
    if (some === undefined) {
      some = this.written.some(test);
      this.tested.set(test, some);
    }
    return some;
  }
}

const SHARED = new Map<string, ActionPatterns>();
/** Patterns come from templates, and so without end. */
const MOST_SHARED = 10_000;

export function actionPatterns(written: readonly string[]): ActionPatterns {
  const key = JSON.stringify(written);
  let patterns = SHARED.get(key);
  if (patterns === undefined) {
    patterns = new ActionPatterns(written);
    if (SHARED.size < MOST_SHARED) SHARED.set(key, patterns);
  }
  return patterns;
}
