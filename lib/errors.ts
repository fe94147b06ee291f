import { withoutCredentials } from './credential-formats';
import { concat, plain, type Text } from './text';

/**
 * Input that cannot be checked at all. The command line prints the message alone and exits 2;
 * a CDK host fails the synth with it. `message` is the English text.
 */
export class InputError extends Error {
  override readonly name = 'InputError';
  /** What is wrong and what to do about it, without the place. */
  readonly detail: Text;

  constructor(
    detail: Text | string,
    /** The file that the fault is in. */
    readonly file?: string,
    /** The line in it, from 1. */
    readonly line?: number,
  ) {
    super(located(asText(detail), file, line).en);
    this.detail = asText(detail);
  }

  /** The message in both languages, with file and line. */
  get text(): Text {
    return located(this.detail, this.file, this.line);
  }
}

/** Whether an error is one of these, whichever copy of this file made it: parts are loaded apart from the bundle. */
export function isInputError(error: unknown): error is InputError {
  return error instanceof Error && error.name === 'InputError' && 'detail' in error;
}

/** Messages quote templates: never a credential. */
function asText(detail: Text | string): Text {
  return withoutCredentials(typeof detail === 'string' ? plain(detail) : detail);
}

function located(detail: Text, file: string | undefined, line: number | undefined): Text {
  if (file === undefined) return detail;
  return concat(line === undefined ? `${file}: ` : `${file}:${line}: `, detail);
}
