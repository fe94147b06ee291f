import { type Io, main } from '../../lib/cli/main';

/** Runs the command line in English, as a call of the command would, and keeps what it says. */
export function runCommand(args: readonly string[], more: Partial<Io> = {}) {
  let stdout = '';
  let stderr = '';
  const status = main(args, {
    stdout: (text) => (stdout += text),
    stderr: (text) => (stderr += text),
    environment: { LANG: 'en_US.UTF-8' },
    ...more,
  });
  return { status, stdout, stderr };
}
