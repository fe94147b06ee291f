import { isClusterMember } from '../../analysis/data-stores';
import type { Claim } from '../../model/claim';
import { equals, isTrue } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

/** How each kind of store is protected; without it, none is. */
const PROTECTION: Readonly<Record<string, (store: Resource) => Claim>> = {
  'AWS::RDS::DBCluster': flag('DeletionProtection'),
  'AWS::RDS::DBInstance': (instance) =>
    flag('DeletionProtection')(instance).onlyIf(isClusterMember(instance).not()),
  'AWS::RDS::GlobalCluster': flag('DeletionProtection'),
  'AWS::DocDB::DBCluster': flag('DeletionProtection'),
  'AWS::Neptune::DBCluster': flag('DeletionProtection'),
  'AWS::DocDB::GlobalCluster': flag('DeletionProtection'),
  'AWS::NeptuneGraph::Graph': flag('DeletionProtection'),
  'AWS::DSQL::Cluster': flag('DeletionProtectionEnabled'),
  // A ledger is protected unless it says otherwise.
  'AWS::QLDB::Ledger': (ledger) => ledger.get('DeletionProtection').orDefault(true).must(isTrue),
  'AWS::DynamoDB::Table': flag('DeletionProtectionEnabled'),
  'AWS::DynamoDB::GlobalTable': (table) =>
    table
      .get('Replicas')
      .items()
      .every((replica) => replica.get('DeletionProtectionEnabled').orDefault(false).must(isTrue)),
  'AWS::Cognito::UserPool': (pool) =>
    pool.get('DeletionProtection').orDefault('INACTIVE').must(equals('ACTIVE')),
};

export const DatabaseDeletionProtection = defineRule({
  id: 'DatabaseDeletionProtection',
  clauses: ['8.1⑥'],
  title: {
    ja: '重要なデータベース及びユーザープールは、削除保護を有効にする',
    en: 'Databases and user pools that matter are protected against deletion',
  },
  why: {
    ja: '削除保護がないと、対象を取り違えた一度の操作で、稼働中のデータベースや利用者の登録情報が失われ、業務が止まる。',
    en: 'Without protection one command against the wrong target removes a running database or the accounts of all users, and the work stops.',
  },
  fix: {
    ja: 'DeletionProtection（DynamoDBではDeletionProtectionEnabled）をtrueに、CognitoのユーザープールではACTIVEにしてください。',
    en: 'Set DeletionProtection (DeletionProtectionEnabled for DynamoDB) to true, for a user pool of Cognito to ACTIVE.',
  },
  cdk: {
    ja: 'DatabaseCluster、Table、UserPool等のdeletionProtectionをtrueとする',
    en: 'deletionProtection: true of DatabaseCluster, Table, UserPool and the like',
  },
  resources: Object.keys(PROTECTION),
  appliesTo: { zones: ['my-number'], orIntegrityAtLeast: 2, orAvailabilityAtLeast: 2 },
  check: (store) => (PROTECTION[store.type] as (store: Resource) => Claim)(store),
});

function flag(property: string): (store: Resource) => Claim {
  return (store) => store.get(property).orDefault(false).must(isTrue);
}
