import { isTrue, matching } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT_OF_ENTRANCES } from './tls-rules';

const CERTIFICATE = 'AWS::Lightsail::LoadBalancerTlsCertificate';
const TLS_1_2 = matching(/-1-[23]-/, { ja: 'TLS 1.2以上のポリシー', en: 'a policy with TLS 1.2 or later' });

export const LightsailUsesTls = defineRule({
  id: 'LightsailUsesTls',
  clauses: IN_TRANSIT_OF_ENTRANCES,
  title: {
    ja: 'Lightsailのロードバランサーは、TLS 1.2以上のみを受け付け、HTTPSへ転送する',
    en: 'Lightsail load balancers take TLS 1.2 or later only and redirect to HTTPS',
  },
  why: {
    ja: '既定ではTLS 1.0及びHTTPも受け付け、住民の入力した内容が途中で読まれる。',
    en: 'By default they take TLS 1.0 and HTTP as well, and what residents type in can be read on its way.',
  },
  fix: {
    ja: 'LoadBalancerのTlsPolicyNameをTLS-FS-Res-1-2-2019-08、LoadBalancerTlsCertificateのHttpsRedirectionEnabledをtrueとしてください。',
    en: 'Set TlsPolicyName of the LoadBalancer to TLS-FS-Res-1-2-2019-08, and HttpsRedirectionEnabled of the LoadBalancerTlsCertificate to true.',
  },
  cdk: {
    ja: 'CfnLoadBalancerのtlsPolicyName、CfnLoadBalancerTlsCertificateのhttpsRedirectionEnabledに同じ値を渡す',
    en: 'the same as tlsPolicyName of CfnLoadBalancer and httpsRedirectionEnabled of CfnLoadBalancerTlsCertificate',
  },
  resources: ['AWS::Lightsail::LoadBalancer', CERTIFICATE],
  check: (resource) =>
    resource.type === CERTIFICATE
      ? resource.get('HttpsRedirectionEnabled').orDefault(false).must(isTrue)
      : resource.get('TlsPolicyName').orDefault('TLS-2016-08').must(TLS_1_2),
});
