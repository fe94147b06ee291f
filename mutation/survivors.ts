import { ACCESS_SURVIVORS } from './survivors-access';
import { COMPUTE_SURVIVORS } from './survivors-compute';
import { DATA_SURVIVORS } from './survivors-data';
import { IDENTITY_SURVIVORS } from './survivors-identity';
import { MONITORING_SURVIVORS } from './survivors-monitoring';
import { NETWORK_SURVIVORS } from './survivors-network';
import { OPERATION_SURVIVORS } from './survivors-operation';
import { PIPELINE_SURVIVORS } from './survivors-pipeline';
import { POLICY_SURVIVORS } from './survivors-policies';
import { STORE_SURVIVORS } from './survivors-stores';
import type { Row } from './tables';

/** Subjects in which there is no store of information. */
const STORELESS =
  /Vpc|RetainedLogGroup|Vendor|^(NameFirewall|WebFirewall|DedicatedConnection|ZoneLink|SystemKey \(|EncryptedTopic|OperatorRole|PrivilegedRole|DeploymentRole|StaffUserPool|RecoveryAlarm|PrivateService, without|SecurityMonitoring, provided)/;
/** Subjects with neither a network nor a store. */
const PLACELESS =
  /RetainedLogGroup|Vendor|^(SystemKey \(|EncryptedTopic|OperatorRole|PrivilegedRole|DeploymentRole|StaffUserPool|RecoveryAlarm|SecurityMonitoring, provided)/;
/** Subjects with versions of software that somebody supports until a day that is known. */
const VERSIONED =
  /^(EncryptedDatabase|ManagedSecret|PasswordPolicy|PrivateFunction|PrivateApi|TimeSynced|ReviewedPipeline)/;

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
    path: /^(confidentiality|integrity|availability)$/,
    subject: /^TimeSynced/,
    reason: 'the servers are as they must be of every class, and hold what their disks hold',
  },
  {
    operators: ['drop-mark'],
    path: /^zone$/,
    subject: PLACELESS,
    reason: 'there is neither a network nor a store that must lie in a zone',
  },
  {
    operators: ['drop-mark'],
    path: /^environment$/,
    subject: new RegExp(`${PLACELESS.source}|^WebFirewall`),
    reason: 'there is neither a network nor a store that environments could share',
  },
  {
    operators: ['drop-mark'],
    path: /^planned-use-until$/,
    subject: new RegExp(`^(?!${VERSIONED.source.slice(1)})`),
    reason: 'there is no version of software of which an end of support is announced',
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
  ...NETWORK_SURVIVORS,
  ...STORE_SURVIVORS,
  ...IDENTITY_SURVIVORS,
  ...COMPUTE_SURVIVORS,
  ...MONITORING_SURVIVORS,
  ...PIPELINE_SURVIVORS,
];
