import fc from 'fast-check';
import { samplesOfRules } from '../../fuzz/corpus';
import { additionsTo, lostBy } from '../../fuzz/monotone';
import { targetsOver } from '../../fuzz/targets';

// A short run of what `npm run fuzz` does for as long as one likes. The same each time: what it finds is a change of ours.

const samples = samplesOfRules((file) => require(file));

test.each(targetsOver(samples).map((target) => [target.name, target] as const))(
  '%s',
  async (_name, target) => {
    await fc.assert(target.property, { seed: 20_261_124, numRuns: target.short });
  },
);

test('the samples are many, and of all rules that have a table', () => {
  expect(samples.length).toBeGreaterThan(4_000);
  expect(new Set(samples.map(({ rule }) => rule.id)).size).toBeGreaterThan(400);
});

test('no resource of a sample takes a finding of its rule from another one, unless the rule says so', () => {
  const lost = samples.flatMap((sample) =>
    [...additionsTo(sample)].flatMap((addition) => lostBy([sample.rule], sample, addition)),
  );
  expect(lost).toEqual([]);
});
