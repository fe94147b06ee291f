import { catalog } from './catalog';

/** The type under which the model has what is not checked; see the rule PulumiTypeIsChecked. */
export const UNCHECKED_TYPE = 'Pulumi::Unchecked';

/** Packages whose resources make nothing in a cloud. */
const NOTHING_MADE = new Set(['pulumi', 'random', 'time', 'std', 'null', 'archive']);

let unjudged: ReadonlySet<string> | undefined;

/** Whether there is something to check in a resource of a type for which there is no mapping. */
export function wantsChecking(type: string): boolean {
  const [name = ''] = type.split(':');
  unjudged ??= new Set(catalog().unjudged);
  return !NOTHING_MADE.has(name) && !unjudged.has(type);
}
