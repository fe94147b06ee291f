import { Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { Environment, Zone, ZoneMarking } from '../../index';
import { COMPUTE } from './compute';
import { DATA } from './data';
import type { ConstructExample } from './example';
import { IDENTITY } from './identity';
import { LOGGING } from './logging';
import { NETWORK } from './network';
import { CONTINUITY, MONITORING } from './operation';
import { PIPELINE } from './pipeline';

export type { ConstructExample } from './example';

/** Each approved construct at its smallest: what is checked, what is mutated, and what the table of constructs lists. */
export const CONSTRUCT_EXAMPLES: readonly ConstructExample[] = [
  ...NETWORK,
  ...DATA,
  ...IDENTITY,
  ...LOGGING,
  ...COMPUTE,
  ...CONTINUITY,
  ...MONITORING,
  ...PIPELINE,
];

/** What an example is called: the construct, and what is different. */
export function nameOf({ construct, variant }: ConstructExample): string {
  return variant === undefined ? construct : `${construct}, ${variant}`;
}

/** Builds an example in a stack of its own, which is marked as a system of this zone would be. */
export function buildExample(scope: Construct, id: string, example: ConstructExample, zone: Zone): Stack {
  const stack = new Stack(scope, id, {
    env: { account: '111122223333', region: 'ap-northeast-1' },
    terminationProtection: true,
  });
  ZoneMarking.of(stack).declare({
    zone,
    confidentiality: zone === Zone.MY_NUMBER || zone === Zone.MANAGEMENT ? 3 : 2,
    integrity: example.marks?.integrity ?? 2,
    availability: example.marks?.availability ?? 2,
    environment: Environment.PRODUCTION,
    // Aurora MySQL 8.0 is supported until April 2028.
    plannedUseUntil: '2028-03-31',
  });
  example.build(stack, zone);
  return stack;
}
