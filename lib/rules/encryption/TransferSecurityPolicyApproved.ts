import { matching } from '../../model/requirement';
import { defineRule } from '../define';

/** From 2022 on no policy has SHA-1; of those with FIPS none ever had. The name tells the year. */
const RECENT = matching(/^TransferSecurityPolicy-(?:[A-Za-z0-9]+-)*(?:20(?:2[2-9]|[3-9]\d)-\d\d)$|-FIPS-/, {
  ja: '2022年以後のポリシー又はFIPSのもの',
  en: 'a policy of 2022 or later, or one with FIPS',
});

export const TransferSecurityPolicyApproved = defineRule({
  id: 'TransferSecurityPolicyApproved',
  clauses: ['7.1(16)②'],
  title: {
    ja: 'Transfer Familyのサーバは、弱い暗号方式を許さないセキュリティポリシーを用いる',
    en: 'Transfer Family servers have a security policy without weak ciphers',
  },
  why: {
    ja: '外部とのファイル交換の入口であり、CloudFormationで指定しない場合はSHA-1等の古い方式を受け付ける2018年のポリシーとなる。',
    en: 'It is where files come in from outside, and CloudFormation gives it a policy of 2018 that takes SHA-1 and other old algorithms unless told otherwise.',
  },
  fix: {
    ja: 'SecurityPolicyNameをTransferSecurityPolicy-2024-01など2022年以後のもの又はFIPSのものとしてください。指定しない場合はTransferSecurityPolicy-2018-11です。',
    en: 'Set SecurityPolicyName to one of 2022 or later, such as TransferSecurityPolicy-2024-01, or to one with FIPS. Without it, the policy is TransferSecurityPolicy-2018-11.',
  },
  cdk: {
    ja: "CfnServerのsecurityPolicyNameを'TransferSecurityPolicy-2024-01'とする",
    en: "securityPolicyName: 'TransferSecurityPolicy-2024-01' of CfnServer",
  },
  resources: ['AWS::Transfer::Server'],
  check: (server) =>
    server.get('SecurityPolicyName').orDefault('TransferSecurityPolicy-2018-11').must(RECENT),
});
