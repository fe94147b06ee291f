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
  fix: {
    ja: 'TransitEncryptionEnabledをtrueとし、TransitEncryptionModeをpreferredのままにしないでください。指定しない場合は暗号化されません（CDKではCfnReplicationGroupのtransitEncryptionEnabled）。',
    en: 'Set TransitEncryptionEnabled to true, and do not leave TransitEncryptionMode at preferred. Without it the line is not encrypted (in CDK: transitEncryptionEnabled of CfnReplicationGroup).',
  },
  resources: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster'],
  // A serverless cache always uses TLS. While the mode is preferred, clients may still do without.
  check: (cache) =>
    cache
      .get('TransitEncryptionEnabled')
      .must(isTrue)
      .and(cache.get('TransitEncryptionMode').orDefault('required').must(equals('required'))),
});
