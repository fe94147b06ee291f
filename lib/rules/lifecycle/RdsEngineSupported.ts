import { isClusterMember } from '../../analysis/data-stores';
import { chosenByAws } from '../../analysis/support/claim';
import { targetsOf } from '../../analysis/targets';
import { Claim } from '../../model/claim';
import { present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Context } from '../define';
import { knownWith } from '../reliefs';
import { asksForExtendedSupport, engineVersion, supportRule, upgradesAutomatically } from './support-rules';

/** What a database is made from, and takes its engine and version from unless it says otherwise. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'AWS::RDS::DBInstance': ['SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier'],
  'AWS::RDS::DBCluster': [
    'GlobalClusterIdentifier',
    'ReplicationSourceIdentifier',
    'SourceDBClusterIdentifier',
  ],
  'AWS::RDS::GlobalCluster': ['SourceDBClusterIdentifier'],
};
const SNAPSHOTS = [
  'DBSnapshotIdentifier',
  'DBClusterSnapshotIdentifier',
  'SnapshotIdentifier',
  'SourceDbiResourceId',
];

export const RdsEngineSupported = supportRule({
  id: 'RdsEngineSupported',
  relievedBy: [knownWith('AWS::RDS::DBInstance', 'AWS::RDS::DBCluster')],
  resources: Object.keys(SOURCES),
  subject: { ja: 'RDSのエンジン', en: 'Engines of RDS' },
  stake: {
    ja: 'データベースは、住民記録や税の台帳そのものである。',
    en: 'Databases are the registers of residents and taxes themselves.',
  },
  fix: {
    ja: 'EngineVersionに、標準サポートが利用予定の終わりまで続く版を指定してください。有償の延長サポートによる場合は、EngineLifecycleSupportにopen-source-rds-extended-supportと明記してください。',
    en: 'Set EngineVersion to a version whose standard support lasts until the end of the planned use. To rely on the paid extended support instead, write EngineLifecycleSupport: open-source-rds-extended-support.',
  },
  cdk: {
    ja: 'DatabaseClusterやDatabaseInstanceのengineに新しい版のエンジンを指定する（延長サポートはengineLifecycleSupport）',
    en: 'an engine of a recent version as the engine of DatabaseCluster or DatabaseInstance (engineLifecycleSupport for extended support)',
  },
  check: (database, context) => {
    const own = ownVersion(database, context);
    const inherits = inheritsVersion(database);
    // An instance of a cluster has the version of the cluster.
    return database.type === 'AWS::RDS::DBInstance'
      ? own.onlyIf(isClusterMember(database).or(inherits).not())
      : own.onlyIf(inherits.not());
  },
});

function ownVersion(database: Resource, context: Context): Claim {
  const engine = database.get('Engine');
  const version = database.get('EngineVersion');
  const judged = engineVersion(database, 'rds', engine, version, context, {
    extended: asksForExtendedSupport(database),
    automaticUpgrade: upgradesAutomatically(database),
  });
  const fromSnapshot = Claim.any(SNAPSHOTS.map((name) => database.get(name).must(present))).and(
    version.must(present).not(),
  );
  const asSnapshot = version.states(
    'undetermined',
    { ja: '指定なし（スナップショットの版による）', en: 'not set (as the snapshot has it)' },
    { ja: 'サポート期限の分かる版', en: 'a version of which it is known until when it is supported' },
  );
  const asSource = Claim.any(
    (SOURCES[database.type] ?? []).map((name) => database.get(name).must(present)),
  ).and(version.must(present).not());
  return Claim.all([
    judged.onlyIf(fromSnapshot.or(asSource).not()),
    asSnapshot.onlyIf(fromSnapshot),
    chosenByAws(version).onlyIf(asSource),
  ]);
}

/** Made from another database of the templates without a version of its own: that one is judged. */
function inheritsVersion(database: Resource): Claim {
  const sources = (SOURCES[database.type] ?? []).flatMap((name) =>
    Object.keys(SOURCES).flatMap((type) => targetsOf(database.get(name), database.deployment, type)),
  );
  const inTemplates = Claim.any(sources.map(({ when }) => Claim.when(when)));
  return inTemplates.and(database.get('EngineVersion').must(present).not());
}
