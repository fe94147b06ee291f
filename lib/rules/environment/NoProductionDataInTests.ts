import { environmentOf, isOfTests } from '../../analysis/environments';
import { asked } from '../../analysis/identity/asked';
import { bare } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import { type Deployment, fieldsAt } from '../../model/deployment';
import type { Field } from '../../model/field';
import { ALWAYS, type Guard } from '../../model/guard';
import { physicalName } from '../../model/physical-name';
import type { Resource } from '../../model/resource';
import { describeValue, identityOf, type Value } from '../../model/value';
import type { Text } from '../../text';
import { type Context, defineRule } from '../define';

/** Where stores name what their contents come from. */
const SOURCES: Readonly<Record<string, readonly string[]>> = {
  'AWS::RDS::DBInstance': [
    'DBSnapshotIdentifier',
    'DBClusterSnapshotIdentifier',
    'SourceDBInstanceIdentifier',
    'SourceDBInstanceAutomatedBackupsArn',
    'SourceDbiResourceId',
    'SourceDBClusterIdentifier',
  ],
  'AWS::RDS::DBCluster': [
    'SnapshotIdentifier',
    'SourceDBClusterIdentifier',
    'SourceDbClusterResourceId',
    'ReplicationSourceIdentifier',
  ],
  'AWS::DocDB::DBCluster': ['SnapshotIdentifier', 'SourceDBClusterIdentifier'],
  'AWS::Neptune::DBCluster': ['SnapshotIdentifier', 'SourceDBClusterIdentifier'],
  'AWS::Neptune::DBInstance': ['DBSnapshotIdentifier'],
  'AWS::NeptuneGraph::Graph': ['ImportTask.Source'],
  'AWS::DynamoDB::Table': ['ImportSourceSpecification.S3BucketSource.S3Bucket'],
  'AWS::ElastiCache::ReplicationGroup': ['SnapshotName', 'SnapshotArns'],
  'AWS::ElastiCache::CacheCluster': ['SnapshotName', 'SnapshotArns'],
  'AWS::ElastiCache::ServerlessCache': ['SnapshotArnsToRestore'],
  'AWS::MemoryDB::Cluster': ['SnapshotName', 'SnapshotArns'],
  'AWS::Redshift::Cluster': ['SnapshotIdentifier'],
  'AWS::FSx::FileSystem': ['BackupId'],
  'AWS::FSx::Volume': ['BackupId'],
  'AWS::EC2::Volume': ['SnapshotId', 'SourceVolumeId'],
  'AWS::EC2::Instance': ['BlockDeviceMappings[*].Ebs.SnapshotId'],
  'AWS::EC2::LaunchTemplate': ['LaunchTemplateData.BlockDeviceMappings[*].Ebs.SnapshotId'],
};
const REQUIRED: Text = {
  ja: '運用環境のデータに由来しない、又は加工済みのテストデータ',
  en: 'test data that do not come from production, or have been made anonymous',
};

export const NoProductionDataInTests = defineRule({
  id: 'NoProductionDataInTests',
  clauses: ['7.3(3)②(ウ)'],
  title: {
    ja: '開発環境及びテスト環境のデータストアを、運用環境のスナップショット又は複製から作成しない',
    en: 'Stores of development and verification are not made from snapshots or replicas of production',
  },
  why: {
    ja: '住民の生データがテスト環境に写されると、守りの緩い環境で多くの開発者の目に触れる。',
    en: 'Raw records of residents in a test environment lie open to many developers, where less guards them.',
  },
  fix: {
    ja: 'SnapshotIdentifier、DBSnapshotIdentifier、SourceDBInstanceIdentifier、SnapshotId等から運用環境のものを外し、架空の、又は加工済みのテストデータを投入してください。',
    en: 'Take what comes from production out of SnapshotIdentifier, DBSnapshotIdentifier, SourceDBInstanceIdentifier, SnapshotId and the like, and load invented or anonymous data.',
  },
  cdk: {
    ja: 'DatabaseInstanceFromSnapshot、DatabaseInstanceReadReplica等を、テスト環境では用いない',
    en: 'no DatabaseInstanceFromSnapshot, DatabaseInstanceReadReplica or the like in a test environment',
  },
  resources: Object.keys(SOURCES),
  check: (store, context) => {
    const tests = isOfTests(store, context.marks);
    if (tests.breaks.isAlways) return Claim.HOLDS;
    const fields = (SOURCES[store.type] as readonly string[]).flatMap((path) => fieldsAt(store, path));
    return Claim.all(fields.map((field) => comesFromElsewhere(field, store, tests, context)));
  },
});

function comesFromElsewhere(field: Field, store: Resource, tests: Claim, context: Context): Claim {
  return Claim.all(
    field.alternatives.map(({ when, value }) => {
      if (value.kind === 'absent' || value.kind === 'impossible') return Claim.HOLDS;
      const source = sourceOf(value, store.deployment);
      if (source === undefined) return fromOutside(field, value, tests).onlyIf(when);
      const { production, tests: alike } = environmentOf(source, context.marks);
      // The clause is about personal data and what is confidential, and not about what may be published.
      const open = context.marks.atLeast(source, 'confidentiality', 2).breaks;
      const stated = source === store ? ALWAYS : production.or(alike).or(open);
      const clean = Claim.when(production.minus(open))
        .not()
        .explained(field.path, shown(value), REQUIRED, field.at);
      return asked(clean, tests)
        .and(unmarked(field, value, stated, tests))
        .onlyIf(when);
    }),
  );
}

/** What nobody marked may be production. */
function unmarked(field: Field, value: Value, stated: Guard, tests: Claim): Claim {
  if (stated.isAlways) return Claim.HOLDS;
  return field.states('needed', describeValue(value), REQUIRED).onlyIf(tests.holds.minus(stated));
}

/** Of a snapshot by name somebody has to show where it comes from; of a parameter nobody can yet. */
function fromOutside(field: Field, value: Value, tests: Claim): Claim {
  if (value.kind === 'known')
    return field.states('needed', describeValue(value), REQUIRED).onlyIf(tests.holds);
  // Where nothing declares tests, what a parameter restores is no question yet.
  return bare('undetermined')
    .explained(field.path, describeValue(value), REQUIRED, field.at)
    .onlyIf(tests.holds);
}

function shown(value: Value): Text {
  const { ja, en } = describeValue(value);
  return { ja: `${ja}（運用環境）`, en: `${en}, which is of production` };
}

const NAMED = new WeakMap<Deployment, ReadonlyMap<string, Resource>>();

/** The store of the deployment that a value names, by reference or by its own name. */
function sourceOf(value: Value, deployment: Deployment): Resource | undefined {
  if (value.kind === 'reference') return value.resource;
  if (value.kind === 'text') {
    const part = value.parts.find((one) => typeof one !== 'string' && one.kind === 'reference');
    return part !== undefined && typeof part !== 'string' && part.kind === 'reference'
      ? part.resource
      : undefined;
  }
  const identity = identityOf(value);
  return identity === undefined ? undefined : namesIn(deployment).get(identity);
}

function namesIn(deployment: Deployment): ReadonlyMap<string, Resource> {
  let names = NAMED.get(deployment);
  if (names === undefined) {
    const found = deployment.ofType(...Object.keys(SOURCES), 'AWS::S3::Bucket').flatMap((store) => {
      const name = physicalName(store);
      return name === undefined ? [] : [[name, store] as const];
    });
    names = new Map(found);
    NAMED.set(deployment, names);
  }
  return names;
}
