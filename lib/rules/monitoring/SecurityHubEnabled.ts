import { accountRule, someOf } from './account-duties';

const HUB = 'AWS::SecurityHub::Hub';

export const SecurityHubEnabled = accountRule({
  id: 'SecurityHubEnabled',
  clauses: ['8.1①', '8.2(1)③'],
  title: {
    ja: '検知の結果及び設定の不備を集約する仕組み（Security Hub）を有効にする',
    en: 'Findings and misconfigurations are brought together (Security Hub)',
  },
  why: {
    ja: '検知の結果が散らばっていては、重大なものが埋もれ、点検も続かない。',
    en: 'While findings are scattered, grave ones are buried among others and nobody keeps up with reviewing them.',
  },
  create: {
    ja: 'AWS::SecurityHub::Hubを作成してください。',
    en: 'Create an AWS::SecurityHub::Hub.',
  },
  cdk: { ja: 'CfnHubを作成する', en: 'a CfnHub' },
  duty: 'security-findings',
  type: HUB,
  required: { ja: 'Security Hub', en: 'Security Hub' },
  exists: (deployment) => someOf(deployment, [HUB, 'AWS::SecurityHub::HubV2']),
});
