import type { MadeResource, WrittenFor } from './classic';
import type { Made } from './paths';
import type { PulumiInputs } from './resource';
import { COMPUTE_SPECIAL } from './special/compute';
import { DATABASES_SPECIAL } from './special/databases';
import { LOAD_BALANCING_SPECIAL } from './special/load-balancing';
import { MESSAGES_SPECIAL } from './special/messages';
import { NETWORK_SPECIAL } from './special/network';
import { S3_SPECIAL } from './special/s3';
import { SERVICES_SPECIAL } from './special/services';

/**
 * @param self what refers to the resource itself
 * @returns resources of CloudFormation that it makes besides
 */
export type Special = (
  made: Made,
  inputs: PulumiInputs,
  written: WrittenFor,
  self: unknown,
) => readonly MadeResource[] | undefined;

/** What the tables cannot say, by the name that they use for it. */
export const SPECIAL: Readonly<Record<string, Special>> = {
  ...COMPUTE_SPECIAL,
  ...DATABASES_SPECIAL,
  ...LOAD_BALANCING_SPECIAL,
  ...NETWORK_SPECIAL,
  ...SERVICES_SPECIAL,
  ...S3_SPECIAL,
  ...MESSAGES_SPECIAL,
};
