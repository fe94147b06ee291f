import { type Assessment, assess } from '../lib/assess';
import { InputError } from '../lib/errors';
import type { Finding } from '../lib/finding';
import { loadTemplates } from '../lib/model/load';
import { parseSource } from '../lib/model/source';
import { MIYAZAKI } from '../lib/policy/profile';
import type { Rule } from '../lib/rules/define';
import type { Sample } from './corpus';

/** The day of the check where a sample names none. */
const DAY = '2026-11-24';

/** A template as a file: its name without the extension, and its text. */
export interface Written {
  readonly name: string;
  readonly text: string;
}

/** A sample as files, in the form that JSON is usually written in. */
export function written({ templates }: Pick<Sample, 'templates'>): readonly Written[] {
  return templates.map((template, at) => ({ name: `template-${at}`, text: JSON.stringify(template) }));
}

/**
 * Judges files as the command does, under what a sample says of zone, profile and day.
 * @returns undefined where the input is refused in order
 */
export function judged(
  rules: readonly Rule[],
  { zone, profile, today }: Omit<Sample, 'name' | 'templates'>,
  files: readonly Written[],
): Assessment | undefined {
  try {
    const deployment = loadTemplates(
      // Nothing is read: the folder need not be there.
      files.map(({ name, text }) => ({
        input: { file: `/nowhere/${name}`, root: '/nowhere', stack: {} },
        source: parseSource(text, name),
      })),
    );
    return assess({
      deployment,
      rules,
      profile: { ...MIYAZAKI, ...profile },
      today: today ?? DAY,
      ...(zone === undefined ? {} : { defaultZone: zone }),
    });
  } catch (error) {
    if (error instanceof InputError && error.detail.ja !== '' && error.detail.en !== '') return undefined;
    throw error;
  }
}

/** What a finding is about. */
export function subjectOf({ rule, resource: { template, logicalId } }: Finding): string {
  return JSON.stringify([rule, template, logicalId ?? null]);
}

/** All that a finding says but for the line; its evidence is in the message, and numbers conditions as they come. */
export function sayingOf({ line: _, evidence: __, ...finding }: Finding): string {
  return JSON.stringify(finding);
}

/** What is in one list only, marked by the side that it is on. */
export function differences(before: readonly string[], after: readonly string[]): readonly string[] {
  const [left, right] = [new Set(before), new Set(after)];
  return [
    ...before.filter((item) => !right.has(item)).map((item) => `- ${item}`),
    ...after.filter((item) => !left.has(item)).map((item) => `+ ${item}`),
  ];
}

/** The rules that failed, as opposed to what they found. */
export function failures({ findings }: Assessment): readonly string[] {
  return findings
    .filter(({ message }) => message.en.includes('the rule itself failed'))
    .map(({ rule, message }) => `${rule}: ${message.en}`);
}
