import { defineRule } from '../define';
import { notPlainHttp } from './https';
import { IN_TRANSIT_OF_STORES } from './tls-rules';

/** Where each type names whom it calls. */
const ADDRESSES: Readonly<Record<string, string>> = {
  'AWS::Events::ApiDestination': 'InvocationEndpoint',
  'AWS::AppSync::DataSource': 'HttpConfig.Endpoint',
};

export const OutboundCallUsesHttps = defineRule({
  id: 'OutboundCallUsesHttps',
  clauses: IN_TRANSIT_OF_STORES,
  title: {
    ja: 'EventBridge及びAppSyncから呼び出す外部のAPIは、HTTPSによる',
    en: 'EventBridge and AppSync call the APIs of others by HTTPS',
  },
  why: {
    ja: 'イベント及び問合せの内容と認証情報が、インターネットを平文で流れる。',
    en: 'Events, queries and the credentials with them would cross the Internet in plain text.',
  },
  fix: {
    ja: 'ApiDestinationのInvocationEndpoint及びDataSourceのHttpConfig.Endpointを、https://で始まるURLとしてください。',
    en: 'Begin InvocationEndpoint of the ApiDestination, and HttpConfig.Endpoint of the DataSource, with https://.',
  },
  cdk: {
    ja: 'ApiDestinationのendpoint、addHttpDataSource()のendpointをhttps://で始まるものとする',
    en: 'an https:// URL as endpoint of ApiDestination or addHttpDataSource()',
  },
  resources: Object.keys(ADDRESSES),
  check: (resource) => resource.get(ADDRESSES[resource.type] as string).must(notPlainHttp),
});
