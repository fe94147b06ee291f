import { atLeast, equals } from '../../model/requirement';
import { defineRule } from '../define';

export const CacheIsBackedUp = defineRule({
  id: 'CacheIsBackedUp',
  clauses: ['7.1(2)①'],
  title: {
    ja: '重要な情報を置くElastiCacheは、自動スナップショットを取得する',
    en: 'ElastiCache with information that matters takes automatic snapshots',
  },
  why: {
    ja: '既定ではスナップショットが取得されず、キャッシュにだけある申請途中の入力等は故障とともに失われる。',
    en: 'By default no snapshots are taken, and what lies in the cache alone, such as a half-finished application, is lost with it.',
  },
  fix: {
    ja: 'SnapshotRetentionLimitを、プロファイルのminimumBackupRetentionDays以上としてください。',
    en: 'Set SnapshotRetentionLimit to at least minimumBackupRetentionDays of the profile.',
  },
  cdk: {
    ja: 'CfnReplicationGroup又はCfnServerlessCacheのsnapshotRetentionLimitを指定する',
    en: 'snapshotRetentionLimit of CfnReplicationGroup or CfnServerlessCache',
  },
  // The clause names databases and file servers; whether a cache holds what lies nowhere else is not told.
  duty: 'should',
  resources: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::ServerlessCache'],
  appliesTo: { orIntegrityAtLeast: 2, orAvailabilityAtLeast: 2 },
  check: (cache, { profile }) =>
    cache
      .get('SnapshotRetentionLimit')
      .orDefault(0)
      .must(atLeast(profile.minimumBackupRetentionDays, { ja: '日', en: ' days' }))
      // Serverless caches of Memcached have snapshots in some regions only.
      .onlyIf(cache.get('Engine').must(equals('memcached')).not()),
});
