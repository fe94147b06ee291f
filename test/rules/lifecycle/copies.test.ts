import { BackupsExpire } from '../../../lib/rules/lifecycle/BackupsExpire';
import { IncompleteUploadsExpire } from '../../../lib/rules/lifecycle/IncompleteUploadsExpire';
import { OldVersionsExpire } from '../../../lib/rules/lifecycle/OldVersionsExpire';
import { ReplicasFollowDeletion } from '../../../lib/rules/lifecycle/ReplicasFollowDeletion';
import { ruleCases } from '../../helpers/rule-cases';
import { about, att, marked, NONE, of, p, ref, when } from '../continuity/pieces';

const onX = { subject: 'X' };
const bucket = (more: object = {}, rules?: unknown) =>
  of('AWS::S3::Bucket', {
    ...more,
    ...(rules === undefined ? {} : { LifecycleConfiguration: { Rules: rules } }),
  });
const VERSIONED = { VersioningConfiguration: { Status: 'Enabled' } };
const versioned = (rule?: object) =>
  bucket(VERSIONED, rule === undefined ? undefined : [{ Status: 'Enabled', ...rule }]);
const archiveOf = (name: string) =>
  of('AWS::CloudTrail::Trail', { IsLogging: true, S3BucketName: ref(name) });

ruleCases(OldVersionsExpire, [
  about(
    'refuses versions without an end',
    'violation',
    { X: versioned() },
    { example: true, property: 'LifecycleConfiguration.Rules' },
  ),
  about(
    'accepts an end of old versions',
    'compliant',
    { X: versioned({ NoncurrentVersionExpiration: { NoncurrentDays: 90 } }) },
    { example: true },
  ),
  about('reads the older form', 'compliant', { X: versioned({ NoncurrentVersionExpirationInDays: 90 }) }),
  about('ignores a rule that is off', 'violation', {
    X: bucket(VERSIONED, [{ Status: 'Disabled', NoncurrentVersionExpirationInDays: 90 }]),
  }),
  about('asks nothing without versions', 'compliant', { X: bucket() }),
  about('asks nothing of a locked bucket', 'compliant', {
    X: bucket({ ...VERSIONED, ObjectLockEnabled: true }),
  }),
  about('asks nothing of logs', 'compliant', { X: versioned(), T: archiveOf('X') }, onX),
  about('cannot tell rules by parameter', 'undetermined', { X: bucket(VERSIONED, p) }),
  about('sees an end under a condition', 'violation', {
    X: bucket(VERSIONED, when([{ Status: 'Enabled', NoncurrentVersionExpirationInDays: 9 }], NONE)),
  }),
  {
    name: 'asks nothing of what is public',
    expect: 'not-applicable',
    zone: 'internet',
    template: marked({ Confidentiality: 1 }, { X: versioned() }),
  },
]);

ruleCases(IncompleteUploadsExpire, [
  about(
    'refuses parts without an end',
    'violation',
    { X: bucket() },
    { example: true, property: 'LifecycleConfiguration.Rules' },
  ),
  about(
    'accepts an end of parts',
    'compliant',
    { X: bucket({}, [{ Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }]) },
    { example: true },
  ),
  about('refuses another rule', 'violation', {
    X: bucket({}, [{ Status: 'Enabled', ExpirationInDays: 90 }]),
  }),
  about('asks nothing of logs', 'compliant', { X: bucket(), T: archiveOf('X') }, onX),
  about('cannot tell rules by parameter', 'undetermined', { X: bucket({}, p) }),
]);

const replicated = (rule: object) =>
  bucket({
    ReplicationConfiguration: {
      Role: 'r',
      Rules: [{ Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::copies' }, ...rule }],
    },
  });

ruleCases(ReplicasFollowDeletion, [
  about(
    'refuses a replica that keeps what is deleted',
    'violation',
    { X: replicated({ Filter: {}, Priority: 1, DeleteMarkerReplication: { Status: 'Disabled' } }) },
    { example: true, property: /DeleteMarkerReplication.Status$/ },
  ),
  about(
    'accepts deletion that is replicated',
    'compliant',
    { X: replicated({ Filter: {}, Priority: 1, DeleteMarkerReplication: { Status: 'Enabled' } }) },
    { example: true },
  ),
  about('reads absence as off', 'violation', { X: replicated({ Filter: {}, Priority: 1 }) }),
  about('knows that the older form follows always', 'compliant', { X: replicated({ Prefix: '' }) }),
  about('asks nothing of rules that are off', 'compliant', {
    X: replicated({ Status: 'Disabled', Filter: {} }),
  }),
  about('asks nothing without replication', 'compliant', { X: bucket() }),
  about('asks nothing of logs', 'compliant', { X: replicated({ Filter: {} }), T: archiveOf('X') }, onX),
  about('cannot tell by parameter', 'undetermined', {
    X: replicated({ Filter: {}, DeleteMarkerReplication: { Status: p } }),
  }),
]);

const rule = (more: object = {}) => ({
  RuleName: 'daily',
  TargetBackupVault: 'vault',
  Lifecycle: { DeleteAfterDays: 35 },
  ...more,
});
const plan = (...rules: object[]) =>
  of('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: rules } });
const schedule = (more: object = {}) =>
  of('AWS::DLM::LifecyclePolicy', {
    PolicyDetails: { ResourceTypes: ['VOLUME'], Schedules: [{ RetainRule: { Count: 7 }, ...more }] },
  });

ruleCases(BackupsExpire, [
  {
    name: 'refuses backups without an end',
    expect: 'violation',
    resources: { X: plan(rule({ Lifecycle: NONE })) },
    example: true,
    property: /DeleteAfterDays$/,
  },
  { name: 'accepts backups with an end', expect: 'compliant', resources: { X: plan(rule()) }, example: true },
  about('looks at each rule', 'violation', {
    X: plan(rule(), rule({ Lifecycle: { MoveToColdStorageAfterDays: 30 } })),
  }),
  about('looks at copies, too', 'violation', {
    X: plan(
      rule({
        CopyActions: [{ DestinationBackupVaultArn: att('V'), Lifecycle: { MoveToColdStorageAfterDays: 30 } }],
      }),
    ),
  }),
  about('lets copies that say nothing end with their source', 'compliant', {
    X: plan(rule({ CopyActions: [{ DestinationBackupVaultArn: att('V') }] })),
  }),
  about('refuses copies of what has no end', 'violation', {
    X: plan(rule({ Lifecycle: NONE, CopyActions: [{ DestinationBackupVaultArn: att('V') }] })),
  }),
  about('refuses -1, which takes the end away', 'violation', {
    X: plan(rule({ Lifecycle: { DeleteAfterDays: -1 } })),
  }),
  about('accepts copies with an end', 'compliant', {
    X: plan(
      rule({ CopyActions: [{ DestinationBackupVaultArn: 'arn', Lifecycle: { DeleteAfterDays: 90 } }] }),
    ),
  }),
  about('accepts snapshots that are counted', 'compliant', { X: schedule() }),
  about('refuses copies of snapshots without an end', 'violation', {
    X: schedule({ CrossRegionCopyRules: [{ TargetRegion: 'ap-northeast-3', Encrypted: true }] }),
  }),
  about('cannot tell rules by parameter', 'undetermined', {
    X: of('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanRule: p } }),
  }),
  about('sees an end under a condition', 'violation', {
    X: plan(rule({ Lifecycle: when({ DeleteAfterDays: 35 }, NONE) })),
  }),
]);
