import { oneOf } from '../../model/requirement';
import { hasItem, logRule } from './log-table';

export const ElastiCacheLogs = logRule({
  id: 'ElastiCacheLogs',
  resources: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  // Slow and engine logs tell of trouble, and not who did what: whether they are needed is left to 8.1⑤.
  duty: 'should',
  subject: { ja: 'ElastiCache（Redis及びValkey）', en: 'ElastiCache clusters of Redis and Valkey' },
  log: { ja: 'エンジンログ又はスローログ', en: 'an engine log or a slow log' },
  why: {
    ja: '障害や異常な問合せが起きても、何が起きたかをたどれない。',
    en: 'When the cache fails or is misused, nothing tells what happened.',
  },
  fix: {
    ja: 'LogDeliveryConfigurationsに、LogTypeをengine-log又はslow-logとし、出力先を指定した項目を加えてください。',
    en: 'Add an item with LogType engine-log or slow-log and a destination to LogDeliveryConfigurations.',
  },
  cdk: {
    ja: 'CfnReplicationGroupのlogDeliveryConfigurationsを指定する',
    en: 'logDeliveryConfigurations of CfnReplicationGroup',
  },
  check: (cache) => {
    const logs = hasItem(cache.get('LogDeliveryConfigurations'));
    // Memcached has no log to deliver.
    return cache.type === 'AWS::ElastiCache::CacheCluster'
      ? logs.onlyIf(cache.get('Engine').must(oneOf('redis', 'valkey')))
      : logs;
  },
});
