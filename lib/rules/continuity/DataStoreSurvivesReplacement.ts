import { isClusterMember } from '../../analysis/data-stores';
import { asAlternative } from '../../analysis/evidence';
import { isTrue, oneOf } from '../../model/requirement';
import { defineRule } from '../define';

/** Stores, with the protection of their own that makes CloudFormation fail to delete the old one. */
const STORES: Readonly<Record<string, string | undefined>> = {
  'AWS::S3::Bucket': undefined,
  'AWS::RDS::DBCluster': 'DeletionProtection',
  'AWS::RDS::DBInstance': 'DeletionProtection',
  'AWS::DocDB::DBCluster': 'DeletionProtection',
  'AWS::Neptune::DBCluster': 'DeletionProtection',
  'AWS::NeptuneGraph::Graph': 'DeletionProtection',
  'AWS::DynamoDB::Table': 'DeletionProtectionEnabled',
  'AWS::DynamoDB::GlobalTable': undefined,
  'AWS::EFS::FileSystem': undefined,
  'AWS::FSx::FileSystem': undefined,
  'AWS::EC2::Volume': undefined,
  'AWS::Redshift::Cluster': undefined,
  'AWS::OpenSearchService::Domain': undefined,
  'AWS::Elasticsearch::Domain': undefined,
};

export const DataStoreSurvivesReplacement = defineRule({
  id: 'DataStoreSurvivesReplacement',
  clauses: ['8.1⑥'],
  title: {
    ja: '重要なデータストアは、リソースの置換えによって消去されないようにする',
    en: 'Data stores that matter are not deleted when an update replaces them',
  },
  why: {
    ja: '名称等のプロパティの変更はリソースの置換えとなり、古いデータストアは中の情報ごと削除される。',
    en: 'A change of a name or the like replaces the resource, and the old store is deleted with all that is in it.',
  },
  fix: {
    ja: 'UpdateReplacePolicyをRetain（対応する種類ではSnapshotも可）にしてください。DeletionPolicyは置換えには及びません。',
    en: 'Set UpdateReplacePolicy to Retain, or to Snapshot where the type has it. DeletionPolicy does not cover replacement.',
  },
  cdk: {
    ja: 'removalPolicyをRemovalPolicy.RETAINとする（両方に及ぶ）',
    en: 'removalPolicy: RemovalPolicy.RETAIN, which sets both',
  },
  // The clause asks that changes follow a procedure and are checked. Deletion itself is judged as a must.
  duty: 'should',
  resources: Object.keys(STORES),
  appliesTo: { zones: ['my-number'], orIntegrityAtLeast: 2, orAvailabilityAtLeast: 2 },
  check: (store) => {
    const kept = store.attribute('UpdateReplacePolicy').orDefault('Delete').must(oneOf('Retain', 'Snapshot'));
    const property = STORES[store.type];
    const claim =
      property === undefined
        ? kept
        : kept.or(asAlternative(store.get(property).orDefault(false).must(isTrue)));
    return store.type === 'AWS::RDS::DBInstance' ? claim.onlyIf(isClusterMember(store).not()) : claim;
  },
});
