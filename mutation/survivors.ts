import { ACCESS_SURVIVORS } from './survivors-access';
import { DATA_SURVIVORS } from './survivors-data';
import { OPERATION_SURVIVORS } from './survivors-operation';
import { POLICY_SURVIVORS } from './survivors-policies';
import type { Row } from './tables';

/** Types that judge nobody's information by themselves. */
const STORELESS = /Vpc|RetainedLogGroup|Vendor/;

/**
 * Mutants that no rule notices, and why that is right or cannot be helped. What AWS refuses by its schemas needs no
 * row: the run finds out by itself.
 */
export const SURVIVORS: readonly Row[] = [
  {
    operators: ['lower-mark', 'lower-marks'],
    reason:
      'only the city can tell what is at stake: a mark that is valid and too low is not to be told from a right one',
  },
  {
    operators: ['drop-mark'],
    path: /^(confidentiality|integrity|availability)$/,
    subject: STORELESS,
    reason: 'there is no store of information whose class could be missing',
  },
  {
    operators: ['drop-mark'],
    path: /^zone$/,
    subject: /RetainedLogGroup|Vendor/,
    reason: 'there is neither a network nor a store that must lie in a zone',
  },
  {
    operators: ['drop-mark'],
    path: /^environment$/,
    subject: /RetainedLogGroup|Vendor/,
    reason: 'there is neither a network nor a store that environments could share',
  },
  {
    operators: ['drop-mark'],
    path: /^planned-use-until$/,
    subject: /Vpc|RetainedLogGroup|EncryptedBucket|LogArchive|AccessLogBucket|Vendor|three-zone/,
    reason: 'there is no version of software whose support could end too early',
  },
  {
    path: /^(RetentionInDays|BackupRetentionPeriod)$|DefaultRetention\.Days$|Lifecycle\.DeleteAfterDays$/,
    operators: ['number-half'],
    reason: 'half of it is still as long as the profile asks for',
  },
  {
    path: /RedirectConfig\.Port$/,
    operators: ['drop'],
    reason: 'equivalent: the port of the request by default; refused where it would be the same',
  },
  {
    path: /\.Statement$/,
    operators: ['drop'],
    reason: 'AWS refuses a policy without statements',
  },
  {
    path: /^AssumeRolePolicyDocument\.Statement\[Allow( to service)?\]$/,
    operators: ['any-action'],
    reason: 'AWS refuses it: a trust policy names actions of STS only',
  },
  { path: /PortMappings/, reason: 'not reached by anybody' },

  { path: /^CidrBlock$/, operators: ['widen'], reason: 'AWS refuses it: /16 is the widest' },
  { path: /(^|\.|\])(From|To)Port$/, operators: ['drop'], reason: 'AWS refuses it: TCP has ports' },
  {
    path: /Attributes\[.*\](\.Key|\.Value)$|^LoadBalancerAttributes\[access_logs\.s3\.bucket\]$/,
    operators: ['drop', 'drop-item'],
    reason: 'AWS refuses it: half an attribute',
  },
  {
    path: /^ReplicationConfiguration\.Rules\[\*\]\.Filter/,
    operators: ['drop'],
    reason: 'AWS refuses it, or copies everything',
  },
  ...ACCESS_SURVIVORS,
  ...DATA_SURVIVORS,
  ...OPERATION_SURVIVORS,
  ...POLICY_SURVIVORS,
];
