import { accountRule, someOf } from './account-duties';

const RULE = 'AWS::Config::ConfigRule';

export const ConfigRulesExist = accountRule({
  id: 'ConfigRulesExist',
  clauses: ['8.2(1)③'],
  title: {
    ja: '設定がポリシーを満たすかを、配備の後も定期的に確認する（AWS Configルール）',
    en: 'Whether settings follow the policy is checked after deployment too, by rules of AWS Config',
  },
  why: {
    ja: '配備の後に画面から変えられた設定は、テンプレートの検査では見付からない。',
    en: 'What somebody changes in the console after deployment is not found by checking templates.',
  },
  create: {
    ja: 'AWS::Config::ConfigRule又はAWS::Config::ConformancePackを作成してください。',
    en: 'Create an AWS::Config::ConfigRule or an AWS::Config::ConformancePack.',
  },
  cdk: { ja: 'ManagedRule又はCfnConformancePackを作成する', en: 'a ManagedRule or a CfnConformancePack' },
  duty: 'configuration-rules',
  type: RULE,
  required: { ja: '一つ以上のConfigルール又は適合パック', en: 'one rule or conformance pack, or more' },
  exists: (deployment) =>
    someOf(deployment, [
      RULE,
      'AWS::Config::ConformancePack',
      'AWS::Config::OrganizationConfigRule',
      'AWS::Config::OrganizationConformancePack',
    ]),
});
