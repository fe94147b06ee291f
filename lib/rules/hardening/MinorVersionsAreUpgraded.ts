import { isTrue, satisfying } from '../../model/requirement';
import { defineRule } from '../define';

/** Where each service says whether it takes over fixes by itself, and what it does when nothing is said. */
const UPGRADES: Readonly<Record<string, { readonly path: string; readonly byDefault: boolean }>> = {
  'AWS::RDS::DBInstance': { path: 'AutoMinorVersionUpgrade', byDefault: true },
  'AWS::RDS::DBCluster': { path: 'AutoMinorVersionUpgrade', byDefault: true },
  'AWS::Neptune::DBInstance': { path: 'AutoMinorVersionUpgrade', byDefault: true },
  'AWS::ElastiCache::ReplicationGroup': { path: 'AutoMinorVersionUpgrade', byDefault: true },
  'AWS::ElastiCache::CacheCluster': { path: 'AutoMinorVersionUpgrade', byDefault: true },
  'AWS::MemoryDB::Cluster': { path: 'AutoMinorVersionUpgrade', byDefault: true },
  'AWS::AmazonMQ::Broker': { path: 'AutoMinorVersionUpgrade', byDefault: true },
  'AWS::DMS::ReplicationInstance': { path: 'AutoMinorVersionUpgrade', byDefault: true },
  'AWS::Redshift::Cluster': { path: 'AllowVersionUpgrade', byDefault: true },
};

/** An instance of a cluster, or one that is restored, need not name its engine. */
const custom = satisfying({ ja: 'RDS Custom', en: 'RDS Custom' }, (value) => {
  if (value.kind === 'absent') return 'breaks';
  if (value.kind !== 'known') return 'undetermined';
  return String(value.value).startsWith('custom-') ? 'holds' : 'breaks';
});

export const MinorVersionsAreUpgraded = defineRule({
  id: 'MinorVersionsAreUpgraded',
  clauses: ['7.6(1)①'],
  title: {
    ja: 'データベース等のマイナーバージョンは、自動的に更新する',
    en: 'Databases and the like are upgraded to new minor versions by themselves',
  },
  why: {
    ja: '修正を取り込まないデータベースには、公表されたセキュリティホールが残る。',
    en: 'A database that does not take over fixes keeps the holes that have been published.',
  },
  fix: {
    ja: 'AutoMinorVersionUpgrade（RedshiftではAllowVersionUpgrade）をfalseにしないでください。整合性を確認してから適用する場合は、例外措置として手順を示してください。',
    en: 'Do not set AutoMinorVersionUpgrade (AllowVersionUpgrade of Redshift) to false. Where fixes are tested before they are applied, show the procedure in an exception.',
  },
  cdk: { ja: 'autoMinorVersionUpgradeをfalseにしない', en: 'no autoMinorVersionUpgrade: false' },
  resources: Object.keys(UPGRADES),
  check: (store) => {
    const { path, byDefault } = UPGRADES[store.type] as { path: string; byDefault: boolean };
    const upgraded = store.get(path).orDefault(byDefault).must(isTrue);
    // RDS Custom takes no upgrades of its own: the database's keeper patches it.
    return store.type === 'AWS::RDS::DBInstance'
      ? upgraded.onlyIf(store.get('Engine').must(custom).not())
      : upgraded;
  },
});
