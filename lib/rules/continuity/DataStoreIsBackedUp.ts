import { isInBackupPlan } from '../../analysis/backups';
import { isClusterMember, isReplica } from '../../analysis/data-stores';
import { Claim } from '../../model/claim';
import { atLeast, equals, isTrue, matching } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';
import { BACKED_UP, RECEIVES_LOGS } from '../reliefs';

type Backup = (store: Resource, days: number) => Claim;

/** How each kind of store keeps backups by itself, with what it does where nothing is written. */
const BACKUP: Readonly<Record<string, Backup>> = {
  'AWS::RDS::DBCluster': retention('BackupRetentionPeriod', 1),
  'AWS::RDS::DBInstance': retention('BackupRetentionPeriod', 1),
  'AWS::DocDB::DBCluster': retention('BackupRetentionPeriod', 1),
  'AWS::Neptune::DBCluster': retention('BackupRetentionPeriod', 1),
  'AWS::Redshift::Cluster': retention('AutomatedSnapshotRetentionPeriod', 1),
  'AWS::DynamoDB::Table': (table, days) => pointInTime(table.get('PointInTimeRecoverySpecification'), days),
  'AWS::DynamoDB::GlobalTable': (table, days) =>
    table
      .get('Replicas')
      .items()
      .every((replica) => pointInTime(replica.get('PointInTimeRecoverySpecification'), days)),
  // The automatic backups of EFS are kept for 35 days.
  'AWS::EFS::FileSystem': (system) =>
    system.get('BackupPolicy.Status').orDefault('DISABLED').must(equals('ENABLED')),
  'AWS::FSx::FileSystem': (system, days) =>
    Claim.all(FSX.map((kind) => kind(system, days))).onlyIf(isScratch(system).not()),
  'AWS::MemoryDB::Cluster': retention('SnapshotRetentionLimit', 0),
  'AWS::DocDBElastic::Cluster': retention('BackupRetentionPeriod', 1),
  // Point-in-time recovery of Keyspaces goes back 35 days.
  'AWS::Cassandra::Table': (table) => table.get('PointInTimeRecoveryEnabled').orDefault(false).must(isTrue),
  // Only AWS Backup keeps anything of it for long enough.
  'AWS::RedshiftServerless::Namespace': onlyByPlan,
  'AWS::Timestream::Table': onlyByPlan,
};

function onlyByPlan(store: Resource): Claim {
  return store
    .get('')
    .states(
      'breaks',
      { ja: 'バックアップの計画に含まれない', en: 'in no plan of AWS Backup' },
      { ja: 'AWS Backupの計画への指定', en: 'selected by a plan of AWS Backup' },
    );
}

export const DataStoreIsBackedUp = defineRule({
  id: 'DataStoreIsBackedUp',
  clauses: ['7.1(2)①'],
  title: {
    ja: '重要なデータベース及びファイルサーバは、定められた期間のバックアップを取得する',
    en: 'Databases and file servers that matter are backed up, and backups are kept for the prescribed period',
  },
  why: {
    ja: 'バックアップがないか期間が短いと、誤操作や改ざんに後日気付いたとき、住民記録や税の台帳を元の時点に戻せない。',
    en: 'Without backups, or with short ones, a mistake or manipulation that is noticed days later cannot be undone in the registers of residents and taxes.',
  },
  fix: {
    ja: 'BackupRetentionPeriodをプロファイルの定める日数以上に（DynamoDBではPointInTimeRecoveryEnabledをtrueに、EFSではBackupPolicy.StatusをENABLEDに、FSxではAutomaticBackupRetentionDaysをその日数以上に）するか、AWS Backupの計画に含めてください。',
    en: 'Set BackupRetentionPeriod to at least the days that the profile prescribes (for DynamoDB PointInTimeRecoveryEnabled to true, for EFS BackupPolicy.Status to ENABLED, for FSx AutomaticBackupRetentionDays to those days). Or select it in a plan of AWS Backup.',
  },
  cdk: {
    ja: 'DatabaseClusterのbackup（DatabaseInstanceではbackupRetention）、DynamoDBのpointInTimeRecoverySpecification若しくはEFSのenableAutomaticBackupsを指定するか、BackupPlan.addSelection()で選択する',
    en: 'backup of DatabaseCluster (backupRetention of DatabaseInstance), pointInTimeRecoverySpecification of DynamoDB, enableAutomaticBackups of EFS, or BackupPlan.addSelection()',
  },
  relievedBy: [RECEIVES_LOGS, BACKED_UP],
  resources: Object.keys(BACKUP),
  // The policy leaves the need to the classification, which asks for backups of integrity 2 and availability 2.
  appliesTo: { zones: ['my-number'], orIntegrityAtLeast: 2, orAvailabilityAtLeast: 2 },
  check: (store, { profile, marks }) => {
    const days = profile.minimumBackupRetentionDays;
    const claim = (BACKUP[store.type] as Backup)(store, days).or(isInBackupPlan(store, days));
    // In whichever zone: what is classified below 2 in both is not asked for, the clause being one of need.
    const low = marks
      .atLeast(store, 'integrity', 2)
      .breaks.and(marks.atLeast(store, 'availability', 2).breaks);
    const asked = claim.onlyIf(low.not());
    // The cluster, or the source of a replica, has the backups.
    return store.type === 'AWS::RDS::DBInstance'
      ? asked.onlyIf(isClusterMember(store).or(isReplica(store)).not())
      : asked;
  },
});

/** File systems of FSx have their settings under the name of their kind; only Lustre keeps none by default. */
const FSX: readonly Backup[] = [
  retentionOfKind('Windows', 30),
  retentionOfKind('Lustre', 0),
  retentionOfKind('Ontap', 30),
  retentionOfKind('OpenZFS', 30),
];

function retentionOfKind(kind: string, otherwise: number): Backup {
  const isKind = equals(kind.toUpperCase());
  return (store, days) =>
    retention(`${kind}Configuration.AutomaticBackupRetentionDays`, otherwise)(store, days).onlyIf(
      store.get('FileSystemType').must(isKind),
    );
}

/** For work in progress only: FSx makes no backups of it. */
function isScratch(system: Resource): Claim {
  return system
    .get('LustreConfiguration.DeploymentType')
    .must(matching(/^SCRATCH_/, { ja: 'SCRATCH_1又はSCRATCH_2', en: 'SCRATCH_1 or SCRATCH_2' }));
}

function retention(property: string, otherwise: number): Backup {
  return (store, days) =>
    store
      .get(property)
      .orDefault(otherwise)
      .must(atLeast(days, { ja: '日', en: ' days' }));
}

function pointInTime(specification: ReturnType<Resource['get']>, days: number): Claim {
  return Claim.all([
    specification.get('PointInTimeRecoveryEnabled').orDefault(false).must(isTrue),
    specification
      .get('RecoveryPeriodInDays')
      .orDefault(35)
      .must(atLeast(days, { ja: '日', en: ' days' })),
  ]);
}
