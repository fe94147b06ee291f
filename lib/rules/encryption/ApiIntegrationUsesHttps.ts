import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { notPlainHttp } from './https';
import { IN_TRANSIT } from './tls-rules';

export const ApiIntegrationUsesHttps = defineRule({
  id: 'ApiIntegrationUsesHttps',
  clauses: IN_TRANSIT,
  title: {
    ja: 'API Gatewayは、インターネットを経て呼び出す先とHTTPSで通信する',
    en: 'API Gateway calls what it reaches over the Internet by HTTPS',
  },
  why: {
    ja: '利用者とAPIの間をTLSで守っても、APIから先がHTTPであれば、同じ内容がインターネットを平文で流れる。',
    en: 'TLS up to the API is of no use if the API passes the same on over the Internet by HTTP.',
  },
  fix: {
    ja: 'IntegrationのUri（V2ではIntegrationUri）をhttps://で始まるURLとするか、ConnectionTypeをVPC_LINKとしてVPCの中を通してください。',
    en: 'Begin Uri of the Integration (of V2: IntegrationUri) with https://, or go through the VPC by ConnectionType VPC_LINK.',
  },
  cdk: {
    ja: 'HttpIntegration、HttpUrlIntegrationのURLをhttps://で始まるものとする',
    en: 'an https:// URL in HttpIntegration or HttpUrlIntegration',
  },
  resources: ['AWS::ApiGateway::Method', 'AWS::ApiGatewayV2::Integration'],
  check: (resource) => {
    const first = resource.type === 'AWS::ApiGateway::Method';
    const integration = first ? resource.get('Integration') : resource.get('');
    const [type, uri] = first ? ['Type', 'Uri'] : ['IntegrationType', 'IntegrationUri'];
    // What goes through a link ends at a listener in the VPC, which is judged by itself.
    const outside = integration.get('ConnectionType').orDefault('INTERNET').must(oneOf('INTERNET'));
    return integration
      .get(uri)
      .must(notPlainHttp)
      .onlyIf(integration.get(type).must(oneOf('HTTP', 'HTTP_PROXY')).and(outside));
  },
});
