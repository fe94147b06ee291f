import type { TypeMapping, WrittenMapping } from '../../../lib/pulumi/mapping';
import { COMPUTE } from './compute';
import { FUNCTIONS, FUNCTIONS_UNJUDGED } from './functions';
import { IDENTITY, IDENTITY_UNJUDGED } from './identity';
import { KEYS, KEYS_UNJUDGED } from './keys';
import { LOGS, LOGS_UNJUDGED } from './logs';
import { MESSAGES, MESSAGES_UNJUDGED } from './messages';
import { NETWORK } from './network';
import { NETWORK_FILTERS } from './network-filters';
import { NETWORK_LINKS } from './network-links';
import { S3 } from './s3';
import { S3_PARTS } from './s3-parts';

export type Written = Readonly<Record<string, WrittenMapping & Pick<TypeMapping, 'type'>>>;

/** Types of `@pulumi/aws` by what stands behind `aws:` in their token. */
export const CLASSIC: Written = {
  ...S3,
  ...S3_PARTS,
  ...IDENTITY,
  ...KEYS,
  ...LOGS,
  ...MESSAGES,
  ...FUNCTIONS,
  ...NETWORK,
  ...NETWORK_FILTERS,
  ...NETWORK_LINKS,
  ...COMPUTE,
};

/** Types of `@pulumi/aws` whose counterpart no rule and no analysis looks at. */
export const UNJUDGED: readonly string[] = [
  ...IDENTITY_UNJUDGED,
  ...KEYS_UNJUDGED,
  ...LOGS_UNJUDGED,
  ...MESSAGES_UNJUDGED,
  ...FUNCTIONS_UNJUDGED,
];
