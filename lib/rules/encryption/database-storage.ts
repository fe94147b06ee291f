import { targetsOf } from '../../analysis/targets';
import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { isTrue, type Requirement } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { isSet, orInherited } from './keys-table';

/**
 * Where the storage of a database comes from decides what StorageEncrypted and KmsKeyId mean
 * (see the reference of AWS::RDS::DBCluster and AWS::RDS::DBInstance):
 * - new: encrypted only if StorageEncrypted is true; without a KmsKeyId by the key aws/rds;
 * - a cluster from a snapshot: encrypted if the snapshot is or a KmsKeyId is given, and by that key;
 * - an instance from a snapshot: as the snapshot is, whatever the template says;
 * - a copy or replica: as its source is, by the KmsKeyId if one is given.
 */
interface Origin {
  readonly snapshot: readonly string[];
  readonly source: readonly string[];
  /** Whether a key in the template replaces that of the snapshot. */
  readonly keyWins: boolean;
}

const CLUSTER: Origin = {
  snapshot: ['SnapshotIdentifier'],
  source: ['SourceDBClusterIdentifier', 'SourceDbClusterResourceId'],
  keyWins: true,
};

const ORIGINS: Readonly<Record<string, Origin>> = {
  'AWS::RDS::DBCluster': CLUSTER,
  'AWS::DocDB::DBCluster': CLUSTER,
  'AWS::Neptune::DBCluster': CLUSTER,
  'AWS::RDS::DBInstance': {
    snapshot: ['DBSnapshotIdentifier', 'DBClusterSnapshotIdentifier'],
    source: [
      'SourceDBInstanceIdentifier',
      'SourceDBClusterIdentifier',
      'SourceDbiResourceId',
      'SourceDBInstanceAutomatedBackupsArn',
    ],
    keyWins: false,
  },
};

/** Says that the storage of a database is encrypted with a customer managed key. */
export function databaseStorage(
  database: Resource,
  key: Requirement,
  seen: ReadonlySet<Resource> = new Set(),
): Claim {
  const { snapshot, source, keyWins } = ORIGINS[database.type] as Origin;
  const keyId = database.get('KmsKeyId');
  const encrypted = database.get('StorageEncrypted');
  const asked = encrypted.must(isTrue).and(keyId.must(key));
  const notRefused = encrypted.orDefault(true).must(isTrue);
  const fromSnapshot = anySet(database, snapshot);
  const fromSource = anySet(database, source);
  const snapshotField = firstSet(database, snapshot);
  const shownBySnapshot = asked.and(
    snapshotField.states(
      'needed',
      { ja: 'スナップショット（その暗号化を引き継ぐ）', en: 'a snapshot, whose encryption is taken over' },
      { ja: '顧客管理の暗号鍵によるスナップショット', en: 'a snapshot with a customer managed key' },
    ),
  );
  return Claim.all([
    asked.onlyIf(Claim.any([fromSnapshot, fromSource]).not()),
    notRefused
      .and(keyWins ? keyId.must(orInherited(key)) : shownBySnapshot.or(unknownSnapshot(snapshotField)))
      .onlyIf(fromSnapshot),
    notRefused.and(copied(database, source, key, seen)).onlyIf(fromSource),
  ]);
}

function unknownSnapshot(field: Field): Claim {
  return field.states(
    'undetermined',
    { ja: 'スナップショット（その暗号化は不明）', en: 'a snapshot, whose encryption is not known' },
    { ja: '顧客管理の暗号鍵によるスナップショット', en: 'a snapshot with a customer managed key' },
  );
}

/** A copy names a key of its own, or has that of its source. */
function copied(
  database: Resource,
  source: readonly string[],
  key: Requirement,
  seen: ReadonlySet<Resource>,
): Claim {
  const keyId = database.get('KmsKeyId');
  const sources = source.flatMap((name) =>
    Object.keys(ORIGINS).flatMap((type) => targetsOf(database.get(name), database.deployment, type)),
  );
  const ofSource = Claim.any(
    sources
      .filter(({ resource }) => resource !== database && !seen.has(resource))
      .map(({ when, resource }) =>
        Claim.when(when).and(databaseStorage(resource, key, new Set([...seen, database]))),
      ),
  );
  const given = keyId.must(key);
  const inherits = isSet(keyId).not();
  const inTemplates = Claim.any(sources.map(({ when }) => Claim.when(when)));
  return given.or(
    inherits.and(ofSource.onlyIf(inTemplates)).and(keyId.must(orInherited(key)).onlyIf(inTemplates.not())),
  );
}

function anySet(resource: Resource, names: readonly string[]): Claim {
  return Claim.any(names.map((name) => isSet(resource.get(name))));
}

function firstSet(resource: Resource, names: readonly string[]): Field {
  const name = names.find((candidate) => !resource.get(candidate).isAbsent) ?? (names[0] as string);
  return resource.get(name);
}
