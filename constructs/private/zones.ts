import { Tags } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Tag by which the guardrail learns the zone of a resource. */
export const ZONE_TAG = 'jichitai:zone';

/** Tag that says who administers with a role: `municipality`, `operator` or `vendor`. */
export const PARTY_TAG = 'jichitai:party';

/** Tag that carries the number under which a connection to the outside was permitted. */
export const APPROVAL_TAG = 'jichitai:approval';

/** Names of the policy's three zones, and of the one from which they are administered. */
export const ZONE_NAMES = {
  myNumber: 'my-number',
  lgwan: 'lgwan',
  internet: 'internet',
  management: 'management',
} as const;

/** Marks everything inside `scope` as belonging to a zone; the mark nearest to a resource wins. */
export function markZone(scope: IConstruct, zoneName: string): void {
  Tags.of(scope).add(ZONE_TAG, zoneName);
}
