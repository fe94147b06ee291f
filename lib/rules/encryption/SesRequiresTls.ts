import { oneOf } from '../../model/requirement';
import { defineRule } from '../define';

/** Where each type says it, and what it must say. */
const POLICIES: Readonly<Record<string, readonly [path: string, required: string]>> = {
  'AWS::SES::ConfigurationSet': ['DeliveryOptions.TlsPolicy', 'REQUIRE'],
  'AWS::SES::ReceiptRule': ['Rule.TlsPolicy', 'Require'],
  'AWS::SES::MailManagerIngressPoint': ['TlsPolicy', 'REQUIRED'],
};
const OPTIONAL = 'OPTIONAL';

export const SesRequiresTls = defineRule({
  id: 'SesRequiresTls',
  clauses: ['3(2)⑦', '7.1(13)②', '7.1(16)①'],
  // 3(2)⑦ asks for encryption of mail as needed, and not every recipient has TLS.
  duty: 'should',
  title: {
    ja: 'SESのメールは、TLSによらなければ送受信しない',
    en: 'SES sends and takes mail over TLS only',
  },
  why: {
    ja: '既定では、相手のサーバがTLSに対応しないとき、住民宛てのメールがそのまま平文で送られる。',
    en: 'By default mail to residents goes out in plain text whenever the other server does not offer TLS.',
  },
  fix: {
    ja: 'ConfigurationSetのDeliveryOptions.TlsPolicyをREQUIRE、ReceiptRuleのRule.TlsPolicyをRequire、MailManagerIngressPointのTlsPolicyをREQUIREDとしてください。',
    en: 'Set DeliveryOptions.TlsPolicy of a ConfigurationSet to REQUIRE, Rule.TlsPolicy of a ReceiptRule to Require, TlsPolicy of a MailManagerIngressPoint to REQUIRED.',
  },
  cdk: {
    ja: 'ConfigurationSetのtlsPolicyをConfigurationSetTlsPolicy.REQUIRE、ReceiptRuleのtlsPolicyをTlsPolicy.REQUIREとする',
    en: 'tlsPolicy: ConfigurationSetTlsPolicy.REQUIRE of ConfigurationSet, TlsPolicy.REQUIRE of ReceiptRule',
  },
  resources: Object.keys(POLICIES),
  check: (resource) => {
    const [path, required] = POLICIES[resource.type] as readonly [string, string];
    return resource.get(path).orDefault(OPTIONAL).must(oneOf(required));
  },
});
