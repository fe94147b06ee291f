import { BackupVaultLocked } from '../../../lib/rules/continuity/BackupVaultLocked';
import { ServerIsRedundant } from '../../../lib/rules/continuity/ServerIsRedundant';
import { ruleCases } from '../../helpers/rule-cases';

const of = (Type: string, Properties: object = {}) => ({ Type, Properties });
const p = { Ref: 'P' };
const matters = (resources: object) => ({
  Metadata: { Jichitai: { Availability: 2 } },
  Parameters: { P: { Type: 'Number', Default: 2 } },
  Resources: resources,
});
const scaling = (least: unknown) =>
  of('AWS::ApplicationAutoScaling::ScalableTarget', {
    MinCapacity: least,
    MaxCapacity: 6,
    ResourceId: { 'Fn::Join': ['/', ['service', 'cluster', { 'Fn::GetAtt': ['S', 'Name'] }]] },
  });

ruleCases(ServerIsRedundant, [
  {
    name: 'accepts two tasks',
    expect: 'compliant',
    template: matters({ S: of('AWS::ECS::Service', { DesiredCount: '2' }) }),
  },
  {
    name: 'reads absence as one task',
    expect: 'violation',
    template: matters({ S: of('AWS::ECS::Service') }),
    property: 'DesiredCount',
  },
  {
    name: 'leaves a daemon to its cluster',
    expect: 'compliant',
    template: matters({ S: of('AWS::ECS::Service', { SchedulingStrategy: 'DAEMON' }) }),
  },
  {
    name: 'accepts scaling that keeps two',
    expect: 'compliant',
    template: matters({ S: of('AWS::ECS::Service'), T: scaling(2) }),
  },
  {
    name: 'sees that scaling may leave one',
    expect: 'violation',
    template: matters({ S: of('AWS::ECS::Service', { DesiredCount: 2 }), T: scaling(1) }),
  },
  {
    name: 'does not trust the default of a parameter',
    expect: 'undetermined',
    template: matters({ S: of('AWS::ECS::Service', { DesiredCount: p }) }),
  },
  {
    name: 'wants two servers of a group at least',
    expect: 'violation',
    template: matters({ S: of('AWS::AutoScaling::AutoScalingGroup', { MinSize: '1', MaxSize: '4' }) }),
  },
  {
    name: 'wants a cache that fails over',
    expect: 'violation',
    template: matters({ S: of('AWS::ElastiCache::ReplicationGroup', { NumCacheClusters: 2 }) }),
  },
  {
    name: 'wants the other node of a cache in another zone',
    expect: 'violation',
    template: matters({ S: of('AWS::ElastiCache::ReplicationGroup', { AutomaticFailoverEnabled: true }) }),
  },
  {
    name: 'accepts a cache over several zones',
    expect: 'compliant',
    template: matters({
      S: of('AWS::ElastiCache::ReplicationGroup', { AutomaticFailoverEnabled: true, MultiAZEnabled: true }),
    }),
  },
  {
    name: 'accepts a cache whose zones are written out',
    expect: 'compliant',
    template: matters({
      S: of('AWS::ElastiCache::ReplicationGroup', {
        AutomaticFailoverEnabled: true,
        PreferredCacheClusterAZs: ['ap-northeast-1a', 'ap-northeast-1c'],
      }),
    }),
  },
  {
    name: 'takes the replica that MemoryDB has by default',
    expect: 'compliant',
    template: matters({ S: of('AWS::MemoryDB::Cluster') }),
  },
  {
    name: 'takes a file system of the region',
    expect: 'compliant',
    template: matters({ S: of('AWS::EFS::FileSystem') }),
  },
  {
    name: 'refuses a file system of one zone',
    expect: 'violation',
    template: matters({ S: of('AWS::EFS::FileSystem', { AvailabilityZoneName: 'ap-northeast-1a' }) }),
  },
  {
    name: 'judges FSx by its kind: Windows in one zone',
    expect: 'violation',
    template: matters({
      S: of('AWS::FSx::FileSystem', {
        FileSystemType: 'WINDOWS',
        WindowsConfiguration: { DeploymentType: 'SINGLE_AZ_2' },
      }),
    }),
    property: 'WindowsConfiguration.DeploymentType',
  },
  {
    name: 'judges FSx by its kind: ONTAP in two zones',
    expect: 'compliant',
    template: matters({
      S: of('AWS::FSx::FileSystem', {
        FileSystemType: 'ONTAP',
        OntapConfiguration: { DeploymentType: 'MULTI_AZ_2' },
      }),
    }),
  },
  {
    name: 'wants a search domain of several zones',
    expect: 'violation',
    template: matters({ S: of('AWS::OpenSearchService::Domain', { ClusterConfig: { InstanceCount: 2 } }) }),
  },
  {
    name: 'takes a search domain with a standby',
    expect: 'compliant',
    template: matters({
      S: of('AWS::OpenSearchService::Domain', { ClusterConfig: { MultiAZWithStandbyEnabled: true } }),
    }),
  },
  {
    name: 'wants three masters, where a search domain has masters of their own',
    expect: 'violation',
    template: matters({
      S: of('AWS::OpenSearchService::Domain', {
        ClusterConfig: { ZoneAwarenessEnabled: true, DedicatedMasterEnabled: true, DedicatedMasterCount: 1 },
      }),
    }),
  },
  {
    name: 'accepts three of them',
    expect: 'compliant',
    template: matters({
      S: of('AWS::OpenSearchService::Domain', {
        ClusterConfig: { ZoneAwarenessEnabled: true, DedicatedMasterEnabled: true, DedicatedMasterCount: 3 },
      }),
    }),
  },
  {
    name: 'refuses a broker that stands alone',
    expect: 'violation',
    template: matters({ S: of('AWS::AmazonMQ::Broker', { DeploymentMode: 'SINGLE_INSTANCE' }) }),
  },
  {
    name: 'asks it of availability 2 only',
    expect: 'not-applicable',
    template: { Metadata: { Jichitai: { Availability: 1 } }, Resources: { S: of('AWS::ECS::Service') } },
  },
]);

const vault = (lock?: object) =>
  of('AWS::Backup::BackupVault', {
    BackupVaultName: 'vault',
    ...(lock === undefined ? {} : { LockConfiguration: lock }),
  });
const plan = (rule: object) =>
  of('AWS::Backup::BackupPlan', {
    BackupPlan: { BackupPlanName: 'p', BackupPlanRule: [{ RuleName: 'r', ...rule }] },
  });
const LONG = { DeleteAfterDays: 3650 };

ruleCases(BackupVaultLocked, [
  {
    name: 'accepts a lock',
    expect: 'compliant',
    resources: {
      V: vault({ MinRetentionDays: 365 }),
      P: plan({ TargetBackupVault: { Ref: 'V' }, Lifecycle: LONG }),
    },
  },
  {
    name: 'wants it where backups are kept for years',
    expect: 'violation',
    resources: { V: vault(), P: plan({ TargetBackupVault: { Ref: 'V' }, Lifecycle: LONG }) },
  },
  {
    name: 'wants it where they are never deleted, the vault being named',
    expect: 'violation',
    resources: { V: vault(), P: plan({ TargetBackupVault: 'vault' }) },
  },
  {
    name: 'wants it where copies are kept for years',
    expect: 'violation',
    resources: {
      V: vault(),
      P: plan({
        TargetBackupVault: 'other',
        Lifecycle: { DeleteAfterDays: 35 },
        CopyActions: [
          { DestinationBackupVaultArn: { 'Fn::GetAtt': ['V', 'BackupVaultArn'] }, Lifecycle: LONG },
        ],
      }),
    },
  },
  {
    name: 'lets what is kept for a month alone',
    expect: 'compliant',
    resources: {
      V: vault(),
      P: plan({ TargetBackupVault: { Ref: 'V' }, Lifecycle: { DeleteAfterDays: 35 } }),
    },
  },
  {
    name: 'cannot tell whether a parameter means long',
    expect: 'undetermined',
    template: {
      Parameters: { P: { Type: 'Number', Default: 35 } },
      Resources: {
        V: vault(),
        Plan: plan({ TargetBackupVault: { Ref: 'V' }, Lifecycle: { DeleteAfterDays: p } }),
      },
    },
  },
]);
