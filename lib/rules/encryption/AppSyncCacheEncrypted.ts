import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const AppSyncCacheEncrypted = defineRule({
  id: 'AppSyncCacheEncrypted',
  clauses: ['4(1)④', '9.2(5)①(イ)', '9.2(6)①(オ)', '7.1(13)②', '5.3④'],
  title: {
    ja: 'AppSyncのキャッシュは、保存時も通信時も暗号化する',
    en: 'Caches of AppSync are encrypted at rest and in transit',
  },
  why: {
    ja: 'キャッシュには市民の情報を含む応答がそのまま置かれる。',
    en: 'A cache keeps answers as they are, with the data of citizens in them.',
  },
  fix: {
    ja: 'AtRestEncryptionEnabled及びTransitEncryptionEnabledをtrueとしてください。既存のキャッシュは作り直しが必要です。',
    en: 'Set AtRestEncryptionEnabled and TransitEncryptionEnabled to true. An existing cache has to be made anew.',
  },
  cdk: {
    ja: 'CfnApiCacheのatRestEncryptionEnabled、transitEncryptionEnabledをtrueとする',
    en: 'atRestEncryptionEnabled and transitEncryptionEnabled of CfnApiCache: true',
  },
  resources: ['AWS::AppSync::ApiCache'],
  appliesTo: { zones: ['my-number', 'lgwan'], orConfidentialityAtLeast: 2 },
  // Both are off by the reference; the settings are deprecated without a word on what new caches do.
  check: (cache) =>
    cache
      .get('AtRestEncryptionEnabled')
      .orDefault(false)
      .must(isTrue)
      .and(cache.get('TransitEncryptionEnabled').orDefault(false).must(isTrue)),
});
