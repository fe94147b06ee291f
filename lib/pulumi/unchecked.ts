import { catalog } from './catalog';

/** The type under which the model has what is not checked; see the rule PulumiTypeIsChecked. */
export const UNCHECKED_TYPE = 'Pulumi::Unchecked';

/** Packages whose resources make nothing in a cloud. */
const NOTHING_MADE = new Set(['pulumi', 'random', 'time', 'std', 'null', 'archive']);

/** Whether there is something to check in a resource of a type for which there is no mapping. */
export function wantsChecking(type: string): boolean {
  const [name = ''] = type.split(':');
  return !NOTHING_MADE.has(name) && !catalog().unjudged.includes(type);
}
