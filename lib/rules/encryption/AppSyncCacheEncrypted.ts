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
    ja: 'キャッシュには住民の情報を含む応答がそのまま置かれる。',
    en: 'A cache keeps answers as they are, with the data of residents in them.',
  },
  fix: {
    ja: 'AtRestEncryptionEnabled及びTransitEncryptionEnabledをfalseにしないでください。falseで作成したキャッシュは作り直しが必要です。',
    en: 'Do not set AtRestEncryptionEnabled or TransitEncryptionEnabled to false. A cache that was made so has to be made anew.',
  },
  cdk: {
    ja: 'CfnApiCacheのatRestEncryptionEnabled、transitEncryptionEnabledをfalseにしない',
    en: 'leave atRestEncryptionEnabled and transitEncryptionEnabled of CfnApiCache out, or true',
  },
  resources: ['AWS::AppSync::ApiCache'],
  appliesTo: { zones: ['my-number', 'lgwan'], orConfidentialityAtLeast: 2 },
  // Since these settings are deprecated, caches are encrypted without them; false still describes one made before.
  check: (cache) =>
    cache
      .get('AtRestEncryptionEnabled')
      .orDefault(true)
      .must(isTrue)
      .and(cache.get('TransitEncryptionEnabled').orDefault(true).must(isTrue)),
});
