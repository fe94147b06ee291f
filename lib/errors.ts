/**
 * Input that cannot be checked at all. The command line prints the message alone and exits 2;
 * a CDK host fails the synth with it.
 */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(
    /** What is wrong and what to do about it. */
    readonly detail: string,
    /** The file that the fault is in. */
    readonly file?: string,
    /** The line in it, from 1. */
    readonly line?: number,
  ) {
    super(`${file === undefined ? '' : `${file}${line === undefined ? '' : `:${line}`}: `}${detail}`);
  }
}
