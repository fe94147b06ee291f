import { isDay } from './calendar';

/** The zones that clause 4 divides everything into, and the accounts that manage them. */
export const ZONES = ['my-number', 'lgwan', 'internet', 'management'] as const;
export type ZoneName = (typeof ZONES)[number];

export const ENVIRONMENTS = ['production', 'verification', 'development'] as const;
export const PARTIES = ['municipality', 'operator', 'vendor'] as const;

/** The tags by which resources are marked, with the key that template metadata uses for each. */
export const MARKS = {
  zone: { tag: 'jichitai:zone', metadata: 'Zone', values: ZONES as readonly string[] },
  confidentiality: { tag: 'jichitai:confidentiality', metadata: 'Confidentiality', values: ['1', '2', '3'] },
  integrity: { tag: 'jichitai:integrity', metadata: 'Integrity', values: ['1', '2'] },
  availability: { tag: 'jichitai:availability', metadata: 'Availability', values: ['1', '2'] },
  environment: {
    tag: 'jichitai:environment',
    metadata: 'Environment',
    values: ENVIRONMENTS as readonly string[],
  },
  party: { tag: 'jichitai:party', metadata: 'Party', values: PARTIES as readonly string[] },
  plannedUseUntil: { tag: 'jichitai:planned-use-until', metadata: 'PlannedUseUntil', values: 'date' },
  // The application number under which a connection to the outside was permitted (7.1(10)①).
  approval: { tag: 'jichitai:approval', metadata: 'Approval', values: 'text' },
} as const;
export type MarkName = keyof typeof MARKS;

/** The values that a mark can have, where they are a closed list. */
export function listedValues(name: MarkName): readonly string[] | undefined {
  const { values }: { readonly values: readonly string[] | 'date' | 'text' } = MARKS[name];
  return typeof values === 'string' ? undefined : values;
}

/** Whether a mark can have this value. */
export function isMarkValue(name: MarkName, value: string): boolean {
  const { values }: { readonly values: readonly string[] | 'date' | 'text' } = MARKS[name];
  if (values === 'date') return isDay(value);
  return values === 'text' ? value.trim() !== '' : values.includes(value);
}
