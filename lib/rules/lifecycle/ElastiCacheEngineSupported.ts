import { byAlternative } from '../../analysis/network/alternatives';
import { chosenByAws } from '../../analysis/support/claim';
import { Claim } from '../../model/claim';
import { equals, present } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import type { Context } from '../define';
import { engineVersion, supportRule, upgradesAutomatically } from './support-rules';

export const ElastiCacheEngineSupported = supportRule({
  id: 'ElastiCacheEngineSupported',
  resources: [
    'AWS::ElastiCache::CacheCluster',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::ServerlessCache',
  ],
  subject: { ja: 'ElastiCacheのエンジン', en: 'Engines of ElastiCache' },
  stake: {
    ja: 'キャッシュには、ログイン中の利用者のセッションや照会の結果が残る。',
    en: 'A cache holds sessions of users and results of their queries.',
  },
  fix: {
    ja: 'EngineとEngineVersion（サーバーレスではMajorEngineVersion）に、利用予定の終わりまでサポートのある版（valkeyの8.2等）を指定してください。',
    en: 'Set Engine and EngineVersion (MajorEngineVersion of a serverless cache) to a version that is supported until the end of the planned use (for example 8.2 of valkey).',
  },
  cdk: {
    ja: 'CfnReplicationGroupのengineとengineVersionに指定する',
    en: 'engine and engineVersion of CfnReplicationGroup',
  },
  check: (cache, context) => {
    const claim = ofCache(cache, context);
    // Secondary groups of a global datastore have the version of the primary one.
    if (cache.type === 'AWS::ElastiCache::ReplicationGroup') {
      return claim.onlyIf(cache.get('GlobalReplicationGroupId').must(present).not());
    }
    // A member of a replication group has the version of the group.
    return cache.type === 'AWS::ElastiCache::CacheCluster'
      ? claim.onlyIf(cache.get('ReplicationGroupId').must(present).not())
      : claim;
  },
});

function ofCache(cache: Resource, context: Context): Claim {
  const serverless = cache.type === 'AWS::ElastiCache::ServerlessCache';
  const version = cache.get(serverless ? 'MajorEngineVersion' : 'EngineVersion');
  const engine = cache.get('Engine');
  const isMemcached = engine.must(equals('memcached'));
  const named = engine.must(present);
  const judged = engineVersion(cache, 'cache', engine, version, context, {
    automaticUpgrade: upgradesAutomatically(cache),
  });
  // AWS chooses the engine, and with it the version, unless both are named.
  return Claim.all([
    judged.onlyIf(named.and(isMemcached.not())),
    chosenByAws(engine).onlyIf(named.not()),
    byAlternative(version, () => memcached(cache)).onlyIf(isMemcached),
  ]);
}

/** AWS has announced no end of any version of Memcached, nor any dates. */
function memcached(cache: Resource): Claim {
  return cache.get('Engine').states(
    'needed',
    {
      ja: 'memcached（サポート期限は公表されていない）',
      en: 'memcached, for which no dates are published',
    },
    { ja: '利用予定の期間中サポートのある版', en: 'a version that is supported for the planned use' },
  );
}
