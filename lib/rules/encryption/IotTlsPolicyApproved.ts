import { matching } from '../../model/requirement';
import { defineRule } from '../define';
import { CIPHERS } from './tls-rules';

/** The first pair of figures is the newest version of TLS, the second the oldest. */
const TLS_1_2 = matching(/^IoTSecurityPolicy_TLS1\d_1_[23]_/, {
  ja: 'TLS 1.2以上のポリシー',
  en: 'a policy with TLS 1.2 or later',
});

export const IotTlsPolicyApproved = defineRule({
  id: 'IotTlsPolicyApproved',
  clauses: CIPHERS,
  title: {
    ja: 'IoT Coreのドメインは、TLS 1.2以上のみを受け付ける',
    en: 'Domains of IoT Core take TLS 1.2 or later only',
  },
  why: {
    ja: '機器とクラウドの間で古いTLSに合意させられると、計測値及び制御の内容を解読される。',
    en: 'A device that is made to agree on an old TLS gives away its readings and what it is told to do.',
  },
  fix: {
    ja: 'TlsConfig.SecurityPolicyをIoTSecurityPolicy_TLS13_1_2_2022_10又はIoTSecurityPolicy_TLS13_1_3_2022_10としてください。指定しない場合は前者です。',
    en: 'Set TlsConfig.SecurityPolicy to IoTSecurityPolicy_TLS13_1_2_2022_10 or IoTSecurityPolicy_TLS13_1_3_2022_10. Without it, the former applies.',
  },
  cdk: {
    ja: 'CfnDomainConfigurationのtlsConfigに同じ値を渡す',
    en: 'the same value in tlsConfig of CfnDomainConfiguration',
  },
  resources: ['AWS::IoT::DomainConfiguration'],
  check: (domain) =>
    domain.get('TlsConfig.SecurityPolicy').orDefault('IoTSecurityPolicy_TLS13_1_2_2022_10').must(TLS_1_2),
});
