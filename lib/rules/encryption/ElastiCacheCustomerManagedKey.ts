import { Claim } from '../../model/claim';
import { isTrue, oneOf } from '../../model/requirement';
import { customerManagedKeyRule, writeKey } from './keys-table';

export const ElastiCacheCustomerManagedKey = customerManagedKeyRule({
  id: 'ElastiCacheCustomerManagedKey',
  resources: [
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::ElastiCache::ServerlessCache',
    'AWS::ElastiCache::CacheCluster',
  ],
  subject: { ja: 'ElastiCacheのキャッシュ', en: 'ElastiCache caches' },
  holds: {
    ja: 'キャッシュの内容は、スナップショットや同期の際にディスクに書かれ、検索された住民情報を含み得る。',
    en: 'What is cached, looked-up records among it, is written to disk for snapshots and synchronization.',
  },
  write: writeKey('KmsKeyId', 'AtRestEncryptionEnabled'),
  otherwise: {
    ja: '暗号化されないか、AWSの所有する鍵が使われます。CacheClusterのRedisは暗号化できないため、ReplicationGroupを用いてください',
    en: 'it is not encrypted, or with a key that AWS owns. Redis in a CacheCluster cannot be encrypted: use a ReplicationGroup',
  },
  cdk: {
    ja: 'CfnReplicationGroupのatRestEncryptionEnabledをtrueとし、kmsKeyIdを指定する',
    en: 'atRestEncryptionEnabled: true and kmsKeyId of CfnReplicationGroup',
  },
  check: (cache, key) => {
    switch (cache.type) {
      case 'AWS::ElastiCache::ReplicationGroup':
        return cache.get('AtRestEncryptionEnabled').must(isTrue).and(cache.get('KmsKeyId').must(key));
      case 'AWS::ElastiCache::ServerlessCache':
        // Always encrypted.
        return cache.get('KmsKeyId').must(key);
      default:
        // Memcached keeps everything in memory; a Redis node writes snapshots that nothing encrypts.
        return Claim.all([cache.get('Engine').must(oneOf('memcached'))]);
    }
  },
});
