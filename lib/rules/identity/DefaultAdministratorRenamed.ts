import { contentOf, secretKeyOf } from '../../analysis/identity/secrets';
import { Claim } from '../../model/claim';
import { fieldsAt } from '../../model/deployment';
import type { Field } from '../../model/field';
import { type Guard, NEVER } from '../../model/guard';
import { type Requirement, satisfying } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { describeValue, type Value } from '../../model/value';
import type { Text } from '../../text';
import { defineRule } from '../define';

interface Administrators {
  /** Where their names stand. */
  readonly path: string;
  /** Set where the names are those of another resource, which is judged by itself. */
  readonly sharedBy?: readonly string[];
  /** Set where the names come with the data. */
  readonly restoredBy?: readonly string[];
  /** Without a name there is none of them. */
  readonly optional?: true;
}

const ADMINISTRATORS: Readonly<Record<string, Administrators>> = {
  'AWS::RDS::DBInstance': {
    path: 'MasterUsername',
    sharedBy: [
      'DBClusterIdentifier',
      'SourceDBInstanceIdentifier',
      'SourceDbiResourceId',
      'SourceDBClusterIdentifier',
    ],
    restoredBy: [
      'DBSnapshotIdentifier',
      'DBClusterSnapshotIdentifier',
      'SourceDBInstanceAutomatedBackupsArn',
    ],
  },
  'AWS::RDS::DBCluster': {
    path: 'MasterUsername',
    sharedBy: ['ReplicationSourceIdentifier', 'SourceDBClusterIdentifier', 'SourceDbClusterResourceId'],
    restoredBy: ['SnapshotIdentifier'],
  },
  'AWS::DocDB::DBCluster': {
    path: 'MasterUsername',
    sharedBy: ['SourceDBClusterIdentifier'],
    restoredBy: ['SnapshotIdentifier'],
  },
  'AWS::DocDBElastic::Cluster': { path: 'AdminUserName' },
  'AWS::Redshift::Cluster': {
    path: 'MasterUsername',
    restoredBy: ['SnapshotIdentifier'],
  },
  'AWS::RedshiftServerless::Namespace': {
    path: 'AdminUsername',
    restoredBy: ['SnapshotArn', 'SnapshotName'],
  },
  'AWS::Lightsail::Database': { path: 'MasterUsername' },
  'AWS::Timestream::InfluxDBInstance': { path: 'Username' },
  'AWS::OpenSearchService::Domain': {
    path: 'AdvancedSecurityOptions.MasterUserOptions.MasterUserName',
    optional: true,
  },
  'AWS::Elasticsearch::Domain': {
    path: 'AdvancedSecurityOptions.MasterUserOptions.MasterUserName',
    optional: true,
  },
  'AWS::AmazonMQ::Broker': { path: 'Users[*].Username', optional: true },
};

const REQUIRED: Text = {
  ja: '初期設定の名称（admin、postgresなど）以外の管理者名',
  en: 'a name that is no default of administrators, such as admin or postgres',
};

export const DefaultAdministratorRenamed = defineRule({
  id: 'DefaultAdministratorRenamed',
  clauses: ['7.2(1)③(オ)'],
  title: {
    ja: 'データベース等の管理者IDは、初期設定の名称から変更する',
    en: 'Administrators of databases and brokers do not have default names',
  },
  why: {
    ja: 'adminやpostgres等の名称は最初に試される。名称が知られていれば、攻撃者は管理者のパスワードの推測だけに集中できる。',
    en: 'Names such as admin and postgres are tried first. Who knows the name of the administrator has only the password left to guess.',
  },
  fix: {
    ja: 'MasterUsername（OpenSearchではMasterUserName、Amazon MQではUsersのUsername）に、初期設定にない名称を指定してください。Secrets Managerから取得する場合は、GenerateSecretStringのSecretStringTemplateのusernameを改めます。',
    en: 'Set MasterUsername (MasterUserName of OpenSearch, Username of Users of Amazon MQ) to a name of its own; where it comes from Secrets Manager, change username in SecretStringTemplate of GenerateSecretString.',
  },
  cdk: {
    ja: "EncryptedDatabaseのadministratorName、又はCredentials.fromGeneratedSecret('固有の名称')を用いる",
    en: "administratorName of EncryptedDatabase, or Credentials.fromGeneratedSecret('a-name-of-its-own')",
  },
  resources: Object.keys(ADMINISTRATORS),
  check: (store, { profile }) => {
    const { path, sharedBy = [], restoredBy = [], optional } = ADMINISTRATORS[store.type] as Administrators;
    const isDefault = (name: string) =>
      profile.defaultAdministratorNames.some((other) => other.toLowerCase() === name.toLowerCase());
    const names = namesAt(store, path);
    const renamed = names.map((name) => isRenamed(name, isDefault, store, optional === true));
    const shared = Claim.any(sharedBy.map((source) => store.get(source).must(given)));
    const restored = Claim.any(restoredBy.map((source) => store.get(source).must(given)));
    const secondary = store.get('GlobalClusterIdentifier').must(given).and(unnamed(names));
    const shown = store
      .get(restoredBy[0] ?? path)
      .states(
        'needed',
        { ja: '復元元の管理者名を引き継ぐ', en: 'takes over the name from what it is restored from' },
        REQUIRED,
      );
    return Claim.all(renamed)
      .or(withoutEvidence(shared.or(secondary)))
      .or(withoutEvidence(restored).and(shown));
  },
});

/** The places of names; those of a list that are not there leave none. */
function namesAt(store: Resource, path: string): readonly Field[] {
  return path.includes('[*]') ? fieldsAt(store, path) : [store.get(path)];
}

/** A source that is named: an empty text is as good as none. */
const given: Requirement = satisfying({ ja: '指定', en: 'set' }, (value) => {
  if (value.kind === 'absent' || (value.kind === 'known' && value.value === '')) return 'breaks';
  return value.kind === 'unknown' ? 'undetermined' : 'holds';
});

function unnamed(names: readonly Field[]): Claim {
  return Claim.all(names.map((name) => (name.isAbsent ? Claim.HOLDS : Claim.BREAKS)));
}

function withoutEvidence({ holds, breaks }: Claim): Claim {
  return new Claim(holds, breaks);
}

function isRenamed(
  name: Field,
  isDefault: (name: string) => boolean,
  store: Resource,
  optional: boolean,
): Claim {
  return Claim.all(
    name.alternatives.map(({ when, value }) => {
      if (value.kind === 'absent') {
        return optional
          ? Claim.HOLDS
          : new Claim(when.not(), NEVER, [piece(name, value, 'undetermined', when)]);
      }
      const key = value.kind === 'unknown' ? secretKeyOf(value, store.deployment) : undefined;
      if (key === undefined) return judged(name, value, when, isDefault);
      return Claim.all(
        contentOf(key).map((content) =>
          content.value === 'generated'
            ? Claim.HOLDS
            : judged(name, content.value, when.and(content.when), isDefault, key.secret),
        ),
      );
    }),
  );
}

function judged(
  name: Field,
  value: Value,
  when: Guard,
  isDefault: (name: string) => boolean,
  secret?: Resource,
): Claim {
  const suffix = secret === undefined ? '' : ` (${secret.logicalId})`;
  if (value.kind !== 'known')
    return new Claim(when.not(), NEVER, [piece(name, value, 'undetermined', when, suffix)]);
  if (!isDefault(String(value.value))) return Claim.HOLDS;
  return new Claim(when.not(), when, [piece(name, value, 'breaks', when, suffix)]);
}

function piece(
  { path, at }: Field,
  value: Value,
  outcome: 'breaks' | 'undetermined',
  when: Guard,
  suffix = '',
) {
  const { ja, en } = describeValue(value);
  const actual: Text = suffix === '' ? { ja, en } : { ja: `${ja}${suffix}`, en: `${en}${suffix}` };
  return { path, at, actual, required: REQUIRED, outcome, when };
}
