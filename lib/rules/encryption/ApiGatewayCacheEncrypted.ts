import { Claim } from '../../model/claim';
import type { Field } from '../../model/field';
import { isTrue } from '../../model/requirement';
import { defineRule } from '../define';

export const ApiGatewayCacheEncrypted = defineRule({
  id: 'ApiGatewayCacheEncrypted',
  clauses: ['4(1)④', '9.2(5)①(イ)', '9.2(6)①(オ)'],
  title: {
    ja: 'API Gatewayのキャッシュは、暗号化する',
    en: 'Caches of API Gateway are encrypted',
  },
  why: {
    ja: 'キャッシュには住民の情報を含む応答がそのまま置かれ、指定しない限り暗号化されない。',
    en: 'A cache keeps answers with the data of residents in them, and in plain text unless it is told otherwise.',
  },
  fix: {
    ja: 'CachingEnabledをtrueとするMethodSettings（又はStageDescription）で、CacheDataEncryptedもtrueとしてください。',
    en: 'Wherever MethodSettings (or StageDescription) set CachingEnabled to true, set CacheDataEncrypted to true as well.',
  },
  cdk: {
    ja: 'deployOptionsのcacheDataEncryptedをtrueとする',
    en: 'cacheDataEncrypted: true in deployOptions',
  },
  resources: ['AWS::ApiGateway::Stage', 'AWS::ApiGateway::Deployment'],
  appliesTo: { zones: ['my-number', 'lgwan'], orConfidentialityAtLeast: 2 },
  check: (resource) => {
    const stage =
      resource.type === 'AWS::ApiGateway::Stage' ? resource.get('') : resource.get('StageDescription');
    return Claim.all([stage.get('MethodSettings').items().every(encrypted), encrypted(stage)]);
  },
});

function encrypted(settings: Field): Claim {
  return settings
    .get('CacheDataEncrypted')
    .orDefault(false)
    .must(isTrue)
    .onlyIf(settings.get('CachingEnabled').orDefault(false).must(isTrue));
}
