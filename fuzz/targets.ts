import fc from 'fast-check';
import { RULES } from '../lib/rules';
import { bytesOf, check, faultsOf, WRITINGS } from './bytes';
import type { Sample } from './corpus';
import { judged, written } from './judged';
import { additionOf, additionsTo, lostBy } from './monotone';
import { HOSTILE_NAMES, lostByNames, NAMES, renamed } from './names';
import { faultsOfReports } from './reports';
import { changedByWriting } from './same';
import { CHANGES, changed, failuresOver } from './wrong-types';

/** A property that holds whatever the input is. */
export interface Target {
  readonly name: string;
  /** How often it is tried in `npm test`, and in a long run. */
  readonly short: number;
  readonly long: number;
  readonly property: fc.IAsyncProperty<unknown>;
}

/** Fails with what is wrong, which is then all that there is to read. */
function none(faults: readonly string[]): void {
  if (faults.length > 0) throw new Error(faults.slice(0, 5).join('\n'));
}

/** All targets over a corpus. */
export function targetsOver(samples: readonly Sample[]): readonly Target[] {
  const sample = fc.nat(samples.length - 1).map((index) => samples[index] as Sample);
  // Samples beside each other are about the same things, so that one has to do with the other.
  const neighbours = fc
    .tuple(fc.nat(samples.length - 1), fc.integer({ min: -20, max: 20 }))
    .map(([index, distance]) => [index, Math.min(samples.length - 1, Math.max(0, index + distance))] as const)
    .map(([index, other]) => [samples[index] as Sample, samples[other] as Sample] as const);
  return [
    {
      name: 'bytes: whatever stands in a file, the command ends in order',
      short: 150,
      long: 20_000,
      property: fc.asyncProperty(
        sample,
        WRITINGS,
        fc.constantFrom('t.json', 't.yaml', 't.template'),
        async (one, writing, file) => none(faultsOf(await check(bytesOf(one, writing), file))),
      ),
    },
    {
      name: 'structure: whatever stands anywhere in a template, no rule fails',
      short: 300,
      long: 50_000,
      property: fc.asyncProperty(sample, CHANGES, async (one, changes) =>
        none(failuresOver(changed(one, changes))),
      ),
    },
    {
      name: 'names: no name makes a finding go',
      short: 80,
      long: 10_000,
      property: fc.asyncProperty(sample, NAMES, async (one, names) => {
        const other = renamed(one, names);
        if (other !== undefined) none(lostByNames(one, other));
      }),
    },
    {
      name: 'reports: no name gets out of a report',
      short: 12,
      long: 2_000,
      property: fc.asyncProperty(
        sample,
        NAMES,
        fc.constantFrom('ja' as const, 'en' as const),
        fc.constantFrom(...HOSTILE_NAMES),
        async (one, names, language, text) => {
          const other = renamed(one, names);
          const assessment =
            other === undefined ? undefined : judged(RULES, other, written(quoting(other, text)));
          if (assessment !== undefined) none(await faultsOfReports(assessment, language));
        },
      ),
    },
    {
      name: 'writing: order, format and language of a template change nothing',
      short: 30,
      long: 5_000,
      property: fc.asyncProperty(sample, async (one) => none(changedByWriting(one))),
    },
    {
      name: 'removal: what is found without a resource is found with it',
      short: 100,
      long: 10_000,
      property: fc.asyncProperty(sample, fc.nat(), async (one, choice) => {
        const additions = [...additionsTo(one)];
        const addition = additions[choice % Math.max(additions.length, 1)];
        if (addition !== undefined) none(lostBy(RULES, one, addition));
      }),
    },
    {
      name: 'addition: a resource takes no finding from another one',
      short: 100,
      long: 20_000,
      property: fc.asyncProperty(neighbours, fc.nat(), async ([one, from], choice) => {
        const addition = additionOf(one, from, choice);
        if (addition !== undefined) none(lostBy(RULES, one, addition));
      }),
    },
  ];
}

/** A sample in which texts for people, which findings quote or that name a place, are hostile as well. */
function quoting(sample: Sample, text: string): Sample {
  const [first, ...others] = sample.templates;
  const resources = Object.entries((first?.['Resources'] ?? {}) as Record<string, Record<string, never>>);
  return {
    ...sample,
    templates: [
      {
        ...first,
        Description: text,
        Resources: Object.fromEntries(
          resources.map(([id, body]) => [
            id,
            {
              ...body,
              Metadata: {
                'aws:cdk:path': `City/${text}/Resource`,
                'aws:cdk:creationStack': [`at ${text} (file:///%2F:1:2)`],
              },
            },
          ]),
        ),
      },
      ...others,
    ],
  };
}
