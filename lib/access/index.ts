import { loadPaths } from '../model/load';
import { loadProfile } from '../policy/load-profile';
import type { ZoneName } from '../policy/zones';
import { buildAccess } from './build';
import type { AccessReport } from './report';

export interface AccessOptions {
  /** A built-in profile's name, or a YAML file. @default miyazaki */
  readonly profile?: string;
  /** Zone of resources for which nothing declares one. @default - none */
  readonly zone?: ZoneName;
  /** Logical id, construct path or name of those whose access is told. @default - all principals */
  readonly principal?: string;
  /** The same of what is reached. @default - stores of confidentiality 2 and up, or of one that is not declared */
  readonly resource?: string;
}

/**
 * Who can reach what, and why, by the templates of one deployment. 7.2(1)①, 9.2(5)①(ア)
 *
 * @throws InputError for what cannot be read, and for names that nothing has
 */
export function accessOf(paths: readonly string[], options: AccessOptions = {}): AccessReport {
  return buildAccess(loadPaths(paths), loadProfile(options.profile ?? 'miyazaki'), options);
}
