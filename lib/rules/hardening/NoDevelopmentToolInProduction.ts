import { asked } from '../../analysis/identity/asked';
import { defineRule } from '../define';

export const NoDevelopmentToolInProduction = defineRule({
  id: 'NoDevelopmentToolInProduction',
  clauses: ['7.3(3)①(ア)', '9.2(5)①(オ)'],
  title: {
    ja: '開発用の環境（Cloud9）を運用環境に置かない',
    en: 'No development environment (Cloud9) is in production',
  },
  why: {
    ja: '開発用の環境は、持ち主の権限で任意のプログラムを動かす。運用環境にあれば、審査を経ない変更の入口となる。',
    en: 'A development environment runs any program with the rights of its owner: in production, it is a way around every review of a change.',
  },
  fix: {
    ja: 'AWS::Cloud9::EnvironmentEC2を、タグjichitai:environmentがdevelopmentのアカウント又はスタックに移してください。',
    en: 'Move the AWS::Cloud9::EnvironmentEC2 to an account or stack whose tag jichitai:environment is development.',
  },
  cdk: {
    ja: 'ZoneMarkingでEnvironment.DEVELOPMENTと宣言したスタックに置く',
    en: 'a stack that ZoneMarking declares as Environment.DEVELOPMENT',
  },
  resources: ['AWS::Cloud9::EnvironmentEC2'],
  check: (environment, { marks }) =>
    asked(
      environment
        .get('')
        .states(
          'breaks',
          { ja: '開発用の環境', en: 'a development environment' },
          { ja: '運用環境の外にあること', en: 'outside of production' },
        ),
      marks.is(environment, 'environment', 'production'),
    ),
});
