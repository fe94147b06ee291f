import { Claim, lacking } from '../../model/claim';
import { equals, isTrue, noneOf } from '../../model/requirement';
import type { Resource } from '../../model/resource';
import { defineRule } from '../define';

const authorizes = (resource: Resource): Claim =>
  resource.get('AuthorizationType').orDefault('NONE').must(noneOf('NONE'));

/** How each type says who may call. */
const CALLERS: Readonly<Record<string, (resource: Resource) => Claim>> = {
  // Browsers ask by OPTIONS before they log in, and get nothing but permission to ask again.
  'AWS::ApiGateway::Method': (method) =>
    Claim.any([
      authorizes(method),
      method.get('HttpMethod').must(equals('OPTIONS')),
      method.get('ApiKeyRequired').orDefault(false).must(isTrue),
    ]).explained(
      'AuthorizationType',
      lacking({ ja: 'NONE（APIキーの要求なし）', en: 'NONE, without an API key either' }),
      { ja: 'NONE以外', en: 'a type other than NONE' },
      method.get('AuthorizationType').at,
    ),
  'AWS::ApiGatewayV2::Route': authorizes,
  'AWS::AppSync::GraphQLApi': (api) => api.get('AuthenticationType').must(noneOf('API_KEY')),
};

export const ApiRouteAuthorizesCallers = defineRule({
  id: 'ApiRouteAuthorizesCallers',
  clauses: ['7.2(2)③', '7.2(1)①', '7.5(1)②'],
  title: {
    ja: 'APIは、呼び出す者を認証する',
    en: 'APIs authenticate whoever calls them',
  },
  why: {
    ja: '認証のないAPIは、アドレスを知る者の全てに開かれている。',
    en: 'An API without authentication is open to everybody who knows or guesses its address.',
  },
  fix: {
    ja: 'AuthorizationTypeをAWS_IAM、JWT、COGNITO_USER_POOLS又はCUSTOMとしてください。AppSyncではAuthenticationTypeをAPI_KEY以外としてください。APIキーは埋め込まれて漏れるため、本人の確認になりません。',
    en: 'Set AuthorizationType to AWS_IAM, JWT, COGNITO_USER_POOLS or CUSTOM; of AppSync, AuthenticationType to something other than API_KEY. A key that is built into a page identifies nobody.',
  },
  cdk: {
    ja: 'defaultMethodOptions.authorizationType、HttpApiのdefaultAuthorizer、GraphqlApiのauthorizationConfigを指定する',
    en: 'defaultMethodOptions.authorizationType, defaultAuthorizer of HttpApi, authorizationConfig of GraphqlApi',
  },
  // What is published to citizens has nobody to authenticate, or does so behind the API.
  duty: 'should',
  resources: Object.keys(CALLERS),
  check: (resource) => (CALLERS[resource.type] as (resource: Resource) => Claim)(resource),
});
