import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { samplesOfRules } from './corpus';
import { targetsOver } from './targets';

/** `npm run fuzz -- [--seed N] [--times FACTOR] [--only WORD]`: all targets, each as often as a long run has it. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { seed: { type: 'string' }, times: { type: 'string' }, only: { type: 'string' } },
  });
  const seed = Number(values.seed ?? Date.now() % 2 ** 31);
  const samples = samplesOfRules(require);
  console.log(
    `seed ${seed}, ${samples.length} samples of ${new Set(samples.map(({ rule }) => rule.id)).size} rules`,
  );
  let failed = 0;
  for (const { name, long, property } of targetsOver(samples)) {
    if (values.only !== undefined && !name.startsWith(values.only)) continue;
    const started = Date.now();
    const numRuns = Math.max(1, Math.round(long * Number(values.times ?? 1)));
    const {
      failed: hasFailed,
      numRuns: done,
      counterexample,
      errorInstance,
    } = await fc.check(property, { seed, numRuns });
    console.log(
      `${hasFailed ? 'FAILED' : 'passed'}  ${done} runs  ${((Date.now() - started) / 1000).toFixed(0)} s  ${name}`,
    );
    if (!hasFailed) continue;
    failed++;
    console.log(errorInstance instanceof Error ? errorInstance.message : String(errorInstance));
    console.log(
      JSON.stringify(counterexample, (key, value) => (key === 'rule' ? value.id : value))?.slice(0, 4_000),
    );
  }
  process.exitCode = failed > 0 ? 1 : 0;
}

main();
