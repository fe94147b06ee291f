import type { Field } from '../../model/field';
import { matching, type Requirement } from '../../model/requirement';
import { defineRule } from '../define';
import { CIPHERS } from './tls-rules';

const TLS_1_2 = matching(/^(TLS_1_2|SecurityPolicy_.*TLS1[23]_.*)$/, {
  ja: 'TLS_1_2又はそれより新しいポリシー',
  en: 'TLS_1_2 or a newer policy',
});
/** What applies without a policy is not documented for REST APIs: it differs between the console, CDK and the API. */
const NEWER_ONLY: Requirement = {
  ...TLS_1_2,
  test: (value) => (value.kind === 'absent' ? 'undetermined' : TLS_1_2.test(value)),
};

export const ApiGatewayTlsVersion = defineRule({
  id: 'ApiGatewayTlsVersion',
  clauses: CIPHERS,
  title: {
    ja: 'API Gatewayの独自ドメインは、TLS 1.2以上のみを受け付ける',
    en: 'Custom domains of API Gateway take TLS 1.2 or later only',
  },
  why: {
    ja: 'TLS 1.0及び1.1には知られた弱点がある。APIがこれを受け付けると、連携先の古い機器との間の申請データが解読され得る。',
    en: 'TLS 1.0 and 1.1 have known weaknesses: if an API takes them, applications sent by an old client can be deciphered on the way.',
  },
  fix: {
    ja: 'SecurityPolicy（ApiGatewayV2では各DomainNameConfigurationsのSecurityPolicy）をTLS_1_2又はそれより新しいものとしてください。',
    en: 'Set SecurityPolicy (of ApiGatewayV2: SecurityPolicy of each of the DomainNameConfigurations) to TLS_1_2 or a newer one.',
  },
  cdk: {
    ja: 'DomainNameのsecurityPolicyをSecurityPolicy.TLS_1_2とする',
    en: 'securityPolicy: SecurityPolicy.TLS_1_2 of DomainName',
  },
  resources: [
    'AWS::ApiGateway::DomainName',
    'AWS::ApiGateway::DomainNameV2',
    'AWS::ApiGatewayV2::DomainName',
  ],
  check: (domain) => {
    if (domain.type === 'AWS::ApiGateway::DomainName') return domain.get('SecurityPolicy').must(NEWER_ONLY);
    // Private domains and those of HTTP APIs have TLS 1.2 as their only legacy policy.
    const withDefault = (field: Field) => field.get('SecurityPolicy').orDefault('TLS_1_2').must(NEWER_ONLY);
    return domain.type === 'AWS::ApiGateway::DomainNameV2'
      ? withDefault(domain.get(''))
      : domain.get('DomainNameConfigurations').items().every(withDefault);
  },
});
