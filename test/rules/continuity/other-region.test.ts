import { BackupPlanCopiesToOtherRegion } from '../../../lib/rules/continuity/BackupPlanCopiesToOtherRegion';
import { DataStoreCopiedToOtherRegion } from '../../../lib/rules/continuity/DataStoreCopiedToOtherRegion';
import { LongKeptObjectsAreLocked } from '../../../lib/rules/continuity/LongKeptObjectsAreLocked';
import { ruleCases } from '../../helpers/rule-cases';
import { about, att, inOsaka, inTokyo, matters, NONE, of, p, ref, when } from './pieces';

const OSAKA = { 'Fn::Sub': 'arn:aws:backup:ap-northeast-3:${AWS::AccountId}:backup-vault:copies' };
const TOKYO = { 'Fn::Sub': 'arn:aws:backup:ap-northeast-1:${AWS::AccountId}:backup-vault:copies' };
const HERE = { 'Fn::Sub': 'arn:aws:backup:${AWS::Region}:${AWS::AccountId}:backup-vault:copies' };
const rule = (...copies: unknown[]) => ({
  RuleName: 'daily',
  TargetBackupVault: 'vault',
  CopyActions: copies.map((DestinationBackupVaultArn) => ({ DestinationBackupVaultArn })),
});
const plan = (...rules: object[]) =>
  of('AWS::Backup::BackupPlan', { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: rules } });
const vault = of('AWS::Backup::BackupVault', { BackupVaultName: 'copies' });

/** A rule whose copies in the other region are kept for some days. */
const copied = (DeleteAfterDays: unknown) => ({
  RuleName: 'daily',
  TargetBackupVault: 'v',
  CopyActions: [{ DestinationBackupVaultArn: OSAKA, Lifecycle: { DeleteAfterDays } }],
});

ruleCases(BackupPlanCopiesToOtherRegion, [
  {
    name: 'accepts a copy to the other region',
    expect: 'compliant',
    template: inTokyo(matters({ P1: plan(rule(OSAKA)) })),
    example: true,
  },
  {
    name: 'is content with one rule that copies',
    expect: 'compliant',
    template: inTokyo(matters({ P1: plan(rule(), rule(OSAKA)) })),
  },
  {
    name: 'refuses a plan that copies nothing',
    expect: 'violation',
    resources: { P1: plan(rule()) },
    property: 'BackupPlan.BackupPlanRule',
    example: true,
  },
  {
    name: 'refuses a copy to the region of the stack',
    expect: 'violation',
    template: inTokyo(matters({ P1: plan(rule(TOKYO)) })),
    property: /DestinationBackupVaultArn$/,
  },
  {
    name: 'refuses a copy that is gone the next day',
    expect: 'violation',
    template: inTokyo(matters({ P1: plan(copied(1)) })),
    property: /CopyActions\[0\]\.Lifecycle\.DeleteAfterDays$/,
  },
  {
    name: 'accepts a copy that is kept as long as the profile asks',
    expect: 'compliant',
    template: inTokyo(matters({ P1: plan(copied(7)) })),
  },
  {
    name: 'cannot tell the days of a copy by parameter',
    expect: 'undetermined',
    template: inTokyo(matters({ P1: plan(copied(p)) })),
  },
  about('refuses a copy within the region, whichever that is', 'violation', { P1: plan(rule(HERE)) }),
  about('refuses a copy to a vault of the same stack', 'violation', {
    P1: plan(rule(att('V', 'BackupVaultArn'))),
    V: vault,
  }),
  {
    name: 'cannot tell an import: exports do not reach another region',
    expect: 'undetermined',
    template: [
      inTokyo(matters({ P1: plan(rule({ 'Fn::ImportValue': 'copies' })) })),
      inOsaka({
        Resources: { W: vault },
        Outputs: { O: { Value: att('W', 'BackupVaultArn'), Export: { Name: 'copies' } } },
      }),
    ],
  },
  about('asks for the region of a stack that does not say it', 'evidence', { P1: plan(rule(OSAKA)) }),
  ...(
    [
      ['accepts the other of two regions, whichever the stack is in', 'compliant', OSAKA, TOKYO],
      ['refuses a choice that is the wrong way round', 'violation', TOKYO, OSAKA],
    ] as const
  ).map(([name, expect, there, otherwise]) => ({
    name,
    expect,
    template: {
      ...matters({ P1: plan(rule({ 'Fn::If': ['InTokyo', there, otherwise] })) }),
      Conditions: { InTokyo: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'ap-northeast-1'] } },
    },
  })),
  about('cannot tell where a parameter leads', 'undetermined', { P1: plan(rule(p)) }),
  about('sees that a condition leaves the copy out', 'violation', {
    P1: of('AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanName: 'plan',
        BackupPlanRule: [{ ...rule(), CopyActions: when(rule(OSAKA).CopyActions, NONE) }],
      },
    }),
  }),
  {
    name: 'asks it of what matters only',
    expect: 'not-applicable',
    zone: 'internet',
    template: {
      Metadata: { Jichitai: { Integrity: 1, Availability: 1 } },
      Resources: { P1: plan(rule()) },
    },
  },
]);

const select = (...names: string[]) =>
  of('AWS::Backup::BackupSelection', {
    BackupPlanId: ref('P1'),
    BackupSelection: {
      SelectionName: 's',
      IamRoleArn: 'arn:aws:iam::111122223333:role/b',
      Resources: names.map((name) => att(name)),
    },
  });
const database = (more: object = {}) => of('AWS::RDS::DBInstance', { Engine: 'postgres', ...more });
const replicated = (bucket: unknown, Status = 'Enabled') =>
  of('AWS::S3::Bucket', {
    ReplicationConfiguration: { Role: 'r', Rules: [{ Status, Destination: { Bucket: bucket } }] },
  });
const on = (subject: string) => ({ subject });

ruleCases(DataStoreCopiedToOtherRegion, [
  about(
    'refuses a table that lies in one region',
    'violation',
    { X: of('AWS::DynamoDB::Table') },
    { example: true },
  ),
  about(
    'accepts a table with replicas in two regions',
    'compliant',
    {
      X: of('AWS::DynamoDB::GlobalTable', {
        Replicas: [{ Region: 'ap-northeast-1' }, { Region: 'ap-northeast-3' }],
      }),
    },
    { example: true },
  ),
  about('refuses a global table with one replica here', 'violation', {
    X: of('AWS::DynamoDB::GlobalTable', { Replicas: [{ Region: ref('AWS::Region') }] }),
  }),
  {
    name: 'accepts a store whose plan copies',
    expect: 'compliant',
    template: inTokyo(matters({ X: of('AWS::DynamoDB::Table'), P1: plan(rule(OSAKA)), S: select('X') })),
    ...on('X'),
  },
  about(
    'refuses a store whose plan does not copy',
    'violation',
    { X: of('AWS::DynamoDB::Table'), P1: plan(rule()), S: select('X') },
    on('X'),
  ),
  about(
    'cannot tell where the copies of its plan go',
    'undetermined',
    { X: of('AWS::DynamoDB::Table'), P1: plan(rule(p)), S: select('X') },
    on('X'),
  ),
  {
    name: 'accepts backups of RDS that are replicated',
    expect: 'compliant',
    template: inTokyo(matters({ X: database({ AutomaticBackupReplicationRegion: 'ap-northeast-3' }) })),
  },
  {
    name: 'refuses replication to the same region',
    expect: 'violation',
    template: inTokyo(matters({ X: database({ AutomaticBackupReplicationRegion: 'ap-northeast-1' }) })),
  },
  about(
    'leaves a member to its cluster',
    'compliant',
    {
      C: of('AWS::RDS::DBCluster', { GlobalClusterIdentifier: 'all' }),
      X: database({ DBClusterIdentifier: ref('C') }),
    },
    on('X'),
  ),
  about('asks for the other member of a global cluster', 'evidence', {
    X: of('AWS::RDS::DBCluster', { GlobalClusterIdentifier: 'all' }),
  }),
  about('refuses a cluster on its own', 'violation', { X: of('AWS::RDS::DBCluster') }),
  {
    name: 'accepts a file system that is replicated',
    expect: 'compliant',
    template: inTokyo(
      matters({
        X: of('AWS::EFS::FileSystem', {
          ReplicationConfiguration: { Destinations: [{ Region: 'ap-northeast-3' }] },
        }),
      }),
    ),
  },
  {
    name: 'follows a bucket to its replica in another region',
    expect: 'compliant',
    template: [
      inTokyo(matters({ X: replicated('arn:aws:s3:::city-copies') })),
      inOsaka(matters({ Y: of('AWS::S3::Bucket', { BucketName: 'city-copies' }) })),
    ],
    ...on('X'),
  },
  about(
    'refuses a replica in the same stack',
    'violation',
    { X: replicated(att('Y')), Y: of('AWS::S3::Bucket') },
    on('X'),
  ),
  about(
    'asks no copy of a copy',
    'compliant',
    { X: replicated(att('Y')), Y: of('AWS::S3::Bucket') },
    on('Y'),
  ),
  about('asks where a bucket that is not at hand lies', 'evidence', {
    X: replicated('arn:aws:s3:::elsewhere'),
  }),
  about('refuses replication that is off', 'violation', {
    X: replicated('arn:aws:s3:::elsewhere', 'Disabled'),
  }),
]);

const archive = (more: object = {}, rule_: object = {}) =>
  of('AWS::S3::Bucket', {
    LifecycleConfiguration: {
      Rules: [
        {
          Status: 'Enabled',
          Transitions: [{ StorageClass: 'DEEP_ARCHIVE', TransitionInDays: 30 }],
          ...rule_,
        },
      ],
    },
    ...more,
  });
const LOCK = {
  ObjectLockEnabled: true,
  ObjectLockConfiguration: {
    ObjectLockEnabled: 'Enabled',
    Rule: { DefaultRetention: { Mode: 'GOVERNANCE', Years: 5 } },
  },
};

ruleCases(LongKeptObjectsAreLocked, [
  {
    name: 'refuses an archive that nothing locks',
    expect: 'violation',
    resources: { X: archive() },
    example: true,
    property: 'ObjectLockEnabled',
  },
  {
    name: 'accepts an archive with a lock',
    expect: 'compliant',
    resources: { X: archive(LOCK) },
    example: true,
  },
  about('asks nothing where nothing is archived', 'compliant', { X: of('AWS::S3::Bucket') }),
  about('asks nothing of what is gone within the year', 'compliant', {
    X: archive({}, { ExpirationInDays: 120 }),
  }),
  about('asks it of what stays for a year', 'violation', { X: archive({}, { ExpirationInDays: 365 }) }),
  about('reads the older form of a transition', 'violation', {
    X: archive({}, { Transitions: NONE, Transition: { StorageClass: 'GLACIER', TransitionInDays: 1 } }),
  }),
  about('ignores a rule that is off', 'compliant', { X: archive({}, { Status: 'Disabled' }) }),
  about('asks who locks what has no default', 'evidence', { X: archive({ ObjectLockEnabled: true }) }),
  about('cannot tell a lock by parameter', 'undetermined', { X: archive({ ...LOCK, ObjectLockEnabled: p }) }),
  about('sees a lock under a condition', 'violation', {
    X: archive({ ...LOCK, ObjectLockEnabled: when(true, false) }),
  }),
]);
