import type { Clause } from './clause-row';
import { ORGANISATION } from './s01-02-organisation';
import { ASSETS } from './s03-assets';
import { ZONES_APART } from './s04-zones';
import { PHYSICAL } from './s05-physical';
import { STAFF } from './s06-staff';
import { SYSTEMS } from './s07-1-systems';
import { USE } from './s07-1-use';
import { ACCESS } from './s07-2-access';
import { DEVELOPMENT } from './s07-3-development';
import { MALWARE } from './s07-4-malware';
import { INTRUSION } from './s07-5-intrusion';
import { OPERATION } from './s08-1-operation';
import { RESPONSE } from './s08-3-response';
import { OUTSOURCING } from './s09-1-outsourcing';
import { SERVICES } from './s09-2-services';
import { REVIEW } from './s10-review';

export type { Bearer, Clause, Kind, Wording } from './clause-row';
export { SECTIONS } from './sections';

/**
 * Every clause of chapter 2 of the policy that can be cited, in the policy's order and in our own words.
 * For reports alone: a check does not load it.
 */
export const CLAUSES: readonly Clause[] = [
  ...ORGANISATION,
  ...ASSETS,
  ...ZONES_APART,
  ...PHYSICAL,
  ...STAFF,
  ...SYSTEMS,
  ...USE,
  ...ACCESS,
  ...DEVELOPMENT,
  ...MALWARE,
  ...INTRUSION,
  ...OPERATION,
  ...RESPONSE,
  ...OUTSOURCING,
  ...SERVICES,
  ...REVIEW,
];

const BY_NUMBER: ReadonlyMap<string, Clause> = new Map(CLAUSES.map((clause) => [clause.number, clause]));

export function clauseByNumber(number: string): Clause | undefined {
  return BY_NUMBER.get(number);
}
