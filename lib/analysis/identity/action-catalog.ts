import data from './data/actions.json';
import { patternCovers } from './patterns';

/** What an action does, as the service authorization reference of AWS classes it. */
export type AccessLevel = 'Read' | 'List' | 'Write' | 'Tagging' | 'Permissions management';

export interface Action {
  /** As `service:Name`. */
  readonly name: string;
  readonly level: AccessLevel;
}

const read = new Map<string, readonly Action[]>();

/**
 * The actions of a service, by its prefix. Undefined for a service that the catalog leaves out: it holds those that keep
 * data, keys or credentials, or run what somebody gives them (scripts/refresh-actions.mjs).
 */
export function actionsOf(service: string): readonly Action[] | undefined {
  const known = read.get(service);
  if (known !== undefined) return known;
  const names: readonly string[] | undefined = (data.services as Record<string, readonly string[]>)[service];
  if (names === undefined || !Object.hasOwn(data.services, service)) return undefined;
  const actions = names.flatMap((list, at) =>
    list
      .split(' ')
      .filter((name) => name !== '')
      .map((name): Action => ({ name: `${service}:${name}`, level: data.levels[at] as AccessLevel })),
  );
  read.set(service, actions);
  return actions;
}

/** The actions that a pattern such as `s3:Get*` covers, as far as the catalog knows them. */
export function actionsCoveredBy(pattern: string): readonly Action[] {
  const wanted = pattern.toLowerCase();
  const service = wanted.split(':')[0] as string;
  const services = /[*?]/.test(service) ? Object.keys(data.services) : [service];
  return services
    .flatMap((name) => actionsOf(name) ?? [])
    .filter(({ name }) => patternCovers(wanted, name.toLowerCase()));
}
