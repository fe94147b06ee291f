import { isClusterMember } from '../../analysis/data-stores';
import { asAlternative } from '../../analysis/evidence';
import { isTrue, oneOf } from '../../model/requirement';
import { defineRule } from '../define';

/** What CloudFormation does with each kind of store where DeletionPolicy is not written. */
const DEFAULT: Readonly<Record<string, 'Delete' | 'Snapshot'>> = {
  'AWS::S3::Bucket': 'Delete',
  'AWS::RDS::DBCluster': 'Snapshot',
  'AWS::RDS::DBInstance': 'Snapshot',
  'AWS::DocDB::DBCluster': 'Delete',
  'AWS::Neptune::DBCluster': 'Delete',
  'AWS::NeptuneGraph::Graph': 'Delete',
  'AWS::DynamoDB::Table': 'Delete',
  'AWS::DynamoDB::GlobalTable': 'Delete',
  'AWS::EFS::FileSystem': 'Delete',
  'AWS::FSx::FileSystem': 'Delete',
  'AWS::EC2::Volume': 'Delete',
  'AWS::Redshift::Cluster': 'Delete',
  'AWS::OpenSearchService::Domain': 'Delete',
  'AWS::Elasticsearch::Domain': 'Delete',
};
/** Stores that have a protection of their own, which stops the deletion of the stack as well. */
const PROTECTED_BY: Readonly<Record<string, string>> = {
  'AWS::RDS::DBCluster': 'DeletionProtection',
  'AWS::RDS::DBInstance': 'DeletionProtection',
  'AWS::DocDB::DBCluster': 'DeletionProtection',
  'AWS::Neptune::DBCluster': 'DeletionProtection',
  'AWS::NeptuneGraph::Graph': 'DeletionProtection',
  'AWS::DynamoDB::Table': 'DeletionProtectionEnabled',
};

export const DataStoreSurvivesStack = defineRule({
  id: 'DataStoreSurvivesStack',
  clauses: ['8.1⑥'],
  title: {
    ja: '重要なデータストアは、スタックの削除によって消去されないようにする',
    en: 'Data stores that matter are not deleted together with their stack',
  },
  why: {
    ja: 'スタックの削除や論理IDの変更という配備上の操作だけで、データベースのテーブル、ファイルシステム等が業務データごと消える。',
    en: 'Deleting a stack, or merely renaming a construct, takes tables, file systems and the like away with all that they hold.',
  },
  fix: {
    ja: 'DeletionPolicyをRetain（対応する種類ではSnapshotも可）にしてください。',
    en: 'Set DeletionPolicy to Retain, or to Snapshot where the type has it.',
  },
  cdk: {
    ja: 'removalPolicyをRemovalPolicy.RETAINとする',
    en: 'removalPolicy: RemovalPolicy.RETAIN',
  },
  resources: Object.keys(DEFAULT),
  appliesTo: { zones: ['my-number'], orIntegrityAtLeast: 2, orAvailabilityAtLeast: 2 },
  check: (store) => {
    const kept = store
      .attribute('DeletionPolicy')
      .orDefault(DEFAULT[store.type] as string)
      .must(oneOf('Retain', 'RetainExceptOnCreate', 'Snapshot'));
    const property = PROTECTED_BY[store.type];
    const claim =
      property === undefined
        ? kept
        : kept.or(asAlternative(store.get(property).orDefault(false).must(isTrue)));
    return store.type === 'AWS::RDS::DBInstance' ? claim.onlyIf(isClusterMember(store).not()) : claim;
  },
});
