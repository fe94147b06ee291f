import type { Language } from '../lib/text';

/** Guardrails that have not given a verdict yet, with the language to complain in. */
const pending = new Map<object, Language>();

/**
 * Expects a verdict of a guardrail: one that never comes to it must not look like a pass. Under the cdk
 * command, which reads the exit status of the app, that is seen when the process ends; in a unit test there
 * is no such moment.
 */
export function expectVerdict(guardrail: object, language: Language): void {
  if (process.env['CDK_OUTDIR'] === undefined) return;
  if (!process.listeners('exit').includes(reportPending)) process.once('exit', reportPending);
  pending.set(guardrail, language);
}

/** The guardrail gave its verdict, good or bad. */
export function verdictGiven(guardrail: object): void {
  pending.delete(guardrail);
}

function reportPending(status: number): void {
  if (status !== 0) return;
  for (const [guardrail, language] of pending) {
    const { name } = guardrail.constructor;
    console.error(
      language === 'ja'
        ? `${name} が作られましたが、何も検査しませんでした。スタックのある App、Stage、Stack に、合成の前に付けてください`
        : `A ${name} was made but checked nothing: add it to an App, Stage or Stack that holds stacks, before they are synthesized`,
    );
    process.exitCode = 1;
  }
}
