import { equals, isTrue } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT } from './tls-rules';

export const ElastiCacheUsesTls = defineRule({
  id: 'ElastiCacheUsesTls',
  clauses: IN_TRANSIT,
  title: {
    ja: 'ElastiCacheは、TLSで通信する',
    en: 'ElastiCache caches talk over TLS',
  },
  why: {
    ja: 'キャッシュには、ログイン中の利用者のセッションや検索結果が入る。平文で流れると、盗み見た者が職員や住民になりすませる。',
    en: 'Caches hold sessions of users and results of their searches. Whoever reads them on the line can act as that employee or resident.',
  },
  fix: {
    ja: 'TransitEncryptionEnabledをtrueとし、TransitEncryptionModeをpreferredのままにしないでください。指定しない場合は暗号化されません。',
    en: 'Set TransitEncryptionEnabled to true, and do not leave TransitEncryptionMode at preferred. Without it, the line is not encrypted.',
  },
  cdk: {
    ja: 'CfnReplicationGroupのtransitEncryptionEnabledをtrueとする',
    en: 'transitEncryptionEnabled: true of CfnReplicationGroup',
  },
  resources: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  // A serverless cache always uses TLS. While the mode is preferred, clients may still do without.
  check: (cache) =>
    cache
      .get('TransitEncryptionEnabled')
      .must(isTrue)
      .and(cache.get('TransitEncryptionMode').orDefault('required').must(equals('required'))),
});
