import { Claim } from '../../model/claim';
import { NEVER } from '../../model/guard';
import { equals } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { conditionsOf } from './conditions';
import type { Grant } from './grants';
import { limitsCallers } from './public-access';
import type { StorePart } from './store-actions';

const UNDETERMINED = new Claim(NEVER, NEVER);

/** Whether a bucket lets nobody in by a policy that is open to everybody. */
export function blocksThePublic(store: Resource, grants: readonly Grant[]): Claim {
  if (store.type !== 'AWS::S3::Bucket') return Claim.BREAKS;
  const isOpen = grants.some(
    ({ statement: so }) => so !== undefined && !limitsCallers(conditionsOf(so.condition)).holds.isAlways,
  );
  if (!isOpen) return Claim.BREAKS;
  const block = store.get('PublicAccessBlockConfiguration');
  // New buckets have it, but for those that were made before it was so.
  if (block.isAbsent) return UNDETERMINED;
  const { holds, breaks } = Claim.any(
    ['RestrictPublicBuckets', 'BlockPublicPolicy'].map((name) =>
      block.get(name).orDefault(false).must(equals(true)),
    ),
  );
  return new Claim(holds, breaks);
}

/** Whether a way in is certainly not switched on. */
export function isSwitchedOff({ suffix }: StorePart, store: Resource): boolean {
  if (!suffix.startsWith('arn:aws:rds-db:')) return false;
  const { literal } = store.get('EnableIAMDatabaseAuthentication').orDefault(false);
  return literal === false || literal === 'false';
}
