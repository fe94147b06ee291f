import type { TypeMapping, WrittenMapping } from '../../../lib/pulumi/mapping';
import { ANALYTICS } from './analytics';
import { API_GATEWAY } from './api-gateway';
import { APPLICATIONS } from './applications';
import { BY_NAME } from './by-name';
import { COMPUTE } from './compute';
import { CONTAINER_SERVICES } from './containers';
import { DATABASES } from './databases';
import { EDGE } from './edge';
import { FILES } from './files';
import { IAM, IAM_UNJUDGED } from './iam';
import { INSPECTION } from './inspection';
import { KEYS, KEYS_UNJUDGED } from './keys';
import { LAMBDA, LAMBDA_UNJUDGED } from './lambda';
import { LOAD_BALANCING } from './load-balancing';
import { LOGS, LOGS_UNJUDGED } from './logs';
import { MESSAGES, MESSAGES_UNJUDGED } from './messages';
import { NAMES } from './names';
import { NETWORK } from './network';
import { NETWORK_FILTERS } from './network-filters';
import { NETWORK_LINKS } from './network-links';
import { OPERATIONS, OPERATIONS_UNJUDGED } from './operations';
import { OVERSIGHT, OVERSIGHT_UNJUDGED } from './oversight';
import { PLATFORMS } from './platforms';
import { RARE } from './rare';
import { NO_CLASSIC_DATA } from './reasons/data';
import { NO_CLASSIC as NO_CLASSIC_FOUNDATION } from './reasons/foundation';
import { NO_CLASSIC_NETWORK, UNJUDGED_NETWORK } from './reasons/network';
import { UNJUDGED_REST } from './reasons/rest';
import { NO_CLASSIC_SERVICES, UNJUDGED_SERVICES } from './reasons/services';
import { S3 } from './s3';
import { S3_COMPANIONS } from './s3-companions';
import { S3_OTHERS, S3_UNJUDGED } from './s3-others';
import { SHAPED } from './shaped';
import { STORES } from './stores';

export type Written = Readonly<Record<string, WrittenMapping & Pick<TypeMapping, 'type'>>>;

/** Types of `@pulumi/aws` by what stands behind `aws:` in their token. */
export const CLASSIC: Written = {
  ...BY_NAME,
  ...S3,
  ...S3_COMPANIONS,
  ...S3_OTHERS,
  ...IAM,
  ...KEYS,
  ...LAMBDA,
  ...LOGS,
  ...MESSAGES,
  ...OVERSIGHT,
  ...OPERATIONS,
  ...NETWORK,
  ...NETWORK_FILTERS,
  ...NETWORK_LINKS,
  ...COMPUTE,
  ...LOAD_BALANCING,
  ...NAMES,
  ...INSPECTION,
  ...EDGE,
  ...API_GATEWAY,
  ...CONTAINER_SERVICES,
  ...PLATFORMS,
  ...DATABASES,
  ...STORES,
  ...ANALYTICS,
  ...APPLICATIONS,
  ...RARE,
  ...FILES,
  ...SHAPED,
};

/** Types of `@pulumi/aws` whose counterpart no rule and no analysis looks at. */
export const UNJUDGED: readonly string[] = [
  ...S3_UNJUDGED,
  ...IAM_UNJUDGED,
  ...KEYS_UNJUDGED,
  ...LAMBDA_UNJUDGED,
  ...LOGS_UNJUDGED,
  ...MESSAGES_UNJUDGED,
  ...OVERSIGHT_UNJUDGED,
  ...OPERATIONS_UNJUDGED,
  ...UNJUDGED_NETWORK,
  ...UNJUDGED_SERVICES,
  ...UNJUDGED_REST,
];

/** Types that rules look at and the package has no resource for, with the reason. */
export const NO_CLASSIC: Readonly<Record<string, string>> = {
  ...NO_CLASSIC_FOUNDATION,
  ...NO_CLASSIC_NETWORK,
  ...NO_CLASSIC_SERVICES,
  ...NO_CLASSIC_DATA,
};
