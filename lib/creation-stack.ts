import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A place in a source file of the app. */
export interface SourcePlace {
  /** Relative to the working directory where it lies below it. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1. */
  readonly column: number;
}

/**
 * The first place of the user's own among the frames that CDK recorded when it made a construct
 * (`aws:cdk:creationStack`); undefined where there is none.
 */
export function placeOf(creationStack: unknown): SourcePlace | undefined {
  const frames = Array.isArray(creationStack) ? creationStack.map(String) : [];
  for (const frame of frames) {
    const [, where, line, column] =
      /(?:^|[\s(])((?:file:\/\/\/|\/|[A-Za-z]:[\\/])[^()]{0,4096}?):(\d+):(\d+)\)?$/.exec(frame) ?? [];
    if (where === undefined || /[\\/]node_modules[\\/]/.test(where)) continue;
    // ES modules go by their URL.
    const file = where.startsWith('file:') ? pathOf(where) : where;
    if (file === undefined) continue;
    return { file: relative(process.cwd(), file) || file, line: Number(line), column: Number(column) };
  }
  return undefined;
}

/** Undefined for what only looks like the URL of a file: the frames stand in the template, and anybody may have written them. */
function pathOf(url: string): string | undefined {
  try {
    return fileURLToPath(url);
  } catch {
    return undefined;
  }
}
