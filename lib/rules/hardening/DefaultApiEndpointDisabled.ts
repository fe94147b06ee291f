import { whereHolds } from '../../analysis/network/alternatives';
import { Claim } from '../../model/claim';
import { isTrue } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

/** What gives an API a domain name of its own. */
const MAPPINGS: Readonly<Record<string, readonly (readonly [type: string, property: string])[]>> = {
  'AWS::ApiGateway::RestApi': [
    ['AWS::ApiGateway::BasePathMapping', 'RestApiId'],
    ['AWS::ApiGatewayV2::ApiMapping', 'ApiId'],
  ],
  'AWS::ApiGatewayV2::Api': [['AWS::ApiGatewayV2::ApiMapping', 'ApiId']],
};

export const DefaultApiEndpointDisabled = defineRule({
  id: 'DefaultApiEndpointDisabled',
  clauses: ['7.5(1)②'],
  title: {
    ja: '独自のドメイン名を持つAPIは、既定のエンドポイントを停止する',
    en: 'APIs with a domain name of their own have the default endpoint switched off',
  },
  why: {
    ja: '既定のエンドポイントは、独自ドメインの前に置いた認証や監視を通らない裏口となる。',
    en: 'The default endpoint is a back door past whatever stands in front of the domain name.',
  },
  fix: {
    ja: 'DisableExecuteApiEndpointをtrueとしてください。',
    en: 'Set DisableExecuteApiEndpoint to true.',
  },
  cdk: {
    ja: 'RestApi又はHttpApiのdisableExecuteApiEndpointをtrueとする',
    en: 'disableExecuteApiEndpoint: true of RestApi or HttpApi',
  },
  // Some clients of the default address may still be there: whether it is unneeded is for the owner to say.
  duty: 'should',
  resources: Object.keys(MAPPINGS),
  check: (api) =>
    whereHolds(hasDomain(api), api.get('DisableExecuteApiEndpoint').orDefault(false).must(isTrue)),
});

function hasDomain(api: Resource): Claim {
  return Claim.any(
    (MAPPINGS[api.type] ?? []).flatMap(([type, property]) =>
      api.deployment.referrers(api, type, property).map(({ when }) => Claim.when(when)),
    ),
  );
}
