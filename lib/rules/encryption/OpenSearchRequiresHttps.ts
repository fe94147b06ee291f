import { isTrue, oneOf } from '../../model/requirement';
import { defineRule } from '../define';
import { IN_TRANSIT_OF_ENTRANCES } from './tls-rules';

const TLS_1_2 = oneOf(
  'Policy-Min-TLS-1-2-2019-07',
  'Policy-Min-TLS-1-2-PFS-2023-10',
  'Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08',
);

export const OpenSearchRequiresHttps = defineRule({
  id: 'OpenSearchRequiresHttps',
  clauses: IN_TRANSIT_OF_ENTRANCES,
  title: {
    ja: 'OpenSearchドメインは、TLS 1.2以上のHTTPSのみを受け付ける',
    en: 'OpenSearch domains take HTTPS with TLS 1.2 or later only',
  },
  why: {
    ja: 'HTTPを受け付けるドメインでは、検索条件と結果、すなわち誰について何を調べたかが、途中の回線で読み取られる。',
    en: 'A domain that takes HTTP lets others read queries and results on the line: who was looked up, and what was found.',
  },
  fix: {
    ja: 'DomainEndpointOptionsのEnforceHTTPSをtrueとし、TLSSecurityPolicyをPolicy-Min-TLS-1-2-PFS-2023-10又はPolicy-Min-TLS-1-2-2019-07としてください。指定しない場合はHTTP及びTLS 1.0も受け付けます。',
    en: 'Set EnforceHTTPS to true and TLSSecurityPolicy to Policy-Min-TLS-1-2-PFS-2023-10 or Policy-Min-TLS-1-2-2019-07 in DomainEndpointOptions. Without them, HTTP and TLS 1.0 are taken, too.',
  },
  cdk: {
    ja: 'DomainのenforceHttpsをtrue、tlsSecurityPolicyをTLSSecurityPolicy.TLS_1_2_PFSとする',
    en: 'enforceHttps: true and tlsSecurityPolicy: TLSSecurityPolicy.TLS_1_2_PFS of Domain',
  },
  resources: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
  check: (domain) => {
    const options = domain.get('DomainEndpointOptions');
    return options
      .get('EnforceHTTPS')
      .must(isTrue)
      .and(options.get('TLSSecurityPolicy').orDefault('Policy-Min-TLS-1-0-2019-07').must(TLS_1_2));
  },
});
